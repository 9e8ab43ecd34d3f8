/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The lower part of a deal's page: who does what next, MEDDPICC, what the marks mean,
 * room for a pen, and what page this is. */

#include "ssm-deal-layout.h"

#include <math.h>

#include "ssm-book.h"
#include "ssm-deal-words.h"

#define TOP 2.0          /* millimetres above the headings */
#define HEAD_GAP 2.6
#define NEXT_SHARE 0.475
#define COLUMN_GAP 9.0
#define NEXT_PAD_X 5.2
#define NEXT_PAD_Y 4.2
#define NEXT_MIN 17.0
#define NEXT_RADIUS 2.4
#define TILE_GAP 1.4
#define TILE_HEIGHT 13.2
#define TILE_RADIUS 1.5
#define TILE_MARK 3.9
#define TILE_MARK_TOP 7.2
#define LEGEND_TOP 5.6
#define LEGEND_GAP 5.0
#define LEGEND_MARK 3.6
#define LEGEND_SPACE 1.3
#define NOTES_TOP 7.0
#define NOTES_LINE 8.8
#define FOOTER_TOP 2.2
#define FOOTER_BOTTOM 9.0
#define MAX_WHAT 260     /* characters */
#define MAX_SCORE 16

static double
put_heading (const SsmDealLayout *layout,
             SsmPageBuilder *builder,
             const char *key,
             double x,
             double y,
             double width)
{
  SsmDealPlace place = { &ssm_set_heading, x, y, width, SSM_COLOUR_INK, SSM_ALIGN_LEFT };

  return ssm_deal_put (layout, builder, ssm_language_label (layout->words, key), &place);
}

static double
put_next (const SsmDealLayout *layout, SsmPageBuilder *builder, double x, double y,
          double width)
{
  const SsmPart *next = ssm_deal_next (layout->deal);
  g_autofree char *what = ssm_deal_cut (ssm_part_text (next, SSM_NEXT_TEXT), MAX_WHAT);
  g_autofree char *full = ssm_deal_words_who (next, layout->words);
  g_autofree char *who = ssm_deal_cut (full, MAX_WHAT / 2);
  const char *texts[] = { what, who };
  SsmDealPlace place = { &ssm_set_next, x, y, width, SSM_COLOUR_INK, SSM_ALIGN_LEFT };

  if (*what == '\0' && *who == '\0')
    texts[1] = ssm_language_label (layout->words, "deal-next-none");
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      SsmRect rect = { x, place.y, width, 0 };

      place.type = i == 0 ? &ssm_set_next : &ssm_set_who;
      if (*texts[i] == '\0')
        continue;
      rect.height = ssm_deal_put (layout, NULL, texts[i], &place);
      ssm_deal_open (builder, SSM_AREA_TEXT, ssm_part_id (layout->deal), SSM_NEXT_TEXT,
                     &rect);
      place.y += ssm_deal_put (layout, builder, texts[i], &place);
      ssm_deal_close (builder);
    }
  return place.y - y;
}

static double
draw_next (const SsmDealLayout *layout, SsmPageBuilder *builder, double y)
{
  double x = ssm_deal_margin (layout);
  double width = ssm_deal_content (layout) * NEXT_SHARE;
  double pad_x = ssm_deal_mm (layout, NEXT_PAD_X),
         pad_y = ssm_deal_mm (layout, NEXT_PAD_Y);
  double top = y + put_heading (layout, NULL, "deal-next", x, y, width)
               + ssm_deal_mm (layout, HEAD_GAP);
  double words = put_next (layout, NULL, x + pad_x, top + pad_y, width - 2 * pad_x);
  double height = MAX (words + 2 * pad_y, ssm_deal_mm (layout, NEXT_MIN));
  SsmShape frame = {
    .kind = SSM_SHAPE_FRAME, .rect = { x, top, width, height }, .line = SSM_LINE_RULE,
    .colour = SSM_COLOUR_INK, .sides = SSM_SIDE_START | SSM_SIDE_END,
    .radius = ssm_deal_mm (layout, NEXT_RADIUS)
  };
  SsmRect area = { x, y, width, top + height - y };

  ssm_deal_add (builder, &frame);
  ssm_deal_open (builder, SSM_AREA_GROUP, "", SSM_FIELD_NONE, &area);
  put_heading (layout, builder, "deal-next", x, y, width);
  put_next (layout, builder, x + pad_x, top + (height - words) / 2, width - 2 * pad_x);
  ssm_deal_close (builder);
  return top + height;
}

static SsmRect
tile_of (const SsmDealLayout *layout, const SsmRect *grid, guint letter)
{
  double gap = ssm_deal_mm (layout, TILE_GAP);
  double width = (grid->width - (SSM_N_LETTERS - 1) * gap) / SSM_N_LETTERS;

  return (SsmRect) { grid->x + letter * (width + gap), grid->y, width, grid->height };
}

/* The mark and, beside it, the score: where nothing of the map asks for a letter,
 * neither. */
static void
decorate_tile (const SsmDealLayout *layout, SsmPageBuilder *builder, const SsmRect *tile,
               guint letter)
{
  SsmVerdict answer;
  double mark = ssm_deal_mm (layout, TILE_MARK);
  SsmShape frame = {
    .kind = SSM_SHAPE_FRAME, .rect = *tile, .line = SSM_LINE_HAIR,
    .colour = ssm_theme_hairline (layout->theme), .sides = SSM_SIDE_START | SSM_SIDE_END,
    .radius = ssm_deal_mm (layout, TILE_RADIUS)
  };

  ssm_deal_add (builder, &frame);
  ssm_diagnosis_score (layout->diagnosis, letter, &answer);
  if (ssm_deal_path_has_letter (layout->diagnosis->path, letter))
    ssm_deal_mark (layout, builder, answer, tile->x + tile->width * 0.42 - mark * 0.75,
                   tile->y + ssm_deal_mm (layout, TILE_MARK_TOP), mark);
}

static void
write_tile (const SsmDealLayout *layout, SsmPageBuilder *builder, const SsmRect *tile,
            guint letter)
{
  char sign[] = { ssm_letter_sign (letter), '\0' };
  g_autofree char *score
    = g_strdup_printf ("%u", ssm_diagnosis_score (layout->diagnosis, letter, NULL));
  gboolean is_asked = ssm_deal_path_has_letter (layout->diagnosis->path, letter);
  double mark = ssm_deal_mm (layout, TILE_MARK);
  double pitch = ssm_deal_size (layout, &ssm_set_score) * SSM_SPACING;
  SsmDealPlace place = { &ssm_set_letter, tile->x, tile->y + ssm_deal_mm (layout, 0.9),
                         tile->width, SSM_COLOUR_INK, SSM_ALIGN_CENTRE };

  ssm_deal_open (builder, SSM_AREA_CRITERION, "", SSM_FIELD_NONE, tile);
  ssm_deal_put (layout, builder, sign, &place);
  place.type = &ssm_set_score;
  place.colour = ssm_theme_quiet (layout->theme);
  place.y = tile->y + ssm_deal_mm (layout, TILE_MARK_TOP) + (mark - pitch) / 2;
  if (is_asked)
    {
      place.x = tile->x + tile->width * 0.42 + mark * 0.25;
      place.width = tile->x + tile->width - place.x;
    }
  ssm_deal_put (layout, builder, is_asked ? score : "–", &place);
  ssm_deal_close (builder);
}

/* "5 / 16", or out of what the map asks for. */
static void
put_sum (const SsmDealLayout *layout, SsmPageBuilder *builder, const SsmRect *area)
{
  guint sum = 0, most = 0;
  g_autofree char *text = NULL;
  SsmDealPlace place = { &ssm_set_meta, area->x, area->y, area->width,
                         ssm_theme_quiet (layout->theme), SSM_ALIGN_RIGHT };

  for (guint i = 0; i < SSM_N_LETTERS; i++)
    {
      sum += ssm_diagnosis_score (layout->diagnosis, i, NULL);
      most += ssm_deal_path_has_letter (layout->diagnosis->path, i) ? 2 : 0;
    }
  text = g_strdup_printf ("\u2066%u / %u\u2069", sum, most);
  ssm_deal_put (layout, builder, text, &place);
}

static double
draw_letters (const SsmDealLayout *layout, SsmPageBuilder *builder, double y)
{
  double gap = ssm_deal_mm (layout, COLUMN_GAP);
  double x = ssm_deal_margin (layout) + ssm_deal_content (layout) * NEXT_SHARE + gap;
  double width = ssm_deal_margin (layout) + ssm_deal_content (layout) - x;
  double heading = put_heading (layout, NULL, "deal-meddpicc", x, y, width);
  SsmRect grid = { x, y + heading + ssm_deal_mm (layout, HEAD_GAP), width,
                   ssm_deal_mm (layout, TILE_HEIGHT) };
  SsmRect area = { x, y, width, grid.y + grid.height - y };

  if (builder == NULL)
    return grid.y + grid.height;
  for (guint i = 0; i < SSM_N_LETTERS; i++)
    {
      SsmRect tile = tile_of (layout, &grid, i);

      decorate_tile (layout, builder, &tile, i);
    }
  ssm_deal_open (builder, SSM_AREA_GROUP, "", SSM_FIELD_NONE, &area);
  put_heading (layout, builder, "deal-meddpicc", x, y, width * 0.6);
  ssm_deal_open (builder, SSM_AREA_LIST, "", SSM_FIELD_NONE, &grid);
  for (guint i = 0; i < SSM_N_LETTERS; i++)
    {
      SsmRect tile = tile_of (layout, &grid, i);

      write_tile (layout, builder, &tile, i);
    }
  ssm_deal_close (builder);
  area.y += heading * 0.2;
  area.x += width * 0.6;
  area.width *= 0.4;
  area.height = heading * 0.8;
  ssm_deal_open (builder, SSM_AREA_TEXT, "", SSM_FIELD_NONE, &area);
  put_sum (layout, builder, &area);
  ssm_deal_close (builder);
  ssm_deal_close (builder);
  return grid.y + grid.height;
}

/* What the marks mean, on one line or on several. */
static double
draw_legend (const SsmDealLayout *layout, SsmPageBuilder *builder, double y)
{
  static const struct
  {
    SsmVerdict verdict;
    const char *key;
  } entries[] = {
    { SSM_VERDICT_YES, "deal-legend-yes" }, { SSM_VERDICT_PARTLY, "deal-partly" },
    { SSM_VERDICT_NO, "deal-no" }, { SSM_VERDICT_UNKNOWN, "deal-unknown" },
  };
  double mark = ssm_deal_mm (layout, LEGEND_MARK);
  double start = ssm_deal_margin (layout), end = start + ssm_deal_content (layout);
  double x = start, line = 0;

  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    {
      const char *words = ssm_language_label (layout->words, entries[i].key);
      double width = ssm_deal_width (layout, words, &ssm_set_meta);
      double whole = mark + ssm_deal_mm (layout, LEGEND_SPACE) + width;
      SsmDealPlace place = { &ssm_set_meta, 0, y, width, ssm_theme_quiet (layout->theme),
                             SSM_ALIGN_LEFT };
      double height = ssm_deal_put (layout, NULL, words, &place);

      if (x > start && x + whole > end)
        {
          y += line;
          x = start;
        }
      line = MAX (height, mark);
      place.x = x + whole - width;
      place.y = y;
      ssm_deal_mark (layout, builder, entries[i].verdict, x, y + (height - mark) / 2,
                     mark);
      ssm_deal_put (layout, builder, words, &place);
      x += whole + ssm_deal_mm (layout, LEGEND_GAP);
    }
  return y + line;
}

double
ssm_deal_draw_bottom (const SsmDealLayout *layout, SsmPageBuilder *builder, double y)
{
  double next, letters;

  y += ssm_deal_mm (layout, TOP);
  next = draw_next (layout, builder, y);
  letters = draw_letters (layout, builder, y);
  return draw_legend (layout, builder,
                      MAX (next, letters) + ssm_deal_mm (layout, LEGEND_TOP));
}

double
ssm_deal_draw_notes (const SsmDealLayout *layout,
                     SsmPageBuilder *builder,
                     double y,
                     double end)
{
  double x = ssm_deal_margin (layout), width = ssm_deal_content (layout);
  double pitch = ssm_deal_mm (layout, NOTES_LINE);
  double top = y + ssm_deal_mm (layout, NOTES_TOP);
  double heading = put_heading (layout, NULL, "deal-notes", x, top, width);
  int n = (int) floor ((end - top - heading) / pitch);
  SsmRect rect = { x, top, width, heading };

  if (n < 1)
    return y;
  for (int i = 1; i <= n; i++)
    ssm_deal_line (layout, builder, x, top + heading + i * pitch, width);
  ssm_deal_open (builder, SSM_AREA_GROUP, "", SSM_FIELD_NONE, &rect);
  put_heading (layout, builder, "deal-notes", x, top, width);
  ssm_deal_close (builder);
  return top + heading + n * pitch;
}

/* What stands in the footer: the map, a remark, the number of the page. */
static double
footer_line (const SsmDealLayout *layout, SsmPageBuilder *builder, double y)
{
  g_autofree char *title = ssm_deal_cut (ssm_map_text (layout->map, SSM_MAP_TITLE), 60);
  g_autofree char *number =
      ssm_language_format (layout->words, "page-number", "page", "1", "pages", "1", NULL);
  double content = ssm_deal_content (layout);
  const struct
  {
    const char *text;
    double from, to;
    SsmAlign align;
  } parts[] = {
    { title, 0, 0.36, SSM_ALIGN_LEFT },
    { ssm_language_label (layout->words, "deal-checked"), 0.37, 0.9, SSM_ALIGN_CENTRE },
    { number, 0.91, 1, SSM_ALIGN_RIGHT },
  };
  double height = 0;

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      SsmDealPlace place = { &ssm_set_note,
                             ssm_deal_margin (layout) + parts[i].from * content, y,
                             (parts[i].to - parts[i].from) * content,
                             ssm_theme_quiet (layout->theme), parts[i].align };
      SsmRect rect = { place.x, y, place.width,
                       ssm_deal_put (layout, NULL, parts[i].text, &place) };

      height = MAX (height, rect.height);
      ssm_deal_open (builder, SSM_AREA_TEXT, "", SSM_FIELD_NONE, &rect);
      ssm_deal_put (layout, builder, parts[i].text, &place);
      ssm_deal_close (builder);
    }
  return height;
}

double
ssm_deal_footer_height (const SsmDealLayout *layout)
{
  return footer_line (layout, NULL, 0) + ssm_deal_mm (layout, FOOTER_TOP)
         + FOOTER_BOTTOM * SSM_MM * layout->factor;
}

void
ssm_deal_draw_footer (const SsmDealLayout *layout, SsmPageBuilder *builder)
{
  double y = layout->height - ssm_deal_footer_height (layout);

  ssm_deal_line (layout, builder, ssm_deal_margin (layout), y, ssm_deal_content (layout));
  footer_line (layout, builder, y + ssm_deal_mm (layout, FOOTER_TOP));
}
