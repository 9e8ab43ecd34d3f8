/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Shared definitions at the bottom of the page, and how the room there is divided between
 * them and the system's measures. */

#include "ssm-layout-draw.h"

#include <math.h>

#define MIN_WIDTH 34.0   /* millimetres of a definition */
#define MAX_COLUMNS 4
#define ROW_GAP 2.4
#define AFTER 2.0        /* below the last line */
#define BETWEEN 3.5      /* definitions and measures */
#define LEAST_SHARE 0.45 /* of the definitions beside measures */

static double
content_width (const SsmLayout *layout)
{
  return layout->width - ssm_mm (layout, 2 * SSM_MARGIN_SIDE);
}

static SsmDefinition *
definition_at (const SsmLayout *layout, guint index)
{
  return &g_array_index (layout->definitions, SsmDefinition, index);
}

static double
text_width (const SsmLayout *layout, const SsmDefinition *definition)
{
  return definition->width - ssm_mm (layout, SSM_DEFINITION_INDENT);
}

/* Longer texts get wider columns, by the cubic root of their length. */
static void
place_row (SsmLayout *layout, guint first, guint n)
{
  double gap = ssm_mm (layout, SSM_DEFINITION_GAP);
  double room = layout->definitions_width - (n - 1) * gap;
  double all = 0, x = 0;

  for (guint i = first; i < first + n; i++)
    all += cbrt (MAX (ssm_text_width (definition_at (layout, i)->text), 20));
  for (guint i = first; i < first + n; i++)
    {
      SsmDefinition *definition = definition_at (layout, i);

      definition->x = x;
      definition->width = room * cbrt (MAX (ssm_text_width (definition->text), 20)) / all;
      x += definition->width + gap;
    }
}

static double
note_height (const SsmLayout *layout, const SsmDefinition *definition)
{
  return ssm_layout_height (definition->note, ssm_layout_size (layout, SSM_ROLE_NOTE),
                            text_width (layout, definition))
         + ssm_mm (layout, SSM_NOTE_GAP);
}

static double
definition_height (const SsmLayout *layout, const SsmDefinition *definition)
{
  double width = text_width (layout, definition);
  double height = ssm_layout_height (definition->term,
                                     ssm_layout_size (layout, SSM_ROLE_TERM), width)
                  + ssm_layout_height (definition->text,
                                       ssm_layout_size (layout, SSM_ROLE_DEFINITION), width);

  if (definition->note != NULL)
    height += note_height (layout, definition);
  return height;
}

static double
row_height (const SsmLayout *layout, guint first, guint n)
{
  double height = 0;

  for (guint i = first; i < first + n; i++)
    height = MAX (height, definition_height (layout, definition_at (layout, i)));
  return height;
}

static double
heading_height (const SsmLayout *layout)
{
  return ssm_mm (layout, SSM_HEADING_TOP + SSM_HEADING_BOTTOM)
         + ssm_layout_height (ssm_layout_word (layout, "definitions", SSM_ROLE_HEADING),
                              ssm_layout_size (layout, SSM_ROLE_HEADING),
                              layout->definitions_width);
}

static guint
count_in_row (const SsmLayout *layout, guint first)
{
  return MIN (layout->definition_columns, layout->definitions->len - first);
}

static double
measure_definitions (SsmLayout *layout)
{
  double least = ssm_mm (layout, MIN_WIDTH);
  double height = heading_height (layout);
  guint n = layout->definitions->len;

  if (n == 0)
    return 0;
  layout->definition_columns = CLAMP (layout->definitions_width / least, 1,
                                      MIN (n, MAX_COLUMNS));
  for (guint first = 0; first < n; first += layout->definition_columns)
    {
      guint in_row = count_in_row (layout, first);

      place_row (layout, first, in_row);
      height += row_height (layout, first, in_row);
      if (first > 0)
        height += ssm_mm (layout, ROW_GAP);
    }
  return height + ssm_mm (layout, AFTER);
}

static gboolean
has_measures (const SsmLayout *layout)
{
  return layout->figures->len > 0 || layout->reasons->len > 0;
}

/* Divides the width: side by side, with as much as they need for the measures, or one
 * under the other where that would leave too little for the definitions. */
static void
divide_width (SsmLayout *layout)
{
  double width = content_width (layout);
  double between = ssm_mm (layout, BETWEEN);
  double left = MIN (width * SSM_DEFINITIONS_SHARE,
                     width - between - ssm_layout_measures_width (layout));
  gboolean both = has_measures (layout) && layout->definitions->len > 0;

  layout->stacked_bottom = both && left < width * LEAST_SHARE;
  layout->definitions_width = width;
  layout->measures_width = width;
  layout->measures_x = ssm_mm (layout, SSM_MARGIN_SIDE);
  if (!both || layout->stacked_bottom)
    return;
  layout->definitions_width = left - ssm_mm (layout, 1);
  layout->measures_x += left + between;
  layout->measures_width = width - left - between;
}

void
ssm_layout_measure_bottom (SsmLayout *layout)
{
  double measures;

  divide_width (layout);
  if (layout->options->handout)
    {
      layout->bottom = ssm_layout_worksheet_height (layout);
      return;
    }
  layout->definitions_height = measure_definitions (layout);
  measures = has_measures (layout) ? ssm_layout_measures_height (layout) : 0;
  layout->bottom = layout->stacked_bottom ? layout->definitions_height + measures
                                          : MAX (layout->definitions_height, measures);
}

static guint32
definition_colour (const SsmLayout *layout, const SsmDefinition *definition)
{
  return definition->stage >= 0 ? layout->stages[definition->stage].colour
                                : ssm_theme_quiet (layout->options->theme);
}

static void
draw_definition (const SsmLayout *layout, SsmPageBuilder *builder,
                 const SsmDefinition *definition, double top, double height)
{
  const char *id = ssm_part_id (definition->part);
  double left = ssm_mm (layout, SSM_MARGIN_SIDE) + definition->x;
  double x = left + ssm_mm (layout, SSM_DEFINITION_INDENT);
  double width = text_width (layout, definition);
  double term = ssm_layout_height (definition->term,
                                   ssm_layout_size (layout, SSM_ROLE_TERM), width);
  double note = definition->note != NULL ? note_height (layout, definition) : 0;
  SsmShape bar = {
    .kind = SSM_SHAPE_RECT, .colour = definition_colour (layout, definition),
    .rect = { left, top, ssm_mm (layout, SSM_DEFINITION_BAR), height }
  };
  SsmArea area = {
    .role = SSM_AREA_DEFINITION, .id = id, .field = SSM_FIELD_NONE, .list = SSM_LIST_NONE,
    .rect = { left, top, definition->width, height },
    .label = ssm_text_string (definition->term)
  };
  SsmTextArea text = {
    .role = SSM_AREA_TEXT, .id = id, .field = SSM_DEFINITION_TERM, .prompt = "prompt-term",
    .type = SSM_ROLE_TERM, .rect = { left, top, definition->width, term },
    .box = { .text = definition->term, .x = x, .y = top, .width = width,
             .colour = SSM_COLOUR_INK }
  };

  area.text_rect = area.rect;
  ssm_page_builder_open (builder, &area);
  ssm_page_builder_add (builder, &bar);
  ssm_layout_put_text (layout, builder, &text);
  text.field = SSM_DEFINITION_TEXT;
  text.prompt = "prompt-definition";
  text.type = SSM_ROLE_DEFINITION;
  text.rect = (SsmRect) { left, top + term, definition->width, height - term };
  text.box.text = definition->text;
  text.box.y = text.rect.y + note;
  text.caption = (SsmTextBox) { definition->note, ssm_layout_size (layout, SSM_ROLE_NOTE),
                                SSM_SPACING, x, top + term, width,
                                ssm_theme_quiet (layout->options->theme), SSM_ALIGN_LEFT };
  ssm_layout_put_text (layout, builder, &text);
  ssm_page_builder_close (builder);
}

void
ssm_layout_draw_definitions (SsmLayout *layout, SsmPageBuilder *builder, double top)
{
  double x = ssm_mm (layout, SSM_MARGIN_SIDE);
  double y = top + heading_height (layout);
  SsmArea area = {
    .role = SSM_AREA_GROUP, .field = SSM_FIELD_NONE, .list = SSM_LIST_NONE,
    .rect = { x, top, layout->definitions_width, layout->definitions_height },
    .label = ssm_language_label (layout->words, "definitions")
  };

  if (layout->options->handout)
    ssm_layout_draw_worksheet (layout, builder, top);
  if (layout->definitions->len == 0 || layout->options->handout)
    return;
  area.text_rect = area.rect;
  ssm_page_builder_open (builder, &area);
  ssm_layout_put_words (layout, builder,
                        ssm_layout_word (layout, "definitions", SSM_ROLE_HEADING),
                        SSM_ROLE_HEADING, SSM_COLOUR_INK, x,
                        top + ssm_mm (layout, SSM_HEADING_TOP), layout->definitions_width);
  for (guint first = 0; first < layout->definitions->len;
       first += layout->definition_columns)
    {
      guint n = count_in_row (layout, first);
      double height = row_height (layout, first, n);

      for (guint i = first; i < first + n; i++)
        draw_definition (layout, builder, definition_at (layout, i), y, height);
      y += height + ssm_mm (layout, ROW_GAP);
    }
  ssm_page_builder_close (builder);
}
