/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Return paths: thin lines under a band, each in a lane where it meets no other.
 *
 *        ▲                    │            a path between two stages of the band
 *        └──── its words ─────┘
 *        ▲
 *        └ ─ ─ its words ─ ─ ─             one from outside, or from another band
 */

#include "ssm-layout-draw.h"

#include <math.h>

#define INSET 4.66       /* millimetres from a column's edge to a line */
#define ARRIVAL 0.57     /* of the column, where a path between stages arrives */
#define SLOT 3.2         /* between lines at one stage */
#define WORD_GAP 1.9     /* between a line and its words */
#define LEAD 7.6         /* of an open path before its words */
#define TRAIL 12.2       /* and behind them */
#define MIN_TRAIL 3.0
#define LANE_GAP 2.6     /* between paths in one lane */
#define ARROW 1.35
#define START 0.2        /* below the band */
#define CHIP 3.6

static SsmPath *
path_at (const SsmLayout *layout, guint index)
{
  return &g_array_index (layout->paths, SsmPath, index);
}

static double
right_edge (const SsmLayout *layout)
{
  return layout->width - ssm_mm (layout, SSM_MARGIN_SIDE);
}

static double
chip_height (const SsmLayout *layout)
{
  return MAX (ssm_mm (layout, CHIP), ssm_layout_size (layout, SSM_ROLE_NOTE) * 1.4);
}

/* Room for the name of the place outside where a path ends, or for the number of the stage
 * in another band from which it comes, or 0. */
static double
chip_width (const SsmLayout *layout, const SsmPath *path)
{
  double number;

  if (path->place != NULL)
    return ssm_text_width (path->place) * ssm_layout_size (layout, SSM_ROLE_LINK) + 0.1
           + ssm_mm (layout, ARROW + WORD_GAP);
  if (path->from < 0 || path->leaves)
    return 0;
  number = ssm_text_width (layout->stages[path->from].number)
           * ssm_layout_size (layout, SSM_ROLE_NOTE);
  return MAX (chip_height (layout), number + ssm_mm (layout, 1.2));
}

static gboolean
is_taken (const SsmLayout *layout, guint n, guint band, double x)
{
  double slot = ssm_mm (layout, SLOT) * 0.9;

  for (guint i = 0; i < n; i++)
    {
      const SsmPath *other = path_at (layout, i);

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
  const SsmPath *path = path_at (layout, index);
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
  SsmPath *path = path_at (layout, index);
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
  double gap = ssm_mm (layout, WORD_GAP);
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
  double gap = ssm_mm (layout, WORD_GAP);

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

  for (const SsmPath *other = path_at (layout, 0); other != path; other++)
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
  double chip = chip_width (layout, path);
  double lead = ssm_mm (layout, LEAD + WORD_GAP);
  double trail = ssm_mm (layout, WORD_GAP + TRAIL);
  double least = lead + ssm_mm (layout, WORD_GAP + MIN_TRAIL) + chip;
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
  SsmPath *path = path_at (layout, index);
  double size = ssm_layout_size (layout, SSM_ROLE_LINK);

  attach (layout, index);
  path->label_width = ssm_text_width (path->text) * size + 0.1;
  if (path->leaves && path->arrives)
    run_between (layout, path);
  else
    run_open (layout, path);
  path->n_lines = ssm_text_count_lines (path->text, path->label_width / size);
  path->start = MIN (path->line_from - chip_width (layout, path), path->label);
  path->end = MAX (path->line_to + chip_width (layout, path),
                   path->label + path->label_width);
}

static gboolean
is_free (const SsmLayout *layout, guint index, guint lane)
{
  const SsmPath *path = path_at (layout, index);
  double gap = ssm_mm (layout, LANE_GAP);

  for (guint i = 0; i < index; i++)
    {
      const SsmPath *other = path_at (layout, i);

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
    if (path_at (layout, i)->band == band && path_at (layout, i)->lane == lane)
      n_lines = MAX (n_lines, path_at (layout, i)->n_lines);
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
      SsmPath *path = path_at (layout, i);
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

/* Where the line of a lane runs. */
static double
lane_line (const SsmLayout *layout, const SsmPath *path)
{
  const SsmBand *band = ssm_layout_band (layout, path->band);
  double y = band->top + ssm_layout_band_height (band);

  for (guint lane = 0; lane < path->lane; lane++)
    y += lane_height (layout, path->band, lane);
  return y + ssm_mm (layout, path->lane == 0 ? SSM_LANE_LINE
                             : SSM_LANE_LINE - (SSM_LANE - SSM_LANE_MORE));
}

static void
draw_line (const SsmLayout *layout, SsmPageBuilder *builder, const SsmPath *path, double x,
           double y, double width, double height)
{
  SsmShape shape = {
    .kind = SSM_SHAPE_LINE, .rect = { x, y, width, height }, .line = SSM_LINE_PATH,
    .colour = ssm_theme_quiet (layout->options->theme), .dashed = path->dashed
  };

  ssm_page_builder_add (builder, &shape);
}

static void
draw_head (const SsmLayout *layout, SsmPageBuilder *builder, double x, double y)
{
  double size = ssm_mm (layout, ARROW);
  SsmShape shape = {
    .kind = SSM_SHAPE_TRIANGLE, .point = SSM_POINT_UP,
    .rect = { x - size / 2, y, size, size },
    .colour = ssm_theme_quiet (layout->options->theme)
  };

  ssm_page_builder_add (builder, &shape);
}

/* At the far end of a path that leaves the map. */
static void
draw_far_head (const SsmLayout *layout, SsmPageBuilder *builder, const SsmPath *path,
               double y)
{
  double size = ssm_mm (layout, ARROW);
  gboolean back = path->line_from < path->tail;
  SsmShape shape = {
    .kind = SSM_SHAPE_TRIANGLE, .point = SSM_POINT_END, .mirrored = back,
    .colour = ssm_theme_quiet (layout->options->theme),
    .rect = { back ? path->line_from - size : path->line_to, y - size / 2, size, size }
  };

  ssm_page_builder_add (builder, &shape);
}

/* The line from end to end, open where its words stand in it. */
static void
draw_run (const SsmLayout *layout, SsmPageBuilder *builder, const SsmPath *path, double y)
{
  double gap = ssm_mm (layout, WORD_GAP);
  double before = path->label - gap;
  double behind = path->label + path->label_width + gap;

  if (ssm_text_is_empty (path->text) || before >= path->line_to ||
      behind <= path->line_from)
    {
      draw_line (layout, builder, path, path->line_from, y,
                 path->line_to - path->line_from, 0);
      return;
    }
  if (before > path->line_from)
    draw_line (layout, builder, path, path->line_from, y, before - path->line_from, 0);
  if (behind < path->line_to)
    draw_line (layout, builder, path, behind, y, path->line_to - behind, 0);
}

/* The number of a stage in another band, where a path comes from. */
static void
draw_chip (const SsmLayout *layout, SsmPageBuilder *builder, const SsmPath *path, double y)
{
  const SsmStage *stage = &layout->stages[path->from];
  double size = ssm_layout_size (layout, SSM_ROLE_NOTE);
  double width = chip_width (layout, path);
  double height = chip_height (layout);
  double x = path->line_to > path->head ? path->line_to : path->line_from - width;
  SsmShape chip = {
    .kind = SSM_SHAPE_RECT, .rect = { x, y - height / 2, width, height },
    .colour = stage->colour, .radius = ssm_mm (layout, 0.5),
    .sides = SSM_SIDE_START | SSM_SIDE_END
  };
  SsmTextBox box = {
    .text = stage->number, .size = size, .spacing = SSM_NUMBER_LINE, .x = x,
    .y = y - size * ssm_text_pitch (stage->number, SSM_NUMBER_LINE) / 2, .width = width, .colour = SSM_COLOUR_WHITE,
    .align = SSM_ALIGN_CENTRE
  };

  ssm_page_builder_add (builder, &chip);
  ssm_page_builder_add_text (builder, &box);
}

/* The name of the place outside, behind the arrow or before the line. */
static void
draw_place (const SsmLayout *layout, SsmPageBuilder *builder, const SsmPath *path, double y)
{
  double anchor = path->arrives ? path->head : path->tail;
  double size = ssm_layout_size (layout, SSM_ROLE_LINK);
  double width = ssm_text_width (path->place) * size + 0.1;
  double gap = ssm_mm (layout, ARROW + WORD_GAP);
  double x = path->line_to > anchor ? path->line_to + gap : path->line_from - gap - width;
  double top = y - ssm_text_pitch (path->place, SSM_SPACING) * size / 2 + size * 0.04;

  ssm_layout_put_words (layout, builder, path->place, SSM_ROLE_LINK,
                        ssm_theme_quiet (layout->options->theme), x, top, width);
}

static void
draw_ends (const SsmLayout *layout, SsmPageBuilder *builder, const SsmPath *path, double y)
{
  const SsmBand *band = ssm_layout_band (layout, path->band);
  double top = band->top + ssm_layout_band_height (band) + ssm_mm (layout, START);
  double arrow = ssm_mm (layout, ARROW);

  if (path->arrives)
    {
      draw_line (layout, builder, path, path->head, top + arrow, 0, y - top - arrow);
      draw_head (layout, builder, path->head, top);
    }
  if (path->leaves)
    draw_line (layout, builder, path, path->tail, top, 0, y - top);
  if (path->leaves && !path->arrives)
    draw_far_head (layout, builder, path, y);
  if (path->place != NULL)
    draw_place (layout, builder, path, y);
  if (path->arrives && !path->leaves && path->from >= 0)
    draw_chip (layout, builder, path, y);
}

/* White behind words that another path's line would cross. */
static void
clear_ground (const SsmLayout *layout, SsmPageBuilder *builder, const SsmPath *path,
              double y, double height)
{
  SsmShape ground = {
    .kind = SSM_SHAPE_RECT, .colour = SSM_COLOUR_WHITE,
    .rect = { path->label, y, path->label_width, height }
  };

  if (ssm_layout_band (layout, path->band)->n_lanes > 1 &&
      !ssm_text_is_empty (path->text))
    ssm_page_builder_add (builder, &ground);
}

static void
draw_path (const SsmLayout *layout, SsmPageBuilder *builder, const SsmPath *path)
{
  double y = lane_line (layout, path);
  double size = ssm_layout_size (layout, SSM_ROLE_LINK);
  double pitch = ssm_text_pitch (path->text, SSM_SPACING) * size;
  double top = y - pitch / 2 + size * 0.04;
  double above = MIN (top, y - chip_height (layout) / 2);
  SsmArea area = {
    .role = SSM_AREA_LINK, .id = ssm_part_id (path->part), .field = SSM_LINK_TEXT,
    .list = SSM_LIST_NONE,
    .rect = { path->start, above, path->end - path->start,
              MAX (top + path->n_lines * pitch, 2 * y - above) - above },
    .text_rect = { path->label, top, path->label_width, path->n_lines * pitch },
    .look = { size, PANGO_WEIGHT_NORMAL, SSM_SPACING,
              ssm_theme_quiet (layout->options->theme), FALSE },
    .prompt = ssm_language_label (layout->words, "prompt-link")
  };

  ssm_page_builder_open (builder, &area);
  draw_run (layout, builder, path, y);
  draw_ends (layout, builder, path, y);
  clear_ground (layout, builder, path, top, area.text_rect.height);
  ssm_layout_put_words (layout, builder, path->text, SSM_ROLE_LINK, area.look.colour,
                        path->label, top, path->label_width);
  ssm_page_builder_close (builder);
}

static guint
deepest_lane (const SsmLayout *layout)
{
  guint deepest = 0;

  for (guint i = 0; i < layout->paths->len; i++)
    deepest = MAX (deepest, path_at (layout, i)->lane);
  return deepest;
}

/* Outer lanes first, so that words of inner ones lie over their lines. */
void
ssm_layout_draw_links (SsmLayout *layout, SsmPageBuilder *builder)
{
  for (int lane = deepest_lane (layout); lane >= 0; lane--)
    for (guint i = 0; i < layout->paths->len; i++)
      if (path_at (layout, i)->lane == (guint) lane)
        draw_path (layout, builder, path_at (layout, i));
}
