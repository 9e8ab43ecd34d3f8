/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Random deals measured by the program, once more by a slow calculation of its own, and held
 * against the stories they were made of. SSM_MEASURE_SETS says how many sets there are,
 * SSM_MEASURE_SEED with which they begin. */

#include <stdlib.h>

#include "metrics-fixture.h"
#include "naive.h"

#define USUAL_SETS 1000
#define MAX_DEALS 60

static void
assert_stage (const SsmStageFigures *ours, const NaiveStage *theirs)
{
  g_assert_cmpuint (ours->entered, ==, theirs->entered);
  g_assert_cmpuint (ours->advanced, ==, theirs->advanced);
  g_assert_cmpuint (ours->lost, ==, theirs->lost);
  g_assert_cmpuint (ours->open, ==, theirs->open);
  g_assert_cmpuint (ours->entered, ==, ours->advanced + ours->lost + ours->open);
  g_assert_cmpuint (ours->won, ==, theirs->won);
  g_assert_cmpuint (ours->skipped, ==, theirs->skipped);
  g_assert_cmpuint (ours->moved_back, ==, theirs->moved_back);
  g_assert_cmpuint (ours->snapshot.present, ==, theirs->present);
  g_assert_cmpuint (ours->snapshot.moved_on, ==, theirs->moved_on);
  g_assert_cmpuint (ours->snapshot.lost, ==, theirs->lost_then);
  g_assert_cmpuint (ours->n_here, ==, theirs->n_here);
  g_assert_cmpuint (ours->days.n_finished, ==, theirs->n_finished);
  g_assert_cmpuint (ours->days.n_censored, ==, theirs->n_censored);
  assert_days (ours->days.median, theirs->median);
  assert_days (ours->days.p90, theirs->p90);
  assert_days (ours->days.survival_median, theirs->survival);
}

static void
assert_sum (SsmMoney ours, gint64 cents)
{
  g_assert_cmpint (ours.whole * 100 + ours.millionths / 10000, ==, cents);
}

static void
assert_money (const SsmMeasure *measure, const Naive *naive)
{
  for (guint i = 0; i < measure->n_currencies; i++)
    for (guint k = 0; k < G_N_ELEMENTS (naive->money); k++)
      if (g_str_equal (measure->money[i].currency, naive->money[k].currency))
        {
          assert_sum (measure->money[i].won, naive->money[k].won);
          assert_sum (measure->money[i].lost, naive->money[k].lost);
          assert_sum (measure->money[i].derailed, naive->money[k].derailed);
          assert_sum (measure->money[i].open, naive->money[k].open);
        }
}

static void
assert_coverage (const SsmMeasure *measure, const Naive *naive)
{
  const SsmCoverageFigures *coverage = &measure->coverage;

  g_assert_cmpuint (coverage->n_past_due, ==, naive->n_past_due);
  for (guint k = 0; k < G_N_ELEMENTS (naive->money); k++)
    if (g_str_equal ("EUR", naive->money[k].currency))
      {
        assert_sum (coverage->won, naive->money[k].quota_won);
        assert_sum (coverage->open, naive->money[k].quota_open);
        assert_sum (coverage->late, naive->money[k].quota_late);
      }
}

static guint
lost_for (const SsmMeasure *measure, const char *words)
{
  for (guint i = 0; i < measure->n_reasons; i++)
    if (g_str_equal (measure->reasons[i].words, words))
      return measure->reasons[i].count;
  return 0;
}

static void
assert_ratio (SsmRatio ours, const guint theirs[2])
{
  g_assert_cmpuint (ours.numerator, ==, theirs[0]);
  g_assert_cmpuint (ours.denominator, ==, theirs[1]);
}

static void
assert_totals (const SsmMeasure *measure, const Naive *naive)
{
  g_assert_cmpuint (measure->n_deals, ==, naive->n_deals);
  g_assert_cmpuint (measure->n_open, ==, naive->n_open);
  g_assert_cmpuint (measure->n_won, ==, naive->n_won);
  g_assert_cmpuint (measure->n_lost, ==, naive->n_lost);
  g_assert_cmpuint (measure->n_elsewhere, ==, naive->n_elsewhere);
  assert_ratio (measure->win.count, naive->rate);
  assert_ratio (measure->win.narrow, naive->narrow);
  assert_ratio (measure->win.cohort, naive->cohort);
  assert_ratio (measure->win.of_all, naive->all);
  g_assert_cmpuint (measure->win.n_older, ==, naive->n_older);
  assert_days (measure->cycle.won.median, naive->won_median);
  assert_days (measure->cycle.lost.median, naive->lost_median);
  assert_days (measure->cycle.closed.median, naive->closed_median);
  assert_days (measure->cycle.closed.p90, naive->closed_p90);
  assert_days (measure->cycle.closed.survival_median, naive->survival);
  g_assert_cmpuint (lost_for (measure, "No decision"), ==, naive->reasons[0]);
  g_assert_cmpuint (lost_for (measure, "Price"), ==, naive->reasons[1]);
  g_assert_cmpuint (lost_for (measure, "Rain"), ==, naive->reasons[2]);
  g_assert_cmpuint (lost_for (measure, ""), ==, naive->reasons[3]);
  g_assert_cmpuint (measure->notes[SSM_NOTE_REOPENED].count, ==, naive->n_reopened);
  g_assert_cmpuint (measure->notes[SSM_NOTE_NEGATIVE].count, ==, naive->n_negative);
}

static void
ask_both (const Generated *generated, const SsmPipeline *pipeline, const SsmMap *map,
          const NaiveQuestion *question)
{
  SsmMeasureOptions options = { .as_of = question->as_of, .from = question->from,
                                .to = question->to, .owner = question->owner,
                                .segment = question->segment,
                                .latest_stay = question->latest, .quota_currency = "EUR" };
  g_autoptr (SsmMeasure) measure = ssm_measure_new (pipeline, map, &options);
  NaiveQuestion asked = *question;
  g_autofree Naive *naive = NULL;

  asked.quota_from = measure->coverage.from;
  asked.quota_to = measure->coverage.to;
  naive = naive_measure (generated, &asked);
  assert_totals (measure, naive);
  assert_money (measure, naive);
  assert_coverage (measure, naive);
  for (guint i = 0; i < N_STAGES; i++)
    assert_stage (&measure->stages[i], &naive->stages[i]);
}

/* What was made up is what is measured, where the rows tell all of it. */
static void
assert_truth (const Generated *generated, const SsmMap *map, GRand *rand)
{
  g_autofree Deal *deals = g_new (Deal, generated->n);
  Generated told = *generated;
  g_autoptr (SsmPipeline) pipeline = NULL;
  g_autoptr (SsmMeasure) measure = NULL;

  told.deals = deals;
  told.n = 0;
  for (guint i = 0; i < generated->n; i++)
    if (generated->deals[i].has_truth)
      deals[told.n++] = generated->deals[i];
  pipeline = generated_pipeline (&told, map, rand);
  measure = ssm_measure_new (pipeline, map, NULL);
  for (guint k = 0; k < N_STAGES; k++)
    {
      guint entered = 0, skipped = 0, back = 0, finished = 0, here = 0;

      for (guint i = 0; i < told.n; i++)
        {
          const Truth *truth = &deals[i].truth;
          gboolean is_won = truth->state == SSM_DEAL_STATE_WON;

          entered += is_won || truth->furthest >= (int) k;
          skipped += !truth->was_in[k] && (is_won || truth->furthest > (int) k);
          back += truth->went_back[k];
          finished += truth->has_ended[k] && truth->in_now != (int) k;
          here += truth->in_now == (int) k;
        }
      g_assert_cmpuint (measure->stages[k].entered, ==, entered);
      g_assert_cmpuint (measure->stages[k].skipped, ==, skipped);
      g_assert_cmpuint (measure->stages[k].moved_back, ==, back);
      g_assert_cmpuint (measure->stages[k].days.n_finished, ==, finished);
      g_assert_cmpuint (measure->stages[k].n_here, ==, here);
    }
}

static NaiveQuestion
random_question (const Generated *generated, const SsmPipeline *pipeline, GRand *rand)
{
  static const char * const owners[] = { NULL, NULL, "Ann", "Ben", "", "Zoe" };
  static const char * const segments[] = { NULL, NULL, NULL, "A", "B" };
  gint32 first = (gint32) generated->first_day, last = (gint32) generated->last_day;
  NaiveQuestion question = { .as_of = (guint) g_rand_int_range (rand, first, last + 30) };

  if (g_rand_boolean (rand))
    question.as_of = ssm_pipeline_newest (pipeline);
  if (g_rand_boolean (rand))
    question.from = (guint) g_rand_int_range (rand, first, last);
  if (g_rand_boolean (rand))
    question.to = MAX (question.from, (guint) first)
                  + (guint) g_rand_int_range (rand, 0, 60);
  question.owner = owners[g_rand_int_range (rand, 0, G_N_ELEMENTS (owners))];
  question.segment = segments[g_rand_int_range (rand, 0, G_N_ELEMENTS (segments))];
  question.latest = g_rand_int_range (rand, 0, 4) == 0;
  return question;
}

static void
test_random (void)
{
  const char *wanted = g_getenv ("SSM_MEASURE_SETS");
  guint n_sets = wanted != NULL ? (guint) atoi (wanted) : USUAL_SETS;
  g_autoptr (SsmMap) map = fixture_map (BLOCKS);
  const char *first = g_getenv ("SSM_MEASURE_SEED");
  guint32 seed = first != NULL ? (guint32) g_ascii_strtoull (first, NULL, 10)
                               : (guint32) g_test_rand_int ();

  for (guint set = 0; set < n_sets; set++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed + set);
      g_autoptr (Generated) generated
        = generate (rand, (guint) g_rand_int_range (rand, 0, MAX_DEALS));
      g_autoptr (SsmPipeline) pipeline = generated_pipeline (generated, map, rand);

      g_test_message ("set with seed %u", seed + set);
      for (guint i = 0; i < 3; i++)
        {
          NaiveQuestion question = random_question (generated, pipeline, rand);

          ask_both (generated, pipeline, map, &question);
        }
      assert_truth (generated, map, rand);
    }
}

int
main (int argc, char *argv[])
{
  static const FixtureTest tests[] = { { "random", test_random }, { NULL } };

  return fixture_run (argc, argv, "/measure/", tests);
}
