/* SPDX-License-Identifier: GPL-3.0-or-later */

/* All a window shows of one document: the page, the hint for those who are new, and the
 * status bar. Made for one document, thrown away with it. */

#pragma once

#include <gtk/gtk.h>

#include "ssm-map-view.h"

G_BEGIN_DECLS

#define SSM_TYPE_EDITOR (ssm_editor_get_type ())
G_DECLARE_FINAL_TYPE (SsmEditor, ssm_editor, SSM, EDITOR, GtkWidget)

SsmEditor *ssm_editor_new (SsmDocument *document);

/* Owned by the editor. */
SsmDocument  *ssm_editor_get_document  (SsmEditor *self);
SsmSelection *ssm_editor_get_selection (SsmEditor *self);
SsmMapView   *ssm_editor_get_view      (SsmEditor *self);
GtkWidget    *ssm_editor_get_status    (SsmEditor *self);

/* The map was made from a template: its examples wait to be visited, the title is the
 * first thing to write, and whoever is new is told how to go on. */
void ssm_editor_begin (SsmEditor *self);

G_END_DECLS
