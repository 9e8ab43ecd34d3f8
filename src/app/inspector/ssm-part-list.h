/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The measures of a map, or its coded reasons for lost deals: a heading, a row each, and the
 * way to another one. What is done here is in the map at once and can be undone. */

#pragma once

#include <gtk/gtk.h>

#include "ssm-document.h"

G_BEGIN_DECLS

#define SSM_TYPE_PART_LIST (ssm_part_list_get_type ())
G_DECLARE_FINAL_TYPE (SsmPartList, ssm_part_list, SSM, PART_LIST, GtkBox)

/* Once: it is for @list, the measures or the reasons. */
void ssm_part_list_follow (SsmPartList *self, SsmDocument *document, SsmList list);

/* Shows the map as it is now; rows stay what and where they are as far as parts do. */
void ssm_part_list_refresh (SsmPartList *self);

G_END_DECLS
