/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What one deal is to each stage. */

#include "ssm-measure-tally.h"

/* The day on which the deal first came to the stage; where only its row tells that it is
 * there, the day of its creation. */
static guint32
entry_day (const SsmDealStory *story, const SsmStoryStage *stage)
{
  guint32 day = ssm_instant_day (stage->entered);

  return day != 0 ? day : ssm_instant_day (story->record->created);
}

static void
count_entry (SsmStageTally *tally, const SsmDealStory *story, guint order)
{
  tally->entered++;
  if (story->state == SSM_DEAL_STATE_WON || story->furthest > (int) order)
    tally->advanced++;
  else if (story->state == SSM_DEAL_STATE_LOST || story->is_elsewhere)
    tally->lost++;
  else
    tally->open++;
  tally->won += story->state == SSM_DEAL_STATE_WON;
}

/* Whether it came from @stage, after the sale, to a later one or back into the way. */
static gboolean
left_post (const SsmDealStory *story, guint stage)
{
  gboolean was_here = FALSE;

  for (guint i = 0; i < story->steps->len; i++)
    {
      int at = g_array_index (story->steps, SsmStoryStep, i).stage;

      if (was_here && at >= 0
          && (at > (int) stage || story->path->kinds[at] == SSM_STAGE_OPEN))
        return TRUE;
      was_here |= at == (int) stage;
    }
  return FALSE;
}

static void
count_post (SsmStageTally *tally, const SsmDealStory *story, guint stage)
{
  tally->entered++;
  if (left_post (story, stage))
    tally->advanced++;
  else if (story->state == SSM_DEAL_STATE_LOST || story->is_elsewhere)
    tally->lost++;
  else
    tally->open++;
  tally->won += story->state == SSM_DEAL_STATE_WON;
}

/* One observation a deal and stage: all its stays in it, which have ended or have not. */
static void
count_time (const SsmMeasureQuestion *question, SsmStageTally *tally,
            const SsmDealStory *story, guint index)
{
  const SsmStoryStage *stage = &story->stages[index];
  gboolean is_here = story->now == (int) index && story->age_now >= 0;
  gint64 span = stage->finished;

  tally->n_undated += stage->is_undated;
  if (stage->is_unsure)
    return;
  if (is_here)
    {
      span = question->latest_stay ? story->age_now : span + story->age_now;
      g_array_append_val (tally->censored, span);
    }
  else if (stage->has_finished)
    g_array_append_val (tally->finished, span);
}

static gboolean
is_behind (const SsmDealStory *story, const SsmStoryStep *step, guint stage)
{
  if (story->path->kinds[stage] == SSM_STAGE_OPEN)
    return step->order > story->path->orders[stage];
  return step->stage > (int) stage;
}

/* What became within the period of a deal that was in @stage in it, at step @first. */
static void
count_snapshot (const SsmMeasureQuestion *question, SsmStageTally *tally,
                const SsmDealStory *story, guint stage, guint first)
{
  gboolean is_lost = FALSE;

  tally->snapshot.present++;
  for (guint i = first + 1; i < story->steps->len; i++)
    {
      const SsmStoryStep *step = &g_array_index (story->steps, SsmStoryStep, i);

      if (!ssm_measure_in_period (question, step->day))
        continue;
      if (is_behind (story, step, stage))
        {
          tally->snapshot.moved_on++;
          return;
        }
      is_lost |= step->stage == SSM_STEP_LOST;
    }
  tally->snapshot.lost += is_lost;
}

/* The first step at which the deal was in @stage at a time of the period, or -1. */
static int
first_present (const SsmMeasureQuestion *question, const SsmDealStory *story, guint stage)
{
  for (guint i = 0; i < story->steps->len; i++)
    {
      const SsmStoryStep *step = &g_array_index (story->steps, SsmStoryStep, i);
      guint32 day = step->day != 0 ? step->day : ssm_instant_day (story->start);
      gboolean is_last = i + 1 == story->steps->len;

      if (step->stage != (int) stage)
        continue;
      if ((question->to == 0 || day <= question->to)
          && (is_last || step[1].day == 0 || step[1].day >= question->from))
        return (int) i;
    }
  return -1;
}

/* Whether it passed the stage over: known only of deals that have a history. */
static gboolean
is_skipped (const SsmDealStory *story, guint stage)
{
  int order = story->path->orders[stage];

  return story->record->has_history && !story->stages[stage].has_stay
         && (story->furthest > order || story->state == SSM_DEAL_STATE_WON);
}

static void
count_here (SsmMeasureTally *self, SsmStageTally *tally, const SsmDealStory *story)
{
  const SsmDealRecord *record = story->record;
  SsmDealAge age = { story->deal, (guint) (story->age_now / SSM_DAY_MS) };

  if (story->age_now >= 0)
    g_array_append_val (tally->here, age);
  if (ssm_measure_has_amount (record)
      && !ssm_money_add (&tally->open_values[record->currency], record->amount))
    self->money[record->currency].overflow = TRUE;
}

static void
count_flow (SsmMeasureTally *self, SsmStageTally *tally, const SsmDealStory *story,
            guint index)
{
  const SsmStoryStage *stage = &story->stages[index];
  gboolean is_open = story->path->kinds[index] == SSM_STAGE_OPEN;

  if (!stage->has_entered)
    return;
  tally->all_entered++;
  tally->all_won += story->state == SSM_DEAL_STATE_WON;
  if (!ssm_measure_in_period (self->question, entry_day (story, stage)))
    return;
  if (is_open)
    count_entry (tally, story, (guint) story->path->orders[index]);
  else
    count_post (tally, story, index);
  tally->skipped += is_open && is_skipped (story, index);
  tally->moved_back += stage->moved_back;
  count_time (self->question, tally, story, index);
}

void
ssm_measure_tally_stages (SsmMeasureTally *tally, const SsmDealStory *story)
{
  for (guint i = 0; i < story->path->n_stages; i++)
    {
      int first;

      count_flow (tally, &tally->stages[i], story, i);
      if (!story->stages[i].has_stay)
        continue;
      first = first_present (tally->question, story, i);
      if (first >= 0)
        count_snapshot (tally->question, &tally->stages[i], story, i, (guint) first);
    }
  if (story->now >= 0 && story->path->kinds[story->now] == SSM_STAGE_OPEN
      && story->state == SSM_DEAL_STATE_OPEN)
    count_here (tally, &tally->stages[story->now], story);
}
