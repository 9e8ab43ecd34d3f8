/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-namesakes.h"

#include <string.h>

#include "ssm-lint-private.h"
#include "ssm-words.h"

static gboolean
is_listed (const char *folded, const char * const *words)
{
  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autofree char *word = ssm_words_fold (words[i]);

      if (strcmp (folded, word) == 0)
        return TRUE;
    }

  return FALSE;
}

static const char *
find_block (const char *folded, const SsmLanguage * const *languages)
{
  for (guint i = 0; ssm_blocks[i] != NULL; i++)
    {
      g_autofree char *key = g_strconcat ("stage-", ssm_blocks[i], NULL);

      if (strcmp (folded, ssm_blocks[i]) == 0)
        return ssm_blocks[i];
      for (guint k = 0; languages[k] != NULL; k++)
        if (is_listed (folded, ssm_language_words (languages[k], key)))
          return ssm_blocks[i];
    }

  return NULL;
}

const char *
ssm_block_named (const char *name, const SsmLanguage * const *languages)
{
  g_autofree char *folded = ssm_words_fold (name);

  return *folded != '\0' ? find_block (folded, languages) : NULL;
}

/* What a program of tomorrow says of it would be lost as well. */
static gboolean
is_empty (const SsmPart *stage)
{
  return ssm_stage_n_written (stage, SSM_LIST_ENTRY) == 0
         && ssm_stage_n_written (stage, SSM_LIST_EXIT) == 0
         && ssm_is_blank (ssm_part_text (stage, SSM_STAGE_DOES))
         && ssm_part_n_foreign (stage) == 0;
}

/* Stages that say no more than their names, each to be taken once: folded name, or block →
 * index + 1. */
static GHashTable *
collect_empty (const SsmMap *map, const SsmLanguage * const *languages, gboolean by_block)
{
  GHashTable *empty = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = ssm_map_n_stages (map); i-- > 0;)
    {
      const SsmPart *stage = ssm_map_stage (map, i);
      const char *name = ssm_part_text (stage, SSM_STAGE_NAME);
      g_autofree char *key = ssm_words_fold (name);

      if (by_block)
        {
          const char *block = *key != '\0' ? find_block (key, languages)
                                           : ssm_part_text (stage, SSM_STAGE_BLOCK);

          g_free (key);
          key = g_strdup (block != NULL ? block : "");
        }
      if (*key != '\0' && is_empty (stage))
        g_hash_table_insert (empty, g_steal_pointer (&key), GUINT_TO_POINTER (i + 1));
    }

  return empty;
}

/* Lets each stage that has no place yet take that of its @keys. */
static void
take_places (int *places, char **keys, guint n, GHashTable *empty, gboolean *taken)
{
  for (guint i = 0; i < n; i++)
    {
      guint index = GPOINTER_TO_UINT (g_hash_table_lookup (empty, keys[i]));

      if (places[i] >= 0 || index == 0 || taken[index - 1])
        continue;
      places[i] = (int) index - 1;
      taken[index - 1] = TRUE;
    }
}

/* (transfer full) */
static char **
name_stages (const SsmMap *fragment, const SsmLanguage * const *languages, gboolean by_block)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < ssm_map_n_stages (fragment); i++)
    {
      const char *name = ssm_part_text (ssm_map_stage (fragment, i), SSM_STAGE_NAME);
      const char *block = by_block ? ssm_block_named (name, languages) : NULL;
      g_autofree char *folded = ssm_words_fold (name);

      g_strv_builder_add (builder, !by_block ? folded : block != NULL ? block : "");
    }

  return g_strv_builder_end (builder);
}

int *
ssm_map_find_empty_namesakes (const SsmMap *map, const SsmMap *fragment,
                              const SsmLanguage * const *languages, guint *n_found)
{
  guint n = ssm_map_n_stages (fragment);
  int *places = g_new (int, MAX (n, 1));
  g_autofree gboolean *taken = g_new0 (gboolean, MAX (ssm_map_n_stages (map), 1));

  for (guint i = 0; i < n; i++)
    places[i] = -1;
  for (gboolean by_block = FALSE; by_block <= TRUE; by_block++)
    {
      g_autoptr (GHashTable) empty = collect_empty (map, languages, by_block);
      g_auto (GStrv) keys = name_stages (fragment, languages, by_block);

      take_places (places, keys, n, empty, taken);
    }

  *n_found = 0;
  for (guint i = 0; i < n; i++)
    *n_found += places[i] >= 0 ? 1 : 0;
  return places;
}
