/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where something was found, as a list by stage, with the words marked. */

#pragma once

#include <gtk/gtk.h>

#include "ssm-finder.h"

G_BEGIN_DECLS

#define SSM_TYPE_FIND_LIST (ssm_find_list_get_type ())
G_DECLARE_FINAL_TYPE (SsmFindList, ssm_find_list, SSM, FIND_LIST, GtkWidget)

/* Signal "go-to" (): the current match is wanted, with the keyboard. */

/* Must be called once, before the list is shown. */
void ssm_find_list_follow (SsmFindList *self, SsmFinder *finder);

G_END_DECLS
