/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The charts of a measurement as tables, with the same numbers. */

#pragma once

#include <gtk/gtk.h>

#include "ssm-measure.h"

G_BEGIN_DECLS

#define SSM_TYPE_FIGURES_TABLE (ssm_figures_table_get_type ())
G_DECLARE_FINAL_TYPE (SsmFiguresTable, ssm_figures_table, SSM, FIGURES_TABLE, GtkWidget)

void ssm_figures_table_show (SsmFiguresTable *self, const SsmMeasure *measure);

G_END_DECLS
