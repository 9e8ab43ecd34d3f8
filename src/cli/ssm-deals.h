/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The deals a command was given, held against a map. */

#pragma once

#include "ssm-arguments.h"
#include "ssm-book.h"
#include "ssm-deal-path.h"
#include "ssm-deal-source.h"

G_BEGIN_DECLS

typedef struct
{
  char *name;        /* as messages show it */
  SsmBook *book;
  SsmDealPath *path; /* of the map, with what is usual in the book */
  gboolean is_table; /* the deals have no id but their key in the CRM */
} SsmDeals;

/* (transfer full): reads a deal book, or makes one of a table as the options among
 * @arguments say, on the day @date; and says what there is to note about it: also what of
 * it the map does not have. Where that fails says why, sets @status to the exit status
 * and returns NULL. */
SsmDeals *ssm_deals_new  (const SsmDealSource *source, const SsmMap *map,
                          const SsmArguments *arguments, const char *date, int *status);
void      ssm_deals_free (SsmDeals *deals);

/* The deal with the id or the CRM key @id, or NULL. */
SsmPart *ssm_deals_find (const SsmDeals *deals, const char *id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SsmDeals, ssm_deals_free)

G_END_DECLS
