/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The question that stands in an empty cell: on the screen only. */

#pragma once

#include <gtk/gtk.h>

#include "ssm-page.h"

G_BEGIN_DECLS

/* Asks the question of area @index; @scale is pixels per point, @widget gives the font. */
void ssm_block_prompt_append (GtkSnapshot *snapshot, GtkWidget *widget, const SsmPage *page,
                              guint index, double scale);

G_END_DECLS
