/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Lines from top to bottom, set as a diagnosis is. Each line is one function that is called
 * twice: without a builder it only says how high the line is, and so where a page ends. A
 * heading never stands at the foot of one. */

#include "ssm-minutes-page.h"

#include "ssm-deal-layout.h"

/* Millimetres. */
#define TOP 14.0
#define FOOTER 16.0
#define BULLET 4.0       /* from a bullet to its text */
#define DOT 0.9
#define NOTE 48.0        /* width of what is noted about an item */
#define CELL 28.0        /* width of the cells behind the first */
#define ROW_PAD 1.1      /* above and below the words of a row */

static const SsmDealType set_part = { 11, SSM_FACE_BOLD };
static const SsmDealType set_label = { 9.8, SSM_FACE_STRONG };

/* How a line is set, and how far from the one before it. */
static const struct
{
  const SsmDealType *type;
  double gap; /* millimetres */
  gboolean is_heading;
} looks[] = {
  [SSM_MINUTES_TITLE] = { &ssm_set_title, 0, TRUE },
  [SSM_MINUTES_SUBTITLE] = { &ssm_set_subtitle, 1.5, FALSE },
  [SSM_MINUTES_SECTION] = { &ssm_set_heading, 7, TRUE },
  [SSM_MINUTES_PART] = { &set_part, 4, TRUE },
  [SSM_MINUTES_LABEL] = { &set_label, 1.8, TRUE },
  [SSM_MINUTES_ITEM] = { &ssm_set_evidence, 0.9, FALSE },
  [SSM_MINUTES_TERM] = { &ssm_set_evidence, 1.2, FALSE },
  [SSM_MINUTES_ROW_HEAD] = { &ssm_set_name_bold, 2.5, TRUE },
  [SSM_MINUTES_ROW] = { &ssm_set_evidence, 0, FALSE },
  [SSM_MINUTES_ROW_SUM] = { &ssm_set_criterion, 0, FALSE },
  [SSM_MINUTES_TEXT] = { &ssm_set_evidence, 2.5, FALSE },
};

static double
put (const SsmDealLayout *layout, SsmPageBuilder *builder, const char *text,
     const SsmDealType *type, const SsmRect *at, guint32 colour)
{
  SsmDealPlace place = { type, at->x, at->y, at->width, colour, SSM_ALIGN_LEFT };

  return ssm_deal_put (layout, builder, text, &place);
}

static void
put_bullet (const SsmDealLayout *layout, SsmPageBuilder *builder, const SsmRect *at)
{
  double dot = ssm_deal_mm (layout, DOT);
  double line = ssm_deal_size (layout, &ssm_set_evidence) * SSM_SPACING;
  SsmShape shape = {
    .kind = SSM_SHAPE_RECT, .colour = ssm_theme_quiet (layout->theme), .radius = dot / 2,
    .sides = SSM_SIDE_START | SSM_SIDE_END,
    .rect = { at->x + ssm_deal_mm (layout, 1), at->y + (line - dot) / 2, dot, dot }
  };

  ssm_deal_add (builder, &shape);
}

/* What is noted about an item stands at the end of its line. */
static double
put_item (const SsmDealLayout *layout, SsmPageBuilder *builder, const SsmMinutesLine *line,
          const SsmRect *at)
{
  double indent = ssm_deal_mm (layout, BULLET);
  double note = line->note != NULL ? ssm_deal_mm (layout, NOTE) : 0;
  SsmRect inner = { at->x + indent, at->y, at->width - indent - note, 0 };
  SsmDealPlace place = { &ssm_set_evidence, at->x + at->width - note, at->y, note,
                         ssm_theme_quiet (layout->theme), SSM_ALIGN_RIGHT };
  double height = put (layout, builder, line->text, &ssm_set_evidence, &inner,
                       SSM_COLOUR_INK);
  double beside = line->note != NULL ? ssm_deal_put (layout, builder, line->note, &place) : 0;

  put_bullet (layout, builder, at);
  return MAX (height, beside);
}

/* What a term means stands under it. */
static double
put_term (const SsmDealLayout *layout, SsmPageBuilder *builder, const SsmMinutesLine *line,
          const SsmRect *at)
{
  double indent = ssm_deal_mm (layout, BULLET);
  SsmRect inner = { at->x + indent, at->y, at->width - indent, 0 };

  put_bullet (layout, builder, at);
  inner.y += put (layout, builder, line->text, &ssm_set_criterion, &inner, SSM_COLOUR_INK);
  if (*line->note != '\0')
    inner.y += put (layout, builder, line->note, &ssm_set_evidence, &inner, SSM_COLOUR_INK);
  return inner.y - at->y;
}

static double
put_row (const SsmDealLayout *layout, SsmPageBuilder *builder, const SsmMinutesLine *line,
         const SsmRect *at)
{
  double cell = ssm_deal_mm (layout, CELL), pad = ssm_deal_mm (layout, ROW_PAD);
  const SsmDealType *type = looks[line->kind].type;
  SsmRect first = { at->x, at->y + pad, at->width - 2 * cell - pad, 0 };
  SsmDealPlace place = { type, at->x + at->width - 2 * cell, at->y + pad, cell,
                         SSM_COLOUR_INK, SSM_ALIGN_RIGHT };
  double height = put (layout, builder, line->text, type, &first, SSM_COLOUR_INK);
  double beside = ssm_deal_put (layout, builder, line->note, &place), last;

  place.x += cell;
  last = ssm_deal_put (layout, builder, line->last, &place);
  height = MAX (height, MAX (beside, last)) + 2 * pad;
  ssm_deal_line (layout, builder, at->x, at->y + height, at->width);
  return height;
}

/* Returns the height. */
static double
put_line (const SsmDealLayout *layout, SsmPageBuilder *builder, const SsmMinutesLine *line,
          double y)
{
  SsmRect at = { ssm_deal_margin (layout), y, ssm_deal_content (layout), 0 };

  switch (line->kind)
    {
    case SSM_MINUTES_ITEM:
      return put_item (layout, builder, line, &at);
    case SSM_MINUTES_TERM:
      return put_term (layout, builder, line, &at);
    case SSM_MINUTES_ROW_HEAD:
    case SSM_MINUTES_ROW:
    case SSM_MINUTES_ROW_SUM:
      return put_row (layout, builder, line, &at);
    default:
      return put (layout, builder, line->text, looks[line->kind].type, &at,
                  line->kind == SSM_MINUTES_SUBTITLE ? ssm_theme_quiet (layout->theme)
                                                     : SSM_COLOUR_INK);
    }
}

static double
gap_before (const SsmDealLayout *layout, const SsmMinutesLine *line)
{
  return ssm_deal_mm (layout, looks[line->kind].gap);
}

/* Where line @index and the headings that it may not be parted from end, begun at @y. */
static double
end_of_block (const SsmDealLayout *layout, const GPtrArray *lines, guint index, double y)
{
  gboolean goes_on = TRUE;

  for (guint i = index; i < lines->len && goes_on; i++)
    {
      const SsmMinutesLine *line = lines->pdata[i];

      y += (i > index ? gap_before (layout, line) : 0) + put_line (layout, NULL, line, y);
      goes_on = looks[line->kind].is_heading;
    }

  return y;
}

/* The line behind the last one that goes on the page which begins with @first. */
static guint
end_of_page (const SsmDealLayout *layout, const GPtrArray *lines, guint first)
{
  double y = ssm_deal_mm (layout, TOP);
  double bottom = layout->height - ssm_deal_mm (layout, FOOTER);
  guint i;

  for (i = first; i < lines->len; i++)
    {
      double gap = i > first ? gap_before (layout, lines->pdata[i]) : 0;

      if (i > first && end_of_block (layout, lines, i, y + gap) > bottom)
        break;
      y += gap + put_line (layout, NULL, lines->pdata[i], y);
    }

  return i;
}

/* Areas say what a reader of the PDF is told: headings, lists and paragraphs. */
static SsmAreaRole
role_of (const SsmMinutesLine *line)
{
  switch (line->kind)
    {
    case SSM_MINUTES_SECTION:
    case SSM_MINUTES_PART:
      return SSM_AREA_GROUP;
    case SSM_MINUTES_ITEM:
    case SSM_MINUTES_TERM:
      return SSM_AREA_CRITERION;
    default:
      return SSM_AREA_TEXT;
    }
}

static gboolean
is_item (const GPtrArray *lines, guint index, guint first, guint end)
{
  return index >= first && index < end
         && role_of (lines->pdata[index]) == SSM_AREA_CRITERION;
}

static void
draw_lines (const SsmDealLayout *layout, SsmPageBuilder *builder, const GPtrArray *lines,
            guint first, guint end)
{
  double y = ssm_deal_mm (layout, TOP);

  for (guint i = first; i < end; i++)
    {
      const SsmMinutesLine *line = lines->pdata[i];
      SsmRect rect = { ssm_deal_margin (layout), 0, ssm_deal_content (layout), 0 };

      y += i > first ? gap_before (layout, line) : 0;
      rect.y = y;
      rect.height = put_line (layout, NULL, line, y);
      if (is_item (lines, i, first, end) && (i == first || !is_item (lines, i - 1, first, end)))
        ssm_deal_open (builder, SSM_AREA_LIST, "", SSM_FIELD_NONE, &rect);
      ssm_deal_open (builder, role_of (line), "",
                     line->kind == SSM_MINUTES_TITLE ? SSM_MAP_TITLE : SSM_FIELD_NONE, &rect);
      put_line (layout, builder, line, y);
      ssm_deal_close (builder);
      if (is_item (lines, i, first, end) && !is_item (lines, i + 1, first, end))
        ssm_deal_close (builder);
      y += rect.height;
    }
}

static void
draw_footer (const SsmDealLayout *layout, SsmPageBuilder *builder, guint page, guint n_pages)
{
  g_autofree char *number = g_strdup_printf ("%u", page + 1);
  g_autofree char *of = g_strdup_printf ("%u", n_pages);
  g_autofree char *words
    = ssm_language_format (layout->words, "page-number", "page", number, "pages", of, NULL);
  SsmRect rect = { ssm_deal_margin (layout), layout->height - ssm_deal_mm (layout, 11),
                   ssm_deal_content (layout), 0 };
  SsmDealPlace place = { &ssm_set_note, rect.x, rect.y, rect.width,
                         ssm_theme_quiet (layout->theme), SSM_ALIGN_RIGHT };

  ssm_deal_open (builder, SSM_AREA_TEXT, "", SSM_FIELD_NONE, &rect);
  put (layout, builder, ssm_map_text (layout->map, SSM_MAP_TITLE), &ssm_set_note, &rect,
       ssm_theme_quiet (layout->theme));
  ssm_deal_put (layout, builder, words, &place);
  ssm_deal_close (builder);
}

SsmPage *
ssm_minutes_page_new (guint index, gpointer data)
{
  const SsmMinutes *minutes = data;
  SsmDealLayout layout = { 0 };
  SsmPageBuilder builder;
  SsmFit fit = { .fits = TRUE, .stage = -1 };
  guint first = 0, end = 0, n_pages = 0;

  ssm_deal_layout_begin (&layout, minutes->map, NULL);
  for (guint start = 0; start < minutes->lines->len; n_pages++)
    {
      guint stop = end_of_page (&layout, minutes->lines, start);

      if (n_pages == index)
        {
          first = start;
          end = stop;
        }
      start = stop;
    }
  if (index >= n_pages)
    return NULL;

  fit.body_pt = ssm_deal_size (&layout, &ssm_set_evidence);
  ssm_page_builder_init (&builder, layout.width, layout.height, 1, layout.rtl);
  draw_lines (&layout, &builder, minutes->lines, first, end);
  draw_footer (&layout, &builder, index, n_pages);
  return ssm_page_builder_finish (&builder, &fit);
}
