/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Scrolling of a view that zooms. All lengths are pixels. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The content has grown by @factor to @new_size, and its page begins at @new_origin and no
 * longer at @old_origin: the point that was @at in the view stays there. */
void ssm_scroll_zoomed (GtkAdjustment *adjustment, double at, int old_origin,
                        int new_origin, double factor, int new_size);

/* The least scrolling that shows @from … @from + @size of the content. */
void ssm_scroll_to (GtkAdjustment *adjustment, double from, double size);

/* What is seen first, from 0 to 1 of the content; the other way round as soon as the content
 * has a size, for a view that comes to the screen. */
void ssm_scroll_get_place (GtkScrolledWindow *scroller, double *x, double *y);
void ssm_scroll_set_place (GtkScrolledWindow *scroller, double x, double y);

G_END_DECLS
