/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the screen asks of a page beside what ssm-page.h has: where words stand in a text. */

#pragma once

#include "ssm-page.h"

G_BEGIN_DECLS

/* (transfer full), g_free (): the boxes of the bytes @start … @end of @text, a text that
 * area @index shows itself, in points; none where it shows them otherwise. */
SsmRect *ssm_page_area_words (const SsmPage *page, guint index, const char *text,
                              gsize start, gsize end, guint *n_rects);

G_END_DECLS
