/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The few ways in which all blocks of a measurement draw. */

#include "ssm-measure-layout.h"

#define BADGE 5.0        /* millimetres */
#define BADGE_RADIUS 1.0
#define CARD_RADIUS 2.2
#define MARK 3.0
#define MARK_GAP 1.2
#define NEARLY 0.9       /* of a target */

const char *
ssm_measure_word (const SsmMeasureLayout *layout, const char *key)
{
  g_autofree char *whole = g_strconcat ("figures-", key, NULL);

  return ssm_language_label (layout->set.words, whole);
}

/* (transfer full): as much of @text as there is room for. */
static char *
fit (const SsmMeasureLayout *layout, const char *text, const SsmDealPlace *place)
{
  char *cut = g_strdup (text);
  double width = ssm_deal_width (&layout->set, cut, place->type);
  glong n = g_utf8_strlen (text, -1);

  while (width > place->width && n > 2)
    {
      n = MAX (2, MIN (n - 1, (glong) ((double) n * place->width / width) + 1));
      g_free (cut);
      cut = ssm_deal_cut (text, (guint) n);
      width = ssm_deal_width (&layout->set, cut, place->type);
    }
  return cut;
}

double
ssm_measure_put (const SsmMeasureLayout *layout, SsmPageBuilder *builder, const char *text,
                 const SsmDealPlace *place)
{
  g_autofree char *cut = fit (layout, text, place);
  SsmDealPlace middle = *place;

  if (*cut == '\0')
    return place->x;
  middle.y -= ssm_deal_put (&layout->set, NULL, cut, place) / 2;
  ssm_deal_put (&layout->set, builder, cut, &middle);
  return place->x + ssm_deal_width (&layout->set, cut, place->type);
}

double
ssm_measure_judge (const SsmMeasureLayout *layout, SsmPageBuilder *builder,
                   SsmVerdict verdict, const char *text, const SsmDealPlace *place)
{
  double mark = ssm_measure_mm (layout, MARK);
  double gap = mark + ssm_measure_mm (layout, MARK_GAP);
  SsmDealPlace words = *place;

  if (builder != NULL)
    ssm_deal_mark (&layout->set, builder, verdict, place->x, place->y - mark / 2, mark);
  words.x += gap;
  words.width -= gap;
  words.colour = ssm_deal_verdict_colour (&layout->set, verdict);
  return ssm_measure_put (layout, builder, text, &words);
}

/* (transfer full): without the marks that only keep figures together where they are drawn. */
static char *
spoken (const char *label)
{
  g_auto (GStrv) before = g_strsplit (label, "\u2066", -1);
  g_autofree char *first = g_strjoinv (NULL, before);
  g_auto (GStrv) behind = g_strsplit (first, "\u2069", -1);

  return g_strjoinv (NULL, behind);
}

void
ssm_measure_open (SsmPageBuilder *builder, SsmAreaRole role, const char *id,
                  const SsmRect *rect, const char *label)
{
  g_autofree char *words = spoken (label);
  SsmArea area = { .role = role, .id = id, .field = SSM_FIELD_NONE, .list = SSM_LIST_NONE,
                   .rect = *rect, .text_rect = *rect, .label = words };

  if (builder != NULL)
    ssm_page_builder_open (builder, &area);
}

void
ssm_measure_card (const SsmMeasureLayout *layout, SsmPageBuilder *builder,
                  const SsmRect *rect)
{
  SsmShape frame = {
    .kind = SSM_SHAPE_FRAME, .rect = *rect, .line = SSM_LINE_HAIR,
    .colour = ssm_theme_hairline (layout->set.theme),
    .sides = SSM_SIDE_START | SSM_SIDE_END, .radius = ssm_measure_mm (layout, CARD_RADIUS)
  };

  ssm_deal_add (builder, &frame);
}

guint32
ssm_measure_stage_colour (const SsmMeasureLayout *layout, guint stage)
{
  return ssm_theme_stage (layout->set.theme,
                          ssm_map_stage_colour (layout->set.map, stage));
}

void
ssm_measure_badge (const SsmMeasureLayout *layout, SsmPageBuilder *builder, guint stage,
                   double x, double middle)
{
  double size = MIN (ssm_measure_mm (layout, BADGE), layout->pitch * 0.8);
  gboolean outline = layout->set.theme == SSM_THEME_OUTLINE;
  g_autofree char *number = g_strdup_printf ("%u", stage + 1);
  SsmShape ground = {
    .kind = outline ? SSM_SHAPE_FRAME : SSM_SHAPE_RECT,
    .line = outline ? SSM_LINE_OUTLINE : 0, .rect = { x, middle - size / 2, size, size },
    .sides = SSM_SIDE_START | SSM_SIDE_END,
    .radius = ssm_measure_mm (layout, BADGE_RADIUS),
    .colour = ssm_measure_stage_colour (layout, stage)
  };
  SsmDealPlace place = { &ssm_set_number, x, middle, size,
                         ssm_theme_on_head (layout->set.theme), SSM_ALIGN_CENTRE };

  ssm_deal_add (builder, &ground);
  ssm_measure_put (layout, builder, number, &place);
}

SsmVerdict
ssm_measure_verdict (double value, double target)
{
  if (value >= target)
    return SSM_VERDICT_YES;
  return value >= target * NEARLY ? SSM_VERDICT_PARTLY : SSM_VERDICT_NO;
}
