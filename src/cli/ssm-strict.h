/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a map holds that nobody sees on its page. */

#pragma once

#include "ssm-check.h"
#include "ssm-page.h"

G_BEGIN_DECLS

/* Appends to @findings, SsmFinding, a warning for each text with characters that hide or
 * reorder it, and one for the characters of @page that no font has. */
void ssm_strict_find (const SsmMap *map, const SsmPage *page, GPtrArray *findings);

G_END_DECLS
