/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the keys do on a block of the page. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void ssm_block_class_add_keys (GtkWidgetClass *widget_class);

/* What a key does on a block, as the name of an action of the canvas, or NULL. */
const char *ssm_block_action_of_key (guint keyval, GdkModifierType state);

G_END_DECLS
