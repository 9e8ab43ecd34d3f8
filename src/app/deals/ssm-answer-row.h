/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One criterion of a deal: its words, the four answers and the evidence. The keys Y P N U
 * answer while the keyboard is on it; an answer that wants proof opens the evidence, so that
 * whoever answers types on. */

#pragma once

#include <gtk/gtk.h>

#include "ssm-deal-board.h"

G_BEGIN_DECLS

#define SSM_TYPE_ANSWER_ROW (ssm_answer_row_get_type ())
G_DECLARE_FINAL_TYPE (SsmAnswerRow, ssm_answer_row, SSM, ANSWER_ROW, GtkWidget)

/* Signal "step" (int): the keyboard goes to the row after it, or before for -1. */

/* On the criterion of that index of the board's path. */
GtkWidget *ssm_answer_row_new (SsmDealBoard *board, guint criterion);

guint ssm_answer_row_get_criterion (SsmAnswerRow *self);

/* Whether it is answered, and does not follow from an earlier stage. */
gboolean ssm_answer_row_can_answer (SsmAnswerRow *self);

/* Shows the chosen deal, also after it has changed. */
void ssm_answer_row_refresh (SsmAnswerRow *self, const SsmDiagnosis *diagnosis);

G_END_DECLS
