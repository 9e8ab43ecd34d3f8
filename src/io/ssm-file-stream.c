/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-file-stream.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <unistd.h>

#include "ssm-file-private.h"
#include "ssm-io-error.h"
#include "ssm-quote.h"

struct _SsmFileStream
{
  char *path;
  int fd;
  struct stat status; /* when it was opened */
};

SsmFileStream *
ssm_file_stream_open (const char *path, GError **error)
{
  g_autoptr (SsmFileStream) self = g_new0 (SsmFileStream, 1);
  int errnum;

  g_return_val_if_fail (path != NULL, NULL);

  self->path = g_strdup (path);
  errnum = ssm_file_open_regular (AT_FDCWD, path, 0, &self->fd, &self->status);
  if (errnum != 0)
    {
      ssm_file_set_open_error (error, path, errnum);
      return NULL;
    }
  return g_steal_pointer (&self);
}

void
ssm_file_stream_close (SsmFileStream *stream)
{
  if (stream == NULL)
    return;

  if (stream->fd >= 0)
    close (stream->fd);
  g_free (stream->path);
  g_free (stream);
}

guint64
ssm_file_stream_size (const SsmFileStream *stream)
{
  return (guint64) stream->status.st_size;
}

gboolean
ssm_file_stream_read (SsmFileStream *stream,
                      guint64 offset,
                      char *buffer,
                      gsize size,
                      gsize *n,
                      GError **error)
{
  *n = 0;
  while (*n < size)
    {
      gssize some = pread (stream->fd, buffer + *n, size - *n, (off_t) (offset + *n));

      if (some == 0)
        return TRUE;
      if (some > 0)
        *n += (gsize) some;
      else if (errno != EINTR)
        {
          ssm_file_set_open_error (error, stream->path, errno);
          return FALSE;
        }
    }
  return TRUE;
}

gboolean
ssm_file_stream_check (SsmFileStream *stream, GError **error)
{
  g_autofree char *name = NULL;

  if (ssm_file_was_untouched (stream->fd, &stream->status))
    return TRUE;

  name = ssm_quote_path (stream->path);
  g_set_error (error, SSM_IO_ERROR, SSM_IO_ERROR_CHANGED,
               _("%s: it was changed while it was read; try again when the other program is "
                 "done"),
               name);
  return FALSE;
}
