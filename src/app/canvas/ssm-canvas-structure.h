/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the files that change the structure of the map share: ssm-canvas-drag.c for
 * dragging, -link.c for return paths, -insert.c for the button between stages, -stage.c for
 * what keys and menus ask of stages. */

#pragma once

#include "ssm-canvas-private.h"

G_BEGIN_DECLS

typedef struct _SsmDrag SsmDrag;

/* The map as it is now, without what is only tried. Owned by the document. */
static inline SsmMap *
ssm_canvas_get_map (SsmCanvas *self)
{
  return ssm_document_get_map (self->document);
}

/* What a point of the page can be dragged for. */
typedef enum
{
  SSM_GRIP_PART,     /* the criterion or stage itself */
  SSM_GRIP_NEW_LINK, /* a return path that begins at the stage */
  SSM_GRIP_FROM,     /* the beginning of the return path, */
  SSM_GRIP_TO        /* and its end */
} SsmGripKind;

typedef struct
{
  SsmGripKind kind;
  int area;      /* of the part, -1: there is no grip */
  SsmSpot other; /* the end of the path that stays */
} SsmGrip;

/* The area of what is selected, and the id of the stage that is or holds it; NULL where
 * there is none. Owned by the page. */
const SsmArea *ssm_canvas_selected_area  (SsmCanvas *self);
const char    *ssm_canvas_selected_stage (SsmCanvas *self);

/* TRUE where something can be dragged away from a point of the canvas, in pixels. */
gboolean ssm_canvas_can_drag    (SsmCanvas *self, double x, double y);
void     ssm_canvas_add_drag    (SsmCanvas *self);
gboolean ssm_canvas_cancel_drag (SsmCanvas *self); /* FALSE if nothing was dragged */

/* What is dragged leaves the window: the page is as it was, and the desktop drags on.
 * @gesture: that dragged it so far. */
void ssm_canvas_drag_out    (SsmCanvas *self, GtkGesture *gesture);
void ssm_canvas_add_drop    (SsmCanvas *self);

/* The command of dropping the part @id at a point of the canvas, in pixels, or NULL;
 * (transfer full). */
SsmCommand *ssm_canvas_drop_part (SsmCanvas *self, const char *id, double x, double y);

/* Whether what @gesture has seen last belongs to a widget that lies over the page. */
gboolean ssm_canvas_is_on_widget (SsmCanvas *self, GtkGesture *gesture, double x, double y);

/* @index: of the area it is for, -1 for the page. */
void ssm_canvas_open_menu (SsmCanvas *self, int index, double x, double y);

/* Opens a menu at what is selected. */
void ssm_canvas_popup (SsmCanvas *self, GMenu *model);

/* The button that puts a stage between two: updated where the pointer, the selection or
 * the page is another one, placed when sizes are handed out. */
GtkWidget *ssm_canvas_insert_new    (SsmCanvas *self);
void       ssm_canvas_update_insert (SsmCanvas *self);
void       ssm_canvas_hover_insert  (SsmCanvas *self, double x, double y);
void       ssm_canvas_place_insert  (SsmCanvas *self);

/* Runs a command that selects a name, and lets it be written. */
void ssm_canvas_run_and_name (SsmCanvas *self, SsmCommand *command);

/* The grip of a return path at a point of the canvas, in pixels. */
SsmGrip ssm_canvas_link_grip (SsmCanvas *self, double x, double y);

/* (transfer full): the command of dropping @grip on a stage of @page, or NULL. */
SsmCommand *ssm_canvas_link_drop (SsmCanvas *self, const SsmGrip *grip, const SsmPage *page,
                                  int stage);
void        ssm_canvas_snapshot_links (SsmCanvas *self, GtkSnapshot *snapshot);

/* The path that is being dragged, in points of the page, and the stage it would lead to or
 * -1; FALSE where none is. */
gboolean ssm_canvas_get_dragged_link (SsmCanvas *self, SsmGrip *grip, SsmSpot *pointer,
                                      int *stage);

/* Menus of places that a path can lead to or come from. */
GMenu *ssm_canvas_link_menu (SsmCanvas *self, const char *stage);
GMenu *ssm_canvas_lost_menu (SsmCanvas *self);
GMenu *ssm_canvas_ends_menu (SsmCanvas *self, const char *link);

void ssm_canvas_class_add_link_actions (GtkWidgetClass *widget_class);
void ssm_canvas_class_add_stage_actions (GtkWidgetClass *widget_class);
void ssm_canvas_update_stage_actions    (SsmCanvas *self);

/* Ends the text that is written without moving the keyboard; or only takes the editor away. */
void ssm_canvas_finish_writing (SsmCanvas *self);
void ssm_canvas_drop_writing   (SsmCanvas *self);

/* A key, an SsmEditorKey, leads from the text that is written; lines are pasted into it. */
void     ssm_canvas_take_key   (SsmInlineEditor *editor, int key, SsmCanvas *self);
gboolean ssm_canvas_take_lines (SsmCanvas *self, SsmInlineEditor *editor, char **items);

/* Undo or redo has set the map: selects what they have changed. */
void ssm_canvas_show_restored (SsmCanvas *self);

G_END_DECLS
