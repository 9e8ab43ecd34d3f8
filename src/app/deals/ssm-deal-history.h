/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The diagnoses of a deal that were kept, the last one first, and what has changed since. */

#pragma once

#include <gtk/gtk.h>

#include "ssm-deal-board.h"

G_BEGIN_DECLS

#define SSM_TYPE_DEAL_HISTORY (ssm_deal_history_get_type ())
G_DECLARE_FINAL_TYPE (SsmDealHistory, ssm_deal_history, SSM, DEAL_HISTORY, GtkWidget)

void ssm_deal_history_follow  (SsmDealHistory *self, SsmDealBoard *board);
void ssm_deal_history_refresh (SsmDealHistory *self);

G_END_DECLS
