/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How long deals stay in a stage: what is within its limit as a grey span, the median as a
 * tick, every open deal as a dot, and those that are there for too long as triangles, the
 * worst of them with their names. A million deals are as many dots as there is room for. */

#include "ssm-measure-layout.h"

#define AXIS 0.55        /* of the room; names stand behind it */
#define FAR 2.5          /* times the longest limit: all beyond stands at the end */
#define SPAN 5.0         /* millimetres */
#define TICK 0.7
#define DOT 2.5
#define TRIANGLE 3.4
#define GAP 1.5
#define MAX_NAMED 3

static const SsmDealType set_limit = { 7.4, SSM_FACE_TEXT };
static const SsmDealType set_over = { 8.4, SSM_FACE_BOLD };

/* Days at the end of the axis. */
static double
last_day (const SsmMeasureLayout *layout)
{
  double usual = 0, oldest = 0;

  for (guint i = 0; i < layout->n_shown; i++)
    {
      const SsmStageFigures *figures = &layout->measure->stages[layout->rows[i]];

      if (figures->kind != SSM_STAGE_OPEN)
        continue;
      usual = MAX (usual, MAX (figures->limit, figures->days.median));
      if (figures->n_here > 0)
        oldest = MAX (oldest, figures->here[0].days);
    }
  oldest = usual > 0 ? MIN (oldest, usual * FAR) : oldest;
  return MAX (1, MAX (usual, oldest));
}

typedef struct
{
  const SsmMeasureLayout *layout;
  SsmPageBuilder *builder;
  const SsmStageFigures *figures;
  double x, width; /* the axis */
  double last;     /* its last day */
  double middle;
  double end;      /* of the room */
  double height;   /* of the span */
} Row;

static double
place_of (const Row *row, double days)
{
  return row->x + MIN (days, row->last) / row->last * row->width;
}

static void
add_span (const Row *row)
{
  const SsmMeasureLayout *layout = row->layout;
  SsmShape span = {
    .kind = SSM_SHAPE_RECT, .sides = SSM_SIDE_START | SSM_SIDE_END,
    .radius = ssm_measure_mm (layout, 0.6), .colour = SSM_COLOUR_GROUND,
    .rect = { row->x, row->middle - row->height / 2,
              place_of (row, row->figures->limit) - row->x, row->height }
  };
  double tick = ssm_measure_mm (layout, TICK);
  SsmShape median = {
    .kind = SSM_SHAPE_RECT, .colour = SSM_COLOUR_INK,
    .rect = { place_of (row, row->figures->days.median) - tick / 2,
              row->middle - row->height * 0.62, tick, row->height * 1.24 }
  };

  span.radius = MIN (span.radius, span.rect.width / 2);
  if (row->figures->limit > 0)
    ssm_deal_add (row->builder, &span);
  if (row->figures->days.median >= 0)
    ssm_deal_add (row->builder, &median);
}

static void
add_dot (const Row *row, double x)
{
  double size = MIN (ssm_measure_mm (row->layout, DOT), row->height * 0.6);
  SsmShape rim = { .kind = SSM_SHAPE_RECT, .sides = SSM_SIDE_START | SSM_SIDE_END,
                   .rect = { x - size * 0.6, row->middle - size * 0.6, size * 1.2,
                             size * 1.2 },
                   .radius = size * 0.6, .colour = SSM_COLOUR_WHITE };
  SsmShape dot = rim;

  dot.rect = (SsmRect){ x - size / 2, row->middle - size / 2, size, size };
  dot.radius = size / 2;
  dot.colour = ssm_measure_stage_colour (row->layout, row->figures->stage);
  ssm_deal_add (row->builder, &rim);
  ssm_deal_add (row->builder, &dot);
}

static void
add_triangle (const Row *row, double x)
{
  double size = MIN (ssm_measure_mm (row->layout, TRIANGLE), row->height * 0.8);
  SsmShape shape = { .kind = SSM_SHAPE_TRIANGLE, .point = SSM_POINT_UP,
                     .rect = { x - size / 2, row->middle - size / 2, size, size },
                     .colour = ssm_deal_verdict_colour (&row->layout->set, SSM_VERDICT_NO) };

  ssm_deal_add (row->builder, &shape);
}

/* One sign for all deals that would stand on each other; they are sorted by their days. */
static void
add_signs (const Row *row, guint from, guint to, double step,
           void (*add) (const Row *row, double x))
{
  double before = G_MAXDOUBLE;

  for (guint i = from; i < to; i++)
    {
      double x = place_of (row, row->figures->here[i].days);

      if (before - x < step)
        continue;
      add (row, x);
      before = x;
    }
}

/* (transfer full): the worst by name, and how many more there are, in @width. */
static char *
name_over (const Row *row, double width)
{
  const SsmStageFigures *figures = row->figures;
  const SsmDealLayout *set = &row->layout->set;
  g_autoptr (GString) names = g_string_new (NULL);
  g_autofree char *text = NULL;

  for (guint i = 0; i < MIN (figures->n_over, MAX_NAMED); i++)
    {
      g_autofree char *deal = ssm_measure_deal (row->layout, &figures->here[i]);
      g_autofree char *number = ssm_measure_number (row->layout, figures->n_over - i - 1);
      g_autofree char *more = NULL;

      if (i + 1 < figures->n_over)
        more = ssm_language_format (set->words, figures->n_over - i == 2 ? "deal-more-one"
                                                                         : "deal-more",
                                    "n", number, NULL);
      g_string_append_printf (names, "%s%s", i > 0 ? " · " : "", deal);
      if (i > 0 && ssm_deal_width (set, names->str, &set_over)
                     + (more != NULL ? ssm_deal_width (set, more, &set_over) * 1.1 : 0) > width)
        break;
      g_free (text);
      text = more != NULL ? g_strdup_printf ("%s %s", names->str, more)
                          : g_strdup (names->str);
    }
  return g_steal_pointer (&text);
}

static void
add_over (const Row *row)
{
  const SsmMeasureLayout *layout = row->layout;
  double size = ssm_measure_mm (layout, TRIANGLE);
  double from = place_of (row, row->figures->limit);
  double to = place_of (row, row->figures->here[0].days);
  SsmShape line = { .kind = SSM_SHAPE_LINE, .line = SSM_LINE_RULE, .dashed = TRUE,
                    .colour = ssm_deal_verdict_colour (&layout->set, SSM_VERDICT_NO),
                    .rect = { from, row->middle, MAX (0, to - from - size / 2), 0 } };
  double behind = MAX (to + size * 0.5, place_of (row, row->figures->days.median));
  SsmDealPlace place = { &set_over, behind + ssm_measure_mm (layout, GAP), row->middle, 0,
                         line.colour, SSM_ALIGN_LEFT };
  g_autofree char *names = NULL;

  if (line.rect.width > 0)
    ssm_deal_add (row->builder, &line);
  add_signs (row, 0, row->figures->n_over, size * 0.7, add_triangle);
  place.width = row->end - place.x;
  names = name_over (row, place.width);
  ssm_measure_put (layout, row->builder, names, &place);
}

/* Behind the span, or under the line that goes on from it. */
static void
add_limit (const Row *row)
{
  const SsmMeasureLayout *layout = row->layout;
  gboolean low = row->figures->n_over > 0;
  g_autofree char *number = ssm_measure_number (layout, row->figures->limit);
  g_autofree char *words
    = ssm_language_format (layout->set.words, "figures-limit", "n", number, NULL);
  SsmDealPlace place = { &set_limit,
                         place_of (row, MAX (row->figures->limit,
                                             low ? 0 : row->figures->days.median))
                           + ssm_measure_mm (layout, GAP),
                         row->middle, 0, ssm_theme_quiet (layout->set.theme),
                         SSM_ALIGN_LEFT };

  place.width = row->end - place.x;
  if (low)
    {
      double height = ssm_deal_put (&layout->set, NULL, words, &place);
      double name = height * set_over.points / set_limit.points;

      place.y += (name + height) / 2;
      if (place.y + height / 2 > row->middle + layout->pitch / 2)
        return;
    }
  ssm_measure_put (layout, row->builder, words, &place);
}

/* After the sale other clocks run: their days stand in words, beside the others' axis. */
static void
put_words (const Row *row)
{
  const SsmMeasureLayout *layout = row->layout;
  g_autofree char *median = ssm_measure_days (layout, row->figures->days.median);
  g_autofree char *limit = ssm_measure_number (layout, row->figures->limit);
  g_autofree char *first
    = ssm_language_format (layout->set.words, "figures-median", "n", median, NULL);
  g_autofree char *second
    = ssm_language_format (layout->set.words, "figures-limit", "n", limit, NULL);
  g_autofree char *both = g_strdup_printf ("%s · %s", first, second);
  SsmDealPlace place = { &ssm_set_note, row->x, row->middle, row->end - row->x,
                         ssm_theme_quiet (layout->set.theme), SSM_ALIGN_LEFT };
  const char *words = "–";

  if (row->figures->days.median >= 0)
    words = row->figures->limit >= 0 ? both : first;
  else if (row->figures->limit >= 0)
    words = second;
  ssm_measure_put (layout, row->builder, words, &place);
}

void
ssm_measure_draw_days (const SsmMeasureLayout *layout, SsmPageBuilder *builder, guint stage,
                       const SsmRect *room, double middle)
{
  const SsmStageFigures *figures = &layout->measure->stages[stage];
  Row row = { layout, builder, figures, room->x, room->width * AXIS, last_day (layout),
              middle, room->x + room->width,
              MIN (ssm_measure_mm (layout, SPAN), layout->pitch * 0.62) };

  if (figures->kind != SSM_STAGE_OPEN
      || (figures->limit < 0 && figures->days.median < 0 && figures->n_here == 0))
    {
      put_words (&row);
      return;
    }
  add_span (&row);
  if (figures->n_over > 0)
    add_over (&row);
  add_signs (&row, figures->n_over, figures->n_here, ssm_measure_mm (layout, DOT * 0.8),
             add_dot);
  if (figures->limit >= 0)
    add_limit (&row);
}
