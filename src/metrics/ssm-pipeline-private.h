/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How a pipeline lies in memory: deals as records of 100 bytes, stays as two arrays. */

#pragma once

#include "ssm-pipeline.h"
#include "ssm-word-pool.h"

G_BEGIN_DECLS

typedef struct
{
  SsmInstant created;
  SsmInstant closed;
  SsmInstant expected;
  SsmInstant since;
  SsmMoney amount;
  guint32 name;      /* words of the pools */
  guint32 owner;
  guint32 segment;
  guint32 reason;
  guint32 reason_id;
  guint32 line;
  gsize first_stay;
  guint32 n_stays;
  guint16 currency;
  gint16 step;
  gint8 state;
  guint8 has_row : 1;
  guint8 has_amount : 1;
  guint8 has_history : 1; /* its stays are not only what its row says */
  guint8 is_merged : 1;
  guint8 is_since_old : 1; /* its history goes on behind @since */
} SsmDealRecord;

struct _SsmPipeline
{
  gatomicrefcount ref_count;
  SsmWordPool *ids;      /* numbered as the deals are */
  SsmWordPool *names;
  SsmWordPool *owners;
  SsmWordPool *segments;
  SsmWordPool *reasons;
  SsmWordPool *reason_ids;
  SsmWordPool *currencies;
  SsmDealRecord *deals;
  guint n_deals;
  SsmInstant *entered;   /* of all stays, deal after deal */
  gint16 *steps;
  gsize n_stays;
  char **step_ids;
  gboolean *is_post;     /* a step: whether it comes after the sale */
  guint n_steps;
  guint32 newest;
  SsmPipelineNotes notes;
  char **owner_list;
  char **segment_list;
};

/* The step of a row by which a deal left the stage @step, before it is known where to. */
#define SSM_STEP_LEFT(step) (SSM_STEP_NOWHERE - 1 - (step))

/* A row of history in the builder. */
typedef struct
{
  SsmInstant when;
  gint64 sequence;
  gint16 step;
} SsmPipelineEvent;

/* An unfinished pipeline, with nothing in it. */
SsmPipeline *ssm_pipeline_new (const SsmMap *map);

/* Takes the log of @n rows, sorts it into the stays of each deal, adds what the deals' own
 * rows say, and makes neighbours in the same step one. @sequences: NULL where none is
 * given. */
void ssm_pipeline_finish (SsmPipeline *pipeline, const guint32 *deals,
                          const SsmInstant *whens, const gint16 *steps,
                          const gint64 *sequences, gsize n);

G_END_DECLS
