/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What comes along when a part is taken to another place, under which id. */

#include "ssm-fragment.h"

#include <string.h>

#include "ssm-map-edit.h"

static SsmPart *
criterion (const char *id, const char *text)
{
  SsmPart *part = ssm_part_new (SSM_KIND_CRITERION, id);

  ssm_part_set_text (part, SSM_CRITERION_TEXT, text);
  ssm_part_set_text (part, SSM_CRITERION_PROOF, "mail");
  return part;
}

static SsmPart *
add_stage (SsmPart *map, const char *id, const char *name)
{
  SsmPart *stage = ssm_part_new (SSM_KIND_STAGE, id);

  ssm_part_set_text (stage, SSM_STAGE_NAME, name);
  ssm_part_set_text (stage, SSM_STAGE_OUTCOME, "d-sql");
  ssm_part_insert (stage, SSM_LIST_ENTRY, 0, criterion (id + 2, "in"));
  ssm_part_insert (map, SSM_LIST_STAGES, ssm_map_n_stages (map), stage);
  return stage;
}

static void
add_link (SsmPart *map, const char *id, const char *from, const char *to)
{
  SsmPart *link = ssm_part_new (SSM_KIND_LINK, id);

  ssm_part_set_text (link, SSM_LINK_FROM, from);
  ssm_part_set_text (link, SSM_LINK_TO, to);
  ssm_part_insert (map, SSM_LIST_LINKS, ssm_part_n_children (map, SSM_LIST_LINKS), link);
}

static SsmMap *
map_new (void)
{
  SsmPart *map = ssm_part_new (SSM_KIND_MAP, "m-1");
  SsmPart *sql = ssm_part_new (SSM_KIND_DEFINITION, "d-sql");

  ssm_part_set_text (sql, SSM_DEFINITION_TERM, "SQL");
  ssm_part_insert (map, SSM_LIST_DEFINITIONS, 0, sql);
  add_stage (map, "s-a", "A");
  add_stage (map, "s-b", "B");
  add_link (map, "l-ab", "s-a", "s-b");
  add_link (map, "l-lost", "lost", "s-a");
  return ssm_part_seal (map);
}

static void
test_copied_criterion_gets_an_id (void)
{
  g_autoptr (SsmMap) map = map_new ();
  g_autoptr (SsmMap) fragment = ssm_map_fragment (map, "a", SSM_LIST_NONE, FALSE);
  g_autofree char *id = NULL;
  g_autoptr (SsmMap) pasted
    = ssm_map_with_criteria (map, "s-b", SSM_LIST_EXIT, 0, fragment, &id);
  const SsmPart *copy = ssm_map_find (pasted, id);

  g_assert_cmpint (ssm_fragment_kind (fragment), ==, SSM_FRAGMENT_CRITERIA);
  g_assert_cmpstr (id, !=, "a");
  g_assert_cmpstr (ssm_part_text (copy, SSM_CRITERION_PROOF), ==, "mail");
  g_assert_cmpuint (ssm_part_n_children (ssm_map_find (pasted, "s-b"), SSM_LIST_EXIT), ==, 1);
}

static void
test_cut_criterion_keeps_its_id_once (void)
{
  g_autoptr (SsmMap) map = map_new ();
  g_autoptr (SsmMap) fragment = ssm_map_fragment (map, "a", SSM_LIST_NONE, TRUE);
  g_autoptr (SsmMap) without = ssm_map_with_part_removed (map, "a");
  g_autofree char *first = NULL, *second = NULL;
  g_autoptr (SsmMap) once
    = ssm_map_with_criteria (without, "s-b", SSM_LIST_EXIT, 0, fragment, &first);
  g_autoptr (SsmMap) twice
    = ssm_map_with_criteria (once, "s-b", SSM_LIST_EXIT, 0, fragment, &second);

  g_assert_cmpstr (first, ==, "a");
  g_assert_cmpstr (second, !=, "a");
  g_assert_cmpuint (ssm_map_n_criteria (twice), ==, 3);
}

static void
test_cell_goes_where_it_stood (void)
{
  g_autoptr (SsmMap) map = map_new ();
  g_autoptr (SsmMap) fragment = ssm_map_fragment (map, "s-a", SSM_LIST_ENTRY, FALSE);
  g_autoptr (SsmMap) pasted
    = ssm_map_with_criteria (map, "s-b", SSM_LIST_NONE, 0, fragment, NULL);

  g_assert_cmpuint (ssm_part_n_children (ssm_map_find (pasted, "s-b"), SSM_LIST_ENTRY), ==,
                    2);
  g_assert_null (ssm_map_fragment (map, "s-a", SSM_LIST_EXIT, FALSE));
  g_assert_null (ssm_map_fragment (map, "d-sql", SSM_LIST_NONE, FALSE));
}

static void
test_stage_brings_its_word_and_no_links (void)
{
  g_autoptr (SsmMap) map = map_new ();
  g_autoptr (SsmMap) other = ssm_map_new ();
  g_autoptr (SsmMap) fragment = ssm_map_fragment (map, "s-a", SSM_LIST_NONE, FALSE);
  g_autoptr (SsmMap) pasted = ssm_map_with_stages (other, 0, fragment, NULL, NULL);
  g_autoptr (SsmMap) again = ssm_map_with_stages (pasted, 0, fragment, NULL, NULL);

  g_assert_cmpint (ssm_fragment_kind (fragment), ==, SSM_FRAGMENT_STAGES);
  g_assert_cmpuint (ssm_part_n_children (fragment, SSM_LIST_LINKS), ==, 0);
  g_assert_cmpuint (ssm_map_n_stages (again), ==, 2);
  g_assert_cmpuint (ssm_part_n_children (again, SSM_LIST_DEFINITIONS), ==, 1);
  for (guint i = 0; i < 2; i++)
    g_assert_cmpstr (ssm_part_text (ssm_map_outcome (again, ssm_map_stage (again, i)),
                                    SSM_DEFINITION_TERM),
                     ==, "SQL");
}

static void
test_map_brings_its_links (void)
{
  g_autoptr (SsmMap) map = map_new ();
  g_autoptr (SsmMap) other = ssm_map_new ();
  g_autoptr (SsmMap) fragment = ssm_map_fragment (map, "m-1", SSM_LIST_NONE, FALSE);
  g_autoptr (SsmMap) pasted = ssm_map_with_stages (other, 0, fragment, NULL, NULL);
  const SsmPart *link = ssm_part_child (pasted, SSM_LIST_LINKS, 0);
  const SsmPart *lost = ssm_part_child (pasted, SSM_LIST_LINKS, 1);

  g_assert_cmpint (ssm_fragment_kind (fragment), ==, SSM_FRAGMENT_MAP);
  g_assert_cmpstr (ssm_part_text (link, SSM_LINK_FROM), ==,
                   ssm_part_id (ssm_map_stage (pasted, 0)));
  g_assert_cmpstr (ssm_part_text (link, SSM_LINK_TO), ==,
                   ssm_part_id (ssm_map_stage (pasted, 1)));
  g_assert_cmpstr (ssm_part_text (lost, SSM_LINK_FROM), ==, "lost");
  g_assert_null (ssm_map_find (pasted, "s-a"));
}

static void
test_limits_leave_the_map_alone (void)
{
  g_autoptr (SsmMap) map = map_new ();
  g_autoptr (SsmMap) fragment = NULL;
  g_autoptr (SsmMap) full = NULL;
  SsmPart *many = ssm_fragment_new (SSM_FRAGMENT_STAGES, "en", FALSE);

  for (guint i = 0; i < SSM_MAX_STAGES; i++)
    {
      g_autofree char *id = g_strdup_printf ("s-%u", i);

      ssm_part_insert (many, SSM_LIST_STAGES, i, ssm_part_new (SSM_KIND_STAGE, id));
    }
  fragment = ssm_part_seal (many);
  full = ssm_map_with_stages (map, 0, fragment, NULL, NULL);
  g_assert_true (full == map);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/fragment/copied-criterion", test_copied_criterion_gets_an_id);
  g_test_add_func ("/fragment/cut-criterion", test_cut_criterion_keeps_its_id_once);
  g_test_add_func ("/fragment/cell", test_cell_goes_where_it_stood);
  g_test_add_func ("/fragment/stage", test_stage_brings_its_word_and_no_links);
  g_test_add_func ("/fragment/map", test_map_brings_its_links);
  g_test_add_func ("/fragment/limits", test_limits_leave_the_map_alone);
  return g_test_run ();
}
