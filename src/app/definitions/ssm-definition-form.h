/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The right pane of the Definitions view: all about one term, each text where it is
 * changed. Signal "toast" (words): a step with more to it than was seen is done. */

#pragma once

#include <gtk/gtk.h>

#include "ssm-document.h"

G_BEGIN_DECLS

#define SSM_TYPE_DEFINITION_FORM (ssm_definition_form_get_type ())
G_DECLARE_FINAL_TYPE (SsmDefinitionForm, ssm_definition_form, SSM, DEFINITION_FORM,
                      GtkWidget)

/* Once, before anything else. */
void ssm_definition_form_follow (SsmDefinitionForm *self, SsmDocument *document);

/* Shows the definition @id as it is now in the document; there must be one. */
void ssm_definition_form_show (SsmDefinitionForm *self, const char *id);

/* Gives the keyboard to the term or to what it means, with all of it selected, or to the
 * places of use. */
void ssm_definition_form_edit_term (SsmDefinitionForm *self);
void ssm_definition_form_edit_text (SsmDefinitionForm *self);
void ssm_definition_form_show_uses (SsmDefinitionForm *self);

G_END_DECLS
