/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is known of a criterion in one deal. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  SSM_ANSWER_UNKNOWN,        /* nobody has answered, or nobody knows */
  SSM_ANSWER_PARTLY,
  SSM_ANSWER_NO,
  SSM_ANSWER_YES,            /* with proof */
  SSM_ANSWER_NOT_APPLICABLE, /* with a reason */
  SSM_ANSWER_NOT_YET,        /* follows from an earlier stage that is not proved */
  SSM_N_ANSWERS
} SsmAnswer;

/* What an answer is worth that says @is ("yes", "partly", "no", "unknown", "n/a") and gives
 * @evidence. With proof means that there are words of evidence: a yes without any counts as
 * partly, and a criterion that does not apply for no reason as unknown. So does every word
 * that is none of these. */
SsmAnswer ssm_answer_judge (const char *is, const char *evidence);

gboolean ssm_answer_is_met (SsmAnswer answer);

/* As scripts and files call it: "unknown", "partly", "no", "yes", "n/a". One that follows
 * from an earlier stage is a no. */
const char *ssm_answer_name (SsmAnswer answer);

G_END_DECLS
