/* SPDX-License-Identifier: GPL-3.0-or-later */

/* All deals, to be searched and sorted; the one that is selected is the board's choice. */

#pragma once

#include <gtk/gtk.h>

#include "ssm-deal-board.h"

G_BEGIN_DECLS

#define SSM_TYPE_DEAL_LIST (ssm_deal_list_get_type ())
G_DECLARE_FINAL_TYPE (SsmDealList, ssm_deal_list, SSM, DEAL_LIST, GtkWidget)

void ssm_deal_list_follow  (SsmDealList *self, SsmDealBoard *board);
void ssm_deal_list_refresh (SsmDealList *self);

/* Shows only the open deals that miss the criterion @id, until the search is cleared. */
void ssm_deal_list_show_missing (SsmDealList *self, const char *id);

G_END_DECLS
