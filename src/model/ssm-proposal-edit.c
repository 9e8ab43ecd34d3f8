/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-proposal-edit.h"

#include <string.h>

#include "ssm-clean.h"
#include "ssm-id.h"
#include "ssm-lint-private.h"
#include "ssm-map-edit.h"
#include "ssm-words.h"

/* The first format that has ideas and proposals. */
#define FORMAT "1.1"

#define MAX_HANDS 100000

/* Adds nothing past the limit that criteria have. */
static gboolean
has_room (const SsmMap *map)
{
  return ssm_map_n_ideas (map) + ssm_part_n_children (map, SSM_LIST_PROPOSALS)
         < SSM_MAX_CRITERIA;
}

/* (transfer full): of a kind that hangs at the map. @taken: ids of parts not in it yet. */
static char *
fresh_id (const SsmMap *map, SsmKind kind, GHashTable *taken)
{
  char *id = ssm_id_new (ssm_kind_info (kind)->id_prefix);

  while (ssm_map_find (map, id) != NULL
         || (taken != NULL && g_hash_table_contains (taken, id)))
    {
      g_free (id);
      id = ssm_id_new (ssm_kind_info (kind)->id_prefix);
    }

  return id;
}

/* A file that has what older programs only carry along says so. */
static void
append (SsmPart *copy, SsmList list, SsmPart *part)
{
  ssm_part_insert (copy, list, ssm_part_n_children (copy, list), part);
  if (strcmp (ssm_part_text (copy, SSM_MAP_VERSION), "1.0") == 0)
    ssm_part_set_text (copy, SSM_MAP_VERSION, FORMAT);
}

static gboolean
is_stage (const SsmMap *map, const char *id)
{
  const SsmPart *part = ssm_map_find (map, id);

  return part != NULL && ssm_part_kind (part) == SSM_KIND_STAGE;
}

SsmMap *
ssm_map_with_idea_parked (SsmMap *map, const char *stage, const char *date,
                          const char *text, char **out_id)
{
  g_autofree char *clean = ssm_clean_text (text, TRUE);
  g_autofree char *id = fresh_id (map, SSM_KIND_IDEA, NULL);
  SsmPart *copy, *idea;

  if (out_id != NULL)
    *out_id = NULL;
  if (ssm_is_blank (clean) || !has_room (map))
    return ssm_part_ref (map);

  idea = ssm_part_new (SSM_KIND_IDEA, id);
  ssm_part_set_text (idea, SSM_IDEA_STAGE, is_stage (map, stage) ? stage : NULL);
  ssm_part_set_text (idea, SSM_IDEA_DATE, date);
  ssm_part_set_text (idea, SSM_IDEA_TEXT, clean);
  copy = ssm_part_copy (map);
  append (copy, SSM_LIST_IDEAS, idea);
  if (out_id != NULL)
    *out_id = g_steal_pointer (&id);
  return ssm_part_seal (copy);
}

SsmMap *
ssm_map_with_idea_used (SsmMap *map, const char *idea, const char *stage, SsmList list,
                        guint index, char **out_id)
{
  const SsmPart *part = ssm_map_find (map, idea);
  g_autofree char *id = NULL;
  g_autoptr (SsmMap) added = NULL;

  if (out_id != NULL)
    *out_id = NULL;
  if (part == NULL || ssm_part_kind (part) != SSM_KIND_IDEA || !is_stage (map, stage))
    return ssm_part_ref (map);

  added = ssm_map_with_criterion_added (map, stage, list, index,
                                        ssm_part_text (part, SSM_IDEA_TEXT), &id);
  if (id == NULL)
    return ssm_part_ref (map);
  if (out_id != NULL)
    *out_id = g_steal_pointer (&id);
  return ssm_map_with_part_removed (added, idea);
}

static const char *
side_of (SsmList list)
{
  return list == SSM_LIST_ENTRY ? "entry" : "exit";
}

static gboolean
is_decided (const SsmPart *proposal)
{
  return *ssm_part_text (proposal, SSM_PROPOSAL_IS) != '\0';
}

static gboolean
is_for (const SsmPart *proposal, const char *stage, SsmList list)
{
  return strcmp (ssm_part_text (proposal, SSM_PROPOSAL_STAGE), stage) == 0
         && strcmp (ssm_part_text (proposal, SSM_PROPOSAL_SIDE), side_of (list)) == 0;
}

/* (transfer full): what is open for that cell, as texts are compared. */
static GHashTable *
collect_texts (const SsmMap *map, const char *stage, SsmList list)
{
  GHashTable *texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) open = ssm_map_proposals (map, stage, list, FALSE);

  for (guint i = 0; i < open->len; i++)
    g_hash_table_add (texts, ssm_words_fold (ssm_part_text (open->pdata[i],
                                                            SSM_PROPOSAL_TEXT)));
  return texts;
}

static SsmPart *
new_proposal (const char *id, const char *stage, SsmList list, const char *text)
{
  SsmPart *proposal = ssm_part_new (SSM_KIND_PROPOSAL, id);

  ssm_part_set_text (proposal, SSM_PROPOSAL_STAGE, stage);
  ssm_part_set_text (proposal, SSM_PROPOSAL_SIDE, side_of (list));
  ssm_part_set_text (proposal, SSM_PROPOSAL_TEXT, text);
  return proposal;
}

SsmMap *
ssm_map_with_proposals_added (SsmMap *map, const char *stage, SsmList list,
                              const char * const *texts)
{
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) known = NULL;
  g_autoptr (SsmPart) copy = NULL;

  if (!is_stage (map, stage))
    return ssm_part_ref (map);

  known = collect_texts (map, stage, list);
  copy = ssm_part_copy (map);
  for (guint i = 0; texts[i] != NULL && has_room (copy); i++)
    {
      g_autofree char *clean = ssm_clean_text (texts[i], TRUE);
      char *id;

      g_strstrip (clean);
      if (ssm_is_blank (clean) || !g_hash_table_add (known, ssm_words_fold (clean)))
        continue;
      id = fresh_id (map, SSM_KIND_PROPOSAL, ids);
      g_hash_table_add (ids, id);
      append (copy, SSM_LIST_PROPOSALS, new_proposal (id, stage, list, clean));
    }

  if (g_hash_table_size (ids) == 0)
    return ssm_part_ref (map);
  return ssm_part_seal (g_steal_pointer (&copy));
}

SsmMap *
ssm_map_with_hands_counted (SsmMap *map, const char *proposal, guint hands)
{
  g_autofree char *number = g_strdup_printf ("%u", MIN (hands, MAX_HANDS));

  return ssm_map_with_text (map, proposal, SSM_PROPOSAL_HANDS, hands > 0 ? number : "");
}

/* Marks what is decided about a cell in @copy, which is not sealed. */
static void
decide (SsmPart *copy, const char *stage, SsmList list, GHashTable *kept)
{
  for (guint i = 0; i < ssm_part_n_children (copy, SSM_LIST_PROPOSALS); i++)
    {
      SsmPart *proposal = ssm_part_child (copy, SSM_LIST_PROPOSALS, i), *decided;
      gboolean is_kept = g_hash_table_contains (kept, ssm_part_id (proposal));

      if (is_decided (proposal) || !is_for (proposal, stage, list))
        continue;
      decided = ssm_part_copy (proposal);
      ssm_part_set_text (decided, SSM_PROPOSAL_IS, is_kept ? "kept" : "left");
      ssm_part_replace (copy, SSM_LIST_PROPOSALS, i, decided);
    }
}

static gboolean
has_criterion (const SsmMap *map, const char *stage, SsmList list, const char *text)
{
  const SsmPart *part = ssm_map_find (map, stage);
  g_autofree char *folded = ssm_words_fold (text);

  for (guint i = 0; i < ssm_part_n_children (part, list); i++)
    {
      g_autofree char *other
        = ssm_words_fold (ssm_part_text (ssm_part_child (part, list, i), SSM_CRITERION_TEXT));

      if (strcmp (folded, other) == 0)
        return TRUE;
    }

  return FALSE;
}

SsmMap *
ssm_map_with_best_kept (SsmMap *map, const char *stage, SsmList list, guint n)
{
  g_autoptr (GPtrArray) open = ssm_map_proposals (map, stage, list, FALSE);
  g_autoptr (GHashTable) kept = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (SsmMap) with = ssm_part_ref (map);
  SsmPart *copy;

  if (open->len == 0 || !is_stage (map, stage))
    return ssm_part_ref (map);

  for (guint i = 0; i < MIN (n, open->len) && ssm_proposal_hands (open->pdata[i]) > 0; i++)
    {
      const char *text = ssm_part_text (open->pdata[i], SSM_PROPOSAL_TEXT);
      SsmMap *next;

      g_hash_table_add (kept, (char *) ssm_part_id (open->pdata[i]));
      if (has_criterion (with, stage, list, text))
        continue;
      next = ssm_map_with_criterion_added (with, stage, list, G_MAXUINT, text, NULL);
      ssm_part_unref (with);
      with = next;
    }
  copy = ssm_part_copy (with);
  decide (copy, stage, list, kept);
  return ssm_part_seal (copy);
}

SsmMap *
ssm_map_without_decided (SsmMap *map)
{
  guint n = ssm_part_n_children (map, SSM_LIST_PROPOSALS);
  g_autoptr (SsmPart) copy = ssm_part_copy (map);

  for (guint i = n; i > 0; i--)
    {
      if (is_decided (ssm_part_child (map, SSM_LIST_PROPOSALS, i - 1)))
        ssm_part_remove (copy, SSM_LIST_PROPOSALS, i - 1);
    }

  if (ssm_part_n_children (copy, SSM_LIST_PROPOSALS) == n)
    return ssm_part_ref (map);
  return ssm_part_seal (g_steal_pointer (&copy));
}

SsmMap *
ssm_map_to_hand_on (SsmMap *map)
{
  static const SsmList lists[] = { SSM_LIST_IDEAS, SSM_LIST_PROPOSALS };
  SsmPart *copy;

  if (ssm_map_n_ideas (map) + ssm_part_n_children (map, SSM_LIST_PROPOSALS) == 0)
    return ssm_part_ref (map);

  copy = ssm_part_copy (map);
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      while (ssm_part_n_children (copy, lists[i]) > 0)
        ssm_part_remove (copy, lists[i], ssm_part_n_children (copy, lists[i]) - 1);
    }
  return ssm_part_seal (copy);
}

guint
ssm_map_n_ideas (const SsmMap *map)
{
  return ssm_part_n_children (map, SSM_LIST_IDEAS);
}

SsmPart *
ssm_map_idea (const SsmMap *map, guint index)
{
  return ssm_part_child (map, SSM_LIST_IDEAS, index);
}

guint
ssm_proposal_hands (const SsmPart *proposal)
{
  return (guint) CLAMP (ssm_part_number (proposal, SSM_PROPOSAL_HANDS, 0), 0, MAX_HANDS);
}

gboolean
ssm_proposal_is_kept (const SsmPart *proposal)
{
  return strcmp (ssm_part_text (proposal, SSM_PROPOSAL_IS), "kept") == 0;
}

/* Where a proposal with @hands comes among @sorted. */
static guint
find_rank (const GPtrArray *sorted, guint hands)
{
  guint rank = sorted->len;

  while (rank > 0 && ssm_proposal_hands (sorted->pdata[rank - 1]) < hands)
    rank--;
  return rank;
}

GPtrArray *
ssm_map_proposals (const SsmMap *map, const char *stage, SsmList list, gboolean decided)
{
  GPtrArray *sorted = g_ptr_array_new ();

  for (guint i = 0; i < ssm_part_n_children (map, SSM_LIST_PROPOSALS); i++)
    {
      SsmPart *proposal = ssm_part_child (map, SSM_LIST_PROPOSALS, i);

      if (is_decided (proposal) == decided && is_for (proposal, stage, list))
        g_ptr_array_insert (sorted, (int) find_rank (sorted, ssm_proposal_hands (proposal)),
                            proposal);
    }

  return sorted;
}
