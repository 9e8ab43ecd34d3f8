/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How long: median, percentile and survival of durations, of which some have not ended. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Days; -1 where they are not known. */
typedef struct
{
  guint n_finished;
  guint n_censored;       /* that last: their durations are at least what they are */
  double median;          /* of the finished */
  double p90;             /* of the finished, by nearest rank */
  double survival_median; /* Kaplan–Meier, the first duration at which a half (and a
                             milliardth) or less lasts on; -1 also where more than half last
                             longer */
  double open_median;     /* of the censored: how old they are */
  double longest;         /* observed of either; what survival_median is more than then */
} SsmStayFigures;

/* Sorts both. Milliseconds, none of them negative. */
void ssm_stay_figures_make (SsmStayFigures *figures, gint64 *finished, guint n_finished,
                            gint64 *censored, guint n_censored);

/* Of sorted durations: the element ⌈n × @numerator ÷ @denominator⌉; there must be one. */
gint64 ssm_stay_rank (const gint64 *sorted, guint n, guint numerator, guint denominator);

G_END_DECLS
