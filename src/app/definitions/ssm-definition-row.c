/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-definition-row.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ssm-definition-drag.h"
#include "ssm-excerpt.h"
#include "ssm-words.h"

struct _SsmDefinitionRow
{
  GtkListBoxRow parent_instance;

  char *id;
  char *folded; /* words that a search looks in */
  GtkLabel *term;
  GtkLabel *text;
  GtkWidget *pin;
  GtkLabel *uses;
  GtkWidget *menu;
};

G_DEFINE_FINAL_TYPE (SsmDefinitionRow, ssm_definition_row, GTK_TYPE_LIST_BOX_ROW)

static void
open_menu (SsmDefinitionRow *self, double x, double y)
{
  GtkWidget *list = gtk_widget_get_parent (GTK_WIDGET (self));

  gtk_list_box_select_row (GTK_LIST_BOX (list), GTK_LIST_BOX_ROW (self));
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu),
                               &(GdkRectangle) { (int) x, (int) y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

static void
menu_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  open_menu (SSM_DEFINITION_ROW (widget), gtk_widget_get_width (widget) / 2.0,
             gtk_widget_get_height (widget) / 2.0);
}

static void
pressed_cb (SsmDefinitionRow *self, int n_press, double x, double y, GtkGesture *gesture)
{
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  open_menu (self, x, y);
}

static void
ssm_definition_row_dispose (GObject *object)
{
  SsmDefinitionRow *self = SSM_DEFINITION_ROW (object);

  g_clear_pointer (&self->menu, gtk_widget_unparent);
  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->folded, g_free);
  G_OBJECT_CLASS (ssm_definition_row_parent_class)->dispose (object);
}

static const struct
{
  guint key;
  GdkModifierType state;
  const char *action;
} bindings[] = {
  { GDK_KEY_F2, 0, "definitions.edit" },
  { GDK_KEY_KP_Delete, 0, "definitions.delete" },
  { GDK_KEY_Delete, 0, "definitions.delete" }, /* the last is what the menu shows */
  { GDK_KEY_Up, GDK_CONTROL_MASK, "definitions.move-up" },
  { GDK_KEY_Down, GDK_CONTROL_MASK, "definitions.move-down" },
  { GDK_KEY_Menu, 0, "definition.menu" },
  { GDK_KEY_F10, GDK_SHIFT_MASK, "definition.menu" },
};

static void
ssm_definition_row_class_init (SsmDefinitionRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ssm_definition_row_dispose;
  gtk_widget_class_install_action (widget_class, "definition.menu", NULL, menu_activated);
  for (guint i = 0; i < G_N_ELEMENTS (bindings); i++)
    gtk_widget_class_add_binding_action (widget_class, bindings[i].key, bindings[i].state,
                                         bindings[i].action, NULL);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/salesmap/SalesSystemMap/ui/ssm-definition-row.ui");
  gtk_widget_class_bind_template_child (widget_class, SsmDefinitionRow, term);
  gtk_widget_class_bind_template_child (widget_class, SsmDefinitionRow, text);
  gtk_widget_class_bind_template_child (widget_class, SsmDefinitionRow, pin);
  gtk_widget_class_bind_template_child (widget_class, SsmDefinitionRow, uses);
  gtk_widget_class_bind_template_child (widget_class, SsmDefinitionRow, menu);
}

static void
ssm_definition_row_init (SsmDefinitionRow *self)
{
  GtkGesture *press = gtk_gesture_click_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (press), GDK_BUTTON_SECONDARY);
  g_signal_connect_swapped (press, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (press));
  ssm_definition_drag_add_source (self);
}

GtkWidget *
ssm_definition_row_new (void)
{
  return g_object_new (SSM_TYPE_DEFINITION_ROW, NULL);
}

/* "Lead. 4 uses, on the page" */
static void
name_row (SsmDefinitionRow *self, const char *term, const char *uses, gboolean pinned)
{
  g_autofree char *name = pinned
                            /* Translators: a term, "4 uses" */
                            ? g_strdup_printf (_ ("%s. %s, on the page"), term, uses)
                            : g_strdup_printf (_ ("%s. %s"), term, uses);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  gtk_label_get_text (self->text), -1);
}

void
ssm_definition_row_show (SsmDefinitionRow *self, const SsmPart *definition, guint n_uses)
{
  g_autofree char *uses = g_strdup_printf (ngettext ("%u use", "%u uses", n_uses), n_uses);
  const char *term, *text;
  g_autofree char *words = NULL;
  gboolean pinned;

  g_return_if_fail (SSM_IS_DEFINITION_ROW (self));

  term = ssm_part_text (definition, SSM_DEFINITION_TERM);
  text = ssm_part_text (definition, SSM_DEFINITION_TEXT);
  words = g_strconcat (term, "\n", text, NULL);
  pinned = ssm_part_flag (definition, SSM_DEFINITION_ON_PAGE);
  g_free (self->id);
  self->id = g_strdup (ssm_part_id (definition));
  g_free (self->folded);
  self->folded = ssm_words_fold (words);
  gtk_label_set_text (self->term, *term != '\0' ? term : _ ("New term"));
  ssm_excerpt_show (self->text, text);
  gtk_widget_set_visible (GTK_WIDGET (self->text), *text != '\0');
  gtk_widget_set_visible (self->pin, pinned);
  gtk_label_set_text (self->uses, uses);
  name_row (self, gtk_label_get_text (self->term), uses, pinned);
}

const char *
ssm_definition_row_get_id (SsmDefinitionRow *self)
{
  g_return_val_if_fail (SSM_IS_DEFINITION_ROW (self), NULL);

  return self->id;
}

gboolean
ssm_definition_row_matches (SsmDefinitionRow *self, const char *folded)
{
  g_return_val_if_fail (SSM_IS_DEFINITION_ROW (self), FALSE);

  return strstr (self->folded, folded) != NULL;
}
