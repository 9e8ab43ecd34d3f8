/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-clipboard.h"

#include <string.h>

#include "ssm-clipboard-content.h"
#include "ssm-read.h"
#include "ssm-xml-read.h"

/* The best form first. */
static const char * const all_types[]
    = { SSM_CLIPBOARD_TYPE, "text/html", "text/plain;charset=utf-8", "text/plain", NULL };
static const char * const word_types[]
    = { "text/plain;charset=utf-8", "text/plain", NULL };

void
ssm_clipboard_copy (GdkClipboard *clipboard, SsmMap *map, SsmMap *fragment, const char *text)
{
  g_autoptr (GdkContentProvider) content = ssm_clipboard_content_new (map, fragment, text);

  gdk_clipboard_set_content (clipboard, content);
}

void
ssm_clipboard_copy_picture (GdkClipboard *clipboard, SsmMap *map)
{
  g_autoptr (GdkContentProvider) content = ssm_clipboard_content_new (map, NULL, NULL);

  gdk_clipboard_set_content (clipboard, content);
}

/* Of what is read: a clipboard, or what is being dropped. */
static GdkContentFormats *
formats_of (GObject *source)
{
  return GDK_IS_DROP (source) ? gdk_drop_get_formats (GDK_DROP (source))
                              : gdk_clipboard_get_formats (GDK_CLIPBOARD (source));
}

typedef struct
{
  const char * const *types; /* still to be tried */
  char *type;                /* being read */
  char *buffer;
} Reading;

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  g_free (reading->type);
  g_free (reading->buffer);
  g_free (reading);
}

static gsize
limit_of (const char *type)
{
  return strcmp (type, SSM_CLIPBOARD_TYPE) == 0 ? SSM_XML_MAX_BYTES : SSM_MAX_PASTE;
}

/* (transfer full): what was read, or NULL where another form says more. */
static SsmPasted *
pasted_of (Reading *reading, gsize length)
{
  reading->buffer[length] = '\0';
  if (strcmp (reading->type, SSM_CLIPBOARD_TYPE) == 0)
    {
      g_autoptr (GBytes) bytes = g_bytes_new (reading->buffer, length);

      return ssm_pasted_new_map (bytes);
    }
  if (strcmp (reading->type, "text/html") == 0)
    return ssm_pasted_new_html (reading->buffer, length);
  return ssm_pasted_new_text (reading->buffer, length);
}

static void read_next (GTask *task);

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  GTask *task = data;
  gsize length = 0;
  SsmPasted *pasted;

  /* What came before another program broke off is what there is. */
  g_input_stream_read_all_finish (G_INPUT_STREAM (source), result, &length, NULL);
  pasted = pasted_of (g_task_get_task_data (task), length);
  if (pasted == NULL)
    {
      read_next (task);
      return;
    }
  g_task_return_pointer (task, pasted, (GDestroyNotify) ssm_pasted_free);
  g_object_unref (task);
}

static void
type_offered_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  GTask *task = data;
  Reading *reading = g_task_get_task_data (task);
  const char *type = NULL;
  g_autoptr (GInputStream) stream
    = GDK_IS_DROP (source)
        ? gdk_drop_read_finish (GDK_DROP (source), result, &type, NULL)
        : gdk_clipboard_read_finish (GDK_CLIPBOARD (source), result, &type, NULL);

  if (stream == NULL)
    {
      read_next (task);
      return;
    }
  g_free (reading->type);
  g_free (reading->buffer);
  reading->type = g_strdup (type);
  /* One more byte tells that there is more, which is not even read. */
  reading->buffer = g_malloc (limit_of (type) + 2);
  g_input_stream_read_all_async (stream, reading->buffer, limit_of (type) + 1,
                                 G_PRIORITY_DEFAULT, NULL, read_cb, task);
}

/* Takes @task. */
static void
read_next (GTask *task)
{
  Reading *reading = g_task_get_task_data (task);
  GObject *source = g_task_get_source_object (task);
  const char *types[2] = { NULL, NULL };

  while (*reading->types != NULL
         && !gdk_content_formats_contain_mime_type (formats_of (source), *reading->types))
    reading->types++;
  if (*reading->types == NULL)
    {
      g_task_return_pointer (task, NULL, NULL);
      g_object_unref (task);
      return;
    }
  types[0] = *reading->types++;
  if (GDK_IS_DROP (source))
    gdk_drop_read_async (GDK_DROP (source), types, G_PRIORITY_DEFAULT, NULL,
                         type_offered_cb, task);
  else
    gdk_clipboard_read_async (GDK_CLIPBOARD (source), types, G_PRIORITY_DEFAULT, NULL,
                              type_offered_cb, task);
}

static void
read_types (gpointer source, const char * const *types, GAsyncReadyCallback callback,
            gpointer data)
{
  GTask *task = g_task_new (source, NULL, callback, data);
  Reading *reading = g_new0 (Reading, 1);

  reading->types = types;
  g_task_set_source_tag (task, ssm_clipboard_read_finish);
  g_task_set_task_data (task, reading, reading_free);
  read_next (task);
}

void
ssm_clipboard_read_async (GdkClipboard *clipboard, gboolean words_only,
                          GAsyncReadyCallback callback, gpointer data)
{
  read_types (clipboard, words_only ? word_types : all_types, callback, data);
}

GdkContentFormats *
ssm_clipboard_formats (void)
{
  return gdk_content_formats_new ((const char **) all_types, G_N_ELEMENTS (all_types) - 1);
}

void
ssm_clipboard_read_drop_async (GdkDrop *drop, GAsyncReadyCallback callback, gpointer data)
{
  read_types (drop, all_types, callback, data);
}

SsmPasted *
ssm_clipboard_read_finish (GAsyncResult *result)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, ssm_clipboard_read_finish), NULL);

  return g_task_propagate_pointer (G_TASK (result), NULL);
}
