/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-deal-story.h"

#include <string.h>

SsmDealStory *
ssm_deal_story_new (const SsmMeasurePath *path)
{
  SsmDealStory *self = g_new0 (SsmDealStory, 1);

  self->path = path;
  self->stages = g_new0 (SsmStoryStage, path->n_stages);
  self->steps = g_array_new (FALSE, FALSE, sizeof (SsmStoryStep));
  return self;
}

void
ssm_deal_story_free (SsmDealStory *story)
{
  if (story == NULL)
    return;

  g_free (story->stages);
  g_array_unref (story->steps);
  g_free (story);
}

gboolean
ssm_deal_story_reached (const SsmDealStory *story, guint order)
{
  return story->state == SSM_DEAL_STATE_WON || story->furthest >= (int) order;
}

static gboolean
is_post (const SsmDealStory *self, int stage)
{
  return stage >= 0 && self->path->kinds[stage] == SSM_STAGE_POST;
}

static int
order_of (const SsmDealStory *self, int stage)
{
  if (stage == SSM_STEP_WON || is_post (self, stage))
    return (int) self->path->n_open;
  return stage >= 0 ? self->path->orders[stage] : SSM_NO_ORDER;
}

/* Steps of stages that the map has dropped or made one may now be neighbours of the same
 * stage; those behind @as_of have not happened yet. */
static void
take_steps (SsmDealStory *self, const SsmPipeline *pipeline, guint32 as_of)
{
  const SsmDealRecord *record = self->record;

  g_array_set_size (self->steps, 0);
  for (guint i = 0; i < record->n_stays; i++)
    {
      SsmInstant when = pipeline->entered[record->first_stay + i];
      int stage = ssm_measure_path_stage (self->path, pipeline->steps[record->first_stay + i]);
      SsmStoryStep step = { when, ssm_instant_day (when), stage, order_of (self, stage) };

      if (step.day > as_of)
        continue;
      if (self->steps->len > 0
          && g_array_index (self->steps, SsmStoryStep, self->steps->len - 1).stage == stage)
        continue;
      g_array_append_val (self->steps, step);
    }
}

static void
clear (SsmDealStory *self)
{
  self->state = SSM_DEAL_STATE_OPEN;
  self->is_elsewhere = FALSE;
  self->furthest = SSM_NO_ORDER;
  self->now = -1;
  self->age_now = -1;
  self->close = SSM_INSTANT_NONE;
  self->cycle = -1;
  self->n_reopened = 0;
  self->is_won_then_lost = FALSE;
  self->is_negative = FALSE;
  self->is_before_created = FALSE;
  memset (self->stages, 0, self->path->n_stages * sizeof *self->stages);
}

/* The day of its first dated step, or NONE. */
static SsmInstant
first_step (const SsmDealStory *self)
{
  for (guint i = 0; i < self->steps->len; i++)
    if (g_array_index (self->steps, SsmStoryStep, i).day != 0)
      return g_array_index (self->steps, SsmStoryStep, i).when;
  return SSM_INSTANT_NONE;
}

/* It begins with its creation, or with what is known first of one without; one of which
 * nothing has a date has always been there. */
static gboolean
begin (SsmDealStory *self, guint32 as_of)
{
  SsmInstant created = self->record->created;
  SsmInstant first = first_step (self);

  self->start = created != SSM_INSTANT_NONE ? created : first;
  self->is_before_created = created != SSM_INSTANT_NONE && first != SSM_INSTANT_NONE
                            && ssm_instant_span (created, first) < 0;
  if (created != SSM_INSTANT_NONE)
    return ssm_instant_day (created) <= as_of || first != SSM_INSTANT_NONE;
  return first != SSM_INSTANT_NONE || self->steps->len > 0 || self->record->n_stays == 0;
}

/* The stay that begins with step @i lasts until step @end, or still does. */
static void
add_stay (SsmDealStory *self, guint i, guint32 as_of, gboolean latest)
{
  const SsmStoryStep *step = &g_array_index (self->steps, SsmStoryStep, i);
  const SsmStoryStep *next = i + 1 < self->steps->len ? step + 1 : NULL;
  SsmStoryStage *stage = &self->stages[step->stage];
  gint64 span;

  stage->has_stay = TRUE;
  if (step->day == 0 || (next != NULL && next->day == 0))
    {
      stage->is_undated = stage->is_unsure = TRUE;
      return;
    }
  if (next == NULL)
    {
      self->age_now = ((gint64) as_of - step->day) * SSM_DAY_MS;
      return;
    }
  span = ssm_instant_span (step->when, next->when);
  if (span < 0)
    self->is_negative = stage->is_unsure = TRUE;
  else
    stage->finished = latest ? span : stage->finished + span;
  stage->has_finished = TRUE;
}

static void
add_stays (SsmDealStory *self, guint32 as_of, gboolean latest)
{
  int last = SSM_NO_ORDER;

  for (guint i = 0; i < self->steps->len; i++)
    {
      const SsmStoryStep *step = &g_array_index (self->steps, SsmStoryStep, i);

      if (step->stage >= 0)
        add_stay (self, i, as_of, latest);
      if (step->stage >= 0 && last > step->order && step->order != SSM_NO_ORDER)
        self->stages[self->path->stages[last]].moved_back = TRUE;
      if (step->stage >= 0)
        last = is_post (self, step->stage) ? SSM_NO_ORDER : step->order;
      else if (step->stage != SSM_STEP_UNMAPPED && step->stage != SSM_STEP_NOWHERE)
        last = SSM_NO_ORDER;
    }
}

/* Marks the stages up to @order as entered, those that have not been. */
static void
enter_up_to (SsmDealStory *self, int from, int order, SsmInstant when)
{
  for (int k = from + 1; k <= order; k++)
    {
      SsmStoryStage *stage = &self->stages[self->path->stages[k]];

      stage->has_entered = TRUE;
      stage->entered = when;
    }
}

static void
enter_post (SsmDealStory *self, const SsmStoryStep *step)
{
  SsmStoryStage *stage = &self->stages[step->stage];

  if (!stage->has_entered)
    stage->entered = step->when;
  stage->has_entered = TRUE;
}

static void
enter_stages (SsmDealStory *self)
{
  int at_won = SSM_NO_ORDER;
  SsmInstant won = SSM_INSTANT_NONE;
  gboolean was_won = FALSE;

  for (guint i = 0; i < self->steps->len; i++)
    {
      const SsmStoryStep *step = &g_array_index (self->steps, SsmStoryStep, i);

      if (is_post (self, step->stage))
        enter_post (self, step);
      if (step->order == (int) self->path->n_open && !was_won)
        {
          at_won = self->furthest;
          won = step->when;
          was_won = TRUE;
        }
      else if (step->order > self->furthest && step->order < (int) self->path->n_open)
        {
          enter_up_to (self, self->furthest, step->order, step->when);
          self->furthest = step->order;
        }
    }
  if (self->state == SSM_DEAL_STATE_WON)
    enter_up_to (self, at_won, (int) self->path->n_open - 1, won);
}

/* It is not what it was closed as any more. *@gap: milliseconds for which it was closed, -1
 * where nobody knows. */
static void
leave_close (SsmDealStory *self, const SsmStoryStep *step, gint64 *gap)
{
  if (self->state == SSM_DEAL_STATE_OPEN)
    return;
  if (*gap >= 0 && self->close != SSM_INSTANT_NONE && step->day != 0)
    *gap += MAX (ssm_instant_span (self->close, step->when), 0);
  else
    *gap = -1;
}

static void
close_as (SsmDealStory *self, SsmDealState state, const SsmStoryStep *step, gint64 *gap)
{
  if (self->state == state)
    return;
  leave_close (self, step, gap);
  self->is_won_then_lost |= self->state == SSM_DEAL_STATE_WON;
  self->state = state;
  self->close = step->when;
}

/* What the step @step makes of the deal. */
static void
take_state (SsmDealStory *self, const SsmStoryStep *step, gint64 *gap)
{
  if (step->stage == SSM_STEP_WON || is_post (self, step->stage))
    close_as (self, SSM_DEAL_STATE_WON, step, gap);
  else if (step->stage == SSM_STEP_LOST)
    close_as (self, SSM_DEAL_STATE_LOST, step, gap);
  else if (step->stage >= 0 && self->state != SSM_DEAL_STATE_OPEN)
    {
      leave_close (self, step, gap);
      self->n_reopened++;
      self->state = SSM_DEAL_STATE_OPEN;
      self->close = SSM_INSTANT_NONE;
    }
  if (step->stage == SSM_STEP_ELSEWHERE)
    self->is_elsewhere = TRUE;
  else if (step->stage >= 0)
    self->is_elsewhere = FALSE;
}

static void
find_state (SsmDealStory *self, gint64 *gap)
{
  const SsmStoryStep *last = NULL;

  for (guint i = 0; i < self->steps->len; i++)
    {
      last = &g_array_index (self->steps, SsmStoryStep, i);
      take_state (self, last, gap);
    }
  if (self->is_elsewhere)
    {
      self->state = SSM_DEAL_STATE_OPEN;
      self->close = SSM_INSTANT_NONE;
    }
  else if (last != NULL)
    self->now = MAX (last->stage, -1);
}

static void
find_cycle (SsmDealStory *self, guint32 as_of, gint64 gap)
{
  gint64 span = -1;

  if (self->start == SSM_INSTANT_NONE || gap < 0)
    return;
  if (self->state == SSM_DEAL_STATE_OPEN)
    span = ((gint64) as_of - ssm_instant_day (self->start)) * SSM_DAY_MS;
  else if (self->close != SSM_INSTANT_NONE)
    span = ssm_instant_span (self->start, self->close);
  else
    return;
  self->is_negative |= span < 0;
  self->cycle = span < 0 ? -1 : MAX (span - gap, 0);
}

gboolean
ssm_deal_story_tell (SsmDealStory *story, const SsmPipeline *pipeline, guint deal,
                     guint32 as_of, gboolean latest)
{
  gint64 gap = 0;

  story->deal = deal;
  story->record = &pipeline->deals[deal];
  if (story->record->is_merged)
    return FALSE;
  take_steps (story, pipeline, as_of);
  clear (story);
  if (!begin (story, as_of))
    return FALSE;
  find_state (story, &gap);
  enter_stages (story);
  add_stays (story, as_of, latest);
  find_cycle (story, as_of, gap);
  return TRUE;
}
