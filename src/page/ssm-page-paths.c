/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where return paths run: under a band, each in a lane where it meets no other.
 *
 *        ▲                    │            a path between two stages of the band
 *        └──── its words ─────┘
 *        ▲
 *        └ ─ ─ its words ─ ─ ─             one from outside, or from another band
 */

#include "ssm-page-paths.h"

#include <math.h>

#define INSET 4.66       /* millimetres from a column's edge to a line */
#define ARRIVAL 0.57     /* of the column, where a path between stages arrives */
#define SLOT 3.2         /* between lines at one stage */
#define LEAD 7.6         /* of an open path before its words */
#define TRAIL 12.2       /* and behind them */
#define MIN_TRAIL 3.0
#define LANE_GAP 2.6     /* between paths in one lane */
#define CHIP 3.6

SsmPath *
ssm_path_at (const SsmLayout *layout, guint index)
{
  return &g_array_index (layout->paths, SsmPath, index);
}

static double
right_edge (const SsmLayout *layout)
{
  return layout->width - ssm_mm (layout, SSM_MARGIN_SIDE);
}

double
ssm_path_chip_height (const SsmLayout *layout)
{
  return MAX (ssm_mm (layout, CHIP), ssm_layout_size (layout, SSM_ROLE_NOTE) * 1.4);
}

double
ssm_path_chip_width (const SsmLayout *layout, const SsmPath *path)
{
  double number;

  if (path->place != NULL)
    return ssm_text_width (path->place) * ssm_layout_size (layout, SSM_ROLE_LINK) + 0.1
           + ssm_mm (layout, SSM_PATH_ARROW + SSM_PATH_GAP);
  if (path->from < 0 || path->leaves)
    return 0;
  number = ssm_text_width (layout->stages[path->from].number)
           * ssm_layout_size (layout, SSM_ROLE_NOTE);
  return MAX (ssm_path_chip_height (layout), number + ssm_mm (layout, 1.2));
}

static gboolean
is_taken (const SsmLayout *layout, guint n, guint band, double x)
{
  double slot = ssm_mm (layout, SLOT) * 0.9;

  for (guint i = 0; i < n; i++)
    {
      const SsmPath *other = ssm_path_at (layout, i);

      if (other->band == band && ((other->leaves && fabs (other->tail - x) < slot) ||
                                  (other->arrives && fabs (other->head - x) < slot)))
        return TRUE;
    }
  return FALSE;
}

/* A free place at a stage for the end of the path @index. */
static double
find_slot (const SsmLayout *layout, guint index, guint stage, double share)
{
  const SsmPath *path = ssm_path_at (layout, index);
  double column = ssm_layout_column_x (layout, stage);
  double x = share > 0 ? column + layout->column * share : column + ssm_mm (layout, INSET);
  double slot = ssm_mm (layout, SLOT);

  x = MIN (x, column + layout->column - ssm_mm (layout, 2));
  for (double at = x; at < column + layout->column - ssm_mm (layout, 1.5); at += slot)
    if (!is_taken (layout, index, path->band, at) &&
        !(path->arrives && fabs (path->head - at) < slot * 0.9))
      return at;
  return x;
}

static void
attach (const SsmLayout *layout, guint index)
{
  SsmPath *path = ssm_path_at (layout, index);
  guint from = path->from < 0 ? 0 : ssm_layout_band_of (layout, path->from);

  path->band = ssm_layout_band_of (layout, path->to >= 0 ? path->to : path->from);
  path->leaves = path->arrives = FALSE;
  if (path->to >= 0)
    path->head = find_slot (layout, index, path->to, path->dashed ? 0 : ARRIVAL);
  path->arrives = path->to >= 0;
  if (path->from >= 0 && from == path->band)
    {
      path->tail = find_slot (layout, index, path->from, 0);
      path->leaves = TRUE;
    }
}

static double
left_edge (const SsmLayout *layout)
{
  return ssm_mm (layout, SSM_MARGIN_SIDE);
}

/* Sets the words beside a line that is too short to hold them, on the roomier side. */
static void
put_words_beside (const SsmLayout *layout, SsmPath *path)
{
  double gap = ssm_mm (layout, SSM_PATH_GAP);
  double right = right_edge (layout) - path->line_to - gap;
  double left = path->line_from - gap - left_edge (layout);

  if (path->label_width <= right || right >= left)
    {
      path->label_width = MIN (path->label_width, right);
      path->label = path->line_to + gap;
    }
  else
    {
      path->label_width = MIN (path->label_width, left);
      path->label = path->line_from - gap - path->label_width;
    }
}

static void
run_between (const SsmLayout *layout, SsmPath *path)
{
  double gap = ssm_mm (layout, SSM_PATH_GAP);

  path->line_from = MIN (path->head, path->tail);
  path->line_to = MAX (path->head, path->tail);
  path->label = (path->line_from + path->line_to - path->label_width) / 2;
  if (path->label - gap - ssm_mm (layout, MIN_TRAIL) < path->line_from)
    put_words_beside (layout, path);
}

/* Where an open path that would end at @end had better end, before another's upright. */
static double
clear_of_others (const SsmLayout *layout, const SsmPath *path, double end)
{
  double least = end - ssm_mm (layout, TRAIL - MIN_TRAIL);
  double clear = end;

  for (const SsmPath *other = ssm_path_at (layout, 0); other != path; other++)
    {
      double gap = ssm_mm (layout, LANE_GAP);

      if (other->band != path->band)
        continue;
      if (other->arrives && other->head >= least + gap)
        clear = MIN (clear, other->head - gap);
      if (other->leaves && other->tail >= least + gap)
        clear = MIN (clear, other->tail - gap);
    }
  return clear;
}

/* Runs on past its words to the right, or where there is more room to the left. */
static void
run_open (const SsmLayout *layout, SsmPath *path)
{
  double anchor = path->arrives ? path->head : path->tail;
  double chip = ssm_path_chip_width (layout, path);
  double lead = ssm_mm (layout, LEAD + SSM_PATH_GAP);
  double trail = ssm_mm (layout, SSM_PATH_GAP + TRAIL);
  double least = lead + ssm_mm (layout, SSM_PATH_GAP + MIN_TRAIL) + chip;
  double right = right_edge (layout) - anchor;
  double left = anchor - left_edge (layout);
  double room = MAX (left, right);
  gboolean to_left = lead + path->label_width + trail + chip > right && left > right;

  path->label_width = MIN (path->label_width, room - least);
  trail = MIN (trail, room - lead - path->label_width - chip);
  path->line_from = path->line_to = anchor;
  if (to_left)
    {
      path->label = anchor - lead - path->label_width;
      path->line_from = path->label - trail;
    }
  else
    {
      path->label = anchor + lead;
      path->line_to = path->label + path->label_width + trail;
      path->line_to = clear_of_others (layout, path, path->line_to);
    }
}

static void
run (const SsmLayout *layout, guint index)
{
  SsmPath *path = ssm_path_at (layout, index);
  double size = ssm_layout_size (layout, SSM_ROLE_LINK);

  attach (layout, index);
  path->label_width = ssm_text_width (path->words) * size + 0.1;
  if (path->leaves && path->arrives)
    run_between (layout, path);
  else
    run_open (layout, path);
  path->n_lines = ssm_text_count_lines (path->words, path->label_width / size);
  path->start = MIN (path->line_from - ssm_path_chip_width (layout, path), path->label);
  path->end = MAX (path->line_to + ssm_path_chip_width (layout, path),
                   path->label + path->label_width);
}

static gboolean
is_free (const SsmLayout *layout, guint index, guint lane)
{
  const SsmPath *path = ssm_path_at (layout, index);
  double gap = ssm_mm (layout, LANE_GAP);

  for (guint i = 0; i < index; i++)
    {
      const SsmPath *other = ssm_path_at (layout, i);

      if (other->band == path->band && other->lane == lane &&
          path->start < other->end + gap && other->start < path->end + gap)
        return FALSE;
    }
  return TRUE;
}

/* Shorter paths first: they nest inside the longer ones. Open ones find room last. */
static gint
compare_paths (gconstpointer a, gconstpointer b)
{
  const SsmPath *left = a, *right = b;
  int spans[2] = {
    left->from < 0 || left->to < 0 ? G_MAXINT : ABS (left->from - left->to),
    right->from < 0 || right->to < 0 ? G_MAXINT : ABS (right->from - right->to)
  };

  if (spans[0] != spans[1])
    return spans[0] < spans[1] ? -1 : 1;
  return g_strcmp0 (ssm_part_id (left->part), ssm_part_id (right->part));
}

static double
lane_height (const SsmLayout *layout, guint band, guint lane)
{
  double pitch = ssm_layout_size (layout, SSM_ROLE_LINK) * SSM_SPACING;
  guint n_lines = 1;

  for (guint i = 0; i < layout->paths->len; i++)
    if (ssm_path_at (layout, i)->band == band && ssm_path_at (layout, i)->lane == lane)
      n_lines = MAX (n_lines, ssm_path_at (layout, i)->n_lines);
  return MAX (ssm_mm (layout, lane == 0 ? SSM_LANE : SSM_LANE_MORE),
              (lane == 0 ? ssm_mm (layout, SSM_LANE - SSM_LANE_MORE) : 0)
              + (n_lines + 0.25) * pitch * 1.11);
}

void
ssm_layout_measure_links (SsmLayout *layout)
{
  g_array_sort (layout->paths, compare_paths);
  for (guint i = 0; i < layout->paths->len; i++)
    {
      SsmPath *path = ssm_path_at (layout, i);
      SsmBand *band;

      run (layout, i);
      for (path->lane = 0; !is_free (layout, i, path->lane);)
        path->lane++;
      band = ssm_layout_band (layout, path->band);
      band->n_lanes = MAX (band->n_lanes, path->lane + 1);
    }
  for (guint i = 0; i < layout->bands->len; i++)
    {
      SsmBand *band = ssm_layout_band (layout, i);

      for (guint lane = 0; lane < band->n_lanes; lane++)
        band->links += lane_height (layout, i, lane);
      if (i + 1 == layout->bands->len)
        band->links += ssm_mm (layout, SSM_LINKS_BELOW) * layout->gap;
    }
}

double
ssm_path_line (const SsmLayout *layout, const SsmPath *path)
{
  const SsmBand *band = ssm_layout_band (layout, path->band);
  double y = band->top + ssm_layout_band_height (band);

  for (guint lane = 0; lane < path->lane; lane++)
    y += lane_height (layout, path->band, lane);
  return y + ssm_mm (layout, path->lane == 0 ? SSM_LANE_LINE
                             : SSM_LANE_LINE - (SSM_LANE - SSM_LANE_MORE));
}
