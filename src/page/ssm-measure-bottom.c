/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The lower part of a measurement: why deals are lost, where they get stuck, and what the
 * figures were made from. */

#include "ssm-measure-layout.h"

#define N_CARDS 3
#define CARD 40.0        /* millimetres */
#define HEADING 5.2
#define FIRST 12.2       /* middle of the first line */
#define LINE 4.8
#define N_LINES 6
#define N_STUCK 3
#define STUCK 9.4
#define REASON_NAME 0.36 /* of a card */
#define REASON_SHARE 0.17
#define REASON_BAR 2.8
#define DATA_NAME 0.26
#define FOOTER_TOP 2.2
#define FOOTER_BOTTOM 8.0

static const SsmDealType set_line = { 8.6, SSM_FACE_TEXT };
static const SsmDealType set_line_bold = { 8.6, SSM_FACE_STRONG };

/* The place of the first line in a card; its heading is put. */
static SsmDealPlace
begin_card (const SsmMeasureLayout *layout, SsmPageBuilder *builder, const SsmRect *rect,
            const char *heading, const char *note)
{
  double pad = ssm_measure_mm (layout, SSM_MEASURE_PAD);
  SsmDealPlace place = { &ssm_set_meta_bold, rect->x + pad,
                         rect->y + ssm_measure_mm (layout, HEADING), rect->width - 2 * pad,
                         SSM_COLOUR_INK, SSM_ALIGN_LEFT };
  SsmDealPlace beside = place;

  ssm_measure_card (layout, builder, rect);
  ssm_measure_open (builder, SSM_AREA_GROUP, "", rect, heading);
  beside.x = ssm_measure_put (layout, builder, heading, &place)
             + ssm_measure_mm (layout, 2);
  beside.width = rect->x + rect->width - pad - beside.x;
  beside.type = &ssm_set_note;
  beside.colour = ssm_theme_quiet (layout->set.theme);
  if (note != NULL && beside.width > 0)
    ssm_measure_put (layout, builder, note, &beside);
  place.type = &set_line;
  place.y = rect->y + ssm_measure_mm (layout, FIRST);
  return place;
}

static gint
compare_reasons (gconstpointer a, gconstpointer b)
{
  const SsmReasonFigures *left = *(SsmReasonFigures * const *) a;
  const SsmReasonFigures *right = *(SsmReasonFigures * const *) b;

  return left->count < right->count ? 1 : left->count > right->count ? -1 : 0;
}

/* (transfer container): those that occur, most frequent first. */
static GPtrArray *
find_reasons (const SsmMeasure *measure, guint *all)
{
  GPtrArray *reasons = g_ptr_array_new ();

  *all = 0;
  for (guint i = 0; i < measure->n_reasons; i++)
    {
      *all += measure->reasons[i].count;
      if (measure->reasons[i].count > 0)
        g_ptr_array_add (reasons, &measure->reasons[i]);
    }
  g_ptr_array_sort (reasons, compare_reasons);
  return reasons;
}

static void
draw_reason (const SsmMeasureLayout *layout, SsmPageBuilder *builder, const char *words,
             SsmRatio ratio, guint most, const SsmDealPlace *line)
{
  double height = ssm_measure_mm (layout, LINE);
  double name = line->width * REASON_NAME, share = line->width * REASON_SHARE;
  double bar = ssm_measure_mm (layout, REASON_BAR);
  SsmRect rect = { line->x, line->y - height / 2, line->width, height };
  SsmShape shape = {
    .kind = SSM_SHAPE_RECT, .sides = SSM_SIDE_START | SSM_SIDE_END,
    .radius = ssm_measure_mm (layout, 0.5), .colour = ssm_theme_quiet (layout->set.theme),
    .rect = { line->x + name, line->y - bar / 2,
              (line->width - name - share) * ratio.numerator / most, bar }
  };
  SsmDealPlace place = *line;
  g_autofree char *percent = ssm_measure_percent (layout, ssm_ratio_share (ratio));
  g_autofree char *of = ssm_measure_of (layout, ratio);
  g_autofree char *label
    = g_strdup_printf ("%s %s; %s; %s", words, percent, of, layout->as_of);

  shape.radius = MIN (shape.radius, shape.rect.width / 2);
  ssm_measure_open (builder, SSM_AREA_MEASURE, "", &rect, label);
  place.width = name - ssm_measure_mm (layout, 1);
  ssm_measure_put (layout, builder, words, &place);
  ssm_deal_add (builder, &shape);
  place.x = line->x + line->width - share;
  place.width = share;
  place.align = SSM_ALIGN_RIGHT;
  ssm_measure_put (layout, builder, percent, &place);
  ssm_deal_close (builder);
}

/* (transfer full) */
static char *
reason_words (const SsmMeasureLayout *layout, const SsmReasonFigures *reason)
{
  char *words = ssm_deal_cut (reason->words, 60);

  if (*words == '\0')
    {
      g_free (words);
      return g_strdup (ssm_measure_word (layout, "no-reason"));
    }
  return g_strdelimit (words, "\n\r\t", ' ');
}

static void
draw_reasons (const SsmMeasureLayout *layout, SsmPageBuilder *builder, const SsmRect *rect)
{
  guint all;
  g_autoptr (GPtrArray) reasons = find_reasons (layout->measure, &all);
  g_autofree char *note = ssm_measure_count (layout, "deals", all);
  SsmDealPlace line
    = begin_card (layout, builder, rect,
                  ssm_language_label (layout->set.words, "lost-reasons"), note);
  guint n_shown = reasons->len > N_LINES ? N_LINES - 1 : reasons->len;
  guint rest = all;

  for (guint i = 0; i < n_shown; i++)
    {
      const SsmReasonFigures *reason = reasons->pdata[i];
      const SsmReasonFigures *first = reasons->pdata[0];
      g_autofree char *words = reason_words (layout, reason);

      draw_reason (layout, builder, words, (SsmRatio){ reason->count, all }, first->count,
                   &line);
      rest -= reason->count;
      line.y += ssm_measure_mm (layout, LINE);
    }
  if (rest > 0)
    {
      const SsmReasonFigures *first = reasons->pdata[0];

      draw_reason (layout, builder, ssm_measure_word (layout, "others"),
                   (SsmRatio){ rest, all }, MAX (rest, first->count), &line);
    }
  ssm_deal_close (builder);
}

static gint
compare_stuck (gconstpointer a, gconstpointer b)
{
  const SsmStageFigures *left = *(SsmStageFigures * const *) a;
  const SsmStageFigures *right = *(SsmStageFigures * const *) b;

  return left->n_over < right->n_over ? 1 : left->n_over > right->n_over ? -1 : 0;
}

static void
draw_stage (const SsmMeasureLayout *layout, SsmPageBuilder *builder,
            const SsmStageFigures *figures, const SsmDealPlace *line)
{
  g_autofree char *number = ssm_measure_number (layout, figures->n_over);
  g_autofree char *all = ssm_measure_number (layout, figures->n_here);
  g_autofree char *limit = ssm_measure_days (layout, figures->limit);
  g_autofree char *deal = ssm_measure_deal (layout, &figures->here[0]);
  g_autofree char *over = ssm_language_format (layout->set.words, "figures-stuck-in", "n",
                                               number, "all", all, "limit", limit, NULL);
  g_autofree char *longest
    = ssm_language_format (layout->set.words, "figures-longest", "deal", deal, NULL);
  g_autofree char *label = g_strdup_printf ("%s; %s; %s", over, longest, layout->as_of);
  SsmDealPlace place = *line;
  double indent = ssm_measure_mm (layout, 7);
  double first = ssm_deal_put (&layout->set, NULL, over, line);
  double second = ssm_measure_mm (layout, STUCK) - first;
  SsmRect rect = { line->x, line->y - first / 2, line->width, first + second };

  ssm_measure_open (builder, SSM_AREA_MEASURE, "", &rect, label);
  ssm_measure_badge (layout, builder, figures->stage, line->x,
                     line->y + second / 2);
  place.x += indent;
  place.width -= indent;
  place.type = &set_line_bold;
  ssm_measure_put (layout, builder, over, &place);
  place.y += (first + second) / 2;
  place.type = &ssm_set_note;
  place.colour = ssm_theme_quiet (layout->set.theme);
  ssm_measure_put (layout, builder, longest, &place);
  ssm_deal_close (builder);
}

static void
draw_stuck (const SsmMeasureLayout *layout, SsmPageBuilder *builder, const SsmRect *rect)
{
  SsmDealPlace line
    = begin_card (layout, builder, rect, ssm_measure_word (layout, "stuck"), NULL);
  g_autoptr (GPtrArray) stuck = g_ptr_array_new ();

  for (guint i = 0; i < layout->measure->n_stages; i++)
    if (layout->measure->stages[i].n_over > 0)
      g_ptr_array_add (stuck, &layout->measure->stages[i]);
  g_ptr_array_sort (stuck, compare_stuck);
  for (guint i = 0; i < MIN (stuck->len, N_STUCK); i++)
    {
      draw_stage (layout, builder, stuck->pdata[i], &line);
      line.y += ssm_measure_mm (layout, STUCK);
    }
  if (stuck->len == 0)
    {
      line.colour = ssm_theme_quiet (layout->set.theme);
      ssm_measure_put (layout, builder, ssm_measure_word (layout, "stuck-none"), &line);
    }
  ssm_deal_close (builder);
}

static void
draw_datum (const SsmMeasureLayout *layout, SsmPageBuilder *builder, const char *name,
            const char *value, SsmDealPlace *line)
{
  double height = ssm_measure_mm (layout, LINE);
  double indent = line->width * DATA_NAME;
  SsmRect rect = { line->x, line->y - height / 2, line->width, height };
  SsmDealPlace place = *line;

  ssm_deal_open (builder, SSM_AREA_TEXT, "", SSM_FIELD_NONE, &rect);
  place.colour = ssm_theme_quiet (layout->set.theme);
  place.width = indent - ssm_measure_mm (layout, 1);
  ssm_measure_put (layout, builder, name, &place);
  place.x += indent;
  place.width = line->width - indent;
  place.colour = SSM_COLOUR_INK;
  ssm_measure_put (layout, builder, value, &place);
  ssm_deal_close (builder);
  line->y += height;
}

static void
draw_data (const SsmMeasureLayout *layout, SsmPageBuilder *builder, const SsmRect *rect)
{
  const SsmMeasure *measure = layout->measure;
  const struct
  {
    const char *key;
    guint n;
  } counts[] = { { "all", measure->n_deals },
                 { "open", measure->n_open },
                 { "won", measure->n_won },
                 { "lost", measure->n_lost } };
  SsmDealPlace line
    = begin_card (layout, builder, rect, ssm_measure_word (layout, "data"), NULL);

  if (layout->source != NULL)
    draw_datum (layout, builder, ssm_measure_word (layout, "source"), layout->source, &line);
  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      g_autofree char *number = ssm_measure_number (layout, counts[i].n);

      draw_datum (layout, builder, ssm_measure_word (layout, counts[i].key), number, &line);
    }
  ssm_deal_close (builder);
}

double
ssm_measure_draw_bottom (const SsmMeasureLayout *layout, SsmPageBuilder *builder, double y)
{
  static void (* const draw[N_CARDS]) (const SsmMeasureLayout *layout,
                                       SsmPageBuilder *builder, const SsmRect *rect)
    = { draw_reasons, draw_stuck, draw_data };
  double gap = ssm_measure_mm (layout, SSM_MEASURE_GAP);
  double width = (ssm_deal_content (&layout->set) - (N_CARDS - 1) * gap) / N_CARDS;
  SsmRect rect = { ssm_deal_margin (&layout->set), y, width, ssm_measure_mm (layout, CARD) };

  for (guint i = 0; i < N_CARDS && builder != NULL; i++)
    {
      draw[i] (layout, builder, &rect);
      rect.x += width + gap;
    }
  return y + rect.height;
}

double
ssm_measure_footer_height (const SsmMeasureLayout *layout)
{
  return ssm_measure_mm (layout, FOOTER_TOP + 3)
         + FOOTER_BOTTOM * SSM_MM * layout->set.factor;
}

/* How it was counted. */
void
ssm_measure_draw_footer (const SsmMeasureLayout *layout, SsmPageBuilder *builder)
{
  double y = layout->set.height - ssm_measure_footer_height (layout);
  SsmRect rect = { ssm_deal_margin (&layout->set), y, ssm_deal_content (&layout->set),
                   ssm_measure_mm (layout, FOOTER_TOP + 3) };
  SsmDealPlace place = { &ssm_set_note, rect.x, y + ssm_measure_mm (layout, FOOTER_TOP),
                         rect.width, ssm_theme_quiet (layout->set.theme), SSM_ALIGN_LEFT };

  ssm_deal_open (builder, SSM_AREA_TEXT, "", SSM_FIELD_NONE, &rect);
  ssm_measure_put (layout, builder, ssm_measure_word (layout, "counted"), &place);
  ssm_deal_close (builder);
}
