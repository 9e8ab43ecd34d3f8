/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One deal as it stood on a day: how far it had come, where it was, how long it had been in
 * each stage. All that is counted of deals is counted of this, so what counts as what is
 * decided here and nowhere else. */

#pragma once

#include "ssm-measure-path.h"
#include "ssm-pipeline-private.h"

G_BEGIN_DECLS

/* Of one stage of the map. */
typedef struct
{
  SsmInstant entered;  /* first entry, filled in where it was passed over; if the deal got
                          that far */
  gint64 finished;     /* milliseconds of the stays that ended, or of the last one */
  gboolean has_entered;
  gboolean has_stay;   /* it was really in it */
  gboolean has_finished;
  gboolean is_unsure;  /* of one of the stays nobody knows how long it was */
  gboolean is_undated; /* of one of the stays nobody knows when it began or ended */
  gboolean moved_back; /* it went from here to an earlier stage */
} SsmStoryStage;

/* A step, in order, up to the day. */
typedef struct
{
  SsmInstant when;
  guint32 day;
  int stage;   /* of the map, or SSM_STEP_… */
  int order;   /* on the way; n_open for won and after; SSM_NO_ORDER for others */
} SsmStoryStep;

typedef struct
{
  const SsmMeasurePath *path;
  guint deal;
  const SsmDealRecord *record;
  SsmDealState state;      /* open, won or lost */
  gboolean is_elsewhere;   /* in another pipeline now; its state is open then */
  int furthest;            /* order of the furthest stage that it really was in, or -1 */
  int now;                 /* stage of the map in which it is; -1: none, or not known */
  gint64 age_now;          /* milliseconds in it so far; -1: not known */
  SsmInstant start;        /* created, else its first row */
  SsmInstant close;        /* last close, if it is closed and somebody knows */
  gint64 cycle;            /* milliseconds from start to close, else to the day, without the
                              time it was closed in between; -1: not known */
  guint n_reopened;
  gboolean is_won_then_lost;
  gboolean is_negative;    /* something ended before it began */
  gboolean is_before_created; /* its history begins before it was created */
  SsmStoryStage *stages;   /* a stage of the map each */
  GArray *steps;           /* SsmStoryStep */
} SsmDealStory;

SsmDealStory *ssm_deal_story_new  (const SsmMeasurePath *path);
void          ssm_deal_story_free (SsmDealStory *story);

/* Tells the story of a deal up to @as_of. FALSE where the deal did not exist yet. @latest:
 * time in a stage is that of the last stay in it. */
gboolean ssm_deal_story_tell (SsmDealStory *story, const SsmPipeline *pipeline, guint deal,
                              guint32 as_of, gboolean latest);

/* Whether it got as far as the open stage @order. */
gboolean ssm_deal_story_reached (const SsmDealStory *story, guint order);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SsmDealStory, ssm_deal_story_free)

G_END_DECLS
