/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Two tallies become one. */

#include "ssm-measure-tally.h"

static void
join_arrays (GArray *to, const GArray *from)
{
  g_array_append_vals (to, from->data, from->len);
}

static void
join_stages (SsmMeasureTally *to, const SsmMeasureTally *from, guint i)
{
  SsmStageTally *a = &to->stages[i];
  const SsmStageTally *b = &from->stages[i];

  a->entered += b->entered;
  a->advanced += b->advanced;
  a->lost += b->lost;
  a->open += b->open;
  a->won += b->won;
  a->skipped += b->skipped;
  a->moved_back += b->moved_back;
  a->n_undated += b->n_undated;
  a->all_entered += b->all_entered;
  a->all_won += b->all_won;
  a->snapshot.present += b->snapshot.present;
  a->snapshot.moved_on += b->snapshot.moved_on;
  a->snapshot.lost += b->snapshot.lost;
  join_arrays (a->finished, b->finished);
  join_arrays (a->censored, b->censored);
  join_arrays (a->here, b->here);
  for (guint c = 0; c < to->question->n_currencies; c++)
    if (!ssm_money_add (&a->open_values[c], b->open_values[c])
        || !ssm_money_add (&a->quota_values[c], b->quota_values[c]))
      to->money[c].overflow = TRUE;
}

static void
join_money (SsmMoneyTally *a, const SsmMoneyTally *b)
{
  gboolean fits = TRUE;

  a->n_deals += b->n_deals;
  a->n_won += b->n_won;
  a->n_lost += b->n_lost;
  a->n_open += b->n_open;
  a->n_quota_open += b->n_quota_open;
  fits &= ssm_money_add (&a->won, b->won);
  fits &= ssm_money_add (&a->lost, b->lost);
  fits &= ssm_money_add (&a->derailed, b->derailed);
  fits &= ssm_money_add (&a->open, b->open);
  fits &= ssm_money_add (&a->quota_won, b->quota_won);
  fits &= ssm_money_add (&a->quota_open, b->quota_open);
  fits &= ssm_money_add (&a->quota_late, b->quota_late);
  fits &= ssm_money_add (&a->required_won, b->required_won);
  fits &= ssm_money_add (&a->required_lost, b->required_lost);
  a->overflow |= b->overflow || !fits;
}

static void
join_reasons (SsmMeasureTally *to, const SsmMeasureTally *from, guint slot)
{
  const SsmMeasureQuestion *question = to->question;
  SsmReasonTally *a = &to->reasons[slot];
  const SsmReasonTally *b = &from->reasons[slot];
  guint n_places = question->path->n_stages + 1;

  if (b->at_stage == NULL)
    return;
  if (a->at_stage == NULL)
    {
      a->at_stage = g_new0 (guint, n_places);
      a->values = g_new0 (SsmMoney, n_places * question->n_currencies);
    }
  a->count += b->count;
  for (guint i = 0; i < n_places; i++)
    a->at_stage[i] += b->at_stage[i];
  for (guint i = 0; i < n_places * question->n_currencies; i++)
    if (!ssm_money_add (&a->values[i], b->values[i]))
      to->money[i % question->n_currencies].overflow = TRUE;
}

static void
join_ratios (SsmRatio *a, SsmRatio b)
{
  a->numerator += b.numerator;
  a->denominator += b.denominator;
}

static void
join_counts (SsmMeasureTally *to, const SsmMeasureTally *from)
{
  to->n_deals += from->n_deals;
  to->n_open += from->n_open;
  to->n_won += from->n_won;
  to->n_lost += from->n_lost;
  to->n_elsewhere += from->n_elsewhere;
  to->n_resolved += from->n_resolved;
  to->n_qualified += from->n_qualified;
  to->n_closed_without_amount += from->n_closed_without_amount;
  to->n_closed_undated += from->n_closed_undated;
  to->n_quota_undated += from->n_quota_undated;
  to->n_quota_without_amount += from->n_quota_without_amount;
  to->n_closes += from->n_closes;
  join_ratios (&to->count, from->count);
  join_ratios (&to->narrow, from->narrow);
  join_ratios (&to->cohort, from->cohort);
  join_ratios (&to->of_all, from->of_all);
}

void
ssm_measure_tally_join (SsmMeasureTally *tally, const SsmMeasureTally *other)
{
  join_counts (tally, other);
  for (guint i = 0; i < tally->question->path->n_stages; i++)
    join_stages (tally, other, i);
  for (guint i = 0; i < tally->question->n_currencies; i++)
    join_money (&tally->money[i], &other->money[i]);
  for (guint i = 0; i < tally->question->n_slots; i++)
    join_reasons (tally, other, i);
  join_arrays (tally->won_cycles, other->won_cycles);
  join_arrays (tally->lost_cycles, other->lost_cycles);
  join_arrays (tally->closed_cycles, other->closed_cycles);
  join_arrays (tally->open_cycles, other->open_cycles);
  join_arrays (tally->open_ages, other->open_ages);
  join_arrays (tally->past_due, other->past_due);
  tally->slowest_won = MAX (tally->slowest_won, other->slowest_won);
  tally->last_close = MAX (tally->last_close, other->last_close);
  if (other->first_close != 0
      && (tally->first_close == 0 || other->first_close < tally->first_close))
    tally->first_close = other->first_close;
  for (guint i = 0; i < SSM_N_MEASURE_NOTES; i++)
    ssm_measure_tally_note (tally, i, other->notes[i].count, other->notes[i].example);
}
