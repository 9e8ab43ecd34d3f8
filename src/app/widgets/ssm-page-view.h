/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A page as it will come out of the printer, as large as there is room. Only to look at. */

#pragma once

#include <gtk/gtk.h>

#include "ssm-page-marks.h"
#include "ssm-print-sheets.h"

G_BEGIN_DECLS

#define SSM_TYPE_PAGE_VIEW (ssm_page_view_get_type ())
G_DECLARE_FINAL_TYPE (SsmPageView, ssm_page_view, SSM, PAGE_VIEW, GtkWidget)

/* Takes @marks of the page that is shown, or NULL; another page has none. */
void ssm_page_view_set_marks (SsmPageView *self, SsmPageMarks *marks);

/* A live page is as wide as there is room and as high as that makes it, and tells each of its
 * figures, with all numbers behind it, to the pointer, to Tab and to a screen reader. Before
 * the first page. */
void ssm_page_view_set_live (SsmPageView *self, gboolean live);

/* @name: what a screen reader says of it. */
void ssm_page_view_set_page (SsmPageView *self, SsmPage *page, const char *name);

/* Also shows which sheets make a poster of the page. */
void ssm_page_view_set_sheets (SsmPageView *self, const SsmPrintSheets *sheets);

G_END_DECLS
