/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-agenda-edit.h"

#include "ssm-map-edit.h"

#include <string.h>

/* (transfer full): a map whose stages are of these blocks, with ids s0, s1 …. */
static SsmMap *
map_of (const char * const *blocks)
{
  SsmMap *map = ssm_part_new (SSM_KIND_MAP, "m");

  for (guint i = 0; blocks[i] != NULL; i++)
    {
      g_autofree char *id = g_strdup_printf ("s%u", i);
      SsmPart *stage = ssm_part_new (SSM_KIND_STAGE, id);

      ssm_part_set_text (stage, SSM_STAGE_BLOCK, blocks[i]);
      ssm_part_insert (map, SSM_LIST_STAGES, i, stage);
    }
  return ssm_part_seal (map);
}

/* (transfer full): "s0 80, s1 80 off, definitions 100". */
static char *
describe (const SsmAgenda *agenda)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < ssm_agenda_n_steps (agenda); i++)
    {
      const SsmPart *step = ssm_agenda_step (agenda, i);
      const char *stage = ssm_part_text (step, SSM_STEP_STAGE);

      g_string_append_printf (text, "%s%s %u%s", i > 0 ? ", " : "",
                              *stage != '\0' ? stage : ssm_part_text (step, SSM_STEP_OF),
                              ssm_step_seconds (step), ssm_step_is_on (step) ? "" : " off");
    }
  return g_string_free (text, FALSE);
}

static void
assert_steps (const SsmAgenda *agenda, const char *wanted)
{
  g_autofree char *text = describe (agenda);

  g_assert_cmpstr (text, ==, wanted);
}

static void
test_usual (void)
{
  g_autoptr (SsmMap) map = map_of (ssm_blocks);
  g_autoptr (SsmAgenda) agenda = ssm_agenda_new (map);

  assert_steps (agenda, "s0 80, s1 80, s2 80, s3 80, s4 80, s5 80, s6 80, definitions 100, "
                        "self-check 70, export 50");
  g_assert_cmpuint (ssm_agenda_seconds (agenda), ==, SSM_AGENDA_SECONDS);
  g_assert_cmpuint (ssm_agenda_silent_seconds (agenda), ==, SSM_SILENT_SECONDS);
  g_assert_true (ssm_step_stage (ssm_agenda_step (agenda, 2), map) == ssm_map_stage (map, 2));
  g_assert_null (ssm_step_stage (ssm_agenda_step (agenda, 7), map));
  g_assert_cmpint (ssm_step_kind (ssm_agenda_step (agenda, 8)), ==, SSM_STEP_IS_SELF_CHECK);
}

static void
test_any_number_of_stages (void)
{
  for (guint n = 0; n <= 40; n++)
    {
      g_autoptr (GPtrArray) blocks = g_ptr_array_new ();
      g_autoptr (SsmMap) map = NULL;
      g_autoptr (SsmAgenda) agenda = NULL;

      for (guint i = 0; i < n; i++)
        g_ptr_array_add (blocks, (char *) "");
      g_ptr_array_add (blocks, NULL);
      map = map_of ((const char * const *) blocks->pdata);
      agenda = ssm_agenda_new (map);
      g_assert_cmpuint (ssm_agenda_n_steps (agenda), ==, n + 3);
      g_assert_cmpuint (ssm_agenda_seconds (agenda), ==, n > 0 ? SSM_AGENDA_SECONDS : 220);
    }
}

static void
test_edits (void)
{
  static const char * const blocks[] = { "sourcing", "close", NULL };
  g_autoptr (SsmMap) map = map_of (blocks);
  g_autoptr (SsmAgenda) agenda = ssm_agenda_new (map);
  g_autoptr (SsmAgenda) moved = ssm_agenda_with_step_moved (agenda, 0, 1);
  g_autoptr (SsmAgenda) off = ssm_agenda_with_step_on (moved, 0, FALSE);
  g_autoptr (SsmAgenda) longer = ssm_agenda_with_step_seconds (off, 2, 200);
  g_autoptr (SsmAgenda) asked
    = ssm_agenda_with_step_prompts (longer, 1, "  Who?\n\n \nWhen,\tand how?\n");
  g_autoptr (SsmAgenda) named = ssm_agenda_with_title (asked, "For\nthe board");
  g_auto (GStrv) prompts = ssm_step_prompts (ssm_agenda_step (named, 1));
  g_auto (GStrv) none = ssm_step_prompts (ssm_agenda_step (named, 0));

  assert_steps (agenda, "s0 280, s1 280, definitions 100, self-check 70, export 50");
  assert_steps (named, "s1 280 off, s0 280, definitions 200, self-check 70, export 50");
  g_assert_cmpuint (ssm_agenda_seconds (named), ==, 600);
  g_assert_cmpuint (g_strv_length (prompts), ==, 2);
  g_assert_cmpstr (prompts[0], ==, "Who?");
  g_assert_cmpstr (prompts[1], ==, "When,\tand how?");
  g_assert_null (none);
  g_assert_cmpstr (ssm_part_text (named, SSM_AGENDA_TITLE), ==, "For the board");
}

/* Where nothing changes it is the same value. */
static void
test_nothing_to_change (void)
{
  g_autoptr (SsmMap) map = map_of (ssm_blocks);
  g_autoptr (SsmAgenda) agenda = ssm_agenda_new (map);
  SsmAgenda *same[] = {
    ssm_agenda_with_step_on (agenda, 3, TRUE),
    ssm_agenda_with_step_on (agenda, 99, FALSE),
    ssm_agenda_with_step_seconds (agenda, 0, 80),
    ssm_agenda_with_step_moved (agenda, 4, 4),
    ssm_agenda_with_step_moved (agenda, 9, 99),
    ssm_agenda_with_step_prompts (agenda, 0, " \n "),
    ssm_agenda_with_title (agenda, ""),
    ssm_agenda_with_seconds (agenda, SSM_AGENDA_SECONDS),
    ssm_agenda_fit (agenda, map),
  };

  for (guint i = 0; i < G_N_ELEMENTS (same); i++)
    {
      g_assert_true (same[i] == agenda);
      ssm_part_unref (same[i]);
    }
}

/* Exact to the second, whatever is on. */
static void
test_scaling (void)
{
  g_autoptr (SsmMap) map = map_of (ssm_blocks);
  g_autoptr (SsmAgenda) agenda = ssm_agenda_new (map);
  g_autoptr (SsmAgenda) shorter = ssm_agenda_with_step_on (agenda, 6, FALSE);
  g_autoptr (SsmAgenda) odd = ssm_agenda_with_step_seconds (shorter, 2, 137);

  for (guint minutes = SSM_AGENDA_MIN_MINUTES; minutes <= SSM_AGENDA_MAX_MINUTES; minutes++)
    {
      g_autoptr (SsmAgenda) scaled = ssm_agenda_with_seconds (odd, minutes * 60);

      g_assert_cmpuint (ssm_agenda_seconds (scaled), ==, minutes * 60);
      g_assert_cmpuint (ssm_step_seconds (ssm_agenda_step (scaled, 6)), ==, 80);
    }
}

static void
test_fit (void)
{
  static const char * const four[] = { "sourcing", "discovery", "discovery", "other", NULL };
  g_autoptr (SsmMap) map = map_of (ssm_blocks);
  g_autoptr (SsmMap) other = map_of (four);
  g_autoptr (SsmAgenda) usual = ssm_agenda_new (map);
  g_autoptr (SsmAgenda) asked = ssm_agenda_with_step_prompts (usual, 2, "What hurts?");
  g_autoptr (SsmAgenda) moved = ssm_agenda_with_step_moved (asked, 2, 0);
  g_autoptr (SsmAgenda) fitted = NULL;
  g_auto (GStrv) prompts = NULL;

  /* Ids first: s0 to s3 are there, whatever their blocks; s4 to s6 are not. */
  fitted = ssm_agenda_fit (moved, other);
  g_assert_cmpuint (ssm_agenda_n_steps (fitted), ==, 7);
  g_assert_cmpuint (ssm_agenda_seconds (fitted), ==, SSM_AGENDA_SECONDS);
  g_assert_cmpstr (ssm_part_text (ssm_agenda_step (fitted, 0), SSM_STEP_STAGE), ==, "s2");
  prompts = ssm_step_prompts (ssm_agenda_step (fitted, 0));
  g_assert_cmpstr (prompts[0], ==, "What hurts?");
}

/* A map of somebody else's has other ids: blocks count. */
static void
test_fit_by_block (void)
{
  static const char * const four[] = { "discovery", "sourcing", "discovery", "other", NULL };
  g_autoptr (SsmMap) map = map_of (ssm_blocks);
  g_autoptr (SsmMap) strange = map_of (four);
  g_autoptr (SsmPart) renamed = ssm_part_copy (strange);
  g_autoptr (SsmAgenda) agenda = ssm_agenda_new (map);
  g_autoptr (SsmAgenda) fitted = NULL;

  for (guint i = 0; i < ssm_map_n_stages (strange); i++)
    {
      SsmPart *stage = ssm_part_copy (ssm_map_stage (strange, i));
      g_autofree char *id = g_strdup_printf ("t%u", i);

      ssm_part_set_id (stage, id);
      ssm_part_replace (renamed, SSM_LIST_STAGES, i, stage);
    }
  fitted = ssm_agenda_fit (agenda, renamed);
  assert_steps (fitted, "t1 115, t0 116, t2 115, t3 116, definitions 144, self-check 101, "
                        "export 73");
  g_assert_cmpuint (ssm_agenda_seconds (fitted), ==, SSM_AGENDA_SECONDS);
}

static void
test_odd_files (void)
{
  static const char * const two[] = { "sourcing", "close", NULL };
  g_autoptr (SsmMap) map = map_of (two);
  g_autoptr (SsmAgenda) empty = ssm_part_seal (ssm_part_new (SSM_KIND_AGENDA, NULL));
  g_autoptr (SsmPart) twice = ssm_part_new (SSM_KIND_AGENDA, NULL);
  g_autoptr (SsmAgenda) filled = ssm_agenda_fit (empty, map);
  g_autoptr (SsmAgenda) fitted = NULL;

  g_assert_cmpuint (ssm_agenda_seconds (empty), ==, 0);
  g_assert_cmpuint (ssm_agenda_n_steps (filled), ==, 2);
  for (guint i = 0; i < 4; i++)
    {
      SsmPart *step = ssm_part_new (SSM_KIND_STEP, NULL);

      ssm_part_set_text (step, SSM_STEP_OF, i % 2 == 0 ? "export" : "sourcing");
      ssm_part_set_text (step, SSM_STEP_SECONDS, i < 2 ? "-20" : "9999999");
      ssm_part_insert (twice, SSM_LIST_STEPS, i, step);
    }
  ssm_part_seal (twice);
  g_assert_cmpuint (ssm_agenda_seconds (twice), ==,
                    2 * SSM_STEP_MIN_SECONDS + 2 * SSM_STEP_MAX_SECONDS);
  fitted = ssm_agenda_fit (twice, map);
  g_assert_cmpuint (ssm_agenda_n_steps (fitted), ==, 3);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/workshop/agenda/usual", test_usual);
  g_test_add_func ("/workshop/agenda/any-number-of-stages", test_any_number_of_stages);
  g_test_add_func ("/workshop/agenda/edits", test_edits);
  g_test_add_func ("/workshop/agenda/nothing-to-change", test_nothing_to_change);
  g_test_add_func ("/workshop/agenda/scaling", test_scaling);
  g_test_add_func ("/workshop/agenda/fit", test_fit);
  g_test_add_func ("/workshop/agenda/fit-by-block", test_fit_by_block);
  g_test_add_func ("/workshop/agenda/odd-files", test_odd_files);
  return g_test_run ();
}
