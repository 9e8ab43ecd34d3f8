/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-pipeline-table.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ssm-deal-reader.h"
#include "ssm-history-table.h"
#include "ssm-io-error.h"
#include "ssm-stage-headers.h"

typedef struct
{
  const SsmTableMapping *mapping;
  SsmPipelineBuilder *builder;
  SsmDealReader *reader;
  GArray *headers;   /* SsmStageHeader */
  gboolean is_told;  /* the table says how deals ended, and where they are */
} DealTable;

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

/* When a deal was closed, from the first column that says so. */
static SsmInstant
closed_of (const SsmDealReader *reader, const SsmTableDeal *deal)
{
  const SsmColumn columns[]
      = { deal->result == SSM_RESULT_WON ? SSM_COLUMN_WON : SSM_COLUMN_LOST,
          SSM_COLUMN_CLOSED, SSM_COLUMN_CLOSE };
  SsmInstant closed = SSM_INSTANT_NONE;

  for (guint i = 0; deal->closed != 0 && closed == SSM_INSTANT_NONE
                    && i < G_N_ELEMENTS (columns); i++)
    closed = ssm_deal_reader_instant (reader, columns[i]);
  return closed;
}

/* Deals that live on in @deal. */
static void
merge_deals (SsmPipelineBuilder *builder, guint deal, const char *ids)
{
  g_auto (GStrv) merged = *ids != '\0' ? g_strsplit_set (ids, ";, |", -1) : NULL;

  for (guint i = 0; merged != NULL && merged[i] != NULL; i++)
    if (*merged[i] != '\0')
      ssm_pipeline_builder_merge (builder, deal, merged[i]);
}

static guint
add_deal (const DealTable *self, const SsmTableDeal *deal)
{
  const SsmDealReader *reader = self->reader;
  const char *key = *deal->crm != '\0' ? deal->crm : deal->name;
  guint number = ssm_pipeline_builder_deal (self->builder, key);
  SsmPipelineDeal row = {
    .name = strcmp (deal->name, key) != 0 ? deal->name : "",
    .owner = deal->owner,
    .segment = ssm_deal_reader_cell (reader, SSM_COLUMN_SEGMENT),
    .reason = deal->reason,
    .currency = deal->currency,
    .has_amount = deal->has_amount,
    .amount = { deal->amount.whole, deal->amount.millionths },
    .state = self->is_told ? state_of (deal->result) : SSM_DEAL_STATE_UNKNOWN,
    .step = self->is_told ? step_of (deal->stage) : SSM_STEP_NOWHERE,
    .since = ssm_deal_reader_instant (reader, SSM_COLUMN_SINCE),
    .created = ssm_deal_reader_instant (reader, SSM_COLUMN_CREATED),
    .closed = closed_of (reader, deal),
    .expected = ssm_instant_of_day (deal->close),
    .line = deal->line,
  };

  ssm_pipeline_builder_set (self->builder, number, &row);
  merge_deals (self->builder, number, ssm_deal_reader_cell (reader, SSM_COLUMN_MERGED));
  return number;
}

/* The header that says when deals left the stage of the header @i, or NULL. */
static const SsmStageHeader *
header_of_leaving (const DealTable *self, guint i)
{
  int stage = g_array_index (self->headers, SsmStageHeader, i).meaning.stage;

  for (i++; stage >= 0 && i < self->headers->len; i++)
    {
      const SsmStageHeader *header = &g_array_index (self->headers, SsmStageHeader, i);

      if (header->leaves && header->meaning.stage == stage)
        return header;
    }
  return NULL;
}

/* When the deal left the stage of the header @i, which it entered. */
static SsmInstant
left_of (const DealTable *self, guint i, SsmInstant entered)
{
  const SsmStageHeader *header = header_of_leaving (self, i);
  SsmInstant left = header != NULL
                        ? ssm_deal_reader_header_instant (self->reader, header->header)
                        : SSM_INSTANT_NONE;

  if (left == SSM_INSTANT_NONE || ssm_instant_span (entered, left) >= 0)
    return left;
  ssm_deal_reader_note (self->reader, SSM_FAULT_LEFT, header->header);
  return SSM_INSTANT_NONE;
}

static void
add_stages (const DealTable *self, guint deal)
{
  for (guint i = 0; i < self->headers->len; i++)
    {
      const SsmStageHeader *header = &g_array_index (self->headers, SsmStageHeader, i);
      int step = ssm_stage_meaning_step (header->meaning);
      SsmInstant entered = header->leaves
                               ? SSM_INSTANT_NONE
                               : ssm_deal_reader_header_instant (self->reader, header->header);

      if (entered == SSM_INSTANT_NONE)
        continue;
      if (step == SSM_STEP_UNMAPPED)
        ssm_deal_reader_note_stage (self->reader, header->word);
      ssm_pipeline_builder_stay (self->builder, deal, step, entered,
                                 left_of (self, i, entered), 0);
    }
}

static gboolean
read_deals (const DealTable *self, GError **error)
{
  const SsmTableDeal *deal;

  for (;;)
    {
      if (!ssm_deal_reader_next (self->reader, &deal, error))
        return FALSE;
      if (deal == NULL)
        return TRUE;
      add_stages (self, add_deal (self, deal));
    }
}

static gboolean
check_days (const DealTable *self, const char *name, GError **error)
{
  for (guint i = 0; i < self->headers->len; i++)
    {
      guint index = g_array_index (self->headers, SsmStageHeader, i).header;

      if (!ssm_table_mapping_is_open_day (self->mapping, index))
        continue;
      g_set_error (error, SSM_IO_ERROR, SSM_IO_ERROR_BAD_INPUT,
                   _("%s:%u: column “%s”: it does not show whether days or months come "
                     "first; say which"),
                   name, ssm_table_mapping_header_line (self->mapping),
                   ssm_table_mapping_header (self->mapping, index));
      return FALSE;
    }
  return TRUE;
}

static gboolean
tells_of_deals (const SsmTableMapping *mapping)
{
  return ssm_table_mapping_column (mapping, SSM_COLUMN_STAGE) >= 0
         || ssm_table_mapping_column (mapping, SSM_COLUMN_RESULT) >= 0;
}

static SsmTableReport *
read_deal_table (SsmTableSource *source, const SsmTableMapping *mapping, const SsmMap *map,
                 SsmPipelineBuilder *builder, GError **error)
{
  g_autoptr (SsmStageWords) words = ssm_stage_words_new (map, mapping);
  g_autoptr (GArray) headers = ssm_stage_headers_find (mapping, words);
  g_autoptr (SsmDealReader) reader
      = headers->len > 0 ? ssm_deal_reader_new_staged (source, mapping, map, error)
                         : ssm_deal_reader_new (source, mapping, map, 0, error);
  DealTable table = { mapping, builder, reader, headers,
                      headers->len == 0 || tells_of_deals (mapping) };

  if (reader == NULL || !check_days (&table, ssm_table_source_name (source), error)
      || !read_deals (&table, error))
    return NULL;
  return ssm_deal_reader_steal_report (reader);
}

SsmTableReport *
ssm_pipeline_table_read (SsmTableSource *source,
                         const SsmTableMapping *mapping,
                         const SsmMap *map,
                         SsmPipelineBuilder *builder,
                         GError **error)
{
  if (ssm_table_mapping_rows (mapping) == SSM_TABLE_ROWS_HISTORY)
    return ssm_history_table_read (source, mapping, map, builder, error);
  return read_deal_table (source, mapping, map, builder, error);
}
