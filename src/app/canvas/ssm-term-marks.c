/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-term-marks.h"

#include <adwaita.h>
#include <math.h>

/* The ink of the page, and lighter than the text unless high contrast is wanted. */
#define INK 0.118, 0.129, 0.153
#define LIGHT 0.33, 0.36, 0.42, 0.7

static void
clear_mark (gpointer data)
{
  g_free (((SsmTermMark *) data)->words);
}

GArray *
ssm_term_marks_new (void)
{
  GArray *marks = g_array_new (FALSE, FALSE, sizeof (SsmTermMark));

  g_array_set_clear_func (marks, clear_mark);
  return marks;
}

static void
append_dots (GtkSnapshot *snapshot, const SsmRect *rect, double scale)
{
  double x = floor (rect->x * scale), y = floor ((rect->y + rect->height) * scale) - 1;
  double width = ceil (rect->width * scale);
  graphene_rect_t bounds
    = GRAPHENE_RECT_INIT ((float) x, (float) y, (float) width, 1);
  double dots[] = { 1.0, 2.0 };
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &bounds);

  if (adw_style_manager_get_high_contrast (adw_style_manager_get_default ()))
    cairo_set_source_rgb (cr, INK);
  else
    cairo_set_source_rgba (cr, LIGHT);
  cairo_set_line_width (cr, 1.0);
  cairo_set_dash (cr, dots, G_N_ELEMENTS (dots), 0);
  cairo_move_to (cr, x, y + 0.5);
  cairo_rel_line_to (cr, width, 0);
  cairo_stroke (cr);
  cairo_destroy (cr);
}

void
ssm_term_marks_append (GArray *marks, GtkSnapshot *snapshot, double scale)
{
  for (guint i = 0; i < marks->len; i++)
    append_dots (snapshot, &g_array_index (marks, SsmTermMark, i).rect, scale);
}

const char *
ssm_term_marks_at (GArray *marks, double x, double y)
{
  for (guint i = 0; i < marks->len; i++)
    {
      const SsmTermMark *mark = &g_array_index (marks, SsmTermMark, i);

      if (x >= mark->rect.x && x < mark->rect.x + mark->rect.width && y >= mark->rect.y
          && y < mark->rect.y + mark->rect.height)
        return mark->words;
    }
  return NULL;
}

static gboolean
rect_equal (const SsmRect *a, const SsmRect *b)
{
  return a->x == b->x && a->y == b->y && a->width == b->width && a->height == b->height;
}

gboolean
ssm_term_marks_equal (GArray *a, GArray *b)
{
  guint n = a != NULL ? a->len : 0;

  if (n != (b != NULL ? b->len : 0))
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      const SsmTermMark *one = &g_array_index (a, SsmTermMark, i);
      const SsmTermMark *other = &g_array_index (b, SsmTermMark, i);

      if (!rect_equal (&one->rect, &other->rect)
          || !g_str_equal (one->words, other->words))
        return FALSE;
    }
  return TRUE;
}
