/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-map-edit.h"
#include "ssm-map-version.h"

#include "random-map.h"

#include <string.h>

static void
test_count_up (void)
{
  static const char *const cases[][2] = {
    { "0.1", "0.2" }, { "1.9", "1.10" },  { "9", "10" },           { "1.99", "1.100" },
    { "", "" },       { "Draft", "Draft" }, { "1.2 draft", "1.3 draft" }, { "v7", "v8" },
    { "١.٩", "١.١٠" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *actual = ssm_label_count_up (cases[i][0]);

      g_assert_cmpstr (actual, ==, cases[i][1]);
    }
}

static SsmMap *
sample (void)
{
  g_autoptr (SsmMap) map = ssm_map_new ();
  g_autoptr (SsmMap) titled = ssm_map_with_text (map, ssm_part_id (map), SSM_MAP_TITLE, "One");
  g_autoptr (SsmMap) staged = ssm_map_with_stage_added (titled, 0, "Lead", NULL);

  return ssm_map_with_text (staged, ssm_part_id (map), SSM_EDITION_LABEL, "1.2");
}

static void
test_keep (void)
{
  g_autoptr (SsmMap) map = sample ();
  g_autofree char *id = NULL, *other = NULL;
  g_autoptr (SsmMap) kept = ssm_map_with_version_kept (map, "After\nthe workshop", "2026-11-09",
                                                       &id);
  g_autoptr (SsmMap) again = ssm_map_with_version_kept (kept, "Later", "2026-11-10", &other);
  SsmMap *content = ssm_map_version_content (again, id);

  g_assert_cmpuint (ssm_map_n_versions (map), ==, 0);
  g_assert_cmpstr (ssm_map_text (kept, SSM_EDITION_LABEL), ==, "1.3");
  g_assert_cmpstr (ssm_map_text (again, SSM_EDITION_LABEL), ==, "1.4");
  g_assert_cmpuint (ssm_map_n_versions (again), ==, 2);
  g_assert_cmpstr (ssm_part_text (ssm_map_version (again, 0), SSM_VERSION_LABEL), ==,
                   "After the workshop");
  g_assert_cmpstr (ssm_part_text (ssm_map_version (again, 0), SSM_VERSION_DATE), ==,
                   "2026-11-09");

  /* As it was, with its ids, and without what belongs to the whole file. */
  g_assert_cmpstr (ssm_map_text (content, SSM_EDITION_LABEL), ==, "1.2");
  g_assert_cmpstr (ssm_part_id (content), ==, ssm_part_id (map));
  g_assert_cmpstr (ssm_part_text (content, SSM_MAP_VERSION), ==, "");
  g_assert_true (ssm_map_stage (content, 0) == ssm_map_stage (map, 0));
  g_assert_cmpuint (
      ssm_map_n_versions (ssm_map_version_content (again, other)), ==, 0);
  g_assert_null (ssm_map_version_content (again, "v-nothing"));
}

static void
test_restore (void)
{
  g_autoptr (SsmMap) map = sample ();
  g_autofree char *id = NULL;
  g_autoptr (SsmMap) kept = ssm_map_with_version_kept (map, "First", "2026-11-09", &id);
  g_autoptr (SsmMap) renamed
    = ssm_map_with_text (kept, ssm_part_id (kept), SSM_MAP_TITLE, "Two");
  g_autoptr (SsmMap) edited = ssm_map_with_stage_added (renamed, 0, "New", NULL);
  g_autoptr (SsmMap) back = ssm_map_with_version_restored (edited, id);
  g_autoptr (SsmMap) same = ssm_map_with_version_restored (back, id);
  g_autoptr (SsmMap) nothing = ssm_map_with_version_restored (back, "v-nothing");
  g_autoptr (SsmMap) plain = ssm_map_without_versions (kept);

  g_assert_true (ssm_part_equal (back, kept));
  g_assert_true (same == back && nothing == back);
  g_assert_cmpuint (ssm_map_n_versions (back), ==, 1);
  g_assert_cmpstr (ssm_map_text (back, SSM_EDITION_LABEL), ==, "1.3");
  g_assert_cmpstr (ssm_part_text (back, SSM_MAP_VERSION), ==, "1.0");
  g_assert_cmpuint (ssm_map_n_versions (plain), ==, 0);
}

/* A number goes on from the highest, also after going back and typing one anew. */
static void
test_numbers_are_not_given_twice (void)
{
  g_autoptr (SsmMap) map = sample ();
  g_autoptr (SsmMap) first = ssm_map_with_version_kept (map, "a", "2026-11-09", NULL);
  g_autoptr (SsmMap) second = ssm_map_with_version_kept (first, "b", "2026-11-09", NULL);
  g_autoptr (SsmMap) typed
    = ssm_map_with_text (second, ssm_part_id (map), SSM_EDITION_LABEL, "1.1");
  g_autoptr (SsmMap) third = ssm_map_with_version_kept (typed, "c", "2026-11-09", NULL);

  g_assert_cmpstr (ssm_map_text (third, SSM_EDITION_LABEL), ==, "1.4");
}

static void
test_rename_and_remove (void)
{
  g_autoptr (SsmMap) map = sample ();
  g_autofree char *id = NULL;
  g_autoptr (SsmMap) kept = ssm_map_with_version_kept (map, "First", "2026-11-09", &id);
  g_autoptr (SsmMap) named = ssm_map_with_text (kept, id, SSM_VERSION_LABEL, "Better");
  g_autoptr (SsmMap) without = ssm_map_with_part_removed (named, id);

  g_assert_cmpstr (ssm_part_text (ssm_map_version (named, 0), SSM_VERSION_LABEL), ==,
                   "Better");
  g_assert_true (ssm_map_version_content (named, id) == ssm_map_version_content (kept, id));
  g_assert_cmpuint (ssm_map_n_versions (without), ==, 0);
  g_assert_true (ssm_map_stage (without, 0) == ssm_map_stage (map, 0));
}

/* An id of a stage in the kept map that a version has been given since. */
static void
test_ids_stay_unique (void)
{
  g_autoptr (SsmMap) map = sample ();
  g_autofree char *id = NULL;
  g_autoptr (SsmMap) kept = ssm_map_with_version_kept (map, "First", "2026-11-09", &id);
  SsmPart *clash = ssm_part_copy (ssm_map_version (kept, 0));
  g_autoptr (SsmMap) hostile = ssm_part_copy (kept);
  g_autoptr (SsmMap) back = NULL;

  ssm_part_set_id (clash, ssm_part_id (ssm_map_stage (map, 0)));
  ssm_part_remove (hostile, SSM_LIST_STAGES, 0);
  ssm_part_insert (hostile, SSM_LIST_VERSIONS, 0, clash);
  ssm_part_seal (hostile);
  back = ssm_map_with_version_restored (hostile, id);
  g_assert_cmpuint (ssm_map_n_versions (back), ==, 2);
  g_assert_cmpstr (ssm_part_id (ssm_map_version (back, 0)), !=,
                   ssm_part_id (ssm_map_stage (back, 0)));
}

/* Nothing is kept that no file could hold. */
static void
test_limit (void)
{
  g_autoptr (SsmMap) map = sample ();
  g_autofree char *words = g_strnfill (1000 * 1000, 'x');
  guint n = 0;

  for (;;)
    {
      g_autofree char *id = NULL;
      g_autoptr (SsmMap) longer
        = ssm_map_with_text (map, ssm_part_id (map), SSM_MAP_SUBTITLE, words);
      SsmMap *kept = ssm_map_with_version_kept (longer, "More", "2026-11-09", &id);

      ssm_part_unref (map);
      map = kept;
      if (id == NULL)
        break;
      n++;
    }
  g_assert_cmpuint (n, >, 1);
  g_assert_cmpuint (n, <, 16);
  g_assert_cmpuint (ssm_map_n_versions (map), ==, n);
}

/* Whatever stands in the map: what was kept comes back as it was. (What others have written
 * around it is compared as bytes, with the writer's tests.) */
static void
test_laws (void)
{
  for (guint seed = 0; seed < 200; seed++)
    {
      g_autoptr (GRand) random = g_rand_new_with_seed (seed);
      g_autoptr (SsmMap) map = random_map (random, FALSE);
      g_autofree char *id = NULL;
      g_autoptr (SsmMap) kept = ssm_map_with_version_kept (map, "x", "2026-11-09", &id);
      g_autoptr (SsmMap) edited
        = ssm_map_with_text (kept, ssm_part_id (map), SSM_MAP_TITLE, "another");
      g_autoptr (SsmMap) back = NULL;

      g_assert_nonnull (id);
      back = ssm_map_with_version_restored (edited, id);
      g_assert_true (ssm_part_equal (back, kept));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/map-version/count-up", test_count_up);
  g_test_add_func ("/map-version/keep", test_keep);
  g_test_add_func ("/map-version/restore", test_restore);
  g_test_add_func ("/map-version/numbers", test_numbers_are_not_given_twice);
  g_test_add_func ("/map-version/rename-and-remove", test_rename_and_remove);
  g_test_add_func ("/map-version/ids", test_ids_stay_unique);
  g_test_add_func ("/map-version/limit", test_limit);
  g_test_add_func ("/map-version/laws", test_laws);
  return g_test_run ();
}
