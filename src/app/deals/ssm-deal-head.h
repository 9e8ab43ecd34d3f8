/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a deal is: its name, and what the CRM knows of it, which opens to be written in. */

#pragma once

#include <gtk/gtk.h>

#include "ssm-deal-board.h"

G_BEGIN_DECLS

#define SSM_TYPE_DEAL_HEAD (ssm_deal_head_get_type ())
G_DECLARE_FINAL_TYPE (SsmDealHead, ssm_deal_head, SSM, DEAL_HEAD, GtkWidget)

/* Signal "done" (): a new deal is described, or was not wanted. */

void ssm_deal_head_follow  (SsmDealHead *self, SsmDealBoard *board);
void ssm_deal_head_refresh (SsmDealHead *self);

/* Asks for the name of a new deal, and what else is known of it. There is a deal with the
 * first letter. */
void ssm_deal_head_begin (SsmDealHead *self);

/* Whether a new deal is being asked for and has no letter yet. */
gboolean ssm_deal_head_is_beginning (SsmDealHead *self);

G_END_DECLS
