/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A table of a CRM read into the history of its deals: one row a deal, perhaps with a column
 * of days for each stage, one row a change of stage, or one row a stay in a stage. */

#pragma once

#include "ssm-pipeline-builder.h"
#include "ssm-table-report.h"
#include "ssm-table-source.h"

G_BEGIN_DECLS

/* Adds the rows of @source, as @mapping says what they are, to @builder, whose map @map is.
 * Returns (transfer full) what was found in them. NULL with an error where a column that is
 * needed has no header, or its days can be read in two ways; where reading failed, was
 * stopped, or the file was changed meanwhile: the builder holds half of the table then. */
SsmTableReport *ssm_pipeline_table_read (SsmTableSource *source,
                                         const SsmTableMapping *mapping, const SsmMap *map,
                                         SsmPipelineBuilder *builder, GError **error);

G_END_DECLS
