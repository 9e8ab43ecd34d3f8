/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Clicking and typing on the page. */

#include "ssm-canvas-structure.h"

#include "ssm-block-keys.h"
#include "ssm-page-walk.h"

static int
hit (SsmCanvas *self, double x, double y)
{
  return ssm_page_hit (self->page, (x - self->x) / self->scale, (y - self->y) / self->scale);
}

/* The area under a point that can be selected, or -1. */
static int
pick (SsmCanvas *self, double x, double y)
{
  int index = hit (self, x, y);

  while (index >= 0 && !ssm_page_is_cell (self->page, (guint) index))
    {
      const SsmArea *area = ssm_page_area (self->page, (guint) index);

      if (area->role == SSM_AREA_LIST || area->role == SSM_AREA_STAGE)
        break;
      index = area->parent;
    }

  return index;
}

/* A click beside every text of a cell means the cell; on the question of an empty one, or
 * of an empty text, it begins to write. */
static gboolean
is_question (SsmCanvas *self, int index)
{
  return ssm_block_is_empty (g_ptr_array_index (self->by_index, (guint) index));
}

static gboolean
is_in (GtkWidget *picked, GtkWidget *widget)
{
  return picked == widget || gtk_widget_is_ancestor (picked, widget);
}

/* Whether a press belongs to a widget that lies over the page. What happens in the context
 * menu comes here too, since the menu is a child of the canvas on a surface of its own. */
gboolean
ssm_canvas_is_on_widget (SsmCanvas *self, GtkGesture *gesture, double x, double y)
{
  GdkEvent *event = gtk_gesture_get_last_event (
    gesture, gtk_gesture_single_get_current_sequence (GTK_GESTURE_SINGLE (gesture)));
  GtkNative *native = gtk_widget_get_native (GTK_WIDGET (self));
  GtkWidget *picked = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);

  if (event != NULL && gdk_event_get_surface (event) != gtk_native_get_surface (native))
    return TRUE;
  return picked != NULL && (is_in (picked, self->editor) || is_in (picked, self->add)
                            || is_in (picked, self->insert));
}

static void
pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, SsmCanvas *self)
{
  guint button = gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture));
  int index;

  if (ssm_canvas_is_on_widget (self, GTK_GESTURE (gesture), x, y))
    {
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
      return;
    }

  index = pick (self, x, y);
  self->was_selected = index >= 0 && index == ssm_canvas_selected (self);
  ssm_canvas_leave_text (self);
  /* Leaving may have taken an empty criterion away. */
  index = pick (self, x, y);
  if (index >= 0)
    ssm_canvas_select_area (self, index);
  else if (ssm_canvas_link_grip (self, x, y).area < 0)
    ssm_canvas_select_nothing (self);

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
  if (button != GDK_BUTTON_PRIMARY || index < 0 || self->drag != NULL
      || index != ssm_canvas_selected (self))
    return;

  if (self->was_selected || n_press > 1 || is_question (self, index))
    ssm_canvas_edit_area (self, index, SSM_CARET_END, &at);
}

/* Where nothing is selected the page has the keyboard, and keys walk from there. */
static gboolean
take_key_of_page (SsmCanvas *self, guint keyval, GdkModifierType state)
{
  const char *action = gtk_widget_is_focus (GTK_WIDGET (self))
                         ? ssm_block_action_of_key (keyval, state)
                         : NULL;

  return action != NULL && gtk_widget_activate_action (GTK_WIDGET (self), action, NULL);
}

/* Letters typed on what is selected replace it. The first one goes through the text view
 * like all others, so that dead keys and input methods see it. */
static gboolean
key_pressed_cb (GtkEventControllerKey *controller, guint keyval, guint keycode,
                GdkModifierType state, SsmCanvas *self)
{
  gunichar letter = gdk_keyval_to_unicode (keyval);
  gboolean dead = keyval >= GDK_KEY_dead_grave && keyval <= GDK_KEY_dead_greek;

  if (take_key_of_page (self, keyval, state))
    return TRUE;
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
  if (self->drag != NULL)
    return;

  gtk_widget_set_cursor_from_name (GTK_WIDGET (self),
                                   ssm_canvas_can_drag (self, x, y) ? "grab" : NULL);
  ssm_canvas_hover_insert (self, x, y);
}

static void
pointer_left_cb (SsmCanvas *self)
{
  ssm_canvas_update_insert (self);
}

/* A button that hides when it is clicked takes the release along; waiting for it, the
 * gesture would ignore the next press of another button of the mouse. */
static void
button_hidden_cb (GtkGesture *click)
{
  GdkEventSequence *sequence = gtk_gesture_get_last_updated_sequence (click);

  if (gtk_gesture_get_sequence_state (click, sequence) == GTK_EVENT_SEQUENCE_DENIED)
    gtk_event_controller_reset (GTK_EVENT_CONTROLLER (click));
}

void
ssm_canvas_add_pointer (SsmCanvas *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), 0);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  g_signal_connect (click, "released", G_CALLBACK (released_cb), self);
  g_signal_connect_object (self->add, "hide", G_CALLBACK (button_hidden_cb), click,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->insert, "hide", G_CALLBACK (button_hidden_cb), click,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));

  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect (motion, "motion", G_CALLBACK (pointer_moved_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (pointer_left_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  ssm_canvas_add_drag (self);
  ssm_canvas_add_drop (self);
}
