/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "ssm-measure-private.h"
#include "ssm-span-sort.h"

/* Finished stays of which a percentile makes a limit. */
#define MIN_FOR_P90 10
#define MEDIAN_FACTOR 1.5

SsmDealAge *
ssm_measure_take_ages (GArray *ages, guint *n)
{
  SsmDealAge *taken;

  ssm_age_sort ((SsmDealAge *) (gpointer) ages->data, ages->len);
  *n = ages->len;
  taken = g_memdup2 (ages->data, ages->len * sizeof (SsmDealAge));
  g_array_set_size (ages, 0);
  return taken;
}

guint
ssm_measure_count_over (const SsmDealAge *ages, guint n, double limit)
{
  guint over = 0;

  while (limit >= 0 && over < n && ages[over].days > limit)
    over++;
  return over;
}

static void
set_limit (SsmStageFigures *figures, const SsmPart *stage)
{
  double set = ssm_part_number (stage, SSM_STAGE_LIMIT_DAYS, -1);

  figures->limit = -1;
  figures->limit_source = SSM_STAGE_LIMIT_NONE;
  if (set >= 0)
    {
      figures->limit = set;
      figures->limit_source = SSM_STAGE_LIMIT_SET;
    }
  else if (figures->days.n_finished >= MIN_FOR_P90)
    {
      figures->limit = figures->days.p90;
      figures->limit_source = SSM_STAGE_LIMIT_P90;
    }
  else if (figures->days.n_finished > 0)
    {
      figures->limit = figures->days.median * MEDIAN_FACTOR;
      figures->limit_source = SSM_STAGE_LIMIT_MEDIAN;
    }
}

static void
fill_stage (SsmStageFigures *figures, SsmStageTally *tally, const SsmPart *stage)
{
  figures->entered = tally->entered;
  figures->advanced = tally->advanced;
  figures->lost = tally->lost;
  figures->open = tally->open;
  figures->won = tally->won;
  figures->skipped = tally->skipped;
  figures->moved_back = tally->moved_back;
  figures->snapshot = tally->snapshot;
  figures->n_undated = tally->n_undated;
  ssm_stay_figures_make (&figures->days, (gint64 *) tally->finished->data,
                         tally->finished->len, (gint64 *) tally->censored->data,
                         tally->censored->len);
  figures->here = ssm_measure_take_ages (tally->here, &figures->n_here);
  set_limit (figures, stage);
  figures->n_over = ssm_measure_count_over (figures->here, figures->n_here, figures->limit);
}

void
ssm_measure_fill_stages (SsmMeasure *measure, SsmMeasureTally *tally)
{
  const SsmMeasurePath *path = tally->question->path;

  measure->n_stages = path->n_stages;
  measure->stages = g_new0 (SsmStageFigures, path->n_stages);
  for (guint i = 0; i < path->n_stages; i++)
    {
      SsmStageFigures *figures = &measure->stages[i];

      figures->stage = i;
      figures->kind = path->kinds[i];
      fill_stage (figures, &tally->stages[i], ssm_map_stage (measure->map, i));
    }
}
