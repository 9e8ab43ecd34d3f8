/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-block-keys.h"

static const struct
{
  guint key;
  GdkModifierType state;
  const char *action;
} bindings[] = {
  { GDK_KEY_Left, 0, "canvas.left" },
  { GDK_KEY_KP_Left, 0, "canvas.left" },
  { GDK_KEY_Right, 0, "canvas.right" },
  { GDK_KEY_KP_Right, 0, "canvas.right" },
  { GDK_KEY_Up, 0, "canvas.up" },
  { GDK_KEY_KP_Up, 0, "canvas.up" },
  { GDK_KEY_Down, 0, "canvas.down" },
  { GDK_KEY_KP_Down, 0, "canvas.down" },
  { GDK_KEY_Home, 0, "canvas.row-start" },
  { GDK_KEY_KP_Home, 0, "canvas.row-start" },
  { GDK_KEY_End, 0, "canvas.row-end" },
  { GDK_KEY_KP_End, 0, "canvas.row-end" },
  { GDK_KEY_Home, GDK_CONTROL_MASK, "canvas.first" },
  { GDK_KEY_End, GDK_CONTROL_MASK, "canvas.last" },
  { GDK_KEY_Page_Down, GDK_CONTROL_MASK, "canvas.next-stage" },
  { GDK_KEY_Page_Up, GDK_CONTROL_MASK, "canvas.previous-stage" },
  { GDK_KEY_Return, 0, "canvas.edit" },
  { GDK_KEY_KP_Enter, 0, "canvas.edit" },
  { GDK_KEY_ISO_Enter, 0, "canvas.edit" },
  { GDK_KEY_F2, 0, "canvas.edit-end" },
  { GDK_KEY_Delete, 0, "canvas.delete" },
  { GDK_KEY_KP_Delete, 0, "canvas.delete" },
  { GDK_KEY_Escape, 0, "canvas.leave" },
  { GDK_KEY_Up, GDK_CONTROL_MASK, "canvas.item-up" },
  { GDK_KEY_Down, GDK_CONTROL_MASK, "canvas.item-down" },
  { GDK_KEY_Left, GDK_CONTROL_MASK, "canvas.item-left" },
  { GDK_KEY_Right, GDK_CONTROL_MASK, "canvas.item-right" },
  { GDK_KEY_Up, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "canvas.send-entry" },
  { GDK_KEY_Down, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "canvas.send-exit" },
  { GDK_KEY_Left, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "canvas.insert-left" },
  { GDK_KEY_Right, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "canvas.insert-right" },
  { GDK_KEY_Page_Up, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "canvas.stage-earlier" },
  { GDK_KEY_Page_Down, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "canvas.stage-later" },
  { GDK_KEY_Return, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "canvas.split-stage" },
  { GDK_KEY_KP_Enter, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "canvas.split-stage" },
  { GDK_KEY_j, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "canvas.join-stages" },
  { GDK_KEY_l, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "canvas.link-menu" },
  { GDK_KEY_a, GDK_CONTROL_MASK, "canvas.widen" },
  { GDK_KEY_c, GDK_CONTROL_MASK, "canvas.copy" },
  { GDK_KEY_x, GDK_CONTROL_MASK, "canvas.cut" },
  { GDK_KEY_v, GDK_CONTROL_MASK, "canvas.paste" },
  { GDK_KEY_Menu, 0, "canvas.menu" },
  { GDK_KEY_F10, GDK_SHIFT_MASK, "canvas.menu" },
};

static gboolean
chord_cb (GtkWidget *widget, GVariant *parameter, gpointer data)
{
  const char *action;

  g_variant_get (parameter, "(&s)", &action);
  gtk_widget_activate_action (widget, action, NULL);
  return TRUE;
}

/* Ctrl and an arrow where that means nothing does nothing: GTK would take it for the way
 * out of the page. */
static void
add_binding (GtkWidgetClass *widget_class, guint key, GdkModifierType state,
             const char *action)
{
  if (key >= GDK_KEY_Left && key <= GDK_KEY_Down && (state & GDK_CONTROL_MASK) != 0)
    gtk_widget_class_add_binding (widget_class, key, state, chord_cb, "(s)", action);
  else
    gtk_widget_class_add_binding_action (widget_class, key, state, action, NULL);
}

const char *
ssm_block_action_of_key (guint keyval, GdkModifierType state)
{
  GdkModifierType held = state & gtk_accelerator_get_default_mod_mask ();

  for (guint i = 0; i < G_N_ELEMENTS (bindings); i++)
    {
      if (bindings[i].key == gdk_keyval_to_lower (keyval) && bindings[i].state == held)
        return bindings[i].action;
    }
  return NULL;
}

void
ssm_block_class_add_keys (GtkWidgetClass *widget_class)
{
  for (guint i = 0; i < G_N_ELEMENTS (bindings); i++)
    add_binding (widget_class, bindings[i].key, bindings[i].state, bindings[i].action);
}
