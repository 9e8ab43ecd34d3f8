/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The sheet that a page is made for, as the print dialog knows it. */

#pragma once

#include <gtk/gtk.h>

#include "ssm-page.h"

G_BEGIN_DECLS

/* (transfer full) */
GtkPageSetup *ssm_page_setup_new (const SsmPage *page);

G_END_DECLS
