/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How figures are said: none without its two numbers, and none where there is none. */

#include "ssm-measure-words.h"

static void
assert_words (char *words, const char *expected)
{
  g_assert_cmpstr (words, ==, expected);
  g_free (words);
}

static void
test_ratios (void)
{
  assert_words (ssm_measure_ratio_words ((SsmRatio) { 92, 148 }), "62.2% (92 of 148)");
  assert_words (ssm_measure_ratio_words ((SsmRatio) { 1, 2 }), "50% (1 of 2, small sample)");
  assert_words (ssm_measure_ratio_words ((SsmRatio) { 0, 0 }), "–");
}

static void
test_days (void)
{
  SsmStayFigures figures = { .survival_median = -1, .longest = 138 };

  assert_words (ssm_measure_days_words (14), "14 d");
  assert_words (ssm_measure_days_words (0.5), "0.5 d");
  assert_words (ssm_measure_days_words (-1), "–");
  assert_words (ssm_measure_survival_words (&figures), "> 138 d");
  figures.survival_median = 69;
  assert_words (ssm_measure_survival_words (&figures), "69 d");
  figures = (SsmStayFigures) { .survival_median = -1, .longest = -1 };
  assert_words (ssm_measure_survival_words (&figures), "–");
  g_assert_null (ssm_day_to_iso (0));
  assert_words (ssm_day_to_iso (719163), "1970-01-01");
}

static void
test_coverage (void)
{
  SsmCoverageFigures coverage = { .state = SSM_COVERAGE_RATIO, .currency = "EUR",
                                  .open = { 310, 0 }, .remaining = { 100, 5000 } };

  assert_words (ssm_measure_coverage_words (&coverage),
                "3.1× (310 EUR open, 100.01 EUR of the quota left)");
  coverage.state = SSM_COVERAGE_MET;
  coverage.remaining = (SsmMoney) { -7, -500000 };
  assert_words (ssm_measure_coverage_words (&coverage),
                "the quota is met, and exceeded by 7.5 EUR");
  coverage.state = SSM_COVERAGE_NONE;
  assert_words (ssm_measure_coverage_words (&coverage), "no quota is set");
  assert_words (ssm_measure_money_words ((SsmMoney) { 5, 0 }, ""), "5");
}

/* Every note has words, and a name that scripts know it by. */
static void
test_notes (void)
{
  for (guint i = 0; i < SSM_N_MEASURE_NOTES; i++)
    {
      g_assert_cmpstr (ssm_measure_note_title (i), !=, "");
      g_assert_cmpstr (ssm_measure_note_name (i), !=, "");
      for (guint k = 0; k < i; k++)
        g_assert_cmpstr (ssm_measure_note_name (i), !=, ssm_measure_note_name (k));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/measure-words/ratios", test_ratios);
  g_test_add_func ("/measure-words/days", test_days);
  g_test_add_func ("/measure-words/coverage", test_coverage);
  g_test_add_func ("/measure-words/notes", test_notes);
  return g_test_run ();
}
