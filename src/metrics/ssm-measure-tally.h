/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is counted while deals go by, one after the other. Two tallies of different deals can
 * be made one, so that each processor counts its own. */

#pragma once

#include "ssm-deal-story.h"

G_BEGIN_DECLS

/* What is asked; the same for all deals. */
typedef struct
{
  const SsmPipeline *pipeline;
  const SsmMap *map;
  const SsmMeasurePath *path;
  guint32 as_of, from, to;
  guint32 quota_from, quota_to;
  int owner, segment;     /* words of the pipeline; -1: all; -2: one that no deal has */
  gboolean latest_stay;
  guint n_currencies;     /* words of the pipeline */
  const int *reason_of_word; /* words of the pipeline → reason of the map, or -1 */
  const int *reason_of_id;
  const gboolean *no_decision; /* reasons of the map */
  guint n_reasons;        /* of the map */
  guint n_slots;          /* these, and behind them the words of the pipeline */
} SsmMeasureQuestion;

typedef struct
{
  guint entered, advanced, lost, open, won, skipped, moved_back, n_undated;
  guint all_entered, all_won; /* whatever the period */
  SsmStageSnapshot snapshot;
  GArray *finished;  /* gint64 */
  GArray *censored;  /* gint64 */
  GArray *here;      /* SsmDealAge */
  SsmMoney *open_values;  /* a currency: open deals that are here */
  SsmMoney *quota_values; /* those of them that count for the quota */
} SsmStageTally;

typedef struct
{
  guint n_deals;
  SsmMoney won, lost, derailed, open;
  guint n_won, n_lost, n_open;
  SsmMoney quota_won, quota_open, quota_late;
  guint n_quota_open;
  SsmMoney required_won, required_lost;
  gboolean overflow;
} SsmMoneyTally;

typedef struct
{
  guint count;
  guint *at_stage;
  SsmMoney *values; /* [stage × n_currencies + currency] */
} SsmReasonTally;

typedef struct
{
  const SsmMeasureQuestion *question;
  guint n_deals, n_open, n_won, n_lost, n_elsewhere;
  guint n_resolved; /* whatever the period */
  guint n_qualified; /* open deals past qualification */
  SsmStageTally *stages;
  SsmMoneyTally *money;
  SsmReasonTally *reasons; /* a slot each; made when it is needed */
  SsmRatio count, narrow, cohort, of_all;
  guint n_closed_without_amount, n_closed_undated;
  guint n_quota_undated, n_quota_without_amount;
  GArray *won_cycles, *lost_cycles; /* gint64: closed in the period */
  GArray *closed_cycles, *open_cycles; /* begun in the period */
  GArray *open_ages;   /* SsmDealAge: open deals whose beginning is known */
  GArray *past_due;    /* SsmDealAge */
  gint64 slowest_won;  /* -1: none */
  guint32 first_close, last_close;
  guint n_closes;
  SsmMeasureNote notes[SSM_N_MEASURE_NOTES];
} SsmMeasureTally;

SsmMeasureTally *ssm_measure_tally_new  (const SsmMeasureQuestion *question);
void             ssm_measure_tally_free (SsmMeasureTally *tally);

/* Counts the deals from @first up to, but not with, @end. */
void ssm_measure_tally_add (SsmMeasureTally *tally, guint first, guint end);

/* Adds what @other counted to @tally. */
void ssm_measure_tally_join (SsmMeasureTally *tally, const SsmMeasureTally *other);

/* Counts @count for @kind; @example: a deal, or G_MAXUINT. */
void ssm_measure_tally_note (SsmMeasureTally *tally, SsmMeasureNoteKind kind, guint count,
                             guint example);

/* What the deals of one story are to the stages, and to all else; used by _add (). */
void ssm_measure_tally_stages (SsmMeasureTally *tally, const SsmDealStory *story);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SsmMeasureTally, ssm_measure_tally_free)

/* Whether @day lies in the period; 0 does only where there is none. */
gboolean ssm_measure_in_period (const SsmMeasureQuestion *question, guint32 day);

/* Whether the amount of a deal can be added. */
gboolean ssm_measure_has_amount (const SsmDealRecord *record);

G_END_DECLS
