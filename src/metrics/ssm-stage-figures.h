/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is measured of one stage; see ssm-measure.h. */

#pragma once

#include "ssm-stay-figures.h"

G_BEGIN_DECLS

typedef enum
{
  SSM_STAGE_OPEN, /* a step on the way */
  SSM_STAGE_POST, /* after the sale */
  SSM_STAGE_LOST  /* an outcome that stands among the stages; it has no figures */
} SsmStageKind;

typedef enum
{
  SSM_STAGE_LIMIT_NONE,
  SSM_STAGE_LIMIT_SET,    /* by the team */
  SSM_STAGE_LIMIT_P90,    /* 90th percentile of the finished stays, of which there are ten */
  SSM_STAGE_LIMIT_MEDIAN  /* one and a half times the median */
} SsmLimitSource;

/* An open deal and its age in whole days. */
typedef struct
{
  guint deal; /* of the pipeline */
  guint days;
} SsmDealAge;

/* What happened in the period: of the deals that were in the stage at any time of it. */
typedef struct
{
  guint present;
  guint moved_on; /* further, or won, within the period */
  guint lost;     /* within the period */
} SsmStageSnapshot;

typedef struct
{
  guint stage;     /* of the map */
  SsmStageKind kind;
  guint entered;   /* deals whose first entry lies in the period; stages that a deal passed
                      over are filled in */
  guint advanced;  /* of these: came further, or are won */
  guint lost;      /* got no further and are lost, or went to another pipeline */
  guint open;      /* got no further yet. The three are all that entered */
  guint won;       /* of these, in the end */
  guint skipped;   /* passed it without a stay in it */
  guint moved_back; /* went from it to an earlier one at least once */
  SsmStageSnapshot snapshot;
  SsmStayFigures days;
  guint n_undated; /* stays in it of which no one knows when they began */
  double limit;    /* days, or -1 */
  SsmLimitSource limit_source;
  SsmDealAge *here; /* open deals that are in it now, longest first */
  guint n_here;
  guint n_over;     /* the first so many of them are over the limit */
} SsmStageFigures;

G_END_DECLS
