/* SPDX-License-Identifier: GPL-3.0-or-later */

/* View state of one map: what is selected, how far it is zoomed, whether somebody writes,
 * and which examples nobody has looked at yet. It belongs neither to the document nor to a
 * widget: the canvas, the inspector and the status bar of one window share it. */

#pragma once

#include <glib-object.h>

#include "ssm-map.h"

G_BEGIN_DECLS

#define SSM_TYPE_SELECTION (ssm_selection_get_type ())
G_DECLARE_FINAL_TYPE (SsmSelection, ssm_selection, SSM, SELECTION, GObject)

/* Properties, all notified: "id" (string; "" is nothing), "field" (int, an SsmField),
 * "list" (int, an SsmList), "zoom" (double, 1 is 96 pixels per inch, 0 is fit), "editing"
 * (boolean). Signal "changed": what is selected is another thing now, or another text of
 * it. Signal "visited" (const char *id): an example lost its mark; "" where many changed. */

SsmSelection *ssm_selection_new (void);

/* The part that is selected; @field says which text of it, @list which cell of a stage. An
 * @id of "" or NULL selects nothing. */
void ssm_selection_select (SsmSelection *self, const char *id, SsmField field, SsmList list);

/* The part as a whole. */
void        ssm_selection_set_id (SsmSelection *self, const char *id);
const char *ssm_selection_get_id (SsmSelection *self);

SsmField ssm_selection_get_field (SsmSelection *self);
SsmList  ssm_selection_get_list  (SsmSelection *self);

/* The stage that the selected part will be in: while a criterion is begun that the map does
 * not have yet. NULL: none. Forgotten when something else is selected. */
void        ssm_selection_set_stage (SsmSelection *self, const char *stage);
const char *ssm_selection_get_stage (SsmSelection *self);

/* TRUE while a text of the selected part is being written. */
gboolean ssm_selection_get_editing (SsmSelection *self);
void     ssm_selection_set_editing (SsmSelection *self, gboolean editing);

double ssm_selection_get_zoom (SsmSelection *self);
void   ssm_selection_set_zoom (SsmSelection *self, double zoom);

/* Every example criterion of @map waits to be visited. */
void     ssm_selection_mark_examples (SsmSelection *self, const SsmMap *map);
void     ssm_selection_visit         (SsmSelection *self, const char *id);
gboolean ssm_selection_is_unvisited  (SsmSelection *self, const char *id);

G_END_DECLS
