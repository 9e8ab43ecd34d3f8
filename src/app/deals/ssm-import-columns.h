/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which header of a table names what, with what the first rows have there. */

#pragma once

#include <adwaita.h>

#include "ssm-table-mapping.h"

G_BEGIN_DECLS

#define SSM_TYPE_IMPORT_COLUMNS (ssm_import_columns_get_type ())
G_DECLARE_FINAL_TYPE (SsmImportColumns, ssm_import_columns, SSM, IMPORT_COLUMNS, AdwBin)

/* Signal "changed" (int, int): an SsmColumn is named by the header of that index, or by none
 * for -1. */

/* @samples: of GStrv, a cell for each header. */
void ssm_import_columns_show (SsmImportColumns *self, const SsmTableMapping *mapping,
                              GPtrArray *samples);

G_END_DECLS
