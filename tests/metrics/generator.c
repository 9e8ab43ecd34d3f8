/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "generator.h"

#include <string.h>

#define FIRST_DAY 739000
#define N_DAYS 200

static gboolean
chance (GRand *rand, int percent)
{
  return g_rand_int_range (rand, 0, 100) < percent;
}

/* Where a table has times, one in ten is missing. */
static Moment
at (const Generated *self, GRand *rand, guint day)
{
  gboolean has_time = self->has_times && !chance (rand, 10);

  return (Moment) { day, has_time ? g_rand_int_range (rand, 0, 86400) : -1 };
}

/* @days later, or on the same day and not earlier. */
static Moment
later (const Generated *self, GRand *rand, Moment from, int days)
{
  if (days > 0 || !self->has_times)
    return at (self, rand, from.day + (guint) days);
  return (Moment) { from.day, g_rand_int_range (rand, from.second, 86400) };
}

static gint64
seconds_between (Moment from, Moment to)
{
  gint64 days = (gint64) to.day - from.day;

  if (from.second < 0 || to.second < 0)
    return days * 86400;
  return days * 86400 + to.second - from.second;
}

static void
add_row (Deal *deal, Moment when, int step)
{
  if (deal->n_rows < MAX_ROWS)
    deal->rows[deal->n_rows++] = (Row) { when, { 0, -1 }, step, deal->n_rows };
}

/* Where a deal goes from @stage. */
static int
next_step (GRand *rand, int stage)
{
  int dice = g_rand_int_range (rand, 0, 100);

  if (dice < 12)
    return SSM_STEP_LOST;
  if (dice < 22 && stage > 0)
    return g_rand_int_range (rand, 0, stage);
  if (dice < 32 && stage + 2 < N_STAGES)
    return stage + 2;
  if (dice < 40)
    return SSM_STEP_WON;
  return stage + 1 < N_STAGES ? stage + 1 : SSM_STEP_WON;
}

/* One stay in a stage, and rows that say once more that it is there. */
static Moment
live_stay (const Generated *self, GRand *rand, Deal *deal, int stage, Moment now,
           gboolean *ends)
{
  Truth *truth = &deal->truth;
  int days = chance (rand, 15) ? 0 : g_rand_int_range (rand, 0, 25);
  Moment end = later (self, rand, now, days);

  add_row (deal, now, stage);
  if (days > 2 && chance (rand, 25))
    add_row (deal, at (self, rand, now.day + 1), stage);
  truth->was_in[stage] = TRUE;
  truth->furthest = MAX (truth->furthest, stage);
  truth->in_now = stage;
  *ends = deal->n_rows < MAX_ROWS - 4 && !chance (rand, 12);
  if (!*ends)
    return now;
  truth->seconds[stage] += seconds_between (now, end);
  truth->has_ended[stage] = TRUE;
  truth->in_now = -1;
  return end;
}

static Moment
close_deal (const Generated *self, GRand *rand, Deal *deal, int step, Moment now, int *stage)
{
  Truth *truth = &deal->truth;

  add_row (deal, now, step);
  truth->state = step == SSM_STEP_WON ? SSM_DEAL_STATE_WON : SSM_DEAL_STATE_LOST;
  deal->closed = now;
  *stage = -1;
  if (!chance (rand, 10) || deal->n_rows > MAX_ROWS - 8)
    return now;
  truth->n_reopened++;
  truth->state = SSM_DEAL_STATE_OPEN;
  *stage = g_rand_int_range (rand, 0, N_STAGES);
  return later (self, rand, now, g_rand_int_range (rand, 1, 9));
}

static void
live (const Generated *self, GRand *rand, Deal *deal)
{
  Truth *truth = &deal->truth;
  int stage = chance (rand, 85) ? 0 : g_rand_int_range (rand, 0, N_STAGES);
  Moment now = deal->created;

  *truth = (Truth) { .in_now = -1, .furthest = -1 };
  while (stage >= 0)
    {
      gboolean ends;
      int next;

      now = live_stay (self, rand, deal, stage, now, &ends);
      if (!ends)
        break;
      next = next_step (rand, stage);
      truth->went_back[stage] |= next >= 0 && next < stage;
      stage = next;
      if (next < 0)
        now = close_deal (self, rand, deal, next, now, &stage);
    }
  for (guint i = 0; i < deal->n_rows; i++)
    truth->last_day = MAX (truth->last_day, deal->rows[i].when.day);
}

static void
dress (GRand *rand, Deal *deal)
{
  static const char * const owners[] = { "", "Ann", "Ben" };
  static const char * const segments[] = { "", "A", "B" };
  static const char * const currencies[] = { "", "EUR", "USD", "EUR" };
  static const char * const reasons[] = { "", "Price", "No decision", "Rain" };

  deal->owner = owners[g_rand_int_range (rand, 0, 3)];
  deal->segment = segments[g_rand_int_range (rand, 0, 3)];
  deal->currency = currencies[g_rand_int_range (rand, 0, 4)];
  deal->reason = reasons[g_rand_int_range (rand, 0, 4)];
  deal->has_amount = chance (rand, 85);
  deal->cents = chance (rand, 10) ? 0 : g_rand_int_range (rand, -100000, 100000000);
  if (chance (rand, 60))
    deal->expected = (Moment) { FIRST_DAY + (guint) g_rand_int_range (rand, 0, N_DAYS), -1 };
}

/* A row alone, as tables without a history have it; or one that contradicts it. */
static void
make_row (GRand *rand, Deal *deal)
{
  deal->has_row = TRUE;
  deal->state = (SsmDealState) g_rand_int_range (rand, -1, 3);
  deal->step = g_rand_int_range (rand, SSM_STEP_NOWHERE, N_STAGES);
  if (deal->step == SSM_STEP_WON || deal->step == SSM_STEP_LOST
      || deal->step == SSM_STEP_ELSEWHERE)
    deal->step = SSM_STEP_NOWHERE;
  if (chance (rand, 60))
    deal->since.day = FIRST_DAY + (guint) g_rand_int_range (rand, 0, N_DAYS);
  if (chance (rand, 80))
    deal->closed = (Moment) { FIRST_DAY + (guint) g_rand_int_range (rand, 0, N_DAYS), -1 };
}

/* Rows no story was made up for. */
static void
make_rows (const Generated *self, GRand *rand, Deal *deal)
{
  guint n = (guint) g_rand_int_range (rand, 1, 9);

  for (guint i = 0; i < n; i++)
    {
      guint day = FIRST_DAY + (guint) g_rand_int_range (rand, 0, N_DAYS);
      int step = g_rand_int_range (rand, SSM_STEP_ELSEWHERE, N_STAGES);

      add_row (deal, at (self, rand, day), step);
      if (step >= 0 && chance (rand, 30))
        deal->rows[deal->n_rows - 1].left
            = later (self, rand, deal->rows[deal->n_rows - 1].when,
                     g_rand_int_range (rand, 0, 20));
    }
  if (chance (rand, 10))
    add_row (deal, (Moment) { 0, -1 }, 0);
}

static void
tell_end (GRand *rand, Deal *deal)
{
  deal->has_row = chance (rand, 80);
  deal->state = deal->truth.state;
  deal->step = SSM_STEP_NOWHERE;
  if (!deal->has_row || deal->state == SSM_DEAL_STATE_OPEN)
    deal->closed = (Moment) { 0, -1 };
  if (!deal->has_row)
    deal->created = (Moment) { 0, -1 };
}

static void
make_deal (const Generated *self, GRand *rand, Deal *deal, guint number)
{
  g_snprintf (deal->id, sizeof deal->id, "d%u", number);
  deal->step = SSM_STEP_NOWHERE;
  deal->state = SSM_DEAL_STATE_UNKNOWN;
  deal->created = at (self, rand, FIRST_DAY + (guint) g_rand_int_range (rand, 0, N_DAYS / 2));
  deal->closed = deal->since = deal->expected = (Moment) { 0, -1 };
  dress (rand, deal);
  if (chance (rand, 60))
    {
      deal->has_truth = TRUE;
      live (self, rand, deal);
      tell_end (rand, deal);
      return;
    }
  if (chance (rand, 20))
    deal->created = (Moment) { 0, -1 };
  if (chance (rand, 70))
    make_row (rand, deal);
  if (!deal->has_row || chance (rand, 50))
    make_rows (self, rand, deal);
  if (!deal->has_row)
    deal->created = deal->expected = deal->closed = deal->since = (Moment) { 0, -1 };
}

Generated *
generate (GRand *rand, guint n)
{
  Generated *self = g_new0 (Generated, 1);

  self->n = n;
  self->deals = g_new0 (Deal, n);
  self->has_times = chance (rand, 50);
  self->first_day = FIRST_DAY;
  self->last_day = FIRST_DAY + N_DAYS;
  for (guint i = 0; i < n; i++)
    make_deal (self, rand, &self->deals[i], i);
  return self;
}

void
generated_free (Generated *generated)
{
  g_free (generated->deals);
  g_free (generated);
}

static SsmInstant
to_instant (Moment moment)
{
  if (moment.day == 0 || moment.second < 0)
    return ssm_instant_of_day (moment.day);
  return ssm_instant_of_time (((gint64) moment.day - 719163) * SSM_DAY_MS
                                  + moment.second * 1000,
                              0);
}

static void
set_deal (SsmPipelineBuilder *builder, guint number, const Deal *deal)
{
  SsmPipelineDeal row = {
    .name = deal->id, .owner = deal->owner, .segment = deal->segment,
    .reason = deal->reason, .currency = deal->currency, .has_amount = deal->has_amount,
    .amount = { deal->cents / 100, (gint32) (deal->cents % 100 * 10000) },
    .state = deal->state, .step = deal->step, .since = to_instant (deal->since),
    .created = to_instant (deal->created), .closed = to_instant (deal->closed),
    .expected = to_instant (deal->expected) };

  ssm_pipeline_builder_set (builder, number, &row);
}

/* The order of the rows is their number where they come in it. */
static void
add_all (SsmPipelineBuilder *builder, const Generated *self, const guint *order, guint n,
         gboolean shuffled)
{
  for (guint i = 0; i < self->n; i++)
    {
      guint number = ssm_pipeline_builder_deal (builder, self->deals[i].id);

      if (self->deals[i].has_row)
        set_deal (builder, number, &self->deals[i]);
    }
  for (guint i = 0; i < n; i++)
    {
      const Deal *deal = &self->deals[order[i] / MAX_ROWS];
      const Row *row = &deal->rows[order[i] % MAX_ROWS];
      guint number = ssm_pipeline_builder_deal (builder, deal->id);

      ssm_pipeline_builder_stay (builder, number, row->step, to_instant (row->when),
                                 to_instant (row->left), shuffled ? row->sequence + 1 : 0);
    }
}

static void
shuffle (guint *order, guint n, GRand *rand)
{
  for (guint i = 0; i + 1 < n; i++)
    {
      guint other = (guint) g_rand_int_range (rand, (gint32) i, (gint32) n);
      guint kept = order[i];

      order[i] = order[other];
      order[other] = kept;
    }
}

SsmPipeline *
generated_pipeline (const Generated *generated, const SsmMap *map, GRand *rand)
{
  g_autoptr (SsmPipelineBuilder) builder = ssm_pipeline_builder_new (map);
  g_autofree guint *order = g_new (guint, generated->n * MAX_ROWS);
  gboolean shuffled = chance (rand, 50);
  guint n = 0;

  for (guint i = 0; i < generated->n; i++)
    for (guint row = 0; row < generated->deals[i].n_rows; row++)
      order[n++] = i * MAX_ROWS + row;
  if (shuffled)
    shuffle (order, n, rand);
  if (chance (rand, 30))
    ssm_pipeline_builder_keep (builder);
  add_all (builder, generated, order, n, shuffled);
  if (!ssm_pipeline_builder_must_keep (builder))
    return ssm_pipeline_builder_finish (builder);

  g_clear_pointer (&builder, ssm_pipeline_builder_free);
  builder = ssm_pipeline_builder_new (map);
  ssm_pipeline_builder_keep (builder);
  add_all (builder, generated, order, n, shuffled);
  return ssm_pipeline_builder_finish (builder);
}
