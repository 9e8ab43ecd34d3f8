/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Draws return paths: thin lines with their words, an arrow where they arrive, and what
 * they come from or lead to where that is not under the same band. */

#include "ssm-page-paths.h"

#define START 0.2 /* millimetres below the band */

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
  double size = ssm_mm (layout, SSM_PATH_ARROW);
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
  double size = ssm_mm (layout, SSM_PATH_ARROW);
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
  double gap = ssm_mm (layout, SSM_PATH_GAP);
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
  double width = ssm_path_chip_width (layout, path);
  double height = ssm_path_chip_height (layout);
  double x = path->line_to > path->head ? path->line_to : path->line_from - width;
  SsmShape chip = {
    .kind = SSM_SHAPE_RECT, .rect = { x, y - height / 2, width, height },
    .colour = stage->colour, .radius = ssm_mm (layout, 0.5),
    .sides = SSM_SIDE_START | SSM_SIDE_END
  };
  SsmTextBox box = {
    .text = stage->number, .size = size, .spacing = SSM_NUMBER_LINE, .x = x,
    .y = y - size * ssm_text_pitch (stage->number, SSM_NUMBER_LINE) / 2, .width = width,
    .colour = SSM_COLOUR_WHITE, .align = SSM_ALIGN_CENTRE
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
  double gap = ssm_mm (layout, SSM_PATH_ARROW + SSM_PATH_GAP);
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
  double arrow = ssm_mm (layout, SSM_PATH_ARROW);

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
  double y = ssm_path_line (layout, path);
  double size = ssm_layout_size (layout, SSM_ROLE_LINK);
  double pitch = ssm_text_pitch (path->text, SSM_SPACING) * size;
  double top = y - pitch / 2 + size * 0.04;
  double above = MIN (top, y - ssm_path_chip_height (layout) / 2);
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
    deepest = MAX (deepest, ssm_path_at (layout, i)->lane);
  return deepest;
}

/* Outer lanes first, so that words of inner ones lie over their lines. */
void
ssm_layout_draw_links (SsmLayout *layout, SsmPageBuilder *builder)
{
  for (int lane = deepest_lane (layout); lane >= 0; lane--)
    for (guint i = 0; i < layout->paths->len; i++)
      if (ssm_path_at (layout, i)->lane == (guint) lane)
        draw_path (layout, builder, ssm_path_at (layout, i));
}
