/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-clipboard-content.h"

#include <string.h>

#include "ssm-clipboard.h"
#include "ssm-convert.h"
#include "ssm-export.h"
#include "ssm-fragment.h"
#include "ssm-map-page.h"
#include "ssm-paint.h"
#include "ssm-resources.h"
#include "ssm-xml-write.h"

#define HTML "text/html"
#define PICTURE "image/png"

/* Sharp on a slide and on a dense screen. */
#define DPI 192.0
#define POINTS_PER_INCH 72.0

struct _SsmClipboardContent
{
  GdkContentProvider parent_instance;

  SsmMap *map;
  SsmMap *fragment; /* NULL: only the picture */
  char *text;
};

G_DEFINE_FINAL_TYPE (SsmClipboardContent, ssm_clipboard_content, GDK_TYPE_CONTENT_PROVIDER)

/* What a thread needs to make one form of it. */
typedef struct
{
  SsmMap *map;
  SsmMap *fragment;
  char *type;
  GOutputStream *stream;
  GBytes *bytes;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  ssm_part_unref (job->map);
  g_clear_pointer (&job->fragment, ssm_part_unref);
  g_clear_pointer (&job->bytes, g_bytes_unref);
  g_object_unref (job->stream);
  g_free (job->type);
  g_free (job);
}

static cairo_status_t
append_cb (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

/* (transfer full): the part of the page where the stage @id stands. */
static GBytes *
make_stage_picture (const SsmPage *page, const char *id)
{
  int index = ssm_page_find_area (page, id, SSM_FIELD_NONE, SSM_LIST_NONE);
  const SsmRect *rect = index >= 0 ? &ssm_page_area (page, (guint) index)->rect : NULL;
  double scale = DPI / POINTS_PER_INCH;
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface;
  cairo_t *cr;

  if (rect == NULL)
    return NULL;

  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) (rect->width * scale) + 1,
                                        (int) (rect->height * scale) + 1);
  cr = cairo_create (surface);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, scale, scale);
  cairo_translate (cr, -rect->x, -rect->y);
  ssm_paint_page (page, cr);
  cairo_destroy (cr);
  cairo_surface_write_to_png_stream (surface, append_cb, bytes);
  cairo_surface_destroy (surface);
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

/* The picture of a map carries its source, as every other that we make; the versions kept in
 * the file are nobody's business in a chat. */
static GBytes *
make_picture (const Job *job, GError **error)
{
  g_autoptr (SsmPage) page = ssm_map_page_new (job->map, NULL);
  g_autoptr (SsmMap) shown
    = ssm_map_fragment (job->map, ssm_part_id (job->map), SSM_LIST_NONE, FALSE);
  g_autoptr (GBytes) source = NULL;
  SsmExportInfo info = { 0 };

  if (job->fragment != NULL && ssm_fragment_kind (job->fragment) == SSM_FRAGMENT_STAGES)
    return make_stage_picture (page, ssm_part_id (ssm_map_stage (job->fragment, 0)));

  source = ssm_xml_write (shown, error);
  if (source == NULL)
    return NULL;
  info.title = ssm_map_text (job->map, SSM_MAP_TITLE);
  info.language = ssm_map_language (job->map);
  info.source = source;
  return ssm_export_png (page, &info, DPI, error);
}

static GBytes *
make_html (const Job *job)
{
  const SsmLanguage *words = ssm_resources_words (ssm_map_language (job->map));
  char *html = ssm_map_to_html_table (job->fragment, words);

  return g_bytes_new_take (html, strlen (html));
}

static void
make_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  GError *error = NULL;

  if (strcmp (job->type, PICTURE) == 0)
    job->bytes = make_picture (job, &error);
  else if (strcmp (job->type, HTML) == 0)
    job->bytes = make_html (job);
  else
    job->bytes = ssm_xml_write (job->fragment, &error);

  if (job->bytes != NULL)
    g_task_return_boolean (task, TRUE);
  else if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, "Not on the page");
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;

  if (g_output_stream_write_all_finish (G_OUTPUT_STREAM (source), result, NULL, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* Streams of the clipboard belong to the thread of the windows. */
static void
made_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  GTask *task = data;
  Job *job = g_task_get_task_data (G_TASK (result));
  GError *error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      g_task_return_error (task, error);
      g_object_unref (task);
      return;
    }
  g_task_set_task_data (task, g_bytes_ref (job->bytes), (GDestroyNotify) g_bytes_unref);
  g_output_stream_write_all_async (job->stream, g_bytes_get_data (job->bytes, NULL),
                                   g_bytes_get_size (job->bytes), G_PRIORITY_DEFAULT,
                                   g_task_get_cancellable (task), written_cb, task);
}

static void
ssm_clipboard_content_write_async (GdkContentProvider *provider, const char *type,
                                   GOutputStream *stream, int priority,
                                   GCancellable *cancellable, GAsyncReadyCallback callback,
                                   gpointer data)
{
  SsmClipboardContent *self = SSM_CLIPBOARD_CONTENT (provider);
  GTask *writing = g_task_new (self, cancellable, callback, data);
  g_autoptr (GTask) making = g_task_new (self, cancellable, made_cb, writing);
  Job *job = g_new0 (Job, 1);

  job->map = ssm_part_ref (self->map);
  job->fragment = self->fragment != NULL ? ssm_part_ref (self->fragment) : NULL;
  job->type = g_strdup (type);
  job->stream = g_object_ref (stream);
  g_task_set_task_data (making, job, job_free);
  g_task_run_in_thread (making, make_in_thread);
}

static gboolean
ssm_clipboard_content_write_finish (GdkContentProvider *provider, GAsyncResult *result,
                                    GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static GdkContentFormats *
ssm_clipboard_content_ref_formats (GdkContentProvider *provider)
{
  SsmClipboardContent *self = SSM_CLIPBOARD_CONTENT (provider);
  GdkContentFormatsBuilder *builder = gdk_content_formats_builder_new ();

  if (self->fragment != NULL)
    {
      gdk_content_formats_builder_add_mime_type (builder, SSM_CLIPBOARD_TYPE);
      gdk_content_formats_builder_add_mime_type (builder, HTML);
      gdk_content_formats_builder_add_gtype (builder, G_TYPE_STRING);
    }
  /* A chat would take the picture of a criterion for what is meant. */
  if (self->fragment == NULL || ssm_fragment_kind (self->fragment) != SSM_FRAGMENT_CRITERIA)
    gdk_content_formats_builder_add_mime_type (builder, PICTURE);
  return gdk_content_formats_builder_free_to_formats (builder);
}

static gboolean
ssm_clipboard_content_get_value (GdkContentProvider *provider, GValue *value, GError **error)
{
  SsmClipboardContent *self = SSM_CLIPBOARD_CONTENT (provider);

  if (self->text == NULL || !G_VALUE_HOLDS_STRING (value))
    return GDK_CONTENT_PROVIDER_CLASS (ssm_clipboard_content_parent_class)
        ->get_value (provider, value, error);

  g_value_set_string (value, self->text);
  return TRUE;
}

static void
ssm_clipboard_content_finalize (GObject *object)
{
  SsmClipboardContent *self = SSM_CLIPBOARD_CONTENT (object);

  g_clear_pointer (&self->map, ssm_part_unref);
  g_clear_pointer (&self->fragment, ssm_part_unref);
  g_free (self->text);
  G_OBJECT_CLASS (ssm_clipboard_content_parent_class)->finalize (object);
}

static void
ssm_clipboard_content_class_init (SsmClipboardContentClass *klass)
{
  GdkContentProviderClass *provider_class = GDK_CONTENT_PROVIDER_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ssm_clipboard_content_finalize;
  provider_class->ref_formats = ssm_clipboard_content_ref_formats;
  provider_class->write_mime_type_async = ssm_clipboard_content_write_async;
  provider_class->write_mime_type_finish = ssm_clipboard_content_write_finish;
  provider_class->get_value = ssm_clipboard_content_get_value;
}

static void
ssm_clipboard_content_init (SsmClipboardContent *self)
{
}

GdkContentProvider *
ssm_clipboard_content_new (SsmMap *map, SsmMap *fragment, const char *text)
{
  SsmClipboardContent *self = g_object_new (SSM_TYPE_CLIPBOARD_CONTENT, NULL);

  self->map = ssm_part_ref (map);
  self->fragment = fragment != NULL ? ssm_part_ref (fragment) : NULL;
  self->text = g_strdup (text);
  return GDK_CONTENT_PROVIDER (self);
}
