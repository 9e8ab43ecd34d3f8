/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the screen asks about the shapes of an area: where its lines of text run, and
 * whether another page shows just the same there. */

#include "ssm-page-private.h"

static const SsmShape *
shape_of (const SsmPage *page, guint area, guint index)
{
  return &g_array_index (page->shapes, SsmShape,
                         ssm_page_area (page, area)->first_shape + index);
}

static void
append_lines (GArray *rects, const SsmShape *shape)
{
  double share = shape->align == SSM_ALIGN_LEFT    ? 0
                 : shape->align == SSM_ALIGN_RIGHT ? 1
                                                   : 0.5;

  for (guint i = 0; i < shape->lines->n_lines; i++)
    {
      double width = shape->lines->lines[i].width * shape->size;
      SsmRect rect = { shape->rect.x + (shape->rect.width - width) * share,
                       shape->rect.y + i * shape->pitch, width, shape->pitch };

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
      || g_strcmp0 (a->prompt, b->prompt) != 0)
    return FALSE;

  for (guint i = 0; i < a->n_shapes; i++)
    {
      if (!shape_equal (shape_of (page, index, i), shape_of (other, other_index, i)))
        return FALSE;
    }

  return TRUE;
}
