/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Words that many rows repeat, each kept once, and keys of deals, each with a number. Number
 * 0 is "" in a pool that was made with it. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _SsmWordPool SsmWordPool;

SsmWordPool *ssm_word_pool_new  (gboolean with_empty);
void         ssm_word_pool_free (SsmWordPool *pool);

/* The number of @word, which is added if it is new. */
guint ssm_word_pool_add (SsmWordPool *pool, const char *word);

/* The same of @n words. In a large pool that is faster than one by one: what the next ones
 * need comes from memory meanwhile. */
void ssm_word_pool_add_all (SsmWordPool *pool, const char * const *words, guint n,
                            guint *numbers);

/* The number of @word, which is not looked for: it is kept once more. */
guint ssm_word_pool_append (SsmWordPool *pool, const char *word);

/* The number of @word, or -1; of words that were added. */
int ssm_word_pool_find (const SsmWordPool *pool, const char *word);

guint ssm_word_pool_n (const SsmWordPool *pool);

/* Valid until the next word is added. */
const char *ssm_word_pool_word (const SsmWordPool *pool, guint number);

/* No word is added any more, and few are looked for: gives back what that took. */
void ssm_word_pool_close (SsmWordPool *pool);

gsize ssm_word_pool_size (const SsmWordPool *pool);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SsmWordPool, ssm_word_pool_free)

G_END_DECLS
