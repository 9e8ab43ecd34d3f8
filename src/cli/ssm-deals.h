/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The deals a command was given, held against a map. */

#pragma once

#include "ssm-book.h"
#include "ssm-deal-path.h"

G_BEGIN_DECLS

typedef struct
{
  char *name;        /* as messages show it */
  SsmBook *book;
  SsmDealPath *path; /* of the map, with what is usual in the book */
} SsmDeals;

/* (transfer full): reads the deal book @operand, "-" for standard input, and says what there
 * is to note about it: also what of it the map does not have. Where that fails says why, sets
 * @status to the exit status and returns NULL. */
SsmDeals *ssm_deals_new  (const char *operand, const SsmMap *map, int *status);
void      ssm_deals_free (SsmDeals *deals);

/* The deal with the id or the CRM key @id, or NULL. */
SsmPart *ssm_deals_find (const SsmDeals *deals, const char *id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SsmDeals, ssm_deals_free)

G_END_DECLS
