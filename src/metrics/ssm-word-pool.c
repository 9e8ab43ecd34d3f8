/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One block of text and an open hash table into it. A million keys of ten letters take
 * twenty megabytes and not a hundred, as they would as strings in a GHashTable. */

#include "ssm-word-pool.h"

#include <string.h>

#define FIRST_SLOTS 64

/* With the hash in it, so that a word is only looked at where it is very likely the one. */
typedef struct
{
  guint32 hash;
  guint32 number; /* + 1, or 0 where it is free */
} Slot;

struct _SsmWordPool
{
  GString *text;    /* words, each with its NUL */
  GArray *offsets;  /* gsize: where each begins */
  Slot *slots;
  guint n_slots;    /* a power of two, more than words */
  guint n_used;
  guint last;       /* the one that was asked for last: rows of one deal follow each other */
};

SsmWordPool *
ssm_word_pool_new (gboolean with_empty)
{
  SsmWordPool *self = g_new0 (SsmWordPool, 1);

  self->text = g_string_new (NULL);
  self->offsets = g_array_new (FALSE, FALSE, sizeof (gsize));
  self->n_slots = FIRST_SLOTS;
  self->slots = g_new0 (Slot, self->n_slots);
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
static Slot *
find_slot (const SsmWordPool *self, const char *word, guint32 hash)
{
  guint mask = self->n_slots - 1;
  guint at = hash & mask;

  for (; self->slots[at].number != 0; at = (at + 1) & mask)
    if (self->slots[at].hash == hash
        && strcmp (ssm_word_pool_word (self, self->slots[at].number - 1), word) == 0)
      break;
  return &self->slots[at];
}

static void
grow (SsmWordPool *self)
{
  g_autofree Slot *old = self->slots;
  guint n_old = self->n_slots;
  guint mask = n_old * 2 - 1;

  self->n_slots = n_old * 2;
  self->slots = g_new0 (Slot, self->n_slots);
  for (guint i = 0; i < n_old; i++)
    {
      guint at = old[i].hash & mask;

      if (old[i].number == 0)
        continue;
      while (self->slots[at].number != 0)
        at = (at + 1) & mask;
      self->slots[at] = old[i];
    }
}

guint
ssm_word_pool_append (SsmWordPool *pool, const char *word)
{
  gsize offset = pool->text->len;

  g_string_append_len (pool->text, word, (gssize) strlen (word) + 1);
  g_array_append_val (pool->offsets, offset);
  return pool->offsets->len - 1;
}

guint
ssm_word_pool_add (SsmWordPool *pool, const char *word)
{
  guint32 hash;
  Slot *slot;

  g_return_val_if_fail (pool->slots != NULL, 0);

  if (pool->last < pool->offsets->len
      && strcmp (ssm_word_pool_word (pool, pool->last), word) == 0)
    return pool->last;

  hash = hash_word (word);
  slot = find_slot (pool, word, hash);
  if (slot->number == 0)
    {
      pool->last = ssm_word_pool_append (pool, word);
      *slot = (Slot) { hash, pool->last + 1 };
      if (++pool->n_used > pool->n_slots / 4 * 3)
        grow (pool);
    }
  else
    pool->last = slot->number - 1;
  return pool->last;
}

int
ssm_word_pool_find (const SsmWordPool *pool, const char *word)
{
  if (pool->slots != NULL)
    return (int) find_slot (pool, word, hash_word (word))->number - 1;

  for (guint i = 0; i < pool->offsets->len; i++)
    if (strcmp (ssm_word_pool_word (pool, i), word) == 0)
      return (int) i;
  return -1;
}

void
ssm_word_pool_close (SsmWordPool *pool)
{
  g_clear_pointer (&pool->slots, g_free);
}

gsize
ssm_word_pool_size (const SsmWordPool *pool)
{
  return pool->text->allocated_len + pool->offsets->len * sizeof (gsize)
         + (pool->slots != NULL ? pool->n_slots * sizeof (Slot) : 0);
}
