/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A table becomes deals of a deal book, or brings those that it has up to date.
 *
 * A deal is found again by its id in the CRM; where the table has none, by its name. What the
 * table says goes before what the book said; an empty cell changes nothing. What a person has
 * answered stays, and a deal that is closed stays closed, which is counted: whether it is open
 * again is for a person to say. Of columns that nobody
 * asked for nothing is kept. */

#pragma once

#include "ssm-book.h"
#include "ssm-deal-reader.h"

G_BEGIN_DECLS

typedef struct
{
  SsmBook *book;         /* with the deals; the one that was given where nothing changed */
  guint n_added;
  guint n_changed;
  guint n_same;
  guint n_answers;       /* that columns have given */
  guint n_kept_closed;   /* open in the table, but closed in the book */
  SsmDealReader *reader; /* for its report */
} SsmDealImport;

/* (transfer full): a new book of @book and @source. @date: of today, YYYY-MM-DD, for what the
 * table gives no day of. NULL with an error where reading failed or was stopped: all or
 * nothing. Blocks; call it in a thread. */
SsmDealImport *ssm_deal_import_new  (SsmTableSource *source, const SsmTableMapping *mapping,
                                     const SsmMap *map, SsmBook *book, const char *date,
                                     GError **error);
void           ssm_deal_import_free (SsmDealImport *import);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SsmDealImport, ssm_deal_import_free)

G_END_DECLS
