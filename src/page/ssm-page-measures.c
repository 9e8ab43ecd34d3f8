/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The system's own figures against their targets, and why deals are lost. */

#include "ssm-layout-draw.h"

#define FIGURE_GAP 5.2     /* millimetres between figures */
#define REASON_BAR 17.4    /* of the longest bar */
#define REASON_GAP 2.4     /* around a bar */
#define REASON_SHARE 1.2   /* from a bar to its figure */
#define MANY_REASONS 6
#define REASON_WIDTH 30.0  /* most for a reason's words */
#define ROW_GAP 3.0
#define FIGURE_SPACING 1.21

static SsmSystemFigure *
figure_at (const SsmLayout *layout, guint index)
{
  return &g_array_index (layout->figures, SsmSystemFigure, index);
}

static SsmReason *
reason_at (const SsmLayout *layout, guint index)
{
  return &g_array_index (layout->reasons, SsmReason, index);
}

static double
figure_width (const SsmLayout *layout, const SsmSystemFigure *figure)
{
  double width = ssm_text_width (figure->value)
                 * ssm_layout_size (layout, SSM_ROLE_SYSTEM_FIGURE);

  width = MAX (width, ssm_text_width (figure->label)
                      * ssm_layout_size (layout, SSM_ROLE_SYSTEM_LABEL));
  return MAX (width, ssm_text_width (figure->note)
                     * ssm_layout_size (layout, SSM_ROLE_NOTE));
}

/* Before anything is measured there are only targets, and no room is left for figures. */
static double
value_height (const SsmLayout *layout)
{
  double pitch = 0;

  for (guint i = 0; i < layout->figures->len; i++)
    if (figure_at (layout, i)->measured)
      pitch = MAX (pitch, ssm_text_pitch (figure_at (layout, i)->value, FIGURE_SPACING));
  return pitch * ssm_layout_size (layout, SSM_ROLE_SYSTEM_FIGURE);
}

static double
figure_height (const SsmLayout *layout)
{
  double label = 0, note = 0;

  for (guint i = 0; i < layout->figures->len; i++)
    {
      label = MAX (label, ssm_text_pitch (figure_at (layout, i)->label, SSM_SPACING));
      note = MAX (note, ssm_text_pitch (figure_at (layout, i)->note, SSM_SPACING));
    }
  return value_height (layout) + label * ssm_layout_size (layout, SSM_ROLE_SYSTEM_LABEL)
         + note * ssm_layout_size (layout, SSM_ROLE_NOTE);
}

static double
figures_width (const SsmLayout *layout)
{
  double width = 0;

  for (guint i = 0; i < layout->figures->len; i++)
    width += figure_width (layout, figure_at (layout, i))
             + (i > 0 ? ssm_mm (layout, FIGURE_GAP) : 0);
  return width;
}

static double
reason_words (const SsmLayout *layout)
{
  double size = ssm_layout_size (layout, SSM_ROLE_REASON);
  double width = 0;

  for (guint i = 0; i < layout->reasons->len; i++)
    width = MAX (width, ssm_text_width (reason_at (layout, i)->text));
  width *= size;
  return MIN (width + 0.1, MAX (ssm_mm (layout, REASON_WIDTH), 8 * size));
}

static gboolean
is_counted (const SsmLayout *layout)
{
  return layout->reasons->len > 0 && reason_at (layout, 0)->share != NULL;
}

/* Without bars a long list stands in two columns. */
static guint
reason_columns (const SsmLayout *layout)
{
  double both = 2 * reason_words (layout) + ssm_mm (layout, FIGURE_GAP);

  return is_counted (layout) || layout->reasons->len < MANY_REASONS ||
         both > layout->width / 3 ? 1 : 2;
}

static double
share_width (const SsmLayout *layout)
{
  double width = 0;

  for (guint i = 0; i < layout->reasons->len && is_counted (layout); i++)
    width = MAX (width, ssm_text_width (reason_at (layout, i)->share));
  return width * ssm_layout_size (layout, SSM_ROLE_REASON) + 0.1;
}

static double
reasons_width (const SsmLayout *layout)
{
  double heading = ssm_text_width (ssm_layout_word (layout, "lost-reasons",
                                                    SSM_ROLE_REASON_HEADING))
                   * ssm_layout_size (layout, SSM_ROLE_REASON_HEADING);
  double width = reason_words (layout);

  if (layout->reasons->len == 0)
    return 0;
  if (is_counted (layout))
    width += ssm_mm (layout, REASON_GAP + REASON_BAR + REASON_SHARE) + share_width (layout);
  else if (reason_columns (layout) > 1)
    width += ssm_mm (layout, FIGURE_GAP) + width;
  return MIN (MAX (width, heading + 0.1),
              layout->width - ssm_mm (layout, 2 * SSM_MARGIN_SIDE));
}

double
ssm_layout_measures_width (const SsmLayout *layout)
{
  double gap = layout->figures->len > 0 && layout->reasons->len > 0
                 ? ssm_mm (layout, FIGURE_GAP) : 0;

  return figures_width (layout) + gap + reasons_width (layout);
}

/* Whether the reasons stand below the figures. */
static gboolean
is_stacked (const SsmLayout *layout)
{
  return ssm_layout_measures_width (layout) > layout->measures_width;
}

static double
reason_height (const SsmLayout *layout, const SsmReason *reason)
{
  double pitch = ssm_layout_size (layout, SSM_ROLE_REASON) * SSM_SPACING * 1.05;

  return MAX (pitch, ssm_layout_height (reason->text,
                                        ssm_layout_size (layout, SSM_ROLE_REASON),
                                        reason_words (layout)));
}

static double
reasons_top (const SsmLayout *layout)
{
  return ssm_layout_height (ssm_layout_word (layout, "lost-reasons",
                                             SSM_ROLE_REASON_HEADING),
                            ssm_layout_size (layout, SSM_ROLE_REASON_HEADING),
                            reasons_width (layout)) + ssm_mm (layout, 0.6);
}

static void draw_reason (const SsmLayout *layout, SsmPageBuilder *builder,
                         const SsmReason *reason, double x, double y);

/* Walks the reasons column by column; with a @builder it draws them. Returns how far down
 * they reach. */
static double
walk_reasons (const SsmLayout *layout, SsmPageBuilder *builder, double x, double top)
{
  guint columns = reason_columns (layout);
  guint rows = (layout->reasons->len + columns - 1) / columns;
  double y = top, bottom = top;

  for (guint i = 0; i < layout->reasons->len; i++)
    {
      const SsmReason *reason = reason_at (layout, i);

      if (i > 0 && i % rows == 0)
        {
          x += reason_words (layout) + ssm_mm (layout, FIGURE_GAP);
          y = top;
        }
      if (builder != NULL)
        draw_reason (layout, builder, reason, x, y);
      y += reason_height (layout, reason);
      bottom = MAX (bottom, y);
    }
  return bottom;
}

static double
reasons_height (const SsmLayout *layout)
{
  if (layout->reasons->len == 0)
    return 0;
  return walk_reasons (layout, NULL, 0, reasons_top (layout));
}

/* Walks the figures over as many rows as they need; with a @builder it draws them. */
static double
walk_figures (const SsmLayout *layout, SsmPageBuilder *builder, double top);

static double
heading_height (const SsmLayout *layout)
{
  return ssm_mm (layout, SSM_HEADING_TOP + SSM_HEADING_BOTTOM)
         + ssm_layout_height (ssm_layout_word (layout, "measures", SSM_ROLE_HEADING),
                              ssm_layout_size (layout, SSM_ROLE_HEADING),
                              layout->measures_width);
}

double
ssm_layout_measures_height (const SsmLayout *layout)
{
  double figures = walk_figures (layout, NULL, 0);
  double reasons = reasons_height (layout);
  double height = heading_height (layout);

  if (is_stacked (layout) && figures > 0 && reasons > 0)
    height += figures + ssm_mm (layout, ROW_GAP) + reasons;
  else
    height += MAX (figures, reasons);
  return height + ssm_mm (layout, 1);
}

static void
draw_figure (const SsmLayout *layout, SsmPageBuilder *builder,
             const SsmSystemFigure *figure, double x, double y)
{
  guint32 quiet = ssm_theme_quiet (layout->options->theme);
  double width = figure_width (layout, figure);
  g_autofree char *label = g_strdup_printf ("%s %s %s", ssm_text_string (figure->label),
                                            ssm_text_string (figure->value),
                                            ssm_text_string (figure->note));
  SsmArea area = {
    .role = SSM_AREA_MEASURE, .id = ssm_part_id (figure->part), .field = SSM_FIELD_NONE,
    .list = SSM_LIST_NONE, .rect = { x, y, width, figure_height (layout) }, .label = label
  };
  SsmTextBox box = {
    .text = figure->value, .size = ssm_layout_size (layout, SSM_ROLE_SYSTEM_FIGURE),
    .spacing = FIGURE_SPACING, .x = x, .y = y, .width = width + 0.1,
    .colour = SSM_COLOUR_INK
  };

  area.text_rect = area.rect;
  ssm_page_builder_open (builder, &area);
  ssm_page_builder_add_text (builder, &box);
  y += value_height (layout);
  y += ssm_layout_put_words (layout, builder, figure->label, SSM_ROLE_SYSTEM_LABEL,
                             SSM_COLOUR_INK, x, y, width + 0.1);
  ssm_layout_put_words (layout, builder, figure->note, SSM_ROLE_NOTE, quiet, x, y,
                        width + 0.1);
  ssm_page_builder_close (builder);
}

static double
walk_figures (const SsmLayout *layout, SsmPageBuilder *builder, double top)
{
  double x = 0, y = top;

  if (layout->figures->len == 0)
    return 0;
  for (guint i = 0; i < layout->figures->len; i++)
    {
      const SsmSystemFigure *figure = figure_at (layout, i);
      double width = figure_width (layout, figure);

      if (x > 0 && x + width > layout->measures_width)
        {
          x = 0;
          y += figure_height (layout) + ssm_mm (layout, ROW_GAP);
        }
      if (builder != NULL)
        draw_figure (layout, builder, figure, layout->measures_x + x, y);
      x += width + ssm_mm (layout, FIGURE_GAP);
    }
  return y + figure_height (layout) - top;
}

static void
draw_bar (const SsmLayout *layout, SsmPageBuilder *builder, const SsmReason *reason,
          double x, double y)
{
  double size = ssm_layout_size (layout, SSM_ROLE_REASON);
  double longest = reason_at (layout, 0)->count;
  double length = ssm_mm (layout, REASON_BAR) * reason->count / longest;
  SsmShape bar = {
    .kind = SSM_SHAPE_RECT, .colour = ssm_theme_quiet (layout->options->theme),
    .rect = { x, y + size * 0.28, length, size * 0.73 },
    .radius = MIN (size * 0.1, length / 2), .sides = SSM_SIDE_START | SSM_SIDE_END
  };

  if (length > 0)
    ssm_page_builder_add (builder, &bar);
  ssm_layout_put_words (layout, builder, reason->share, SSM_ROLE_REASON, SSM_COLOUR_INK,
                        x + length + ssm_mm (layout, REASON_SHARE), y,
                        share_width (layout));
}

static void
draw_reason (const SsmLayout *layout, SsmPageBuilder *builder, const SsmReason *reason,
             double x, double y)
{
  double words = reason_words (layout);
  g_autofree char *label = g_strdup_printf ("%s %s", ssm_text_string (reason->text),
                                            reason->share != NULL
                                              ? ssm_text_string (reason->share) : "");
  SsmArea area = {
    .role = SSM_AREA_MEASURE, .id = ssm_part_id (reason->part), .field = SSM_FIELD_NONE,
    .list = SSM_LIST_NONE, .label = label,
    .rect = { x, y, is_counted (layout) ? reasons_width (layout) : words,
              reason_height (layout, reason) }
  };

  area.text_rect = area.rect;
  ssm_page_builder_open (builder, &area);
  ssm_layout_put_words (layout, builder, reason->text, SSM_ROLE_REASON, SSM_COLOUR_INK, x,
                        y, words);
  if (reason->share != NULL)
    draw_bar (layout, builder, reason, x + words + ssm_mm (layout, REASON_GAP), y);
  ssm_page_builder_close (builder);
}

static void
draw_reasons (const SsmLayout *layout, SsmPageBuilder *builder, double x, double y)
{
  SsmText *heading = ssm_layout_word (layout, "lost-reasons", SSM_ROLE_REASON_HEADING);
  SsmArea area = {
    .role = SSM_AREA_GROUP, .field = SSM_FIELD_NONE, .list = SSM_LIST_NONE,
    .rect = { x, y, reasons_width (layout), reasons_height (layout) },
    .label = ssm_text_string (heading)
  };

  if (layout->reasons->len == 0)
    return;
  area.text_rect = area.rect;
  ssm_page_builder_open (builder, &area);
  ssm_layout_put_words (layout, builder, heading, SSM_ROLE_REASON_HEADING, SSM_COLOUR_INK,
                        x, y, area.rect.width);
  walk_reasons (layout, builder, x, y + reasons_top (layout));
  ssm_page_builder_close (builder);
}

/* "System measures", and over which days. */
static void
draw_heading (const SsmLayout *layout, SsmPageBuilder *builder, double y)
{
  SsmText *heading = ssm_layout_word (layout, "measures", SSM_ROLE_HEADING);
  double size = ssm_layout_size (layout, SSM_ROLE_HEADING);
  double width = ssm_text_width (heading) * size;
  g_autofree char *days = g_strdup_printf ("%u", layout->days);
  g_autofree char *note = ssm_language_format (layout->words, "measure-note", "days", days,
                                               NULL);
  SsmText *days_text = ssm_layout_text (layout, note, SSM_ROLE_NOTE);
  double small = ssm_layout_size (layout, SSM_ROLE_NOTE);
  double room = layout->measures_width - width - ssm_mm (layout, 1.6);

  ssm_layout_put_words (layout, builder, heading, SSM_ROLE_HEADING, SSM_COLOUR_INK,
                        layout->measures_x, y, layout->measures_width);
  if (layout->days > 0 && ssm_text_width (days_text) * small < room)
    ssm_layout_put_words (layout, builder, days_text, SSM_ROLE_NOTE,
                          ssm_theme_quiet (layout->options->theme),
                          layout->measures_x + width + ssm_mm (layout, 1.6),
                          y + size - small, room);
}

void
ssm_layout_draw_measures (SsmLayout *layout, SsmPageBuilder *builder, double top)
{
  double y = top + heading_height (layout);
  double width = reasons_width (layout);
  double figures;
  SsmArea area = {
    .role = SSM_AREA_GROUP, .field = SSM_FIELD_NONE, .list = SSM_LIST_NONE,
    .rect = { layout->measures_x, top, layout->measures_width,
              ssm_layout_measures_height (layout) },
    .label = ssm_language_label (layout->words, "measures")
  };

  if (layout->figures->len == 0 && layout->reasons->len == 0)
    return;
  area.text_rect = area.rect;
  ssm_page_builder_open (builder, &area);
  draw_heading (layout, builder, top + ssm_mm (layout, SSM_HEADING_TOP));
  figures = walk_figures (layout, builder, y);
  if (layout->figures->len == 0)
    draw_reasons (layout, builder, layout->measures_x, y);
  else if (is_stacked (layout))
    draw_reasons (layout, builder, layout->measures_x,
                  y + figures + ssm_mm (layout, ROW_GAP));
  else
    draw_reasons (layout, builder,
                  layout->measures_x + MIN (figures_width (layout)
                                            + ssm_mm (layout, FIGURE_GAP),
                                            layout->measures_width - width), y);
  ssm_page_builder_close (builder);
}
