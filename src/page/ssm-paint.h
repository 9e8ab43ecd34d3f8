/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Page → cairo. The only place that draws. */

#pragma once

#include <cairo.h>

#include "ssm-page.h"

G_BEGIN_DECLS

/* Draws in points; the caller scales. White paper is not drawn. */
void ssm_paint_page (const SsmPage *page, cairo_t *cr);

/* What stands at @piece of the page, at @place, which has the same proportions. Nothing is
 * drawn around it. */
void ssm_paint_piece (const SsmPage *page, const SsmRect *piece, const SsmRect *place,
                      cairo_t *cr);

/* The whole page in reading order with structure, link and destination tags for a PDF. */
void ssm_paint_page_tagged (const SsmPage *page, cairo_t *cr);

/* Only what area @index shows itself, at its place on the page. */
void ssm_paint_area (const SsmPage *page, guint index, cairo_t *cr);

/* What belongs to no area: lines, labels, legend. */
void ssm_paint_background (const SsmPage *page, cairo_t *cr);

G_END_DECLS
