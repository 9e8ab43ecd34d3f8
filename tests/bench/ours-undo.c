/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One edit of a criterion and its undo on a map of seven stages; prints seconds. The
 * argument is a budget in microseconds: with it, that is printed instead, as the limit. */

#include "median.h"
#include "ssm-history.h"
#include "ssm-map-edit.h"

#define N_RUNS 101
#define N_STEPS 500

static SsmMap *
seven_stages (void)
{
  SsmMap *map = ssm_map_new ();

  for (guint s = 0; s < 7; s++)
    {
      g_autofree char *stage = NULL;
      SsmMap *next = ssm_map_with_stage_added (map, s, "Stage", &stage);

      ssm_part_unref (map);
      map = next;
      for (guint c = 0; c < 6; c++)
        {
          next = ssm_map_with_criterion_added (
            map, stage, c % 2 == 0 ? SSM_LIST_ENTRY : SSM_LIST_EXIT, 0, "Criterion", NULL);
          ssm_part_unref (map);
          map = next;
        }
    }

  return map;
}

static double
run (SsmMap *map, const char *id)
{
  g_autoptr (SsmHistory) history = ssm_history_new (map);
  gint64 start = g_get_monotonic_time ();

  for (guint i = 0; i < N_STEPS; i++)
    {
      g_autoptr (SsmMap) edited = ssm_map_with_text (
        ssm_history_current (history), id, SSM_CRITERION_TEXT, i % 2 == 0 ? "a" : "b");
      ssm_history_push (history, edited, "Edit", NULL);
    }
  while (ssm_history_undo (history) != NULL)
    continue;

  return (g_get_monotonic_time () - start) / 1e6 / N_STEPS;
}

int
main (int argc, char **argv)
{
  g_autoptr (SsmMap) map = seven_stages ();
  const SsmPart *criterion = ssm_part_child (ssm_map_stage (map, 6), SSM_LIST_EXIT, 0);
  double seconds[N_RUNS];

  for (guint i = 0; i < N_RUNS; i++)
    seconds[i] = run (map, ssm_part_id (criterion));
  if (argc > 1)
    g_print ("%.9f\n", g_ascii_strtod (argv[1], NULL) / 1e6);
  else
    g_print ("%.9f\n", median (seconds, N_RUNS));
  return 0;
}
