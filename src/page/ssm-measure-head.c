/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The upper part of a measurement: of which map, day and period it is, and the four figures
 * of the whole system. */

#include "ssm-measure-layout.h"

#include <math.h>

#define META 92.0          /* millimetres for day and period */
#define HEADER_BOTTOM 4.0
#define CARD 24.0
#define LABEL 4.9          /* middles, from the top of a card */
#define VALUE 12.2
#define NOTE 19.8
#define N_CARDS 4
#define MAX_TITLE 90       /* characters */

static const SsmDealType set_value = { 20, SSM_FACE_LARGE_FIGURE };

/* (transfer full) */
static char *
period_words (const SsmMeasureLayout *layout)
{
  const SsmLanguage *words = layout->set.words;
  g_autofree char *first = ssm_day_to_iso (layout->measure->from);
  g_autofree char *last = ssm_day_to_iso (layout->measure->to);
  g_autofree char *from = first != NULL ? ssm_language_date (words, first) : NULL;
  g_autofree char *to = last != NULL ? ssm_language_date (words, last) : NULL;

  if (from != NULL && to != NULL)
    return ssm_language_format (words, "figures-period", "from", from, "to", to, NULL);
  if (from != NULL)
    return ssm_language_format (words, "figures-period-from", "from", from, NULL);
  if (to != NULL)
    return ssm_language_format (words, "figures-period-to", "to", to, NULL);
  return g_strdup (ssm_measure_word (layout, "period-all"));
}

static double
draw_text (const SsmMeasureLayout *layout, SsmPageBuilder *builder, const char *text,
           const SsmDealPlace *place)
{
  SsmRect rect = { place->x, place->y, place->width, 0 };

  if (*text == '\0')
    return 0;
  rect.height = ssm_deal_put (&layout->set, NULL, text, place);
  ssm_deal_open (builder, SSM_AREA_TEXT, "", SSM_FIELD_NONE, &rect);
  ssm_deal_put (&layout->set, builder, text, place);
  ssm_deal_close (builder);
  return rect.height;
}

double
ssm_measure_draw_header (const SsmMeasureLayout *layout, SsmPageBuilder *builder, double y)
{
  const SsmDealLayout *set = &layout->set;
  g_autofree char *title = ssm_deal_cut (ssm_map_text (set->map, SSM_MAP_TITLE), MAX_TITLE);
  g_autofree char *period = period_words (layout);
  double meta = ssm_measure_mm (layout, META);
  SsmDealPlace place = { &ssm_set_title, ssm_deal_margin (set), y,
                         ssm_deal_content (set) - meta, SSM_COLOUR_INK, SSM_ALIGN_LEFT };
  SsmDealPlace side = { &ssm_set_meta_bold,
                        ssm_deal_margin (set) + ssm_deal_content (set) - meta,
                        y + ssm_measure_mm (layout, 2), meta, SSM_COLOUR_INK,
                        SSM_ALIGN_RIGHT };

  place.y += draw_text (layout, builder, ssm_measure_word (layout, "title"), &place);
  place.type = &ssm_set_subtitle;
  place.colour = ssm_theme_quiet (set->theme);
  place.y += draw_text (layout, builder, title, &place);
  side.y += draw_text (layout, builder, layout->as_of, &side);
  side.type = &ssm_set_meta;
  side.colour = ssm_theme_quiet (set->theme);
  side.y += draw_text (layout, builder, period, &side);
  return MAX (place.y, side.y) + ssm_measure_mm (layout, HEADER_BOTTOM);
}

/* One of the four. */
typedef struct
{
  const char *label;
  char *value;
  char *note;
  char *detail;       /* its numerator and denominator, or NULL */
  gboolean is_judged;
  SsmVerdict verdict;
} Card;

static void
card_clear (Card *card)
{
  g_free (card->value);
  g_free (card->note);
  g_free (card->detail);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Card, card_clear)

static double
find_target (const SsmMeasureLayout *layout, const char *kind)
{
  const SsmMap *map = layout->set.map;

  for (guint i = 0; i < ssm_part_n_children (map, SSM_LIST_MEASURES); i++)
    {
      const SsmPart *measure = ssm_part_child (map, SSM_LIST_MEASURES, i);

      if (g_str_equal (ssm_part_text (measure, SSM_MEASURE_KIND), kind))
        return ssm_part_number (measure, SSM_MEASURE_TARGET, -1);
    }
  return -1;
}

static void
judge (Card *card, SsmVerdict verdict)
{
  card->is_judged = TRUE;
  card->verdict = verdict;
}

/* "target 25%", or how far it is. */
static void
judge_share (const SsmMeasureLayout *layout, Card *card, double share, double target)
{
  double points = floor (target * 100 + 0.5) - floor (share * 100 + 0.5);
  g_autofree char *value = ssm_measure_percent (layout, target);
  g_autofree char *number = ssm_measure_number (layout, points);

  judge (card, ssm_measure_verdict (share, target));
  if (points <= 0)
    card->note = ssm_language_format (layout->set.words, "target", "value", value, NULL);
  else
    card->note
      = ssm_language_format (layout->set.words,
                             points == 1 ? "figures-points-one" : "figures-points", "n",
                             number, "target", value, NULL);
}

static void
fill_win (const SsmMeasureLayout *layout, Card *card)
{
  SsmRatio ratio = layout->measure->win.count;
  double share = ssm_ratio_share (ratio);
  double target = find_target (layout, "win-rate");

  card->label = ssm_language_label (layout->set.words, "win-rate");
  if (share < 0)
    {
      card->value = g_strdup ("–");
      card->note = g_strdup (ssm_measure_word (layout, "none-closed"));
      return;
    }
  card->value = ssm_measure_percent (layout, share);
  card->detail = ssm_measure_of (layout, ratio);
  if (target < 0 || ssm_ratio_is_small (ratio))
    card->note = g_strdup (card->detail);
  else
    judge_share (layout, card, share, target);
}

/* "3.1×" */
static char *
times_words (const SsmMeasureLayout *layout, double times)
{
  g_autofree char *number = ssm_measure_number (layout, times);

  return g_strconcat ("\u2066", number, "×\u2069", NULL);
}

static void
fill_ratio (const SsmMeasureLayout *layout, const SsmCoverageFigures *coverage, Card *card)
{
  double times = ssm_money_ratio_share ((SsmMoneyRatio){ coverage->open,
                                                         coverage->remaining });
  double target = find_target (layout, "coverage");
  g_autofree char *open = ssm_measure_money (layout, coverage->open, coverage->currency);
  g_autofree char *left = ssm_measure_money (layout, coverage->remaining,
                                             coverage->currency);
  g_autofree char *wanted = times_words (layout, target);

  card->value = times_words (layout, times);
  card->detail = ssm_language_format (layout->set.words, "figures-of", "n", open, "all",
                                      left, NULL);
  if (target < 0)
    {
      card->note = g_strdup (card->detail);
      return;
    }
  judge (card, ssm_measure_verdict (times, target));
  card->note = ssm_language_format (layout->set.words,
                                    times >= target ? "target" : "figures-under", "value",
                                    wanted, NULL);
}

static void
fill_coverage (const SsmMeasureLayout *layout, Card *card)
{
  const SsmCoverageFigures *coverage = &layout->measure->coverage;
  g_autofree char *over = NULL;

  card->label = ssm_language_label (layout->set.words, "coverage");
  switch (coverage->state)
    {
    case SSM_COVERAGE_RATIO:
      fill_ratio (layout, coverage, card);
      break;
    case SSM_COVERAGE_MET:
      over = ssm_measure_money (layout, ssm_money_negative (coverage->remaining),
                                coverage->currency);
      card->value = g_strdup (ssm_measure_word (layout, "met"));
      card->note = ssm_language_format (layout->set.words, "figures-exceeded", "value", over,
                                        NULL);
      judge (card, SSM_VERDICT_YES);
      break;
    case SSM_COVERAGE_CURRENCIES:
      card->value = g_strdup ("–");
      card->note = g_strdup (ssm_measure_word (layout, "currencies"));
      break;
    case SSM_COVERAGE_NONE:
    default:
      card->value = g_strdup ("–");
      card->note = g_strdup (ssm_measure_word (layout, "no-quota"));
      break;
    }
}

static void
fill_cycle (const SsmMeasureLayout *layout, Card *card)
{
  const SsmStayFigures *won = &layout->measure->cycle.won;
  double target = find_target (layout, "cycle-time");
  g_autofree char *wanted = NULL;

  card->label = ssm_language_label (layout->set.words, "cycle-time");
  card->value = ssm_measure_days (layout, won->median);
  card->detail = ssm_measure_count (layout, "cycle-note", won->n_finished);
  if (won->median < 0 || target < 0 || won->n_finished < SSM_SMALL_SAMPLE)
    {
      card->note = g_strdup (card->detail);
      return;
    }
  wanted = ssm_measure_days (layout, target);
  judge (card, ssm_measure_verdict (target, won->median));
  card->note = ssm_language_format (layout->set.words,
                                    won->median <= target ? "target" : "figures-beyond",
                                    "value", wanted, NULL);
}

static void
fill_open (const SsmMeasureLayout *layout, Card *card)
{
  guint n_over = 0, n_known = 0;

  for (guint i = 0; i < layout->measure->n_stages; i++)
    {
      n_over += layout->measure->stages[i].n_over;
      n_known += layout->measure->stages[i].n_here;
    }
  card->label = ssm_measure_word (layout, "open-deals");
  card->value = ssm_measure_number (layout, layout->measure->n_open);
  if (layout->measure->n_open == 0)
    {
      card->note = ssm_measure_count (layout, "deals", layout->measure->n_deals);
      return;
    }
  if (n_known == 0)
    {
      card->note = g_strdup (ssm_measure_word (layout, "open-unknown"));
      return;
    }
  judge (card, n_over > 0 ? SSM_VERDICT_NO : SSM_VERDICT_YES);
  card->note = n_over > 0 ? ssm_measure_count (layout, "open-over", n_over)
                          : g_strdup (ssm_measure_word (layout, "open-within"));
}

static void
draw_card (const SsmMeasureLayout *layout, SsmPageBuilder *builder, const SsmRect *rect,
           const Card *card)
{
  double pad = ssm_measure_mm (layout, SSM_MEASURE_PAD);
  SsmDealPlace place = { &ssm_set_meta_bold, rect->x + pad,
                         rect->y + ssm_measure_mm (layout, LABEL), rect->width - 2 * pad,
                         SSM_COLOUR_INK, SSM_ALIGN_LEFT };
  g_autofree char *label
    = g_strdup_printf ("%s %s; %s; %s; %s", card->label, card->value, card->note,
                       card->detail != NULL ? card->detail : "–", layout->as_of);

  ssm_measure_card (layout, builder, rect);
  ssm_measure_open (builder, SSM_AREA_MEASURE, "", rect, label);
  ssm_measure_put (layout, builder, card->label, &place);
  place.type = &set_value;
  place.y = rect->y + ssm_measure_mm (layout, VALUE);
  ssm_measure_put (layout, builder, card->value, &place);
  place.type = &ssm_set_meta;
  place.y = rect->y + ssm_measure_mm (layout, NOTE);
  place.colour = ssm_theme_quiet (layout->set.theme);
  if (card->is_judged)
    ssm_measure_judge (layout, builder, card->verdict, card->note, &place);
  else
    ssm_measure_put (layout, builder, card->note, &place);
  ssm_deal_close (builder);
}

double
ssm_measure_draw_figures (const SsmMeasureLayout *layout, SsmPageBuilder *builder, double y)
{
  static void (* const fill[N_CARDS]) (const SsmMeasureLayout *layout, Card *card)
    = { fill_win, fill_coverage, fill_cycle, fill_open };
  double gap = ssm_measure_mm (layout, SSM_MEASURE_GAP);
  double width = (ssm_deal_content (&layout->set) - (N_CARDS - 1) * gap) / N_CARDS;
  SsmRect rect = { ssm_deal_margin (&layout->set), y, width, ssm_measure_mm (layout, CARD) };

  for (guint i = 0; i < N_CARDS && builder != NULL; i++)
    {
      g_auto (Card) card = { 0 };

      fill[i] (layout, &card);
      draw_card (layout, builder, &rect, &card);
      rect.x += width + gap;
    }
  return y + rect.height + gap;
}
