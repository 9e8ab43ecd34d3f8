/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-deal-reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ssm-csv-ahead.h"
#include "ssm-id-set.h"
#include "ssm-io-error.h"

/* U+FFFD, which stands where bytes were no character. */
#define REPLACEMENT "\xef\xbf\xbd"

struct _SsmDealReader
{
  SsmTableSource *source;
  SsmTableMapping *mapping;
  SsmCsvAhead *rows;
  SsmStageWords *words;
  SsmIdSet *ids;
  SsmTableReport *report;
  guint32 as_of;
  guint n_headers;
  int column[SSM_N_COLUMNS];        /* index of the header, or -1 */
  SsmDateOrder order[SSM_N_COLUMNS];
  SsmDecimal decimal;
  GHashTable *results;              /* word → SsmDealResult + 2 */
  char currency_word[8];            /* the last one */
  const char *currency_code;        /* what it is */
  SsmTableDeal deal;
};

static gboolean
has (const SsmDealReader *self, SsmColumn column)
{
  return self->column[column] >= 0;
}

static gboolean
check_columns (SsmDealReader *self, gboolean needs_stage, GError **error)
{
  const char *missing = NULL;

  if (!has (self, SSM_COLUMN_NAME) && !has (self, SSM_COLUMN_CRM)
      && !has (self, SSM_COLUMN_ACCOUNT))
    missing = ssm_column_title (SSM_COLUMN_NAME);
  else if (needs_stage && !has (self, SSM_COLUMN_STAGE) && !has (self, SSM_COLUMN_RESULT)
           && !has (self, SSM_COLUMN_IS_WON))
    missing = ssm_column_title (SSM_COLUMN_STAGE);
  if (missing == NULL)
    return TRUE;

  /* Translators: %s is a file, %u a line, %s what a column holds: Stage. */
  g_set_error (error, SSM_IO_ERROR, SSM_IO_ERROR_BAD_INPUT,
               _("%s:%u: no header is known to name this column: %s; say which one does"),
               ssm_table_source_name (self->source),
               ssm_table_mapping_header_line (self->mapping), missing);
  return FALSE;
}

static SsmDealReader *
reader_new (SsmTableSource *source, const SsmTableMapping *mapping, const SsmMap *map,
            guint32 as_of)
{
  SsmDealReader *self = g_new0 (SsmDealReader, 1);

  self->source = source;
  self->mapping = ssm_table_mapping_ref (mapping);
  self->as_of = as_of;
  self->n_headers = ssm_table_mapping_n_headers (mapping);
  for (SsmColumn column = 0; column < SSM_N_COLUMNS; column++)
    {
      self->column[column] = ssm_table_mapping_column (mapping, column);
      self->order[column] = ssm_table_mapping_date_order (mapping,
                                                          (guint) self->column[column]);
    }
  self->decimal = ssm_table_mapping_decimal (mapping, (guint) self->column[SSM_COLUMN_AMOUNT]);
  self->report = ssm_table_report_new ();
  self->results = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->ids = ssm_id_set_new ();
  self->words = ssm_stage_words_new (map, self->mapping);
  self->rows = ssm_csv_ahead_new (source, ssm_table_mapping_charset (mapping),
                                  ssm_table_mapping_separator (mapping));
  return self;
}

SsmDealReader *
ssm_deal_reader_new (SsmTableSource *source,
                     const SsmTableMapping *mapping,
                     const SsmMap *map,
                     guint32 as_of,
                     GError **error)
{
  g_autoptr (SsmDealReader) self = reader_new (source, mapping, map, as_of);

  return check_columns (self, TRUE, error) ? g_steal_pointer (&self) : NULL;
}

SsmDealReader *
ssm_deal_reader_new_staged (SsmTableSource *source,
                            const SsmTableMapping *mapping,
                            const SsmMap *map,
                            GError **error)
{
  g_autoptr (SsmDealReader) self = reader_new (source, mapping, map, 0);

  return check_columns (self, FALSE, error) ? g_steal_pointer (&self) : NULL;
}

void
ssm_deal_reader_free (SsmDealReader *reader)
{
  if (reader == NULL)
    return;

  g_clear_pointer (&reader->rows, ssm_csv_ahead_free);
  g_clear_pointer (&reader->words, ssm_stage_words_free);
  g_clear_pointer (&reader->ids, ssm_id_set_free);
  g_clear_pointer (&reader->report, ssm_table_report_free);
  g_clear_pointer (&reader->results, g_hash_table_unref);
  g_clear_pointer (&reader->mapping, ssm_table_mapping_unref);
  g_free (reader);
}

/* The cell of @column; "" where it has none or says nothing. */
static const char *
cell (const SsmDealReader *self, SsmColumn column)
{
  const char *text = has (self, column)
                         ? ssm_csv_row_text (self->deal.row, (guint) self->column[column])
                         : "";

  return ssm_table_is_nothing (text) ? "" : text;
}

static void
note (SsmDealReader *self, SsmTableFault fault, SsmColumn column)
{
  int index = column < SSM_N_COLUMNS ? self->column[column] : -1;

  ssm_table_report_add (self->report, fault, self->deal.line, 0, index,
                        index >= 0 ? ssm_csv_row_text (self->deal.row, (guint) index) : NULL,
                        self->deal.crm);
}

static guint32
read_day (SsmDealReader *self, SsmColumn column)
{
  guint32 day = 0;

  if (!has (self, column))
    return 0;
  switch (ssm_table_day (ssm_csv_row_text (self->deal.row, (guint) self->column[column]),
                         self->order[column], &day))
    {
    case SSM_VALUE_BAD:
      note (self, SSM_FAULT_DAY, column);
      return 0;
    case SSM_VALUE_AMBIGUOUS:
      note (self, SSM_FAULT_OPEN_DAY, column);
      return 0;
    case SSM_VALUE_GOOD:
    case SSM_VALUE_EMPTY:
    default:
      return day;
    }
}

/* A table has one currency, or few. */
static const char *
code_of_word (SsmDealReader *self, const char *word)
{
  if (strcmp (word, self->currency_word) == 0)
    return self->currency_code;

  self->currency_code = ssm_currency_code (word, strlen (word));
  g_strlcpy (self->currency_word, word, sizeof self->currency_word);
  return self->currency_code;
}

static void
set_currency (SsmDealReader *self, const char *sign, gsize n_sign)
{
  const char *word = cell (self, SSM_COLUMN_CURRENCY);
  const char *code = NULL;

  if (*word != '\0')
    {
      code = code_of_word (self, word);
      if (code == NULL)
        note (self, SSM_FAULT_CURRENCY, SSM_COLUMN_CURRENCY);
    }
  else if (n_sign > 0)
    code = ssm_currency_code (sign, n_sign);
  g_strlcpy (self->deal.currency,
             code != NULL ? code : ssm_table_mapping_currency (self->mapping),
             sizeof self->deal.currency);
}

static void
set_amount (SsmDealReader *self)
{
  SsmTableDeal *deal = &self->deal;
  const char *sign = NULL;
  gsize n_sign = 0;
  SsmValueState state = ssm_table_amount (cell (self, SSM_COLUMN_AMOUNT), self->decimal,
                                          &deal->amount, &sign, &n_sign);

  deal->has_amount = state == SSM_VALUE_GOOD;
  if (state == SSM_VALUE_BAD)
    note (self, SSM_FAULT_AMOUNT, SSM_COLUMN_AMOUNT);
  else if (state == SSM_VALUE_AMBIGUOUS)
    note (self, SSM_FAULT_OPEN_AMOUNT, SSM_COLUMN_AMOUNT);
  else if (state == SSM_VALUE_EMPTY && has (self, SSM_COLUMN_AMOUNT))
    note (self, SSM_FAULT_NO_AMOUNT, SSM_COLUMN_AMOUNT);
  else if (deal->amount.whole < 0 || deal->amount.millionths < 0)
    note (self, SSM_FAULT_NEGATIVE, SSM_COLUMN_AMOUNT);
  if (deal->amount.rounded)
    note (self, SSM_FAULT_ROUNDED, SSM_COLUMN_AMOUNT);
  set_currency (self, sign, n_sign);
}

/* Remembers what few words mean, because folding each of a million is slow. */
static SsmDealResult
result_of_word (SsmDealReader *self, const char *word)
{
  gpointer known = g_hash_table_lookup (self->results, word);
  SsmDealResult result;
  const char *is;

  if (known != NULL)
    return GPOINTER_TO_INT (known) - 2;

  is = ssm_table_mapping_meaning (self->mapping, SSM_COLUMN_RESULT, word);
  result = ssm_result_of_word (is != NULL ? is : word);
  if (g_hash_table_size (self->results) < SSM_TABLE_MAX_NOTES)
    g_hash_table_insert (self->results, g_strdup (word), GINT_TO_POINTER (result + 2));
  return result;
}

/* The column of results says; else the yes and no of two columns; else the stage's word. */
static void
set_result (SsmDealReader *self, SsmDealResult by_stage)
{
  const char *word = cell (self, SSM_COLUMN_RESULT);
  SsmDealResult result = SSM_RESULT_UNKNOWN;

  if (*word != '\0')
    {
      result = result_of_word (self, word);
      if (result == SSM_RESULT_UNKNOWN)
        note (self, SSM_FAULT_RESULT, SSM_COLUMN_RESULT);
    }
  else if (ssm_word_is_yes (cell (self, SSM_COLUMN_IS_WON)))
    result = SSM_RESULT_WON;
  else if (ssm_word_is_yes (cell (self, SSM_COLUMN_IS_CLOSED)))
    result = by_stage == SSM_RESULT_WON ? SSM_RESULT_WON : SSM_RESULT_LOST;
  if (result == SSM_RESULT_UNKNOWN)
    result = by_stage;
  self->deal.result = result == SSM_RESULT_UNKNOWN ? SSM_RESULT_OPEN : result;
}

static void
set_stage (SsmDealReader *self)
{
  SsmTableDeal *deal = &self->deal;
  SsmStageMeaning meaning = { SSM_STAGE_NONE, SSM_RESULT_UNKNOWN };

  deal->stage_word = cell (self, SSM_COLUMN_STAGE);
  if (*deal->stage_word != '\0')
    meaning = ssm_stage_words_find (self->words, deal->stage_word);
  else if (has (self, SSM_COLUMN_STAGE))
    {
      meaning.stage = SSM_STAGE_UNKNOWN;
      note (self, SSM_FAULT_NO_STAGE, SSM_COLUMN_STAGE);
    }
  deal->stage = meaning.stage;
  set_result (self, meaning.result);
  if (*deal->stage_word != '\0' && meaning.stage == SSM_STAGE_UNKNOWN)
    {
      note (self, SSM_FAULT_UNKNOWN_STAGE, SSM_COLUMN_STAGE);
      ssm_table_report_add_stage (self->report, deal->stage_word, deal->line);
    }
}

static guint32
day_closed (const SsmDealReader *self, guint32 own, guint32 closed)
{
  if (own != 0)
    return own;
  return closed != 0 ? closed : self->deal.close;
}

static void
set_days (SsmDealReader *self)
{
  SsmTableDeal *deal = &self->deal;
  guint32 closed = read_day (self, SSM_COLUMN_CLOSED);
  guint32 won = read_day (self, SSM_COLUMN_WON);
  guint32 lost = read_day (self, SSM_COLUMN_LOST);

  deal->created = read_day (self, SSM_COLUMN_CREATED);
  deal->since = read_day (self, SSM_COLUMN_SINCE);
  deal->close = read_day (self, SSM_COLUMN_CLOSE);
  deal->activity = read_day (self, SSM_COLUMN_ACTIVITY);
  deal->closed = 0;
  if (deal->result == SSM_RESULT_WON)
    deal->closed = day_closed (self, won, closed);
  else if (deal->result == SSM_RESULT_LOST)
    deal->closed = day_closed (self, lost, closed);
}

/* The header in which the day stands that a deal was closed, or is to. */
static SsmColumn
close_column (const SsmDealReader *self)
{
  SsmColumn own = self->deal.result == SSM_RESULT_WON ? SSM_COLUMN_WON : SSM_COLUMN_LOST;

  if (self->deal.result != SSM_RESULT_OPEN && *cell (self, own) != '\0')
    return own;
  if (self->deal.result != SSM_RESULT_OPEN && *cell (self, SSM_COLUMN_CLOSED) != '\0')
    return SSM_COLUMN_CLOSED;
  return has (self, SSM_COLUMN_CLOSE) ? SSM_COLUMN_CLOSE : SSM_COLUMN_CLOSED;
}

static void
judge_days (SsmDealReader *self)
{
  const SsmTableDeal *deal = &self->deal;
  SsmColumn column = close_column (self);
  gboolean is_open = deal->result == SSM_RESULT_OPEN;
  guint32 close = is_open ? deal->close : deal->closed;

  if (close == 0 && has (self, column) && *cell (self, column) == '\0')
    note (self, SSM_FAULT_NO_CLOSE, column);
  if (!is_open && deal->created != 0 && close != 0 && close < deal->created)
    note (self, SSM_FAULT_BEFORE, column);
  if (self->as_of == 0 || !is_open)
    return;
  if (close != 0 && close < self->as_of)
    note (self, SSM_FAULT_PAST_CLOSE, column);
  if (deal->activity != 0 && deal->activity + SSM_TABLE_STALE_DAYS < self->as_of)
    note (self, SSM_FAULT_STALE, SSM_COLUMN_ACTIVITY);
}

static void
judge_characters (SsmDealReader *self)
{
  for (SsmColumn column = 0; column < SSM_N_COLUMNS; column++)
    if (strstr (cell (self, column), REPLACEMENT) != NULL)
      note (self, SSM_FAULT_CHARACTERS, column);
}

/* Who it is; FALSE where nothing says so, or a row before said the same. */
static gboolean
identify (SsmDealReader *self)
{
  SsmTableDeal *deal = &self->deal;
  guint other;

  deal->crm = cell (self, SSM_COLUMN_CRM);
  deal->account = cell (self, SSM_COLUMN_ACCOUNT);
  deal->name = cell (self, SSM_COLUMN_NAME);
  if (*deal->name == '\0')
    deal->name = *deal->account != '\0' ? deal->account : deal->crm;
  if (*deal->name == '\0')
    {
      note (self, SSM_FAULT_NO_NAME, SSM_N_COLUMNS);
      return FALSE;
    }
  if (*deal->crm == '\0')
    {
      if (has (self, SSM_COLUMN_CRM))
        note (self, SSM_FAULT_NO_ID, SSM_COLUMN_CRM);
      return TRUE;
    }
  other = ssm_id_set_add (self->ids, deal->crm, deal->line);
  if (other != 0)
    ssm_table_report_add (self->report, SSM_FAULT_DUPLICATE, deal->line, other,
                          self->column[SSM_COLUMN_CRM], deal->crm, deal->crm);
  return other == 0;
}

/* Makes a deal of @row; FALSE where it is none. */
static gboolean
read_deal (SsmDealReader *self, const SsmCsvRow *row)
{
  SsmTableDeal *deal = &self->deal;

  self->report->n_rows++;
  deal->row = row;
  deal->line = row->line;
  deal->crm = NULL;
  if (!ssm_table_report_check_row (self->report, row, self->n_headers) || !identify (self))
    return FALSE;

  deal->owner = cell (self, SSM_COLUMN_OWNER);
  deal->reason = cell (self, SSM_COLUMN_REASON);
  if (*deal->owner == '\0' && has (self, SSM_COLUMN_OWNER))
    note (self, SSM_FAULT_NO_OWNER, SSM_COLUMN_OWNER);
  set_stage (self);
  set_amount (self);
  set_days (self);
  judge_days (self);
  if (ssm_table_mapping_charset (self->mapping)->broken)
    judge_characters (self);
  self->report->n_deals++;
  return TRUE;
}

gboolean
ssm_deal_reader_next (SsmDealReader *reader, const SsmTableDeal **deal, GError **error)
{
  guint header_line = ssm_table_mapping_header_line (reader->mapping);
  const SsmCsvRow *row;

  *deal = NULL;
  for (;;)
    {
      if (!ssm_csv_ahead_next (reader->rows, &row, error))
        return FALSE;
      if (row == NULL)
        return ssm_table_source_check (reader->source, error);
      if (row->line <= header_line)
        continue;
      if (ssm_csv_row_is_blank (row))
        {
          reader->report->n_blank++;
          continue;
        }
      if (!read_deal (reader, row))
        continue;
      *deal = &reader->deal;
      return TRUE;
    }
}

const SsmTableReport *
ssm_deal_reader_report (const SsmDealReader *reader)
{
  return reader->report;
}

const SsmTableMapping *
ssm_deal_reader_mapping (const SsmDealReader *reader)
{
  return reader->mapping;
}

SsmTableReport *
ssm_deal_reader_steal_report (SsmDealReader *reader)
{
  return g_steal_pointer (&reader->report);
}

const char *
ssm_deal_reader_cell (const SsmDealReader *reader, SsmColumn column)
{
  return cell (reader, column);
}

SsmInstant
ssm_deal_reader_instant (const SsmDealReader *reader, SsmColumn column)
{
  SsmInstant instant;

  ssm_table_instant (cell (reader, column), reader->order[column], &instant);
  return instant;
}

void
ssm_deal_reader_note (SsmDealReader *reader, SsmTableFault fault, guint header)
{
  ssm_table_report_add (reader->report, fault, reader->deal.line, 0, (int) header,
                        ssm_csv_row_text (reader->deal.row, header), reader->deal.crm);
}

void
ssm_deal_reader_note_stage (SsmDealReader *reader, const char *word)
{
  ssm_table_report_add_stage (reader->report, word, reader->deal.line);
}

SsmInstant
ssm_deal_reader_header_instant (SsmDealReader *reader, guint header)
{
  SsmInstant instant;
  SsmValueState state = ssm_table_instant (
      ssm_csv_row_text (reader->deal.row, header),
      ssm_table_mapping_date_order (reader->mapping, header), &instant);

  if (state == SSM_VALUE_BAD)
    ssm_deal_reader_note (reader, SSM_FAULT_DAY, header);
  else if (state == SSM_VALUE_AMBIGUOUS)
    ssm_deal_reader_note (reader, SSM_FAULT_OPEN_DAY, header);
  return instant;
}
