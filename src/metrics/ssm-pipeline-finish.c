/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From a log of rows in any order to the stays of each deal. The log is brought in the order
 * of deals by counting, which leaves rows of one deal in the order they had; most are sorted
 * by then. What the deals' own rows say is put in last. */

#include <string.h>

#include "ssm-pipeline-private.h"

/* Rows that a deal's own row can add: its stage, and its end. */
#define OWN_ROWS 2

typedef struct
{
  SsmPipeline *pipeline;
  const gint64 *sequences; /* in the order of the stays, or NULL */
  GArray *sorting;         /* SsmPipelineEvent */
  gsize n_kept;            /* stays that are ready */
} Finish;

/* The stays of one deal while they are put together. */
typedef struct
{
  SsmInstant *entered;
  gint16 *steps;
  guint n;
} Stays;

static gboolean
is_end (int step)
{
  return step == SSM_STEP_WON || step == SSM_STEP_LOST;
}

/* Makes room for all rows and the deals' own ones. */
static void
count_rows (SsmPipeline *pipeline, const guint32 *deals, gsize n)
{
  gsize first = 0;

  for (gsize i = 0; i < n; i++)
    pipeline->deals[deals[i]].n_stays++;
  for (guint i = 0; i < pipeline->n_deals; i++)
    {
      SsmDealRecord *record = &pipeline->deals[i];

      record->first_stay = first;
      first += record->n_stays + OWN_ROWS;
      record->has_history = record->n_stays > 0;
      record->n_stays = 0;
    }
  pipeline->n_stays = first;
  pipeline->entered = g_new (SsmInstant, first);
  pipeline->steps = g_new (gint16, first);
}

/* (transfer full): the sequences in the same order, or NULL. */
static gint64 *
place_rows (SsmPipeline *pipeline, const guint32 *deals, const SsmInstant *whens,
            const gint16 *steps, const gint64 *sequences, gsize n)
{
  gint64 *placed = sequences != NULL ? g_new (gint64, pipeline->n_stays) : NULL;

  for (gsize i = 0; i < n; i++)
    {
      SsmDealRecord *record = &pipeline->deals[deals[i]];
      gsize at = record->first_stay + record->n_stays++;

      pipeline->entered[at] = whens[i];
      pipeline->steps[at] = steps[i];
      if (placed != NULL)
        placed[at] = sequences[i];
    }
  return placed;
}

static gint
compare_events (gconstpointer a, gconstpointer b)
{
  const SsmPipelineEvent *left = a, *right = b;
  gint64 one = ssm_instant_moment (left->when), other = ssm_instant_moment (right->when);

  if (one != other)
    return one < other ? -1 : 1;
  return (left->sequence > right->sequence) - (left->sequence < right->sequence);
}

static gboolean
is_sorted (const Finish *finish, const SsmDealRecord *record)
{
  const SsmInstant *entered = finish->pipeline->entered + record->first_stay;

  if (finish->sequences != NULL)
    return FALSE;
  for (guint i = 1; i < record->n_stays; i++)
    if (entered[i] < entered[i - 1])
      return FALSE;
  return TRUE;
}

/* g_array_sort () is stable: rows of the same instant stay in their order. */
static void
sort_rows (Finish *finish, const SsmDealRecord *record)
{
  SsmInstant *entered = finish->pipeline->entered + record->first_stay;
  gint16 *steps = finish->pipeline->steps + record->first_stay;

  if (is_sorted (finish, record))
    return;
  g_array_set_size (finish->sorting, record->n_stays);
  for (guint i = 0; i < record->n_stays; i++)
    g_array_index (finish->sorting, SsmPipelineEvent, i) = (SsmPipelineEvent) {
      entered[i],
      finish->sequences != NULL ? finish->sequences[record->first_stay + i] : 0,
      steps[i] };
  g_array_sort (finish->sorting, compare_events);
  for (guint i = 0; i < record->n_stays; i++)
    {
      entered[i] = g_array_index (finish->sorting, SsmPipelineEvent, i).when;
      steps[i] = g_array_index (finish->sorting, SsmPipelineEvent, i).step;
    }
}

static void
append (Stays *stays, SsmInstant when, int step)
{
  stays->entered[stays->n] = when;
  stays->steps[stays->n] = (gint16) step;
  stays->n++;
}

/* Puts in what only the deal's row knows of its stage. */
static void
add_own_stage (Stays *stays, const SsmDealRecord *record)
{
  SsmInstant when = record->since;
  gboolean is_new = stays->n == 0;

  if (record->step == SSM_STEP_NOWHERE)
    return;
  if (is_new && when == SSM_INSTANT_NONE && record->step == 0)
    when = record->created;
  if (is_new && record->step == SSM_STEP_UNMAPPED && when == SSM_INSTANT_NONE)
    return;
  if (is_new
      || (when != SSM_INSTANT_NONE && stays->steps[stays->n - 1] != record->step
          && !record->is_since_old))
    append (stays, when, record->step);
}

static gboolean
has_end (const Stays *stays)
{
  for (guint i = 0; i < stays->n; i++)
    if (is_end (stays->steps[i]))
      return TRUE;
  return FALSE;
}

/* A table of deals says how each of them stands now: that comes last, whatever its date. */
static void
add_own_end (Stays *stays, const SsmDealRecord *record)
{
  int step = record->state == SSM_DEAL_STATE_WON ? SSM_STEP_WON : SSM_STEP_LOST;

  if (stays->n == 0 || stays->steps[stays->n - 1] != step)
    append (stays, record->closed, step);
}

static void
add_own (const SsmPipeline *pipeline, Stays *stays, const SsmDealRecord *record)
{
  gboolean is_closed = record->state == SSM_DEAL_STATE_WON
                       || record->state == SSM_DEAL_STATE_LOST;
  gboolean is_post = record->step >= 0 && pipeline->is_post[record->step];
  gboolean was_closed = has_end (stays);

  if (is_closed && is_post)
    {
      if (!was_closed)
        add_own_end (stays, record);
      add_own_stage (stays, record);
      return;
    }
  if (!is_closed || !was_closed)
    add_own_stage (stays, record);
  if (is_closed)
    add_own_end (stays, record);
}

/* Whether the row @i, by which a deal left a stage, leaves it in no other: it was in that
 * stage last, and does not come to the next one at the same moment. */
static gboolean
is_gap (const Stays *stays, guint i, int step)
{
  if (SSM_STEP_LEFT (step) != stays->steps[i])
    return FALSE;
  return i + 1 == stays->n || stays->entered[i + 1] == SSM_INSTANT_NONE
         || ssm_instant_span (stays->entered[i], stays->entered[i + 1]) != 0;
}

/* Keeps the first of neighbours in the same step, in the place of the stays that are
 * ready. */
static void
keep_stays (Finish *finish, SsmDealRecord *record, const Stays *stays)
{
  SsmPipeline *pipeline = finish->pipeline;
  gsize first = finish->n_kept;
  int last = SSM_STEP_NOWHERE;

  for (guint i = 0; i < stays->n; i++)
    {
      gboolean is_left = stays->steps[i] < SSM_STEP_NOWHERE;

      if (is_left && !is_gap (stays, i, last))
        continue;
      if (!is_left && finish->n_kept > first && last == stays->steps[i])
        {
          pipeline->notes.n_repeated += i < record->n_stays;
          continue;
        }
      last = is_left ? SSM_STEP_NOWHERE : stays->steps[i];
      pipeline->entered[finish->n_kept] = stays->entered[i];
      pipeline->steps[finish->n_kept++] = (gint16) last;
    }
  record->first_stay = first;
  record->n_stays = (guint32) (finish->n_kept - first);
}

static void
note_newest (SsmPipeline *pipeline, SsmInstant instant)
{
  pipeline->newest = MAX (pipeline->newest, ssm_instant_day (instant));
}

static void
finish_deal (Finish *finish, SsmDealRecord *record)
{
  SsmPipeline *pipeline = finish->pipeline;
  Stays stays = { pipeline->entered + record->first_stay,
                  pipeline->steps + record->first_stay, record->n_stays };

  sort_rows (finish, record);
  if (record->is_merged)
    stays.n = record->n_stays = 0;
  else
    add_own (pipeline, &stays, record);
  keep_stays (finish, record, &stays);
  if (record->is_merged)
    return;
  note_newest (pipeline, record->created);
  for (guint i = 0; i < record->n_stays; i++)
    note_newest (pipeline, pipeline->entered[record->first_stay + i]);
}

static gint
compare_words (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char * const *) a, *(const char * const *) b);
}

/* (transfer container): the words of @pool but "", sorted. */
static char **
list_words (const SsmWordPool *pool)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();

  for (guint i = 1; i < ssm_word_pool_n (pool); i++)
    g_ptr_array_add (words, (char *) ssm_word_pool_word (pool, i));
  g_ptr_array_sort (words, compare_words);
  g_ptr_array_add (words, NULL);
  return (char **) g_ptr_array_steal (words, NULL);
}

static void
count_notes (SsmPipeline *pipeline)
{
  for (guint i = 0; i < pipeline->n_deals; i++)
    {
      pipeline->notes.n_strangers += !pipeline->deals[i].has_row
                                     && !pipeline->deals[i].is_merged;
      pipeline->notes.n_merged += pipeline->deals[i].is_merged;
      pipeline->notes.n_unmapped += pipeline->deals[i].step == SSM_STEP_UNMAPPED;
    }
}

static void
close_pools (SsmPipeline *pipeline)
{
  pipeline->owner_list = list_words (pipeline->owners);
  pipeline->segment_list = list_words (pipeline->segments);
  ssm_word_pool_close (pipeline->ids);
  ssm_word_pool_close (pipeline->names);
}

void
ssm_pipeline_finish (SsmPipeline *pipeline, const guint32 *deals, const SsmInstant *whens,
                     const gint16 *steps, const gint64 *sequences, gsize n)
{
  g_autofree gint64 *placed = NULL;
  g_autoptr (GArray) sorting = g_array_new (FALSE, FALSE, sizeof (SsmPipelineEvent));
  Finish finish = { .pipeline = pipeline, .sorting = sorting };

  count_rows (pipeline, deals, n);
  placed = place_rows (pipeline, deals, whens, steps, sequences, n);
  finish.sequences = placed;
  for (guint i = 0; i < pipeline->n_deals; i++)
    finish_deal (&finish, &pipeline->deals[i]);
  pipeline->n_stays = finish.n_kept;
  pipeline->entered = g_renew (SsmInstant, pipeline->entered, finish.n_kept);
  pipeline->steps = g_renew (gint16, pipeline->steps, finish.n_kept);
  count_notes (pipeline);
  close_pools (pipeline);
}
