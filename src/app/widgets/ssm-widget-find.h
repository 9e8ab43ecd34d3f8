/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What GTK and libadwaita keep private within their widgets. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* (transfer none) (nullable): the first widget of @type below @widget, depth first. */
GtkWidget *ssm_widget_find (GtkWidget *widget, GType type);

G_END_DECLS
