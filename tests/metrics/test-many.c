/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is only done where there is much: sorting by counting, and two that count. */

#include "metrics-fixture.h"
#include "ssm-span-sort.h"

#define N 5000

static void
assert_sorted (gint64 *spans, guint n)
{
  guint64 before = 0, after = 0;

  for (guint i = 0; i < n; i++)
    before += (guint64) spans[i] * 31 ^ (guint64) spans[i] >> 7;
  ssm_span_sort (spans, n);
  for (guint i = 0; i < n; i++)
    after += (guint64) spans[i] * 31 ^ (guint64) spans[i] >> 7;
  g_assert_cmpuint (before, ==, after);
  for (guint i = 1; i < n; i++)
    g_assert_cmpint (spans[i - 1], <=, spans[i]);
}

static void
test_spans (void)
{
  g_autofree gint64 *spans = g_new (gint64, N);

  for (guint i = 0; i < N; i++)
    spans[i] = g_test_rand_int_range (0, 900) * SSM_DAY_MS;
  assert_sorted (spans, N);
  for (guint i = 0; i < N; i++)
    spans[i] = g_test_rand_int_range (0, 900) * SSM_DAY_MS + g_test_rand_int_range (0, 99999);
  assert_sorted (spans, N);
  spans[N / 2] = G_MAXINT64;
  spans[N / 3] = 70000 * SSM_DAY_MS;
  assert_sorted (spans, N);
  assert_sorted (spans, 2);
  assert_sorted (spans, 0);
}

static void
test_ages (void)
{
  g_autofree SsmDealAge *ages = g_new (SsmDealAge, N);

  for (guint most = 300; most <= 300000; most *= 1000)
    {
      for (guint i = 0; i < N; i++)
        ages[i] = (SsmDealAge) { i, (guint) g_test_rand_int_range (0, (gint32) most) };
      ssm_age_sort (ages, N);
      for (guint i = 1; i < N; i++)
        g_assert_true (ages[i - 1].days > ages[i].days
                       || (ages[i - 1].days == ages[i].days
                           && ages[i - 1].deal < ages[i].deal));
    }
}

/* So many deals that several threads count, each as often as the others. */
static void
test_threads (void)
{
  static const char * const lines[] = {
    "a%u s1@2026-01-05 s3@2026-01-07 lost@2026-01-09 amount=3 currency=EUR reason=Price "
    "state=lost\n",
    "b%u s2@2026-01-05 won@2026-01-08 amount=5 currency=EUR state=won\n",
    "c%u s1@2026-01-05 s2@2026-01-06 s1@2026-01-08 s2@2026-01-12 expected=2026-01-11\n",
    "d%u state=lost closed=2026-01-02 created=2026-01-01 amount=7 currency=USD\n",
  };
  const guint n = 6000;
  g_autoptr (GString) text = g_string_new (NULL);
  g_auto (Case) self = { 0 };

  for (guint i = 0; i < n; i++)
    for (guint k = 0; k < G_N_ELEMENTS (lines); k++)
      {
        g_auto (GStrv) pieces = g_strsplit (lines[k], "%u", 2);

        g_string_append_printf (text, "%s%u%s", pieces[0], i, pieces[1]);
      }
  measure (&self, text->str, NULL);
  g_assert_cmpuint (self.measure->n_deals, ==, 4 * n);
  assert_flow (self, 1, 3 * n, 3 * n, 0, 0);
  assert_flow (self, 2, 3 * n, 2 * n, 0, n);
  assert_flow (self, 3, 2 * n, n, n, 0);
  g_assert_cmpuint (self.measure->stages[0].moved_back, ==, 0);
  g_assert_cmpuint (self.measure->stages[1].moved_back, ==, n);
  g_assert_cmpuint (self.measure->stages[0].days.n_finished, ==, 2 * n);
  assert_days (self.measure->stages[0].days.median, 3.5);
  g_assert_cmpuint (self.measure->stages[1].n_here, ==, n);
  g_assert_cmpuint (self.measure->stages[1].here[0].deal, ==, 2);
  g_assert_cmpuint (self.measure->win.count.denominator, ==, 3 * n);
  g_assert_cmpint (self.measure->money[0].won.whole, ==, 5 * n);
  g_assert_cmpuint (self.measure->coverage.n_past_due, ==, n);
  g_assert_cmpuint (self.measure->reasons[1].count, ==, n);
  g_assert_cmpuint (self.measure->reasons[1].at_stage[2], ==, n);
  assert_note (self, NO_REASON, n);
  assert_note (self, NO_STAGE, n);
  g_assert_cmpuint (self.measure->notes[SSM_NOTE_NO_STAGE].example, ==, 3);
}

int
main (int argc, char *argv[])
{
  static const FixtureTest tests[] = {
    { "spans", test_spans }, { "ages", test_ages }, { "threads", test_threads }, { NULL },
  };

  return fixture_run (argc, argv, "/many/", tests);
}
