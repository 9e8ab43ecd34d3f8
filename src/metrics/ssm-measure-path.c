/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-measure-path.h"

#include "ssm-check.h"

static gboolean
is_block (const SsmPart *stage, const char *block)
{
  return g_str_equal (ssm_part_text (stage, SSM_STAGE_BLOCK), block);
}

static SsmStageKind
kind_of (const SsmPart *stage, const SsmLanguage *words)
{
  if (words != NULL && ssm_stage_is_lost (stage, words))
    return SSM_STAGE_LOST;
  return is_block (stage, "expansion") ? SSM_STAGE_POST : SSM_STAGE_OPEN;
}

static void
lay_stages (SsmMeasurePath *self, const SsmMap *map, const SsmLanguage *words)
{
  for (guint i = 0; i < self->n_stages; i++)
    {
      self->kinds[i] = kind_of (ssm_map_stage (map, i), words);
      self->orders[i] = SSM_NO_ORDER;
      if (self->kinds[i] != SSM_STAGE_OPEN)
        continue;
      self->orders[i] = (int) self->n_open;
      self->stages[self->n_open++] = i;
    }
}

/* Where pipeline begins, and where it is late: as the blocks say, else from the first stage
 * and from the middle on. */
static void
find_marks (SsmMeasurePath *self, const SsmMap *map)
{
  gboolean has_proposal = FALSE;

  self->late = self->n_open / 2;
  for (guint i = 0; i < self->n_open; i++)
    {
      const SsmPart *stage = ssm_map_stage (map, self->stages[i]);

      if (is_block (stage, "sourcing") || is_block (stage, "qualification"))
        self->qualified = i + 1;
      if (is_block (stage, "proposal") && !has_proposal)
        {
          self->late = i;
          has_proposal = TRUE;
        }
    }
}

SsmMeasurePath *
ssm_measure_path_new (const SsmMap *map, const SsmPipeline *pipeline,
                      const SsmLanguage *words)
{
  SsmMeasurePath *self = g_new0 (SsmMeasurePath, 1);
  guint n_steps = ssm_pipeline_n_steps (pipeline);

  self->n_stages = ssm_map_n_stages (map);
  self->kinds = g_new0 (SsmStageKind, self->n_stages);
  self->orders = g_new (int, self->n_stages);
  self->stages = g_new0 (guint, self->n_stages);
  self->stage_of_step = g_new (int, n_steps);
  lay_stages (self, map, words);
  find_marks (self, map);
  for (guint i = 0; i < n_steps; i++)
    {
      guint index;
      const char *id = ssm_pipeline_step_id (pipeline, i);
      const SsmPart *stage = ssm_map_stage_of (map, id, &index);

      self->stage_of_step[i] = stage != NULL ? (int) index : SSM_STEP_UNMAPPED;
      if (stage != NULL && self->kinds[index] == SSM_STAGE_LOST)
        self->stage_of_step[i] = SSM_STEP_LOST;
    }
  return self;
}

void
ssm_measure_path_free (SsmMeasurePath *path)
{
  if (path == NULL)
    return;

  g_free (path->kinds);
  g_free (path->orders);
  g_free (path->stages);
  g_free (path->stage_of_step);
  g_free (path);
}

int
ssm_measure_path_stage (const SsmMeasurePath *path, int step)
{
  return step >= 0 ? path->stage_of_step[step] : step;
}
