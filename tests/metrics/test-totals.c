/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The same of what is counted over all stages: wins, money, coverage, lost reasons. */

#include "metrics-fixture.h"

static void
test_closing (void)
{
  g_auto (Case) self = { 0 };
  SsmMeasureOptions january = { .as_of = fixture_day ("2026-03-01"),
                                .from = fixture_day ("2026-01-01"),
                                .to = fixture_day ("2026-01-31") };
  static const char lines[] = "a created=2026-01-01 state=won\n"
                              "b created=2026-01-01 state=lost stage=1 closed=2026-01-05\n"
                              "c created=2026-01-09 state=won closed=2026-01-05";

  measure (&self, lines, NULL);
  g_assert_cmpuint (self.measure->win.count.numerator, ==, 2);
  g_assert_cmpuint (self.measure->win.count.denominator, ==, 3);
  assert_note (self, NO_CLOSE_DATE, 1);
  assert_note (self, NO_REASON, 1);
  assert_note (self, NEGATIVE, 1);
  g_assert_cmpuint (self.measure->cycle.won.n_finished, ==, 0);
  g_assert_cmpuint (self.measure->cycle.lost.n_finished, ==, 1);

  /* Nobody knows that a was won in January. */
  measure (&self, lines, &january);
  g_assert_cmpuint (self.measure->win.count.numerator, ==, 1);
  g_assert_cmpuint (self.measure->win.count.denominator, ==, 2);
}

static const SsmMoneyFigures *
money_of (const Case *self, const char *currency)
{
  for (guint i = 0; i < self->measure->n_currencies; i++)
    if (g_str_equal (self->measure->money[i].currency, currency))
      return &self->measure->money[i];
  return NULL;
}

static void
assert_money (SsmMoney money, const char *expected)
{
  char text[SSM_MONEY_TEXT];

  g_assert_cmpstr (ssm_money_to_text (money, text), ==, expected);
}

/* Blank, nothing, less than nothing, several currencies and none. */
static void
test_amounts (void)
{
  g_auto (Case) self = { 0 };
  SsmMoneyRatio ratio;

  measure (&self,
           "a state=won amount=0.1 currency=EUR\nb state=won amount=0.2 currency=EUR\n"
           "c state=lost amount=0.3 currency=EUR\nd state=lost currency=EUR\n"
           "e state=won amount=-5 currency=EUR\nf state=won amount=7 currency=USD\n"
           "g state=lost amount=0 currency=USD\nh state=open amount=9",
           NULL);
  g_assert_cmpuint (self.measure->n_currencies, ==, 3);
  assert_note (self, CURRENCIES, 3);
  assert_note (self, NO_AMOUNT, 1);
  assert_note (self, NEGATIVE_AMOUNT, 1);
  assert_note (self, NO_CURRENCY, 1);
  assert_money (money_of (&self, "EUR")->won, "0.3");
  assert_money (money_of (&self, "USD")->won, "7");
  assert_money (money_of (&self, "")->open, "9");
  g_assert_true (ssm_money_figures_win_rate (money_of (&self, "EUR"), &self.measure->win,
                                             &ratio));
  assert_money (ratio.denominator, "0.6");
  /* Lost deals in dollars have no amounts: a rate would be all. */
  g_assert_false (ssm_money_figures_win_rate (money_of (&self, "USD"), &self.measure->win,
                                              &ratio));
}

static void
test_bulk (void)
{
  g_auto (Case) self = { 0 };
  g_autoptr (GString) lines = g_string_new (NULL);

  for (guint i = 0; i < 10; i++)
    g_string_append_printf (lines, "%u state=lost closed=2026-01-31\n", i);
  measure (&self, lines->str, NULL);
  assert_note (self, BULK_CLOSED, 10);
  g_string_append (lines, "x state=lost closed=2026-01-30\n");
  measure (&self, lines->str, NULL);
  assert_note (self, BULK_CLOSED, 0);
}

static void
assert_quarter (const char *day, guint start, const char *from, const char *to)
{
  g_auto (Case) self = { 0 };
  SsmMeasureOptions options = as_of (day);

  options.fiscal_start = start;
  measure (&self, "", &options);
  g_assert_cmpuint (self.measure->coverage.from, ==, fixture_day (from));
  g_assert_cmpuint (self.measure->coverage.to, ==, fixture_day (to));
}

/* Deals of months against the quota of a quarter, whose year begins in any month. */
static void
test_quota (void)
{
  g_auto (Case) self = { 0 };
  SsmMeasureOptions options = as_of ("2026-05-20");

  assert_quarter ("2026-05-20", 0, "2026-04-01", "2026-06-30");
  assert_quarter ("2026-05-20", 2, "2026-05-01", "2026-07-31");
  assert_quarter ("2026-01-31", 3, "2025-12-01", "2026-02-28");

  options.from = fixture_day ("2026-04-20");
  options.to = fixture_day ("2026-05-20");
  measure (&self, "", &options);
  g_assert_cmpuint (self.measure->coverage.from, ==, options.from);
  options.quota_from = fixture_day ("2026-04-01");
  options.quota_to = fixture_day ("2026-06-30");
  measure (&self, "", &options);
  g_assert_cmpuint (self.measure->coverage.from, ==, options.quota_from);
  g_assert_cmpuint (self.measure->coverage.to, ==, options.quota_to);

  options = as_of ("2026-05-20");
  options.has_quota = TRUE;
  options.quota = (SsmMoney) { 100, 0 };
  measure (&self,
           "a s1@2026-02-01 s2@2026-03-01 state=won closed=2026-03-31 amount=500\n"
           "b s1@2026-02-01 s4@2026-03-01 state=won closed=2026-04-01 amount=40\n"
           "c s1@2026-02-01 s3@2026-03-01 expected=2026-06-30 amount=50 state=open\n"
           "d s1@2026-02-01 s4@2026-03-01 expected=2026-05-20 amount=70 state=open\n"
           "e s1@2026-02-01 s4@2026-03-01 expected=2026-05-19 amount=90 state=open\n"
           "f s1@2026-02-01 s2@2026-03-01 expected=2026-06-30 amount=110 state=open\n"
           "g s1@2026-02-01 s3@2026-03-01 amount=130 state=open\n"
           "h s1@2026-02-01 s3@2026-03-01 expected=2026-07-01 amount=150 state=open\n"
           "i s1@2026-02-01 s3@2026-03-01 closed=2026-04-02 amount=60 state=lost\n"
           "j s1@2026-02-01 s2@2026-03-01 closed=2026-04-02 amount=1000 state=lost",
           &options);
  g_assert_cmpint (self.measure->coverage.state, ==, SSM_COVERAGE_RATIO);
  assert_money (self.measure->coverage.won, "40");
  assert_money (self.measure->coverage.remaining, "60");
  assert_money (self.measure->coverage.open, "120");
  assert_money (self.measure->coverage.late, "70");
  g_assert_cmpuint (self.measure->coverage.n_past_due, ==, 1);
  g_assert_cmpuint (self.measure->coverage.past_due[0].days, ==, 1);
  g_assert_cmpuint (self.measure->coverage.n_undated, ==, 1);
  /* 600 of 540: what j was worth never got to where pipeline begins. */
  assert_money (self.measure->coverage.required.numerator, "600");
  assert_money (self.measure->coverage.required.denominator, "540");

  options.quota = (SsmMoney) { 40, 0 };
  measure (&self, "b state=won closed=2026-04-01 amount=40", &options);
  g_assert_cmpint (self.measure->coverage.state, ==, SSM_COVERAGE_MET);
  measure (&self, "b state=won closed=2026-04-01 amount=40 currency=EUR\n"
                  "c state=won closed=2026-04-01 amount=40 currency=USD", &options);
  g_assert_cmpint (self.measure->coverage.state, ==, SSM_COVERAGE_CURRENCIES);
  options.quota_currency = "USD";
  options.quota = (SsmMoney) { 50, 0 };
  measure (&self, "b state=won closed=2026-04-01 amount=40 currency=EUR\n"
                  "c state=won closed=2026-04-01 amount=30 currency=USD", &options);
  assert_money (self.measure->coverage.remaining, "20");
}

/* Half of what was in the third stage is won, of the first a third. */
static void
test_weighted (void)
{
  g_auto (Case) self = { 0 };
  g_autoptr (GString) lines = g_string_new (NULL);
  g_autoptr (GString) few = g_string_new ("a s1@2026-01-01 state=open amount=300\n");
  SsmMeasureOptions options = as_of ("2026-05-20");

  for (guint i = 0; i < 29; i++)
    g_string_append_printf (few, "f%u s1@2026-01-01 lost@2026-01-03\n", i);
  for (guint i = 0; i < 20; i++)
    g_string_append_printf (lines, "w%u s1@2026-01-01 s3@2026-01-02 state=won "
                                   "closed=2026-01-03 amount=10\n"
                                   "l%u s1@2026-01-01 s3@2026-01-02 state=lost "
                                   "closed=2026-01-03 amount=10\n",
                            i, i);
  for (guint i = 0; i < 18; i++)
    g_string_append_printf (lines, "x%u s1@2026-01-01 state=lost closed=2026-01-03\n", i);
  measure (&self, lines->str, &options);
  g_assert_true (self.measure->money[0].has_weighted);
  /* Of fewer than thirty that ended no chance is made. */
  measure (&self, few->str, &options);
  g_assert_false (self.measure->money[0].has_weighted);
  g_string_append (few, "z s1@2026-01-01 lost@2026-01-03\n");
  measure (&self, few->str, &options);
  g_assert_true (self.measure->money[0].has_weighted);
  g_string_append (lines, "a s1@2026-01-01 state=open amount=300\n"
                          "b s1@2026-01-01 state=open amount=300 expected=2026-05-31\n");
  /* 20 of 60 of the first stage, then a and b with it. */
  measure (&self, lines->str, &options);
  assert_money (self.measure->money[0].weighted, "200");
  g_string_append (lines, "c s1@2026-01-01 s3@2026-01-02 s4@2026-01-05 state=open amount=41 "
                          "expected=2026-05-31\n");
  measure (&self, lines->str, &options);
  g_assert_true (self.measure->coverage.has_weighted);
  assert_money (self.measure->coverage.open, "41");
  /* Of 21 that came to the last stage, as those that are won have, 20 are won. */
  assert_money (self.measure->coverage.weighted, "39.047619");
}

/* A share that is shown can be counted again from what is shown beside it. */
static void
test_shares (void)
{
  double low, high;
  SsmRatio ratio = { 31, 84 };

  g_assert_cmpfloat_with_epsilon (ssm_ratio_share (ratio), 31 / 84.0, 1e-12);
  g_assert_true (ssm_ratio_interval (ratio, &low, &high));
  g_assert_cmpfloat_with_epsilon (low, 0.273700, 1e-6);
  g_assert_cmpfloat_with_epsilon (high, 0.475850, 1e-6);
  g_assert_false (ssm_ratio_is_small (ratio));
  ratio = (SsmRatio) { 0, 9 };
  g_assert_true (ssm_ratio_is_small (ratio));
  g_assert_true (ssm_ratio_interval (ratio, &low, &high));
  g_assert_cmpfloat_with_epsilon (low, 0, 1e-9);
  ratio = (SsmRatio) { 0, 0 };
  g_assert_false (ssm_ratio_interval (ratio, &low, &high));
}

static void
test_filters (void)
{
  g_auto (Case) self = { 0 };
  SsmMeasureOptions ann = { .owner = "Ann" };
  SsmMeasureOptions a = { .segment = "A" };
  SsmMeasureOptions nobody = { .owner = "Zoe" };
  static const char lines[] = "a owner=Ann segment=A state=won\nb owner=Ben segment=A\n"
                              "c owner=Ann segment=B";

  measure (&self, lines, &ann);
  g_assert_cmpuint (self.measure->n_deals, ==, 2);
  g_assert_cmpstr (ssm_pipeline_owners (self.pipeline)[1], ==, "Ben");
  g_assert_null (ssm_pipeline_owners (self.pipeline)[2]);
  measure (&self, lines, &a);
  g_assert_cmpuint (self.measure->n_deals, ==, 2);
  measure (&self, lines, &nobody);
  g_assert_cmpuint (self.measure->n_deals, ==, 0);
}

static const SsmReasonFigures *
reason_of (const Case *self, const char *code)
{
  for (guint i = 0; i < self->measure->n_reasons; i++)
    if (g_str_equal (self->measure->reasons[i].code, code))
      return &self->measure->reasons[i];
  return NULL;
}

/* Found by id, code and words; where they were lost, and what they were worth. */
static void
test_reasons (void)
{
  g_auto (Case) self = { 0 };

  measure (&self,
           "a state=lost stage=2 since=2026-01-01 reason=l4 amount=5 currency=EUR\n"
           "b state=lost stage=3 since=2026-01-01 reason=PRICE amount=7 currency=EUR\n"
           "c state=lost reason=x reason-id=r-none\nd state=lost reason=Rain\n"
           "e state=lost reason=Rain\nf state=lost reason=Wind\ng state=lost\n"
           "h state=won amount=1 currency=EUR",
           NULL);
  g_assert_cmpuint (self.measure->n_reasons, ==, 5);
  g_assert_cmpuint (reason_of (&self, "L4")->count, ==, 2);
  g_assert_cmpuint (reason_of (&self, "L4")->at_stage[1], ==, 1);
  g_assert_cmpuint (reason_of (&self, "L4")->at_stage[2], ==, 1);
  assert_money (reason_of (&self, "L4")->values[0], "12");
  assert_money (reason_of (&self, "L4")->at_stage_values[2], "7");
  g_assert_cmpuint (reason_of (&self, "L1")->at_stage[4], ==, 1);
  g_assert_cmpstr (self.measure->reasons[2].code, ==, "Rain");
  g_assert_cmpuint (self.measure->reasons[2].count, ==, 2);
  g_assert_cmpstr (self.measure->reasons[4].code, ==, "");
  g_assert_cmpuint (self.measure->win.count.denominator, ==, 8);
  g_assert_cmpuint (self.measure->win.narrow.denominator, ==, 7);
  g_assert_false (ssm_measure_knows_conversion (self.measure));
}

static void
test_overflow (void)
{
  g_auto (Case) self = { 0 };
  g_autoptr (GString) lines = g_string_new (NULL);
  SsmMoneyRatio ratio;

  for (guint i = 0; i < 9300; i++)
    g_string_append_printf (lines, "%u state=won amount=999999999999999 currency=EUR\n", i);
  measure (&self, lines->str, NULL);
  g_assert_true (self.measure->money[0].overflow);
  g_assert_false (ssm_money_figures_win_rate (&self.measure->money[0], &self.measure->win,
                                              &ratio));
}

int
main (int argc, char *argv[])
{
  static const FixtureTest tests[] = {
    { "closing", test_closing }, { "amounts", test_amounts }, { "bulk", test_bulk },
    { "quota", test_quota }, { "weighted", test_weighted },
    { "shares", test_shares }, { "filters", test_filters },
    { "reasons", test_reasons }, { "overflow", test_overflow },
    { NULL },
  };

  return fixture_run (argc, argv, "/totals/", tests);
}
