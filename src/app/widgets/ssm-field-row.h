/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A row of a boxed list in which one text of a map is written: its name over the text,
 * which wraps. What is typed is in the map at once, and one visit is one step to undo. */

#pragma once

#include <gtk/gtk.h>

#include "ssm-writing.h"

G_BEGIN_DECLS

#define SSM_TYPE_FIELD_ROW (ssm_field_row_get_type ())
G_DECLARE_FINAL_TYPE (SsmFieldRow, ssm_field_row, SSM, FIELD_ROW, GtkListBoxRow)

/* Properties: "title" (string), what the text is; "ends" (boolean): Return is for whoever
 * listens, and does not lead to the next control. Signals: "entered" (): Return was pressed
 * and the text is written. "left" (): the keyboard has gone from it. */

GtkWidget *ssm_field_row_new (const char *title);

/* Once: the row is for this field. */
void ssm_field_row_follow (SsmFieldRow *self, SsmDocument *document, SsmField field);

/* Shows the text of the part @id, also after the map has changed; only what differs is
 * set, so that the caret stays. */
void ssm_field_row_show (SsmFieldRow *self, const char *id);

/* Writes on @writing, (transfer full), which is for a part to come. */
void ssm_field_row_begin (SsmFieldRow *self, SsmWriting *writing);

/* The id of what is written or shown; owned by the row. */
const char *ssm_field_row_get_id (SsmFieldRow *self);

/* FALSE also where what was written is gone. */
gboolean ssm_field_row_is_writing (SsmFieldRow *self);

/* No more typing: what was written is one step. */
void ssm_field_row_finish (SsmFieldRow *self);

/* A control at the end of the row. */
void ssm_field_row_add_suffix (SsmFieldRow *self, GtkWidget *widget);

G_END_DECLS
