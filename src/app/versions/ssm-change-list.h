/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What differs between two maps, in words: by stage, what was beside what is. Words that
 * went are struck out, words that came underlined. */

#pragma once

#include <gtk/gtk.h>

#include "ssm-diff.h"

G_BEGIN_DECLS

#define SSM_TYPE_CHANGE_LIST (ssm_change_list_get_type ())
G_DECLARE_FINAL_TYPE (SsmChangeList, ssm_change_list, SSM, CHANGE_LIST, GtkWidget)

/* Signal "go-to" (const char *id): the person wants to see a part that is there now. */

/* @before and @after: the heads of the two columns. */
void ssm_change_list_show (SsmChangeList *self, const SsmDiff *diff, const char *before,
                           const char *after);

/* In a narrow window what is stands under what was. */
void ssm_change_list_set_narrow (SsmChangeList *self, gboolean narrow);

G_END_DECLS
