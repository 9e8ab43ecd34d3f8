/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One block of text and an open hash table into it. A million keys of ten letters take
 * twenty megabytes and not a hundred, as they would as strings in a GHashTable. */

#include "ssm-word-pool.h"

#include <string.h>

#define FIRST_SLOTS 64

struct _SsmWordPool
{
  GString *text;    /* words, each with its NUL */
  GArray *offsets;  /* gsize: where each begins */
  GArray *hashes;   /* guint32 */
  guint32 *slots;   /* number + 1, or 0 */
  guint n_slots;    /* a power of two, more than words */
  guint last;       /* the one that was asked for last: rows of one deal follow each other */
};

SsmWordPool *
ssm_word_pool_new (gboolean with_empty)
{
  SsmWordPool *self = g_new0 (SsmWordPool, 1);

  self->text = g_string_new (NULL);
  self->offsets = g_array_new (FALSE, FALSE, sizeof (gsize));
  self->hashes = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->n_slots = FIRST_SLOTS;
  self->slots = g_new0 (guint32, self->n_slots);
  if (with_empty)
    ssm_word_pool_add (self, "");
  return self;
}

void
ssm_word_pool_free (SsmWordPool *pool)
{
  if (pool == NULL)
    return;

  g_string_free (pool->text, TRUE);
  g_array_unref (pool->offsets);
  g_array_unref (pool->hashes);
  g_free (pool->slots);
  g_free (pool);
}

guint
ssm_word_pool_n (const SsmWordPool *pool)
{
  return pool->offsets->len;
}

const char *
ssm_word_pool_word (const SsmWordPool *pool, guint number)
{
  g_return_val_if_fail (number < pool->offsets->len, "");

  return pool->text->str + g_array_index (pool->offsets, gsize, number);
}

/* FNV-1a, its bits mixed so that the low ones depend on all. */
static guint32
hash_word (const char *word)
{
  guint32 hash = 2166136261u;

  for (; *word != '\0'; word++)
    hash = (hash ^ (guint8) *word) * 16777619u;
  hash ^= hash >> 16;
  hash *= 0x7feb352du;
  return hash ^ (hash >> 15);
}

/* The slot that has @word, or the free one where it belongs. */
static guint
find_slot (const SsmWordPool *self, const char *word, guint32 hash)
{
  guint mask = self->n_slots - 1;
  guint slot = hash & mask;

  for (; self->slots[slot] != 0; slot = (slot + 1) & mask)
    {
      guint number = self->slots[slot] - 1;

      if (g_array_index (self->hashes, guint32, number) == hash
          && strcmp (ssm_word_pool_word (self, number), word) == 0)
        break;
    }
  return slot;
}

static void
grow (SsmWordPool *self)
{
  guint mask = self->n_slots * 2 - 1;

  self->n_slots *= 2;
  g_free (self->slots);
  self->slots = g_new0 (guint32, self->n_slots);
  for (guint i = 0; i < self->hashes->len; i++)
    {
      guint slot = g_array_index (self->hashes, guint32, i) & mask;

      while (self->slots[slot] != 0)
        slot = (slot + 1) & mask;
      self->slots[slot] = i + 1;
    }
}

guint
ssm_word_pool_add (SsmWordPool *pool, const char *word)
{
  gsize offset = pool->text->len;
  guint32 hash;
  guint slot;

  g_return_val_if_fail (pool->slots != NULL, 0);

  if (pool->last < pool->offsets->len
      && strcmp (ssm_word_pool_word (pool, pool->last), word) == 0)
    return pool->last;

  hash = hash_word (word);
  slot = find_slot (pool, word, hash);
  if (pool->slots[slot] == 0)
    {
      g_string_append_len (pool->text, word, (gssize) strlen (word) + 1);
      g_array_append_val (pool->offsets, offset);
      g_array_append_val (pool->hashes, hash);
      pool->slots[slot] = pool->offsets->len;
      pool->last = pool->offsets->len - 1;
      if (pool->offsets->len > pool->n_slots / 4 * 3)
        grow (pool);
    }
  else
    pool->last = pool->slots[slot] - 1;
  return pool->last;
}

int
ssm_word_pool_find (const SsmWordPool *pool, const char *word)
{
  if (pool->slots != NULL)
    return (int) pool->slots[find_slot (pool, word, hash_word (word))] - 1;

  for (guint i = 0; i < pool->offsets->len; i++)
    if (strcmp (ssm_word_pool_word (pool, i), word) == 0)
      return (int) i;
  return -1;
}

void
ssm_word_pool_close (SsmWordPool *pool)
{
  g_clear_pointer (&pool->slots, g_free);
  g_array_set_size (pool->hashes, 0);
}

gsize
ssm_word_pool_size (const SsmWordPool *pool)
{
  return pool->text->allocated_len + pool->offsets->len * sizeof (gsize)
         + pool->hashes->len * sizeof (guint32)
         + (pool->slots != NULL ? pool->n_slots * sizeof (guint32) : 0);
}
