/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-page-walk.h"

#include <math.h>
#include <string.h>

/* Points by which neighbours may overlap: arrow heads reach into the gap. */
#define SLACK 8.0

static gboolean
is_empty_list (const SsmPage *page, guint index)
{
  return ssm_page_area (page, index)->role == SSM_AREA_LIST
         && ssm_page_n_criteria (page, (int) index) == 0;
}

gboolean
ssm_page_is_cell (const SsmPage *page, guint index)
{
  const SsmArea *area = ssm_page_area (page, index);

  switch (area->role)
    {
    case SSM_AREA_CRITERION:
      return TRUE;
    case SSM_AREA_TEXT:
    case SSM_AREA_OUTCOME:
    case SSM_AREA_LINK:
    case SSM_AREA_DEFINITION:
      return area->field != SSM_FIELD_NONE;
    case SSM_AREA_LIST:
      return is_empty_list (page, index);
    case SSM_AREA_GROUP:
    case SSM_AREA_STAGE:
    case SSM_AREA_MEASURE:
    default:
      return FALSE;
    }
}

/* The place that counts for rows and columns: a criterion stands where its cell stands. */
static SsmRect
row_rect (const SsmPage *page, int index)
{
  const SsmArea *area = ssm_page_area (page, (guint) index);

  if (area->role == SSM_AREA_CRITERION && area->parent >= 0)
    return ssm_page_area (page, (guint) area->parent)->rect;
  return area->rect;
}

static double
overlap (double a, double a_size, double b, double b_size)
{
  return MIN (a + a_size, b + b_size) - MAX (a, b);
}

static gboolean
same_row (const SsmRect *a, const SsmRect *b)
{
  return overlap (a->y, a->height, b->y, b->height) > 0.25 * MIN (a->height, b->height);
}

static double
middle_y (const SsmPage *page, int index)
{
  const SsmRect *rect = &ssm_page_area (page, (guint) index)->rect;

  return rect->y + rect->height / 2;
}

/* How far @to lies to the side of @from; INFINITY if it is not a neighbour there. */
static double
side_distance (const SsmPage *page, int from, int to, SsmWalk direction)
{
  SsmRect a = row_rect (page, from), b = row_rect (page, to);
  double gap = direction == SSM_WALK_RIGHT ? b.x - (a.x + a.width) : a.x - (b.x + b.width);

  if (gap < -SLACK || !same_row (&a, &b))
    return INFINITY;
  /* The nearest column counts first, then the nearest line in it. */
  return round (MAX (gap, 0)) * 1e4 + fabs (middle_y (page, to) - middle_y (page, from));
}

/* The same for up and down: first what stands in the same column. */
static double
height_distance (const SsmPage *page, int from, int to, SsmWalk direction)
{
  const SsmRect *a = &ssm_page_area (page, (guint) from)->rect;
  const SsmRect *b = &ssm_page_area (page, (guint) to)->rect;
  SsmRect column = row_rect (page, from), other = row_rect (page, to);
  double gap = direction == SSM_WALK_DOWN ? b->y - (a->y + a->height)
                                          : a->y - (b->y + b->height);
  double shared = overlap (column.x, column.width, other.x, other.width);
  double aside = MAX (0, -shared);

  if (gap < -SLACK / 4)
    return INFINITY;
  if (shared <= SLACK)
    return 1e9 + MAX (gap, 0) * 1e4 + aside;
  return round (MAX (gap, 0)) * 1e4 + fabs (a->x - b->x);
}

static int next_stage_area (const SsmPage *page, int stage, int step);

/* The first or last cell in the column or list @from, or -1. */
static int
cell_inside (const SsmPage *page, int from, gboolean last)
{
  int found = -1;

  for (guint i = (guint) from + 1; i < ssm_page_n_areas (page); i++)
    {
      if (ssm_page_area (page, i)->parent < from)
        break;
      if (ssm_page_is_cell (page, i) && (found < 0 || last))
        found = (int) i;
    }

  return found;
}

/* From a whole column arrows lead to the next one, or into it. */
static int
neighbour_of_whole (const SsmPage *page, int from, SsmWalk direction)
{
  gboolean stage = ssm_page_area (page, (guint) from)->role == SSM_AREA_STAGE;
  gboolean right = direction == SSM_WALK_RIGHT;

  if (stage && (right || direction == SSM_WALK_LEFT))
    return next_stage_area (page, from, right != ssm_page_is_rtl (page) ? 1 : -1);
  if (direction == SSM_WALK_DOWN || direction == SSM_WALK_UP)
    return cell_inside (page, from, !stage && direction == SSM_WALK_DOWN);
  return -1;
}

int
ssm_page_neighbour (const SsmPage *page, int from, SsmWalk direction)
{
  gboolean sideways = direction == SSM_WALK_LEFT || direction == SSM_WALK_RIGHT;
  double best_distance = INFINITY;
  int best = -1;

  if (!ssm_page_is_cell (page, (guint) from))
    best = neighbour_of_whole (page, from, direction);
  if (best >= 0)
    return best;

  for (guint i = 0; i < ssm_page_n_areas (page); i++)
    {
      double distance;

      if ((int) i == from || !ssm_page_is_cell (page, i))
        continue;
      distance = sideways ? side_distance (page, from, (int) i, direction)
                          : height_distance (page, from, (int) i, direction);
      if (distance < best_distance)
        {
          best_distance = distance;
          best = (int) i;
        }
    }

  return best;
}

int
ssm_page_row_end (const SsmPage *page, int from, gboolean last)
{
  SsmWalk direction = last != ssm_page_is_rtl (page) ? SSM_WALK_RIGHT : SSM_WALK_LEFT;
  int at = from;

  for (int next = from; next >= 0; next = ssm_page_neighbour (page, at, direction))
    {
      /* Rows that touch two others could lead round in a circle. */
      if (next != from && row_rect (page, next).x == row_rect (page, at).x)
        break;
      at = next;
    }

  return at;
}

int
ssm_page_end_cell (const SsmPage *page, gboolean last)
{
  guint n = ssm_page_n_areas (page);

  for (guint i = 0; i < n; i++)
    {
      guint index = last ? n - 1 - i : i;

      if (ssm_page_is_cell (page, index))
        return (int) index;
    }

  return -1;
}

static int
ancestor_of_role (const SsmPage *page, int from, SsmAreaRole role)
{
  for (int i = from; i >= 0; i = ssm_page_area (page, (guint) i)->parent)
    {
      if (ssm_page_area (page, (guint) i)->role == role)
        return i;
    }

  return -1;
}

int
ssm_page_stage_area (const SsmPage *page, int from)
{
  return ancestor_of_role (page, from, SSM_AREA_STAGE);
}

int
ssm_page_list_area (const SsmPage *page, int from)
{
  return ancestor_of_role (page, from, SSM_AREA_LIST);
}

/* The STAGE area before or behind @stage in reading order; from -1 the first. */
static int
next_stage_area (const SsmPage *page, int stage, int step)
{
  int n = (int) ssm_page_n_areas (page);

  for (int i = stage + step; i >= 0 && i < n; i += step)
    {
      if (ssm_page_area (page, (guint) i)->role == SSM_AREA_STAGE)
        return i;
    }

  return -1;
}

/* The area in @stage that shows the same as @like shows in its own stage. */
static int
counterpart (const SsmPage *page, int stage, const SsmArea *like)
{
  const SsmArea *other = ssm_page_area (page, (guint) stage);

  for (guint i = (guint) stage + 1; i < ssm_page_n_areas (page); i++)
    {
      const SsmArea *area = ssm_page_area (page, i);

      if (ssm_page_stage_area (page, (int) i) == stage && area->role == like->role
          && area->list == like->list
          && (area->field == like->field || like->role == SSM_AREA_LIST))
        return (int) i;
    }

  return other->role == like->role ? stage : -1;
}

int
ssm_page_other_stage (const SsmPage *page, int from, int step)
{
  int stage = ssm_page_stage_area (page, from);
  int target = next_stage_area (page, stage, step);
  int list = ssm_page_list_area (page, from), found;

  if (target < 0 || stage < 0)
    return target;

  if (list < 0)
    {
      found = counterpart (page, target, ssm_page_area (page, (guint) from));
      return found >= 0 ? found : target;
    }

  found = counterpart (page, target, ssm_page_area (page, (guint) list));
  if (found < 0)
    return target;
  if (from == list || ssm_page_n_criteria (page, found) == 0)
    return found;
  return ssm_page_criterion (page, found, ssm_page_criterion_position (page, from));
}

static gboolean
is_tab_stop (const SsmArea *area)
{
  switch (area->field)
    {
    case SSM_EDITION_LABEL:
    case SSM_EDITION_DATE:
    case SSM_EDITION_REVIEW:
    case SSM_STAGE_NAME:
      return FALSE;
    default:
      return area->role == SSM_AREA_LIST
             || (area->role != SSM_AREA_CRITERION && area->field != SSM_FIELD_NONE);
    }
}

int
ssm_page_next_text (const SsmPage *page, int from, int step)
{
  int n = (int) ssm_page_n_areas (page);
  int list = ssm_page_list_area (page, from);

  for (int i = (list >= 0 ? list : from) + step; i >= 0 && i < n; i += step)
    {
      if (is_tab_stop (ssm_page_area (page, (guint) i)))
        return i;
    }

  return -1;
}

guint
ssm_page_n_criteria (const SsmPage *page, int list)
{
  guint n = 0;

  for (guint i = (guint) list + 1; i < ssm_page_n_areas (page); i++)
    {
      if (ssm_page_area (page, i)->parent < list)
        break;
      if (ssm_page_area (page, i)->parent == list)
        n++;
    }

  return n;
}

int
ssm_page_criterion (const SsmPage *page, int list, guint position)
{
  int found = -1;
  guint seen = 0;

  for (guint i = (guint) list + 1; i < ssm_page_n_areas (page) && seen <= position; i++)
    {
      if (ssm_page_area (page, i)->parent < list)
        break;
      if (ssm_page_area (page, i)->parent == list)
        {
          found = (int) i;
          seen++;
        }
    }

  return found;
}

guint
ssm_page_criterion_position (const SsmPage *page, int index)
{
  int list = ssm_page_list_area (page, index);
  guint position = 0;

  for (int i = list + 1; i < index; i++)
    {
      if (ssm_page_area (page, (guint) i)->parent == list)
        position++;
    }

  return position;
}
