/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How large the paper of a page is. */

#pragma once

#include "ssm-map-page.h"

G_BEGIN_DECLS

/* The sheet in millimetres: what is asked for, else what the map says, else A4. */
void ssm_sheet_find (const SsmMap *map, const SsmPageOptions *options, double *width,
                     double *height);

/* How much larger than A4 a sheet is; those nearly as large keep A4's measures. */
double ssm_sheet_factor (double width, double height);

G_END_DECLS
