/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The empty worksheet: what is asked, and where a pen writes. Lines are as far apart as
 * handwriting needs, and there are as many as there is room for. */

#include "ssm-layout-draw.h"

#include <math.h>

#define LINE 6.6          /* millimetres from line to line, about */
#define LINES_AN_ITEM 2
#define MAX_ITEMS 4
#define ENTER 4           /* lines in a cell */
#define LEAVE 6
#define LEAST 0.5         /* what remains of them on a tight page */
#define CARD 2            /* lines in a definition */
#define LINE_BOTTOM 2.0   /* below the last line of a cell */
#define LINE_END 1.0      /* from a line to the end of its column */
#define QUESTION_GAP 1.0
#define OUTCOME 7.0       /* height of the box for a name */
#define MIN_CARD 44.0     /* width of a definition */
#define MIN_CARDS 3
#define MAX_CARDS 4
#define AFTER 2.0

static double
question_width (const SsmLayout *layout)
{
  return layout->column - ssm_mm (layout, SSM_COLUMN_PAD + SSM_COLUMN_END);
}

double
ssm_layout_question_height (const SsmLayout *layout, const SsmStage *stage)
{
  if (stage->question == NULL)
    return 0;
  return ssm_mm (layout, QUESTION_GAP)
         + ssm_layout_height (stage->question, ssm_layout_size (layout, SSM_ROLE_LINK),
                              question_width (layout));
}

void
ssm_layout_draw_question (const SsmLayout *layout, SsmPageBuilder *builder,
                          const SsmStage *stage, double y)
{
  double x = ssm_layout_column_x (layout, stage->index) + ssm_mm (layout, SSM_COLUMN_PAD);

  if (stage->question != NULL)
    ssm_layout_put_words (layout, builder, stage->question, SSM_ROLE_LINK,
                          ssm_theme_quiet (layout->options->theme), x,
                          y + ssm_mm (layout, QUESTION_GAP), question_width (layout));
}

double
ssm_layout_blanks_height (const SsmLayout *layout, SsmRow row)
{
  double lines = row == SSM_ROW_ENTER ? ENTER : LEAVE;
  double share = 1 - (1 - LEAST) * layout->tight;

  return ssm_mm (layout, share * lines * LINE + LINE_BOTTOM);
}

/* Each mark stands on a line, with another below it to write on. */
void
ssm_layout_draw_blanks (const SsmLayout *layout, SsmPageBuilder *builder,
                        const SsmStage *stage, SsmRow row, const SsmRect *cell)
{
  double room = cell->height - ssm_mm (layout, LINE_BOTTOM);
  double item = LINES_AN_ITEM * ssm_mm (layout, LINE);
  guint n = (guint) CLAMP (floor (room / item + 0.2), 1, MAX_ITEMS);
  double pitch = room / (n * LINES_AN_ITEM);
  double indent = ssm_mm (layout, SSM_COLUMN_PAD) + ssm_text_mm (layout, SSM_INDENT);
  double mark = ssm_layout_size (layout, SSM_ROLE_CRITERION) * SSM_SPACING;

  for (guint i = 0; i < n * LINES_AN_ITEM; i++)
    {
      double y = cell->y + (i + 1) * pitch;

      if (i % LINES_AN_ITEM == 0)
        ssm_layout_draw_bullet (layout, builder, stage, row, y - mark);
      ssm_layout_put_line (layout, builder, cell->x + indent, y,
                           layout->column - indent - ssm_mm (layout, LINE_END));
    }
}

double
ssm_layout_outcome_box_height (const SsmLayout *layout)
{
  return ssm_mm (layout, OUTCOME);
}

void
ssm_layout_draw_outcome_box (const SsmLayout *layout, SsmPageBuilder *builder,
                             const SsmStage *stage, double x, double y)
{
  double bar = ssm_mm (layout, SSM_TAG_BAR);
  double width = layout->column - ssm_mm (layout, SSM_COLUMN_PAD + LINE_END);
  SsmShape frame = {
    .kind = SSM_SHAPE_FRAME, .sides = SSM_SIDE_END, .line = SSM_LINE_TICK,
    .rect = { x + bar, y, width - bar, ssm_mm (layout, OUTCOME) },
    .colour = stage->colour, .radius = ssm_mm (layout, SSM_TAG_RADIUS)
  };
  SsmShape edge = {
    .kind = SSM_SHAPE_RECT, .sides = SSM_SIDE_START, .colour = stage->colour,
    .rect = { x, y, bar, ssm_mm (layout, OUTCOME) }, .radius = bar / 2
  };

  ssm_page_builder_add (builder, &frame);
  ssm_page_builder_add (builder, &edge);
}

static double
content_width (const SsmLayout *layout)
{
  return layout->width - ssm_mm (layout, 2 * SSM_MARGIN_SIDE);
}

static double
heading_height (const SsmLayout *layout)
{
  return ssm_mm (layout, SSM_HEADING_TOP + SSM_HEADING_BOTTOM)
         + ssm_layout_height (ssm_layout_word (layout, "definitions", SSM_ROLE_HEADING),
                              ssm_layout_size (layout, SSM_ROLE_HEADING),
                              content_width (layout));
}

static double
term_height (const SsmLayout *layout)
{
  return ssm_layout_size (layout, SSM_ROLE_TERM) * SSM_SPACING * 1.5;
}

/* Where the stages take two rows there is no room for more. */
double
ssm_layout_worksheet_height (const SsmLayout *layout)
{
  if (layout->n_bands != 1)
    return 0;
  return heading_height (layout) + term_height (layout)
         + ssm_mm (layout, CARD * LINE + AFTER);
}

/* A definition to be agreed on; its term too, where the map does not say it. */
static void
draw_card (const SsmLayout *layout, SsmPageBuilder *builder, guint index,
           const SsmRect *rect)
{
  const SsmDefinition *definition
    = index < layout->definitions->len
      ? &g_array_index (layout->definitions, SsmDefinition, index) : NULL;
  double x = rect->x + ssm_mm (layout, SSM_DEFINITION_INDENT);
  double width = rect->width - ssm_mm (layout, SSM_DEFINITION_INDENT);
  double top = rect->y + term_height (layout);
  double room = rect->height - term_height (layout);
  guint n = (guint) MAX (floor (room / ssm_mm (layout, LINE) + 0.2), 1);
  gboolean known = definition != NULL && !ssm_text_is_empty (definition->term);
  SsmShape bar = {
    .kind = SSM_SHAPE_RECT, .colour = ssm_theme_quiet (layout->options->theme),
    .rect = { rect->x, rect->y, ssm_mm (layout, SSM_DEFINITION_BAR), rect->height }
  };

  if (definition != NULL && definition->stage >= 0)
    bar.colour = layout->stages[definition->stage].colour;
  ssm_page_builder_add (builder, &bar);
  ssm_layout_put_words (layout, builder,
                        known ? definition->term
                              : ssm_layout_word (layout, "prompt-term", SSM_ROLE_NOTE),
                        known ? SSM_ROLE_TERM : SSM_ROLE_NOTE,
                        known ? SSM_COLOUR_INK : ssm_theme_quiet (layout->options->theme), x,
                        rect->y, width);
  for (guint i = 1; i <= n; i++)
    ssm_layout_put_line (layout, builder, x, top + i * room / n, width);
}

void
ssm_layout_draw_worksheet (const SsmLayout *layout, SsmPageBuilder *builder, double top)
{
  double x = ssm_mm (layout, SSM_MARGIN_SIDE);
  double gap = ssm_mm (layout, SSM_DEFINITION_GAP);
  double fits = floor ((content_width (layout) + gap) / (ssm_mm (layout, MIN_CARD) + gap));
  guint n = CLAMP (layout->definitions->len, MIN_CARDS, MAX_CARDS);
  SsmText *heading = ssm_layout_word (layout, "definitions", SSM_ROLE_HEADING);
  SsmText *asked = ssm_layout_word (layout, "prompt-definition", SSM_ROLE_LINK);
  double after = ssm_text_width (heading) * ssm_layout_size (layout, SSM_ROLE_HEADING)
                 + ssm_mm (layout, SSM_COLUMN_PAD);
  double y = top + ssm_mm (layout, SSM_HEADING_TOP);
  SsmRect card = { x, top + heading_height (layout) };

  n = (guint) CLAMP (fits, 1, n);
  card.width = (content_width (layout) - (n - 1) * gap) / n;
  card.height = layout->bottom_room - heading_height (layout) - ssm_mm (layout, AFTER);
  ssm_layout_put_words (layout, builder, heading, SSM_ROLE_HEADING, SSM_COLOUR_INK, x, y,
                        after);
  y += ssm_layout_height (heading, ssm_layout_size (layout, SSM_ROLE_HEADING), after)
       - ssm_layout_height (asked, ssm_layout_size (layout, SSM_ROLE_LINK),
                            content_width (layout));
  if (after + ssm_text_width (asked) * ssm_layout_size (layout, SSM_ROLE_LINK)
      < content_width (layout))
    ssm_layout_put_words (layout, builder, asked, SSM_ROLE_LINK,
                          ssm_theme_quiet (layout->options->theme), x + after, y,
                          content_width (layout) - after);
  for (guint i = 0; i < n; i++, card.x += card.width + gap)
    draw_card (layout, builder, i, &card);
}
