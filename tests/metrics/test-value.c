/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Money and moments, and the figures of durations, on their own. */

#include "metrics-fixture.h"

static SsmMoney
money (const char *text)
{
  SsmMoney amount;

  g_assert_true (ssm_money_from_text (text, &amount));
  return amount;
}

static void
assert_money (SsmMoney amount, const char *expected)
{
  char text[SSM_MONEY_TEXT];

  g_assert_cmpstr (ssm_money_to_text (amount, text), ==, expected);
}

static void
test_money_text (void)
{
  static const char * const good[] = { "0", "1", "-1", "0.5", "-0.5", "84000.25",
                                       "999999999999999.999999", "-999999999999999.000001" };
  static const char * const bad[] = { "", "-", "1.", ".5", "1,5", "1.1234567", "1 ",
                                      "1000000000000000", "1e5" };
  SsmMoney amount;

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    assert_money (money (good[i]), good[i]);
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_false (ssm_money_from_text (bad[i], &amount));
  assert_money (money ("5.10"), "5.1");
}

static void
test_money_sums (void)
{
  SsmMoney sum = money ("0.9");

  g_assert_true (ssm_money_add (&sum, money ("0.2")));
  assert_money (sum, "1.1");
  g_assert_true (ssm_money_add (&sum, money ("-1.2")));
  assert_money (sum, "-0.1");
  g_assert_true (ssm_money_add (&sum, money ("5")));
  assert_money (sum, "4.9");
  g_assert_true (ssm_money_add (&sum, ssm_money_negative (sum)));
  g_assert_true (ssm_money_is_zero (sum));

  sum = (SsmMoney) { G_MAXINT64 - 10, 0 };
  g_assert_false (ssm_money_add (&sum, money ("100")));
  g_assert_cmpint (sum.whole, ==, G_MAXINT64 - 10);
  g_assert_cmpint (ssm_money_compare (money ("-0.1"), money ("-0.2")), ==, 1);
}

static void
test_money_shares (void)
{
  assert_money (ssm_money_share (money ("100"), 1, 3), "33.333333");
  assert_money (ssm_money_share (money ("200"), 1, 3), "66.666667");
  assert_money (ssm_money_share (money ("-200"), 1, 3), "-66.666667");
  assert_money (ssm_money_share (money ("999999999999999.999999"), G_MAXINT, G_MAXINT),
                "999999999999999.999999");
  assert_money (ssm_money_share (money ("0.000001"), 1, 2), "0.000001");
  assert_money (ssm_money_rounded (money ("0.005")), "0.01");
  assert_money (ssm_money_rounded (money ("-0.005")), "-0.01");
  assert_money (ssm_money_rounded (money ("0.994999")), "0.99");
  assert_money (ssm_money_rounded (money ("0.995")), "1");
}

static void
test_instants (void)
{
  SsmInstant day = fixture_instant ("2026-01-05");
  SsmInstant time = fixture_instant ("2026-01-05T23:59-11:00");

  g_assert_cmpuint (ssm_instant_day (SSM_INSTANT_NONE), ==, 0);
  g_assert_cmpint (ssm_instant_of_day (0), ==, SSM_INSTANT_NONE);
  g_assert_false (ssm_instant_has_time (day));
  g_assert_true (ssm_instant_has_time (time));
  g_assert_cmpuint (ssm_instant_day (time), ==, fixture_day ("2026-01-05"));
  g_assert_cmpuint (ssm_instant_day (ssm_instant_end_of_day (day)), ==,
                    fixture_day ("2026-01-05"));
  g_assert_cmpint (ssm_instant_end_of_day (day), >, fixture_instant ("2026-01-05T23:59"));
  g_assert_cmpint (ssm_instant_end_of_day (day), <, fixture_instant ("2026-01-06"));
  g_assert_cmpuint (ssm_instant_day (ssm_instant_of_time (-1, 0)), ==,
                    fixture_day ("1969-12-31"));
  g_assert_cmpuint (ssm_instant_day (ssm_instant_of_time (-1, 60)), ==,
                    fixture_day ("1970-01-01"));
}

#define DAYS(n) ((n) * SSM_DAY_MS)

/* The median of an even number is between the two, a percentile is one of them. */
static void
test_stays (void)
{
  gint64 finished[] = { DAYS (10), DAYS (1), DAYS (4), DAYS (2) };
  gint64 censored[] = { DAYS (30), DAYS (3) };
  SsmStayFigures figures;

  ssm_stay_figures_make (&figures, finished, 4, censored, 2);
  assert_days (figures.median, 3);
  assert_days (figures.p90, 10);
  /* 6 at risk: 5/6 after one day, 4/6 after two; then 3 are: 4/9 after four. */
  assert_days (figures.survival_median, 4);
  assert_days (figures.longest, 30);
  assert_days (figures.open_median, 16.5);

  ssm_stay_figures_make (&figures, finished, 1, censored, 2);
  assert_days (figures.survival_median, -1);
  ssm_stay_figures_make (&figures, NULL, 0, NULL, 0);
  assert_days (figures.median, -1);
  assert_days (figures.longest, -1);
}

/* One that is censored when another ends is still at risk then. */
static void
test_ties (void)
{
  gint64 finished[] = { DAYS (5) };
  gint64 censored[] = { DAYS (5) };
  SsmStayFigures figures;

  ssm_stay_figures_make (&figures, finished, 1, censored, 1);
  assert_days (figures.survival_median, 5);
}

int
main (int argc, char *argv[])
{
  static const FixtureTest tests[] = {
    { "money-text", test_money_text }, { "money-sums", test_money_sums },
    { "money-shares", test_money_shares }, { "instants", test_instants },
    { "stays", test_stays }, { "ties", test_ties }, { NULL },
  };

  return fixture_run (argc, argv, "/value/", tests);
}
