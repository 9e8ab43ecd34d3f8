/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-workshop-clock.h"

#define S ((gint64) G_USEC_PER_SEC)

static const guint plan[] = { 80, 80, 60 };

static void
test_counts_down (void)
{
  g_autoptr (SsmWorkshopClock) clock = ssm_workshop_clock_new (plan, G_N_ELEMENTS (plan));

  g_assert_cmpint (ssm_workshop_clock_left (clock, 500 * S), ==, 80);
  ssm_workshop_clock_start (clock, 1000 * S);
  g_assert_cmpint (ssm_workshop_clock_left (clock, 1000 * S + 1), ==, 80);
  g_assert_cmpint (ssm_workshop_clock_left (clock, 1032 * S), ==, 48);
  g_assert_cmpint (ssm_workshop_clock_total_left (clock, 1032 * S), ==, 188);
  g_assert_cmpfloat (ssm_workshop_clock_share (clock, 1020 * S), ==, 0.75);
  /* It says so, and goes on. */
  g_assert_cmpint (ssm_workshop_clock_left (clock, 1090 * S), ==, -10);
  g_assert_cmpfloat (ssm_workshop_clock_share (clock, 1090 * S), ==, 0);
  /* A moment that was read before the last one. */
  g_assert_cmpint (ssm_workshop_clock_left (clock, 999 * S), ==, 80);
}

static void
test_pause_and_more (void)
{
  g_autoptr (SsmWorkshopClock) clock = ssm_workshop_clock_new (plan, G_N_ELEMENTS (plan));

  ssm_workshop_clock_start (clock, 0);
  ssm_workshop_clock_pause (clock, 30 * S);
  g_assert_false (ssm_workshop_clock_is_running (clock));
  g_assert_cmpint (ssm_workshop_clock_left (clock, 5000 * S), ==, 50);
  ssm_workshop_clock_start (clock, 5000 * S);
  ssm_workshop_clock_add (clock, 30);
  g_assert_cmpint (ssm_workshop_clock_left (clock, 5010 * S), ==, 70);
  g_assert_cmpuint (ssm_workshop_clock_total (clock), ==, 250);
}

/* What one step saves or takes is added to the rest, or taken from it. */
static void
test_steps (void)
{
  g_autoptr (SsmWorkshopClock) clock = ssm_workshop_clock_new (plan, G_N_ELEMENTS (plan));

  ssm_workshop_clock_start (clock, 0);
  ssm_workshop_clock_go_to (clock, 1, 66 * S);
  g_assert_cmpint (ssm_workshop_clock_left (clock, 66 * S), ==, 80);
  g_assert_cmpint (ssm_workshop_clock_total_left (clock, 66 * S), ==, 154);
  ssm_workshop_clock_go_to (clock, 2, 166 * S);
  g_assert_cmpint (ssm_workshop_clock_total_left (clock, 166 * S), ==, 54);
  ssm_workshop_clock_go_to (clock, 0, 170 * S);
  g_assert_cmpint (ssm_workshop_clock_left (clock, 170 * S), ==, 14);
  g_assert_cmpuint (ssm_workshop_clock_used (clock, 1, 170 * S), ==, 100);
  g_assert_cmpuint (ssm_workshop_clock_planned (clock, 1), ==, 80);
}

/* As after a crash. */
static void
test_goes_on (void)
{
  g_autoptr (SsmWorkshopClock) clock = ssm_workshop_clock_new (plan, G_N_ELEMENTS (plan));

  ssm_workshop_clock_set_used (clock, 0, 70);
  ssm_workshop_clock_set_used (clock, 1, 20);
  ssm_workshop_clock_go_to (clock, 1, 5 * S);
  ssm_workshop_clock_start (clock, 5 * S);
  g_assert_cmpint (ssm_workshop_clock_left (clock, 15 * S), ==, 50);
  g_assert_cmpint (ssm_workshop_clock_total_left (clock, 15 * S), ==, 120);
}

static void
test_signs (void)
{
  g_autoptr (SsmWorkshopClock) clock = ssm_workshop_clock_new (plan, G_N_ELEMENTS (plan));

  ssm_workshop_clock_start (clock, 0);
  g_assert_cmpint (ssm_workshop_clock_sign (clock, 39 * S), ==, SSM_CLOCK_QUIET);
  g_assert_cmpint (ssm_workshop_clock_sign (clock, 40 * S), ==, SSM_CLOCK_HALF);
  g_assert_cmpint (ssm_workshop_clock_sign (clock, 41 * S), ==, SSM_CLOCK_QUIET);
  g_assert_cmpint (ssm_workshop_clock_sign (clock, 65 * S), ==, SSM_CLOCK_WARNING);
  g_assert_cmpint (ssm_workshop_clock_sign (clock, 80 * S), ==, SSM_CLOCK_UP);
  g_assert_cmpint (ssm_workshop_clock_sign (clock, 95 * S), ==, SSM_CLOCK_QUIET);
  ssm_workshop_clock_add (clock, 30);
  g_assert_cmpint (ssm_workshop_clock_sign (clock, 96 * S), ==, SSM_CLOCK_WARNING);
  g_assert_cmpint (ssm_workshop_clock_sign (clock, 110 * S), ==, SSM_CLOCK_UP);
}

/* However it is stopped, started and moved about: what was used and what is left make up
 * what was planned, and time that did not count was not used. */
static void
test_law (void)
{
  for (guint run = 0; run < 300; run++)
    {
      g_autoptr (SsmWorkshopClock) clock = ssm_workshop_clock_new (plan, G_N_ELEMENTS (plan));
      gint64 now = 0, counted = 0;

      for (guint i = 0; i < 50; i++)
        {
          gint64 pass = g_test_rand_int_range (0, 20) * S;
          guint all = 0;

          now += pass;
          counted += ssm_workshop_clock_is_running (clock) ? pass : 0;
          switch (g_test_rand_int_range (0, 4))
            {
            case 0: ssm_workshop_clock_start (clock, now); break;
            case 1: ssm_workshop_clock_pause (clock, now); break;
            case 2: ssm_workshop_clock_add (clock, 30); break;
            default: ssm_workshop_clock_go_to (clock, g_test_rand_int_range (0, 3), now);
            }
          for (guint step = 0; step < G_N_ELEMENTS (plan); step++)
            all += ssm_workshop_clock_used (clock, step, now);
          g_assert_cmpint (all, ==, counted / S);
          g_assert_cmpint (ssm_workshop_clock_total_left (clock, now) + (int) all, ==,
                           (int) ssm_workshop_clock_total (clock));
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/workshop-clock/counts-down", test_counts_down);
  g_test_add_func ("/workshop-clock/pause-and-more", test_pause_and_more);
  g_test_add_func ("/workshop-clock/steps", test_steps);
  g_test_add_func ("/workshop-clock/goes-on", test_goes_on);
  g_test_add_func ("/workshop-clock/signs", test_signs);
  g_test_add_func ("/workshop-clock/law", test_law);
  return g_test_run ();
}
