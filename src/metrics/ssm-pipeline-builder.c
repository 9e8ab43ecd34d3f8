/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Rows of history go into a log of 14 bytes each, and each deal remembers the last of its
 * own, so that a row that only repeats it can be dropped at once: CRMs write one whenever an
 * amount or a date changes. */

#include "ssm-pipeline-builder.h"

#include <string.h>

#include "ssm-pipeline-private.h"

/* The latest row of a deal so far, and the latest that was dropped. */
typedef struct
{
  SsmInstant when;
  SsmInstant dropped;
  gint64 sequence;
  gint16 step;
} Trace;

struct _SsmPipelineBuilder
{
  SsmMap *map;
  SsmPipeline *pipeline;
  GArray *records;   /* SsmDealRecord */
  GArray *traces;    /* Trace */
  GArray *deals;     /* guint32: of each row of the log */
  GArray *whens;     /* SsmInstant */
  GArray *steps;     /* gint16 */
  GArray *sequences; /* gint64; NULL until a row has one */
  gboolean keeps;
  gboolean must_keep;
};

static void
begin (SsmPipelineBuilder *self)
{
  self->pipeline = ssm_pipeline_new (self->map);
  self->records = g_array_new (FALSE, TRUE, sizeof (SsmDealRecord));
  self->traces = g_array_new (FALSE, FALSE, sizeof (Trace));
  self->deals = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->whens = g_array_new (FALSE, FALSE, sizeof (SsmInstant));
  self->steps = g_array_new (FALSE, FALSE, sizeof (gint16));
}

SsmPipelineBuilder *
ssm_pipeline_builder_new (const SsmMap *map)
{
  SsmPipelineBuilder *self;

  g_return_val_if_fail (map != NULL, NULL);

  self = g_new0 (SsmPipelineBuilder, 1);
  self->map = ssm_part_ref (map);
  begin (self);
  return self;
}

static void
clear_log (SsmPipelineBuilder *self)
{
  g_clear_pointer (&self->traces, g_array_unref);
  g_clear_pointer (&self->deals, g_array_unref);
  g_clear_pointer (&self->whens, g_array_unref);
  g_clear_pointer (&self->steps, g_array_unref);
  g_clear_pointer (&self->sequences, g_array_unref);
}

void
ssm_pipeline_builder_free (SsmPipelineBuilder *builder)
{
  if (builder == NULL)
    return;

  clear_log (builder);
  g_clear_pointer (&builder->records, g_array_unref);
  g_clear_pointer (&builder->pipeline, ssm_pipeline_unref);
  ssm_part_unref (builder->map);
  g_free (builder);
}

static void
add_record (SsmPipelineBuilder *self)
{
  SsmDealRecord record = { .created = SSM_INSTANT_NONE, .closed = SSM_INSTANT_NONE,
                           .expected = SSM_INSTANT_NONE, .since = SSM_INSTANT_NONE,
                           .step = SSM_STEP_NOWHERE, .state = SSM_DEAL_STATE_UNKNOWN };

  g_array_append_val (self->records, record);
}

/* That of @deal; tables of deals alone need none. */
static Trace *
get_trace (SsmPipelineBuilder *self, guint deal)
{
  const Trace none = { .when = SSM_INSTANT_NONE, .dropped = SSM_INSTANT_NONE,
                       .sequence = G_MININT64, .step = SSM_STEP_NOWHERE };

  while (self->traces->len <= deal)
    g_array_append_val (self->traces, none);
  return &g_array_index (self->traces, Trace, deal);
}

guint
ssm_pipeline_builder_deal (SsmPipelineBuilder *builder, const char *id)
{
  guint deal = ssm_word_pool_add (builder->pipeline->ids, id);

  if (deal == builder->records->len)
    add_record (builder);
  return deal;
}

void
ssm_pipeline_builder_deals (SsmPipelineBuilder *builder,
                            const char * const *ids,
                            guint n,
                            guint *deals)
{
  ssm_word_pool_add_all (builder->pipeline->ids, ids, n, deals);
  while (builder->records->len < ssm_word_pool_n (builder->pipeline->ids))
    add_record (builder);
  for (guint i = 0; i < n; i++)
    if (deals[i] < builder->traces->len)
      __builtin_prefetch (&g_array_index (builder->traces, Trace, deals[i]));
}

guint
ssm_pipeline_builder_n_deals (const SsmPipelineBuilder *builder)
{
  return builder->records->len;
}

static guint32
keep_word (SsmWordPool *pool, const char *word)
{
  return word != NULL ? ssm_word_pool_add (pool, word) : 0;
}

void
ssm_pipeline_builder_set (SsmPipelineBuilder *builder, guint deal,
                          const SsmPipelineDeal *row)
{
  SsmPipeline *pipeline = builder->pipeline;
  SsmDealRecord *record;

  g_return_if_fail (deal < builder->records->len);
  g_return_if_fail (row->step < (int) pipeline->n_steps);
  g_return_if_fail (row->currency == NULL || strlen (row->currency) <= 3);

  record = &g_array_index (builder->records, SsmDealRecord, deal);
  record->name = row->name != NULL && *row->name != '\0'
                     ? ssm_word_pool_append (pipeline->names, row->name)
                     : 0;
  record->owner = keep_word (pipeline->owners, row->owner);
  record->segment = keep_word (pipeline->segments, row->segment);
  record->reason = keep_word (pipeline->reasons, row->reason);
  record->reason_id = keep_word (pipeline->reason_ids, row->reason_id);
  record->currency = (guint16) MIN (keep_word (pipeline->currencies, row->currency),
                                    G_MAXUINT16);
  record->has_amount = row->has_amount != FALSE;
  record->amount = row->amount;
  record->state = (gint8) row->state;
  record->step = (gint16) row->step;
  record->since = row->since;
  record->created = row->created;
  record->closed = row->closed;
  record->expected = row->expected;
  record->line = row->line;
  record->has_row = TRUE;
}

/* Most tables have no sequence; those that do may have it in some rows only. */
static void
log_sequence (SsmPipelineBuilder *self, gint64 sequence)
{
  if (self->sequences == NULL && sequence == 0)
    return;
  if (self->sequences == NULL)
    {
      self->sequences = g_array_new (FALSE, TRUE, sizeof (gint64));
      g_array_set_size (self->sequences, self->deals->len);
    }
  g_array_append_val (self->sequences, sequence);
}

static void
log_row (SsmPipelineBuilder *self, guint deal, int step, SsmInstant when, gint64 sequence)
{
  guint32 number = deal;
  gint16 short_step = (gint16) step;

  log_sequence (self, sequence);
  g_array_append_val (self->deals, number);
  g_array_append_val (self->whens, when);
  g_array_append_val (self->steps, short_step);
}

static void
add_row (SsmPipelineBuilder *self, guint deal, int step, SsmInstant when, gint64 sequence)
{
  Trace *trace = get_trace (self, deal);
  gint64 now = ssm_instant_moment (when), before = ssm_instant_moment (trace->when);
  gboolean is_later
    = now > before || (now == before && sequence >= trace->sequence);
  gboolean repeats = is_later && step == trace->step && !self->keeps;
  guint32 day = ssm_instant_day (when);

  self->pipeline->newest = MAX (self->pipeline->newest, day);
  if (is_later)
    *trace = (Trace) { when, repeats ? when : trace->dropped, sequence, (gint16) step };
  else
    {
      self->pipeline->notes.n_unsorted++;
      self->must_keep |= now <= ssm_instant_moment (trace->dropped);
    }
  if (repeats)
    self->pipeline->notes.n_repeated++;
  else
    log_row (self, deal, step, when, sequence);
}

void
ssm_pipeline_builder_enter (SsmPipelineBuilder *builder, guint deal, int step,
                            SsmInstant when, gint64 sequence)
{
  g_return_if_fail (deal < builder->records->len);
  g_return_if_fail (step < (int) builder->pipeline->n_steps && step >= SSM_STEP_NOWHERE);

  builder->pipeline->notes.n_rows++;
  builder->pipeline->notes.n_unmapped += step == SSM_STEP_UNMAPPED;
  if (when == SSM_INSTANT_NONE)
    builder->pipeline->notes.n_undated++;
  else
    add_row (builder, deal, step, when, sequence);
}

void
ssm_pipeline_builder_stay (SsmPipelineBuilder *builder, guint deal, int step,
                           SsmInstant entered, SsmInstant left, gint64 sequence)
{
  ssm_pipeline_builder_enter (builder, deal, step, entered, sequence);
  if (step >= 0 && entered != SSM_INSTANT_NONE && left != SSM_INSTANT_NONE)
    add_row (builder, deal, SSM_STEP_LEFT (step), left, sequence);
}

void
ssm_pipeline_builder_merge (SsmPipelineBuilder *builder, guint deal, const char *merged)
{
  guint other = ssm_pipeline_builder_deal (builder, merged);

  if (other != deal)
    g_array_index (builder->records, SsmDealRecord, other).is_merged = TRUE;
}

gboolean
ssm_pipeline_builder_must_keep (const SsmPipelineBuilder *builder)
{
  return builder->must_keep && !builder->keeps;
}

void
ssm_pipeline_builder_keep (SsmPipelineBuilder *builder)
{
  g_return_if_fail (builder->deals->len == 0);

  builder->keeps = TRUE;
}

/* Rows that were dropped are part of the history, too. */
static void
compare_since (SsmPipelineBuilder *self)
{
  for (guint i = 0; i < self->traces->len; i++)
    {
      SsmDealRecord *record = &g_array_index (self->records, SsmDealRecord, i);

      record->is_since_old = ssm_instant_end_of_day (record->since)
                             < g_array_index (self->traces, Trace, i).when;
    }
}

SsmPipeline *
ssm_pipeline_builder_finish (SsmPipelineBuilder *builder)
{
  SsmPipeline *pipeline = g_steal_pointer (&builder->pipeline);
  const gint64 *sequences = builder->sequences != NULL
                                ? (const gint64 *) builder->sequences->data
                                : NULL;

  compare_since (builder);
  g_clear_pointer (&builder->traces, g_array_unref);
  pipeline->n_deals = builder->records->len;
  pipeline->deals = (SsmDealRecord *) g_array_free (
      g_steal_pointer (&builder->records), FALSE);
  ssm_pipeline_finish (pipeline, (const guint32 *) builder->deals->data,
                       (const SsmInstant *) builder->whens->data,
                       (const gint16 *) builder->steps->data, sequences,
                       builder->deals->len);
  clear_log (builder);
  begin (builder);
  return pipeline;
}
