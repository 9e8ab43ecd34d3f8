/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A diagnosis in the words of the map's language: the same sentences on the page, in the
 * window, in a chat and in a terminal. All are (transfer full); texts of the map and of
 * the deal stand in them as they are. */

#pragma once

#include "ssm-diagnosis.h"

G_BEGIN_DECLS

/* "3 Discovery"; @stage: of the path. */
char *ssm_deal_words_stage (const SsmDealPath *path, int stage);

/* "Stuck in", "Working in"; owned by @words. */
const char *ssm_deal_words_state (const SsmDiagnosis *diagnosis,
                                  const SsmLanguage *words);

/* "34 days here, 13 over the limit of 21" */
char *ssm_deal_words_clock (const SsmDiagnosis *diagnosis, const SsmLanguage *words);

/* "3 criteria are missing. The CRM shows 4 Proposal, one stage ahead of the evidence."
 * With what else is to be known. @close: the day it was to close, YYYY-MM-DD. */
char *ssm_deal_words_summary (const SsmDiagnosis *diagnosis, const char *close,
                              const SsmLanguage *words);

/* "Yes", "Not known"; owned by @words. */
const char *ssm_deal_words_verdict (SsmVerdict verdict, const SsmLanguage *words);

/* "€ 84,000"; "" where @deal, of a book, has no amount. */
char *ssm_deal_words_amount (const SsmPart *deal, const SsmLanguage *words);

/* "Ines Marek, by Friday 27 Nov 2026"; @next: of a book. */
char *ssm_deal_words_who (const SsmPart *next, const SsmLanguage *words);

/* "Deal diagnosis against Northgate sales system, version 1.3" */
char *ssm_deal_words_against (const SsmMap *map, const SsmLanguage *words);

/* What stands beside a criterion: the evidence; else, where the answer lacks something,
 * what that is, and where nobody knows, what to ask. @answer: of a book, or NULL. */
char *ssm_deal_words_evidence (const SsmDiagnosis *diagnosis, guint criterion,
                               const SsmPart *answer, const SsmLanguage *words);

G_END_DECLS
