/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-measure-tally.h"

static GArray *
new_spans (void)
{
  return g_array_new (FALSE, FALSE, sizeof (gint64));
}

static GArray *
new_ages (void)
{
  return g_array_new (FALSE, FALSE, sizeof (SsmDealAge));
}

SsmMeasureTally *
ssm_measure_tally_new (const SsmMeasureQuestion *question)
{
  SsmMeasureTally *self = g_new0 (SsmMeasureTally, 1);

  self->question = question;
  self->stages = g_new0 (SsmStageTally, question->path->n_stages);
  for (guint i = 0; i < question->path->n_stages; i++)
    {
      self->stages[i].finished = new_spans ();
      self->stages[i].censored = new_spans ();
      self->stages[i].here = new_ages ();
      self->stages[i].open_values = g_new0 (SsmMoney, question->n_currencies);
      self->stages[i].quota_values = g_new0 (SsmMoney, question->n_currencies);
    }
  self->money = g_new0 (SsmMoneyTally, question->n_currencies);
  self->reasons = g_new0 (SsmReasonTally, question->n_slots);
  self->won_cycles = new_spans ();
  self->lost_cycles = new_spans ();
  self->closed_cycles = new_spans ();
  self->open_cycles = new_spans ();
  self->open_ages = new_ages ();
  self->past_due = new_ages ();
  self->slowest_won = -1;
  for (guint i = 0; i < SSM_N_MEASURE_NOTES; i++)
    self->notes[i].example = G_MAXUINT;
  return self;
}

void
ssm_measure_tally_free (SsmMeasureTally *tally)
{
  if (tally == NULL)
    return;

  for (guint i = 0; i < tally->question->path->n_stages; i++)
    {
      g_array_unref (tally->stages[i].finished);
      g_array_unref (tally->stages[i].censored);
      g_array_unref (tally->stages[i].here);
      g_free (tally->stages[i].open_values);
      g_free (tally->stages[i].quota_values);
    }
  for (guint i = 0; i < tally->question->n_slots; i++)
    {
      g_free (tally->reasons[i].at_stage);
      g_free (tally->reasons[i].values);
    }
  g_free (tally->stages);
  g_free (tally->money);
  g_free (tally->reasons);
  g_array_unref (tally->won_cycles);
  g_array_unref (tally->lost_cycles);
  g_array_unref (tally->closed_cycles);
  g_array_unref (tally->open_cycles);
  g_array_unref (tally->open_ages);
  g_array_unref (tally->past_due);
  g_free (tally);
}

gboolean
ssm_measure_in_period (const SsmMeasureQuestion *question, guint32 day)
{
  if (question->from == 0 && question->to == 0)
    return TRUE;
  return day != 0 && day >= question->from && (question->to == 0 || day <= question->to);
}

gboolean
ssm_measure_has_amount (const SsmDealRecord *record)
{
  return record->has_amount && ssm_money_sign (record->amount) >= 0;
}

void
ssm_measure_tally_note (SsmMeasureTally *tally, SsmMeasureNoteKind kind, guint count,
                        guint example)
{
  SsmMeasureNote *note = &tally->notes[kind];

  if (count > 0 && example < note->example)
    note->example = example;
  note->count += count;
}

/* A sum that cannot be held is not shown; it is no reason to stop. */
static void
add (SsmMoneyTally *money, SsmMoney *sum, SsmMoney more)
{
  if (!ssm_money_add (sum, more))
    money->overflow = TRUE;
}

/* The reason of the map, or the words of the CRM, as a slot. */
static guint
slot_of (const SsmMeasureQuestion *question, const SsmDealRecord *record)
{
  int reason = question->reason_of_id[record->reason_id];

  if (reason < 0)
    reason = question->reason_of_word[record->reason];
  return reason >= 0 ? (guint) reason : question->n_reasons + record->reason;
}

static gboolean
is_derailed (const SsmMeasureQuestion *question, guint slot)
{
  return slot < question->n_reasons && question->no_decision[slot];
}

static void
count_reason (SsmMeasureTally *self, const SsmDealStory *story, guint slot)
{
  const SsmMeasureQuestion *question = self->question;
  const SsmDealRecord *record = story->record;
  SsmReasonTally *reason = &self->reasons[slot];
  guint n_stages = story->path->n_stages;
  guint stage = story->furthest >= 0 ? story->path->stages[story->furthest] : n_stages;

  if (reason->at_stage == NULL)
    {
      reason->at_stage = g_new0 (guint, n_stages + 1);
      reason->values = g_new0 (SsmMoney, (n_stages + 1) * question->n_currencies);
    }
  reason->count++;
  reason->at_stage[stage]++;
  if (ssm_measure_has_amount (record))
    add (&self->money[record->currency],
         &reason->values[stage * question->n_currencies + record->currency],
         record->amount);
}

static void
count_won (SsmMeasureTally *self, const SsmDealStory *story)
{
  SsmMoneyTally *money = &self->money[story->record->currency];

  self->count.numerator++;
  self->count.denominator++;
  self->narrow.numerator++;
  self->narrow.denominator++;
  if (ssm_measure_has_amount (story->record))
    {
      add (money, &money->won, story->record->amount);
      money->n_won++;
    }
  if (story->cycle >= 0)
    g_array_append_val (self->won_cycles, story->cycle);
}

static void
count_lost (SsmMeasureTally *self, const SsmDealStory *story)
{
  SsmMoneyTally *money = &self->money[story->record->currency];
  guint slot = slot_of (self->question, story->record);
  gboolean derailed = is_derailed (self->question, slot);

  self->count.denominator++;
  self->narrow.denominator += !derailed;
  if (ssm_measure_has_amount (story->record))
    {
      add (money, &money->lost, story->record->amount);
      if (derailed)
        add (money, &money->derailed, story->record->amount);
      money->n_lost += !ssm_money_is_zero (story->record->amount);
    }
  count_reason (self, story, slot);
  ssm_measure_tally_note (self, SSM_NOTE_NO_REASON, slot == self->question->n_reasons,
                          story->deal);
  if (story->cycle >= 0)
    g_array_append_val (self->lost_cycles, story->cycle);
}

/* Closed in the period of the quota, or ever: what is won of it, and what it takes. */
static void
count_for_quota (SsmMeasureTally *self, const SsmDealStory *story, gboolean in_period)
{
  const SsmMeasureQuestion *question = self->question;
  SsmMoneyTally *money = &self->money[story->record->currency];
  guint32 day = ssm_instant_day (story->close);
  SsmMoney amount = story->record->amount;

  if (!ssm_measure_has_amount (story->record))
    return;
  if (story->state == SSM_DEAL_STATE_WON && day >= question->quota_from
      && day <= question->quota_to)
    add (money, &money->quota_won, amount);
  if (!in_period)
    return;
  if (story->state == SSM_DEAL_STATE_WON)
    add (money, &money->required_won, amount);
  else if (story->furthest < 0 || story->furthest >= (int) question->path->qualified)
    add (money, &money->required_lost, amount);
}

static void
note_close (SsmMeasureTally *self, const SsmDealStory *story)
{
  guint32 day = ssm_instant_day (story->close);

  if (day == 0)
    {
      ssm_measure_tally_note (self, SSM_NOTE_NO_CLOSE_DATE, 1, story->deal);
      return;
    }
  self->n_closes++;
  self->first_close = self->first_close == 0 ? day : MIN (self->first_close, day);
  self->last_close = MAX (self->last_close, day);
}

static void
count_closed (SsmMeasureTally *self, const SsmDealStory *story)
{
  gboolean is_won = story->state == SSM_DEAL_STATE_WON;
  guint32 day = ssm_instant_day (story->close);
  gboolean in_period = ssm_measure_in_period (self->question, day);

  self->n_won += is_won;
  self->n_lost += !is_won;
  ssm_measure_tally_note (self, SSM_NOTE_NO_STAGE, !is_won && story->furthest < 0,
                          story->deal);
  note_close (self, story);
  count_for_quota (self, story, in_period);
  if (is_won)
    self->slowest_won = MAX (self->slowest_won, story->cycle);
  if (!in_period)
    return;
  self->n_closed_undated += day == 0;
  self->n_closed_without_amount += !ssm_measure_has_amount (story->record);
  if (is_won)
    count_won (self, story);
  else
    count_lost (self, story);
}

/* An open deal that is past qualification, and its day to close. */
static void
count_coverage (SsmMeasureTally *self, const SsmDealStory *story)
{
  const SsmMeasureQuestion *question = self->question;
  SsmMoneyTally *money = &self->money[story->record->currency];
  guint32 day = ssm_instant_day (story->record->expected);
  int order = story->now >= 0 ? question->path->orders[story->now] : SSM_NO_ORDER;

  if (order < (int) question->path->qualified)
    return;
  self->n_qualified++;
  self->n_quota_undated += day == 0;
  if (day < question->as_of || day < question->quota_from || day > question->quota_to)
    return;
  money->n_quota_open++;
  if (!ssm_measure_has_amount (story->record))
    {
      self->n_quota_without_amount++;
      return;
    }
  add (money, &money->quota_open, story->record->amount);
  add (money, &self->stages[story->now].quota_values[story->record->currency],
       story->record->amount);
  if (order >= (int) question->path->late)
    add (money, &money->quota_late, story->record->amount);
}

static void
note_past_due (SsmMeasureTally *self, const SsmDealStory *story)
{
  guint32 day = ssm_instant_day (story->record->expected);
  SsmDealAge age = { story->deal, self->question->as_of - day };

  if (day == 0 || day >= self->question->as_of)
    return;
  g_array_append_val (self->past_due, age);
  ssm_measure_tally_note (self, SSM_NOTE_PAST_DUE, 1, story->deal);
}

static void
count_open (SsmMeasureTally *self, const SsmDealStory *story)
{
  SsmMoneyTally *money = &self->money[story->record->currency];

  self->n_open++;
  if (ssm_measure_has_amount (story->record))
    {
      add (money, &money->open, story->record->amount);
      money->n_open++;
    }
  if (story->cycle >= 0)
    {
      SsmDealAge age = { story->deal, (guint) (story->cycle / SSM_DAY_MS) };

      g_array_append_val (self->open_ages, age);
    }
  note_past_due (self, story);
  count_coverage (self, story);
}

/* Deals by the day on which they began. */
static void
count_cohort (SsmMeasureTally *self, const SsmDealStory *story)
{
  gboolean is_closed = story->state != SSM_DEAL_STATE_OPEN;
  gboolean is_won = story->state == SSM_DEAL_STATE_WON;

  if (!ssm_measure_in_period (self->question, ssm_instant_day (story->start)))
    return;
  self->of_all.denominator++;
  self->of_all.numerator += is_won;
  self->cohort.denominator += is_closed;
  self->cohort.numerator += is_won;
  if (story->cycle >= 0)
    g_array_append_val (is_closed ? self->closed_cycles : self->open_cycles, story->cycle);
}

static void
note_oddities (SsmMeasureTally *self, const SsmDealStory *story)
{
  const SsmDealRecord *record = story->record;
  guint deal = story->deal;
  gboolean is_negative = record->has_amount && ssm_money_sign (record->amount) < 0;

  ssm_measure_tally_note (self, SSM_NOTE_REOPENED, story->n_reopened > 0, deal);
  ssm_measure_tally_note (self, SSM_NOTE_WON_THEN_LOST, story->is_won_then_lost, deal);
  ssm_measure_tally_note (self, SSM_NOTE_ELSEWHERE, story->is_elsewhere, deal);
  ssm_measure_tally_note (self, SSM_NOTE_BEFORE_CREATED, story->is_before_created, deal);
  ssm_measure_tally_note (self, SSM_NOTE_NEGATIVE, story->is_negative, deal);
  ssm_measure_tally_note (self, SSM_NOTE_NO_AMOUNT, !record->has_amount, deal);
  ssm_measure_tally_note (self, SSM_NOTE_NEGATIVE_AMOUNT, is_negative, deal);
  ssm_measure_tally_note (self, SSM_NOTE_NO_CURRENCY,
                          record->has_amount && record->currency == 0, deal);
}

static gboolean
is_asked (const SsmMeasureQuestion *question, guint deal)
{
  const SsmDealRecord *record = &question->pipeline->deals[deal];

  return (question->owner == -1 || question->owner == (int) record->owner)
         && (question->segment == -1 || question->segment == (int) record->segment);
}

static void
count_deal (SsmMeasureTally *self, const SsmDealStory *story)
{
  self->n_deals++;
  self->money[story->record->currency].n_deals++;
  self->n_resolved += story->state != SSM_DEAL_STATE_OPEN;
  if (story->is_elsewhere)
    self->n_elsewhere++;
  else
    {
      count_cohort (self, story);
      if (story->state == SSM_DEAL_STATE_OPEN)
        count_open (self, story);
      else
        count_closed (self, story);
    }
  ssm_measure_tally_stages (self, story);
  note_oddities (self, story);
}

void
ssm_measure_tally_add (SsmMeasureTally *tally, guint first, guint end)
{
  const SsmMeasureQuestion *question = tally->question;
  g_autoptr (SsmDealStory) story = ssm_deal_story_new (question->path);

  for (guint i = first; i < end; i++)
    {
      if (!is_asked (question, i))
        continue;
      if (ssm_deal_story_tell (story, question->pipeline, i, question->as_of,
                               question->latest_stay))
        count_deal (tally, story);
      else if (!question->pipeline->deals[i].is_merged)
        ssm_measure_tally_note (tally, SSM_NOTE_FUTURE, 1, i);
    }
}
