/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Most tables come sorted by id. As long as each id is a number larger (or smaller) than the
 * one before it, nothing can be there twice and a list is enough; the first one that is not
 * makes a hash table of the list. */

#include "ssm-id-set.h"

#include <string.h>

/* A number of more digits is no number here. */
#define MAX_DIGITS 18
#define FIRST_SIZE 1024

typedef struct
{
  guint64 key;
  guint line; /* 0: free */
} Slot;

struct _SsmIdSet
{
  Slot *slots;
  guint n_slots;   /* a power of two */
  guint n;
  gboolean hashed; /* else the first @n slots are a list */
  gboolean falls;  /* the list does, rather than to rise */
  guint64 seed;    /* so that nobody can choose ids that all want one slot */
};

SsmIdSet *
ssm_id_set_new (void)
{
  SsmIdSet *self = g_new0 (SsmIdSet, 1);

  self->n_slots = FIRST_SIZE;
  self->seed = (guint64) g_random_int () << 32 | g_random_int ();
  self->slots = g_new (Slot, self->n_slots);
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

/* Whether @id is a number that is written in one way only. */
static gboolean
is_number (const char *id, guint64 *number)
{
  const char *p = id;

  for (*number = 0; g_ascii_isdigit (*p) && p - id < MAX_DIGITS; p++)
    *number = *number * 10 + (guint64) (*p - '0');
  return *p == '\0' && p > id && *id != '0';
}

static gboolean
is_hash (guint64 key)
{
  return key >> 63 != 0;
}

/* What tells @id apart: a number as it is, all else by a hash with the highest bit set. */
static guint64
key_of (const char *id)
{
  gsize length;
  guint64 key;
  guint64 word;

  if (is_number (id, &key))
    return key;

  length = strlen (id);
  key = mix (length + G_GUINT64_CONSTANT (0x9e3779b97f4a7c15));
  for (; length >= sizeof word; id += sizeof word, length -= sizeof word)
    {
      memcpy (&word, id, sizeof word);
      key = mix (key ^ word) * 3;
    }
  word = 0;
  memcpy (&word, id, length);
  return mix (key ^ word) | G_GUINT64_CONSTANT (1) << 63;
}

/* Where to look for it first. Numbers that follow each other stand in one place, because
 * memory is fast where it is read in order. */
static guint
first_slot (const SsmIdSet *self, guint64 key)
{
  guint64 place = is_hash (key) ? mix (key ^ self->seed)
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

/* Puts the @n_old slots in @old, of which some may be free, into a table that is twice as
 * large as they are many. */
static void
rehash (SsmIdSet *self, guint n_old)
{
  g_autofree Slot *old = self->slots;

  self->n_slots = MAX (self->n_slots, FIRST_SIZE / 2) * 2;
  self->slots = g_new0 (Slot, self->n_slots);
  for (guint i = 0; i < n_old; i++)
    if (old[i].line != 0)
      *find_slot (self, old[i].key) = old[i];
}

/* Appends to the list; FALSE where @key does not continue it. */
static gboolean
append (SsmIdSet *self, guint64 key, guint line)
{
  const Slot *last = self->n > 0 ? &self->slots[self->n - 1] : NULL;

  if (is_hash (key) || (last != NULL && key == last->key))
    return FALSE;
  if (self->n == 1)
    self->falls = key < last->key;
  else if (last != NULL && (key < last->key) != self->falls)
    return FALSE;
  if (self->n == self->n_slots)
    {
      self->n_slots *= 2;
      self->slots = g_renew (Slot, self->slots, self->n_slots);
    }
  self->slots[self->n++] = (Slot) { key, line };
  return TRUE;
}

guint
ssm_id_set_add (SsmIdSet *set, const char *id, guint line)
{
  guint64 key = key_of (id);
  Slot *slot;

  if (!set->hashed && append (set, key, line))
    return 0;
  if (!set->hashed)
    {
      set->hashed = TRUE;
      rehash (set, set->n);
    }
  slot = find_slot (set, key);
  if (slot->line != 0)
    return slot->line;

  *slot = (Slot) { key, line };
  if (++set->n > set->n_slots / 2)
    rehash (set, set->n_slots);
  return 0;
}
