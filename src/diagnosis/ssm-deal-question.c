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

/* NULL where the criterion has no letter. */
static const char *
ask (const SsmPathCriterion *criterion, const SsmLanguage *words)
{
  g_autofree char *token = NULL;
  g_autofree char *key = NULL;

  if (criterion->letter == SSM_LETTER_NONE)
    return NULL;
  token = g_ascii_strdown (ssm_letter_token (criterion->letter), -1);
  key = g_strconcat ("deal-question-", token, NULL);
  return ssm_language_label (words, key);
}

char *
ssm_deal_question (const SsmPathCriterion *criterion, const SsmLanguage *words)
{
  g_autofree char *proof = NULL;
  const char *question;

  g_return_val_if_fail (criterion != NULL && words != NULL, NULL);

  proof = proof_of (criterion, words);
  question = ask (criterion, words);
  if (proof == NULL)
    return g_strdup (question != NULL ? question
                                      : ssm_language_label (words, "deal-ask"));
  return question != NULL ? g_strjoin (" ", question, proof, NULL)
                          : g_steal_pointer (&proof);
}
