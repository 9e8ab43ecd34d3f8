/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Answers of both are held against the map as it is now: what a criterion was called
 * then, and which there were, does not matter. */

#include "ssm-deal-change.h"

#include "ssm-deal-facts.h"

/* The one being worked on may have been kept already, on the same day. */
static const SsmPart *
find_last (const SsmPart *deal)
{
  const SsmPart *current = ssm_part_only (deal, SSM_LIST_DIAGNOSIS);
  const char *today = ssm_part_text (current, SSM_DIAGNOSIS_DATE);

  for (guint i = ssm_part_n_children (deal, SSM_LIST_PAST); i > 0; i--)
    {
      const SsmPart *past = ssm_part_child (deal, SSM_LIST_PAST, i - 1);

      if (!g_str_equal (ssm_part_text (past, SSM_DIAGNOSIS_DATE), today))
        return past;
    }
  return NULL;
}

/* What was found then, if it was noted down and the map still has it. */
static int
evidence_of (const SsmPart *last, const SsmDiagnosis *before)
{
  int noted =
      ssm_deal_path_stage (before->path, ssm_part_text (last, SSM_DIAGNOSIS_EVIDENCE));

  return noted != SSM_NO_STAGE ? noted : before->evidence;
}

SsmDealChanges *
ssm_deal_changes_new (const SsmDiagnosis *diagnosis, const SsmPart *deal)
{
  g_autoptr (SsmDealFacts) facts = NULL;
  g_autoptr (SsmDiagnosis) before = NULL;
  const SsmPart *last;
  SsmDealChanges *self;

  g_return_val_if_fail (diagnosis != NULL && deal != NULL, NULL);

  last = find_last (deal);
  if (last == NULL)
    return NULL;
  facts = ssm_deal_facts_new (diagnosis->path);
  before = ssm_diagnosis_new (diagnosis->path);
  ssm_deal_facts_read_answers (facts, diagnosis->path, last);
  ssm_diagnosis_make (before, facts, 0);
  self = g_new0 (SsmDealChanges, 1);
  self->since = g_strdup (ssm_part_text (last, SSM_DIAGNOSIS_DATE));
  self->evidence_before = evidence_of (last, before);
  self->evidence_after = diagnosis->evidence;
  self->changes = g_array_new (FALSE, FALSE, sizeof (SsmDealChange));
  for (guint i = 0; i < diagnosis->path->n_criteria; i++)
    {
      SsmDealChange change = { i, before->answers[i], diagnosis->answers[i] };

      if (change.before != change.after)
        g_array_append_val (self->changes, change);
    }
  return self;
}

void
ssm_deal_changes_free (SsmDealChanges *changes)
{
  if (changes == NULL)
    return;

  g_free (changes->since);
  g_array_unref (changes->changes);
  g_free (changes);
}
