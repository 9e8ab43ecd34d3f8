/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where a deal really is, and what is missing to move it.
 *
 * Evidence leads to the furthest stage whose entry criteria are all met and all of whose
 * predecessors' exit criteria are met. That is where the deal is; where evidence does not
 * even enter the first stage, it is held to be in the first. A deal claimed to be further
 * is ahead of the evidence by so many stages, and stuck. It is stuck, too, when it has
 * been there for longer than the limit; else it is being worked on.
 *
 * What is missing blocks or is a debt. Exit criteria of the evidence stage that are not
 * met block; where all are met, the entry criteria of the stage behind it do; and where
 * not even the first is entered, its entry and exit criteria do. A debt is what is not
 * met of the stages from there to the claimed one: what they are entered by, and left by
 * if they lie before the claimed one. What is not known stands before partly and no in
 * each of the two, because one question settles it; else the order is the map's. A
 * criterion that follows from an earlier stage is not missing itself: what it follows
 * from is. */

#pragma once

#include "ssm-verdict.h"
#include "ssm-deal-path.h"

G_BEGIN_DECLS

/* Which clock a limit comes from. */
typedef enum
{
  SSM_LIMIT_NONE,
  SSM_LIMIT_SET,  /* the team has set it for the stage */
  SSM_LIMIT_USUAL /* nine of ten deals have left the stage within it */
} SsmLimit;

/* What is held against the path. Days are Julian days, 0 where they are not known. */
typedef struct
{
  int claimed;     /* stage of the path, or SSM_NO_STAGE */
  guint32 since;   /* entered the claimed stage */
  guint32 close;   /* is expected to close; of an open deal */
  gboolean was_put_off; /* the day it was to close, twice or more */
  guint8 *answers; /* SsmVerdict of each criterion of the path */
} SsmDealFacts;

typedef struct
{
  const SsmDealPath *path;
  guint8 *answers;   /* as given, or as they follow from earlier stages */
  int claimed;
  int evidence;      /* or SSM_NO_STAGE: not even the first stage is entered */
  int place;         /* the evidence stage, or the first; SSM_NO_STAGE: there are none */
  guint ahead_by;    /* stages that the claim is ahead of place */
  gboolean is_stuck; /* in place; else it is worked on there */
  int days;          /* since it entered the claimed stage, or -1 */
  double limit;      /* of place, or -1 */
  SsmLimit limit_kind;
  gboolean is_late;   /* the day it was to close is past */
  gboolean is_slipping; /* that, or it was put off again and again */
  guint *missing;    /* criteria of the path, in order */
  guint n_missing;
  guint n_blocking;  /* of these, the first */
} SsmDiagnosis;

/* @path must live as long as the diagnosis, which can be made again for any number of
 * deals. */
SsmDiagnosis *ssm_diagnosis_new  (const SsmDealPath *path);
void          ssm_diagnosis_free (SsmDiagnosis *diagnosis);

/* @as_of: the Julian day on which clocks are read. Allocates nothing. */
void
ssm_diagnosis_make (SsmDiagnosis *diagnosis, const SsmDealFacts *facts, guint32 as_of);

/* Whether it has been in place for longer than the limit; by how many days. */
gboolean ssm_diagnosis_is_over  (const SsmDiagnosis *diagnosis);
int      ssm_diagnosis_days_over (const SsmDiagnosis *diagnosis);

/* The MEDDPICC scale of a letter: 2 where all its criteria are met, 1 where one is at
 * least partly, else 0. @answer, if given: the answer it stands for. */
guint ssm_diagnosis_score (const SsmDiagnosis *diagnosis, SsmLetter letter,
                           SsmVerdict *answer);

/* How many criteria of the path from @begin on, before @end, count as met without a proof,
 * for a reason: they were taken as given, or do not apply. */
guint ssm_diagnosis_n_given (const SsmDiagnosis *diagnosis, guint begin, guint end);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SsmDiagnosis, ssm_diagnosis_free)

G_END_DECLS
