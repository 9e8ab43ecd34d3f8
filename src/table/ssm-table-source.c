/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-table-source.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "ssm-file-stream.h"
#include "ssm-quote.h"

struct _SsmTableSource
{
  char *name;
  SsmFileStream *stream; /* or */
  GBytes *bytes;
  SsmTableProgressFunc func;
  gpointer data;
};

SsmTableSource *
ssm_table_source_new_file (const char *path, GError **error)
{
  SsmFileStream *stream = ssm_file_stream_open (path, error);
  SsmTableSource *self;

  if (stream == NULL)
    return NULL;

  self = g_new0 (SsmTableSource, 1);
  self->stream = stream;
  self->name = ssm_quote_path (path);
  return self;
}

SsmTableSource *
ssm_table_source_new_bytes (GBytes *bytes, const char *name)
{
  SsmTableSource *self = g_new0 (SsmTableSource, 1);

  self->bytes = g_bytes_ref (bytes);
  self->name = g_strdup (name);
  return self;
}

void
ssm_table_source_free (SsmTableSource *source)
{
  if (source == NULL)
    return;

  g_clear_pointer (&source->stream, ssm_file_stream_close);
  g_clear_pointer (&source->bytes, g_bytes_unref);
  g_free (source->name);
  g_free (source);
}

void
ssm_table_source_set_progress (SsmTableSource *source,
                               SsmTableProgressFunc func,
                               gpointer data)
{
  source->func = func;
  source->data = data;
}

const char *
ssm_table_source_name (const SsmTableSource *source)
{
  return source->name;
}

guint64
ssm_table_source_size (const SsmTableSource *source)
{
  return source->stream != NULL ? ssm_file_stream_size (source->stream)
                                : g_bytes_get_size (source->bytes);
}

static gsize
copy_bytes (GBytes *bytes, guint64 offset, char *buffer, gsize size)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  gsize n = offset < length ? MIN (size, length - (gsize) offset) : 0;

  if (n > 0)
    memcpy (buffer, data + offset, n);
  return n;
}

gboolean
ssm_table_source_read (SsmTableSource *source,
                       guint64 offset,
                       char *buffer,
                       gsize size,
                       gsize *n,
                       GError **error)
{
  *n = 0;
  if (source->func != NULL
      && !source->func (offset, ssm_table_source_size (source), source->data))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED,
                           _("Reading was stopped"));
      return FALSE;
    }
  if (source->stream != NULL)
    return ssm_file_stream_read (source->stream, offset, buffer, size, n, error);

  *n = copy_bytes (source->bytes, offset, buffer, size);
  return TRUE;
}

gboolean
ssm_table_source_check (SsmTableSource *source, GError **error)
{
  return source->stream == NULL || ssm_file_stream_check (source->stream, error);
}
