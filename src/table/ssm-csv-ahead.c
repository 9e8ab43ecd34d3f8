/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The thread copies rows out of the buffer of its reader: that is a twentieth of the work,
 * and neither has to know of the other's memory. */

#include "ssm-csv-ahead.h"

#include <string.h>

#define N_BATCHES 4

/* Bytes of a batch; a longer row has one of its own. */
#define BATCH (128 * 1024)

/* Cells for which it has room at first; a row may have none. */
#define FIRST_CELLS 4096

typedef struct
{
  char *text;
  gsize size, length;
  GArray *rows;     /* SsmCsvRow */
  GArray *cells;    /* SsmCsvCell */
  gboolean is_last;
} Batch;

struct _SsmCsvAhead
{
  SsmCsvReader *reader;
  GThread *thread;    /* NULL until the first row is asked for */
  GAsyncQueue *empty; /* of Batch */
  GAsyncQueue *full;
  int stopped;        /* atomic: nobody wants more */
  GError *error;      /* what ended the reading */
  Batch *batch;       /* whose rows are handed out, or NULL */
  guint next_row;
  guint next_cell;
};

static void
free_batch (gpointer data)
{
  Batch *batch = data;

  g_array_unref (batch->rows);
  g_array_unref (batch->cells);
  g_free (batch->text);
  g_free (batch);
}

static Batch *
new_batch (void)
{
  Batch *batch = g_new0 (Batch, 1);

  batch->size = BATCH;
  batch->text = g_malloc (batch->size);
  batch->rows = g_array_new (FALSE, FALSE, sizeof (SsmCsvRow));
  batch->cells = g_array_sized_new (FALSE, FALSE, sizeof (SsmCsvCell), FIRST_CELLS);
  return batch;
}

SsmCsvAhead *
ssm_csv_ahead_new (SsmTableSource *source, const SsmTableCharset *charset, char separator)
{
  SsmCsvAhead *self = g_new0 (SsmCsvAhead, 1);

  self->reader = ssm_csv_reader_new (source, charset, separator);
  self->empty = g_async_queue_new_full (free_batch);
  self->full = g_async_queue_new_full (free_batch);
  for (guint i = 0; i < N_BATCHES; i++)
    g_async_queue_push (self->empty, new_batch ());
  return self;
}

/* Takes back what the thread may be waiting for. */
static void
stop (SsmCsvAhead *self)
{
  Batch *batch;

  g_atomic_int_set (&self->stopped, TRUE);
  if (self->batch != NULL)
    g_async_queue_push (self->empty, self->batch);
  while ((batch = g_async_queue_try_pop (self->full)) != NULL)
    g_async_queue_push (self->empty, batch);
  g_thread_join (self->thread);
}

void
ssm_csv_ahead_free (SsmCsvAhead *ahead)
{
  if (ahead == NULL)
    return;

  if (ahead->thread != NULL)
    stop (ahead);
  g_async_queue_unref (ahead->empty);
  g_async_queue_unref (ahead->full);
  g_clear_error (&ahead->error);
  ssm_csv_reader_free (ahead->reader);
  g_free (ahead);
}

/* Bytes from the first cell of @row to the end of the last one. */
static gsize
row_size (const SsmCsvRow *row)
{
  const SsmCsvCell *last;

  if (row->n_cells == 0)
    return 0;
  last = &row->cells[row->n_cells - 1];
  return (gsize) (last->text + last->length + 1 - row->cells[0].text);
}

static gboolean
has_room (const Batch *batch, gsize size)
{
  return batch->length + size <= batch->size || batch->length == 0;
}

/* @text: where the first cell is now. */
static void
copy_cells (GArray *cells, const SsmCsvRow *row, char *text)
{
  guint first = cells->len;
  SsmCsvCell *copy;

  g_array_set_size (cells, first + row->n_cells);
  copy = &g_array_index (cells, SsmCsvCell, first);
  for (guint i = 0; i < row->n_cells; i++)
    {
      copy[i].text = text + (row->cells[i].text - row->cells[0].text);
      copy[i].length = row->cells[i].length;
    }
}

/* Cells are found by their number until all of the batch are there. */
static void
add_row (Batch *batch, const SsmCsvRow *row, gsize size)
{
  SsmCsvRow copy = { row->line, row->fault, row->n_cells, NULL };
  char *text;

  if (size > batch->size)
    {
      batch->size = size;
      batch->text = g_realloc (batch->text, size);
    }
  text = batch->text + batch->length;
  if (size > 0)
    memcpy (text, row->cells[0].text, size);
  copy_cells (batch->cells, row, text);
  batch->length += size;
  g_array_append_val (batch->rows, copy);
}

static gpointer
read_thread (gpointer data)
{
  SsmCsvAhead *self = data;
  Batch *batch = g_async_queue_pop (self->empty);
  const SsmCsvRow *row = NULL;

  while (!g_atomic_int_get (&self->stopped)
         && ssm_csv_reader_next (self->reader, &row, &self->error) && row != NULL)
    {
      gsize size = row_size (row);

      if (!has_room (batch, size))
        {
          g_async_queue_push (self->full, batch);
          batch = g_async_queue_pop (self->empty);
        }
      add_row (batch, row, size);
    }
  batch->is_last = TRUE;
  g_async_queue_push (self->full, batch);
  return NULL;
}

static void
next_batch (SsmCsvAhead *self)
{
  Batch *batch = self->batch;

  if (self->thread == NULL)
    self->thread = g_thread_new ("table", read_thread, self);
  if (batch != NULL)
    {
      batch->length = 0;
      g_array_set_size (batch->rows, 0);
      g_array_set_size (batch->cells, 0);
      g_async_queue_push (self->empty, batch);
    }
  self->batch = g_async_queue_pop (self->full);
  self->next_row = 0;
  self->next_cell = 0;
}

gboolean
ssm_csv_ahead_next (SsmCsvAhead *ahead, const SsmCsvRow **row, GError **error)
{
  SsmCsvRow *next;

  *row = NULL;
  while (ahead->batch == NULL || ahead->next_row == ahead->batch->rows->len)
    {
      if (ahead->batch != NULL && ahead->batch->is_last)
        {
          if (ahead->error != NULL && error != NULL)
            *error = g_error_copy (ahead->error);
          return ahead->error == NULL;
        }
      next_batch (ahead);
    }
  next = &g_array_index (ahead->batch->rows, SsmCsvRow, ahead->next_row++);
  next->cells = &g_array_index (ahead->batch->cells, SsmCsvCell, ahead->next_cell);
  ahead->next_cell += next->n_cells;
  *row = next;
  return TRUE;
}
