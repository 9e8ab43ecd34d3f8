/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The window that says what program this is, and what a bug report should tell of it. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* (transfer none) like any window. */
GtkWindow *ssm_about_window_new (GtkWindow *parent);

G_END_DECLS
