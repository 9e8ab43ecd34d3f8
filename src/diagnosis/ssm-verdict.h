/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What an answer to a criterion is worth. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  SSM_VERDICT_UNKNOWN,        /* nobody has answered, or nobody knows */
  SSM_VERDICT_PARTLY,
  SSM_VERDICT_NO,
  SSM_VERDICT_YES,            /* with proof */
  SSM_VERDICT_NOT_APPLICABLE, /* with a reason */
  SSM_VERDICT_NOT_YET,        /* follows from an earlier stage that is not proved */
  SSM_N_VERDICTS
} SsmVerdict;

/* What an answer is worth that says @is ("yes", "partly", "no", "unknown",
 * "not-applicable") and gives
 * @evidence. With proof means that there are words of evidence: a yes without any counts
 * as partly, and a criterion that does not apply for no reason as unknown. So does every
 * word that is none of these. */
SsmVerdict ssm_verdict_of (const char *is, const char *evidence);

gboolean ssm_verdict_is_met (SsmVerdict answer);

/* As scripts and files call it: "unknown", "partly", "no", "yes", "not-applicable". One
 * that follows from an earlier stage is a no. */
const char *ssm_verdict_name (SsmVerdict answer);

G_END_DECLS
