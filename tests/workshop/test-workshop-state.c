/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is kept of a running workshop comes back after a crash, and a damaged record is none
 * and does no harm. */

#include "ssm-workshop-state.h"

#include <glib/gstdio.h>
#include <string.h>

#include "ssm-agenda-edit.h"
#include "ssm-map-edit.h"

#define DAMAGES 100

/* (transfer full): a map of one stage. */
static SsmMap *
small_map (void)
{
  g_autoptr (SsmMap) empty = ssm_map_new ();
  g_autoptr (SsmMap) named
    = ssm_map_with_text (empty, ssm_part_id (empty), SSM_MAP_TITLE, "Northgate = \\n; x");

  return ssm_map_with_stage_added (named, 0, "One", NULL);
}

/* Writes a workshop of @map that is somewhere in the middle. */
static void
write_middle (SsmMap *map)
{
  g_autoptr (SsmAgenda) usual = ssm_agenda_new (map);
  g_autoptr (SsmAgenda) agenda = ssm_agenda_with_step_prompts (usual, 0, "Who?\n\"When\"?");
  g_autoptr (SsmWorkshopState) state
    = ssm_workshop_state_new (map, "/home/x/a b.salesmap", agenda);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (state->left, ==, SSM_AGENDA_SECONDS);
  state->step = 1;
  state->step_left = -7;
  state->left = 250;
  state->saved = 40;
  g_array_index (state->used, guint, 0) = 123;
  g_assert_true (ssm_workshop_state_write (state, &error));
  g_assert_no_error (error);
}

static void
test_comes_back (void)
{
  g_autoptr (SsmMap) map = small_map ();
  g_autoptr (SsmWorkshopState) state = NULL;
  g_auto (GStrv) prompts = NULL;

  write_middle (map);
  state = ssm_workshop_state_find (ssm_part_id (map));
  g_assert_nonnull (state);
  g_assert_cmpstr (state->path, ==, "/home/x/a b.salesmap");
  g_assert_cmpstr (state->title, ==, "Northgate = \\n; x");
  g_assert_cmpuint (state->step, ==, 1);
  g_assert_cmpint (state->step_left, ==, -7);
  g_assert_cmpint (state->left, ==, 250);
  g_assert_cmpint (state->saved, ==, 40);
  g_assert_cmpuint (state->used->len, ==, 4);
  g_assert_cmpuint (g_array_index (state->used, guint, 0), ==, 123);
  g_assert_true (ssm_part_equal (state->before, map));
  prompts = ssm_step_prompts (ssm_agenda_step (state->agenda, 0));
  g_assert_cmpstr (prompts[1], ==, "\"When\"?");
  ssm_workshop_state_forget (ssm_part_id (map));
}

/* The map before is that of the beginning, however often the record is written. */
static void
test_before_is_kept (void)
{
  g_autoptr (SsmMap) map = small_map ();
  g_autoptr (SsmMap) later
    = ssm_map_with_text (map, ssm_part_id (map), SSM_MAP_TITLE, "Later");
  g_autoptr (SsmWorkshopState) state = NULL;

  write_middle (map);
  write_middle (later);
  state = ssm_workshop_state_find (ssm_part_id (map));
  g_assert_cmpstr (state->title, ==, "Later");
  g_assert_cmpstr (ssm_map_text (state->before, SSM_MAP_TITLE), ==, "Northgate = \\n; x");
  ssm_workshop_state_forget (ssm_part_id (map));
}

static void
test_list_and_forget (void)
{
  g_autoptr (SsmMap) first = small_map ();
  g_autoptr (SsmMap) second = small_map ();
  g_autoptr (GPtrArray) states = NULL, left = NULL, none = NULL;
  const SsmWorkshopState *newest;

  none = ssm_workshop_state_list ();
  g_assert_cmpuint (none->len, ==, 0);
  write_middle (first);
  write_middle (second);
  states = ssm_workshop_state_list ();
  g_assert_cmpuint (states->len, ==, 2);
  newest = states->pdata[0];
  g_assert_cmpstr (newest->map, ==, ssm_part_id (second));

  ssm_workshop_state_forget (ssm_part_id (second));
  left = ssm_workshop_state_list ();
  g_assert_cmpuint (left->len, ==, 1);
  g_assert_null (ssm_workshop_state_find (ssm_part_id (second)));
  g_assert_null (ssm_workshop_state_find ("../../etc/passwd"));
  ssm_workshop_state_forget (ssm_part_id (first));
}

/* Cut off, bits turned over, bytes put in: whatever is read then makes sense or is not
 * there. */
static void
test_damage (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed ((guint32) g_test_rand_int ());
  g_autoptr (SsmMap) map = small_map ();
  g_autofree char *name = g_strconcat (ssm_part_id (map), ".ini", NULL);
  g_autofree char *path
    = g_build_filename (g_get_user_state_dir (), "salesmap", "workshop", name, NULL);
  g_autofree char *good = NULL;
  gsize length;

  write_middle (map);
  g_assert_true (g_file_get_contents (path, &good, &length, NULL));
  for (guint i = 0; i < DAMAGES; i++)
    {
      g_autofree char *bad = g_memdup2 (good, length);
      gsize cut = i % 3 == 0 ? (gsize) g_rand_int_range (random, 0, (int) length) : length;
      g_autoptr (SsmWorkshopState) state = NULL;

      for (guint k = 0; k < i % 5; k++)
        bad[g_rand_int_range (random, 0, (int) length)] = (char) g_rand_int (random);
      g_assert_true (g_file_set_contents (path, bad, (gssize) cut, NULL));
      state = ssm_workshop_state_find (ssm_part_id (map));
      if (state == NULL)
        continue;
      g_assert_cmpuint (state->step, <, ssm_agenda_n_steps (state->agenda));
      g_assert_cmpuint (state->used->len, ==, ssm_agenda_n_steps (state->agenda));
      g_assert_cmpint (ABS (state->left), <=, SSM_STEP_MAX_SECONDS * 24);
    }
  ssm_workshop_state_forget (ssm_part_id (map));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/workshop/state/comes-back", test_comes_back);
  g_test_add_func ("/workshop/state/before-is-kept", test_before_is_kept);
  g_test_add_func ("/workshop/state/list-and-forget", test_list_and_forget);
  g_test_add_func ("/workshop/state/damage", test_damage);
  return g_test_run ();
}
