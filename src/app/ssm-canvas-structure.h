/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the files that change the structure of the map share: ssm-canvas-drag.c for
 * dragging, -stage.c for what keys and menus ask of stages. */

#pragma once

#include "ssm-canvas-private.h"

G_BEGIN_DECLS

typedef struct _SsmDrag SsmDrag;

/* The area of what is selected, and the id of the stage that is or holds it; NULL where
 * there is none. Owned by the page. */
const SsmArea *ssm_canvas_selected_area  (SsmCanvas *self);
const char    *ssm_canvas_selected_stage (SsmCanvas *self);

/* TRUE where something can be dragged away from a point of the canvas, in pixels. */
gboolean ssm_canvas_can_drag    (SsmCanvas *self, double x, double y);
void     ssm_canvas_add_drag    (SsmCanvas *self);
gboolean ssm_canvas_cancel_drag (SsmCanvas *self); /* FALSE if nothing was dragged */

/* Whether what @gesture has seen last belongs to a widget that lies over the page. */
gboolean ssm_canvas_is_on_widget (SsmCanvas *self, GtkGesture *gesture, double x, double y);

/* @index: of the area it is for, -1 for the page. */
void ssm_canvas_open_menu (SsmCanvas *self, int index, double x, double y);

/* The button that puts a stage between two: updated where the pointer, the selection or
 * the page is another one, placed when sizes are handed out. */
GtkWidget *ssm_canvas_insert_new    (SsmCanvas *self);
void       ssm_canvas_update_insert (SsmCanvas *self);
void       ssm_canvas_hover_insert  (SsmCanvas *self, double x, double y);
void       ssm_canvas_place_insert  (SsmCanvas *self);

/* Runs a command that selects a name, and lets it be written. */
void ssm_canvas_run_and_name (SsmCanvas *self, SsmCommand *command);

void ssm_canvas_class_add_stage_actions (GtkWidgetClass *widget_class);
void ssm_canvas_update_stage_actions    (SsmCanvas *self);

G_END_DECLS
