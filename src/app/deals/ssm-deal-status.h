/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The line below the deals: the keys that work where the keyboard is, and where deals are
 * kept. */

#pragma once

#include <gtk/gtk.h>

#include "ssm-deal-board.h"

G_BEGIN_DECLS

#define SSM_TYPE_DEAL_STATUS (ssm_deal_status_get_type ())
G_DECLARE_FINAL_TYPE (SsmDealStatus, ssm_deal_status, SSM, DEAL_STATUS, GtkWidget)

/* Once: from now on the line is about this board. */
void ssm_deal_status_follow (SsmDealStatus *self, SsmDealBoard *board);

G_END_DECLS
