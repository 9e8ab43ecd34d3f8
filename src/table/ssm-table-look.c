/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-table-look.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ssm-csv-reader.h"
#include "ssm-id-set.h"
#include "ssm-io-error.h"
#include "ssm-quote.h"

/* Rows by which separator and headers are found, and by which cells are judged. */
#define N_ROWS_SEPARATOR 100
#define N_ROWS_HEADER 30
#define N_ROWS_CENSUS 1000

/* Known headers that make a row the one with the headers, whatever stands above it. */
#define N_KNOWN 3

/* One row of so many that is of a deal of a row before makes a table one of history: among
 * deals some rows stand twice by mistake, but not that many. */
#define SHARE_REPEATED 4

static const char separators[] = { ',', ';', '\t', '|' };

typedef struct
{
  const char *start; /* letter case apart */
  const char *message;
} Kind;

static const Kind kinds[] = {
  { "PK\003\004", N_("%s: this is a workbook, not a table of separated values; save it as CSV "
                     "and take that") },
  { "\xd0\xcf\x11\xe0", N_("%s: this is a workbook, not a table of separated values; save it "
                           "as CSV and take that") },
  { "%PDF", N_("%s: this is a PDF, not a table of separated values; export as CSV") },
  { "\x89PNG", N_("%s: this is a picture, not a table of separated values; export as CSV") },
  { "\x1f\x8b", N_("%s: this is compressed; unpack it first") },
  { "<!doctype html", N_("%s: this is a web page, most likely one to log in; log in and "
                         "export again") },
  { "<html", N_("%s: this is a web page, most likely one to log in; log in and export "
                "again") },
  { "<?xml", N_("%s: this is XML, not a table of separated values; export as CSV") },
  { "{", N_("%s: this is JSON, perhaps an answer that says what went wrong; export as CSV") },
};

static gboolean
refuse (SsmTableSource *source, const char *format, GError **error)
{
  /* Each of them has one %s. */
  g_autoptr (GString) message = g_string_new (format);

  g_string_replace (message, "%s", ssm_table_source_name (source), 1);
  g_set_error_literal (error, SSM_IO_ERROR, SSM_IO_ERROR_BAD_INPUT, message->str);
  return FALSE;
}

static gboolean
check_kind (SsmTableSource *source, GError **error)
{
  char start[65] = { 0 };
  const char *p = start;
  gsize n;

  if (!ssm_table_source_read (source, 0, start, 64, &n, error))
    return FALSE;
  if (strncmp (p, "\xef\xbb\xbf", 3) == 0)
    p += 3;
  while (g_ascii_isspace (*p))
    p++;
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_ascii_strncasecmp (p, kinds[i].start, strlen (kinds[i].start)) == 0)
      return refuse (source, _(kinds[i].message), error);
  if (n == 0)
    return refuse (source, _("%s: it is empty; export again"), error);
  return TRUE;
}

/* The separator that a first line "sep=;" names, or 0. */
static char
named_separator (SsmTableSource *source, const SsmTableCharset *charset)
{
  g_autoptr (SsmTableDecoder) decoder = ssm_table_decoder_new (source, charset);
  char start[256] = { 0 };
  const char *p = start;
  gsize n;

  if (!ssm_table_decoder_read (decoder, start, sizeof start - 1, &n, NULL))
    return 0;
  p += *p == '"';
  return g_str_has_prefix (p, "sep=") && (guint8) p[4] < 0x80 && strchr ("\r\n\"", p[5]) != NULL
             ? p[4]
             : 0;
}

/* How well @separator cuts the first rows into rows of one length. */
static guint
rate_separator (SsmTableSource *source, const SsmTableCharset *charset, char separator)
{
  g_autoptr (SsmCsvReader) reader = ssm_csv_reader_new (source, charset, separator);
  guint n_of_length[256] = { 0 };
  const SsmCsvRow *row;
  guint n_rows = 0;
  guint best = 1;

  while (n_rows < N_ROWS_SEPARATOR && ssm_csv_reader_next (reader, &row, NULL) && row != NULL)
    if (!ssm_csv_row_is_blank (row))
      {
        n_of_length[MIN (row->n_cells, 255)]++;
        n_rows++;
      }
  for (guint length = 2; length < G_N_ELEMENTS (n_of_length); length++)
    if (n_of_length[length] > n_of_length[best] || best == 1)
      best = length;
  return n_rows > 0 && n_of_length[best] > 0 ? n_of_length[best] * 10000 / n_rows + best : 0;
}

static char
guess_separator (SsmTableSource *source, const SsmTableCharset *charset)
{
  char best = named_separator (source, charset);
  guint best_rating = 0;

  if (best != 0)
    return best;

  best = ',';
  for (guint i = 0; i < G_N_ELEMENTS (separators); i++)
    {
      guint rating = rate_separator (source, charset, separators[i]);

      if (rating > best_rating)
        {
          best = separators[i];
          best_rating = rating;
        }
    }
  return best;
}

/* (transfer full): the cells of @row, trimmed, at least @n of them. */
static GStrv
copy_cells (const SsmCsvRow *row, guint n)
{
  GStrv cells = g_new0 (char *, MAX (row->n_cells, n) + 1);

  for (guint i = 0; i < MAX (row->n_cells, n); i++)
    cells[i] = g_strstrip (g_strdup (ssm_csv_row_text (row, i)));
  return cells;
}

/* Whether @cells look like a deal rather than like names of columns. */
static gboolean
looks_like_data (const char * const *cells)
{
  SsmAmount amount;
  guint32 day;

  for (; *cells != NULL; cells++)
    if (ssm_table_day (*cells, SSM_DATE_ORDER_DMY, &day) == SSM_VALUE_GOOD
        || ssm_table_amount (*cells, SSM_DECIMAL_POINT, &amount, NULL, NULL) == SSM_VALUE_GOOD)
      return TRUE;
  return FALSE;
}

/* (transfer full): the headers and the line they stand in; NULL with an error. */
static GStrv
find_headers (SsmTableSource *source, const SsmTableCharset *charset, char separator,
              guint *line, GError **error)
{
  g_autoptr (SsmCsvReader) reader = ssm_csv_reader_new (source, charset, separator);
  g_auto (GStrv) first = NULL;
  const SsmCsvRow *row;
  int of_column[SSM_N_COLUMNS];

  for (guint n_rows = 0; n_rows < N_ROWS_HEADER;)
    {
      g_auto (GStrv) cells = NULL;

      if (!ssm_csv_reader_next (reader, &row, error))
        return NULL;
      if (row == NULL)
        break;
      if (row->fault != SSM_CSV_GOOD || ssm_csv_row_is_blank (row))
        continue;
      cells = copy_cells (row, 0);
      n_rows++;
      if (ssm_columns_guess ((const char * const *) cells, row->n_cells, of_column) >= N_KNOWN)
        {
          *line = row->line;
          return g_steal_pointer (&cells);
        }
      if (first == NULL)
        {
          *line = row->line;
          first = g_steal_pointer (&cells);
        }
    }
  if (first == NULL)
    refuse (source, _("%s: it is empty; export again"), error);
  else if (looks_like_data ((const char * const *) first))
    refuse (source, _("%s: its first row has no names of columns; export again with headers"),
            error);
  else
    return g_steal_pointer (&first);
  return NULL;
}

/* Whether only more rows can tell how a column is written. */
static gboolean
needs_all_rows (const SsmTableMapping *mapping, const SsmColumnCensus *censuses)
{
  for (SsmColumn column = 0; column < SSM_N_COLUMNS; column++)
    {
      int index = ssm_table_mapping_column (mapping, column);
      const SsmColumnCensus *census;

      if (index < 0)
        continue;
      census = &censuses[index];
      if (ssm_column_type (column) == SSM_COLUMN_DAY
          && census->n_dmy + census->n_mdy + census->n_open_days > 0)
        return TRUE;
      if (ssm_column_type (column) == SSM_COLUMN_MONEY && census->n_open_amounts > 0
          && ssm_column_census_decimal (census) == SSM_DECIMAL_UNKNOWN)
        return TRUE;
    }
  return FALSE;
}

/* Behind the first rows only what is named as a day or an amount is looked at. */
static void
count_cells (SsmColumnCensus *censuses, const SsmTableMapping *mapping, const SsmCsvRow *row,
             gboolean all)
{
  if (all)
    {
      guint n = MIN (row->n_cells, ssm_table_mapping_n_headers (mapping));

      for (guint i = 0; i < n; i++)
        ssm_column_census_add (&censuses[i], row->cells[i].text);
      return;
    }
  for (SsmColumn column = 0; column < SSM_N_COLUMNS; column++)
    {
      int index = ssm_table_mapping_column (mapping, column);

      if (index >= 0 && ssm_column_type (column) != SSM_COLUMN_TEXT
          && ssm_column_type (column) != SSM_COLUMN_FLAG)
        ssm_column_census_add (&censuses[index], ssm_csv_row_text (row, (guint) index));
    }
}

/* Whether the deal of @row was in a row before. Many deals may have one name. */
static gboolean
is_repeated (const SsmTableMapping *mapping, SsmIdSet *ids, const SsmCsvRow *row)
{
  int key = ssm_table_mapping_column (mapping, SSM_COLUMN_CRM);
  gboolean has_amount = ssm_table_mapping_column (mapping, SSM_COLUMN_AMOUNT) >= 0;
  const char *id;

  if (key < 0 && !has_amount)
    key = ssm_table_mapping_column (mapping, SSM_COLUMN_NAME);
  id = key >= 0 ? ssm_csv_row_text (row, (guint) key) : "";

  return *id != '\0' && ssm_id_set_add (ids, id, row->line) != 0;
}

/* Takes @mapping; gives one that knows what was counted. A history whose days are called by
 * no known name has them in the only header that can be meant. */
static SsmTableMapping *
settle (SsmTableMapping *mapping, const SsmColumnCensus *censuses, gboolean repeats)
{
  SsmTableMapping *self = ssm_table_mapping_with_censuses (mapping, censuses, repeats);
  gboolean has_day = ssm_table_mapping_column (self, SSM_COLUMN_SINCE) >= 0
                     || ssm_table_mapping_column (self, SSM_COLUMN_CREATED) >= 0;
  int found = -1;

  ssm_table_mapping_unref (mapping);
  if (has_day || ssm_table_mapping_column (self, SSM_COLUMN_STAGE) < 0)
    return self;
  for (guint i = ssm_table_mapping_n_headers (self); i-- > 0;)
    if (ssm_table_mapping_is_free (self, i) && ssm_table_mapping_has_days (self, i)
        && censuses[i].n_amounts < censuses[i].n_cells)
      found = (int) i;
  if (found >= 0)
    {
      mapping = ssm_table_mapping_with_column (self, SSM_COLUMN_SINCE, found);
      if (ssm_table_mapping_rows (mapping) == SSM_TABLE_ROWS_HISTORY)
        {
          ssm_table_mapping_unref (self);
          return mapping;
        }
      ssm_table_mapping_unref (mapping);
    }
  return self;
}

typedef struct
{
  SsmTableLook *look;
  SsmColumnCensus *censuses;
  SsmIdSet *ids;
  guint n_rows;
  guint n_repeated;
} Count;

/* FALSE where no more rows are needed. */
static gboolean
count_row (Count *self, const SsmCsvRow *row)
{
  SsmTableLook *look = self->look;

  if (look->samples->len < SSM_TABLE_N_SAMPLES && row->fault == SSM_CSV_GOOD)
    g_ptr_array_add (look->samples,
                     copy_cells (row, ssm_table_mapping_n_headers (look->mapping)));
  count_cells (self->censuses, look->mapping, row, self->n_rows < N_ROWS_CENSUS);
  if (self->n_rows < N_ROWS_CENSUS)
    self->n_repeated += is_repeated (look->mapping, self->ids, row);
  if (++self->n_rows != N_ROWS_CENSUS)
    return TRUE;
  look->mapping = settle (look->mapping, self->censuses,
                          self->n_repeated * SHARE_REPEATED > self->n_rows);
  return needs_all_rows (look->mapping, self->censuses);
}

/* Counts the cells of as many rows as it takes, and keeps the first. A quote that does not
 * close is no matter yet: whoever reads all rows says so. */
static gboolean
count_rows (SsmTableLook *look, SsmTableSource *source, GError **error)
{
  g_autoptr (SsmCsvReader) reader
      = ssm_csv_reader_new (source, ssm_table_mapping_charset (look->mapping),
                            ssm_table_mapping_separator (look->mapping));
  guint header_line = ssm_table_mapping_header_line (look->mapping);
  g_autofree SsmColumnCensus *censuses
      = g_new0 (SsmColumnCensus, ssm_table_mapping_n_headers (look->mapping) + 1);
  g_autoptr (SsmIdSet) ids = ssm_id_set_new ();
  Count count = { look, censuses, ids, 0, 0 };
  const SsmCsvRow *row = NULL;
  g_autoptr (GError) problem = NULL;

  while (ssm_csv_reader_next (reader, &row, &problem) && row != NULL)
    if (row->line > header_line && !ssm_csv_row_is_blank (row) && !count_row (&count, row))
      break;
  if (problem != NULL && problem->domain != SSM_IO_ERROR)
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }
  look->mapping = settle (look->mapping, censuses,
                          count.n_repeated * SHARE_REPEATED
                              > MIN (count.n_rows, N_ROWS_CENSUS));
  return TRUE;
}

static gboolean
find_charset (SsmTableSource *source, const SsmTableGiven *given, SsmTableCharset *charset,
              GError **error)
{
  if (given != NULL && given->has_encoding)
    return ssm_table_charset_given (source, given->encoding, charset, error);
  return ssm_table_charset_guess (source, charset, error);
}

SsmTableLook *
ssm_table_look_new (SsmTableSource *source, const SsmTableGiven *given, GError **error)
{
  g_autoptr (SsmTableLook) look = g_new0 (SsmTableLook, 1);
  g_auto (GStrv) headers = NULL;
  SsmTableCharset charset;
  char separator;
  guint line = 0;

  look->samples = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  if (!check_kind (source, error) || !find_charset (source, given, &charset, error))
    return NULL;

  separator = given != NULL && given->separator != 0 ? given->separator
                                                     : guess_separator (source, &charset);
  headers = find_headers (source, &charset, separator, &line, error);
  if (headers == NULL)
    return NULL;
  look->mapping = ssm_table_mapping_new (&charset, separator,
                                         (const char * const *) headers, line);
  if (!count_rows (look, source, error))
    return NULL;
  return g_steal_pointer (&look);
}

void
ssm_table_look_free (SsmTableLook *look)
{
  if (look == NULL)
    return;

  g_clear_pointer (&look->mapping, ssm_table_mapping_unref);
  g_clear_pointer (&look->samples, g_ptr_array_unref);
  g_free (look);
}
