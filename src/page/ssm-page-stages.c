/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Draws bands: arrow heads, cells, outcomes and figures, stage by stage. */

#include "ssm-layout-draw.h"

/* From the top of a line of text to the middle of its small letters, in em. */
#define MIDDLE 0.66

double
ssm_layout_open_text (const SsmLayout *layout, SsmPageBuilder *builder,
                      const SsmTextArea *area)
{
  SsmTextBox box = area->box;
  SsmArea opened = {
    .role = area->role, .id = area->id, .field = area->field, .list = SSM_LIST_NONE,
    .rect = area->rect, .target = area->target
  };

  if (box.size <= 0)
    box.size = ssm_layout_size (layout, area->type);
  if (box.spacing <= 0)
    box.spacing = SSM_SPACING;
  if (area->prompt != NULL)
    opened.prompt = ssm_language_label (layout->words, area->prompt);
  opened.text_rect = (SsmRect) { box.x, box.y, box.width,
                                 ssm_layout_height (box.text, box.size, box.width) };
  opened.look.size = box.size;
  opened.look.weight = ssm_face_weight (ssm_theme_type (area->type)->face);
  opened.look.spacing = ssm_text_pitch (box.text, box.spacing);
  opened.look.colour = box.colour;
  opened.look.centred = box.align == SSM_ALIGN_CENTRE;
  ssm_page_builder_open (builder, &opened);
  if (area->caption.text != NULL)
    ssm_page_builder_add_text (builder, &area->caption);
  return ssm_page_builder_add_text (builder, &box);
}

double
ssm_layout_put_text (const SsmLayout *layout, SsmPageBuilder *builder,
                     const SsmTextArea *area)
{
  double height = ssm_layout_open_text (layout, builder, area);

  ssm_page_builder_close (builder);
  return height;
}

double
ssm_layout_put_words (const SsmLayout *layout, SsmPageBuilder *builder, SsmText *text,
                      SsmRole role, guint32 colour, double x, double y, double width)
{
  SsmTextBox box = { text, ssm_layout_size (layout, role), SSM_SPACING, x, y, width, colour,
                     SSM_ALIGN_LEFT };

  return ssm_page_builder_add_text (builder, &box);
}

void
ssm_layout_put_line (const SsmLayout *layout, SsmPageBuilder *builder, double x, double y,
                     double width)
{
  SsmShape shape = {
    .kind = SSM_SHAPE_LINE, .rect = { x, y, width, 0 }, .line = SSM_LINE_HAIR,
    .colour = ssm_theme_hairline (layout->options->theme)
  };

  ssm_page_builder_add (builder, &shape);
}

static gboolean
is_last (const SsmLayout *layout, const SsmStage *stage)
{
  return stage->index + 1 == layout->n_stages;
}

/* The tip ends with its column, and the notch behind it embraces the tip before: so what
 * stands in a head begins where all else in its column does. */
static void
draw_arrow (const SsmLayout *layout, SsmPageBuilder *builder, const SsmBand *band,
            const SsmStage *stage)
{
  double tip = ssm_mm (layout, SSM_TIP);
  SsmShape shape = {
    .kind = SSM_SHAPE_ARROW, .colour = stage->colour,
    .rect = { ssm_layout_column_x (layout, stage->index), band->top, layout->column,
              band->arrow },
    .depth = tip, .radius = ssm_mm (layout, SSM_ARROW_RADIUS)
  };

  if (layout->options->theme == SSM_THEME_OUTLINE)
    shape.line = SSM_LINE_OUTLINE;
  if (stage->index > 0)
    {
      shape.sides |= SSM_SIDE_START;
      shape.rect.x -= tip;
      shape.rect.width += tip;
    }
  if (!is_last (layout, stage))
    shape.sides |= SSM_SIDE_END;
  ssm_page_builder_add (builder, &shape);
}

/* Ninth stages and on wear the colours of the first with two lines under their name. */
static void
draw_second_round (const SsmLayout *layout, SsmPageBuilder *builder, double x, double y,
                   double width)
{
  SsmShape shape = {
    .kind = SSM_SHAPE_LINE, .rect = { x, y, width, 0 }, .line = SSM_LINE_HAIR,
    .colour = ssm_theme_on_head (layout->options->theme)
  };

  ssm_page_builder_add (builder, &shape);
  shape.rect.y += 2 * SSM_LINE_HAIR;
  ssm_page_builder_add (builder, &shape);
}

static void
draw_name (const SsmLayout *layout, SsmPageBuilder *builder, const SsmBand *band,
           const SsmStage *stage, double x, double y, double width)
{
  double column = ssm_layout_column_x (layout, stage->index);
  double height = ssm_layout_height (stage->name, layout->name_size, width);
  SsmTextArea area = {
    .role = SSM_AREA_TEXT, .id = ssm_part_id (stage->part), .field = SSM_STAGE_NAME,
    .prompt = "prompt-name", .type = SSM_ROLE_NAME,
    .rect = { column, band->top, layout->column, band->arrow },
    .box = { .text = stage->name, .size = layout->name_size, .x = x, .y = y,
             .width = width, .colour = ssm_theme_on_head (layout->options->theme) }
  };

  ssm_layout_open_text (layout, builder, &area);
  if (stage->index >= 8)
    draw_second_round (layout, builder, x, y + height,
                       MIN (width, ssm_text_width (stage->name) * layout->name_size));
  ssm_page_builder_close (builder);
}

static void
draw_head (const SsmLayout *layout, SsmPageBuilder *builder, const SsmBand *band,
           const SsmStage *stage)
{
  double size = ssm_layout_size (layout, SSM_ROLE_NUMBER);
  double x = ssm_layout_column_x (layout, stage->index) + ssm_mm (layout, SSM_COLUMN_PAD);
  double room = ssm_layout_head_room (layout, stage);
  double number = ssm_text_width (stage->number) * size;
  double middle = band->top + band->arrow / 2;
  double beside = number + ssm_mm (layout, SSM_NUMBER_GAP);
  gboolean below = layout->names == SSM_NAMES_BELOW;
  double name = ssm_layout_height (stage->name, layout->name_size,
                                   below ? room : room - beside);
  double line = ssm_layout_number_height (layout, stage);
  double top = middle - (line + (below ? name : 0)) / 2;
  SsmTextBox box = {
    .text = stage->number, .size = size, .spacing = SSM_NUMBER_LINE, .x = x, .y = top,
    .width = number + 0.1, .colour = ssm_theme_on_head (layout->options->theme)
  };

  draw_arrow (layout, builder, band, stage);
  ssm_page_builder_add_text (builder, &box);
  if (below)
    draw_name (layout, builder, band, stage, x, top + line, room);
  else
    draw_name (layout, builder, band, stage, x + beside, middle - name / 2, room - beside);
}

static void
draw_does (const SsmLayout *layout, SsmPageBuilder *builder, const SsmBand *band,
           const SsmStage *stage)
{
  double x = ssm_layout_column_x (layout, stage->index);
  double y = ssm_layout_row_top (band, SSM_ROW_DOES);
  double pad = ssm_mm (layout, SSM_COLUMN_PAD);
  double start = y + ssm_mm (layout, SSM_DOES_TOP) * layout->gap;
  SsmTextArea area = {
    .role = SSM_AREA_TEXT, .id = ssm_part_id (stage->part), .field = SSM_STAGE_DOES,
    .prompt = "prompt-does", .type = SSM_ROLE_DOES,
    .rect = { x, y, layout->column, band->rows[SSM_ROW_DOES] },
    .box = { .text = stage->does, .x = x + pad,
             .y = start, .width = layout->column - pad - ssm_mm (layout, SSM_COLUMN_END),
             .colour = SSM_COLOUR_INK }
  };

  area.box.y += ssm_layout_open_text (layout, builder, &area);
  if (layout->options->handout)
    ssm_layout_draw_question (layout, builder, stage,
                              ssm_text_is_empty (stage->does) ? start : area.box.y);
  ssm_page_builder_close (builder);
}

/* A triangle where deals come in, a box to tick where they leave. */
void
ssm_layout_draw_bullet (const SsmLayout *layout, SsmPageBuilder *builder,
                        const SsmStage *stage, SsmRow row, double y)
{
  double size = ssm_layout_size (layout, SSM_ROLE_CRITERION);
  double unit = size / SSM_BODY_NOMINAL * SSM_MM;
  double x = ssm_layout_column_x (layout, stage->index) + ssm_mm (layout, SSM_COLUMN_PAD);
  double middle = y + size * MIDDLE;
  double side = SSM_TICK * unit - SSM_LINE_TICK;
  SsmShape shape = { .colour = stage->colour };

  if (row == SSM_ROW_ENTER)
    {
      shape.kind = SSM_SHAPE_TRIANGLE;
      shape.rect = (SsmRect) { x, middle - SSM_TRIANGLE * unit / 2,
                               SSM_TRIANGLE * unit, SSM_TRIANGLE * 1.25 * unit };
      shape.rect.y = middle - shape.rect.height / 2;
    }
  else
    {
      shape.kind = SSM_SHAPE_FRAME;
      shape.line = SSM_LINE_TICK;
      shape.radius = 0.45 * unit;
      shape.sides = SSM_SIDE_START | SSM_SIDE_END;
      shape.rect = (SsmRect) { x + SSM_LINE_TICK / 2, middle + size * 0.1 - side / 2,
                               side, side };
    }
  ssm_page_builder_add (builder, &shape);
}

static double
draw_criterion (const SsmLayout *layout, SsmPageBuilder *builder, const SsmStage *stage,
                SsmRow row, guint index, double y)
{
  SsmText *text = stage->items[row - SSM_ROW_ENTER][index];
  SsmList list = row == SSM_ROW_ENTER ? SSM_LIST_ENTRY : SSM_LIST_EXIT;
  double x = ssm_layout_column_x (layout, stage->index);
  double indent = ssm_mm (layout, SSM_COLUMN_PAD) + ssm_text_mm (layout, SSM_INDENT);
  double width = ssm_layout_item_width (layout);
  double height = ssm_layout_height (text, layout->body, width);
  double slop = ssm_mm (layout, SSM_ITEM_GAP) * layout->gap / 2;
  SsmTextArea area = {
    .role = SSM_AREA_CRITERION, .field = SSM_CRITERION_TEXT, .type = SSM_ROLE_CRITERION,
    .id = ssm_part_id (ssm_part_child (stage->part, list, index)),
    .prompt = row == SSM_ROW_ENTER ? "prompt-enter" : "prompt-leave",
    .rect = { x, y - slop, layout->column, height + 2 * slop },
    .box = { .text = text, .x = x + indent, .y = y, .width = width,
             .colour = SSM_COLOUR_INK }
  };

  ssm_layout_open_text (layout, builder, &area);
  ssm_layout_draw_bullet (layout, builder, stage, row, y);
  ssm_page_builder_close (builder);
  return height;
}

static void
draw_list (const SsmLayout *layout, SsmPageBuilder *builder, const SsmBand *band,
           const SsmStage *stage, SsmRow row)
{
  double x = ssm_layout_column_x (layout, stage->index);
  double y = ssm_layout_row_top (band, row);
  double pad = ssm_mm (layout, SSM_COLUMN_PAD);
  double top = y + ssm_mm (layout, SSM_LIST_TOP) * layout->gap;
  gboolean enter = row == SSM_ROW_ENTER;
  SsmArea area = {
    .role = SSM_AREA_LIST, .id = ssm_part_id (stage->part), .field = SSM_FIELD_NONE,
    .list = enter ? SSM_LIST_ENTRY : SSM_LIST_EXIT,
    .rect = { x, y, layout->column, band->rows[row] },
    .text_rect = { x + pad, top, layout->column - pad - ssm_mm (layout, SSM_COLUMN_END),
                   layout->body * SSM_SPACING },
    .look = { layout->body, PANGO_WEIGHT_NORMAL, SSM_SPACING, SSM_COLOUR_INK, FALSE },
    .label = ssm_language_label (layout->words, enter ? "enter-when" : "leave-when"),
    .prompt = ssm_language_label (layout->words, enter ? "prompt-enter" : "prompt-leave")
  };

  ssm_page_builder_open (builder, &area);
  if (layout->options->handout)
    ssm_layout_draw_blanks (layout, builder, stage, row, &area.rect);
  for (guint i = 0; i < stage->n_items[row - SSM_ROW_ENTER]; i++)
    top += draw_criterion (layout, builder, stage, row, i, top)
           + ssm_mm (layout, SSM_ITEM_GAP) * layout->gap;
  ssm_page_builder_close (builder);
}

static void
draw_tag (const SsmLayout *layout, SsmPageBuilder *builder, const SsmStage *stage,
          const SsmRect *rect)
{
  double bar = ssm_mm (layout, SSM_TAG_BAR);
  SsmShape ground = {
    .kind = SSM_SHAPE_RECT, .sides = SSM_SIDE_END,
    .rect = { rect->x + bar, rect->y, rect->width - bar, rect->height },
    .colour = ssm_theme_tint (layout->options->theme, stage->colour),
    .radius = ssm_mm (layout, SSM_TAG_RADIUS)
  };
  SsmShape edge = {
    .kind = SSM_SHAPE_RECT, .sides = SSM_SIDE_START, .colour = stage->colour,
    .rect = { rect->x, rect->y, bar, rect->height }, .radius = bar / 2
  };

  ssm_page_builder_add (builder, &ground);
  ssm_page_builder_add (builder, &edge);
}

static void
draw_outcome (const SsmLayout *layout, SsmPageBuilder *builder, const SsmBand *band,
              const SsmStage *stage)
{
  double x = ssm_layout_column_x (layout, stage->index);
  double y = ssm_layout_row_top (band, SSM_ROW_OUTCOME);
  double size = ssm_layout_size (layout, SSM_ROLE_OUTCOME);
  double pad = ssm_mm (layout, SSM_TAG_BAR + SSM_TAG_PAD_X);
  double tag_x = x + ssm_mm (layout, SSM_COLUMN_PAD);
  double tag_y = y + ssm_mm (layout, SSM_OUTCOME_TOP);
  double room = layout->column - ssm_mm (layout, SSM_COLUMN_PAD + SSM_TAG_BAR
                                                 + 2 * SSM_TAG_PAD_X);
  double width = MIN (room, ssm_text_width (stage->outcome) * size);
  double height = ssm_layout_height (stage->outcome, size, room);
  SsmRect tag = { tag_x, tag_y, width + pad + ssm_mm (layout, SSM_TAG_PAD_X),
                  height + 2 * ssm_mm (layout, SSM_TAG_PAD_Y) };
  SsmArea area = {
    .role = SSM_AREA_OUTCOME, .id = ssm_part_id (stage->part), .field = SSM_STAGE_OUTCOME,
    .list = SSM_LIST_NONE, .rect = { x, y, layout->column, band->rows[SSM_ROW_OUTCOME] },
    .text_rect = { tag_x + (ssm_text_is_empty (stage->outcome) ? 0 : pad),
                   tag_y + ssm_mm (layout, SSM_TAG_PAD_Y), room, height },
    .look = { size, ssm_face_weight (SSM_FACE_STRONG), SSM_SPACING, SSM_COLOUR_INK, FALSE },
    .label = ssm_language_label (layout->words, "outcome"),
    .prompt = ssm_language_label (layout->words, "prompt-outcome"),
    .target = stage->definition != NULL ? ssm_part_id (stage->definition) : NULL
  };

  ssm_page_builder_open (builder, &area);
  if (layout->options->handout)
    ssm_layout_draw_outcome_box (layout, builder, stage, tag_x, tag_y);
  if (!ssm_text_is_empty (stage->outcome))
    {
      draw_tag (layout, builder, stage, &tag);
      ssm_layout_put_words (layout, builder, stage->outcome, SSM_ROLE_OUTCOME,
                            SSM_COLOUR_INK, area.text_rect.x, area.text_rect.y, room);
    }
  ssm_page_builder_close (builder);
}

static double
draw_figure (const SsmLayout *layout, SsmPageBuilder *builder, const SsmStage *stage,
             guint index, double x, double y)
{
  SsmText *value = stage->figures.value[index];
  SsmText *note = stage->figures.note[index];
  double size = ssm_layout_size (layout, SSM_ROLE_FIGURE);
  double small = ssm_layout_size (layout, SSM_ROLE_NOTE);
  double width = MAX (ssm_text_width (value) * size, ssm_text_width (note) * small) + 0.1;
  g_autofree char *label = g_strdup_printf ("%s %s", ssm_text_string (value),
                                            ssm_text_string (note));
  SsmArea area = {
    .role = SSM_AREA_MEASURE, .id = ssm_part_id (stage->part), .field = SSM_FIELD_NONE,
    .list = SSM_LIST_NONE, .label = label,
    .rect = { x, y, width, ssm_layout_figure_height (layout, &stage->figures, index) }
  };
  SsmTextBox box = { value, size, SSM_SPACING, x, y, width, SSM_COLOUR_INK,
                     SSM_ALIGN_LEFT };

  area.text_rect = area.rect;
  ssm_page_builder_open (builder, &area);
  box.y += ssm_page_builder_add_text (builder, &box);
  box.text = note;
  box.size = small;
  box.colour = ssm_theme_quiet (layout->options->theme);
  ssm_page_builder_add_text (builder, &box);
  ssm_page_builder_close (builder);
  return width;
}

static void
draw_figures (const SsmLayout *layout, SsmPageBuilder *builder, const SsmBand *band,
              const SsmStage *stage)
{
  double x = ssm_layout_column_x (layout, stage->index) + ssm_mm (layout, SSM_COLUMN_PAD);
  double y = ssm_layout_row_top (band, SSM_ROW_MEASURE)
             + ssm_mm (layout, SSM_FIGURE_TOP) * layout->gap;

  for (guint i = 0; i < 2; i++)
    {
      double width;

      if (stage->figures.value[i] == NULL)
        continue;
      width = draw_figure (layout, builder, stage, i, x, y);
      if (layout->piled)
        y += ssm_layout_figure_height (layout, &stage->figures, i);
      else
        x += width + ssm_mm (layout, SSM_FIGURE_GAP);
    }
}

static void
draw_stage (const SsmLayout *layout, SsmPageBuilder *builder, const SsmBand *band,
            const SsmStage *stage)
{
  SsmArea area = {
    .role = SSM_AREA_STAGE, .id = ssm_part_id (stage->part), .field = SSM_FIELD_NONE,
    .list = SSM_LIST_NONE,
    .rect = { ssm_layout_column_x (layout, stage->index), band->top, layout->column,
              ssm_layout_band_height (band) }
  };

  area.text_rect = area.rect;
  ssm_page_builder_open (builder, &area);
  draw_head (layout, builder, band, stage);
  draw_does (layout, builder, band, stage);
  draw_list (layout, builder, band, stage, SSM_ROW_ENTER);
  draw_list (layout, builder, band, stage, SSM_ROW_LEAVE);
  draw_outcome (layout, builder, band, stage);
  draw_figures (layout, builder, band, stage);
  ssm_page_builder_close (builder);
}

void
ssm_layout_draw_band (SsmLayout *layout, SsmPageBuilder *builder, guint index)
{
  const SsmBand *band = ssm_layout_band (layout, index);

  for (guint i = band->first; i < band->first + band->n; i++)
    draw_stage (layout, builder, band, &layout->stages[i]);
}
