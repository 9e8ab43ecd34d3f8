/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Loops over the flat path and nothing else: see ssm-diagnosis.h for the rules. */

#include "ssm-diagnosis.h"

#include <math.h>
#include <string.h>

SsmDiagnosis *
ssm_diagnosis_new (const SsmDealPath *path)
{
  SsmDiagnosis *self;

  g_return_val_if_fail (path != NULL, NULL);

  self = g_new0 (SsmDiagnosis, 1);
  self->path = path;
  self->answers = g_new0 (guint8, path->n_criteria);
  self->missing = g_new0 (guint, path->n_criteria);
  return self;
}

void
ssm_diagnosis_free (SsmDiagnosis *diagnosis)
{
  if (diagnosis == NULL)
    return;

  g_free (diagnosis->answers);
  g_free (diagnosis->missing);
  g_free (diagnosis);
}

static gboolean
are_met (const SsmDiagnosis *self, guint first, guint n)
{
  for (guint i = first; i < first + n; i++)
    if (!ssm_verdict_is_met (self->answers[i]))
      return FALSE;
  return TRUE;
}

/* Nobody needs to answer what an earlier stage says already. */
static void
take_answers (SsmDiagnosis *self, const guint8 *answers)
{
  const SsmDealPath *path = self->path;

  memcpy (self->answers, answers, path->n_criteria);
  for (guint i = 0; i < path->n_criteria; i++)
    {
      int follows = path->criteria[i].follows;

      if (follows != SSM_NO_STAGE && self->answers[i] == SSM_VERDICT_UNKNOWN)
        self->answers[i] = are_met (self, path->stages[follows].exit,
                                    path->stages[follows].n_exit)
                             ? SSM_VERDICT_YES : SSM_VERDICT_NOT_YET;
    }
}

static int
find_evidence (const SsmDiagnosis *self)
{
  int evidence = SSM_NO_STAGE;

  for (guint i = 0; i < self->path->n_stages; i++)
    {
      const SsmPathStage *stage = &self->path->stages[i];

      if (are_met (self, stage->entry, stage->n_entry))
        evidence = i;
      if (!are_met (self, stage->exit, stage->n_exit))
        break;
    }
  return evidence;
}

static gboolean
is_missing (SsmVerdict answer)
{
  return !ssm_verdict_is_met (answer) && answer != SSM_VERDICT_NOT_YET;
}

/* Adds what is missing of @n criteria: only what is not known, or all the others. */
static void
add_missing (SsmDiagnosis *self, guint first, guint n, gboolean unknown)
{
  for (guint i = first; i < first + n; i++)
    if (is_missing (self->answers[i])
        && (self->answers[i] == SSM_VERDICT_UNKNOWN) == unknown)
      self->missing[self->n_missing++] = i;
}

/* Returns where the debt begins. Criteria stand in the order of the way. */
static guint
find_blocking (SsmDiagnosis *self)
{
  const SsmPathStage *here = &self->path->stages[self->place];
  guint from = self->evidence == SSM_NO_STAGE ? here->entry : here->exit;
  guint end = here->exit + here->n_exit;

  add_missing (self, from, end - from, TRUE);
  add_missing (self, from, end - from, FALSE);
  if (self->n_missing > 0 || (guint) self->place + 1 == self->path->n_stages)
    return end;
  add_missing (self, end, here[1].n_entry, TRUE);
  add_missing (self, end, here[1].n_entry, FALSE);
  return end + here[1].n_entry;
}

/* The debt ends where the claimed stage is entered. */
static void
find_missing (SsmDiagnosis *self)
{
  guint from, to;

  self->n_missing = self->n_blocking = 0;
  if (self->place == SSM_NO_STAGE)
    return;
  from = find_blocking (self);
  self->n_blocking = self->n_missing;
  to = self->claimed != SSM_NO_STAGE ? self->path->stages[self->claimed].exit : 0;
  if (to <= from)
    return;
  add_missing (self, from, to - from, TRUE);
  add_missing (self, from, to - from, FALSE);
}

static void
read_clock (SsmDiagnosis *self, const SsmDealFacts *facts, guint32 as_of)
{
  const SsmPathStage *stage
    = self->place != SSM_NO_STAGE ? &self->path->stages[self->place] : NULL;

  self->days =
      facts->since > 0 && facts->since <= as_of ? (int) (as_of - facts->since) : -1;
  self->is_late = facts->close > 0 && facts->close < as_of;
  self->is_slipping = self->is_late || facts->was_put_off;
  self->limit = -1;
  self->limit_kind = SSM_LIMIT_NONE;
  if (stage == NULL)
    return;
  if (stage->limit >= 0)
    self->limit_kind = SSM_LIMIT_SET;
  else if (stage->usual >= 0)
    self->limit_kind = SSM_LIMIT_USUAL;
  self->limit = stage->limit >= 0 ? stage->limit : stage->usual;
}

void
ssm_diagnosis_make (SsmDiagnosis *diagnosis, const SsmDealFacts *facts, guint32 as_of)
{
  SsmDiagnosis *self = diagnosis;

  g_return_if_fail (self != NULL && facts != NULL);

  take_answers (self, facts->answers);
  self->claimed = facts->claimed;
  self->evidence = find_evidence (self);
  self->place = self->evidence;
  if (self->place == SSM_NO_STAGE && self->path->n_stages > 0)
    self->place = 0;
  self->ahead_by = MAX (self->claimed - self->place, 0);
  read_clock (self, facts, as_of);
  self->is_stuck = self->ahead_by > 0 || ssm_diagnosis_is_over (self);
  find_missing (self);
}

gboolean
ssm_diagnosis_is_over (const SsmDiagnosis *diagnosis)
{
  return diagnosis->days >= 0 && diagnosis->limit >= 0 &&
         diagnosis->days > diagnosis->limit;
}

int
ssm_diagnosis_days_over (const SsmDiagnosis *diagnosis)
{
  return ssm_diagnosis_is_over (diagnosis)
           ? (int) ceil (diagnosis->days - diagnosis->limit) : 0;
}

guint
ssm_diagnosis_score (const SsmDiagnosis *diagnosis, SsmLetter letter, SsmVerdict *answer)
{
  guint n[SSM_N_VERDICTS] = { 0 };
  guint all = 0, met;
  SsmVerdict found = SSM_VERDICT_UNKNOWN;

  for (guint i = 0; i < diagnosis->path->n_criteria; i++)
    if (diagnosis->path->criteria[i].letter == letter)
      {
        n[diagnosis->answers[i]]++;
        all++;
      }
  met = n[SSM_VERDICT_YES] + n[SSM_VERDICT_NOT_APPLICABLE];
  if (all > 0 && met == all)
    found = SSM_VERDICT_YES;
  else if (met + n[SSM_VERDICT_PARTLY] > 0)
    found = SSM_VERDICT_PARTLY;
  else if (n[SSM_VERDICT_NO] > 0)
    found = SSM_VERDICT_NO;
  if (answer != NULL)
    *answer = found;
  return found == SSM_VERDICT_YES ? 2 : found == SSM_VERDICT_PARTLY ? 1 : 0;
}

guint
ssm_diagnosis_n_given (const SsmDiagnosis *diagnosis, guint begin, guint end)
{
  guint n = 0;

  for (guint i = begin; i < end; i++)
    n += diagnosis->answers[i] == SSM_VERDICT_NOT_APPLICABLE ? 1 : 0;
  return n;
}
