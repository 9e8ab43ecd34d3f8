/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A button with a list of the fonts of this system. They are looked up when the list is
 * opened, and not before: that takes longer than the rest of a window. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* @action, a static string, takes the name of the family that is chosen; "" is the program's own. */
GtkWidget *ssm_font_button_new (const char *action);

G_END_DECLS
