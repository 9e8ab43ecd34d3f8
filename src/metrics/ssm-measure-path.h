/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A map's stages as the steps of a way, and what the steps of a pipeline are on it. */

#pragma once

#include "ssm-measure.h"

G_BEGIN_DECLS

/* Of a stage that is no step of the way. */
#define SSM_NO_ORDER (-1)

typedef struct
{
  guint n_stages;        /* of the map */
  SsmStageKind *kinds;   /* a stage of the map */
  int *orders;           /* a stage of the map: its place among the open ones */
  guint *stages;         /* an open stage: its place in the map */
  guint n_open;
  guint qualified;       /* the first open stage behind qualification */
  guint late;            /* the first open stage of the later half of the way */
  int *stage_of_step;    /* a step of the pipeline: stage of the map, or an SSM_STEP_… */
} SsmMeasurePath;

SsmMeasurePath *ssm_measure_path_new  (const SsmMap *map, const SsmPipeline *pipeline,
                                       const SsmLanguage *words);
void            ssm_measure_path_free (SsmMeasurePath *path);

/* The stage of the map that @step of the pipeline is, or an SSM_STEP_…; a stage called like
 * a lost deal is SSM_STEP_LOST. */
int ssm_measure_path_stage (const SsmMeasurePath *path, int step);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SsmMeasurePath, ssm_measure_path_free)

G_END_DECLS
