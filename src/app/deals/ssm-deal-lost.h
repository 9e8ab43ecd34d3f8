/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Asks why a deal is lost. Without one of the reasons that the team has agreed on it stays
 * open: what is not coded cannot be counted. */

#pragma once

#include <gtk/gtk.h>

#include "ssm-deal-board.h"

G_BEGIN_DECLS

/* Marks the chosen deal of @board lost when it is answered. */
void ssm_deal_lost_ask (GtkWindow *parent, SsmDealBoard *board);

G_END_DECLS
