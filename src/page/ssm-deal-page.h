/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Diagnosis → page: one deal on one sheet, to be handed over, printed or sent. */

#pragma once

#include "ssm-diagnosis.h"
#include "ssm-map-page.h"

G_BEGIN_DECLS

/* (transfer full); always one page: what is too much is set smaller, and then counted
 * instead of shown. @deal: of a book. @as_of: the day of the diagnosis, YYYY-MM-DD.
 * @options: NULL for the map's own paper, which lies upright unless they say otherwise;
 * of them, paper and theme count. */
SsmPage *ssm_deal_page_new (const SsmDiagnosis *diagnosis, const SsmPart *deal,
                            const char *as_of, const SsmPageOptions *options);

G_END_DECLS
