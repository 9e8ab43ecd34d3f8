/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What to ask so that a criterion can be answered. */

#pragma once

#include "ssm-deal-path.h"

G_BEGIN_DECLS

/* (transfer full): the question of the criterion's letter, then what counts as proof of it,
 * as far as the map says: "Who signs at this amount? Proof: name, and who said so". A
 * question is never missing. @words: of the map's language. */
char *ssm_deal_question (const SsmPathCriterion *criterion, const SsmLanguage *words);

/* The same in a few words: what counts as proof, else the question. */
char *ssm_deal_question_short (const SsmPathCriterion *criterion, const SsmLanguage *words);

G_END_DECLS
