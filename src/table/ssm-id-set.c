/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-id-set.h"

#include <string.h>

/* A number of more digits is no number here. */
#define MAX_DIGITS 18

typedef struct
{
  guint64 key;
  guint line; /* 0: free */
} Slot;

struct _SsmIdSet
{
  Slot *slots;
  guint n_slots; /* a power of two */
  guint n;
  guint64 seed; /* so that nobody can choose ids that all want one slot */
};

SsmIdSet *
ssm_id_set_new (void)
{
  SsmIdSet *self = g_new0 (SsmIdSet, 1);

  self->n_slots = 1024;
  self->seed = (guint64) g_random_int () << 32 | g_random_int ();
  self->slots = g_new0 (Slot, self->n_slots);
  return self;
}

void
ssm_id_set_free (SsmIdSet *set)
{
  if (set == NULL)
    return;

  g_free (set->slots);
  g_free (set);
}

static guint64
mix (guint64 a)
{
  a ^= a >> 32;
  a *= G_GUINT64_CONSTANT (0xd6e8feb86659fd93);
  a ^= a >> 32;
  a *= G_GUINT64_CONSTANT (0xd6e8feb86659fd93);
  return a ^ a >> 32;
}

/* What tells @id apart: a number as it is, all else by a hash with the highest bit set. */
static guint64
key_of (const char *id)
{
  const guint64 hashed = G_GUINT64_CONSTANT (1) << 63;
  gsize length = strlen (id);
  guint64 key = mix (length + G_GUINT64_CONSTANT (0x9e3779b97f4a7c15));
  guint64 word;

  if (length <= MAX_DIGITS && *id != '0' && strspn (id, "0123456789") == length)
    return g_ascii_strtoull (id, NULL, 10);
  for (; length >= sizeof word; id += sizeof word, length -= sizeof word)
    {
      memcpy (&word, id, sizeof word);
      key = mix (key ^ word) * 3;
    }
  word = 0;
  memcpy (&word, id, length);
  return mix (key ^ word) | hashed;
}

/* Where to look for it first. Numbers that follow each other stand in one place, because a
 * CRM counts its deals, and memory is fast where it is read in order. */
static guint
first_slot (const SsmIdSet *self, guint64 key)
{
  guint64 place = key >> 63 != 0 ? mix (key ^ self->seed)
                                 : (mix (key >> 3 ^ self->seed) << 3) + (key & 7);

  return (guint) place & (self->n_slots - 1);
}

static Slot *
find_slot (const SsmIdSet *self, guint64 key)
{
  guint i = first_slot (self, key);

  while (self->slots[i].line != 0 && self->slots[i].key != key)
    i = (i + 1) & (self->n_slots - 1);
  return &self->slots[i];
}

static void
grow (SsmIdSet *self)
{
  g_autofree Slot *old = self->slots;
  guint n_old = self->n_slots;

  self->n_slots *= 2;
  self->slots = g_new0 (Slot, self->n_slots);
  for (guint i = 0; i < n_old; i++)
    if (old[i].line != 0)
      *find_slot (self, old[i].key) = old[i];
}

guint
ssm_id_set_add (SsmIdSet *set, const char *id, guint line)
{
  guint64 key = key_of (id);
  Slot *slot = find_slot (set, key);

  if (slot->line != 0)
    return slot->line;

  *slot = (Slot) { key, line };
  if (++set->n > set->n_slots / 2)
    grow (set);
  return 0;
}
