/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Two threads: one reads rows and what their cells mean, the other puts them together to
 * deals. Few batches of rows go to and fro between them, so that memory does not grow. */

#include "ssm-history-table.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ssm-io-error.h"
#include "ssm-stage-words.h"

#define REPLACEMENT "\xef\xbf\xbd"

/* Bytes of a word that is remembered from one row to the next. */
#define MAX_WORD 64

#define N_BATCHES 4
#define BATCH_ROWS 4096
#define N_AT_ONCE 64

/* What a row says. */
typedef struct
{
  gsize key;          /* where it begins in the words of the batch */
  int step;
  SsmInstant entered, left;
  gint64 sequence;
} HistoryRow;

typedef struct
{
  HistoryRow rows[BATCH_ROWS];
  guint n;
  GString *words;     /* keys, each with its NUL */
} Batch;

typedef struct
{
  int index;          /* of the header, or -1 */
  SsmDateOrder order;
} Field;

typedef struct
{
  SsmTableSource *source;
  const SsmTableMapping *mapping;
  SsmStageWords *words;
  SsmTableReport *report;
  GAsyncQueue *empty; /* of Batch */
  GAsyncQueue *full;  /* the last one has no rows */
  Batch *batch;       /* that is being filled */
  GError *error;
  const SsmCsvRow *row;
  guint n_headers;
  Field key, stage, entered, left, sequence, changed;
  char last_word[MAX_WORD]; /* rows of one stage follow each other */
  SsmStageMeaning last_meaning;
  char last_field[MAX_WORD];
  gboolean last_is_stage;
} History;

static Field
find_field (const SsmTableMapping *mapping, SsmColumn column, SsmColumn other)
{
  int index = ssm_table_mapping_column (mapping, column);
  Field field;

  if (index < 0 && other < SSM_N_COLUMNS)
    index = ssm_table_mapping_column (mapping, other);
  field.index = index;
  field.order = index >= 0 ? ssm_table_mapping_date_order (mapping, (guint) index)
                           : SSM_DATE_ORDER_UNKNOWN;
  return field;
}

static gboolean
check_field (const History *self, Field field, SsmColumn column, GError **error)
{
  const char *name = ssm_table_source_name (self->source);
  guint line = ssm_table_mapping_header_line (self->mapping);

  if (field.index < 0)
    {
      /* Translators: %s is a file, %u a line, %s what a column holds: Stage. */
      g_set_error (error, SSM_IO_ERROR, SSM_IO_ERROR_BAD_INPUT,
                   _("%s:%u: no header is known to name this column: %s; say which one does"),
                   name, line, ssm_column_title (column));
      return FALSE;
    }
  if (ssm_column_type (column) != SSM_COLUMN_DAY
      || !ssm_table_mapping_is_open_day (self->mapping, (guint) field.index))
    return TRUE;
  g_set_error (error, SSM_IO_ERROR, SSM_IO_ERROR_BAD_INPUT,
               _("%s:%u: column “%s”: it does not show whether days or months come "
                 "first; say which"),
               name, line, ssm_table_mapping_header (self->mapping, (guint) field.index));
  return FALSE;
}

static gboolean
find_fields (History *self, GError **error)
{
  const SsmTableMapping *mapping = self->mapping;

  self->key = find_field (mapping, SSM_COLUMN_CRM, SSM_COLUMN_NAME);
  self->stage = find_field (mapping, SSM_COLUMN_STAGE, SSM_N_COLUMNS);
  self->entered = find_field (mapping, SSM_COLUMN_SINCE, SSM_COLUMN_CREATED);
  self->left = find_field (mapping, SSM_COLUMN_LEFT, SSM_N_COLUMNS);
  self->sequence = find_field (mapping, SSM_COLUMN_SEQUENCE, SSM_N_COLUMNS);
  self->changed = find_field (mapping, SSM_COLUMN_CHANGED, SSM_N_COLUMNS);
  return check_field (self, self->key, SSM_COLUMN_CRM, error)
         && check_field (self, self->stage, SSM_COLUMN_STAGE, error)
         && check_field (self, self->entered, SSM_COLUMN_SINCE, error)
         && (self->left.index < 0 || check_field (self, self->left, SSM_COLUMN_LEFT, error));
}

static inline const char *
cell (const History *self, Field field)
{
  const char *text = field.index >= 0 ? ssm_csv_row_text (self->row, (guint) field.index)
                                      : "";

  return ssm_table_is_nothing (text) ? "" : text;
}

static void
note (History *self, SsmTableFault fault, Field field)
{
  ssm_table_report_add (self->report, fault, self->row->line, 0, field.index,
                        field.index >= 0 ? cell (self, field) : NULL, cell (self, self->key));
}

/* A moment, or SSM_INSTANT_NONE with a note if it is needed or unreadable. */
static SsmInstant
read_instant (History *self, Field field, gboolean is_needed)
{
  SsmInstant instant;

  switch (ssm_table_instant (cell (self, field), field.order, &instant))
    {
    case SSM_VALUE_BAD:
      note (self, SSM_FAULT_DAY, field);
      break;
    case SSM_VALUE_AMBIGUOUS:
      note (self, SSM_FAULT_OPEN_DAY, field);
      break;
    case SSM_VALUE_EMPTY:
      if (is_needed)
        note (self, SSM_FAULT_NO_DAY, field);
      break;
    case SSM_VALUE_GOOD:
    default:
      break;
    }
  return instant;
}

/* A word that is too long is not remembered. */
static void
remember (char last[MAX_WORD], const char *word)
{
  if (g_strlcpy (last, word, MAX_WORD) >= MAX_WORD)
    last[0] = '\0';
}

static SsmStageMeaning
meaning_of (History *self, const char *word)
{
  if (strcmp (word, self->last_word) == 0)
    return self->last_meaning;
  remember (self->last_word, word);
  self->last_meaning = ssm_stage_words_find (self->words, word);
  return self->last_meaning;
}

/* Whether the row is about the stage: a log of changes has other fields, too. */
static gboolean
is_about_stage (History *self)
{
  const char *field = cell (self, self->changed);
  const char * const headers[] = { field };
  int of_column[SSM_N_COLUMNS];

  if (*field == '\0' || strcmp (field, self->last_field) == 0)
    return *field == '\0' || self->last_is_stage;
  ssm_columns_guess (headers, 1, of_column);
  remember (self->last_field, field);
  self->last_is_stage = of_column[SSM_COLUMN_STAGE] == 0;
  return self->last_is_stage;
}

static int
read_step (History *self, const char *word)
{
  int step = ssm_stage_meaning_step (meaning_of (self, word));

  if (step != SSM_STEP_UNMAPPED)
    return step;
  note (self, SSM_FAULT_UNKNOWN_STAGE, self->stage);
  ssm_table_report_add_stage (self->report, word, self->row->line);
  return step;
}

static SsmInstant
read_left (History *self, SsmInstant entered)
{
  SsmInstant left = read_instant (self, self->left, FALSE);

  if (left == SSM_INSTANT_NONE || entered == SSM_INSTANT_NONE
      || ssm_instant_span (entered, left) >= 0)
    return left;
  note (self, SSM_FAULT_LEFT, self->left);
  return SSM_INSTANT_NONE;
}

static void
judge_characters (History *self)
{
  if (strstr (cell (self, self->key), REPLACEMENT) != NULL)
    note (self, SSM_FAULT_CHARACTERS, self->key);
  if (strstr (cell (self, self->stage), REPLACEMENT) != NULL)
    note (self, SSM_FAULT_CHARACTERS, self->stage);
}

static void
push_batch (History *self)
{
  g_async_queue_push (self->full, self->batch);
  self->batch = g_async_queue_pop (self->empty);
}

static void
add_row (History *self, const char *key, HistoryRow row)
{
  Batch *batch = self->batch;

  row.key = batch->words->len;
  g_string_append_len (batch->words, key, (gssize) strlen (key) + 1);
  batch->rows[batch->n++] = row;
  if (batch->n == BATCH_ROWS)
    push_batch (self);
}

/* FALSE where the row says nothing of a deal and its stage. */
static gboolean
read_row (History *self)
{
  const char *key = cell (self, self->key);
  const char *word = cell (self, self->stage);
  HistoryRow row = { 0 };

  if (!ssm_table_report_check_row (self->report, self->row, self->n_headers))
    return FALSE;
  if (*key == '\0' || *word == '\0')
    {
      note (self, *key == '\0' ? SSM_FAULT_NO_NAME : SSM_FAULT_STAGELESS,
            *key == '\0' ? self->key : self->stage);
      return FALSE;
    }
  row.step = read_step (self, word);
  row.entered = read_instant (self, self->entered, TRUE);
  row.left = self->left.index >= 0 ? read_left (self, row.entered) : SSM_INSTANT_NONE;
  if (self->sequence.index >= 0)
    row.sequence = g_ascii_strtoll (cell (self, self->sequence), NULL, 10);
  add_row (self, key, row);
  return row.entered != SSM_INSTANT_NONE;
}

static void
take_row (History *self)
{
  if (ssm_csv_row_is_blank (self->row))
    {
      self->report->n_blank++;
      return;
    }
  if (!is_about_stage (self))
    return;
  self->report->n_rows++;
  if (ssm_table_mapping_charset (self->mapping)->broken)
    judge_characters (self);
  self->report->n_deals += read_row (self);
}

static void
read_rows (History *self)
{
  guint header_line = ssm_table_mapping_header_line (self->mapping);
  g_autoptr (SsmCsvReader) reader
      = ssm_csv_reader_new (self->source, ssm_table_mapping_charset (self->mapping),
                            ssm_table_mapping_separator (self->mapping));

  while (ssm_csv_reader_next (reader, &self->row, &self->error) && self->row != NULL)
    if (self->row->line > header_line)
      take_row (self);
  if (self->error == NULL)
    ssm_table_source_check (self->source, &self->error);
}

static gpointer
read_thread (gpointer data)
{
  History *self = data;

  self->batch = g_async_queue_pop (self->empty);
  read_rows (self);
  if (self->batch->n > 0)
    push_batch (self);
  g_async_queue_push (self->full, self->batch);
  return NULL;
}

/* Builds the @n rows from @rows on, at most N_AT_ONCE. */
static void
build_some (SsmPipelineBuilder *builder, const HistoryRow *rows, guint n, const char *words)
{
  const char *keys[N_AT_ONCE];
  guint deals[N_AT_ONCE];

  for (guint i = 0; i < n; i++)
    keys[i] = words + rows[i].key;
  ssm_pipeline_builder_deals (builder, keys, n, deals);
  for (guint i = 0; i < n; i++)
    ssm_pipeline_builder_stay (builder, deals[i], rows[i].step, rows[i].entered,
                               rows[i].left, rows[i].sequence);
}

static void
build (SsmPipelineBuilder *builder, const Batch *batch)
{
  for (guint i = 0; i < batch->n; i += N_AT_ONCE)
    build_some (builder, batch->rows + i, MIN (batch->n - i, N_AT_ONCE), batch->words->str);
}

/* Builds in this thread what the other one reads. */
static void
build_all (History *self, SsmPipelineBuilder *builder)
{
  GThread *thread = g_thread_new ("table", read_thread, self);
  gboolean is_last;

  do
    {
      Batch *batch = g_async_queue_pop (self->full);

      is_last = batch->n == 0;
      build (builder, batch);
      batch->n = 0;
      g_string_truncate (batch->words, 0);
      g_async_queue_push (self->empty, batch);
    }
  while (!is_last);
  g_thread_join (thread);
}

static void
free_batch (gpointer data)
{
  Batch *batch = data;

  g_string_free (batch->words, TRUE);
  g_free (batch);
}

static gboolean
read_history (History *self, SsmPipelineBuilder *builder, GError **error)
{
  g_autoptr (GAsyncQueue) empty = g_async_queue_new_full (free_batch);
  g_autoptr (GAsyncQueue) full = g_async_queue_new_full (free_batch);

  if (!find_fields (self, error))
    return FALSE;
  self->empty = empty;
  self->full = full;
  for (guint i = 0; i < N_BATCHES; i++)
    {
      Batch *batch = g_new0 (Batch, 1);

      batch->words = g_string_new (NULL);
      g_async_queue_push (empty, batch);
    }
  build_all (self, builder);
  if (self->error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&self->error));
  return FALSE;
}

SsmTableReport *
ssm_history_table_read (SsmTableSource *source,
                        const SsmTableMapping *mapping,
                        const SsmMap *map,
                        SsmPipelineBuilder *builder,
                        GError **error)
{
  g_autoptr (SsmStageWords) words = ssm_stage_words_new (map, mapping);
  g_autoptr (SsmTableReport) report = ssm_table_report_new ();
  History self = { .source = source, .mapping = mapping, .words = words,
                   .report = report, .n_headers = ssm_table_mapping_n_headers (mapping) };

  return read_history (&self, builder, error) ? g_steal_pointer (&report) : NULL;
}
