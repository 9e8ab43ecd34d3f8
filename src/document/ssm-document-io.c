/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Opening and saving: one thread's work each, with a reference to the value, so that the
 * person writes on meanwhile. */

#include "ssm-document-private.h"

#include "ssm-embedded.h"
#include "ssm-file.h"
#include "ssm-io-error.h"
#include "ssm-quote.h"
#include "ssm-xml-read.h"
#include "ssm-xml-write.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  GFile *file;
  SsmKind root;
  SsmMap *newer; /* what can be shown of a map that cannot be opened, or NULL */
} Wanted;

static void
wanted_free (gpointer data)
{
  Wanted *wanted = data;

  g_object_unref (wanted->file);
  g_clear_pointer (&wanted->newer, ssm_part_unref);
  g_free (wanted);
}

typedef struct
{
  SsmPart *root;
  GBytes *bytes; /* of the file; NULL where the map came out of a picture */
  char **notes;
  gboolean read_only;
} Opened;

static void
opened_free (gpointer data)
{
  Opened *opened = data;

  g_clear_pointer (&opened->root, ssm_part_unref);
  g_clear_pointer (&opened->bytes, g_bytes_unref);
  g_strfreev (opened->notes);
  g_free (opened);
}

/* (transfer full): the path of a file on this computer. */
static char *
local_path (GFile *file, GError **error)
{
  char *path = g_file_get_path (file);

  if (path == NULL)
    {
      g_autofree char *uri = g_file_get_uri (file);
      g_autofree char *quoted = ssm_quote (uri, -1);

      g_set_error (error, SSM_IO_ERROR, SSM_IO_ERROR_CANNOT_OPEN,
                   _("“%s” is not on this computer. Copy it here and open the copy."), quoted);
    }

  return path;
}

/* (transfer full): what the reader noticed, as sentences. */
static char **
note_messages (GPtrArray *notes)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < notes->len; i++)
    g_strv_builder_add (builder, ((SsmXmlNote *) notes->pdata[i])->message);

  return g_strv_builder_end (builder);
}

gsize
ssm_document_max_bytes (const SsmPart *root)
{
  return ssm_part_kind (root) == SSM_KIND_BOOK ? SSM_MAX_BOOK : SSM_XML_MAX_BYTES;
}

static gboolean
read_file (Wanted *wanted, Opened *opened, const char *path, GError **error)
{
  g_autoptr (GBytes) bytes = wanted->root == SSM_KIND_BOOK
                               ? ssm_file_read (path, SSM_MAX_BOOK, error)
                               : ssm_file_read_kind (path, ssm_embedded_limit, error);
  g_autoptr (GBytes) source = NULL;
  g_autoptr (GPtrArray) notes = NULL;
  GError *problem = NULL;

  if (bytes == NULL)
    return FALSE;

  if (wanted->root == SSM_KIND_MAP && ssm_embedded_is_picture (bytes))
    {
      g_autofree char *name = ssm_quote_path (path);

      source = ssm_embedded_extract (bytes, name, error);
      if (source == NULL)
        return FALSE;
    }
  else
    opened->bytes = g_bytes_ref (bytes);

  if (source == NULL)
    source = g_bytes_ref (bytes);
  opened->root = ssm_xml_read_root (wanted->root, source, path, &notes, &problem);
  if (g_error_matches (problem, SSM_IO_ERROR, SSM_IO_ERROR_NEWER))
    wanted->newer = ssm_xml_read_to_look (source, path, NULL);
  if (opened->root == NULL)
    {
      g_propagate_error (error, problem);
      return FALSE;
    }

  opened->notes = note_messages (notes);
  opened->read_only = opened->bytes != NULL && !ssm_file_may_save (path);
  return TRUE;
}

static void
open_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Opened *opened = g_new0 (Opened, 1);
  Wanted *wanted = data;
  GError *error = NULL;
  g_autofree char *path = local_path (wanted->file, &error);

  if (path != NULL)
    ssm_file_clean_leftovers (path);
  if (path != NULL && read_file (wanted, opened, path, &error))
    {
      g_task_return_pointer (task, opened, opened_free);
      return;
    }

  opened_free (opened);
  g_task_return_error (task, error);
}

void
ssm_document_open_async (GFile *file, SsmKind root, GCancellable *cancellable,
                         GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, data);
  Wanted *wanted = g_new (Wanted, 1);

  *wanted = (Wanted) { g_object_ref (file), root, NULL };
  g_task_set_source_tag (task, ssm_document_open_async);
  g_task_set_task_data (task, wanted, wanted_free);
  g_task_run_in_thread (task, open_in_thread);
}

SsmDocument *
ssm_document_open_finish (GAsyncResult *result, char ***notes, GError **error)
{
  const Wanted *wanted = g_task_get_task_data (G_TASK (result));
  Opened *opened;
  SsmDocument *document;

  g_return_val_if_fail (g_async_result_is_tagged (result, ssm_document_open_async), NULL);
  opened = g_task_propagate_pointer (G_TASK (result), error);
  if (opened == NULL)
    return NULL;

  document = ssm_document_new (opened->root);
  if (opened->bytes != NULL)
    ssm_document_set_read (document, wanted->file, opened->root, opened->bytes);
  ssm_document_set_read_only (document, opened->read_only);
  if (notes != NULL)
    *notes = g_steal_pointer (&opened->notes);
  opened_free (opened);
  return document;
}

SsmMap *
ssm_document_open_get_newer (GAsyncResult *result)
{
  const Wanted *wanted;

  g_return_val_if_fail (g_async_result_is_tagged (result, ssm_document_open_async), NULL);
  wanted = g_task_get_task_data (G_TASK (result));
  return wanted->newer;
}

typedef struct
{
  GFile *file; /* NULL: the document's own when the save's turn comes */
  SsmPart *root;
  GBytes *base;    /* what the file is believed to hold, or NULL: replace it */
  GBytes *written;
} Save;

static void
save_free (gpointer data)
{
  Save *save = data;

  g_clear_object (&save->file);
  g_clear_pointer (&save->root, ssm_part_unref);
  g_clear_pointer (&save->base, g_bytes_unref);
  g_clear_pointer (&save->written, g_bytes_unref);
  g_free (save);
}

/* Maps are shared and deals are not. */
static SsmFileSaveFlags
save_flags (const SsmPart *root)
{
  return ssm_part_kind (root) == SSM_KIND_BOOK ? SSM_FILE_PRIVATE : SSM_FILE_SAVE_DEFAULT;
}

static void
save_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Save *save = data;
  GError *error = NULL;
  g_autofree char *path = local_path (save->file, &error);

  if (path != NULL)
    save->written = ssm_xml_write_checked (save->root, &error);
  if (save->written != NULL
      && ssm_file_save (path, save->written, save->base, save_flags (save->root), &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* Whether the save may only replace what the document knows. A file that is gone is made
 * anew for the person who named it again, and only then. */
static gboolean
needs_base (SsmDocument *self, const Save *save)
{
  GFile *own = ssm_document_get_file (self);

  if (ssm_document_get_base (self) == NULL)
    return FALSE;
  if (save->file == NULL)
    return TRUE;

  return own != NULL && g_file_equal (own, save->file) && g_file_query_exists (own, NULL);
}

/* The newest value is saved: a save that waited for its turn takes what there is now. */
static void
start_save (SsmDocument *self, GTask *task)
{
  Save *save = g_task_get_task_data (task);

  save->root = ssm_part_ref (ssm_document_get_root (self));
  if (needs_base (self, save))
    save->base = g_bytes_ref (ssm_document_get_base (self));
  if (save->file == NULL)
    save->file = g_object_ref (ssm_document_get_file (self));
  g_task_run_in_thread (task, save_in_thread);
}

void
ssm_document_save_async (SsmDocument *self, GFile *file, GCancellable *cancellable,
                         GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, data);
  Save *save = g_new0 (Save, 1);

  g_return_if_fail (file != NULL || ssm_document_get_file (self) != NULL);
  save->file = file != NULL ? g_object_ref (file) : NULL;
  g_task_set_source_tag (task, ssm_document_save_async);
  g_task_set_task_data (task, save, save_free);
  if (ssm_document_begin_save (self, task))
    start_save (self, task);
}

gboolean
ssm_document_save_finish (SsmDocument *self, GAsyncResult *result, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (GTask) next = NULL;
  Save *save;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  save = g_task_get_task_data (G_TASK (result));
  /* The file holds the new contents even where they may not outlive a power cut; else the
   * next save would take them for somebody else's. */
  if (g_task_propagate_boolean (G_TASK (result), &failure)
      || g_error_matches (failure, SSM_IO_ERROR, SSM_IO_ERROR_MAYBE_NOT_DURABLE))
    ssm_document_set_saved (self, save->file, save->root, save->written);
  next = ssm_document_end_save (self);
  if (next != NULL)
    start_save (self, next);
  if (failure == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}
