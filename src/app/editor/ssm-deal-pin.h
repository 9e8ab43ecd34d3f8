/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The chosen deal on the map that is seen, while somebody wants it there. */

#pragma once

#include "ssm-canvas.h"
#include "ssm-deal-board.h"

G_BEGIN_DECLS

/* For as long as both live. */
void ssm_deal_pin_follow (SsmDealBoard *board, SsmCanvas *canvas);

G_END_DECLS
