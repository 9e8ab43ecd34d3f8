/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A row of a boxed list that offers a few values for one field of a map. A value that it
 * does not know, from a newer program or another hand, is kept and shown as it is. */

#pragma once

#include "ssm-combo-row.h"
#include "ssm-document.h"

G_BEGIN_DECLS

#define SSM_TYPE_CHOICE_ROW (ssm_choice_row_get_type ())
G_DECLARE_FINAL_TYPE (SsmChoiceRow, ssm_choice_row, SSM, CHOICE_ROW, SsmComboRow)

/* Once: the row is for this field. */
void ssm_choice_row_follow (SsmChoiceRow *self, SsmDocument *document, SsmField field);

/* What there is to choose from, both NULL terminated and as long as each other. Without a
 * value "", the first is meant where the map says nothing. */
void ssm_choice_row_offer (SsmChoiceRow *self, const char * const *values,
                           const char * const *labels);

/* Shows the value of the part @id, also after the map has changed. */
void ssm_choice_row_show (SsmChoiceRow *self, const char *id);

G_END_DECLS
