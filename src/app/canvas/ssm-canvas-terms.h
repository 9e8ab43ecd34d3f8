/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Terms on the page, on the screen only: words that are defined are marked and tell their
 * definition, words that look like terms and are not offer to be defined. */

#pragma once

#include "ssm-canvas-private.h"

G_BEGIN_DECLS

/* What is remembered of the terms. */
typedef struct _SsmCanvasTerms SsmCanvasTerms;

void ssm_canvas_terms_free (SsmCanvasTerms *terms);

/* Marks the words of every text; after each new page. */
void ssm_canvas_update_terms (SsmCanvas *self);

/* (transfer full): the definitions of the words in area @index, "" if there are none. */
char *ssm_canvas_term_words (SsmCanvas *self, guint index);

/* (transfer full): what the menu of area @index offers for its words. */
GMenu *ssm_canvas_term_section (SsmCanvas *self, guint index);

/* (transfer full): the menu of a definition. */
GMenu *ssm_canvas_definition_menu (SsmCanvas *self, guint index);

/* Tells what the word under the pointer means. */
gboolean ssm_canvas_query_tooltip (GtkWidget *widget, int x, int y, gboolean by_key,
                                   GtkTooltip *tooltip);

void ssm_canvas_class_add_term_actions (GtkWidgetClass *widget_class);

G_END_DECLS
