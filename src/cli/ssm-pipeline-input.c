/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-pipeline-input.h"

#include <string.h>

#include "ssm-console.h"
#include "ssm-pipeline-builder.h"
#include "ssm-table-input.h"

typedef struct
{
  SsmPipelineInput *input;
  SsmPipelineBuilder *builder;
  const SsmArguments *arguments;
  const SsmMap *map;
} Reading;

static int
step_of (int stage)
{
  if (stage >= 0)
    return stage;
  return stage == SSM_STAGE_UNKNOWN ? SSM_STEP_UNMAPPED : SSM_STEP_NOWHERE;
}

static SsmDealState
state_of (SsmDealResult result)
{
  switch (result)
    {
    case SSM_RESULT_WON:
      return SSM_DEAL_STATE_WON;
    case SSM_RESULT_LOST:
      return SSM_DEAL_STATE_LOST;
    case SSM_RESULT_OPEN:
      return SSM_DEAL_STATE_OPEN;
    case SSM_RESULT_UNKNOWN:
    default:
      return SSM_DEAL_STATE_UNKNOWN;
    }
}

static void
add_deal (SsmPipelineBuilder *builder, const SsmTableDeal *deal)
{
  const char *key = *deal->crm != '\0' ? deal->crm : deal->name;
  SsmPipelineDeal row = {
    .name = strcmp (deal->name, key) != 0 ? deal->name : "",
    .owner = deal->owner,
    .reason = deal->reason,
    .currency = deal->currency,
    .has_amount = deal->has_amount,
    .amount = { deal->amount.whole, deal->amount.millionths },
    .state = state_of (deal->result),
    .step = step_of (deal->stage),
    .since = ssm_instant_of_day (deal->since),
    .created = ssm_instant_of_day (deal->created),
    .closed = ssm_instant_of_day (deal->closed),
    .expected = ssm_instant_of_day (deal->close),
    .line = deal->line,
  };

  ssm_pipeline_builder_set (builder, ssm_pipeline_builder_deal (builder, key), &row);
}

static int
read_rows (const Reading *reading, const SsmTableInput *table)
{
  SsmPipelineInput *input = reading->input;
  g_autoptr (GError) error = NULL;
  g_autoptr (SsmDealReader) reader
    = ssm_deal_reader_new (table->source, table->mapping, reading->map, 0, &error);
  const SsmTableReport *report;
  const SsmTableDeal *deal;

  if (reader == NULL)
    return ssm_console_fail (table->name, error);
  while (ssm_deal_reader_next (reader, &deal, &error) && deal != NULL)
    add_deal (reading->builder, deal);
  if (error != NULL)
    return ssm_console_fail (table->name, error);
  report = ssm_deal_reader_report (reader);
  ssm_table_input_say_faults (table, report);
  input->n_read += report->n_rows;
  input->n_skipped += ssm_table_report_n_skipped (report);
  input->n_unmapped += report->counts[SSM_FAULT_UNKNOWN_STAGE];
  return SSM_EXIT_YES;
}

static void
name_source (SsmPipelineInput *input, const char *operand)
{
  g_autofree char *base = g_path_get_basename (operand);
  g_autofree char *name = g_utf8_make_valid (base, -1);
  char *names = input->source != NULL ? g_strdup_printf ("%s, %s", input->source, name)
                                      : g_strdup (name);

  if (g_str_equal (operand, "-"))
    {
      g_free (names);
      return;
    }
  g_free (input->source);
  input->source = names;
}

static int
read_table (const Reading *reading, const char *operand)
{
  int status;
  g_autoptr (SsmTableInput) table
    = ssm_table_input_new (operand, NULL, reading->map, NULL, reading->arguments, &status);

  name_source (reading->input, operand);
  return table != NULL ? read_rows (reading, table) : status;
}

SsmPipelineInput *
ssm_pipeline_input_new (const SsmArguments *arguments, const SsmMap *map, int *status)
{
  g_autoptr (SsmPipelineInput) self = g_new0 (SsmPipelineInput, 1);
  g_autoptr (SsmPipelineBuilder) builder = ssm_pipeline_builder_new (map);
  Reading reading = { self, builder, arguments, map };

  *status = SSM_EXIT_YES;
  for (guint i = 1; *status == SSM_EXIT_YES && i < ssm_arguments_n_operands (arguments); i++)
    *status = read_table (&reading, ssm_arguments_operand (arguments, i));
  if (*status != SSM_EXIT_YES)
    return NULL;
  self->pipeline = ssm_pipeline_builder_finish (builder);
  self->n_unmapped += ssm_pipeline_notes (self->pipeline)->n_unmapped;
  return g_steal_pointer (&self);
}

void
ssm_pipeline_input_free (SsmPipelineInput *input)
{
  if (input == NULL)
    return;

  g_clear_pointer (&input->pipeline, ssm_pipeline_unref);
  g_free (input->source);
  g_free (input);
}
