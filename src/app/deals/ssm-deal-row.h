/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A deal in the list of deals: where it is, what it is called, and how long it is over the
 * limit. */

#pragma once

#include <gtk/gtk.h>

#include "ssm-deal-board.h"

G_BEGIN_DECLS

#define SSM_TYPE_DEAL_ROW (ssm_deal_row_get_type ())
G_DECLARE_FINAL_TYPE (SsmDealRow, ssm_deal_row, SSM, DEAL_ROW, GtkWidget)

GtkWidget *ssm_deal_row_new (SsmDealBoard *board);

/* Shows @item for as long as it is set, however it changes; NULL: nothing. */
void ssm_deal_row_set_item (SsmDealRow *self, SsmDealItem *item);

G_END_DECLS
