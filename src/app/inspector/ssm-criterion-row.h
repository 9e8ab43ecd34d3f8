/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One criterion in the inspector: its words, the proof it asks for and its MEDDPICC tag;
 * opened, a form for all of these and for the column of the CRM that answers it. */

#pragma once

#include <gtk/gtk.h>

#include "ssm-document.h"
#include "ssm-selection.h"

G_BEGIN_DECLS

#define SSM_TYPE_CRITERION_ROW (ssm_criterion_row_get_type ())
G_DECLARE_FINAL_TYPE (SsmCriterionRow, ssm_criterion_row, SSM, CRITERION_ROW,
                      GtkListBoxRow)

/* A row for the criterion @id, which it shows for life. The criterion becomes what
 * @selection has selected when the keyboard comes to the row. */
GtkWidget *ssm_criterion_row_new (SsmDocument *document, SsmSelection *selection,
                                  const char *id);

/* Owned by the row. */
const char *ssm_criterion_row_get_id (SsmCriterionRow *self);

/* Shows the criterion as it is now; it must be in the map. */
void ssm_criterion_row_refresh (SsmCriterionRow *self);

gboolean ssm_criterion_row_get_open (SsmCriterionRow *self);
void     ssm_criterion_row_set_open (SsmCriterionRow *self, gboolean open);

/* Opens the row and gives the keyboard to the proof. */
void ssm_criterion_row_edit_proof (SsmCriterionRow *self);

G_END_DECLS
