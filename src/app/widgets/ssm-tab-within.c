/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-tab-within.h"

gboolean
ssm_tab_within (GtkWidget *widget, GtkDirectionType direction)
{
  gboolean backward = direction == GTK_DIR_TAB_BACKWARD || direction == GTK_DIR_UP;
  GtkWidget *child = gtk_widget_get_focus_child (widget);

  if (child == NULL)
    child = backward ? gtk_widget_get_last_child (widget) : gtk_widget_get_first_child (widget);
  while (child != NULL && !gtk_widget_child_focus (child, direction))
    child = backward ? gtk_widget_get_prev_sibling (child)
                     : gtk_widget_get_next_sibling (child);

  return child != NULL;
}
