/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the canvas does with the clipboard, for its actions; see also ssm-canvas.h. */

#pragma once

#include "ssm-canvas-private.h"

G_BEGIN_DECLS

/* What is selected. */
void ssm_canvas_copy (SsmCanvas *self);
void ssm_canvas_cut  (SsmCanvas *self);

/* (transfer full): what is selected in all forms that can be copied, or NULL. */
GdkContentProvider *ssm_canvas_selected_content (SsmCanvas *self);

/* To what is selected. */
void ssm_canvas_paste (SsmCanvas *self);

void ssm_canvas_copy_stage   (SsmCanvas *self, const char *stage);
void ssm_canvas_copy_picture (SsmCanvas *self);

/* A text that is pasted where somebody writes, if stages wait for it; else FALSE. */
gboolean ssm_canvas_take_stages (SsmCanvas *self, const char *text);

/* Not one part but the map. */
gboolean ssm_canvas_is_whole_selected (SsmCanvas *self);

G_END_DECLS
