/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Yes, Partly, No, Not known beside each other: what is pressed is the answer. The keyboard
 * answers from the row that they stand in. */

#pragma once

#include <gtk/gtk.h>

#include "ssm-language.h"
#include "ssm-verdict.h"

G_BEGIN_DECLS

#define SSM_TYPE_ANSWER_BUTTONS (ssm_answer_buttons_get_type ())
G_DECLARE_FINAL_TYPE (SsmAnswerButtons, ssm_answer_buttons, SSM, ANSWER_BUTTONS, GtkWidget)

/* Signal "answered" (string): as books hold it, "yes". */

/* @is: as books hold it; "" while nobody has answered. */
void ssm_answer_buttons_show (SsmAnswerButtons *self, const char *is,
                              const SsmLanguage *words);

G_END_DECLS
