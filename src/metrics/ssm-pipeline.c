/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-pipeline-private.h"

SsmPipeline *
ssm_pipeline_new (const SsmMap *map)
{
  SsmPipeline *self = g_new0 (SsmPipeline, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->ids = ssm_word_pool_new (FALSE);
  self->names = ssm_word_pool_new (TRUE);
  self->owners = ssm_word_pool_new (TRUE);
  self->segments = ssm_word_pool_new (TRUE);
  self->reasons = ssm_word_pool_new (TRUE);
  self->reason_ids = ssm_word_pool_new (TRUE);
  self->currencies = ssm_word_pool_new (TRUE);
  self->n_steps = ssm_map_n_stages (map);
  self->step_ids = g_new0 (char *, self->n_steps + 1);
  self->is_post = g_new0 (gboolean, self->n_steps);
  for (guint i = 0; i < self->n_steps; i++)
    {
      const SsmPart *stage = ssm_map_stage (map, i);

      self->step_ids[i] = g_strdup (ssm_part_id (stage));
      self->is_post[i] = g_str_equal (ssm_part_text (stage, SSM_STAGE_BLOCK), "expansion");
    }
  return self;
}

SsmPipeline *
ssm_pipeline_ref (const SsmPipeline *pipeline)
{
  SsmPipeline *self = (SsmPipeline *) pipeline;

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
ssm_pipeline_unref (SsmPipeline *pipeline)
{
  if (pipeline == NULL || !g_atomic_ref_count_dec (&pipeline->ref_count))
    return;

  ssm_word_pool_free (pipeline->ids);
  ssm_word_pool_free (pipeline->names);
  ssm_word_pool_free (pipeline->owners);
  ssm_word_pool_free (pipeline->segments);
  ssm_word_pool_free (pipeline->reasons);
  ssm_word_pool_free (pipeline->reason_ids);
  ssm_word_pool_free (pipeline->currencies);
  g_strfreev (pipeline->step_ids);
  g_free (pipeline->owner_list);
  g_free (pipeline->segment_list);
  g_free (pipeline->is_post);
  g_free (pipeline->deals);
  g_free (pipeline->entered);
  g_free (pipeline->steps);
  g_free (pipeline);
}

guint
ssm_pipeline_n_deals (const SsmPipeline *pipeline)
{
  return pipeline->n_deals;
}

const SsmPipelineNotes *
ssm_pipeline_notes (const SsmPipeline *pipeline)
{
  return &pipeline->notes;
}

guint32
ssm_pipeline_newest (const SsmPipeline *pipeline)
{
  return pipeline->newest;
}

const char *
ssm_pipeline_deal_id (const SsmPipeline *pipeline, guint deal)
{
  g_return_val_if_fail (deal < pipeline->n_deals, "");

  return ssm_word_pool_word (pipeline->ids, deal);
}

const char *
ssm_pipeline_deal_name (const SsmPipeline *pipeline, guint deal)
{
  g_return_val_if_fail (deal < pipeline->n_deals, "");

  return pipeline->deals[deal].name != 0
             ? ssm_word_pool_word (pipeline->names, pipeline->deals[deal].name)
             : ssm_pipeline_deal_id (pipeline, deal);
}

void
ssm_pipeline_deal (const SsmPipeline *pipeline, guint deal, SsmPipelineDeal *row)
{
  const SsmDealRecord *record;

  g_return_if_fail (deal < pipeline->n_deals);

  record = &pipeline->deals[deal];
  *row = (SsmPipelineDeal) {
    .name = ssm_word_pool_word (pipeline->names, record->name),
    .owner = ssm_word_pool_word (pipeline->owners, record->owner),
    .segment = ssm_word_pool_word (pipeline->segments, record->segment),
    .reason = ssm_word_pool_word (pipeline->reasons, record->reason),
    .reason_id = ssm_word_pool_word (pipeline->reason_ids, record->reason_id),
    .currency = ssm_word_pool_word (pipeline->currencies, record->currency),
    .has_amount = record->has_amount,
    .amount = record->amount,
    .state = (SsmDealState) record->state,
    .step = record->step,
    .since = record->since,
    .created = record->created,
    .closed = record->closed,
    .expected = record->expected,
    .line = record->line,
  };
}

guint
ssm_pipeline_deal_stays (const SsmPipeline *pipeline, guint deal, SsmPipelineStay *stays,
                         guint max)
{
  const SsmDealRecord *record;

  g_return_val_if_fail (deal < pipeline->n_deals, 0);

  record = &pipeline->deals[deal];
  for (guint i = 0; i < MIN (record->n_stays, max); i++)
    stays[i] = (SsmPipelineStay) { pipeline->entered[record->first_stay + i],
                                   pipeline->steps[record->first_stay + i] };
  return record->n_stays;
}

guint
ssm_pipeline_n_steps (const SsmPipeline *pipeline)
{
  return pipeline->n_steps;
}

const char *
ssm_pipeline_step_id (const SsmPipeline *pipeline, guint step)
{
  g_return_val_if_fail (step < pipeline->n_steps, "");

  return pipeline->step_ids[step];
}

const char * const *
ssm_pipeline_owners (const SsmPipeline *pipeline)
{
  return (const char * const *) pipeline->owner_list;
}

const char * const *
ssm_pipeline_segments (const SsmPipeline *pipeline)
{
  return (const char * const *) pipeline->segment_list;
}

gsize
ssm_pipeline_size (const SsmPipeline *pipeline)
{
  return sizeof *pipeline + pipeline->n_deals * sizeof (SsmDealRecord)
         + pipeline->n_stays * (sizeof (SsmInstant) + sizeof (gint16))
         + ssm_word_pool_size (pipeline->ids) + ssm_word_pool_size (pipeline->names)
         + ssm_word_pool_size (pipeline->owners) + ssm_word_pool_size (pipeline->segments)
         + ssm_word_pool_size (pipeline->reasons)
         + ssm_word_pool_size (pipeline->reason_ids)
         + ssm_word_pool_size (pipeline->currencies);
}
