/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The criteria of one cell in the inspector: a heading with their number, the rows, and the
 * way to another one. Rows are dragged within the list and into the other. */

#pragma once

#include "ssm-criterion-row.h"

G_BEGIN_DECLS

#define SSM_TYPE_CRITERION_LIST (ssm_criterion_list_get_type ())
G_DECLARE_FINAL_TYPE (SsmCriterionList, ssm_criterion_list, SSM, CRITERION_LIST, GtkBox)

/* Properties: "title" (string), "prompt" (string): what an empty list asks for, "add"
 * (string): what the button that adds a criterion is called. */

/* Once: it is for the criteria of @list. */
void ssm_criterion_list_follow (SsmCriterionList *self, SsmDocument *document,
                                SsmSelection *selection, SsmList list);

/* Shows the criteria of the stage @id as they are now; rows stay what and where they are
 * as far as the criteria do. */
void ssm_criterion_list_show (SsmCriterionList *self, const char *id);

/* The row of a criterion, or NULL. */
SsmCriterionRow *ssm_criterion_list_find (SsmCriterionList *self, const char *id);

G_END_DECLS
