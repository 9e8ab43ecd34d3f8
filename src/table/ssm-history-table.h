/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A table whose rows say that a deal came to a stage, and perhaps when it left again. Deals
 * may come in any order, and so may the rows of one. */

#pragma once

#include "ssm-pipeline-builder.h"
#include "ssm-table-report.h"

G_BEGIN_DECLS

/* As ssm_pipeline_table_read () does. */
SsmTableReport *ssm_history_table_read (SsmTableSource *source,
                                        const SsmTableMapping *mapping, const SsmMap *map,
                                        SsmPipelineBuilder *builder, GError **error);

G_END_DECLS
