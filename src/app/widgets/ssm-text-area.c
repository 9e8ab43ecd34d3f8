/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-text-area.h"

#include <glib/gi18n-lib.h>

#include "ssm-clipboard.h"

/* Pixels from which GTK asks how high a text is that has all the room there is. */
#define UNLIMITED 100000

struct _SsmTextArea
{
  GtkTextView parent_instance;
};

G_DEFINE_FINAL_TYPE (SsmTextArea, ssm_text_area, GTK_TYPE_TEXT_VIEW)

static GtkSizeRequestMode
ssm_text_area_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
ssm_text_area_measure (GtkWidget *widget, GtkOrientation orientation, int for_size,
                       int *minimum, int *natural, int *minimum_baseline,
                       int *natural_baseline)
{
  g_autofree char *text = ssm_text_area_get_text (SSM_TEXT_AREA (widget));
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (widget, text);
  int width, height;

  *minimum_baseline = *natural_baseline = -1;
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  if (orientation == GTK_ORIENTATION_VERTICAL && for_size > 0 && for_size < UNLIMITED)
    pango_layout_set_width (layout, for_size * PANGO_SCALE);
  pango_layout_get_pixel_size (layout, &width, &height);
  *minimum = orientation == GTK_ORIENTATION_VERTICAL ? height : 0;
  *natural = orientation == GTK_ORIENTATION_VERTICAL ? height : width;
}

static void
insert (SsmTextArea *self, const char *text)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));

  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_delete_selection (buffer, TRUE, TRUE);
  gtk_text_buffer_insert_interactive_at_cursor (buffer, text, -1, TRUE);
  gtk_text_buffer_end_user_action (buffer);
}

static void
clipboard_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SsmTextArea) self = data;
  g_autoptr (SsmPasted) pasted = ssm_clipboard_read_finish (result);
  gboolean too_long;

  /* The window may have been closed meanwhile. */
  if (pasted == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  too_long = ssm_pasted_shorten (pasted);
  insert (self, pasted->text);
  if (too_long)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.say", "s",
                                _ ("Only the first 10,000 characters were pasted."));
}

/* GTK would bring in a clipboard of any length. */
static void
ssm_text_area_paste_clipboard (GtkTextView *view)
{
  ssm_clipboard_read_async (gtk_widget_get_clipboard (GTK_WIDGET (view)), TRUE,
                            clipboard_read_cb, g_object_ref (view));
}

static void
ssm_text_area_class_init (SsmTextAreaClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->get_request_mode = ssm_text_area_get_request_mode;
  widget_class->measure = ssm_text_area_measure;
  GTK_TEXT_VIEW_CLASS (klass)->paste_clipboard = ssm_text_area_paste_clipboard;
}

static void
ssm_text_area_init (SsmTextArea *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));

  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (self), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (self), FALSE);
  g_signal_connect_object (buffer, "changed", G_CALLBACK (gtk_widget_queue_resize), self,
                           G_CONNECT_SWAPPED);
}

char *
ssm_text_area_get_text (SsmTextArea *self)
{
  GtkTextBuffer *buffer;
  GtkTextIter start, end;

  g_return_val_if_fail (SSM_IS_TEXT_AREA (self), NULL);

  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}
