/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What to ask so that a criterion can be answered. */

#pragma once

#include "ssm-deal-path.h"

G_BEGIN_DECLS

/* (transfer full): the question of the criterion's letter, and what counts as proof of
 * it, as far as the map says: "Who signs at this amount? Proof: name, and who said so".
 * Where it says neither, what could be asked of anything: a question is never missing.
 * @words: of the map's language. */
char *ssm_deal_question (const SsmPathCriterion *criterion, const SsmLanguage *words);

G_END_DECLS
