/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A row of a boxed list with a number that is stepped or typed, and its unit: "60%",
 * "21 d". Zero is no number at all, and says so: "No goal". */

#pragma once

#include <gtk/gtk.h>

#include "ssm-document.h"
#include "ssm-measure-kinds.h"

G_BEGIN_DECLS

#define SSM_TYPE_NUMBER_ROW (ssm_number_row_get_type ())
G_DECLARE_FINAL_TYPE (SsmNumberRow, ssm_number_row, SSM, NUMBER_ROW, GtkListBoxRow)

/* Properties: "title" (string), "none" (string): what is written for no number. */

/* Once: the row is for this field. */
void ssm_number_row_follow (SsmNumberRow *self, SsmDocument *document, SsmField field);

void ssm_number_row_set_unit (SsmNumberRow *self, SsmUnit unit);

/* Shows the number of the part @id, also after the map has changed. */
void ssm_number_row_show (SsmNumberRow *self, const char *id);

G_END_DECLS
