/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "ssm-measure-private.h"

/* The currency of the quota, as an index in the money of @measure; FALSE where that is not
 * known. What no deal has is G_MAXUINT. */
static gboolean
find_currency (const SsmMeasure *measure, const char *wanted, guint *index)
{
  *index = G_MAXUINT;
  if (wanted == NULL || *wanted == '\0')
    {
      if (measure->n_currencies > 0)
        *index = 0;
      return measure->n_currencies <= 1;
    }
  for (guint i = 0; i < measure->n_currencies; i++)
    if (g_str_equal (measure->money[i].currency, wanted))
      *index = i;
  return TRUE;
}

static void
fill_sums (SsmCoverageFigures *coverage, const SsmMoneyTally *money)
{
  coverage->won = money->quota_won;
  coverage->open = money->quota_open;
  coverage->late = money->quota_late;
  coverage->n_open = money->n_quota_open;
  if (ssm_money_sign (money->required_won) > 0 && !ssm_money_is_zero (money->required_lost))
    {
      coverage->required.numerator = coverage->required.denominator = money->required_won;
      ssm_money_add (&coverage->required.numerator, money->required_lost);
    }
}

static void
set_remaining (SsmCoverageFigures *coverage, const SsmMeasureOptions *options)
{
  if (!options->has_quota || ssm_money_sign (options->quota) <= 0)
    return;
  coverage->quota = coverage->remaining = options->quota;
  ssm_money_add (&coverage->remaining, ssm_money_negative (coverage->won));
  coverage->state = ssm_money_sign (coverage->remaining) > 0 ? SSM_COVERAGE_RATIO
                                                             : SSM_COVERAGE_MET;
}

void
ssm_measure_fill_coverage (SsmMeasure *measure, SsmMeasureTally *tally,
                           const SsmMeasureOptions *options)
{
  SsmCoverageFigures *coverage = &measure->coverage;
  guint index;

  coverage->from = tally->question->quota_from;
  coverage->to = tally->question->quota_to;
  coverage->past_due = ssm_measure_take_ages (tally->past_due, &coverage->n_past_due);
  coverage->n_undated = tally->n_quota_undated;
  coverage->n_without_amount = tally->n_quota_without_amount;
  if (!find_currency (measure, options->quota_currency, &index))
    {
      coverage->state = SSM_COVERAGE_CURRENCIES;
      return;
    }
  if (index != G_MAXUINT)
    {
      const SsmMoneyTally *money = &tally->money[ssm_measure_currency (measure, index)];

      g_strlcpy (coverage->currency, measure->money[index].currency,
                 sizeof coverage->currency);
      if (!money->overflow)
        fill_sums (coverage, money);
      coverage->has_weighted
        = !money->overflow && ssm_measure_knows_chances (measure, tally)
          && ssm_measure_weigh (tally, ssm_measure_currency (measure, index), TRUE,
                                &coverage->weighted);
    }
  else if (options->quota_currency != NULL)
    g_strlcpy (coverage->currency, options->quota_currency, sizeof coverage->currency);
  set_remaining (coverage, options);
}
