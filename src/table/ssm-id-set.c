/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-id-set.h"

#include <string.h>

typedef struct
{
  guint64 hash;
  guint line; /* 0: free */
} Slot;

struct _SsmIdSet
{
  Slot *slots;
  guint n_slots; /* a power of two */
  guint n;
};

SsmIdSet *
ssm_id_set_new (void)
{
  SsmIdSet *self = g_new0 (SsmIdSet, 1);

  self->n_slots = 1024;
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

/* Eight bytes at a time. */
static guint64
hash_of (const char *id)
{
  gsize length = strlen (id);
  guint64 hash = mix (length + G_GUINT64_CONSTANT (0x9e3779b97f4a7c15));
  guint64 word;

  for (; length >= sizeof word; id += sizeof word, length -= sizeof word)
    {
      memcpy (&word, id, sizeof word);
      hash = mix (hash ^ word) * 3;
    }
  word = 0;
  memcpy (&word, id, length);
  return mix (hash ^ word);
}

static Slot *
find_slot (const SsmIdSet *self, guint64 hash)
{
  guint i = (guint) hash & (self->n_slots - 1);

  while (self->slots[i].line != 0 && self->slots[i].hash != hash)
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
      *find_slot (self, old[i].hash) = old[i];
}

guint
ssm_id_set_add (SsmIdSet *set, const char *id, guint line)
{
  guint64 hash = hash_of (id);
  Slot *slot = find_slot (set, hash);

  if (slot->line != 0)
    return slot->line;

  *slot = (Slot) { hash, line };
  if (++set->n > set->n_slots / 4 * 3)
    grow (set);
  return 0;
}
