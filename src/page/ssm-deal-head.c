/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The upper part of a deal's page: whose deal it is, and where it is stuck. */

#include "ssm-deal-layout.h"
#include "ssm-deal-words.h"

#define META 58.0         /* millimetres for amount, owner and day */
#define META_GAP 6.0
#define META_LINE 4.6
#define HEADER_BOTTOM 7.5
#define CARD_SHARE 0.523  /* of the coloured part */
#define CARD_PAD 6.2
#define CARD_MIN 31.0
#define CARD_RADIUS 2.6
#define CARD_BOTTOM 7.8
#define MAX_NAME 90       /* characters */
#define MAX_TITLE 110

static double
draw_meta_line (const SsmDealLayout *layout, SsmPageBuilder *builder, const char *text,
                gboolean bold, double y)
{
  double width = ssm_deal_mm (layout, META);
  SsmDealPlace place = {
    .type = bold ? &ssm_set_meta_bold : &ssm_set_meta, .y = y, .width = width,
    .x = ssm_deal_margin (layout) + ssm_deal_content (layout) - width,
    .colour = bold ? SSM_COLOUR_INK : ssm_theme_quiet (layout->theme),
    .align = SSM_ALIGN_RIGHT
  };
  SsmRect rect = { place.x, y, width, 0 };
  double height;

  if (*text == '\0')
    return 0;
  height = ssm_deal_put (layout, NULL, text, &place);
  rect.height = height;
  ssm_deal_open (builder, SSM_AREA_TEXT, ssm_part_id (layout->deal), SSM_FIELD_NONE,
                 &rect);
  ssm_deal_put (layout, builder, text, &place);
  ssm_deal_close (builder);
  return MAX (height, ssm_deal_mm (layout, META_LINE));
}

static double
draw_meta (const SsmDealLayout *layout, SsmPageBuilder *builder, double y)
{
  g_autofree char *amount = ssm_deal_words_amount (layout->deal, layout->words);
  g_autofree char *owner = ssm_deal_cut (ssm_part_text (layout->deal, SSM_DEAL_OWNER),
                                         MAX_NAME);
  g_autofree char *date = ssm_language_date (layout->words, layout->as_of);

  y += draw_meta_line (layout, builder, amount, TRUE, y);
  y += draw_meta_line (layout, builder, owner, FALSE, y);
  return y + draw_meta_line (layout, builder, date, FALSE, y);
}

static double
draw_text (const SsmDealLayout *layout, SsmPageBuilder *builder, const char *text,
           SsmField field, const SsmDealPlace *place)
{
  SsmRect rect = { place->x, place->y, place->width,
                   ssm_deal_put (layout, NULL, text, place) };

  ssm_deal_open (builder, SSM_AREA_TEXT, ssm_part_id (layout->deal), field, &rect);
  ssm_deal_put (layout, builder, text, place);
  ssm_deal_close (builder);
  return rect.height;
}

double
ssm_deal_draw_header (const SsmDealLayout *layout, SsmPageBuilder *builder, double y)
{
  const char *called = ssm_part_text (layout->deal, SSM_DEAL_NAME);
  g_autofree char *name = ssm_deal_cut (*called != '\0' ? called : "–", MAX_NAME);
  g_autofree char *whole = ssm_deal_words_against (layout->map, layout->words);
  g_autofree char *against = ssm_deal_cut (whole, MAX_TITLE);
  SsmDealPlace place = { &ssm_set_title,
                         ssm_deal_margin (layout),
                         y,
                         ssm_deal_content (layout) -
                             ssm_deal_mm (layout, META + META_GAP),
                         SSM_COLOUR_INK,
                         SSM_ALIGN_LEFT };

  place.y += draw_text (layout, builder, name, SSM_DEAL_NAME, &place);
  place.type = &ssm_set_subtitle;
  place.colour = ssm_theme_quiet (layout->theme);
  place.y += draw_text (layout, builder, against, SSM_FIELD_NONE, &place);
  return MAX (place.y, draw_meta (layout, builder, y + ssm_deal_mm (layout, 1)))
         + ssm_deal_mm (layout, HEADER_BOTTOM);
}

/* The ground of "Stuck in", and the frame around all. */
static void
draw_frame (const SsmDealLayout *layout, SsmPageBuilder *builder, const SsmRect *rect)
{
  guint32 colour = ssm_deal_stage_colour (layout, layout->diagnosis->place);
  SsmShape ground = {
    .kind = SSM_SHAPE_RECT, .sides = SSM_SIDE_START, .colour = colour,
    .radius = ssm_deal_mm (layout, CARD_RADIUS),
    .rect = { rect->x, rect->y, rect->width * CARD_SHARE, rect->height }
  };
  SsmShape frame = {
    .kind = SSM_SHAPE_FRAME, .sides = SSM_SIDE_START | SSM_SIDE_END, .colour = colour,
    .line = SSM_LINE_RULE, .radius = ssm_deal_mm (layout, CARD_RADIUS), .rect = *rect
  };

  if (layout->theme != SSM_THEME_OUTLINE)
    ssm_deal_add (builder, &ground);
  ssm_deal_add (builder, &frame);
}

/* "Stuck in" over "3 Discovery", which are one heading. */
static double
draw_state (const SsmDealLayout *layout, SsmPageBuilder *builder, const SsmRect *box,
            double y)
{
  const SsmDiagnosis *diagnosis = layout->diagnosis;
  const SsmPart *stage = diagnosis->path->stages[diagnosis->place].part;
  g_autofree char *full = ssm_deal_words_stage (diagnosis->path, diagnosis->place);
  g_autofree char *title = ssm_deal_cut (full, MAX_NAME);
  SsmDealPlace state = { &ssm_set_state, box->x, y, box->width,
                         ssm_theme_on_head (layout->theme), SSM_ALIGN_LEFT };
  SsmDealPlace place = state;
  SsmRect rect;

  place.type = ssm_deal_width (layout, title, &ssm_set_place) <= box->width
                 ? &ssm_set_place : &ssm_set_place_long;
  ssm_deal_open (builder, SSM_AREA_STAGE, ssm_part_id (stage), SSM_FIELD_NONE, box);
  place.y += ssm_deal_put (layout, builder,
                           ssm_deal_words_state (diagnosis, layout->words), &state);
  rect = (SsmRect){ place.x, place.y, place.width,
                    ssm_deal_put (layout, NULL, title, &place) };
  ssm_deal_open (builder, SSM_AREA_TEXT, ssm_part_id (stage), SSM_STAGE_NAME, &rect);
  ssm_deal_put (layout, builder, title, &place);
  ssm_deal_close (builder);
  ssm_deal_close (builder);
  return rect.y + rect.height - y;
}

/* "34 days here, 13 over the limit of 21" and what is to be known beside it. */
static double
draw_reasons (const SsmDealLayout *layout, SsmPageBuilder *builder, double x, double y,
              double width)
{
  g_autofree char *clock = ssm_deal_words_clock (layout->diagnosis, layout->words);
  g_autofree char *summary = ssm_deal_words_summary (
      layout->diagnosis, ssm_part_text (layout->deal, SSM_DEAL_CLOSE), layout->words);
  SsmDealPlace place = { &ssm_set_clock, x, y, width, SSM_COLOUR_INK, SSM_ALIGN_LEFT };

  place.y += draw_text (layout, builder, clock, SSM_DEAL_SINCE, &place);
  place.type = &ssm_set_summary;
  place.y += draw_text (layout, builder, summary, SSM_FIELD_NONE, &place);
  return place.y - y;
}

double
ssm_deal_draw_card (const SsmDealLayout *layout, SsmPageBuilder *builder, double y)
{
  double pad = ssm_deal_mm (layout, CARD_PAD);
  SsmRect card = { ssm_deal_margin (layout), y, ssm_deal_content (layout), 0 };
  double middle = card.x + card.width * CARD_SHARE + pad;
  double room = card.x + card.width - pad - middle;
  SsmRect box = { card.x + pad, y, card.width * CARD_SHARE - 2 * pad, 0 };
  double state, reasons;

  if (layout->diagnosis->place == SSM_NO_STAGE)
    return y;
  state = draw_state (layout, NULL, &box, y);
  reasons = draw_reasons (layout, NULL, middle, y, room);
  card.height = MAX (MAX (state, reasons) + 1.6 * pad, ssm_deal_mm (layout, CARD_MIN));
  draw_frame (layout, builder, &card);
  box.height = card.height;
  draw_state (layout, builder, &box, y + (card.height - state) / 2);
  draw_reasons (layout, builder, middle, y + (card.height - reasons) / 2, room);
  return y + card.height + ssm_deal_mm (layout, CARD_BOTTOM);
}
