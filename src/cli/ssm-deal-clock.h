/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How long deals of a table have stayed in each stage, which limits those for which the team
 * has set none. */

#pragma once

#include "ssm-deal-path.h"
#include "ssm-table-input.h"

G_BEGIN_DECLS

/* Reads all of @input and says of each stage of @path how long deals have stayed in it. A
 * table tells of stays that have ended where it says since when a deal was in the stage in
 * which it was closed, and when that was; or where it has a column of days for each stage.
 * Where it tells nothing of that, or the team has set every limit, nothing is read. FALSE
 * with an error where reading failed. */
gboolean ssm_deal_clock_take (SsmDealPath *path, const SsmTableInput *input, GError **error);

G_END_DECLS
