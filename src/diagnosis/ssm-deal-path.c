/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Lays a map flat. */

#include "ssm-deal-path.h"

#include <string.h>

#include "ssm-check.h"
#include "ssm-words.h"

static const char *const tokens[SSM_N_LETTERS] = { "M", "E", "D", "DP",
                                                   "P", "I", "C", "CO" };

const char *
ssm_letter_token (SsmLetter letter)
{
  g_return_val_if_fail (letter >= 0 && letter < SSM_N_LETTERS, "");
  return tokens[letter];
}

char
ssm_letter_sign (SsmLetter letter)
{
  return ssm_letter_token (letter)[0];
}

static SsmLetter
find_letter (const char *token)
{
  for (guint i = 0; i < SSM_N_LETTERS; i++)
    if (g_str_equal (tokens[i], token))
      return i;
  return SSM_LETTER_NONE;
}

/* Folded terms of what a deal is after the stages so far → index + 1 of the stage. */
static int
find_outcome (GHashTable *outcomes, const char *text)
{
  g_autofree char *folded = ssm_words_fold (text);

  return GPOINTER_TO_INT (g_hash_table_lookup (outcomes, folded)) - 1;
}

static void
lay_list (SsmDealPath *self, GHashTable *outcomes, guint stage, SsmList list)
{
  const SsmPart *part = self->stages[stage].part;

  for (guint i = 0; i < ssm_part_n_children (part, list); i++)
    {
      SsmPathCriterion *criterion = &self->criteria[self->n_criteria];
      const char *text;

      criterion->part = ssm_part_child (part, list, i);
      criterion->stage = stage;
      criterion->is_entry = list == SSM_LIST_ENTRY;
      criterion->letter =
          find_letter (ssm_part_text (criterion->part, SSM_CRITERION_LETTER));
      text = ssm_part_text (criterion->part, SSM_CRITERION_TEXT);
      criterion->follows =
          criterion->is_entry ? find_outcome (outcomes, text) : SSM_NO_STAGE;
      self->n_criteria++;
      g_hash_table_insert (self->criterion_of_id, (char *) ssm_part_id (criterion->part),
                           GUINT_TO_POINTER (self->n_criteria));
    }
}

static void
note_outcome (const SsmDealPath *self, GHashTable *outcomes, guint stage)
{
  const SsmPart *definition = ssm_map_outcome (self->map, self->stages[stage].part);

  if (definition == NULL)
    return;
  g_hash_table_replace (outcomes,
                        ssm_words_fold (ssm_part_text (definition, SSM_DEFINITION_TERM)),
                        GINT_TO_POINTER (stage + 1));
}

static void
lay_stage (SsmDealPath *self, GHashTable *outcomes, guint index)
{
  SsmPathStage *stage = &self->stages[self->n_stages];

  stage->part = ssm_map_stage (self->map, index);
  stage->index = index;
  stage->limit = ssm_part_number (stage->part, SSM_STAGE_LIMIT_DAYS, -1);
  stage->usual = -1;
  stage->entry = self->n_criteria;
  lay_list (self, outcomes, self->n_stages, SSM_LIST_ENTRY);
  stage->exit = self->n_criteria;
  stage->n_entry = stage->exit - stage->entry;
  lay_list (self, outcomes, self->n_stages, SSM_LIST_EXIT);
  stage->n_exit = self->n_criteria - stage->exit;
  note_outcome (self, outcomes, self->n_stages);
  self->n_stages++;
  g_hash_table_insert (self->stage_of_id, (char *) ssm_part_id (stage->part),
                       GUINT_TO_POINTER (self->n_stages));
}

SsmDealPath *
ssm_deal_path_new (const SsmMap *map, const SsmLanguage *words)
{
  g_autoptr (GHashTable) outcomes =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  SsmDealPath *self;

  g_return_val_if_fail (map != NULL, NULL);

  self = g_new0 (SsmDealPath, 1);
  self->map = ssm_part_ref (map);
  self->stages = g_new0 (SsmPathStage, ssm_map_n_stages (map));
  self->criteria = g_new0 (SsmPathCriterion, ssm_map_n_criteria (map));
  self->stage_of_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->criterion_of_id = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < ssm_map_n_stages (map); i++)
    if (words == NULL || !ssm_stage_is_lost (ssm_map_stage (map, i), words))
      lay_stage (self, outcomes, i);
  return self;
}

void
ssm_deal_path_free (SsmDealPath *path)
{
  if (path == NULL)
    return;

  ssm_part_unref (path->map);
  g_free (path->stages);
  g_free (path->criteria);
  g_hash_table_unref (path->stage_of_id);
  g_hash_table_unref (path->criterion_of_id);
  g_free (path);
}

int
ssm_deal_path_stage (const SsmDealPath *path, const char *id)
{
  return GPOINTER_TO_INT (g_hash_table_lookup (path->stage_of_id, id)) - 1;
}

int
ssm_deal_path_criterion (const SsmDealPath *path, const char *id)
{
  return GPOINTER_TO_INT (g_hash_table_lookup (path->criterion_of_id, id)) - 1;
}

gboolean
ssm_deal_path_has_letter (const SsmDealPath *path, SsmLetter letter)
{
  for (guint i = 0; i < path->n_criteria; i++)
    if (path->criteria[i].letter == letter)
      return TRUE;
  return FALSE;
}
