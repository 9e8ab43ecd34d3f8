/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What becomes of a document whose file others change: reading it again, and giving it
 * another name. */

#include "ssm-document-private.h"

#include "ssm-file.h"
#include "ssm-io-error.h"
#include "ssm-xml-read.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  char *path;
  SsmKind kind;
  gsize max_bytes;
  SsmPart *root;
  GBytes *bytes;
} Again;

static void
again_free (gpointer data)
{
  Again *again = data;

  g_clear_pointer (&again->root, ssm_part_unref);
  g_clear_pointer (&again->bytes, g_bytes_unref);
  g_free (again->path);
  g_free (again);
}

static void
reload_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Again *again = data;
  GError *error = NULL;

  again->bytes = ssm_file_read (again->path, again->max_bytes, &error);
  if (again->bytes != NULL)
    again->root = ssm_xml_read_root (again->kind, again->bytes, again->path, NULL, &error);
  if (again->root != NULL)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
ssm_document_reload_async (SsmDocument *self, GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, data);
  Again *again = g_new0 (Again, 1);

  g_return_if_fail (ssm_document_get_file (self) != NULL);

  again->kind = ssm_part_kind (ssm_document_get_root (self));
  again->max_bytes = ssm_document_max_bytes (ssm_document_get_root (self));
  again->path = g_file_get_path (ssm_document_get_file (self));
  g_task_set_source_tag (task, ssm_document_reload_async);
  g_task_set_task_data (task, again, again_free);
  g_task_run_in_thread (task, reload_in_thread);
}

gboolean
ssm_document_reload_finish (SsmDocument *self, GAsyncResult *result, GError **error)
{
  Again *again;
  SsmPart *now;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return FALSE;
  again = g_task_get_task_data (G_TASK (result));
  now = ssm_document_get_root (self);
  if (ssm_part_equal (now, again->root))
    {
      g_clear_pointer (&again->root, ssm_part_unref);
      again->root = ssm_part_ref (now);
    }
  ssm_document_end_merge (self);
  ssm_document_set_read (self, ssm_document_get_file (self), again->root, again->bytes);
  ssm_document_apply (self, ssm_part_ref (again->root), _("Reload"), NULL);
  return TRUE;
}

gboolean
ssm_document_rename (SsmDocument *self, GFile *file, GError **error)
{
  GFile *own = ssm_document_get_file (self);
  g_autofree char *from = NULL, *to = NULL;

  g_return_val_if_fail (own != NULL, FALSE);

  if (ssm_document_is_saving (self))
    {
      g_set_error (error, SSM_IO_ERROR, SSM_IO_ERROR_FAILED,
                   _("The file is just being saved; try again."));
      return FALSE;
    }
  from = g_file_get_path (own);
  to = g_file_get_path (file);
  if (from == NULL || to == NULL || !ssm_file_rename (from, to, error))
    return FALSE;
  ssm_document_set_moved (self, file);
  return TRUE;
}
