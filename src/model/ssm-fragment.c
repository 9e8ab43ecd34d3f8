/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-fragment.h"

#include "ssm-id.h"
#include "ssm-proposal-edit.h"

#include <string.h>

#define MARK_CRITERIA " clipboard=\"criteria\""
#define MARK_CRITERIA_CUT " clipboard=\"criteria cut\""
#define MARK_STAGES " clipboard=\"stages\""
#define MARK_STAGES_CUT " clipboard=\"stages cut\""

static const SsmList cells[] = { SSM_LIST_ENTRY, SSM_LIST_EXIT };

static gboolean
has_mark (const SsmMap *fragment, const char *mark)
{
  for (guint i = 0; i < ssm_part_n_foreign (fragment); i++)
    {
      const SsmForeign *foreign = ssm_part_foreign (fragment, i);

      if (foreign->place == SSM_PLACE_ATTRIBUTES && strstr (foreign->xml, mark) != NULL)
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_cut (const SsmMap *fragment)
{
  return has_mark (fragment, MARK_CRITERIA_CUT) || has_mark (fragment, MARK_STAGES_CUT);
}

SsmFragmentKind
ssm_fragment_kind (const SsmMap *fragment)
{
  if ((has_mark (fragment, MARK_CRITERIA) || has_mark (fragment, MARK_CRITERIA_CUT))
      && ssm_map_n_stages (fragment) == 1)
    return SSM_FRAGMENT_CRITERIA;
  if (has_mark (fragment, MARK_STAGES) || has_mark (fragment, MARK_STAGES_CUT))
    return SSM_FRAGMENT_STAGES;
  return SSM_FRAGMENT_MAP;
}

SsmPart *
ssm_fragment_new (SsmFragmentKind kind, const char *language, gboolean cut)
{
  SsmPart *fragment = ssm_part_new (SSM_KIND_MAP, "m-clipboard");
  const char *criteria = cut ? MARK_CRITERIA_CUT : MARK_CRITERIA;
  const char *stages = cut ? MARK_STAGES_CUT : MARK_STAGES;

  ssm_part_set_text (fragment, SSM_MAP_VERSION, "1.0");
  ssm_part_set_text (fragment, SSM_MAP_LANGUAGE, language);
  ssm_part_add_foreign (fragment, SSM_PLACE_ATTRIBUTES, -1, 0,
                        kind == SSM_FRAGMENT_CRITERIA ? criteria : stages);
  return fragment;
}

static SsmMap *
criteria_fragment (const SsmMap *map, const SsmPart *stage, SsmList list, guint first,
                   guint n, gboolean cut)
{
  SsmPart *fragment
    = ssm_fragment_new (SSM_FRAGMENT_CRITERIA, ssm_map_language (map), cut);
  SsmPart *holder = ssm_part_new (SSM_KIND_STAGE, "s-clipboard");

  for (guint i = 0; i < n; i++)
    ssm_part_insert (holder, list, i, ssm_part_ref (ssm_part_child (stage, list, first + i)));
  ssm_part_insert (fragment, SSM_LIST_STAGES, 0, holder);
  return ssm_part_seal (fragment);
}

static SsmMap *
stage_fragment (const SsmMap *map, SsmPart *stage, gboolean cut)
{
  SsmPart *fragment = ssm_fragment_new (SSM_FRAGMENT_STAGES, ssm_map_language (map), cut);
  SsmPart *outcome = ssm_map_outcome (map, stage);
  const char *id = ssm_part_id (stage);

  ssm_part_insert (fragment, SSM_LIST_STAGES, 0, ssm_part_ref (stage));
  for (guint i = 0; i < ssm_part_n_children (map, SSM_LIST_LINKS); i++)
    {
      SsmPart *link = ssm_part_child (map, SSM_LIST_LINKS, i);

      if (strcmp (ssm_part_text (link, SSM_LINK_FROM), id) == 0
          && strcmp (ssm_part_text (link, SSM_LINK_TO), id) == 0)
        ssm_part_insert (fragment, SSM_LIST_LINKS,
                         ssm_part_n_children (fragment, SSM_LIST_LINKS),
                         ssm_part_ref (link));
    }
  if (outcome != NULL)
    ssm_part_insert (fragment, SSM_LIST_DEFINITIONS, 0, ssm_part_ref (outcome));
  return ssm_part_seal (fragment);
}

/* Kept versions stay where they are: they are other maps. So does what a workshop left
 * open. */
static SsmMap *
whole_map (const SsmMap *map)
{
  g_autoptr (SsmMap) handed_on = ssm_map_to_hand_on ((SsmMap *) map);
  SsmPart *copy;

  if (ssm_part_n_children (map, SSM_LIST_VERSIONS) == 0)
    return g_steal_pointer (&handed_on);

  copy = ssm_part_copy (handed_on);
  while (ssm_part_n_children (copy, SSM_LIST_VERSIONS) > 0)
    ssm_part_remove (copy, SSM_LIST_VERSIONS, 0);
  return ssm_part_seal (copy);
}

SsmMap *
ssm_map_fragment (const SsmMap *map, const char *id, SsmList list, gboolean cut)
{
  SsmPart *part = ssm_map_find (map, id);
  SsmPosition position;

  if (part == map)
    return whole_map (map);
  if (part == NULL || !ssm_map_locate (map, id, &position))
    return NULL;
  if (ssm_part_kind (part) == SSM_KIND_CRITERION)
    return criteria_fragment (map, position.parent, position.list, position.index, 1, cut);
  if (ssm_part_kind (part) != SSM_KIND_STAGE)
    return NULL;
  if (list == SSM_LIST_NONE)
    return stage_fragment (map, part, cut);
  if (ssm_part_n_children (part, list) == 0)
    return NULL;
  return criteria_fragment (map, part, list, 0, ssm_part_n_children (part, list), cut);
}

/* Ids for what comes into a map: @taken are those it has, @renamed the old → new ones. */
typedef struct
{
  GHashTable *taken;
  GHashTable *renamed;
  gboolean keep;
} Ids;

static gboolean
collect_id (const SsmPart *part, gpointer data)
{
  if (*ssm_part_id (part) != '\0')
    g_hash_table_add (data, g_strdup (ssm_part_id (part)));
  return TRUE;
}

static void
ids_init (Ids *ids, const SsmMap *map, const SsmMap *fragment)
{
  ids->taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  ids->renamed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  ids->keep = is_cut (fragment);
  g_hash_table_add (ids->taken, g_strdup (ssm_part_id (map)));
  ssm_map_foreach (map, collect_id, ids->taken);
}

static void
ids_clear (Ids *ids)
{
  g_hash_table_unref (ids->taken);
  g_hash_table_unref (ids->renamed);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Ids, ids_clear)

/* (transfer full): an unsealed copy of @part under the id it gets. */
static SsmPart *
copy_for (Ids *ids, const SsmPart *part)
{
  SsmPart *copy = ssm_part_copy (part);
  const char *old = ssm_part_id (part);
  g_autofree char *id = ids->keep ? g_strdup (old) : NULL;

  while (id == NULL || g_hash_table_contains (ids->taken, id))
    {
      g_free (id);
      id = ssm_id_new (ssm_kind_info (ssm_part_kind (part))->id_prefix);
    }
  g_hash_table_add (ids->taken, g_strdup (id));
  g_hash_table_insert (ids->renamed, g_strdup (old), g_strdup (id));
  ssm_part_set_id (copy, id);
  return copy;
}

static const char *
renamed (const Ids *ids, const char *id)
{
  const char *found = g_hash_table_lookup (ids->renamed, id);

  return found != NULL ? found : "";
}

static guint
n_criteria_of (const SsmMap *fragment, SsmList list)
{
  guint n = 0;

  for (guint i = 0; i < ssm_map_n_stages (fragment); i++)
    n += ssm_part_n_children (ssm_map_stage (fragment, i), list);
  return n;
}

static gboolean
has_room (const SsmMap *map, const SsmMap *fragment, guint n_stages)
{
  return ssm_map_n_stages (map) + n_stages <= SSM_MAX_STAGES
         && ssm_map_n_criteria (map) + ssm_map_n_criteria (fragment) <= SSM_MAX_CRITERIA;
}

/* Puts the criteria of one list of all stages of @fragment into @stage; returns the last. */
static const SsmPart *
insert_criteria (Ids *ids, SsmPart *stage, SsmList list, guint index,
                 const SsmMap *fragment, SsmList from)
{
  const SsmPart *last = NULL;

  for (guint i = 0; i < ssm_map_n_stages (fragment); i++)
    {
      const SsmPart *source = ssm_map_stage (fragment, i);

      for (guint k = 0; k < ssm_part_n_children (source, from); k++)
        {
          SsmPart *copy = copy_for (ids, ssm_part_child (source, from, k));

          ssm_part_insert (stage, list, MIN (index, ssm_part_n_children (stage, list)), copy);
          index = index < G_MAXUINT ? index + 1 : index;
          last = copy;
        }
    }

  return last;
}

SsmMap *
ssm_map_with_criteria (SsmMap *map, const char *stage_id, SsmList list, guint index,
                       const SsmMap *fragment, char **out_id)
{
  g_auto (Ids) ids = { 0 };
  g_autoptr (SsmPart) stage = NULL;
  const SsmPart *last = NULL;
  SsmPosition position;
  SsmPart *changed;

  if (out_id != NULL)
    *out_id = NULL;
  ids_init (&ids, map, fragment);
  if (!has_room (map, fragment, 0) || ssm_map_n_criteria (fragment) == 0
      || !ssm_map_locate (map, stage_id, &position) || position.list != SSM_LIST_STAGES)
    return ssm_part_ref (map);

  stage = ssm_part_copy (ssm_map_stage (map, position.index));
  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      guint n = n_criteria_of (fragment, cells[i]);
      const SsmPart *put
        = insert_criteria (&ids, stage, list != SSM_LIST_NONE ? list : cells[i],
                           list != SSM_LIST_NONE ? index : G_MAXUINT, fragment, cells[i]);

      last = put != NULL ? put : last;
      index = index < G_MAXUINT - n ? index + n : G_MAXUINT;
    }

  if (out_id != NULL)
    *out_id = g_strdup (ssm_part_id (last));
  changed = ssm_part_copy (map);
  ssm_part_replace (changed, SSM_LIST_STAGES, position.index, g_steal_pointer (&stage));
  return ssm_part_seal (changed);
}

/* Brings the definitions of @fragment into @changed, where their terms are not known. */
static void
insert_definitions (Ids *ids, SsmPart *changed, const SsmMap *fragment)
{
  for (guint i = 0; i < ssm_part_n_children (fragment, SSM_LIST_DEFINITIONS); i++)
    {
      const SsmPart *definition = ssm_part_child (fragment, SSM_LIST_DEFINITIONS, i);
      const SsmPart *known
        = ssm_map_definition_of (changed, ssm_part_text (definition, SSM_DEFINITION_TERM));

      if (known != NULL)
        g_hash_table_insert (ids->renamed, g_strdup (ssm_part_id (definition)),
                             g_strdup (ssm_part_id (known)));
      else
        ssm_part_insert (changed, SSM_LIST_DEFINITIONS,
                         ssm_part_n_children (changed, SSM_LIST_DEFINITIONS),
                         copy_for (ids, definition));
    }
}

static SsmPart *
copy_stage (Ids *ids, const SsmMap *map, guint index, const SsmPart *source)
{
  SsmPart *stage = copy_for (ids, source);
  char colour[] = { '0' + (char) ssm_map_free_colour (map, index), '\0' };

  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      for (guint k = 0; k < ssm_part_n_children (source, cells[i]); k++)
        ssm_part_replace (stage, cells[i], k,
                          copy_for (ids, ssm_part_child (source, cells[i], k)));
    }

  ssm_part_set_text (stage, SSM_STAGE_OUTCOME,
                     renamed (ids, ssm_part_text (source, SSM_STAGE_OUTCOME)));
  if (*ssm_part_text (source, SSM_STAGE_COLOUR) == '\0')
    ssm_part_set_text (stage, SSM_STAGE_COLOUR, colour);
  /* A stage that is put in refines the block of the one before it. */
  if (*ssm_part_text (source, SSM_STAGE_BLOCK) == '\0' && index > 0)
    ssm_part_set_text (stage, SSM_STAGE_BLOCK,
                       ssm_part_text (ssm_map_stage (map, index - 1), SSM_STAGE_BLOCK));
  return stage;
}

/* A link that leads to no stage, as from "lost", keeps that end. */
static const char *
link_end (const Ids *ids, const SsmMap *fragment, const char *end)
{
  const char *found = renamed (ids, end);

  return *found != '\0' || ssm_map_find (fragment, end) != NULL ? found : end;
}

static void
insert_links (Ids *ids, SsmPart *changed, const SsmMap *fragment)
{
  for (guint i = 0; i < ssm_part_n_children (fragment, SSM_LIST_LINKS); i++)
    {
      const SsmPart *source = ssm_part_child (fragment, SSM_LIST_LINKS, i);
      SsmPart *link = copy_for (ids, source);

      ssm_part_set_text (link, SSM_LINK_FROM,
                         link_end (ids, fragment, ssm_part_text (source, SSM_LINK_FROM)));
      ssm_part_set_text (link, SSM_LINK_TO,
                         link_end (ids, fragment, ssm_part_text (source, SSM_LINK_TO)));
      ssm_part_insert (changed, SSM_LIST_LINKS,
                       ssm_part_n_children (changed, SSM_LIST_LINKS), link);
    }
}

/* (transfer full): @source in the place of @empty, which keeps its id and what @source says
 * nothing of; @empty itself, where that is all. */
static SsmPart *
fill_stage (Ids *ids, const SsmMap *map, guint index, const SsmPart *source)
{
  SsmPart *empty = ssm_map_stage (map, index);
  SsmPart *stage = copy_stage (ids, map, index, source);
  const SsmKindInfo *info = ssm_kind_info (SSM_KIND_STAGE);

  ssm_part_set_id (stage, ssm_part_id (empty));
  g_hash_table_insert (ids->renamed, g_strdup (ssm_part_id (source)),
                       g_strdup (ssm_part_id (empty)));
  for (guint i = 0; i < info->n_fields; i++)
    {
      SsmField field = info->first_field + i;

      if (*ssm_part_text (source, field) == '\0')
        ssm_part_set_text (stage, field, ssm_part_text (empty, field));
    }
  if (!ssm_part_equal (stage, empty))
    return stage;

  ssm_part_unref (stage);
  return ssm_part_ref (empty);
}

/* Where those go that come before the first that fills one. */
static guint
first_place (const SsmMap *fragment, const int *fills, guint index)
{
  for (guint i = 0; fills != NULL && i < ssm_map_n_stages (fragment); i++)
    if (fills[i] >= 0)
      return (guint) fills[i];

  return index;
}

/* Puts in the stages of @fragment, the first at @index; the index of the first. */
static guint
insert_stages (Ids *ids, SsmPart *changed, guint index, const SsmMap *map,
               const SsmMap *fragment, const int *fills)
{
  guint first = G_MAXUINT;

  for (guint i = 0; i < ssm_map_n_stages (fragment); i++)
    {
      const SsmPart *source = ssm_map_stage (fragment, i);

      if (fills != NULL && fills[i] >= 0)
        {
          ssm_map_stage_of (changed, ssm_part_id (ssm_map_stage (map, (guint) fills[i])),
                            &index);
          ssm_part_replace (changed, SSM_LIST_STAGES, index,
                            fill_stage (ids, changed, index, source));
        }
      else
        ssm_part_insert (changed, SSM_LIST_STAGES, index,
                         copy_stage (ids, changed, index, source));
      first = first == G_MAXUINT ? index : first;
      index++;
    }

  return first;
}

SsmMap *
ssm_map_with_stages (SsmMap *map, guint index, const SsmMap *fragment, const int *fills,
                     char **out_id)
{
  g_auto (Ids) ids = { 0 };
  g_autoptr (SsmPart) changed = NULL;
  guint n = ssm_map_n_stages (fragment);

  if (out_id != NULL)
    *out_id = NULL;
  ids_init (&ids, map, fragment);
  if (n == 0 || !has_room (map, fragment, n))
    return ssm_part_ref (map);

  changed = ssm_part_copy (map);
  insert_definitions (&ids, changed, fragment);
  index = first_place (fragment, fills, MIN (index, ssm_map_n_stages (map)));
  index = insert_stages (&ids, changed, index, map, fragment, fills);
  insert_links (&ids, changed, fragment);
  if (out_id != NULL)
    *out_id = g_strdup (ssm_part_id (ssm_map_stage (changed, index)));
  return ssm_part_equal (changed, map) ? ssm_part_ref (map)
                                       : ssm_part_seal (g_steal_pointer (&changed));
}
