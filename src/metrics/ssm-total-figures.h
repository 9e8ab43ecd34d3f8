/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is measured of all deals together; see ssm-measure.h. */

#pragma once

#include "ssm-ratio.h"
#include "ssm-stage-figures.h"

G_BEGIN_DECLS

/* Sums of one currency. */
typedef struct
{
  char currency[4]; /* "": unknown */
  SsmMoney won;     /* closed in the period */
  SsmMoney lost;
  SsmMoney derailed; /* the part of lost that no one else won */
  guint n_won;      /* with an amount */
  guint n_lost;     /* with an amount that is not 0 */
  SsmMoney open;    /* all open deals */
  guint n_open;     /* with an amount */
  SsmMoney weighted; /* open deals by the chance of their stage */
  gboolean has_weighted; /* thirty deals are resolved, and it is known where they were */
  double velocity;  /* money a day, for comparing in time; -1 where it is not defined */
  gboolean overflow; /* a sum is more than can be held: none of these is right */
} SsmMoneyFigures;

typedef struct
{
  SsmRatio count;    /* won of won, lost and derailed: the broad one */
  SsmRatio narrow;   /* without the derailed */
  SsmRatio cohort;   /* of the deals created in the period, won of closed */
  SsmRatio of_all;   /* of the deals created in the period, won of all */
  guint n_without_amount; /* of the closed ones */
  guint n_undated;   /* closed, and nothing says when; counted only without a period */
  SsmDealAge *older; /* open deals, oldest first, as far as is known when they began */
  guint n_older;     /* the first so many are older than the slowest won deal: losses that
                        nobody has recorded */
} SsmWinFigures;

typedef struct
{
  SsmStayFigures won;
  SsmStayFigures lost;
  SsmStayFigures closed;   /* together; open ones are the censored */
  double limit;            /* 90th percentile of the closed, or -1: fewer than ten */
  guint n_open;            /* open deals whose beginning is known … */
  guint n_over;            /* … and that are older than that */
} SsmCycleFigures;

typedef enum
{
  SSM_COVERAGE_NONE,      /* there is no quota, or no currency that it is in */
  SSM_COVERAGE_RATIO,
  SSM_COVERAGE_MET,       /* no ratio: the quota is reached, and exceeded by -remaining */
  SSM_COVERAGE_CURRENCIES /* deals have several and the quota does not say which */
} SsmCoverageState;

typedef struct
{
  SsmCoverageState state;
  guint32 from, to;    /* the period of the quota */
  char currency[4];
  SsmMoney quota;
  SsmMoney won;        /* closed in the period */
  SsmMoney remaining;  /* negative where it is exceeded */
  SsmMoney open;       /* qualified, and expected to close in the period */
  SsmMoney late;       /* the part of it in the later half: proposal and behind */
  SsmMoney weighted;   /* the same by the chance of each deal's stage */
  gboolean has_weighted;
  guint n_open;
  SsmMoneyRatio required; /* won and lost over won, of what got past qualification: how much
                             coverage it takes */
  SsmDealAge *past_due;   /* open ones whose day to close is over: to be dated anew */
  guint n_past_due;
  guint n_undated;        /* open ones that say no day */
  guint n_without_amount;
} SsmCoverageFigures;

/* Won of won and lost by value, of closed deals of one currency. FALSE where it has none, or
 * lost deals have no amounts. */
gboolean ssm_money_figures_win_rate (const SsmMoneyFigures *money, const SsmWinFigures *win,
                                     SsmMoneyRatio *ratio);

G_END_DECLS
