/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The tables of a CRM that a command was given, read into the history of their deals. */

#pragma once

#include "ssm-arguments.h"
#include "ssm-map.h"
#include "ssm-pipeline.h"

G_BEGIN_DECLS

typedef struct
{
  SsmPipeline *pipeline;
  char *source;   /* names of the files without their folders */
  guint n_read;   /* rows */
  guint n_skipped;
  guint n_unmapped; /* rows that name a stage which the map does not have */
} SsmPipelineInput;

/* (transfer full): reads the operands of @arguments from the second on, as its options say,
 * and says what was found in them. Where that fails says why, sets @status to the exit
 * status and returns NULL. */
SsmPipelineInput *ssm_pipeline_input_new  (const SsmArguments *arguments, const SsmMap *map,
                                           int *status);
void              ssm_pipeline_input_free (SsmPipelineInput *input);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SsmPipelineInput, ssm_pipeline_input_free)

G_END_DECLS
