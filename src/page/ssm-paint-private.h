/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One shape, for those who put the page together in another order. */

#pragma once

#include <cairo.h>

#include "ssm-page-private.h"

G_BEGIN_DECLS

void ssm_paint_shape (cairo_t *cr, const SsmShape *shape);

G_END_DECLS
