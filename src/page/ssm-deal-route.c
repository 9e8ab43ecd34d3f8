/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The way of the deal: which stages are proved, where the evidence says it is and where
 * the CRM does. */

#include "ssm-deal-layout.h"

#include <math.h>

#define DISC 6.8          /* millimetres across */
#define HALO 8.9          /* of the ring around the stage it is in */
#define TAG_GAP 2.2       /* from "Evidence" to its disc */
#define NAME_GAP 1.6
#define NAME_PAD 0.8
#define BOTTOM 7.0
#define MIN_PITCH 9.6     /* from disc to disc */
#define LONE_NAME 60.0    /* for the only name, where others have no room */
#define MAX_NAME_LINES 2
#define DONE 0x545b66
#define AHEAD 0xc3c7cf
#define CLAIMED 0xa3172a
#define LINE 1.3

/* What of the way is shown, and how. */
typedef struct
{
  guint first, n;  /* stages of the path */
  double pitch;
  gboolean all_names;
  double tags;     /* height of the line, or lines, above the discs */
  double tag;      /* of one line */
  double names;
  double y;        /* middle of the discs */
} Route;

static const SsmPart *
part_of (const SsmDealLayout *layout, guint stage)
{
  return layout->diagnosis->path->stages[stage].part;
}

static char *
name_of (const SsmDealLayout *layout, guint stage)
{
  return ssm_deal_cut (ssm_part_text (part_of (layout, stage), SSM_STAGE_NAME), 60);
}

/* As many stages as there is room for, around the one it is in. */
static void
choose_stages (const SsmDealLayout *layout, Route *route)
{
  guint all = layout->diagnosis->path->n_stages;
  guint fits =
      (guint) floor (ssm_deal_content (layout) / ssm_deal_mm (layout, MIN_PITCH));
  guint place = (guint) layout->diagnosis->place;

  route->n = MIN (all, MAX (fits, 1));
  route->first = place > route->n / 2 ? place - route->n / 2 : 0;
  route->first = MIN (route->first, all - route->n);
  route->pitch = ssm_deal_content (layout) / route->n;
}

static SsmDealPlace
name_place (const SsmDealLayout *layout, const Route *route, guint stage)
{
  gboolean is_here = (int) stage == layout->diagnosis->place;
  double middle = ssm_deal_margin (layout) + (stage - route->first + 0.5) * route->pitch;
  double width = route->all_names ? route->pitch - ssm_deal_mm (layout, 2 * NAME_PAD)
                                  : ssm_deal_mm (layout, LONE_NAME);
  double end = ssm_deal_margin (layout) + ssm_deal_content (layout);
  double x = CLAMP (middle - width / 2, ssm_deal_margin (layout), end - width);

  return (SsmDealPlace) {
    .type = is_here ? &ssm_set_name_bold : &ssm_set_name, .width = width, .x = x,
    .colour = is_here ? SSM_COLOUR_INK : ssm_theme_quiet (layout->theme),
    .align = SSM_ALIGN_CENTRE
  };
}

static void
measure_names (const SsmDealLayout *layout, Route *route)
{
  double width = route->pitch - ssm_deal_mm (layout, 2 * NAME_PAD);

  route->all_names = TRUE;
  for (guint i = route->first; i < route->first + route->n; i++)
    {
      g_autofree char *name = name_of (layout, i);
      SsmText *text = ssm_deal_text (layout, name, &ssm_set_name_bold);
      double size = ssm_deal_size (layout, &ssm_set_name_bold);

      if (ssm_text_longest_word (text) * size > width
          || ssm_text_count_lines (text, width / size) > MAX_NAME_LINES)
        route->all_names = FALSE;
    }
  route->names = 0;
  for (guint i = route->first; i < route->first + route->n; i++)
    if (route->all_names || (int) i == layout->diagnosis->place)
      {
        g_autofree char *name = name_of (layout, i);
        SsmDealPlace place = name_place (layout, route, i);

        route->names = MAX (route->names, ssm_deal_put (layout, NULL, name, &place));
      }
}

static gboolean
shows (const Route *route, int stage)
{
  return stage >= (int) route->first && stage < (int) (route->first + route->n);
}

/* What is written above a stage, or NULL. */
static const char *
tag_of (const SsmDealLayout *layout, guint stage)
{
  if ((int) stage == layout->diagnosis->evidence)
    return ssm_language_label (layout->words, "deal-evidence");
  if ((int) stage == layout->diagnosis->claimed)
    return ssm_language_label (layout->words, "deal-crm");
  return NULL;
}

/* Whether both tags would meet on one line. */
static gboolean
tags_meet (const SsmDealLayout *layout, const Route *route)
{
  const SsmDiagnosis *diagnosis = layout->diagnosis;
  double widths = 0;

  if (!shows (route, diagnosis->claimed) || diagnosis->evidence == SSM_NO_STAGE
      || diagnosis->claimed == diagnosis->evidence)
    return FALSE;
  widths =
      ssm_deal_width (layout, tag_of (layout, (guint) diagnosis->claimed), &ssm_set_tag) +
      ssm_deal_width (layout, tag_of (layout, (guint) diagnosis->evidence), &ssm_set_tag);
  return ABS (diagnosis->claimed - diagnosis->evidence) * route->pitch
         < widths / 2 + ssm_deal_mm (layout, TAG_GAP);
}

static void
measure_tags (const SsmDealLayout *layout, Route *route)
{
  SsmDealPlace place = { .type = &ssm_set_tag, .width = ssm_deal_content (layout) };

  route->tag = 0;
  for (guint i = route->first; i < route->first + route->n; i++)
    if (tag_of (layout, i) != NULL)
      route->tag =
          MAX (route->tag, ssm_deal_put (layout, NULL, tag_of (layout, i), &place));
  route->tags = tags_meet (layout, route) ? 2 * route->tag : route->tag;
}

static double
middle_of (const SsmDealLayout *layout, const Route *route, guint stage)
{
  return ssm_deal_margin (layout) + (stage - route->first + 0.5) * route->pitch;
}

static void
add_disc (const SsmDealLayout *layout,
          SsmPageBuilder *builder,
          double x,
          double y,
          double size,
          const SsmShape *look)
{
  SsmShape shape = *look;

  shape.kind = look->line > 0 ? SSM_SHAPE_FRAME : SSM_SHAPE_RECT;
  shape.sides = SSM_SIDE_START | SSM_SIDE_END;
  shape.radius = size / 2;
  shape.rect = (SsmRect) { x - size / 2, y - size / 2, size, size };
  ssm_deal_add (builder, &shape);
}

/* The colour of a stage's number. */
static guint32
number_colour (const SsmDealLayout *layout, guint stage)
{
  const SsmDiagnosis *diagnosis = layout->diagnosis;

  if ((int) stage == diagnosis->claimed && diagnosis->ahead_by > 0)
    return ssm_theme_tone (layout->theme, CLAIMED);
  if ((int) stage == diagnosis->place)
    return ssm_theme_on_head (layout->theme);
  return (int) stage < diagnosis->evidence ? SSM_COLOUR_WHITE
                                           : ssm_theme_quiet (layout->theme);
}

static void
draw_disc (const SsmDealLayout *layout, SsmPageBuilder *builder, const Route *route,
           guint stage)
{
  const SsmDiagnosis *diagnosis = layout->diagnosis;
  double x = middle_of (layout, route, stage);
  double size = ssm_deal_mm (layout, DISC);
  guint32 colour = ssm_deal_stage_colour (layout, (int) stage);
  SsmShape here = { .colour = colour, .line = layout->theme == SSM_THEME_OUTLINE
                                                ? SSM_LINE_OUTLINE : 0 };
  SsmShape halo = { .colour = colour, .line = SSM_LINE_RULE };
  SsmShape done = { .colour = ssm_theme_tone (layout->theme, DONE) };
  SsmShape claimed = { .colour = ssm_theme_tone (layout->theme, CLAIMED), .line = LINE,
                       .dashed = TRUE };
  SsmShape ahead = { .colour = ssm_theme_tone (layout->theme, AHEAD), .line = LINE };

  if ((int) stage == diagnosis->claimed && diagnosis->ahead_by > 0)
    add_disc (layout, builder, x, route->y, size, &claimed);
  else if ((int) stage == diagnosis->place)
    {
      add_disc (layout, builder, x, route->y, size, &here);
      add_disc (layout, builder, x, route->y, ssm_deal_mm (layout, HALO), &halo);
    }
  else
    add_disc (layout, builder, x, route->y, size,
              (int) stage < diagnosis->evidence ? &done : &ahead);
}

/* From the disc of @stage to that of the next one. */
static void
draw_line (const SsmDealLayout *layout,
           SsmPageBuilder *builder,
           const Route *route,
           guint stage)
{
  double gap = ssm_deal_mm (layout, DISC) / 2;
  gboolean done = (int) stage < layout->diagnosis->evidence;
  SsmShape line = { .kind = SSM_SHAPE_LINE,
                    .line = LINE,
                    .colour = ssm_theme_tone (layout->theme, done ? DONE : AHEAD),
                    .rect = { middle_of (layout, route, stage) + gap, route->y,
                              route->pitch - 2 * gap, 0 } };

  ssm_deal_add (builder, &line);
}

static void
draw_tag (const SsmDealLayout *layout,
          SsmPageBuilder *builder,
          const Route *route,
          guint stage,
          double top)
{
  gboolean is_evidence = (int) stage == layout->diagnosis->evidence;
  double width = ssm_deal_width (layout, tag_of (layout, stage), &ssm_set_tag);
  double end = ssm_deal_margin (layout) + ssm_deal_content (layout) - width;
  double x = middle_of (layout, route, stage) - width / 2;
  SsmDealPlace place = {
    .type = &ssm_set_tag, .width = width, .x = CLAMP (x, ssm_deal_margin (layout), end),
    .y = is_evidence ? top + route->tags - route->tag : top,
    .colour = is_evidence ? SSM_COLOUR_INK : ssm_theme_tone (layout->theme, CLAIMED),
    .align = SSM_ALIGN_CENTRE
  };

  ssm_deal_put (layout, builder, tag_of (layout, stage), &place);
}

static void
draw_number (const SsmDealLayout *layout, SsmPageBuilder *builder, const Route *route,
             guint stage)
{
  g_autofree char *number
    = g_strdup_printf ("%u", layout->diagnosis->path->stages[stage].index + 1);
  double width = ssm_deal_mm (layout, DISC);
  SsmDealPlace place = { &ssm_set_number, middle_of (layout, route, stage) - width / 2, 0,
                         width, number_colour (layout, stage), SSM_ALIGN_CENTRE };

  place.y = route->y - ssm_deal_put (layout, NULL, number, &place) / 2;
  ssm_deal_put (layout, builder, number, &place);
}

/* All words of a stage are one item of the list. */
static void
draw_words (const SsmDealLayout *layout, SsmPageBuilder *builder, const Route *route,
            guint stage, const SsmRect *list)
{
  SsmDealPlace place = name_place (layout, route, stage);
  g_autofree char *name = name_of (layout, stage);

  ssm_deal_open (builder, SSM_AREA_CRITERION, ssm_part_id (part_of (layout, stage)),
                 SSM_FIELD_NONE, list);
  if (tag_of (layout, stage) != NULL)
    draw_tag (layout, builder, route, stage, list->y);
  draw_number (layout, builder, route, stage);
  place.y = route->y + ssm_deal_mm (layout, HALO / 2 + NAME_GAP);
  if (route->all_names || (int) stage == layout->diagnosis->place)
    ssm_deal_put (layout, builder, name, &place);
  ssm_deal_close (builder);
}

double
ssm_deal_draw_route (const SsmDealLayout *layout, SsmPageBuilder *builder, double y)
{
  Route route = { 0 };
  SsmRect list = { ssm_deal_margin (layout), y, ssm_deal_content (layout), 0 };

  if (layout->diagnosis->place == SSM_NO_STAGE)
    return y;
  choose_stages (layout, &route);
  measure_names (layout, &route);
  measure_tags (layout, &route);
  route.y = y + route.tags + ssm_deal_mm (layout, TAG_GAP + DISC / 2);
  list.height = route.y + ssm_deal_mm (layout, HALO / 2 + NAME_GAP) + route.names - y;
  for (guint i = route.first; i < route.first + route.n; i++)
    {
      if (i + 1 < route.first + route.n)
        draw_line (layout, builder, &route, i);
      draw_disc (layout, builder, &route, i);
    }
  if (builder == NULL)
    return y + list.height + ssm_deal_mm (layout, BOTTOM);
  ssm_deal_open (builder, SSM_AREA_LIST, "", SSM_FIELD_NONE, &list);
  for (guint i = route.first; i < route.first + route.n; i++)
    draw_words (layout, builder, &route, i, &list);
  ssm_deal_close (builder);
  return y + list.height + ssm_deal_mm (layout, BOTTOM);
}
