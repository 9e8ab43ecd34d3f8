/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-map-index.h"

typedef struct
{
  const SsmPart *part;
  const SsmPart *stage; /* that is or holds it, or NULL */
  guint position;       /* of the stage */
} Entry;

struct _SsmMapIndex
{
  SsmMap *map;
  GHashTable *entries; /* id → Entry; ids are the map's */
  Entry stage;         /* the one that is being walked */
};

static gboolean
add_part (const SsmPart *part, gpointer data)
{
  SsmMapIndex *self = data;
  Entry *entry = g_new0 (Entry, 1);

  switch (ssm_part_kind (part))
    {
    case SSM_KIND_STAGE:
      self->stage.position = self->stage.stage != NULL ? self->stage.position + 1 : 0;
      self->stage.stage = part;
      *entry = self->stage;
      break;
    case SSM_KIND_CRITERION:
      *entry = self->stage;
      break;
    default:
      break;
    }
  entry->part = part;
  if (*ssm_part_id (part) != '\0')
    g_hash_table_insert (self->entries, (char *) ssm_part_id (part), entry);
  else
    g_free (entry);

  return TRUE;
}

SsmMapIndex *
ssm_map_index_new (SsmMap *map)
{
  SsmMapIndex *self = g_new0 (SsmMapIndex, 1);

  self->map = ssm_part_ref (map);
  self->entries = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  add_part (map, self);
  ssm_map_foreach (map, add_part, self);
  return self;
}

void
ssm_map_index_free (SsmMapIndex *self)
{
  if (self == NULL)
    return;

  g_hash_table_unref (self->entries);
  ssm_part_unref (self->map);
  g_free (self);
}

SsmMap *
ssm_map_index_get_map (const SsmMapIndex *self)
{
  return self->map;
}

const SsmPart *
ssm_map_index_find (const SsmMapIndex *self, const char *id)
{
  const Entry *entry = g_hash_table_lookup (self->entries, id);

  return entry != NULL ? entry->part : NULL;
}

const SsmPart *
ssm_map_index_stage (const SsmMapIndex *self, const char *id, guint *position)
{
  const Entry *entry = g_hash_table_lookup (self->entries, id);

  if (entry == NULL || entry->stage == NULL)
    return NULL;

  *position = entry->position;
  return entry->stage;
}
