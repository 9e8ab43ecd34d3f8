/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-combo-row.h"

#include "ssm-widget-find.h"

G_DEFINE_TYPE (SsmComboRow, ssm_combo_row, ADW_TYPE_COMBO_ROW)

/* The list makes a widget for each of so few items, in their order. */
static void
opened_cb (SsmComboRow *self, GParamSpec *pspec, GtkWidget *popover)
{
  guint selected = adw_combo_row_get_selected (ADW_COMBO_ROW (self));
  GtkWidget *list = ssm_widget_find (popover, GTK_TYPE_LIST_VIEW);
  GtkWidget *item;

  if (!gtk_widget_get_visible (popover) || list == NULL)
    return;

  gtk_widget_activate_action (list, "list.scroll-to-item", "u", selected);
  item = gtk_widget_get_first_child (list);
  for (guint i = 0; item != NULL && i < selected; i++)
    item = gtk_widget_get_next_sibling (item);
  if (item != NULL)
    gtk_widget_grab_focus (item);
}

static void
ssm_combo_row_class_init (SsmComboRowClass *klass)
{
}

static void
ssm_combo_row_init (SsmComboRow *self)
{
  GtkWidget *popover = ssm_widget_find (GTK_WIDGET (self), GTK_TYPE_POPOVER);

  g_return_if_fail (popover != NULL);
  g_signal_connect_object (popover, "notify::visible", G_CALLBACK (opened_cb), self,
                           G_CONNECT_SWAPPED);
}
