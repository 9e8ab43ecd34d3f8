/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the files that change the structure of the map share: ssm-canvas-stage.c for what
 * keys and menus ask of stages. */

#pragma once

#include "ssm-canvas-private.h"

G_BEGIN_DECLS

/* The area of what is selected, and the id of the stage that is or holds it; NULL where
 * there is none. Owned by the page. */
const SsmArea *ssm_canvas_selected_area  (SsmCanvas *self);
const char    *ssm_canvas_selected_stage (SsmCanvas *self);

void ssm_canvas_class_add_stage_actions (GtkWidgetClass *widget_class);
void ssm_canvas_update_stage_actions    (SsmCanvas *self);

G_END_DECLS
