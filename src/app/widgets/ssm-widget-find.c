/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-widget-find.h"

GtkWidget *
ssm_widget_find (GtkWidget *widget, GType type)
{
  g_return_val_if_fail (GTK_IS_WIDGET (widget), NULL);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found
        = g_type_is_a (G_OBJECT_TYPE (child), type) ? child : ssm_widget_find (child, type);

      if (found != NULL)
        return found;
    }

  return NULL;
}
