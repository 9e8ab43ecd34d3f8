/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the screen asks about the shapes of an area: where its lines of text run, and
 * whether another page shows just the same there. */

#include "ssm-page-shown.h"

#include <string.h>

#include "ssm-page-private.h"

static const SsmShape *
shape_of (const SsmPage *page, guint area, guint index)
{
  return &g_array_index (page->shapes, SsmShape,
                         ssm_page_area (page, area)->first_shape + index);
}

static SsmRect
line_rect (const SsmShape *shape, guint index)
{
  double share = shape->align == SSM_ALIGN_LEFT    ? 0
                 : shape->align == SSM_ALIGN_RIGHT ? 1
                                                   : 0.5;
  double width = shape->lines->lines[index].width * shape->size;

  return (SsmRect) { shape->rect.x + (shape->rect.width - width) * share,
                     shape->rect.y + index * shape->pitch, width, shape->pitch };
}

static void
append_lines (GArray *rects, const SsmShape *shape)
{
  for (guint i = 0; i < shape->lines->n_lines; i++)
    {
      SsmRect rect = line_rect (shape, i);

      g_array_append_val (rects, rect);
    }
}

SsmRect *
ssm_page_area_lines (const SsmPage *page, guint index, guint *n_lines)
{
  g_autoptr (GArray) rects = g_array_new (FALSE, FALSE, sizeof (SsmRect));

  for (guint i = 0; i < ssm_page_area (page, index)->n_shapes; i++)
    {
      const SsmShape *shape = shape_of (page, index, i);

      if (shape->kind == SSM_SHAPE_TEXT)
        append_lines (rects, shape);
    }

  *n_lines = rects->len;
  return (SsmRect *) g_array_free (g_steal_pointer (&rects), FALSE);
}

/* Appends the box of the bytes @start … @end of the text, as far as they stand in @run. */
static void
append_run_words (GArray *rects, const SsmShape *shape, const SsmRect *line,
                  const SsmTextRun *run, int start, int end)
{
  PangoItem *item = run->glyphs->item;
  const char *text = shape->lines->string + item->offset;
  double scale = shape->size / SSM_TEXT_REFERENCE / PANGO_SCALE;
  int from = MAX (start - item->offset, 0), to = MIN (end - item->offset, item->length);
  int x[2];
  SsmRect rect = *line;

  if (from >= to)
    return;

  pango_glyph_string_index_to_x (run->glyphs->glyphs, (char *) text, item->length,
                                 &item->analysis, from, FALSE, &x[0]);
  pango_glyph_string_index_to_x (run->glyphs->glyphs, (char *) text, item->length,
                                 &item->analysis, to, FALSE, &x[1]);
  rect.x += run->x * shape->size + MIN (x[0], x[1]) * scale;
  rect.width = ABS (x[1] - x[0]) * scale;
  g_array_append_val (rects, rect);
}

static void
append_words (GArray *rects, const SsmShape *shape, gsize start, gsize end)
{
  for (guint i = 0; i < shape->lines->n_lines; i++)
    {
      const SsmTextLine *line = &shape->lines->lines[i];
      SsmRect rect = line_rect (shape, i);

      for (guint k = 0; k < line->n_runs; k++)
        append_run_words (rects, shape, &rect, &shape->lines->runs[line->first_run + k],
                          (int) start, (int) end);
    }
}

static gboolean
shows_words (const SsmShape *shape, const char *text, gsize start, gsize end)
{
  return shape->kind == SSM_SHAPE_TEXT && strlen (shape->lines->string) >= end
         && memcmp (shape->lines->string + start, text + start, end - start) == 0;
}

SsmRect *
ssm_page_area_words (const SsmPage *page, guint index, const char *text, gsize start,
                     gsize end, guint *n_rects)
{
  g_autoptr (GArray) rects = g_array_new (FALSE, FALSE, sizeof (SsmRect));

  for (guint i = 0; i < ssm_page_area (page, index)->n_shapes; i++)
    {
      const SsmShape *shape = shape_of (page, index, i);

      if (shows_words (shape, text, start, end))
        append_words (rects, shape, start, end);
    }

  *n_rects = rects->len;
  return (SsmRect *) g_array_free (g_steal_pointer (&rects), FALSE);
}

static gboolean
rect_equal (const SsmRect *a, const SsmRect *b)
{
  return a->x == b->x && a->y == b->y && a->width == b->width && a->height == b->height;
}

/* Broken lines are remembered and shared, so their pointers tell. */
static gboolean
shape_equal (const SsmShape *a, const SsmShape *b)
{
  return a->kind == b->kind && rect_equal (&a->rect, &b->rect) && a->colour == b->colour
         && a->line == b->line && a->radius == b->radius && a->depth == b->depth
         && a->sides == b->sides && a->point == b->point && a->dashed == b->dashed
         && a->mirrored == b->mirrored && a->lines == b->lines && a->size == b->size
         && a->pitch == b->pitch && a->baseline == b->baseline && a->align == b->align;
}

gboolean
ssm_page_area_equal (const SsmPage *page, guint index, const SsmPage *other,
                     guint other_index)
{
  const SsmArea *a = ssm_page_area (page, index), *b = ssm_page_area (other, other_index);

  if (a->n_shapes != b->n_shapes || !rect_equal (&a->rect, &b->rect)
      || !rect_equal (&a->text_rect, &b->text_rect) || a->look.size != b->look.size
      || a->look.family != b->look.family
      || g_strcmp0 (a->prompt, b->prompt) != 0)
    return FALSE;

  for (guint i = 0; i < a->n_shapes; i++)
    {
      if (!shape_equal (shape_of (page, index, i), shape_of (other, other_index, i)))
        return FALSE;
    }

  return TRUE;
}
