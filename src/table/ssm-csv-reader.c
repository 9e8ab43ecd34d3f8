/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A row is taken apart where it lies in the buffer; one that the buffer cuts is taken apart
 * again when there is more of it. Only when it is complete are quotes undone and ends set. */

#include "ssm-csv-reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ssm-csv-scan.h"
#include "ssm-io-error.h"

#define FIRST_BUFFER (256 * 1024)

typedef enum
{
  STEP_CELL,     /* a cell ended, another follows */
  STEP_ROW,      /* the row ended */
  STEP_CUT,      /* the buffer ends before the row does */
  STEP_BAD_QUOTE,
  STEP_UNCLOSED,
  STEP_TOO_MANY
} Step;

struct _SsmCsvReader
{
  const char *name; /* of the source, for messages */
  SsmTableDecoder *decoder;
  char *buffer;
  gsize size;         /* of the buffer, the block behind it apart */
  char *next;         /* where the next row begins */
  gboolean ended;     /* nothing more comes */
  SsmCsvScan scan;
  guint line;         /* of @next */
  guint n_lines;      /* in the row that is being taken apart */
  guint quote_line;   /* where its last quote opened */
  guint n_allocated;
  SsmCsvRow row;
};

SsmCsvReader *
ssm_csv_reader_new (SsmTableSource *source, const SsmTableCharset *charset, char separator)
{
  SsmCsvReader *self = g_new0 (SsmCsvReader, 1);

  self->name = ssm_table_source_name (source);
  self->decoder = ssm_table_decoder_new (source, charset);
  self->size = FIRST_BUFFER;
  self->buffer = g_malloc (self->size + SSM_CSV_BLOCK);
  self->next = self->buffer;
  self->scan.end = self->buffer;
  self->scan.separator = separator;
  self->line = 1;
  self->n_allocated = 64;
  self->row.cells = g_new (SsmCsvCell, self->n_allocated);
  return self;
}

void
ssm_csv_reader_free (SsmCsvReader *reader)
{
  if (reader == NULL)
    return;

  ssm_table_decoder_free (reader->decoder);
  g_free (reader->buffer);
  g_free (reader->row.cells);
  g_free (reader);
}

static void
set_unclosed (SsmCsvReader *self, GError **error)
{
  g_set_error (error, SSM_IO_ERROR, SSM_IO_ERROR_BAD_INPUT,
               _("%s:%u: the quote that opens here is not closed; close it, or take it out"),
               self->name, self->quote_line);
}

static gboolean
set_too_long (SsmCsvReader *self, GError **error)
{
  if (self->quote_line > 0)
    set_unclosed (self, error);
  else
    g_set_error (error, SSM_IO_ERROR, SSM_IO_ERROR_TOO_BIG,
                 _("%s:%u: the row is longer than 8 MB; check that this is a table"),
                 self->name, self->line);
  return FALSE;
}

/* Moves the row that was cut to the start of the buffer, where a larger one is needed makes
 * it larger, and fills it up. */
static gboolean
fill (SsmCsvReader *self, GError **error)
{
  gsize kept = (gsize) (self->scan.end - self->next);
  gsize n;

  if (kept > SSM_CSV_MAX_ROW)
    return set_too_long (self, error);

  memmove (self->buffer, self->next, kept);
  if (kept > self->size / 2)
    {
      self->size *= 2;
      self->buffer = g_realloc (self->buffer, self->size + SSM_CSV_BLOCK);
    }
  if (!ssm_table_decoder_read (self->decoder, self->buffer + kept, self->size - kept, &n,
                               error))
    return FALSE;

  self->ended = n == 0;
  self->next = self->buffer;
  self->scan.end = self->buffer + kept + n;
  memset (self->scan.end, 0, SSM_CSV_BLOCK);
  return TRUE;
}

static inline gboolean
is_cut (const SsmCsvReader *self, const char *mark)
{
  return mark >= self->scan.end && !self->ended;
}

/* Counts the end of a line at @mark within quotes; CR LF counts at its second half. */
static inline void
count_line (SsmCsvReader *self, const char *mark)
{
  if (*mark == '\n' || (*mark == '\r' && mark[1] != '\n'))
    self->n_lines++;
}

/* Whether nothing but blanks stands between a closing quote and the end of the cell. */
static gboolean
is_blank (const char *p, const char *end)
{
  while (p < end && (*p == ' ' || *p == '\t'))
    p++;
  return p == end;
}

/* Passes the quoted cell whose quote opens at @open. *@close: the quote that closes it,
 * *@mark: what ends it. */
static Step
pass_quoted (SsmCsvReader *self, char **close, char **mark)
{
  SsmCsvScan *scan = &self->scan;

  self->quote_line = self->line + self->n_lines;
  for (;;)
    {
      *close = ssm_csv_scan_next (scan);
      if (*close == scan->end)
        return self->ended ? STEP_UNCLOSED : STEP_CUT;
      if (**close != '"')
        {
          count_line (self, *close);
          continue;
        }
      *mark = ssm_csv_scan_next (scan);
      if (*mark != *close + 1 || *mark == scan->end || **mark != '"')
        break;
    }
  if (is_cut (self, *mark))
    return STEP_CUT;
  if (!is_blank (*close + 1, *mark) || (*mark < scan->end && **mark == '"'))
    return STEP_BAD_QUOTE;

  self->quote_line = 0;
  return STEP_CELL;
}

static inline gboolean
add_cell (SsmCsvReader *self, char *start, char *end)
{
  if (G_UNLIKELY (self->row.n_cells == self->n_allocated))
    {
      if (self->n_allocated >= SSM_CSV_MAX_CELLS)
        return FALSE;
      self->n_allocated *= 2;
      self->row.cells = g_renew (SsmCsvCell, self->row.cells, self->n_allocated);
    }
  self->row.cells[self->row.n_cells++] = (SsmCsvCell) { start, (gsize) (end - start) };
  return TRUE;
}

/* What comes behind the cell that @mark ends. */
static inline Step
step_behind (SsmCsvReader *self, char *mark)
{
  if (mark < self->scan.end && *mark == self->scan.separator)
    return STEP_CELL;
  if (mark + 1 >= self->scan.end && mark < self->scan.end && *mark == '\r' && !self->ended)
    return STEP_CUT;
  return STEP_ROW;
}

/* Passes one cell; *@start: of it, then of the next. */
static inline Step
pass_cell (SsmCsvReader *self, char **start)
{
  char *begin = *start;
  char *mark = ssm_csv_scan_next (&self->scan);
  char *end = mark;
  Step step = STEP_CELL;

  if (mark == begin && mark < self->scan.end && *mark == '"')
    {
      begin++;
      step = pass_quoted (self, &end, &mark);
    }
  else
    {
      while (mark < self->scan.end && *mark == '"')
        mark = ssm_csv_scan_next (&self->scan);
      end = mark;
    }
  if (step != STEP_CELL)
    return step;
  if (is_cut (self, mark))
    return STEP_CUT;
  if (!add_cell (self, begin, end))
    return STEP_TOO_MANY;
  *start = mark + 1;
  return step_behind (self, mark);
}

/* Takes the row at @next apart. *@behind: what follows its last cell. */
static Step
pass_row (SsmCsvReader *self, char **behind)
{
  char *start = self->next;
  Step step;

  self->row.n_cells = 0;
  self->n_lines = 0;
  self->quote_line = 0;
  ssm_csv_scan_start (&self->scan, start);
  do
    step = pass_cell (self, &start);
  while (step == STEP_CELL);
  *behind = start;
  return step;
}

static void
undo_doubled (SsmCsvCell *cell)
{
  char *from = memchr (cell->text, '"', cell->length);
  char *end = cell->text + cell->length;
  char *to = from;

  if (from == NULL)
    return;
  while (from < end)
    {
      *to++ = *from;
      from += *from == '"' ? 2 : 1;
    }
  cell->length = (gsize) (to - cell->text);
}

/* What is between the cells is not needed any more. */
static void
finish_cells (SsmCsvReader *self)
{
  for (guint i = 0; i < self->row.n_cells; i++)
    {
      SsmCsvCell *cell = &self->row.cells[i];

      if (cell->text > self->next && cell->text[-1] == '"')
        undo_doubled (cell);
      cell->text[cell->length] = '\0';
    }
}

/* @behind: behind the mark that ended the row, or the end of the file. */
static void
finish_row (SsmCsvReader *self, char *behind)
{
  gboolean is_cr = behind[-1] == '\r';

  finish_cells (self);
  if (is_cr && behind < self->scan.end && *behind == '\n')
    behind++;
  self->row.line = self->line;
  self->row.fault = SSM_CSV_GOOD;
  self->line += self->n_lines + 1;
  self->next = MIN (behind, self->scan.end);
}

/* Where the first line of the row ends. */
static char *
find_line_end (const SsmCsvReader *self)
{
  char *p = self->next;

  while (p < self->scan.end && *p != '\n' && *p != '\r')
    p++;
  if (p + 1 < self->scan.end && *p == '\r' && p[1] == '\n')
    p++;
  return p;
}

/* Gives the row up and goes on behind its first line. */
static void
skip_row (SsmCsvReader *self, SsmCsvFault fault)
{
  char *p = find_line_end (self);

  self->row.line = self->line++;
  self->row.fault = fault;
  self->row.n_cells = 0;
  self->next = MIN (p + 1, self->scan.end);
}

/* Whether more must be read before it is known where the row, or what to skip of it, ends. */
static gboolean
needs_more (const SsmCsvReader *self, Step step)
{
  if (step == STEP_BAD_QUOTE || step == STEP_TOO_MANY)
    return !self->ended && find_line_end (self) + 1 >= self->scan.end;
  return step == STEP_CUT;
}

static gboolean
read_row (SsmCsvReader *self, const SsmCsvRow **row, GError **error)
{
  char *behind;
  Step step;

  while (needs_more (self, step = pass_row (self, &behind)))
    if (!fill (self, error))
      return FALSE;

  if (step == STEP_UNCLOSED)
    {
      set_unclosed (self, error);
      return FALSE;
    }
  if (step == STEP_ROW)
    finish_row (self, behind);
  else
    skip_row (self, step == STEP_TOO_MANY ? SSM_CSV_TOO_MANY_CELLS
                                          : SSM_CSV_TEXT_AFTER_QUOTE);
  *row = &self->row;
  return TRUE;
}

/* Whether @row is Excel's own way to say what separates the cells. It may be cut in two by
 * the very character it names. */
static gboolean
is_separator_line (const SsmCsvRow *row)
{
  const SsmCsvCell *cells = row->cells;

  if (row->line != 1 || row->n_cells == 0 || !g_str_has_prefix (cells[0].text, "sep="))
    return FALSE;
  if (row->n_cells == 1)
    return cells[0].length == 5;
  return row->n_cells == 2 && cells[0].length == 4 && cells[1].length == 0;
}

gboolean
ssm_csv_reader_next (SsmCsvReader *reader, const SsmCsvRow **row, GError **error)
{
  *row = NULL;
  if (reader->next == reader->scan.end && !reader->ended && !fill (reader, error))
    return FALSE;
  if (reader->next == reader->scan.end && reader->ended)
    return TRUE;
  if (!read_row (reader, row, error))
    return FALSE;
  return !is_separator_line (*row) || ssm_csv_reader_next (reader, row, error);
}

gboolean
ssm_csv_row_is_blank (const SsmCsvRow *row)
{
  for (guint i = 0; i < row->n_cells; i++)
    if (!is_blank (row->cells[i].text, row->cells[i].text + row->cells[i].length))
      return FALSE;
  return row->fault == SSM_CSV_GOOD;
}
