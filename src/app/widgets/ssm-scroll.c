/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-scroll.h"

#include <math.h>

/* Pixels kept free around what is scrolled to. */
#define REVEAL_MARGIN 24

typedef struct
{
  double x, y;
} Place;

static double
get_place (GtkAdjustment *adjustment)
{
  double upper = gtk_adjustment_get_upper (adjustment);

  return upper > 0 ? gtk_adjustment_get_value (adjustment) / upper : 0;
}

static void
set_place (GtkAdjustment *adjustment, double place)
{
  gtk_adjustment_set_value (adjustment,
                            CLAMP (place, 0, 1) * gtk_adjustment_get_upper (adjustment));
}

/* While GTK lays out, a viewport would not move any more. */
static gboolean
placed_cb (GtkWidget *scroller, GdkFrameClock *clock, gpointer data)
{
  GtkAdjustment *x = gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (scroller));
  GtkAdjustment *y = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  Place *place = data;

  if (gtk_adjustment_get_page_size (x) <= 0)
    return G_SOURCE_CONTINUE;
  set_place (x, place->x);
  set_place (y, place->y);

  return G_SOURCE_REMOVE;
}

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

void
ssm_scroll_get_place (GtkScrolledWindow *scroller, double *x, double *y)
{
  *x = get_place (gtk_scrolled_window_get_hadjustment (scroller));
  *y = get_place (gtk_scrolled_window_get_vadjustment (scroller));
}

void
ssm_scroll_set_place (GtkScrolledWindow *scroller, double x, double y)
{
  Place *place = g_new (Place, 1);

  *place = (Place) { x, y };
  gtk_widget_add_tick_callback (GTK_WIDGET (scroller), placed_cb, place, g_free);
}
