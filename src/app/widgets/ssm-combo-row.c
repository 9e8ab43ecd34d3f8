/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-combo-row.h"

#include "ssm-widget-find.h"

/* Of what was chosen: as much of it is seen always, in pixels. */
#define MAX_VALUE_WIDTH 110

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

/* A box gives what the title would like first where that stands on one line, which leaves
 * an ellipsis for what was chosen. */
static void
keep_value_cb (SsmComboRow *self)
{
  GtkWidget *value = ssm_widget_find (GTK_WIDGET (self), GTK_TYPE_LIST_VIEW);
  int natural;

  gtk_widget_set_size_request (value, -1, -1);
  gtk_widget_measure (value, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
  gtk_widget_set_size_request (value, MIN (natural, MAX_VALUE_WIDTH), -1);
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
  g_signal_connect (self, "notify::selected-item", G_CALLBACK (keep_value_cb), NULL);
  g_signal_connect (self, "map", G_CALLBACK (keep_value_cb), NULL);
}
