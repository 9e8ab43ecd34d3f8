/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The eight colours of the stages to choose from. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A column of buttons, each with a patch, number and name of a colour, that activates
 * @action with its number, 1 … 8, and closes the popover it is in. */
GtkWidget *ssm_swatches_new (const char *action);

/* "2 Blue"; @colour is 1 … 8. */
const char *ssm_swatch_name (guint colour);

G_END_DECLS
