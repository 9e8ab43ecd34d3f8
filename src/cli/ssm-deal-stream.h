/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From the rows of a table to diagnoses, one by one: a million deals take the memory of one,
 * and as texts that of their order. */

#pragma once

#include "ssm-deal-path.h"
#include "ssm-table-input.h"

G_BEGIN_DECLS

typedef enum
{
  SSM_DEAL_STREAM_TEXT,
  SSM_DEAL_STREAM_JSON,
  SSM_DEAL_STREAM_CSV
} SsmDealStreamFormat;

typedef struct
{
  SsmDealPath *path;
  SsmDealStreamFormat format;
  guint32 as_of;       /* Julian day */
  const char *date;    /* the same */
  const SsmLanguage *words;
  const char *only;    /* the key of the deal to diagnose; NULL: all that are open */
} SsmDealStream;

/* Prints the diagnoses of @input on standard output, and what was found in it on standard
 * error. What deals have needed for a stage becomes part of the path. The exit status: 1
 * where a deal is stuck. */
int ssm_deal_stream_print (const SsmDealStream *stream, const SsmTableInput *input);

/* (transfer full): "10 open deals on 23 Nov 2026, 4 stuck." and the end of its line. */
char *ssm_deal_stream_head (const SsmLanguage *words, const char *date, guint n_deals,
                            guint n_stuck);

G_END_DECLS
