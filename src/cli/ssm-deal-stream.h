/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From the rows of a table to rows of diagnoses, one by one: a million deals take the
 * memory of one. */

#pragma once

#include "ssm-deal-path.h"
#include "ssm-table-input.h"

G_BEGIN_DECLS

typedef struct
{
  const SsmDealPath *path;
  guint32 as_of;       /* Julian day */
  const char *only;    /* the key of the deal to diagnose; NULL: all that are open */
} SsmDealStream;

/* Prints the diagnoses of @input as a table on standard output, and what was found in it
 * on standard error. The exit status: 1 where a deal is stuck. */
int ssm_deal_stream_print (const SsmDealStream *stream, const SsmTableInput *input);

G_END_DECLS
