/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-stay-figures.h"

#include "ssm-instant.h"
#include "ssm-span-sort.h"

/* Half, and what rounding a product of a million factors makes of it. */
#define HALF (0.5 + 1e-9)

static double
to_days (double ms)
{
  return ms / SSM_DAY_MS;
}

gint64
ssm_stay_rank (const gint64 *sorted, guint n, guint numerator, guint denominator)
{
  guint64 rank;

  g_return_val_if_fail (n > 0, 0);

  rank = ((guint64) n * numerator + denominator - 1) / denominator;
  return sorted[CLAMP (rank, 1, n) - 1];
}

static double
median (const gint64 *sorted, guint n)
{
  if (n == 0)
    return -1;
  if (n % 2 == 1)
    return to_days ((double) sorted[n / 2]);
  return to_days (((double) sorted[n / 2 - 1] + (double) sorted[n / 2]) / 2);
}

/* Kaplan–Meier: at each duration at which @d of the @r still at risk end, the share that
 * lasts falls by d/r; those that are censored then leave after that. */
static double
survival_median (const gint64 *finished, guint n_finished, const gint64 *censored,
                 guint n_censored)
{
  double survival = 1;
  guint c = 0;

  for (guint i = 0; i < n_finished;)
    {
      gint64 span = finished[i];
      guint first = i;
      guint n_at_risk;

      while (c < n_censored && censored[c] < span)
        c++;
      n_at_risk = (n_finished - first) + (n_censored - c);
      while (i < n_finished && finished[i] == span)
        i++;
      survival *= 1 - (double) (i - first) / n_at_risk;
      if (survival <= HALF)
        return to_days ((double) span);
    }
  return -1;
}

void
ssm_stay_figures_make (SsmStayFigures *figures, gint64 *finished, guint n_finished,
                       gint64 *censored, guint n_censored)
{
  gint64 longest = -1;

  ssm_span_sort (finished, n_finished);
  ssm_span_sort (censored, n_censored);
  if (n_finished > 0)
    longest = finished[n_finished - 1];
  if (n_censored > 0)
    longest = MAX (longest, censored[n_censored - 1]);
  *figures = (SsmStayFigures) {
    .n_finished = n_finished,
    .n_censored = n_censored,
    .median = median (finished, n_finished),
    .p90 = n_finished > 0
               ? to_days ((double) ssm_stay_rank (finished, n_finished, 9, 10))
               : -1,
    .survival_median = survival_median (finished, n_finished, censored, n_censored),
    .open_median = median (censored, n_censored),
    .longest = longest >= 0 ? to_days ((double) longest) : -1,
  };
}
