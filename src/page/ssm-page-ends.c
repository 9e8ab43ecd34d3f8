/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where a return path begins and ends on the page, found from what is drawn: its line
 * leaves one stage by an upright, and its arrow head points to the other. */

#include "ssm-page-private.h"

#include <math.h>

/* Points: less is the same place. */
#define SAME 1.0

static const SsmShape *
shape_at (const SsmPage *page, guint index)
{
  return &g_array_index (page->shapes, SsmShape, index);
}

static gboolean
find_arrow_tip (const SsmPage *page, const SsmArea *area, SsmSpot *tip)
{
  for (guint i = area->first_shape; i < area->first_shape + area->n_shapes; i++)
    {
      const SsmShape *shape = shape_at (page, i);
      const SsmRect *rect = &shape->rect;

      if (shape->kind != SSM_SHAPE_TRIANGLE)
        continue;
      if (shape->point == SSM_POINT_UP)
        *tip = (SsmSpot) { rect->x + rect->width / 2, rect->y };
      else
        *tip = (SsmSpot) { rect->x + (shape->mirrored ? 0 : rect->width),
                           rect->y + rect->height / 2 };
      return TRUE;
    }

  return FALSE;
}

/* How well @shape shows the beginning of a path that ends at @tip: an upright better than
 * the number of a stage elsewhere, that better than the far end of an open line. */
static double
rate_start (const SsmShape *shape, const SsmSpot *tip, SsmSpot *start)
{
  const SsmRect *rect = &shape->rect;
  double near = fabs (rect->x - tip->x), far = fabs (rect->x + rect->width - tip->x);

  if (shape->kind == SSM_SHAPE_LINE && rect->width < SAME)
    {
      *start = (SsmSpot) { rect->x, rect->y };
      return near > SAME ? 2e6 : 0;
    }
  if (shape->kind == SSM_SHAPE_RECT && shape->radius > 0)
    {
      *start = (SsmSpot) { rect->x + rect->width / 2, rect->y + rect->height / 2 };
      return 1e6;
    }
  if (shape->kind != SSM_SHAPE_LINE)
    return 0;

  *start = (SsmSpot) { near > far ? rect->x : rect->x + rect->width, rect->y };
  return MAX (near, far);
}

gboolean
ssm_page_link_ends (const SsmPage *page, guint index, SsmSpot *from, SsmSpot *to)
{
  const SsmArea *area = ssm_page_area (page, index);
  double best = 0;

  if (area->role != SSM_AREA_LINK || !find_arrow_tip (page, area, to))
    return FALSE;

  for (guint i = area->first_shape; i < area->first_shape + area->n_shapes; i++)
    {
      SsmSpot start;
      double rating = rate_start (shape_at (page, i), to, &start);

      if (rating > best)
        {
          best = rating;
          *from = start;
        }
    }

  return best > 0;
}
