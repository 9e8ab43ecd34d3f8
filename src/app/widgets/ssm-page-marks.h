/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What has changed, marked on the page: on the screen only. Each mark has its sign, so that
 * colour never says anything alone. */

#pragma once

#include <gtk/gtk.h>

#include "ssm-diff.h"
#include "ssm-page.h"

G_BEGIN_DECLS

typedef struct _SsmPageMarks SsmPageMarks;

/* @is_after: @page shows the later one of the two maps. */
SsmPageMarks *ssm_page_marks_new  (const SsmPage *page, const SsmDiff *diff,
                                   gboolean is_after);
void          ssm_page_marks_free (SsmPageMarks *marks);

/* Places marked. */
guint ssm_page_marks_get_n (const SsmPageMarks *marks);

/* Draws them over the page, which lies at @origin, @scale pixels a point. */
void ssm_page_marks_snapshot (const SsmPageMarks *marks, GtkWidget *widget,
                              GtkSnapshot *snapshot, const graphene_point_t *origin,
                              double scale);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SsmPageMarks, ssm_page_marks_free)

G_END_DECLS
