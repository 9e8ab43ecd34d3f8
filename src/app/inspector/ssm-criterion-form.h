/* SPDX-License-Identifier: GPL-3.0-or-later */

/* All about one criterion, as rows to write in: the text, the proof, the MEDDPICC letter,
 * and the test of a CRM field that answers it by itself. */

#pragma once

#include <gtk/gtk.h>

#include "ssm-document.h"

G_BEGIN_DECLS

#define SSM_TYPE_CRITERION_FORM (ssm_criterion_form_get_type ())
G_DECLARE_FINAL_TYPE (SsmCriterionForm, ssm_criterion_form, SSM, CRITERION_FORM, GtkBox)

GtkWidget *ssm_criterion_form_new (SsmDocument *document, const char *id);

/* Shows the criterion as it is now; sets only what differs. */
void ssm_criterion_form_refresh (SsmCriterionForm *self);

/* Gives the keyboard to the proof. */
void ssm_criterion_form_edit_proof (SsmCriterionForm *self);

G_END_DECLS
