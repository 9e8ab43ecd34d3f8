/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Clicking and dragging on the page. What is dragged is shown where it would be: the page
 * is laid out from a trial of the map, which becomes the document's on release. */

#include "ssm-canvas-private.h"

#include <math.h>

#include "ssm-page-walk.h"

static SsmPage *
page_under_pointer (SsmCanvas *self)
{
  return self->drag_page != NULL ? self->drag_page : self->page;
}

static int
hit (SsmCanvas *self, SsmPage *page, double x, double y)
{
  return ssm_page_hit (page, (x - self->x) / self->scale, (y - self->y) / self->scale);
}

/* The area under a point that can be selected, or -1. */
static int
pick (SsmCanvas *self, double x, double y)
{
  int index = hit (self, self->page, x, y);

  while (index >= 0 && !ssm_page_is_cell (self->page, (guint) index))
    {
      const SsmArea *area = ssm_page_area (self->page, (guint) index);

      if (area->role == SSM_AREA_LIST || area->role == SSM_AREA_STAGE)
        break;
      index = area->parent;
    }

  return index;
}

/* A click beside every text of a cell means the cell; on the question of an empty one it
 * begins to write. */
static gboolean
is_empty_cell (SsmCanvas *self, int index)
{
  return ssm_page_area (self->page, (guint) index)->role == SSM_AREA_LIST
         && ssm_page_n_criteria (self->page, index) == 0;
}

static gboolean
is_in (GtkWidget *picked, GtkWidget *widget)
{
  return picked == widget || gtk_widget_is_ancestor (picked, widget);
}

/* Whether a press belongs to a widget that lies over the page. What happens in the context
 * menu comes here too, since the menu is a child of the canvas on a surface of its own. */
static gboolean
is_on_widget (SsmCanvas *self, GtkGesture *gesture, double x, double y)
{
  GdkEvent *event = gtk_gesture_get_last_event (
    gesture, gtk_gesture_single_get_current_sequence (GTK_GESTURE_SINGLE (gesture)));
  GtkNative *native = gtk_widget_get_native (GTK_WIDGET (self));
  GtkWidget *picked = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);

  if (event != NULL && gdk_event_get_surface (event) != gtk_native_get_surface (native))
    return TRUE;
  return picked != NULL && (is_in (picked, self->editor) || is_in (picked, self->add));
}

static void
pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, SsmCanvas *self)
{
  guint button = gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture));
  int index;

  if (is_on_widget (self, GTK_GESTURE (gesture), x, y))
    {
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
      return;
    }

  index = pick (self, x, y);
  self->was_selected = index >= 0 && index == ssm_canvas_selected (self);
  ssm_canvas_leave_text (self);
  /* Leaving may have taken an empty criterion away. */
  index = pick (self, x, y);
  if (index < 0)
    ssm_canvas_focus_selected (self);
  else
    ssm_canvas_select_area (self, index);

  if (button == GDK_BUTTON_SECONDARY)
    gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
}

static void
released_cb (GtkGestureClick *gesture, int n_press, double x, double y, SsmCanvas *self)
{
  guint button = gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture));
  graphene_point_t at = GRAPHENE_POINT_INIT ((float) x, (float) y);
  int index = pick (self, x, y);

  /* Not when it is pressed: a popover that appears while GDK holds the pointer for the press
   * never learns that the pointer is in it, and closes at the next click. */
  if (button == GDK_BUTTON_SECONDARY)
    ssm_canvas_open_menu (self, index, x, y);
  if (button != GDK_BUTTON_PRIMARY || index < 0 || self->dragging
      || index != ssm_canvas_selected (self))
    return;

  if (self->was_selected || n_press > 1 || is_empty_cell (self, index))
    ssm_canvas_edit_area (self, index, SSM_CARET_END, &at);
}

/* What can be dragged from an area: the stage by its head, or a criterion. */
static int
draggable (const SsmPage *page, int index)
{
  const SsmArea *area = index >= 0 ? ssm_page_area (page, (guint) index) : NULL;

  if (area == NULL)
    return -1;
  if (area->role == SSM_AREA_CRITERION)
    return index;
  if (area->role == SSM_AREA_STAGE
      || (area->role == SSM_AREA_TEXT && area->field == SSM_STAGE_NAME))
    return ssm_page_stage_area (page, index);
  return -1;
}

static void
drag_begin_cb (GtkGestureDrag *gesture, double x, double y, SsmCanvas *self)
{
  self->drag_area = is_on_widget (self, GTK_GESTURE (gesture), x, y)
                      ? -1
                      : draggable (self->page, hit (self, self->page, x, y));
  if (self->drag_area < 0)
    gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
}

static double
distance_to (const SsmRect *rect, double x, double y)
{
  double dx = MAX (MAX (rect->x - x, x - rect->x - rect->width), 0);
  double dy = MAX (MAX (rect->y - y, y - rect->y - rect->height), 0);

  return hypot (dx, dy);
}

/* The nearest area of a role on the page as it was when the drag began. */
static int
nearest (SsmCanvas *self, SsmAreaRole role, double x, double y, guint *position)
{
  double best = INFINITY;
  int found = -1;
  guint seen = 0;

  for (guint i = 0; i < ssm_page_n_areas (self->drag_page); i++)
    {
      const SsmArea *area = ssm_page_area (self->drag_page, i);

      if (area->role != role)
        continue;
      if (distance_to (&area->rect, x, y) < best)
        {
          best = distance_to (&area->rect, x, y);
          found = (int) i;
          *position = seen;
        }
      seen++;
    }

  return found;
}

/* How many criteria of @list, the dragged one apart, stand above @y. */
static guint
count_above (SsmCanvas *self, int list, double y)
{
  guint n = ssm_page_n_criteria (self->drag_page, list), above = 0;

  for (guint i = 0; i < n; i++)
    {
      int index = ssm_page_criterion (self->drag_page, list, i);
      const SsmRect *rect = &ssm_page_area (self->drag_page, (guint) index)->rect;

      if (index != self->drag_area && rect->y + rect->height / 2 < y)
        above++;
    }

  return above;
}

/* (transfer full): the command that dropping at a point of the page would be. */
static SsmCommand *
drop_command (SsmCanvas *self, double x, double y)
{
  const SsmArea *dragged = ssm_page_area (self->drag_page, (guint) self->drag_area);
  SsmMap *map = ssm_document_get_map (self->document);
  const SsmArea *target;
  guint position = 0;
  int index;

  if (dragged->role == SSM_AREA_STAGE)
    {
      nearest (self, SSM_AREA_STAGE, x, y, &position);
      return ssm_command_move_to (map, dragged->id, ssm_part_id (map), SSM_LIST_STAGES,
                                  position);
    }

  index = nearest (self, SSM_AREA_LIST, x, y, &position);
  target = ssm_page_area (self->drag_page, (guint) MAX (index, 0));
  return ssm_command_move_to (map, dragged->id, target->id, target->list,
                              count_above (self, index, y));
}

static void
show_trial (SsmCanvas *self, SsmMap *trial)
{
  g_clear_pointer (&self->trial, ssm_part_unref);
  if (trial != NULL)
    self->trial = ssm_part_ref (trial);
  ssm_canvas_refresh (self);
}

static SsmCommand *
command_at (SsmCanvas *self, GtkGestureDrag *gesture, double dx, double dy)
{
  double x, y;

  gtk_gesture_drag_get_start_point (gesture, &x, &y);
  return drop_command (self, (x + dx - self->x) / self->scale,
                       (y + dy - self->y) / self->scale);
}

/* FALSE where there is nothing to drag any more: what is under the pointer was looked up
 * when it was pressed, and pressing may have ended a text and so changed the page. */
static gboolean
start_drag (SsmCanvas *self, GtkGestureDrag *gesture)
{
  double x, y;

  gtk_gesture_drag_get_start_point (gesture, &x, &y);
  self->drag_area = draggable (self->page, hit (self, self->page, x, y));
  if (self->drag_area < 0)
    {
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
      return FALSE;
    }

  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  ssm_canvas_select_area (self, self->drag_area);
  self->dragging = TRUE;
  self->drag_page = ssm_page_ref (self->page);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "grabbing");
  ssm_canvas_update_add (self);
  return TRUE;
}

static void
drag_update_cb (GtkGestureDrag *gesture, double dx, double dy, SsmCanvas *self)
{
  g_autoptr (SsmCommand) command = NULL;

  if (self->drag_area < 0)
    return;
  if (!self->dragging
      && (!gtk_drag_check_threshold (GTK_WIDGET (self), 0, 0, (int) dx, (int) dy)
          || !start_drag (self, gesture)))
    return;

  command = command_at (self, gesture, dx, dy);
  show_trial (self, command->map);
}

static void
end_drag (SsmCanvas *self)
{
  self->dragging = FALSE;
  self->drag_area = -1;
  g_clear_pointer (&self->drag_page, ssm_page_unref);
  gtk_widget_set_cursor (GTK_WIDGET (self), NULL);
  show_trial (self, NULL);
  ssm_canvas_update_add (self);
}

static void
drag_end_cb (GtkGestureDrag *gesture, double dx, double dy, SsmCanvas *self)
{
  SsmCommand *command;

  if (!self->dragging)
    {
      self->drag_area = -1;
      return;
    }

  command = command_at (self, gesture, dx, dy);
  end_drag (self);
  ssm_canvas_run (self, command);
}

static void
drag_cancelled_cb (SsmCanvas *self)
{
  ssm_canvas_cancel_drag (self);
}

gboolean
ssm_canvas_cancel_drag (SsmCanvas *self)
{
  if (!self->dragging)
    return FALSE;

  end_drag (self);
  return TRUE;
}

/* Letters typed on what is selected replace it. The first one goes through the text view
 * like all others, so that dead keys and input methods see it. */
static gboolean
key_pressed_cb (GtkEventControllerKey *controller, guint keyval, guint keycode,
                GdkModifierType state, SsmCanvas *self)
{
  gunichar letter = gdk_keyval_to_unicode (keyval);
  gboolean dead = keyval >= GDK_KEY_dead_grave && keyval <= GDK_KEY_dead_greek;

  if (self->writing != NULL || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)))
    return FALSE;
  if (!dead && keyval != GDK_KEY_Multi_key && (!g_unichar_isgraph (letter) || letter == 0))
    return FALSE;
  if (!ssm_canvas_edit_area (self, ssm_canvas_selected (self), SSM_CARET_ALL, NULL))
    return FALSE;

  ssm_inline_editor_forward (SSM_INLINE_EDITOR (self->editor), controller);
  return TRUE;
}

static void
pointer_moved_cb (GtkEventControllerMotion *motion, double x, double y, SsmCanvas *self)
{
  int index;

  if (self->dragging)
    return;

  index = hit (self, page_under_pointer (self), x, y);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self),
                                   draggable (self->page, index) >= 0 ? "grab" : NULL);
}

void
ssm_canvas_add_pointer (SsmCanvas *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), 0);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  g_signal_connect (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));

  g_signal_connect (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect (drag, "drag-end", G_CALLBACK (drag_end_cb), self);
  g_signal_connect_swapped (drag, "cancel", G_CALLBACK (drag_cancelled_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));

  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect (motion, "motion", G_CALLBACK (pointer_moved_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
}
