/* SPDX-License-Identifier: GPL-3.0-or-later */

/* All a window shows of one document: its views, the hint for those who are new, and the
 * status bar. Made for one document, thrown away with it. */

#pragma once

#include <adwaita.h>

#include "ssm-deals-view.h"
#include "ssm-inspector.h"
#include "ssm-map-view.h"
#include "ssm-measurement-view.h"
#include "ssm-side-pane.h"

G_BEGIN_DECLS

#define SSM_TYPE_EDITOR (ssm_editor_get_type ())
G_DECLARE_FINAL_TYPE (SsmEditor, ssm_editor, SSM, EDITOR, GtkWidget)

SsmEditor *ssm_editor_new (SsmDocument *document);

/* Owned by the editor. */
SsmDocument  *ssm_editor_get_document  (SsmEditor *self);
SsmSelection *ssm_editor_get_selection (SsmEditor *self);
SsmMapView   *ssm_editor_get_view      (SsmEditor *self);
SsmDealsView *ssm_editor_get_deals     (SsmEditor *self);
SsmMeasurementView *ssm_editor_get_measurement (SsmEditor *self);
GtkWidget    *ssm_editor_get_status    (SsmEditor *self);
SsmSidePane  *ssm_editor_get_side      (SsmEditor *self);
SsmInspector *ssm_editor_get_inspector (SsmEditor *self);

/* Opens the inspector, or closes it and gives the page the keyboard. */
void ssm_editor_toggle_inspector (SsmEditor *self);

/* The view that is shown, as a place for the keyboard. */
GtkWidget *ssm_editor_get_shown (SsmEditor *self);

/* Opens the inspector at the proof of the criterion that is selected. */
void ssm_editor_inspect (SsmEditor *self);

/* Lets @switcher switch the views; where there is no room for it, a bar at the bottom
 * does. */
void ssm_editor_use_switcher (SsmEditor *self, AdwViewSwitcherTitle *switcher);

/* Whether the window has room for one pane only. The signal "layout-changed" says that this
 * may have changed, or which view is seen. */
gboolean ssm_editor_is_narrow (SsmEditor *self);

/* Shows "map", "definitions", "measurement" or "deals" and gives it the keyboard. */
void        ssm_editor_show          (SsmEditor *self, const char *view);
const char *ssm_editor_get_view_name (SsmEditor *self);

/* Shows the part @id, a definition in its view and everything else on the map, selects it
 * and gives it the keyboard. */
void ssm_editor_go_to (SsmEditor *self, const char *id);

/* Opens the bar for finding, or for replacing too. */
void ssm_editor_find (SsmEditor *self, gboolean replace);

/* The next (1) or previous (-1) place of what is looked for. */
void ssm_editor_find_step (SsmEditor *self, int step);

/* Shows the definition of @term, a new one if there is none, to be written. */
void ssm_editor_define (SsmEditor *self, const char *term);

/* The map was made from a template: its examples wait to be visited, the title is the
 * first thing to write, and whoever is new is told how to go on. */
void ssm_editor_begin (SsmEditor *self);

G_END_DECLS
