/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One page that is ready on paper, through the desktop's own print dialog; see ssm-print.h
 * for a map, whose page is made for the paper that somebody chooses. */

#pragma once

#include <gtk/gtk.h>

#include "ssm-page.h"

G_BEGIN_DECLS

#define SSM_TYPE_PAGE_PRINT (ssm_page_print_get_type ())
G_DECLARE_FINAL_TYPE (SsmPagePrint, ssm_page_print, SSM, PAGE_PRINT, GtkPrintOperation)

/* @name: of the job. On other paper than that of @page it is as large as there is room. */
SsmPagePrint *ssm_page_print_new (SsmPage *page, const char *name);

G_END_DECLS
