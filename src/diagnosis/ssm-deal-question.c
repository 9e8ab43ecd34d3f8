/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Put together from the map's own hint and the words of its language. */

#include "ssm-deal-question.h"

/* (transfer full): NULL where the map does not say what counts. */
static char *
proof_of (const SsmPathCriterion *criterion, const SsmLanguage *words)
{
  const char *proof = ssm_part_text (criterion->part, SSM_CRITERION_PROOF);

  return *proof != '\0' ? ssm_language_format (words, "deal-proof", "proof", proof, NULL)
                        : NULL;
}

static const char *
ask (const SsmPathCriterion *criterion, const SsmLanguage *words)
{
  g_autofree char *token = NULL;
  g_autofree char *key = NULL;

  if (criterion->letter == SSM_LETTER_NONE)
    return ssm_language_label (words, "deal-ask");
  token = g_ascii_strdown (ssm_letter_token (criterion->letter), -1);
  key = g_strconcat ("deal-question-", token, NULL);
  return ssm_language_label (words, key);
}

char *
ssm_deal_question (const SsmPathCriterion *criterion, const SsmLanguage *words)
{
  g_autofree char *proof = NULL;

  g_return_val_if_fail (criterion != NULL && words != NULL, NULL);

  proof = proof_of (criterion, words);
  return proof != NULL ? g_strjoin (" ", ask (criterion, words), proof, NULL)
                       : g_strdup (ask (criterion, words));
}

char *
ssm_deal_question_short (const SsmPathCriterion *criterion, const SsmLanguage *words)
{
  char *proof;

  g_return_val_if_fail (criterion != NULL && words != NULL, NULL);

  proof = proof_of (criterion, words);
  return proof != NULL ? proof : g_strdup (ask (criterion, words));
}
