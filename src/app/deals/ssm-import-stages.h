/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Words of a table for stages that the map does not have: each is asked for once. */

#pragma once

#include <adwaita.h>

#include "ssm-import-job.h"

G_BEGIN_DECLS

#define SSM_TYPE_IMPORT_STAGES (ssm_import_stages_get_type ())
G_DECLARE_FINAL_TYPE (SsmImportStages, ssm_import_stages, SSM, IMPORT_STAGES, AdwBin)

/* Signal "changed" (string, string): that word means the stage of that id, "won", "lost" or
 * "none". */

void ssm_import_stages_show (SsmImportStages *self, const SsmImportPreview *preview);

G_END_DECLS
