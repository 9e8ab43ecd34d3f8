/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-combo-row.h"

G_DEFINE_TYPE (SsmComboRow, ssm_combo_row, ADW_TYPE_COMBO_ROW)

/* Depth first; NULL where there is none. */
static GtkWidget *
find_inside (GtkWidget *widget, GType type)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found
        = g_type_is_a (G_OBJECT_TYPE (child), type) ? child : find_inside (child, type);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/* GTK 4.8 leaves what has the keyboard without a name; the words are in a label within. */
static void
name_item (GtkWidget *item)
{
  GtkWidget *label = find_inside (item, GTK_TYPE_LABEL);

  if (label != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (item), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    gtk_label_get_text (GTK_LABEL (label)), -1);
}

/* The list makes a widget for each of so few items, in their order. */
static void
opened_cb (SsmComboRow *self, GParamSpec *pspec, GtkWidget *popover)
{
  guint selected = adw_combo_row_get_selected (ADW_COMBO_ROW (self));
  GtkWidget *list = find_inside (popover, GTK_TYPE_LIST_VIEW);
  GtkWidget *item;

  if (!gtk_widget_get_visible (popover) || list == NULL)
    return;

  gtk_widget_activate_action (list, "list.scroll-to-item", "u", selected);
  item = gtk_widget_get_first_child (list);
  for (guint i = 0; item != NULL; i++, item = gtk_widget_get_next_sibling (item))
    {
      name_item (item);
      if (i == selected)
        gtk_widget_grab_focus (item);
    }
}

static void
ssm_combo_row_class_init (SsmComboRowClass *klass)
{
}

static void
ssm_combo_row_init (SsmComboRow *self)
{
  GtkWidget *popover = find_inside (GTK_WIDGET (self), GTK_TYPE_POPOVER);

  g_return_if_fail (popover != NULL);
  g_signal_connect_object (popover, "notify::visible", G_CALLBACK (opened_cb), self,
                           G_CONNECT_SWAPPED);
}
