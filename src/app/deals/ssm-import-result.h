/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What would become of the book, and what could not be read, line by line. */

#pragma once

#include <adwaita.h>

#include "ssm-import-job.h"

G_BEGIN_DECLS

#define SSM_TYPE_IMPORT_RESULT (ssm_import_result_get_type ())
G_DECLARE_FINAL_TYPE (SsmImportResult, ssm_import_result, SSM, IMPORT_RESULT, AdwBin)

void ssm_import_result_show (SsmImportResult *self, const SsmImportPreview *preview);

/* (transfer full): "1,240 rows read, 0 skipped." */
char *ssm_import_result_describe (const SsmImportPreview *preview);

G_END_DECLS
