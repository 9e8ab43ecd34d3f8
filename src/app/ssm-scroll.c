/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-scroll.h"

#include <math.h>

/* Pixels kept free around what is scrolled to. */
#define REVEAL_MARGIN 24

void
ssm_scroll_zoomed (GtkAdjustment *adjustment, double at, int old_origin, int new_origin,
                   double factor, int new_size)
{
  double value = gtk_adjustment_get_value (adjustment);
  double page = gtk_adjustment_get_page_size (adjustment);
  double on_page = (value + at - old_origin) * factor;

  /* The viewport would say the same a moment later, and cut the value off before that. */
  gtk_adjustment_configure (adjustment, round (on_page + new_origin - at), 0,
                            MAX (new_size, page), gtk_adjustment_get_step_increment (adjustment),
                            gtk_adjustment_get_page_increment (adjustment), page);
}

void
ssm_scroll_to (GtkAdjustment *adjustment, double from, double size)
{
  double value = gtk_adjustment_get_value (adjustment);
  double page = gtk_adjustment_get_page_size (adjustment);
  double start = from - REVEAL_MARGIN, end = from + size + REVEAL_MARGIN;

  if (end > value + page)
    value = end - page;
  if (start < value)
    value = start;
  gtk_adjustment_set_value (adjustment, value);
}
