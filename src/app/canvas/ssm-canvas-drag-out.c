/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Dragging beyond the window, and what comes from there. Outside, a criterion or a stage is
 * offered as it is when it is copied; who brings it back moves it after all. */

#include "ssm-canvas-structure.h"

#include "ssm-canvas-clipboard.h"
#include "ssm-clipboard.h"

/* The ids of what a drag of ours carries, and of the canvas it is from. */
#define PART "ssm-dragged-part"
#define SOURCE "ssm-dragged-from"

static void
finish (GdkDrag *drag, gboolean success)
{
  gdk_drag_drop_done (drag, success);
  g_object_unref (drag);
}

static void
finished_cb (GdkDrag *drag)
{
  finish (drag, TRUE);
}

static void
cancelled_cb (GdkDrag *drag)
{
  finish (drag, FALSE);
}

/* It looks like it does on the page, whose white it has behind it. */
static void
set_icon (SsmCanvas *self, GdkDrag *drag, int area)
{
  static const GdkRGBA white = { 1, 1, 1, 1 };
  GtkWidget *block = g_ptr_array_index (self->by_index, (guint) area);
  int width = gtk_widget_get_width (block), height = gtk_widget_get_height (block);
  g_autoptr (GdkPaintable) live = gtk_widget_paintable_new (block);
  g_autoptr (GdkPaintable) picture = NULL;
  GtkSnapshot *snapshot = gtk_snapshot_new ();

  gtk_snapshot_append_color (
    snapshot, &white, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  gdk_paintable_snapshot (live, snapshot, width, height);
  picture = gtk_snapshot_free_to_paintable (snapshot, NULL);
  gtk_drag_icon_set_from_paintable (drag, picture, 0, 0);
}

void
ssm_canvas_drag_out (SsmCanvas *self, GtkGesture *gesture)
{
  GtkNative *native = gtk_widget_get_native (GTK_WIDGET (self));
  GdkDevice *device = gtk_gesture_get_device (gesture);
  g_autoptr (GdkContentProvider) content = ssm_canvas_selected_content (self);
  int area = ssm_canvas_selected (self);
  GdkDrag *drag;

  ssm_canvas_cancel_drag (self);
  if (content == NULL || area < 0)
    return;

  drag = gdk_drag_begin (gtk_native_get_surface (native), device, content, GDK_ACTION_COPY,
                         0, 0);
  if (drag == NULL)
    return;

  /* It will not hear of the button's release. */
  gtk_event_controller_reset (GTK_EVENT_CONTROLLER (gesture));
  g_object_set_data_full (G_OBJECT (drag), PART,
                          g_strdup (ssm_page_area (self->page, (guint) area)->id), g_free);
  g_object_set_data (G_OBJECT (drag), SOURCE, self);
  g_signal_connect (drag, "dnd-finished", G_CALLBACK (finished_cb), NULL);
  g_signal_connect (drag, "cancel", G_CALLBACK (cancelled_cb), NULL);
  set_icon (self, drag, area);
}

typedef struct
{
  SsmCanvas *canvas;
  GdkDrop *drop;
  double x, y;
} Dropped;

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Dropped *dropped = data;
  g_autoptr (SsmCanvas) self = dropped->canvas;
  g_autoptr (GdkDrop) drop = dropped->drop;
  g_autoptr (SsmPasted) pasted = ssm_clipboard_read_finish (result);

  gdk_drop_finish (drop, pasted != NULL ? GDK_ACTION_COPY : 0);
  /* The window may have been closed meanwhile. */
  if (pasted != NULL && self->document != NULL)
    ssm_canvas_paste_at (self, pasted, dropped->x, dropped->y);
}

/* FALSE where @drop is nothing that was dragged out of this page. */
static gboolean
take_back (SsmCanvas *self, GdkDrop *drop, double x, double y)
{
  GdkDrag *drag = gdk_drop_get_drag (drop);
  SsmCommand *command;

  if (drag == NULL || g_object_get_data (G_OBJECT (drag), SOURCE) != self)
    return FALSE;

  command = ssm_canvas_drop_part (self, g_object_get_data (G_OBJECT (drag), PART), x, y);
  gdk_drop_finish (drop, command != NULL ? GDK_ACTION_COPY : 0);
  if (command != NULL)
    ssm_canvas_run (self, command);
  return TRUE;
}

static gboolean
dropped_cb (GtkDropTargetAsync *target, GdkDrop *drop, double x, double y, SsmCanvas *self)
{
  Dropped *dropped;

  if (take_back (self, drop, x, y))
    return TRUE;

  dropped = g_new (Dropped, 1);
  *dropped = (Dropped) { g_object_ref (self), g_object_ref (drop), x, y };
  ssm_clipboard_read_drop_async (drop, read_cb, dropped);
  return TRUE;
}

void
ssm_canvas_add_drop (SsmCanvas *self)
{
  GtkDropTargetAsync *target
    = gtk_drop_target_async_new (ssm_clipboard_formats (), GDK_ACTION_COPY);

  g_signal_connect (target, "drop", G_CALLBACK (dropped_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}
