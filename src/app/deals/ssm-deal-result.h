/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the answers of a deal come to: where it is stuck and for how long, what is missing to
 * move it, and what is done about that by whom and when. */

#pragma once

#include <gtk/gtk.h>

#include "ssm-deal-board.h"

G_BEGIN_DECLS

#define SSM_TYPE_DEAL_RESULT (ssm_deal_result_get_type ())
G_DECLARE_FINAL_TYPE (SsmDealResult, ssm_deal_result, SSM, DEAL_RESULT, GtkWidget)

void ssm_deal_result_follow (SsmDealResult *self, SsmDealBoard *board);

/* Shows the chosen deal, also after it has changed. */
void ssm_deal_result_refresh (SsmDealResult *self);

/* Beside the form it scrolls alone, so that how to leave with it is always seen; below the
 * form it scrolls with that. */
void ssm_deal_result_set_beside (SsmDealResult *self, gboolean beside);

G_END_DECLS
