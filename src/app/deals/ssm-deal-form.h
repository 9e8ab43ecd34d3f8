/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The form of one deal: what it is, how far it has come, and the criteria that count now.
 * What was proved before, and what lies behind the claim, is folded into one line each. */

#pragma once

#include <gtk/gtk.h>

#include "ssm-deal-board.h"

G_BEGIN_DECLS

#define SSM_TYPE_DEAL_FORM (ssm_deal_form_get_type ())
G_DECLARE_FINAL_TYPE (SsmDealForm, ssm_deal_form, SSM, DEAL_FORM, GtkWidget)

/* Signal "leave" (): Tab leads from the criteria to what comes behind the form. */

void ssm_deal_form_follow (SsmDealForm *self, SsmDealBoard *board);

/* Shows the chosen deal, also after it has changed. */
void ssm_deal_form_refresh (SsmDealForm *self);

/* A new deal: its name is asked for first. */
void ssm_deal_form_begin (SsmDealForm *self);

/* The keyboard goes to the first criterion that is not proved. */
gboolean ssm_deal_form_edit (SsmDealForm *self);

G_END_DECLS
