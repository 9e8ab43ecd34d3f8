/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is selected on the page, and where on it the keyboard is: on a block, in the editor,
 * or on the page itself where nothing is selected. */

#pragma once

#include "ssm-canvas.h"

G_BEGIN_DECLS

/* The area of what is selected, and of a place in the map, or -1. */
int ssm_canvas_selected (SsmCanvas *self);
int ssm_canvas_find     (SsmCanvas *self, const SsmPlaceInMap *place);

/* Gives an area the keyboard; -1 does nothing. */
void ssm_canvas_select_area (SsmCanvas *self, int index);

/* Only selects it. */
void ssm_canvas_note_selected (SsmCanvas *self, int index);

/* The page has the keyboard: letters write nothing. */
void ssm_canvas_select_nothing (SsmCanvas *self);

gboolean ssm_canvas_has_keyboard (SsmCanvas *self);

/* Gives the keyboard to what is selected, or else to the first text. */
gboolean ssm_canvas_focus_any (SsmCanvas *self);

G_END_DECLS
