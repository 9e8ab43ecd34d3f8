/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Edits: book → book, (transfer full), the same one referenced where nothing changes. A book
 * that differs in one deal shares all others. What happens to one deal is in
 * ssm-deal-edit.h. */

#pragma once

#include "ssm-book.h"

G_BEGIN_DECLS

/* @deal takes the place of the deal with its id; a book without one stays as it is. */
SsmBook *ssm_book_with_deal (SsmBook *book, SsmPart *deal);

/* A new deal called @name; @index may be the number of deals. Its id is copied to @out_id,
 * (transfer full), if that is not NULL; NULL where the book is full. */
SsmBook *ssm_book_with_deal_added (SsmBook *book, guint index, const char *name,
                                   char **out_id);

SsmBook *ssm_book_with_deal_removed (SsmBook *book, const char *id);

/* Many at once, as an import brings them: each of @deals, an array of SsmPart, takes the
 * place of the deal with its id, or comes last. Those past SSM_MAX_DEALS are left out. */
SsmBook *ssm_book_with_deals (SsmBook *book, GPtrArray *deals);

/* (transfer full): a book of the deals of @after that are not the same in @before, so that
 * ssm_book_with_deals () makes @after of @before again. NULL where that cannot be, as deals
 * have gone or moved or something else was changed, and where it would be most of them. */
SsmBook *ssm_book_difference (const SsmBook *before, const SsmBook *after);

/* The map that the deals cite. */
SsmBook *ssm_book_with_map (SsmBook *book, const char *map_id);

/* How the next table is read: @import, a part of SSM_KIND_IMPORT, or NULL. */
SsmBook *ssm_book_with_import (SsmBook *book, SsmPart *import);

/* (transfer full): the deals by a text of theirs, such as SSM_DEAL_CRM, or by their ids for
 * SSM_FIELD_NONE: text → SsmPart, both owned by @book, the first where several have it.
 * Deals without the text are not in it. */
GHashTable *ssm_book_index (const SsmBook *book, SsmField field);

/* (transfer full): a new deal for a book whose deals @ids has, from ssm_book_index (); not
 * sealed. Add it to @ids before the next one is made. */
SsmPart *ssm_deal_new (GHashTable *ids);

G_END_DECLS
