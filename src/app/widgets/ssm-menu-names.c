/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A screen reader says the name of a menu's item. GTK makes the items; newer ones (4.18)
 * leave them without a name, because they take it from a label of a role that may not have
 * one. The widgets are private and are made whenever a menu's model changes, so this names
 * each at the moment when it is shown, also those in the menus of GTK's own entries. */

#include "ssm-menu-names.h"

/* TRUE: it stays. */
static gboolean
widget_mapped_cb (GSignalInvocationHint *hint, guint n_values, const GValue *values,
                  gpointer data)
{
  GObject *widget = g_value_get_object (values);
  g_autofree char *text = NULL;

  if (!g_str_equal (G_OBJECT_TYPE_NAME (widget), "GtkModelButton"))
    return TRUE;

  g_object_get (widget, "text", &text, NULL);
  if (text != NULL && *text != '\0')
    {
      gtk_accessible_reset_relation (GTK_ACCESSIBLE (widget),
                                     GTK_ACCESSIBLE_RELATION_LABELLED_BY);
      gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      text, -1);
    }

  return TRUE;
}

void
ssm_menu_names_watch (void)
{
  g_autoptr (GTypeClass) loaded = g_type_class_ref (GTK_TYPE_WIDGET);

  g_signal_add_emission_hook (g_signal_lookup ("map", GTK_TYPE_WIDGET), 0, widget_mapped_cb,
                              NULL, NULL);
}
