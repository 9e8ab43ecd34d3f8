/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A measurement for other programs: JSON as the manual promises it, and a table of one figure
 * a row. */

#pragma once

#include "ssm-measure.h"

G_BEGIN_DECLS

/* Rows of the tables that were measured. */
typedef struct
{
  guint n_read, n_skipped, n_unmapped;
} SsmMeasureRows;

/* (transfer full). */
char *ssm_measure_to_json (const SsmMeasure *measure, const SsmMeasureRows *rows);
char *ssm_measure_to_csv  (const SsmMeasure *measure);

/* What of a figure is printed: six decimals. */
double ssm_measure_rounded (double number);

/* (transfer full): why coverage has no ratio, for programs; or NULL. */
char *ssm_measure_coverage_note (const SsmCoverageFigures *coverage);

G_END_DECLS
