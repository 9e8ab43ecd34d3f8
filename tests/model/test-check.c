/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The self-check grows from nothing answered to all answered as a map is written. */

#include <glib.h>

#include "ssm-check.h"
#include "ssm-map-edit.h"

/* Takes @map. */
static SsmMap *
add_written_stage (SsmMap *map, const char *block)
{
  g_autofree char *id = NULL;
  g_autoptr (SsmMap) empty = map;
  g_autoptr (SsmMap) stage
      = ssm_map_with_stage_added (empty, ssm_map_n_stages (empty), block, &id);
  g_autoptr (SsmMap) placed = ssm_map_with_text (stage, id, SSM_STAGE_BLOCK, block);
  g_autoptr (SsmMap) entered
      = ssm_map_with_criterion_added (placed, id, SSM_LIST_ENTRY, 0, "in", NULL);

  return ssm_map_with_criterion_added (entered, id, SSM_LIST_EXIT, 0, "out", NULL);
}

static SsmMap *
seven_blocks (void)
{
  SsmMap *map = ssm_map_new ();

  for (guint i = 0; ssm_blocks[i] != NULL; i++)
    map = add_written_stage (map, ssm_blocks[i]);
  return map;
}

static SsmMap *
complete_map (void)
{
  g_autoptr (SsmMap) map = seven_blocks ();
  g_autofree char *id = NULL;
  g_autoptr (SsmMap) titled
      = ssm_map_with_text (map, ssm_part_id (map), SSM_MAP_TITLE, "Map");
  g_autoptr (SsmMap) added = ssm_map_with_definition_added (titled, 0, "Lead", &id);

  return ssm_map_with_text (added, id, SSM_DEFINITION_TEXT, "Minimum data.");
}

/* "1010 detail|detail|…" */
static char *
answers (const SsmMap *map, const char *page_problem, guint diagnosed)
{
  g_autoptr (SsmSelfCheck) check = ssm_self_check_new (map, page_problem, diagnosed);
  GString *text = g_string_new (NULL);
  guint n_ok = 0;

  for (guint i = 0; i < SSM_N_CHECKS; i++)
    {
      n_ok += check->checks[i].ok ? 1 : 0;
      g_string_append_printf (text, "%s %s: %s\n", check->checks[i].ok ? "yes" : "no",
                              check->checks[i].id, check->checks[i].detail);
    }
  g_assert_cmpuint (check->n_ok, ==, n_ok);
  return g_string_free (text, FALSE);
}

static void
test_empty (void)
{
  g_autoptr (SsmMap) map = ssm_map_new ();
  g_autofree char *text = answers (map, NULL, 0);

  g_assert_cmpstr (text, ==,
                   "no blocks: No stage belongs to: Sourcing, Qualification, Discovery, "
                   "Proposal, Negotiation, Close, Expansion.\n"
                   "no criteria: There are no stages yet.\n"
                   "no page: There are no stages yet.\n"
                   "no deal: No live deal has been diagnosed yet.\n");
}

static void
test_complete (void)
{
  g_autoptr (SsmMap) map = complete_map ();
  g_autofree char *text = answers (map, NULL, 1);

  g_assert_cmpstr (text, ==,
                   "yes blocks: All seven blocks are mapped.\n"
                   "yes criteria: Every stage has enter and leave criteria.\n"
                   "yes page: The one-page map is complete.\n"
                   "yes deal: 1 live deal is diagnosed.\n");
}

static void
test_missing_block (void)
{
  g_autoptr (SsmMap) map = complete_map ();
  const char *id = ssm_part_id (ssm_map_stage (map, 4));
  g_autoptr (SsmMap) other = ssm_map_with_text (map, id, SSM_STAGE_BLOCK, "other");
  g_autoptr (SsmSelfCheck) check = ssm_self_check_new (other, NULL, 0);

  g_assert_false (check->checks[SSM_CHECK_BLOCKS].ok);
  g_assert_cmpstr (check->checks[SSM_CHECK_BLOCKS].detail, ==,
                   "No stage belongs to: Negotiation.");
  g_assert_cmpstr (check->checks[SSM_CHECK_BLOCKS].go_to, ==, id);
  /* or where one would be put in */
  ssm_self_check_free (g_steal_pointer (&check));
  ssm_part_unref (other);
  other = ssm_map_with_part_removed (map, id);
  check = ssm_self_check_new (other, NULL, 0);
  g_assert_cmpstr (check->checks[SSM_CHECK_BLOCKS].go_to, ==,
                   ssm_part_id (ssm_map_stage (other, 4)));
}

static void
test_missing_criteria (void)
{
  g_autoptr (SsmMap) map = complete_map ();
  const SsmPart *close = ssm_map_stage (map, 5);
  const char *leave = ssm_part_id (ssm_part_child (close, SSM_LIST_EXIT, 0));
  g_autoptr (SsmMap) blank = ssm_map_with_text (map, leave, SSM_CRITERION_TEXT, " ");
  g_autoptr (SsmSelfCheck) check = ssm_self_check_new (blank, NULL, 0);

  g_assert_false (check->checks[SSM_CHECK_CRITERIA].ok);
  g_assert_cmpstr (check->checks[SSM_CHECK_CRITERIA].detail, ==,
                   "6 close has no leave criteria.");
  g_assert_cmpstr (check->checks[SSM_CHECK_CRITERIA].go_to, ==, ssm_part_id (close));
}

static void
test_nameless_stage (void)
{
  g_autoptr (SsmMap) map = complete_map ();
  const SsmPart *close = ssm_map_stage (map, 5);
  const char *entry = ssm_part_id (ssm_part_child (close, SSM_LIST_ENTRY, 0));
  g_autoptr (SsmMap) empty = ssm_map_with_part_removed (map, entry);
  g_autoptr (SsmMap) nameless
      = ssm_map_with_text (empty, ssm_part_id (close), SSM_STAGE_NAME, "");
  g_autoptr (SsmSelfCheck) check = ssm_self_check_new (nameless, NULL, 0);

  g_assert_cmpstr (check->checks[SSM_CHECK_CRITERIA].detail, ==,
                   "Stage 6 has no enter criteria.");
}

static void
assert_page_detail (const SsmMap *map, const char *problem, const char *detail,
                    const char *go_to)
{
  g_autoptr (SsmSelfCheck) check = ssm_self_check_new (map, problem, 0);

  g_assert_false (check->checks[SSM_CHECK_PAGE].ok);
  g_assert_cmpstr (check->checks[SSM_CHECK_PAGE].detail, ==, detail);
  g_assert_cmpstr (check->checks[SSM_CHECK_PAGE].go_to, ==, go_to);
}

static void
test_page (void)
{
  g_autoptr (SsmMap) map = complete_map ();
  const char *id = ssm_part_id (map);
  const char *third = ssm_part_id (ssm_map_stage (map, 2));
  const char *lead = ssm_part_id (ssm_part_child (map, SSM_LIST_DEFINITIONS, 0));
  g_autoptr (SsmMap) untitled = ssm_map_with_text (map, id, SSM_MAP_TITLE, "");
  g_autoptr (SsmMap) nameless = ssm_map_with_text (map, third, SSM_STAGE_NAME, "");
  g_autoptr (SsmMap) undefined = ssm_map_with_part_removed (map, lead);
  const char *full = "Stage 5 has 3 lines too many for one page.";

  assert_page_detail (map, full, full, NULL);
  assert_page_detail (untitled, full, "The map has no title.", id);
  assert_page_detail (nameless, NULL, "Stage 3 has no name.", third);
  assert_page_detail (undefined, NULL,
                      "No word is defined yet. Lead, SQL and qualified discovery are the "
                      "usual three.", NULL);
}

static void
test_review_is_due (void)
{
  static const struct
  {
    const char *review, *today;
    gboolean due;
  } cases[] = {
    { "2027-02-22", "2026-11-23", FALSE }, { "2027-02-22", "2027-02-14", FALSE },
    { "2027-02-22", "2027-02-15", TRUE },  { "2027-02-22", "2027-02-22", TRUE },
    { "2027-02-22", "2027-03-01", TRUE },  { "", "2027-03-01", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SsmMap) empty = ssm_map_new ();
      g_autoptr (SsmMap) map = ssm_map_with_text (empty, ssm_part_id (empty),
                                                  SSM_EDITION_REVIEW, cases[i].review);

      g_assert_cmpint (ssm_review_is_due (map, cases[i].today), ==, cases[i].due);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/check/empty", test_empty);
  g_test_add_func ("/model/check/complete", test_complete);
  g_test_add_func ("/model/check/missing-block", test_missing_block);
  g_test_add_func ("/model/check/missing-criteria", test_missing_criteria);
  g_test_add_func ("/model/check/nameless-stage", test_nameless_stage);
  g_test_add_func ("/model/check/page", test_page);
  g_test_add_func ("/model/check/review-is-due", test_review_is_due);
  return g_test_run ();
}
