/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One term in the list of the Definitions view. Its keys and its menu ask for actions of
 * that view, "definitions.…", which do them to the term that is selected. */

#pragma once

#include <gtk/gtk.h>

#include "ssm-map.h"

G_BEGIN_DECLS

#define SSM_TYPE_DEFINITION_ROW (ssm_definition_row_get_type ())
G_DECLARE_FINAL_TYPE (SsmDefinitionRow, ssm_definition_row, SSM, DEFINITION_ROW,
                      GtkListBoxRow)

GtkWidget *ssm_definition_row_new (void);

/* Shows @definition and in how many places its term is used. */
void ssm_definition_row_show (SsmDefinitionRow *self, const SsmPart *definition,
                              guint n_uses);

/* Of the definition that is shown; owned by the row. */
const char *ssm_definition_row_get_id (SsmDefinitionRow *self);

/* Whether its words have @folded, as ssm_words_fold () gives it, in them. */
gboolean ssm_definition_row_matches (SsmDefinitionRow *self, const char *folded);

G_END_DECLS
