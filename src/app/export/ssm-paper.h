/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a sheet of paper is called. */

#pragma once

#include "ssm-page.h"

G_BEGIN_DECLS

/* (transfer full): "A4 landscape", or "420 × 297 mm" where the map, of which @page was made,
 * names no paper. */
char *ssm_paper_describe (const SsmMap *map, const SsmPage *page);

/* (transfer full): the same for the paper called @paper. */
char *ssm_paper_describe_page (const char *paper, const SsmPage *page);

G_END_DECLS
