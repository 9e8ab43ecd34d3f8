/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The part of the print dialog that is about maps: what goes on paper, and how it will
 * look. */

#pragma once

#include <gtk/gtk.h>

#include "ssm-map.h"
#include "ssm-print-sheets.h"

G_BEGIN_DECLS

#define SSM_TYPE_PRINT_TAB (ssm_print_tab_get_type ())
G_DECLARE_FINAL_TYPE (SsmPrintTab, ssm_print_tab, SSM, PRINT_TAB, GtkWidget)

/* Shows @plan. */
GtkWidget *ssm_print_tab_new (SsmMap *map, const SsmPrintPlan *plan);

/* The paper that is chosen in the dialog. */
void ssm_print_tab_set_setup (SsmPrintTab *self, GtkPageSetup *setup);

void ssm_print_tab_get_plan (SsmPrintTab *self, SsmPrintPlan *plan);

/* The sheet of @setup as it lies, without margins. */
void ssm_print_tab_find_paper (GtkPageSetup *setup, SsmPrintPaper *paper);

G_END_DECLS
