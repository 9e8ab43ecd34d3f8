/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A sentence across the window that stays until it is answered or closed: the file changed
 * outside, work came back after a crash. One at a time, because two are read by nobody. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SSM_TYPE_NOTICE (ssm_notice_get_type ())
G_DECLARE_FINAL_TYPE (SsmNotice, ssm_notice, SSM, NOTICE, GtkWidget)

/* Shows @words with up to two buttons, each a row of ssm-actions.h; NULL: no button. */
void ssm_notice_show (SsmNotice *self, GtkMessageType type, const char *words,
                      const char *first_action, const char *second_action);
void ssm_notice_hide (SsmNotice *self);

G_END_DECLS
