/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The map on paper, through the desktop's own print dialog. */

#pragma once

#include <gtk/gtk.h>

#include "ssm-map.h"
#include "ssm-print-sheets.h"

G_BEGIN_DECLS

#define SSM_TYPE_PRINT (ssm_print_get_type ())
G_DECLARE_FINAL_TYPE (SsmPrint, ssm_print, SSM, PRINT, GtkPrintOperation)

/* Prints @map as @plan says, on the paper of the map until somebody chooses another. @name:
 * of the job. */
SsmPrint *ssm_print_new (SsmMap *map, const SsmPrintPlan *plan, const char *name);

/* What was chosen in the dialog; until then, what it was made with. */
const SsmPrintPlan *ssm_print_get_plan (SsmPrint *self);

G_END_DECLS
