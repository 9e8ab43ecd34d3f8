/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One painter for the screen, paper and pictures: a switch over a handful of shapes. It
 * measures nothing and knows no maps. */

#include "ssm-paint.h"

#include <math.h>
#include <pango/pangocairo.h>

#include "ssm-paint-private.h"

static void
set_colour (cairo_t *cr, guint32 colour)
{
  cairo_set_source_rgb (cr, (colour >> 16 & 0xff) / 255.0, (colour >> 8 & 0xff) / 255.0,
                        (colour & 0xff) / 255.0);
}

static gboolean
is_round (const SsmShape *shape, gboolean left)
{
  SsmSides side = left != shape->mirrored ? SSM_SIDE_START : SSM_SIDE_END;

  return (shape->sides & side) != 0;
}

/* A rectangle whose corners on the left, the right or both sides are round. */
static void
trace_rect (cairo_t *cr, const SsmShape *shape)
{
  const SsmRect *r = &shape->rect;
  double left = is_round (shape, TRUE) ? shape->radius : 0;
  double right = is_round (shape, FALSE) ? shape->radius : 0;

  cairo_new_sub_path (cr);
  cairo_arc (cr, r->x + left, r->y + left, left, G_PI, 1.5 * G_PI);
  cairo_arc (cr, r->x + r->width - right, r->y + right, right, -0.5 * G_PI, 0);
  cairo_arc (cr, r->x + r->width - right, r->y + r->height - right, right, 0, 0.5 * G_PI);
  cairo_arc (cr, r->x + left, r->y + r->height - left, left, 0.5 * G_PI, G_PI);
  cairo_close_path (cr);
}

/* The rectangle holds the arrow with its tip:  ▷notch … tip▷  */
static void
trace_arrow (cairo_t *cr, const SsmShape *shape)
{
  const SsmRect *r = &shape->rect;
  double notch = shape->sides & SSM_SIDE_START ? shape->depth : 0;
  double tip = shape->sides & SSM_SIDE_END ? shape->depth : 0;
  double start = shape->mirrored ? r->x + r->width : r->x;
  double end = shape->mirrored ? r->x : r->x + r->width;
  double way = shape->mirrored ? -1 : 1;
  double middle = r->y + r->height / 2;
  double bottom = r->y + r->height;
  double round = shape->radius;

  cairo_new_sub_path (cr);
  if (notch > 0)
    cairo_move_to (cr, start, r->y);
  else
    {
      cairo_move_to (cr, start, r->y + round);
      cairo_curve_to (cr, start, r->y, start, r->y, start + way * round, r->y);
    }
  if (tip > 0)
    {
      cairo_line_to (cr, end - way * tip, r->y);
      cairo_line_to (cr, end, middle);
      cairo_line_to (cr, end - way * tip, bottom);
    }
  else
    {
      cairo_line_to (cr, end - way * round, r->y);
      cairo_curve_to (cr, end, r->y, end, r->y, end, r->y + round);
      cairo_line_to (cr, end, bottom - round);
      cairo_curve_to (cr, end, bottom, end, bottom, end - way * round, bottom);
    }
  if (notch > 0)
    {
      cairo_line_to (cr, start, bottom);
      cairo_line_to (cr, start + way * notch, middle);
    }
  else
    {
      cairo_line_to (cr, start + way * round, bottom);
      cairo_curve_to (cr, start, bottom, start, bottom, start, bottom - round);
    }
  cairo_close_path (cr);
}

static void
trace_triangle (cairo_t *cr, const SsmShape *shape)
{
  const SsmRect *r = &shape->rect;
  double start = shape->mirrored ? r->x + r->width : r->x;
  double end = shape->mirrored ? r->x : r->x + r->width;

  if (shape->point == SSM_POINT_UP)
    {
      cairo_move_to (cr, r->x, r->y + r->height);
      cairo_line_to (cr, r->x + r->width / 2, r->y);
      cairo_line_to (cr, r->x + r->width, r->y + r->height);
    }
  else
    {
      cairo_move_to (cr, start, r->y);
      cairo_line_to (cr, end, r->y + r->height / 2);
      cairo_line_to (cr, start, r->y + r->height);
    }
  cairo_close_path (cr);
}

/* Signs in a square of this rectangle's size. */
static void
trace_sign (cairo_t *cr, const SsmShape *shape)
{
  const SsmRect *r = &shape->rect;
  double x = r->x, y = r->y, size = r->width;

  switch (shape->kind)
    {
    case SSM_SHAPE_TICK:
      cairo_move_to (cr, x + 0.28 * size, y + 0.53 * size);
      cairo_line_to (cr, x + 0.44 * size, y + 0.68 * size);
      cairo_line_to (cr, x + 0.73 * size, y + 0.36 * size);
      break;
    case SSM_SHAPE_CROSS:
      cairo_move_to (cr, x + 0.33 * size, y + 0.33 * size);
      cairo_line_to (cr, x + 0.67 * size, y + 0.67 * size);
      cairo_move_to (cr, x + 0.67 * size, y + 0.33 * size);
      cairo_line_to (cr, x + 0.33 * size, y + 0.67 * size);
      break;
    default:
      cairo_new_sub_path (cr);
      cairo_arc (cr, x + 0.5 * size, y + 0.4 * size, 0.13 * size, -G_PI, 0.25 * G_PI);
      cairo_line_to (cr, x + 0.5 * size, y + 0.58 * size);
      cairo_new_sub_path (cr);
      cairo_arc (cr, x + 0.5 * size, y + 0.72 * size, 0.012 * size, 0, 2 * G_PI);
      break;
    }
}

static void
finish_path (cairo_t *cr, const SsmShape *shape)
{
  const double dashes[] = { 3.1, 1.9 };

  if (shape->line <= 0)
    {
      cairo_fill (cr);
      return;
    }
  cairo_set_line_width (cr, shape->line);
  if (shape->dashed)
    cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
  cairo_stroke (cr);
  if (shape->dashed)
    cairo_set_dash (cr, NULL, 0, 0);
}

static void
paint_line (cairo_t *cr, const SsmShape *shape, const SsmTextLine *line, double y)
{
  double room = shape->rect.width - line->width * shape->size;
  double share = shape->align == SSM_ALIGN_LEFT ? 0
                 : shape->align == SSM_ALIGN_RIGHT ? 1 : 0.5;
  double scale = shape->size / SSM_TEXT_REFERENCE;

  cairo_save (cr);
  cairo_translate (cr, shape->rect.x + room * share, y);
  cairo_scale (cr, scale, scale);
  for (guint i = 0; i < line->n_runs; i++)
    {
      const SsmTextRun *run = &shape->lines->runs[line->first_run + i];

      cairo_move_to (cr, run->x * SSM_TEXT_REFERENCE, 0);
      pango_cairo_show_glyph_item (cr, shape->lines->string, run->glyphs);
    }
  cairo_restore (cr);
}

static void
paint_text (cairo_t *cr, const SsmShape *shape)
{
  for (guint i = 0; i < shape->lines->n_lines; i++)
    paint_line (cr, shape, &shape->lines->lines[i],
                shape->rect.y + shape->baseline + i * shape->pitch);
}

void
ssm_paint_shape (cairo_t *cr, const SsmShape *shape)
{
  const SsmRect *r = &shape->rect;

  set_colour (cr, shape->colour);
  switch (shape->kind)
    {
    case SSM_SHAPE_RECT:
    case SSM_SHAPE_FRAME:
      trace_rect (cr, shape);
      break;
    case SSM_SHAPE_ARROW:
      trace_arrow (cr, shape);
      break;
    case SSM_SHAPE_TRIANGLE:
      trace_triangle (cr, shape);
      break;
    case SSM_SHAPE_LINE:
      cairo_move_to (cr, r->x, r->y);
      cairo_line_to (cr, r->x + r->width, r->y + r->height);
      break;
    case SSM_SHAPE_TICK:
    case SSM_SHAPE_CROSS:
    case SSM_SHAPE_QUESTION:
      trace_sign (cr, shape);
      break;
    case SSM_SHAPE_TEXT:
      paint_text (cr, shape);
      return;
    default:
      g_assert_not_reached ();
    }
  finish_path (cr, shape);
}

void
ssm_paint_page (const SsmPage *page, cairo_t *cr)
{
  g_return_if_fail (page != NULL && cr != NULL);
  for (guint i = 0; i < page->shapes->len; i++)
    ssm_paint_shape (cr, &g_array_index (page->shapes, SsmShape, i));
}

void
ssm_paint_piece (const SsmPage *page, const SsmRect *piece, const SsmRect *place,
                 cairo_t *cr)
{
  g_return_if_fail (page != NULL && cr != NULL && piece->width > 0 && piece->height > 0);
  cairo_save (cr);
  cairo_rectangle (cr, place->x, place->y, place->width, place->height);
  cairo_clip (cr);
  cairo_translate (cr, place->x, place->y);
  cairo_scale (cr, place->width / piece->width, place->height / piece->height);
  cairo_translate (cr, -piece->x, -piece->y);
  ssm_paint_page (page, cr);
  cairo_restore (cr);
}

void
ssm_paint_area (const SsmPage *page, guint index, cairo_t *cr)
{
  const SsmArea *area;

  g_return_if_fail (page != NULL && cr != NULL && index < page->areas->len);
  area = ssm_page_area (page, index);
  for (guint i = 0; i < area->n_shapes; i++)
    ssm_paint_shape (cr, &g_array_index (page->shapes, SsmShape, area->first_shape + i));
}

void
ssm_paint_background (const SsmPage *page, cairo_t *cr)
{
  g_return_if_fail (page != NULL && cr != NULL);
  for (guint i = 0; i < page->shapes->len; i++)
    {
      const SsmShape *shape = &g_array_index (page->shapes, SsmShape, i);

      if (shape->area < 0)
        ssm_paint_shape (cr, shape);
    }
}
