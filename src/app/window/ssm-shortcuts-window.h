/* SPDX-License-Identifier: GPL-3.0-or-later */

/* All keys, to be read and searched: a row for each row of the table of actions that has
 * one. A list of our own, because GtkShortcutsWindow does not fit a narrow screen, writes
 * "Page_Down" and is on its way out of GTK. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* (transfer none) like any window. */
GtkWindow *ssm_shortcuts_window_new (GtkWindow *parent);

G_END_DECLS
