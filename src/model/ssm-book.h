/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The deal book: deals with what was answered about them, beside the map that it names and
 * never in it, because maps are shared and deals are not. Reading only; see ssm-book-edit.h
 * for how one book becomes another.
 *
 * A deal has one diagnosis that is worked on, and those that were kept by date. An answer
 * names a criterion of the map by its id and keeps the words it had, so that it can still
 * be shown when the map has no such criterion any more. */

#pragma once

#include "ssm-map.h"

G_BEGIN_DECLS

/* A part of kind SSM_KIND_BOOK; an immutable value like a map. */
typedef SsmPart SsmBook;

/* (transfer full): a book for the map @map_id with nothing in it. */
SsmBook *ssm_book_new (const char *map_id);

guint    ssm_book_n_deals (const SsmBook *book);
SsmPart *ssm_book_deal    (const SsmBook *book, guint index);

/* The deal with @id, or NULL; @index, if given, is its place. */
SsmPart *ssm_book_find (const SsmBook *book, const char *id, guint *index);

/* The answer to @criterion in the diagnosis that is worked on, or NULL. */
SsmPart *ssm_deal_answer (const SsmPart *deal, const char *criterion);

/* The same in any diagnosis, which may be NULL. */
SsmPart *ssm_diagnosis_answer (const SsmPart *diagnosis, const char *criterion);

/* The next action, or NULL. */
SsmPart *ssm_deal_next (const SsmPart *deal);

/* Neither won nor lost. */
gboolean ssm_deal_is_open (const SsmPart *deal);

/* Whether it is live and diagnosed: open, a person has answered a criterion that @map has,
 * and the next action is written down with its day. */
gboolean ssm_deal_is_diagnosed (const SsmPart *deal, const SsmMap *map);

/* How many deals are: what the self-check of @map asks for. */
guint ssm_book_n_diagnosed (const SsmBook *book, const SsmMap *map);

/* The value of a column that criteria test, or NULL where the deal has none of it. */
const char *ssm_deal_value (const SsmPart *deal, const char *column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SsmBook, ssm_part_unref)

G_END_DECLS
