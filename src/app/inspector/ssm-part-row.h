/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A measure of the system, or a coded reason for a lost deal, in the list of them: its name,
 * and below that, when it is opened, all that can be changed of it. */

#pragma once

#include <adwaita.h>

#include "ssm-document.h"

G_BEGIN_DECLS

#define SSM_TYPE_PART_ROW (ssm_part_row_get_type ())
G_DECLARE_FINAL_TYPE (SsmPartRow, ssm_part_row, SSM, PART_ROW, AdwExpanderRow)

/* Its buttons ask for the actions "parts.up", "parts.down" and "parts.delete" of an ancestor,
 * with the id as the target. */
GtkWidget *ssm_part_row_new (SsmDocument *document, SsmKind kind, const char *id);

const char *ssm_part_row_get_id (SsmPartRow *self);

/* Shows the part as it is now; sets only what differs. */
void ssm_part_row_refresh (SsmPartRow *self);

/* Opens it and takes the keyboard to what is written first. */
void ssm_part_row_edit (SsmPartRow *self);

G_END_DECLS
