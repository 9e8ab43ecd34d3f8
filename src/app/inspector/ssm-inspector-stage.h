/* SPDX-License-Identifier: GPL-3.0-or-later */

/* All about one stage: its name and block, what is done in it and by whom, its criteria,
 * what a record is after it, and when a deal in it is late. */

#pragma once

#include <gtk/gtk.h>

#include "ssm-document.h"
#include "ssm-selection.h"

G_BEGIN_DECLS

#define SSM_TYPE_INSPECTOR_STAGE (ssm_inspector_stage_get_type ())
G_DECLARE_FINAL_TYPE (SsmInspectorStage, ssm_inspector_stage, SSM, INSPECTOR_STAGE, GtkBox)

/* Once, before anything else. */
void ssm_inspector_stage_follow (SsmInspectorStage *self, SsmDocument *document,
                                 SsmSelection *selection);

/* Shows the stage @id as it is now, and what is said of @selected, the part of it that is
 * selected; sets only what differs. */
void ssm_inspector_stage_show (SsmInspectorStage *self, const char *id,
                               const char *selected);

/* The row of a criterion, or NULL. */
GtkWidget *ssm_inspector_stage_find (SsmInspectorStage *self, const char *criterion);

/* Gives the keyboard to the row of a criterion; FALSE if there is none. */
gboolean ssm_inspector_stage_focus (SsmInspectorStage *self, const char *criterion);

/* Gives it to the proof of a criterion; FALSE if there is none. */
gboolean ssm_inspector_stage_edit_proof (SsmInspectorStage *self, const char *criterion);

/* Takes the keyboard to the name. */
void ssm_inspector_stage_name (SsmInspectorStage *self);

G_END_DECLS
