/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One block of text and an open hash table into it. A million keys of ten letters take
 * twenty megabytes and not a hundred, as they would as strings in a GHashTable. */

#include "ssm-word-pool.h"

#include <string.h>

#define FIRST_SLOTS 64

/* Words whose memory is asked for at once. */
#define N_FETCHED 32

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

static guint
add_hashed (SsmWordPool *pool, const char *word, guint32 hash)
{
  Slot *slot = find_slot (pool, word, hash);

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

static gboolean
is_last (const SsmWordPool *self, const char *word)
{
  return self->last < self->offsets->len
         && strcmp (ssm_word_pool_word (self, self->last), word) == 0;
}

guint
ssm_word_pool_add (SsmWordPool *pool, const char *word)
{
  g_return_val_if_fail (pool->slots != NULL, 0);

  return is_last (pool, word) ? pool->last : add_hashed (pool, word, hash_word (word));
}

/* Asks for the memory in which a word with each of @hashes would be looked for, first all
 * slots, then what they point to. Where a slot is of another word, little is lost. */
static void
fetch (const SsmWordPool *self, const guint32 *hashes, guint n)
{
  guint mask = self->n_slots - 1;
  const gsize *offsets = (const gsize *) self->offsets->data;

  for (guint i = 0; i < n; i++)
    __builtin_prefetch (&self->slots[hashes[i] & mask]);
  for (guint i = 0; i < n; i++)
    if (self->slots[hashes[i] & mask].number != 0)
      __builtin_prefetch (&offsets[self->slots[hashes[i] & mask].number - 1]);
  for (guint i = 0; i < n; i++)
    if (self->slots[hashes[i] & mask].number != 0)
      __builtin_prefetch (self->text->str
                          + offsets[self->slots[hashes[i] & mask].number - 1]);
}

void
ssm_word_pool_add_all (SsmWordPool *pool, const char * const *words, guint n, guint *numbers)
{
  guint32 hashes[N_FETCHED];

  g_return_if_fail (pool->slots != NULL);

  for (guint first = 0; first < n; first += N_FETCHED)
    {
      guint n_some = MIN (n - first, N_FETCHED);

      for (guint i = 0; i < n_some; i++)
        hashes[i] = hash_word (words[first + i]);
      fetch (pool, hashes, n_some);
      for (guint i = 0; i < n_some; i++)
        numbers[first + i] = add_hashed (pool, words[first + i], hashes[i]);
    }
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
