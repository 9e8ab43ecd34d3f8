/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "ssm-measure-private.h"

/* Closed deals of which a percentile is one, and of which a stage's chance is known. */
#define MIN_FOR_P90 10
#define MIN_FOR_CHANCE 30

void
ssm_measure_fill_wins (SsmMeasure *measure, SsmMeasureTally *tally)
{
  SsmWinFigures *win = &measure->win;
  guint n;

  win->count = tally->count;
  win->narrow = tally->narrow;
  win->cohort = tally->cohort;
  win->of_all = tally->of_all;
  win->n_without_amount = tally->n_closed_without_amount;
  win->n_undated = tally->n_closed_undated;
  win->older = ssm_measure_take_ages (tally->open_ages, &n);
  if (tally->slowest_won >= 0)
    win->n_older = ssm_measure_count_over (win->older, n,
                                           (double) tally->slowest_won / SSM_DAY_MS);
}

static void
make_figures (SsmStayFigures *figures, GArray *finished, GArray *censored)
{
  ssm_stay_figures_make (figures, (gint64 *) finished->data, finished->len,
                         censored != NULL ? (gint64 *) censored->data : NULL,
                         censored != NULL ? censored->len : 0);
}

void
ssm_measure_fill_cycle (SsmMeasure *measure, SsmMeasureTally *tally)
{
  SsmCycleFigures *cycle = &measure->cycle;

  make_figures (&cycle->won, tally->won_cycles, NULL);
  make_figures (&cycle->lost, tally->lost_cycles, NULL);
  make_figures (&cycle->closed, tally->closed_cycles, tally->open_cycles);
  cycle->limit = cycle->closed.n_finished >= MIN_FOR_P90 ? cycle->closed.p90 : -1;
  cycle->n_open = tally->open_ages->len;
  cycle->n_over = 0;
  for (guint i = 0; cycle->limit >= 0 && i < tally->open_ages->len; i++)
    cycle->n_over += g_array_index (tally->open_ages, SsmDealAge, i).days > cycle->limit;
}

guint
ssm_measure_currency (const SsmMeasure *measure, guint index)
{
  return (guint) ssm_word_pool_find (measure->pipeline->currencies,
                                     measure->money[index].currency);
}

static gboolean
has_any (const SsmMoneyTally *money)
{
  return money->n_won > 0 || money->n_open > 0 || !ssm_money_is_zero (money->lost)
         || money->n_lost > 0 || !ssm_money_is_zero (money->quota_won);
}

static gint
compare_currencies (gconstpointer a, gconstpointer b, gpointer data)
{
  const SsmMeasureTally *tally = data;
  guint left = *(const guint *) a, right = *(const guint *) b;
  guint n_left = tally->money[left].n_deals, n_right = tally->money[right].n_deals;

  if (n_left != n_right)
    return n_left > n_right ? -1 : 1;
  return (left > right) - (left < right);
}

gboolean
ssm_measure_weigh (const SsmMeasureTally *tally, guint currency, gboolean for_quota,
                   SsmMoney *sum)
{
  gboolean fits = TRUE;

  *sum = SSM_MONEY_ZERO;
  for (guint i = 0; i < tally->question->path->n_stages; i++)
    {
      const SsmStageTally *stage = &tally->stages[i];
      const SsmMoney *values = for_quota ? stage->quota_values : stage->open_values;

      if (stage->all_entered > 0)
        fits &= ssm_money_add (sum, ssm_money_share (values[currency], stage->all_won,
                                                     stage->all_entered));
    }
  return fits;
}

gboolean
ssm_measure_knows_chances (const SsmMeasure *measure, const SsmMeasureTally *tally)
{
  return tally->n_resolved >= MIN_FOR_CHANCE && ssm_measure_knows_conversion (measure);
}

static void
fill_currency (SsmMoneyFigures *figures, const SsmMeasureTally *tally, guint currency,
               gboolean knows_chances)
{
  const SsmMoneyTally *money = &tally->money[currency];
  const SsmWordPool *currencies = tally->question->pipeline->currencies;

  g_strlcpy (figures->currency, ssm_word_pool_word (currencies, currency),
             sizeof figures->currency);
  figures->won = money->won;
  figures->lost = money->lost;
  figures->derailed = money->derailed;
  figures->open = money->open;
  figures->n_won = money->n_won;
  figures->n_lost = money->n_lost;
  figures->n_open = money->n_open;
  figures->overflow = money->overflow;
  figures->velocity = -1;
  figures->has_weighted = knows_chances;
  if (knows_chances)
    figures->overflow |= !ssm_measure_weigh (tally, currency, FALSE, &figures->weighted);
}

/* Deals × average value × win rate ÷ days: of one currency only, for it is deals that are
 * counted. */
static void
set_velocity (SsmMeasure *measure, const SsmMeasureTally *tally)
{
  SsmMoneyFigures *money = measure->money;
  double days = measure->cycle.won.median;

  if (measure->n_currencies != 1 || money->n_won == 0 || days <= 0
      || measure->win.count.numerator == 0 || money->overflow)
    return;
  money->velocity = tally->n_qualified * (ssm_money_to_double (money->won) / money->n_won)
                    * ssm_ratio_share (measure->win.count) / days;
}

void
ssm_measure_fill_money (SsmMeasure *measure, const SsmMeasureTally *tally)
{
  guint n = tally->question->n_currencies;
  g_autofree guint *order = g_new (guint, n);

  for (guint i = 0; i < n; i++)
    if (has_any (&tally->money[i]))
      order[measure->n_currencies++] = i;
  g_qsort_with_data (order, (gint) measure->n_currencies, sizeof *order, compare_currencies,
                     (gpointer) tally);
  measure->money = g_new0 (SsmMoneyFigures, measure->n_currencies);
  for (guint i = 0; i < measure->n_currencies; i++)
    fill_currency (&measure->money[i], tally, order[i],
                   ssm_measure_knows_chances (measure, tally));
  set_velocity (measure, tally);
}

gboolean
ssm_money_figures_win_rate (const SsmMoneyFigures *money, const SsmWinFigures *win,
                            SsmMoneyRatio *ratio)
{
  guint n_lost = win->count.denominator - win->count.numerator;

  ratio->numerator = ratio->denominator = money->won;
  return !money->overflow && ssm_money_add (&ratio->denominator, money->lost)
         && ssm_money_sign (ratio->denominator) > 0 && (n_lost == 0 || money->n_lost > 0);
}
