/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A deal of a book as the facts that are held against a path. */

#pragma once

#include "ssm-book.h"
#include "ssm-deal-stays.h"
#include "ssm-diagnosis.h"

G_BEGIN_DECLS

/* (transfer full): with room for the answers of @path; can be filled any number of times.
 */
SsmDealFacts *ssm_deal_facts_new  (const SsmDealPath *path);
void          ssm_deal_facts_free (SsmDealFacts *facts);

/* Nothing is known of the deal. */
void ssm_deal_facts_clear (SsmDealFacts *facts, const SsmDealPath *path);

/* What @deal, of a book, says today. */
void
ssm_deal_facts_read (SsmDealFacts *facts, const SsmDealPath *path, const SsmPart *deal);

/* Its answers alone, of any @diagnosis, which may be NULL. What a column of the CRM has
 * answered needs no further proof. */
void ssm_deal_facts_read_answers (SsmDealFacts *facts, const SsmDealPath *path,
                                  const SsmPart *diagnosis);

/* The Julian day of YYYY-MM-DD; 0 for what is no date. */
guint32 ssm_deal_day (const char *date);

/* (transfer container): the answers, of the diagnosis worked on, to criteria that the map
 * does not have any more. */
GPtrArray *ssm_deal_strays (const SsmDealPath *path, const SsmPart *deal);

/* Says of each stage of @path how long the deals of @book have stayed in it. */
void ssm_deal_path_take_usual (SsmDealPath *path, const SsmBook *book);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SsmDealFacts, ssm_deal_facts_free)

G_END_DECLS
