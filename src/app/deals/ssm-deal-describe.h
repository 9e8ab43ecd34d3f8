/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A deal in one line, below its name. */

#pragma once

#include "ssm-deal-board.h"

G_BEGIN_DECLS

/* (transfer full): "€ 84,000 · Ines Marek · opened 4 Sep 2026 · CRM id 48213", and in front
 * of it how it ended if it has. */
char *ssm_deal_describe (SsmDealBoard *board, const SsmPart *deal);

G_END_DECLS
