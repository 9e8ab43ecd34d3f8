/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-map.h"

#include "ssm-id.h"

#include <string.h>

#define N_COLOURS 8

/* A bit for each entry of the palette. */
#define ALL_COLOURS 0xffu

const char * const ssm_blocks[] = { "sourcing",    "qualification", "discovery", "proposal",
                                    "negotiation", "close",         "expansion", NULL };

SsmMap *
ssm_map_new (void)
{
  g_autofree char *id = ssm_id_new (ssm_kind_info (SSM_KIND_MAP)->id_prefix);
  SsmMap *map = ssm_part_new (SSM_KIND_MAP, id);

  ssm_part_set_text (map, SSM_MAP_VERSION, "1.0");
  ssm_part_set_text (map, SSM_MAP_LANGUAGE, "en");
  return ssm_part_seal (map);
}

guint
ssm_map_n_stages (const SsmMap *map)
{
  return ssm_part_n_children (map, SSM_LIST_STAGES);
}

SsmPart *
ssm_map_stage (const SsmMap *map, guint index)
{
  return ssm_part_child (map, SSM_LIST_STAGES, index);
}

guint
ssm_map_n_criteria (const SsmMap *map)
{
  guint n = 0;

  for (guint i = 0; i < ssm_map_n_stages (map); i++)
    n += ssm_part_n_children (ssm_map_stage (map, i), SSM_LIST_ENTRY)
         + ssm_part_n_children (ssm_map_stage (map, i), SSM_LIST_EXIT);

  return n;
}

const char *
ssm_map_text (const SsmMap *map, SsmField field)
{
  SsmList singleton;

  if (ssm_field_info (field)->kind == SSM_KIND_MAP)
    return ssm_part_text (map, field);

  singleton = ssm_kind_singleton_with (SSM_KIND_MAP, field);
  g_return_val_if_fail (singleton != SSM_LIST_NONE, "");
  return ssm_part_text (ssm_part_only (map, singleton), field);
}

const char *
ssm_map_language (const SsmMap *map)
{
  const char *language = ssm_part_text (map, SSM_MAP_LANGUAGE);

  return *language != '\0' ? language : "en";
}

gboolean
ssm_map_is_rtl (const SsmMap *map, const SsmLanguage *words)
{
  const char *direction = ssm_map_text (map, SSM_PAGE_DIRECTION);

  if (strcmp (direction, "rtl") == 0 || strcmp (direction, "ltr") == 0)
    return *direction == 'r';
  return ssm_language_is_rtl (words);
}

/* Lists that belong to this map; a kept version is a map of its own. */
static gboolean
is_own_list (SsmList list)
{
  return list != SSM_LIST_VERSION_MAP;
}

/* Parts without an id hold none that have one, and need not be looked through: a deal book
 * has many. */
static gboolean
has_ids (SsmList list)
{
  return is_own_list (list)
         && ssm_kind_info (ssm_list_info (list)->child)->id_prefix != NULL;
}

static gboolean
locate_below (SsmPart *parent, const char *id, SsmPosition *position)
{
  const SsmKindInfo *info = ssm_kind_info (ssm_part_kind (parent));

  for (guint i = 0; i < info->n_lists; i++)
    {
      SsmList list = info->first_list + (int) i;
      guint n = has_ids (list) ? ssm_part_n_children (parent, list) : 0;

      for (guint k = 0; k < n; k++)
        {
          SsmPart *child = ssm_part_child (parent, list, k);

          if (strcmp (ssm_part_id (child), id) == 0)
            {
              *position = (SsmPosition) { parent, list, k };
              return TRUE;
            }
          if (locate_below (child, id, position))
            return TRUE;
        }
    }

  return FALSE;
}

gboolean
ssm_map_locate (const SsmMap *map, const char *id, SsmPosition *position)
{
  return *id != '\0' && locate_below ((SsmPart *) map, id, position);
}

SsmPart *
ssm_map_find (const SsmMap *map, const char *id)
{
  SsmPosition position;

  if (*id != '\0' && strcmp (ssm_part_id (map), id) == 0)
    return (SsmPart *) map;
  if (!ssm_map_locate (map, id, &position))
    return NULL;

  return ssm_part_child (position.parent, position.list, position.index);
}

SsmPart *
ssm_map_stage_of (const SsmMap *map, const char *id, guint *index)
{
  for (guint i = 0; i < ssm_map_n_stages (map); i++)
    {
      SsmPart *stage = ssm_map_stage (map, i);
      SsmPosition position;

      if (strcmp (ssm_part_id (stage), id) == 0 || locate_below (stage, id, &position))
        {
          if (index != NULL)
            *index = i;
          return stage;
        }
    }

  return NULL;
}

SsmPart *
ssm_map_outcome (const SsmMap *map, const SsmPart *stage)
{
  const char *id = ssm_part_text (stage, SSM_STAGE_OUTCOME);

  for (guint i = 0; i < ssm_part_n_children (map, SSM_LIST_DEFINITIONS); i++)
    {
      SsmPart *definition = ssm_part_child (map, SSM_LIST_DEFINITIONS, i);

      if (strcmp (ssm_part_id (definition), id) == 0)
        return definition;
    }

  return NULL;
}

SsmPart *
ssm_map_definition_of (const SsmMap *map, const char *term)
{
  g_autofree char *wanted = g_utf8_casefold (term, -1);

  for (guint i = 0; i < ssm_part_n_children (map, SSM_LIST_DEFINITIONS); i++)
    {
      SsmPart *definition = ssm_part_child (map, SSM_LIST_DEFINITIONS, i);
      g_autofree char *folded
        = g_utf8_casefold (ssm_part_text (definition, SSM_DEFINITION_TERM), -1);

      if (strcmp (folded, wanted) == 0)
        return definition;
    }

  return NULL;
}

guint
ssm_map_stage_colour (const SsmMap *map, guint index)
{
  double own = ssm_part_number (ssm_map_stage (map, index), SSM_STAGE_COLOUR, 0);

  return own >= 1 && own <= N_COLOURS ? (guint) own - 1 : index % N_COLOURS;
}

guint
ssm_map_free_colour (const SsmMap *map, guint index)
{
  guint n = ssm_map_n_stages (map), used = 0, beside = 0;

  for (guint i = 0; i < n; i++)
    {
      guint bit = 1u << ssm_map_stage_colour (map, i);

      used |= bit;
      if (i + 1 == index || i == index)
        beside |= bit;
    }
  if (used == ALL_COLOURS)
    used = beside;

  return (guint) g_bit_nth_lsf (~used, -1) + 1;
}

static gboolean
visit_below (const SsmPart *parent, SsmPartFunc func, gpointer data)
{
  const SsmKindInfo *info = ssm_kind_info (ssm_part_kind (parent));

  for (guint i = 0; i < info->n_lists; i++)
    {
      SsmList list = info->first_list + (int) i;
      guint n = is_own_list (list) ? ssm_part_n_children (parent, list) : 0;

      for (guint k = 0; k < n; k++)
        {
          const SsmPart *child = ssm_part_child (parent, list, k);

          if (!func (child, data) || !visit_below (child, func, data))
            return FALSE;
        }
    }

  return TRUE;
}

void
ssm_map_foreach (const SsmMap *map, SsmPartFunc func, gpointer data)
{
  visit_below (map, func, data);
}
