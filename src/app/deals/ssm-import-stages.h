/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Words of a table for stages that the map does not have: each is asked for once, and shown
 * with what it was said to be in every later table, where that can be corrected. */

#pragma once

#include <adwaita.h>

#include "ssm-import-job.h"

G_BEGIN_DECLS

#define SSM_TYPE_IMPORT_STAGES (ssm_import_stages_get_type ())
G_DECLARE_FINAL_TYPE (SsmImportStages, ssm_import_stages, SSM, IMPORT_STAGES, AdwBin)

/* Signal "changed" (string, string): that word means the stage of that id, "won", "lost" or
 * "none". */

void ssm_import_stages_show (SsmImportStages *self, const SsmImportPreview *preview);

/* (transfer full): the mapping of @preview with a meaning for those words shown that have a
 * probable one and were not proposed before; NULL where there are none. */
SsmTableMapping *ssm_import_stages_propose (SsmImportStages *self,
                                            const SsmImportPreview *preview);

G_END_DECLS
