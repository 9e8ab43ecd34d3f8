/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Looking whether somebody else has changed the file of a document. */

#include "ssm-document-private.h"

#include "ssm-file.h"

typedef struct
{
  char *path;
  gsize max_bytes; /* what the document was read from is no larger */
  GBytes *now; /* what was found, NULL where nothing could be read */
  gboolean gone;
} Look;

static void
look_free (gpointer data)
{
  Look *look = data;

  g_clear_pointer (&look->now, g_bytes_unref);
  g_free (look->path);
  g_free (look);
}

static void
look_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Look *look = data;

  look->gone = !g_file_test (look->path, G_FILE_TEST_EXISTS);
  if (!look->gone)
    look->now = ssm_file_read (look->path, look->max_bytes, NULL);
  g_task_return_boolean (task, TRUE);
}

void
ssm_document_look_at_file_async (SsmDocument *self, GAsyncReadyCallback callback,
                                 gpointer data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, data);
  Look *look = g_new0 (Look, 1);

  g_return_if_fail (ssm_document_get_file (self) != NULL);

  g_task_set_source_tag (task, ssm_document_look_at_file_async);
  g_task_set_task_data (task, look, look_free);
  look->max_bytes = ssm_document_max_bytes (ssm_document_get_root (self));
  look->path = g_file_get_path (ssm_document_get_file (self));
  if (look->path != NULL)
    g_task_run_in_thread (task, look_in_thread);
  else
    g_task_return_boolean (task, TRUE);
}

/* Compared with what the document believes now: it may have been saved meanwhile. */
SsmFileLook
ssm_document_look_at_file_finish (SsmDocument *self, GAsyncResult *result)
{
  Look *look = g_task_get_task_data (G_TASK (result));
  GBytes *base = ssm_document_get_base (self);

  g_return_val_if_fail (g_task_is_valid (result, self), SSM_FILE_LOOK_SAME);

  ssm_document_set_gone (self, look->gone);
  if (look->gone)
    return SSM_FILE_LOOK_GONE;
  if (look->now == NULL || base == NULL || g_bytes_equal (look->now, base))
    return SSM_FILE_LOOK_SAME;

  return SSM_FILE_LOOK_CHANGED;
}
