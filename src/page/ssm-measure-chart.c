/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The chart of a measurement, which is also a table: a row a stage, in which what was
 * entered, what moves on and how long it takes stand under each other. */

#include "ssm-measure-layout.h"

#define HEAD 11.0          /* millimetres */
#define HEAD_LINE 4.2
#define BAR 4.6
#define BAR_RADIUS 0.7
#define BREAK 20           /* times the next one, from which on a bar is broken */
#define BREAK_AT 0.85
#define BREAK_WIDTH 1.4
#define NAME 7.0           /* of a stage, from its badge */
#define SHARE_WIDTH 13.5
#define ENTERED 44.0       /* where columns begin, from the content of the card */
#define MOVES 104.0
#define DAYS 146.0
#define COLUMN_GAP 4.0
#define COUNT 15.0         /* for the number behind a bar */
#define KEY 3.0            /* a sign of the legend */
#define KEY_GAP 4.0

static const SsmDealType set_name = { 9, SSM_FACE_STRONG };
static const SsmDealType set_share = { 10.4, SSM_FACE_BOLD };

static SsmRect
inside (const SsmMeasureLayout *layout, const SsmRect *card)
{
  double pad = ssm_measure_mm (layout, SSM_MEASURE_PAD);

  return (SsmRect){ card->x + pad, card->y, card->width - 2 * pad, card->height };
}

/* Columns keep their place whatever the size of letters. */
static double
column (const SsmRect *room, double millimetres)
{
  return room->x + millimetres / 259.0 * room->width;
}

/* The most and the second most that a stage was entered. */
static void
find_most (const SsmMeasureLayout *layout, guint *most, guint *next)
{
  *most = *next = 0;
  for (guint i = 0; i < layout->n_shown; i++)
    {
      guint entered = layout->measure->stages[layout->rows[i]].entered;

      *next = MAX (*next, MIN (entered, *most));
      *most = MAX (*most, entered);
    }
}

/* The slanted gap says that the bar is longer than can be drawn. */
static void
break_bar (const SsmMeasureLayout *layout, SsmPageBuilder *builder, const SsmRect *bar)
{
  double width = ssm_measure_mm (layout, BREAK_WIDTH);

  for (guint i = 0; i < 2; i++)
    {
      SsmShape line = {
        .kind = SSM_SHAPE_LINE, .line = width / 2, .colour = SSM_COLOUR_WHITE,
        .rect = { bar->x + bar->width * BREAK_AT + i * width, bar->y - width / 4, width,
                  bar->height + width / 2 }
      };

      ssm_deal_add (builder, &line);
    }
}

static void
draw_entered (const SsmMeasureLayout *layout, SsmPageBuilder *builder, guint stage,
              const SsmRect *room, double middle)
{
  guint entered = layout->measure->stages[stage].entered;
  guint most, next;
  double from = column (room, ENTERED);
  double longest = column (room, MOVES - COLUMN_GAP - COUNT) - from;
  double height = MIN (ssm_measure_mm (layout, BAR), layout->pitch * 0.6);
  g_autofree char *number = ssm_measure_number (layout, entered);
  SsmShape bar = { .kind = SSM_SHAPE_RECT, .rect = { from, middle - height / 2, 0, height },
                   .colour = ssm_measure_stage_colour (layout, stage),
                   .sides = SSM_SIDE_START | SSM_SIDE_END };
  SsmDealPlace place = { &set_share, from, middle, ssm_measure_mm (layout, COUNT),
                         SSM_COLOUR_INK, SSM_ALIGN_LEFT };
  gboolean broken;

  find_most (layout, &most, &next);
  broken = next > 0 && most / next >= BREAK;
  if (entered > 0 && broken)
    bar.rect.width = entered == most ? longest : longest * 0.6 * entered / next;
  else if (entered > 0)
    bar.rect.width = longest * entered / most;
  bar.rect.width = entered > 0 ? MAX (bar.rect.width, ssm_measure_mm (layout, 0.5)) : 0;
  bar.radius = MIN (ssm_measure_mm (layout, BAR_RADIUS), bar.rect.width / 2);
  if (entered > 0)
    ssm_deal_add (builder, &bar);
  if (broken && entered == most)
    break_bar (layout, builder, &bar.rect);
  place.x += bar.rect.width + (entered > 0 ? ssm_measure_mm (layout, 1.8) : 0);
  ssm_measure_put (layout, builder, number, &place);
}

/* "goal 60%" with its mark, or, of few, how few. */
static void
draw_goal (const SsmMeasureLayout *layout, SsmPageBuilder *builder, SsmRatio ratio,
           double goal, const SsmDealPlace *place)
{
  g_autofree char *of = ssm_measure_of (layout, ratio);
  g_autofree char *value = ssm_measure_percent (layout, goal);
  g_autofree char *words
    = ssm_language_format (layout->set.words, "figures-goal", "value", value, NULL);

  if (ssm_ratio_is_small (ratio))
    ssm_measure_judge (layout, builder, SSM_VERDICT_UNKNOWN, of, place);
  else if (goal < 0)
    ssm_measure_put (layout, builder, of, place);
  else
    ssm_measure_judge (layout, builder,
                       ssm_measure_verdict (ssm_ratio_share (ratio), goal), words, place);
}

static void
draw_moves (const SsmMeasureLayout *layout, SsmPageBuilder *builder, guint stage,
            const SsmRect *room, double middle)
{
  const SsmStageFigures *figures = &layout->measure->stages[stage];
  gboolean known = ssm_measure_knows_conversion (layout->measure) && figures->entered > 0;
  SsmRatio ratio = { figures->advanced, figures->entered };
  double goal = ssm_part_number (ssm_map_stage (layout->set.map, stage), SSM_STAGE_GOAL,
                                 -1);
  g_autofree char *share
    = known ? ssm_measure_percent (layout, ssm_ratio_share (ratio)) : g_strdup ("–");
  SsmDealPlace place = { &set_share, column (room, MOVES), middle,
                         column (room, MOVES + SHARE_WIDTH) - column (room, MOVES),
                         SSM_COLOUR_INK, SSM_ALIGN_LEFT };

  ssm_measure_put (layout, builder, share, &place);
  if (!known)
    return;
  place.type = &ssm_set_note;
  place.colour = ssm_theme_quiet (layout->set.theme);
  place.x += place.width;
  place.width = column (room, DAYS - COLUMN_GAP / 2) - place.x;
  draw_goal (layout, builder, ratio, goal, &place);
}

static void
draw_row (const SsmMeasureLayout *layout, SsmPageBuilder *builder, guint stage,
          const SsmRect *room, double y)
{
  double middle = y + layout->pitch / 2;
  double name_x = room->x + ssm_measure_mm (layout, NAME);
  SsmRect row = { room->x, y, room->width, layout->pitch };
  SsmRect days = { column (room, DAYS), y, room->x + room->width - column (room, DAYS),
                   layout->pitch };
  SsmDealPlace place = { &set_name, name_x, middle,
                         column (room, ENTERED - COLUMN_GAP / 2) - name_x, SSM_COLOUR_INK,
                         SSM_ALIGN_LEFT };
  g_autofree char *label = ssm_measure_tell_stage (layout, stage);
  g_autofree char *name = ssm_measure_name (layout, stage);

  ssm_measure_open (builder, SSM_AREA_MEASURE,
                    ssm_part_id (ssm_map_stage (layout->set.map, stage)), &row, label);
  ssm_measure_badge (layout, builder, stage, room->x, middle);
  ssm_measure_put (layout, builder, name, &place);
  draw_entered (layout, builder, stage, room, middle);
  draw_moves (layout, builder, stage, room, middle);
  ssm_measure_draw_days (layout, builder, stage, &days, middle);
  ssm_deal_close (builder);
}

/* Two lines at the head of a column. */
static void
draw_column_head (const SsmMeasureLayout *layout, SsmPageBuilder *builder, const char *key,
                  const char *note, double x, double width, double y)
{
  SsmRect rect = { x, y, width, ssm_measure_chart_head (layout) };
  double line = ssm_measure_mm (layout, HEAD_LINE);
  SsmDealPlace place = { &ssm_set_meta_bold, x, y + line * (*note != '\0' ? 0.85 : 1.75),
                         width, SSM_COLOUR_INK, SSM_ALIGN_LEFT };

  ssm_deal_open (builder, SSM_AREA_TEXT, "", SSM_FIELD_NONE, &rect);
  ssm_measure_put (layout, builder, ssm_measure_word (layout, key), &place);
  place.type = &ssm_set_note;
  place.y += line;
  place.colour = ssm_theme_quiet (layout->set.theme);
  ssm_measure_put (layout, builder, note, &place);
  ssm_deal_close (builder);
}

static void
draw_key (const SsmMeasureLayout *layout, SsmPageBuilder *builder, guint kind,
          const SsmRect *rect)
{
  SsmShape shape = { .kind = kind == 3 ? SSM_SHAPE_TRIANGLE : SSM_SHAPE_RECT,
                     .point = SSM_POINT_UP, .rect = *rect,
                     .sides = SSM_SIDE_START | SSM_SIDE_END,
                     .colour = ssm_theme_quiet (layout->set.theme) };

  if (kind == 0)
    shape.radius = rect->height / 2;
  if (kind == 1)
    {
      shape.rect.x += rect->width * 0.38;
      shape.rect.width *= 0.24;
      shape.colour = SSM_COLOUR_INK;
    }
  if (kind == 2)
    shape.colour = SSM_COLOUR_GROUND;
  if (kind == 3)
    shape.colour = ssm_deal_verdict_colour (&layout->set, SSM_VERDICT_NO);
  ssm_deal_add (builder, &shape);
}

static void
draw_legend (const SsmMeasureLayout *layout, SsmPageBuilder *builder, const SsmRect *rect,
             double middle)
{
  static const char * const keys[] = { "legend-open", "legend-median", "legend-limit",
                                       "legend-over" };
  double size = ssm_measure_mm (layout, KEY);
  SsmDealPlace place = { &ssm_set_note, rect->x, middle, 0,
                         ssm_theme_quiet (layout->set.theme), SSM_ALIGN_LEFT };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      SsmRect key = { place.x, middle - size / 2, size, size };

      place.x += size * 1.35;
      place.width = rect->x + rect->width - place.x;
      if (place.width < size * 3)
        return;
      draw_key (layout, builder, i, &key);
      place.x = ssm_measure_put (layout, builder, ssm_measure_word (layout, keys[i]), &place)
                + ssm_measure_mm (layout, KEY_GAP);
    }
}

static void
draw_head (const SsmMeasureLayout *layout, SsmPageBuilder *builder, const SsmRect *room)
{
  double gap = ssm_measure_mm (layout, COLUMN_GAP / 2);
  double line = ssm_measure_mm (layout, HEAD_LINE);
  SsmRect days = { column (room, DAYS), room->y,
                   room->x + room->width - column (room, DAYS),
                   ssm_measure_chart_head (layout) };
  SsmDealPlace place = { &ssm_set_meta_bold, days.x, room->y + line * 0.85, days.width,
                         SSM_COLOUR_INK, SSM_ALIGN_LEFT };

  draw_column_head (layout, builder, "stage", "", room->x,
                    column (room, ENTERED) - room->x - gap, room->y);
  draw_column_head (layout, builder, "entered", ssm_measure_word (layout, "entered-note"),
                    column (room, ENTERED),
                    column (room, MOVES) - column (room, ENTERED) - gap, room->y);
  draw_column_head (layout, builder, "move-on", ssm_measure_word (layout, "move-on-note"),
                    column (room, MOVES), days.x - column (room, MOVES) - gap, room->y);
  ssm_deal_open (builder, SSM_AREA_TEXT, "", SSM_FIELD_NONE, &days);
  ssm_measure_put (layout, builder, ssm_measure_word (layout, "days-in"), &place);
  draw_legend (layout, builder, &days, room->y + line * 1.85);
  ssm_deal_close (builder);
}

double
ssm_measure_chart_head (const SsmMeasureLayout *layout)
{
  return ssm_measure_mm (layout, HEAD);
}

double
ssm_measure_draw_chart (const SsmMeasureLayout *layout, SsmPageBuilder *builder, double y)
{
  double head = ssm_measure_chart_head (layout) + ssm_measure_mm (layout, 2.0);
  SsmRect card = { ssm_deal_margin (&layout->set), y, ssm_deal_content (&layout->set),
                   head + layout->n_shown * layout->pitch + ssm_measure_mm (layout, 1) };
  SsmRect room = inside (layout, &card);

  if (builder != NULL)
    {
      ssm_measure_card (layout, builder, &card);
      for (guint i = 0; i < layout->n_shown; i++)
        ssm_deal_line (&layout->set, builder, room.x, y + head + i * layout->pitch,
                       room.width);
      ssm_measure_open (builder, SSM_AREA_GROUP, "", &card,
                        ssm_measure_word (layout, "stage"));
      room.y += ssm_measure_mm (layout, 2.0);
      draw_head (layout, builder, &room);
      for (guint i = 0; i < layout->n_shown; i++)
        draw_row (layout, builder, layout->rows[i], &room, y + head + i * layout->pitch);
      ssm_deal_close (builder);
    }
  return y + card.height + ssm_measure_mm (layout, SSM_MEASURE_GAP);
}
