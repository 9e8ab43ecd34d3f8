/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The measurements of a pipeline, held against a map: what moves on, how long it takes, what
 * is won, whether the open deals are enough, and why deals are lost. Pure: the same history,
 * map and options give the same numbers on any day; what is later than the day it is measured
 * for is as if it had not happened yet. */

#pragma once

#include "ssm-language.h"
#include "ssm-measure-note.h"
#include "ssm-pipeline.h"
#include "ssm-total-figures.h"

G_BEGIN_DECLS

/* Days are Julian as in GDate; 0: not given. Both ends of a period belong to it. */
typedef struct
{
  guint32 as_of;         /* else the newest day of the pipeline */
  guint32 from;          /* the period: deals that entered a stage in it, were closed in it */
  guint32 to;
  const char *owner;     /* only deals of this one; NULL: all */
  const char *segment;
  const SsmLanguage *words; /* of the map, to know a stage that is called like a lost deal;
                               NULL: every stage is one */
  gboolean latest_stay;  /* time in a stage is that of the last stay, not of all together */
  gboolean has_quota;
  SsmMoney quota;
  guint32 quota_from;    /* what the quota is for: if not given the period, if that has both */
  guint32 quota_to;      /* ends, else the quarter in which as_of lies */
  const char *quota_currency; /* "" or NULL: that of the deals, if they have one only */
  guint fiscal_start;    /* month in which the year begins, 1 … 12; 0: January */
} SsmMeasureOptions;

typedef struct
{
  const char *code;   /* of the map's reason, else the CRM's words, else "" */
  const char *words;  /* the same */
  const char *id;     /* of the map's reason, or NULL */
  gboolean no_decision;
  guint count;
  guint *at_stage;    /* deals a stage of the map, one more for those of no known stage */
  SsmMoney *values;   /* sums a currency */
  SsmMoney *at_stage_values; /* the same a stage and currency: [stage × n_currencies + c] */
} SsmReasonFigures;

typedef struct _SsmMeasure SsmMeasure;

struct _SsmMeasure
{
  gatomicrefcount ref_count;
  SsmPipeline *pipeline;
  SsmMap *map;
  guint32 as_of;
  guint32 from, to;  /* as given */
  guint n_deals;     /* that exist on the day and pass the filters, whatever the period */
  guint n_open, n_won, n_lost;
  guint n_elsewhere; /* in another pipeline now */
  SsmStageFigures *stages; /* one a stage of the map */
  guint n_stages;
  SsmWinFigures win;
  SsmCycleFigures cycle;
  SsmCoverageFigures coverage;
  SsmMoneyFigures *money; /* one a currency, the one of most deals first */
  guint n_currencies;
  SsmReasonFigures *reasons; /* those of the map in its order, then others by count, then none;
                                closed in the period */
  guint n_reasons;
  SsmMeasureNote notes[SSM_N_MEASURE_NOTES]; /* count 0: nothing was found */
};

/* (transfer full). @options: NULL for none. */
SsmMeasure *ssm_measure_new   (const SsmPipeline *pipeline, const SsmMap *map,
                               const SsmMeasureOptions *options);

/* The period that a quota is for. FALSE where there is not even a day. */
gboolean ssm_measure_quota_period (const SsmPipeline *pipeline,
                                   const SsmMeasureOptions *options, guint32 *from,
                                   guint32 *to);

/* Whether shares of stages mean anything: not where of more than a tenth of the lost deals
 * nothing says in which stage they were, as in a table of deals whose stage is just "Lost". */
gboolean ssm_measure_knows_conversion (const SsmMeasure *measure);

SsmMeasure *ssm_measure_ref   (const SsmMeasure *measure);
void        ssm_measure_unref (SsmMeasure *measure);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SsmMeasure, ssm_measure_unref)

G_END_DECLS
