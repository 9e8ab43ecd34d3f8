/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The same measurements once more, as slowly and plainly as can be, out of the rows
 * themselves. Nothing of the program is used for it. */

#pragma once

#include "generator.h"

G_BEGIN_DECLS

typedef struct
{
  guint as_of, from, to; /* days; 0: all */
  guint quota_from, quota_to;
  const char *owner, *segment; /* NULL: all */
  gboolean latest;
} NaiveQuestion;

typedef struct
{
  guint entered, advanced, lost, open, won, skipped, moved_back;
  guint present, moved_on, lost_then;
  guint n_finished, n_censored, n_here;
  double median, p90, survival; /* days; -1 */
} NaiveStage;

typedef struct
{
  char currency[4];
  gint64 won, lost, derailed, open; /* hundredths */
  gint64 quota_won, quota_open, quota_late;
} NaiveMoney;

typedef struct
{
  guint n_deals, n_open, n_won, n_lost, n_elsewhere;
  NaiveStage stages[N_STAGES];
  NaiveMoney money[3]; /* "", EUR, USD */
  guint rate[2], narrow[2], cohort[2], all[2];
  double won_median, lost_median, closed_median, closed_p90, survival;
  guint reasons[4]; /* No decision, Price, Rain, none */
  guint n_older, n_past_due, n_reopened, n_negative;
} Naive;

Naive *naive_measure (const Generated *generated, const NaiveQuestion *question);

G_END_DECLS
