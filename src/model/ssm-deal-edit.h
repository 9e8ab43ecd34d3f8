/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Edits of one deal: deal → deal, (transfer full), the same one referenced where nothing
 * changes, as all edits. ssm_book_with_deal () brings the result into its book. Dates are
 * YYYY-MM-DD, stages and criteria the ids of the map, texts as people wrote them. */

#pragma once

#include "ssm-book.h"

G_BEGIN_DECLS

/* A text of the deal itself. The stage has a function of its own, as it is history. */
SsmPart *ssm_deal_with_text (SsmPart *deal, SsmField field, const char *text);

/* When it is expected to close. A day later than the last one counts as a slip. */
SsmPart *ssm_deal_with_close (SsmPart *deal, const char *date);

/* The CRM or the seller has the deal in @stage since @date. A second change of the same day
 * corrects the first, so that no stay of no day gets into the history. */
SsmPart *ssm_deal_with_claim (SsmPart *deal, const char *stage, const char *date);

typedef struct
{
  const char *is;       /* "yes", "partly", "no", "unknown", "not-applicable" */
  const char *evidence; /* NULL: as it was */
  const char *words;    /* the criterion's, as they are now; NULL: as they were */
  const char *date;
  const char *by;       /* who says so; NULL: nobody in particular */
  gboolean from_data;   /* a column of the CRM says so */
} SsmAnswer;

/* Answers @criterion. What a person has answered is never answered by data. The same answer
 * with the same evidence changes nothing, whenever and by whomever it is given. */
SsmPart *ssm_deal_with_answer    (SsmPart *deal, const char *criterion,
                                  const SsmAnswer *answer);
SsmPart *ssm_deal_without_answer (SsmPart *deal, const char *criterion);

/* Who does what by which day; "" for all three takes the next action away. */
SsmPart *ssm_deal_with_next (SsmPart *deal, const char *what, const char *who,
                             const char *date);

typedef struct
{
  const char *as;     /* "won" or "lost" */
  const char *date;
  const char *reason; /* the id of a reason of the map, which "lost" needs; or NULL */
  const char *code;   /* of that reason, or NULL */
  const char *note;   /* or NULL */
  gboolean from_data; /* a table says so, which may know no reason */
} SsmClosing;

SsmPart *ssm_deal_with_closed (SsmPart *deal, const SsmClosing *closing);
SsmPart *ssm_deal_reopened    (SsmPart *deal);

/* Keeps the diagnosis as it is, for comparing with later ones: one a day, and none that
 * says the same as the last. @evidence: the stage that it shows. */
SsmPart *ssm_deal_with_diagnosis_kept (SsmPart *deal, const char *evidence,
                                       const char *date);

/* The value of a column that criteria test; NULL or "" where there is none. */
SsmPart *ssm_deal_with_value (SsmPart *deal, const char *column, const char *text);

G_END_DECLS
