/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The foot of the page: what the marks mean, and which file this is. */

#include "ssm-layout-draw.h"

#define TOP 2.0         /* millimetres from the line to the words */
#define ENTRY_GAP 6.1
typedef enum
{
  MARK_ENTER,
  MARK_LEAVE,
  MARK_OUTCOME,
  N_MARKS
} Mark;

/* Millimetres from a mark to its words. */
static const double widths[N_MARKS] = { 2.8, 3.4, 4.9 };

static const char * const keys[N_MARKS] = {
  "legend-enter", "legend-leave", "legend-outcome"
};

static double
note_size (const SsmLayout *layout)
{
  return ssm_layout_size (layout, SSM_ROLE_NOTE);
}

static double
note_pitch (const SsmLayout *layout)
{
  double pitch = SSM_SPACING;

  for (guint i = 0; i < N_MARKS; i++)
    pitch = MAX (pitch, ssm_text_pitch (ssm_layout_word (layout, keys[i], SSM_ROLE_NOTE),
                                        SSM_SPACING));
  return pitch * note_size (layout);
}

static double
mark_width (const SsmLayout *layout, Mark mark)
{
  return widths[mark] * SSM_MM * note_size (layout) / ssm_theme_type (SSM_ROLE_NOTE)->points;
}

static double
legend_width (const SsmLayout *layout)
{
  double width = (N_MARKS - 1) * ssm_mm (layout, ENTRY_GAP);

  for (guint i = 0; i < N_MARKS; i++)
    width += mark_width (layout, i)
             + ssm_text_width (ssm_layout_word (layout, keys[i], SSM_ROLE_NOTE))
               * note_size (layout);
  return width;
}

/* "northgate.salesmap · source embedded", as far as there is something to say. */
static SsmText *
file_of (const SsmLayout *layout)
{
  const char *file = layout->options->footer != NULL ? layout->options->footer : "";
  const char *source = layout->options->source_embedded
                         ? ssm_language_label (layout->words, "source-embedded") : "";
  g_autofree char *both = g_strconcat ("\u2068", file, "\u2069", " · ", source, NULL);

  if (*file == '\0' || *source == '\0')
    return ssm_layout_text (layout, *file != '\0' ? file : source, SSM_ROLE_NOTE);
  return ssm_layout_text (layout, both, SSM_ROLE_NOTE);
}

static SsmText *
number_of (const SsmLayout *layout)
{
  g_autofree char *number = ssm_language_format (layout->words, "page-number", "page", "1",
                                                 "pages", "1", NULL);

  return ssm_layout_text (layout, number, SSM_ROLE_NOTE);
}

static double
content_width (const SsmLayout *layout)
{
  return layout->width - ssm_mm (layout, 2 * SSM_MARGIN_SIDE);
}

static double
number_room (const SsmLayout *layout)
{
  return ssm_text_width (number_of (layout)) * note_size (layout)
         + ssm_mm (layout, ENTRY_GAP);
}

/* Whether the legend needs a line of its own, or one each. */
static guint
legend_lines (const SsmLayout *layout)
{
  double file = ssm_text_width (file_of (layout)) * note_size (layout);
  double room = content_width (layout);

  if (legend_width (layout) + ssm_mm (layout, ENTRY_GAP) + file + number_room (layout)
      <= room)
    return 0;
  return legend_width (layout) <= room ? 1 : N_MARKS;
}

void
ssm_layout_measure_footer (SsmLayout *layout)
{
  guint lines = legend_lines (layout);
  double pitch = note_pitch (layout);
  double file = ssm_layout_height (file_of (layout), note_size (layout),
                                   content_width (layout) - number_room (layout));
  double words = lines * pitch + (lines > 0 ? file : pitch);

  layout->footer = MAX (ssm_mm (layout, SSM_FOOTER), ssm_mm (layout, TOP) + words);
}

static void
draw_mark (const SsmLayout *layout, SsmPageBuilder *builder, Mark mark, double x, double y)
{
  double size = note_size (layout);
  double middle = y + size * 0.66;
  guint32 colour = ssm_theme_quiet (layout->options->theme);
  SsmShape shape = { .colour = colour };

  switch (mark)
    {
    case MARK_ENTER:
      shape.kind = SSM_SHAPE_TRIANGLE;
      shape.rect = (SsmRect) { x, middle - 0.35 * size, 0.56 * size, 0.7 * size };
      break;
    case MARK_LEAVE:
      shape.kind = SSM_SHAPE_FRAME;
      shape.line = SSM_LINE_TICK;
      shape.radius = 0.14 * size;
      shape.sides = SSM_SIDE_START | SSM_SIDE_END;
      shape.rect = (SsmRect) { x + 0.4, middle - 0.36 * size, 0.72 * size, 0.72 * size };
      break;
    default:
      shape.kind = SSM_SHAPE_RECT;
      shape.colour = SSM_COLOUR_GROUND;
      shape.sides = SSM_SIDE_START | SSM_SIDE_END;
      shape.radius = 0.14 * size;
      shape.rect = (SsmRect) { x, middle - 0.44 * size, 1.4 * size, 0.88 * size };
      ssm_page_builder_add (builder, &shape);
      shape.colour = colour;
      shape.sides = SSM_SIDE_START;
      shape.rect.width = 0.32 * size;
      break;
    }
  ssm_page_builder_add (builder, &shape);
}

static void
draw_legend (const SsmLayout *layout, SsmPageBuilder *builder, guint lines, double y)
{
  double x = ssm_mm (layout, SSM_MARGIN_SIDE);
  guint32 colour = ssm_theme_quiet (layout->options->theme);

  for (guint i = 0; i < N_MARKS; i++)
    {
      SsmText *word = ssm_layout_word (layout, keys[i], SSM_ROLE_NOTE);
      double width = ssm_text_width (word) * note_size (layout);

      draw_mark (layout, builder, i, x, y);
      ssm_layout_put_words (layout, builder, word, SSM_ROLE_NOTE, colour,
                            x + mark_width (layout, i), y, width + 0.1);
      if (lines == N_MARKS)
        y += note_pitch (layout);
      else
        x += mark_width (layout, i) + width + ssm_mm (layout, ENTRY_GAP);
    }
}

static void
draw_file (const SsmLayout *layout, SsmPageBuilder *builder, double y, gboolean alone)
{
  double size = note_size (layout);
  double margin = ssm_mm (layout, SSM_MARGIN_SIDE);
  double number = ssm_text_width (number_of (layout)) * size;
  SsmTextBox box = {
    .text = number_of (layout), .size = size, .spacing = SSM_SPACING, .y = y,
    .x = layout->width - margin - number, .width = number + 0.1,
    .colour = ssm_theme_quiet (layout->options->theme), .align = SSM_ALIGN_LEFT
  };

  ssm_page_builder_add_text (builder, &box);
  box.text = file_of (layout);
  box.x = margin;
  box.width = content_width (layout) - number_room (layout);
  box.align = alone ? SSM_ALIGN_LEFT : SSM_ALIGN_RIGHT;
  ssm_page_builder_add_text (builder, &box);
}

void
ssm_layout_draw_footer (SsmLayout *layout, SsmPageBuilder *builder)
{
  guint lines = legend_lines (layout);
  double y = layout->height - ssm_mm (layout, SSM_MARGIN_BOTTOM) - layout->footer;

  ssm_layout_put_line (layout, builder, ssm_mm (layout, SSM_MARGIN_SIDE), y,
                       content_width (layout));
  y += ssm_mm (layout, TOP);
  draw_legend (layout, builder, lines, y);
  draw_file (layout, builder, y + lines * note_pitch (layout), lines > 0);
}
