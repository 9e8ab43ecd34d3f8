/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What happened to the deals of a CRM: an immutable, reference counted value, from which
 * any period, owner and day can be measured (ssm-measure.h). It is made by a builder
 * (ssm-pipeline-builder.h), and takes memory by deals and their stays, not by rows. */

#pragma once

#include "ssm-instant.h"
#include "ssm-map.h"
#include "ssm-money.h"

G_BEGIN_DECLS

/* Where a deal came to: the index of a stage of the map the rows were read with, or one of
 * these. */
enum
{
  SSM_STEP_WON = -1,
  SSM_STEP_LOST = -2,
  SSM_STEP_UNMAPPED = -3,  /* a stage that the map does not have */
  SSM_STEP_ELSEWHERE = -4, /* another pipeline */
  SSM_STEP_NOWHERE = -5    /* it left, and nothing says where to; of a deal: no stage */
};

typedef enum
{
  SSM_DEAL_STATE_UNKNOWN = -1,
  SSM_DEAL_STATE_OPEN,
  SSM_DEAL_STATE_WON,
  SSM_DEAL_STATE_LOST
} SsmDealState;

/* A deal as its row has it. Texts are "" and instants SSM_INSTANT_NONE where it does not
 * say. */
typedef struct
{
  const char *name;
  const char *owner;
  const char *segment;
  const char *reason;    /* why it was lost, as the CRM has it */
  const char *reason_id; /* the reason of the map that this is, if that is known; else one
                            with that code or these words is looked for */
  const char *currency;  /* ISO code, of three letters */
  gboolean has_amount;
  SsmMoney amount;
  SsmDealState state;
  int step;              /* its stage now, or the one in which it was closed; else
                            SSM_STEP_UNMAPPED or SSM_STEP_NOWHERE */
  SsmInstant since;      /* when it came to that stage */
  SsmInstant created;
  SsmInstant closed;     /* when it was won or lost */
  SsmInstant expected;   /* when an open one is expected to close */
  guint line;            /* of its file */
} SsmPipelineDeal;

/* What was noticed while the history was put together. */
typedef struct
{
  guint n_rows;       /* of history */
  guint n_unmapped;   /* of history and of deals, in a stage which is not in the map */
  guint n_repeated;   /* that say once more where the deal is */
  guint n_undated;    /* that could not be used because they have no date */
  guint n_unsorted;   /* that stand behind a later one of the same deal */
  guint n_strangers;  /* deals of the history that have no row of their own */
  guint n_merged;     /* deals that live on in another one */
} SsmPipelineNotes;

/* From one step to the next. */
typedef struct
{
  SsmInstant entered; /* SSM_INSTANT_NONE where only the deal's row says so */
  int step;
} SsmPipelineStay;

typedef struct _SsmPipeline SsmPipeline;

SsmPipeline *ssm_pipeline_ref   (const SsmPipeline *pipeline);
void         ssm_pipeline_unref (SsmPipeline *pipeline);

guint ssm_pipeline_n_deals (const SsmPipeline *pipeline);

const SsmPipelineNotes *ssm_pipeline_notes (const SsmPipeline *pipeline);

/* The newest day that any row has, expected days apart; 0 where there is none. */
guint32 ssm_pipeline_newest (const SsmPipeline *pipeline);

/* Key in the CRM, and name; the name is the key where it has none. */
const char *ssm_pipeline_deal_id   (const SsmPipeline *pipeline, guint deal);
const char *ssm_pipeline_deal_name (const SsmPipeline *pipeline, guint deal);

/* Fills @row with what is known of a deal; texts belong to @pipeline. */
void ssm_pipeline_deal (const SsmPipeline *pipeline, guint deal, SsmPipelineDeal *row);

/* Its stays in their order, those that follow each other in the same step made one. Each
 * lasts until the next; the last one lasts, unless it is an end. */
guint ssm_pipeline_deal_stays (const SsmPipeline *pipeline, guint deal,
                               SsmPipelineStay *stays, guint max);

/* The id of the stage of the map that the step @step was. */
guint       ssm_pipeline_n_steps (const SsmPipeline *pipeline);
const char *ssm_pipeline_step_id (const SsmPipeline *pipeline, guint step);

/* Owners and segments that deals have, sorted; NULL terminated; for a choice of filters. */
const char * const *ssm_pipeline_owners   (const SsmPipeline *pipeline);
const char * const *ssm_pipeline_segments (const SsmPipeline *pipeline);

/* Bytes that it takes. */
gsize ssm_pipeline_size (const SsmPipeline *pipeline);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SsmPipeline, ssm_pipeline_unref)

G_END_DECLS
