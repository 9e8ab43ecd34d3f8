/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Cells of a spreadsheet. Excel and LibreOffice put a cell with a line break, a tab or a
 * quote between quotes and double the quotes in it; a quote that does not close in front of
 * the end of a cell is just a quote. */

#include "ssm-read-private.h"

#include <string.h>

/* A longer first line is no name of a stage. */
#define MAX_NAME 60

typedef struct
{
  const char *p;
  char separator;
  gboolean no_quotes; /* the rest has none that closes */
} Scan;

static gboolean
ends_cell (const Scan *scan, char c)
{
  return c == '\0' || c == '\n' || c == scan->separator;
}

/* (transfer full): the cell between quotes at the scan's place, or NULL. */
static char *
take_quoted (Scan *scan)
{
  g_autoptr (GString) cell = g_string_new (NULL);
  const char *p = scan->p + 1;

  while (*p != '\0' && (*p != '"' || p[1] == '"'))
    {
      g_string_append_c (cell, *p);
      p += *p == '"' ? 2 : 1;
    }
  if (*p == '\0')
    scan->no_quotes = TRUE;
  if (*p == '\0' || !ends_cell (scan, p[1]))
    return NULL;

  scan->p = p + 1;
  return g_string_free (g_steal_pointer (&cell), FALSE);
}

/* (transfer full) */
static char *
take_cell (Scan *scan)
{
  char *quoted = *scan->p == '"' && !scan->no_quotes ? take_quoted (scan) : NULL;
  const char *start = scan->p;

  if (quoted != NULL)
    return quoted;

  while (!ends_cell (scan, *scan->p))
    scan->p++;
  return g_strndup (start, (gsize) (scan->p - start));
}

GPtrArray *
ssm_cells_of (const char *text, char separator)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  Scan scan = { text, separator, FALSE };

  while (*scan.p != '\0')
    {
      GPtrArray *row = g_ptr_array_new_with_free_func (g_free);

      g_ptr_array_add (row, take_cell (&scan));
      while (*scan.p == separator)
        {
          scan.p++;
          g_ptr_array_add (row, take_cell (&scan));
        }
      if (*scan.p == '\n')
        scan.p++;
      g_ptr_array_add (rows, row);
    }

  return rows;
}

static const char *
cell_at (const GPtrArray *rows, guint row, guint column)
{
  const GPtrArray *cells = rows->pdata[row];

  return column < cells->len ? cells->pdata[column] : "";
}

static gboolean
says_nothing (const char *text)
{
  return *ssm_skip_bullet (text) == '\0';
}

static void
drop_empty_rows (GPtrArray *rows)
{
  for (guint i = rows->len; i > 0; i--)
    {
      const GPtrArray *row = rows->pdata[i - 1];
      gboolean empty = TRUE;

      for (guint k = 0; k < row->len && empty; k++)
        empty = says_nothing (row->pdata[k]);
      if (empty)
        g_ptr_array_remove_index (rows, i - 1);
    }
}

static guint
n_columns (const GPtrArray *rows)
{
  guint n = 0;

  for (guint i = 0; i < rows->len; i++)
    n = MAX (n, ((const GPtrArray *) rows->pdata[i])->len);
  return n;
}

/* Words in front of a table are no row of it. */
static void
drop_preface (GPtrArray *rows)
{
  while (rows->len > 0 && ((const GPtrArray *) rows->pdata[0])->len < 2)
    g_ptr_array_remove_index (rows, 0);
}

/* Tabs that only indent make no table. */
static gboolean
has_neighbours (const GPtrArray *rows)
{
  for (guint i = 0; i < rows->len; i++)
    {
      const GPtrArray *row = rows->pdata[i];
      guint n = 0;

      for (guint k = 0; k < row->len; k++)
        n += says_nothing (row->pdata[k]) ? 0 : 1;
      if (n > 1)
        return TRUE;
    }

  return FALSE;
}

/* (transfer full): rows as columns. */
static GPtrArray *
transpose (const GPtrArray *rows)
{
  GPtrArray *turned = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  guint n = n_columns (rows);

  for (guint column = 0; column < n; column++)
    {
      GPtrArray *row = g_ptr_array_new_with_free_func (g_free);

      for (guint i = 0; i < rows->len; i++)
        g_ptr_array_add (row, g_strdup (cell_at (rows, i, column)));
      g_ptr_array_add (turned, row);
    }

  return turned;
}

static gboolean
is_label (const char *cell, const SsmLanguage * const *languages)
{
  return ssm_row_named (cell, languages) != SSM_ROW_UNKNOWN;
}

static gboolean
has_row_labels (const GPtrArray *rows, const SsmLanguage * const *languages)
{
  for (guint i = 0; i < rows->len; i++)
    {
      if (is_label (cell_at (rows, i, 0), languages))
        return TRUE;
    }

  return says_nothing (cell_at (rows, 0, 0));
}

/* "Stage" over the first column, and no other heading below it. */
static gboolean
has_names_below (const GPtrArray *rows, const SsmLanguage * const *languages)
{
  for (guint i = 1; i < rows->len; i++)
    {
      if (is_label (cell_at (rows, i, 0), languages))
        return FALSE;
    }

  return rows->len > 1 && ssm_row_named (cell_at (rows, 0, 0), languages) == SSM_ROW_NAME;
}

/* A stage a line: the words stand over the columns. */
static gboolean
is_turned (const GPtrArray *rows, const SsmLanguage * const *languages)
{
  guint n = n_columns (rows), labels = 0;

  for (guint k = 1; k < n; k++)
    labels += is_label (cell_at (rows, 0, k), languages) ? 1 : 0;
  return (labels > 0 && rows->len > 1) || has_names_below (rows, languages);
}

static gboolean
has_names (const GPtrArray *rows, guint first, guint n)
{
  for (guint k = first; k < n; k++)
    {
      const char *cell = cell_at (rows, 0, k);

      if (strchr (cell, '\n') != NULL || g_utf8_strlen (cell, -1) > MAX_NAME)
        return FALSE;
    }

  return TRUE;
}

static void
read_cell (SsmReading *reading, SsmRow row, const char *cell)
{
  g_autoptr (GPtrArray) items = ssm_items_of (cell);

  for (guint i = 0; i < items->len; i++)
    ssm_reading_add (reading, row, ((const SsmItem *) items->pdata[i])->text);
}

/* @unnamed: what stands in rows in front of the first that has a label. */
static void
read_column (SsmReading *reading, const GPtrArray *rows, guint column, guint first_row,
             gboolean labelled, SsmRow unnamed, const SsmLanguage * const *languages)
{
  SsmRow row = unnamed;

  for (guint i = first_row; i < rows->len; i++)
    {
      const char *label = labelled ? cell_at (rows, i, 0) : "";

      /* A cell that was merged stands in its first row only. */
      if (!says_nothing (label))
        row = ssm_row_named (label, languages);
      if (row != SSM_ROW_NAME)
        read_cell (reading, row, cell_at (rows, i, column));
      if (!labelled)
        row = SSM_ROW_UNKNOWN;
    }
}

static gboolean
is_empty_column (const GPtrArray *rows, guint column)
{
  for (guint i = 0; i < rows->len; i++)
    {
      if (!says_nothing (cell_at (rows, i, column)))
        return FALSE;
    }

  return TRUE;
}

SsmMap *
ssm_read_table (const char *text, const SsmLanguage * const *languages)
{
  g_autoptr (GPtrArray) rows = ssm_cells_of (text, '\t');
  SsmReading reading = { 0 };
  gboolean labelled, named, lines;
  guint n;

  drop_empty_rows (rows);
  if (!has_neighbours (rows))
    return NULL;
  drop_preface (rows);
  lines = !has_row_labels (rows, languages) && !is_turned (rows, languages)
          && ssm_rows_are_stages (rows);
  if (lines || is_turned (rows, languages))
    {
      GPtrArray *turned = transpose (rows);

      g_ptr_array_unref (rows);
      rows = turned;
    }

  n = n_columns (rows);
  labelled = !lines && has_row_labels (rows, languages);
  named = has_names (rows, labelled ? 1 : 0, n);
  for (guint k = labelled ? 1 : 0; k < n; k++)
    {
      if (is_empty_column (rows, k))
        continue;
      ssm_reading_begin (&reading, named ? ssm_skip_bullet (cell_at (rows, 0, k)) : "");
      read_column (&reading, rows, k, named ? 1 : 0, labelled,
                   lines && rows->len > 2 ? SSM_ROW_DOES : SSM_ROW_UNKNOWN, languages);
    }

  return ssm_reading_end (&reading);
}

static void
append_cell (GString *out, const char *cell)
{
  if (strpbrk (cell, "\n\t\"") == NULL)
    {
      g_string_append (out, cell);
      return;
    }

  g_string_append_c (out, '"');
  for (; *cell != '\0'; cell++)
    g_string_append_printf (out, *cell == '"' ? "\"\"" : "%c", *cell);
  g_string_append_c (out, '"');
}

/* The sign that parts the most values of the first line. */
static char
find_separator (const char *csv)
{
  gsize length = strcspn (csv, "\n"), commas = 0, semicolons = 0, tabs = 0;

  for (gsize i = 0; i < length; i++)
    {
      commas += csv[i] == ',';
      semicolons += csv[i] == ';';
      tabs += csv[i] == '\t';
    }
  if (tabs > 0)
    return '\t';
  return semicolons > commas ? ';' : ',';
}

char *
ssm_csv_to_plain (const char *csv)
{
  g_autoptr (GPtrArray) rows = ssm_cells_of (csv, find_separator (csv));
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < rows->len; i++)
    {
      const GPtrArray *row = rows->pdata[i];

      for (guint k = 0; k < row->len; k++)
        {
          if (k > 0)
            g_string_append_c (out, '\t');
          append_cell (out, row->pdata[k]);
        }
      g_string_append_c (out, '\n');
    }

  return g_string_free (out, FALSE);
}
