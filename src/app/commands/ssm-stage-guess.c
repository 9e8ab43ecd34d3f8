/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-stage-guess.h"

#include "ssm-namesakes.h"
#include "ssm-resources.h"

/* (transfer container): all languages, NULL terminated: a CRM speaks one of its own. */
static GPtrArray *
list_languages (void)
{
  g_auto (GStrv) tags = ssm_resources_languages ();
  GPtrArray *languages = g_ptr_array_new ();

  for (guint i = 0; tags[i] != NULL; i++)
    g_ptr_array_add (languages, (gpointer) ssm_resources_words (tags[i]));
  g_ptr_array_add (languages, NULL);
  return languages;
}

/* A stage may keep from its template which block it is, whatever it is called since. */
static gboolean
is_of_block (const SsmPart *stage, const char *block, const SsmLanguage * const *languages)
{
  const char *named = ssm_block_named (ssm_part_text (stage, SSM_STAGE_NAME), languages);

  return g_strcmp0 (named != NULL ? named : ssm_part_text (stage, SSM_STAGE_BLOCK), block) == 0;
}

const char *
ssm_stage_guess (const SsmMap *map, const char *word)
{
  g_autoptr (GPtrArray) all = list_languages ();
  const SsmLanguage * const *languages = (const SsmLanguage * const *) all->pdata;
  const char *block = ssm_block_named (word, languages);
  const char *found = NULL;

  for (guint i = 0; block != NULL && i < ssm_map_n_stages (map); i++)
    {
      const SsmPart *stage = ssm_map_stage (map, i);

      if (!is_of_block (stage, block, languages))
        continue;
      if (found != NULL)
        return NULL;
      found = ssm_part_id (stage);
    }
  return found;
}
