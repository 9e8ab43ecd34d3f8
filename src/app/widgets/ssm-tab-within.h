/* SPDX-License-Identifier: GPL-3.0-or-later */

/* GTK takes a widget that says where in it the keyboard is best, by grab_focus, for one that
 * can have it: Tab into it then leads there and not to its beginning, and Shift+Tab never
 * leads out of it. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* For GtkWidgetClass.focus of such a widget whose children stand in the order in which they
 * are read. */
gboolean ssm_tab_within (GtkWidget *widget, GtkDirectionType direction);

G_END_DECLS
