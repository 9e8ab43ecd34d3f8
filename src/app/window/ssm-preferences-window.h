/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The preferences: a row for each choice of ssm-settings.h, and the kept drafts. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* (transfer none) like any window. */
GtkWindow *ssm_preferences_window_new (GtkWindow *parent);

G_END_DECLS
