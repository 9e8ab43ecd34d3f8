/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Headers of a table with a row for each deal that say when it came to a stage, a column for
 * each: Date entered "Proposal (Sales Pipeline)", hs_v2_date_exited_98765431, or only the
 * name of the stage above a column of days. */

#pragma once

#include "ssm-stage-words.h"

G_BEGIN_DECLS

typedef struct
{
  guint header;            /* its index */
  gboolean leaves;         /* it says when deals left */
  char *word;              /* what it calls the stage */
  SsmStageMeaning meaning; /* what that is */
} SsmStageHeader;

/* (transfer full): of SsmStageHeader, in the order of the map; those that are no stage of it
 * last. What somebody said that a word for a stage means holds here, too. */
GArray *ssm_stage_headers_find (const SsmTableMapping *mapping, SsmStageWords *words);

G_END_DECLS
