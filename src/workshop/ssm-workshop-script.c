/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-workshop-script.h"

#include <string.h>

#include "ssm-resources.h"

/* What has a scene but is no block. */
static const char * const steps[] = { "definitions", "self-check", "other", NULL };

static const char * const hints[] = {
  "seller-verb", "opinion-word", "two-in-one", "too-long", "duplicate", "undefined-term",
  NULL
};

static const char *
find_label (const SsmLanguage *words, const char *start, const char *of)
{
  g_autofree char *key = g_strconcat (start, of, NULL);

  return ssm_language_label (words, key);
}

SsmWorkshopScene
ssm_workshop_script_get (const char *tag, const char *of)
{
  gboolean is_block = g_strv_contains (ssm_blocks, of);
  const SsmLanguage *words = ssm_resources_words (tag);
  g_autofree char *prompts = NULL;

  if (!is_block && !g_strv_contains (steps, of))
    of = "other";
  prompts = g_strconcat ("ask-", of, NULL);
  return (SsmWorkshopScene) {
    .question = find_label (words, is_block ? "handout-" : "workshop-question-", of),
    .prompts = ssm_language_words (words, prompts),
    .weak = find_label (words, "workshop-weak-", of),
    .strong = find_label (words, "workshop-strong-", of),
  };
}

SsmWorkshopScene
ssm_workshop_script_get_stage (const SsmMap *map, const SsmPart *stage)
{
  const char *block = ssm_part_text (stage, SSM_STAGE_BLOCK);

  return ssm_workshop_script_get (ssm_map_language (map),
                                  g_strv_contains (ssm_blocks, block) ? block : "other");
}

const char *
ssm_workshop_script_word (const char *tag, const char *key)
{
  return find_label (ssm_resources_words (tag), "workshop-", key);
}

char *
ssm_workshop_script_hint (const SsmMap *map, const SsmFinding *finding)
{
  g_autofree char *key = g_strconcat ("workshop-hint-", finding->code, NULL);

  if (finding->item == NULL || !g_strv_contains (hints, finding->code))
    return NULL;
  return ssm_language_format (ssm_resources_words (ssm_map_language (map)), key, "term",
                              finding->term != NULL ? finding->term : "", NULL);
}
