/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Lays widgets beside each other in given shares while there is room for that, and below
 * each other where there is not: what makes one page usable from 360 pixels up. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SSM_TYPE_COLUMNS (ssm_columns_get_type ())
G_DECLARE_FINAL_TYPE (SsmColumns, ssm_columns, SSM, COLUMNS, GtkLayoutManager)

/* Properties: "shares" (string: one number a child, "46 33 33"), "spacing" (pixels),
 * "threshold" (pixels: narrower than this, children stand below each other), "beside"
 * (boolean, to be read: whether they stand beside each other now). */

G_END_DECLS
