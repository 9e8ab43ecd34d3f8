/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One term in the list of the Definitions view. */

#pragma once

#include <gtk/gtk.h>

#include "ssm-map.h"

G_BEGIN_DECLS

#define SSM_TYPE_DEFINITION_ROW (ssm_definition_row_get_type ())
G_DECLARE_FINAL_TYPE (SsmDefinitionRow, ssm_definition_row, SSM, DEFINITION_ROW,
                      GtkListBoxRow)

GtkWidget *ssm_definition_row_new (void);

/* Shows @definition. */
void ssm_definition_row_show (SsmDefinitionRow *self, const SsmPart *definition);

/* Of the definition that is shown; owned by the row. */
const char *ssm_definition_row_get_id (SsmDefinitionRow *self);

G_END_DECLS
