/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One area of the page as a widget: it paints itself, takes the focus, has keys and a name
 * for screen readers. What keys and actions do is the canvas's business. */

#pragma once

#include <gtk/gtk.h>

#include "ssm-page.h"
#include "ssm-term-marks.h"

G_BEGIN_DECLS

#define SSM_TYPE_BLOCK (ssm_block_get_type ())
G_DECLARE_FINAL_TYPE (SsmBlock, ssm_block, SSM, BLOCK, GtkWidget)

/* Signal "focused" (): the keyboard has come here.
 * Actions: block.select takes the keyboard here, block.edit writes here. */

/* The accessible role follows from @role and stays. */
GtkWidget *ssm_block_new (SsmAreaRole role);

/* Shows area @index of @page from now on. */
void  ssm_block_set_area  (SsmBlock *self, SsmPage *page, guint index);
guint ssm_block_get_index (SsmBlock *self);

/* Whether the question of an empty place is shown. */
gboolean ssm_block_is_empty (SsmBlock *self);

/* What is told of the marked word at a point of the page, or NULL. Owned by the block. */
const char *ssm_block_words_at (SsmBlock *self, double x, double y);

/* Allocates the block; @scale is pixels per point, @x and @y are where the parent stands
 * on the page, in pixels. */
void ssm_block_place (SsmBlock *self, double scale, int x, int y);

/* What a screen reader says. */
void ssm_block_set_names (SsmBlock *self, const char *name, const char *description);

/* The example mark: a dotted line under a text nobody has looked at yet. */
void ssm_block_set_unvisited (SsmBlock *self, gboolean unvisited);

/* Marks @marks, SsmTermMark, as words that are defined; a pointer over one is told its
 * words. */
void ssm_block_set_marks (SsmBlock *self, GArray *marks);

/* The mark of a date that has come. */
void ssm_block_set_due (SsmBlock *self, gboolean due);

/* Nothing stands here yet: the question of the area is shown. */
void ssm_block_set_empty (SsmBlock *self, gboolean empty);

void ssm_block_set_selected (SsmBlock *self, gboolean selected);

/* (transfer full): who a block is, the same on every page that shows the same thing. */
char *ssm_block_key (const SsmArea *area);

G_END_DECLS
