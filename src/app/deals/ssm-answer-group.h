/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The criteria by which a deal enters or leaves one stage. */

#pragma once

#include <gtk/gtk.h>

#include "ssm-deal-board.h"

G_BEGIN_DECLS

#define SSM_TYPE_ANSWER_GROUP (ssm_answer_group_get_type ())
G_DECLARE_FINAL_TYPE (SsmAnswerGroup, ssm_answer_group, SSM, ANSWER_GROUP, GtkWidget)

/* Of @stage of the board's path. */
SsmAnswerGroup *ssm_answer_group_new (SsmDealBoard *board, guint stage, gboolean is_entry);

/* Shows the chosen deal, also after it has changed. */
void ssm_answer_group_refresh (SsmAnswerGroup *self, const SsmDiagnosis *diagnosis);

/* Adds its rows that can be answered, SsmAnswerRow, to @rows, which does not own them. */
void ssm_answer_group_add_rows (SsmAnswerGroup *self, GPtrArray *rows);

G_END_DECLS
