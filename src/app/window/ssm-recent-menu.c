/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-recent-menu.h"

#include <glib/gi18n-lib.h>

#include "ssm-recent.h"

/* Maps in it. */
#define MENU_RECENT 8

void
ssm_recent_menu_fill (AdwSplitButton *button)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GListModel) recent = ssm_recent_load ();
  guint n = MIN (g_list_model_get_n_items (recent), MENU_RECENT);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (SsmRecentItem) item = g_list_model_get_item (recent, i);
      g_autofree char *uri = g_file_get_uri (ssm_recent_item_get_file (item));
      g_autoptr (GMenuItem) row = g_menu_item_new (NULL, NULL);
      g_auto (GStrv) words = g_strsplit (ssm_recent_item_get_title (item), "_", -1);
      g_autofree char *label = g_strjoinv ("__", words);

      g_menu_item_set_label (row, label);
      g_menu_item_set_action_and_target (row, "win.open-uri", "s", uri);
      g_menu_append_item (menu, row);
    }
  adw_split_button_set_menu_model (button, n > 0 ? G_MENU_MODEL (menu) : NULL);
}

/* libadwaita gives this part of its button a tooltip and no name. */
void
ssm_recent_menu_name (AdwSplitButton *button)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (button)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_MENU_BUTTON (child))
      gtk_accessible_update_property (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      _ ("Recent maps"), -1);
}
