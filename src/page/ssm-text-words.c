/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From a text as it was written to the pieces its lines are made of. */

#include "ssm-text-private.h"

#include <string.h>

#define MAX_MARKS 16

/* A compound breaks at its hyphen only between parts of this many letters. */
#define MIN_PART 5

static gboolean
is_mark (gunichar c)
{
  GUnicodeType type = g_unichar_type (c);

  return type == G_UNICODE_NON_SPACING_MARK || type == G_UNICODE_SPACING_MARK ||
         type == G_UNICODE_ENCLOSING_MARK;
}

static gunichar
as_shown (gunichar c)
{
  if (c == 0x0b || c == 0x0c || c == 0x85 || c == 0x2028 || c == 0x2029)
    return '\n';
  if (c == '\t')
    return ' ';
  return c;
}

char *
ssm_text_prepare (const char *text)
{
  GString *shown = g_string_sized_new (strlen (text));
  guint n = 0, marks = 0, more = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = as_shown (g_utf8_get_char (p));

      marks = is_mark (c) ? marks + 1 : 0;
      if (marks > MAX_MARKS || (c < 0x20 && c != '\n'))
        continue;
      if (++n > SSM_TEXT_MAX_CHARS)
        more++;
      else
        g_string_append_unichar (shown, c);
    }
  if (more > 0)
    g_string_append_printf (shown, "… (%u more)", more);
  return g_string_free (shown, FALSE);
}

/* What the table is made from: for each character where it begins, in em, whether a
 * cluster begins there, and its byte. */
typedef struct
{
  double *at;
  gboolean *whole;
  guint *offset;
  guint n;
} Scale;

static double
cluster_width (const PangoGlyphItem *item, const PangoGlyphItemIter *iter)
{
  int step = iter->start_glyph < iter->end_glyph ? 1 : -1;
  double width = 0;

  for (int i = iter->start_glyph; i != iter->end_glyph; i += step)
    width += item->glyphs->glyphs[i].geometry.width;
  return MAX (0, width) / (SSM_TEXT_REFERENCE * PANGO_SCALE);
}

/* Widths per character first, then their running sum: line ends are in no item. */
static void
measure_item (Scale *scale, const SsmText *text, PangoGlyphItem *item, guint first)
{
  PangoGlyphItemIter iter;

  for (gboolean more = pango_glyph_item_iter_init_start (&iter, item, text->string); more;
       more = pango_glyph_item_iter_next_cluster (&iter))
    {
      guint last = first + iter.end_char - 1;

      for (int i = iter.start_char + 1; i < iter.end_char; i++)
        scale->whole[first + i] = FALSE;
      if (last < scale->n)
        scale->at[last + 1] += cluster_width (item, &iter);
    }
}

static void
scale_init (Scale *scale, const SsmText *text)
{
  guint i = 0;

  scale->n = g_utf8_strlen (text->string, -1);
  scale->at = g_new0 (double, scale->n + 2);
  scale->whole = g_new (gboolean, scale->n + 1);
  scale->offset = g_new (guint, scale->n + 1);
  for (const char *p = text->string; i <= scale->n; p = g_utf8_next_char (p))
    {
      scale->whole[i] = TRUE;
      scale->offset[i++] = p - text->string;
    }
  i = 0;
  for (guint k = 0; k < text->items->len; k++)
    {
      PangoGlyphItem *item = g_ptr_array_index (text->items, k);

      while (i < scale->n && scale->offset[i] < (guint) item->item->offset)
        i++;
      measure_item (scale, text, item, i);
    }
  for (i = 1; i <= scale->n; i++)
    scale->at[i] += scale->at[i - 1];
}

static void
scale_clear (Scale *scale)
{
  g_free (scale->at);
  g_free (scale->whole);
  g_free (scale->offset);
}

/* Letters in a row before (@step -1) or from (@step 1) a place. */
static guint
count_letters (const char *text, const char *p, int step)
{
  guint n = 0;

  if (step < 0)
    {
      while (p > text && g_unichar_isalpha (g_utf8_get_char (g_utf8_prev_char (p))))
        {
          p = g_utf8_prev_char (p);
          n++;
        }
      return n;
    }
  for (; g_unichar_isalpha (g_utf8_get_char (p)); p = g_utf8_next_char (p))
    n++;
  return n;
}

/* A hyphen holds its compound together where either part is short. */
static gboolean
may_break_at (const char *text, guint offset)
{
  const char *p = text + offset;
  gunichar before;

  if (offset == 0)
    return TRUE;
  before = g_utf8_get_char (g_utf8_prev_char (p));
  if (before != '-' && before != 0x2010)
    return TRUE;
  return count_letters (text, g_utf8_prev_char (p), -1) >= MIN_PART &&
         count_letters (text, p, 1) >= MIN_PART;
}

static void
add_word (SsmText *text, const Scale *scale, const PangoLogAttr *attrs, guint from, guint to)
{
  guint end = to;
  SsmTextWord word = { .start = scale->at[from], .next = scale->at[to] };
  SsmTextCut cut;

  while (end > from && attrs[end - 1].is_white)
    end--;
  word.end = scale->at[end];
  word.from = scale->offset[from];
  word.to = scale->offset[end];
  word.after = scale->offset[to];
  word.cut = text->cuts->len;
  word.breaks = to < scale->n && attrs[to].is_mandatory_break;
  for (guint i = from + 1; i < end; i++)
    {
      if (!attrs[i].is_cursor_position || !scale->whole[i])
        continue;
      cut.at = scale->at[i];
      cut.offset = scale->offset[i];
      g_array_append_val (text->cuts, cut);
    }
  text->longest = MAX (text->longest, word.end - word.start);
  g_array_append_val (text->words, word);
}

void
ssm_text_find_words (SsmText *text, const PangoLogAttr *attrs)
{
  Scale scale;
  guint from = 0;
  double line_start = 0;

  scale_init (&scale, text);
  for (guint i = 1; i <= scale.n; i++)
    {
      gboolean must = i < scale.n && attrs[i].is_mandatory_break;

      if (i < scale.n && !must &&
          !(attrs[i].is_line_break && scale.whole[i] &&
            may_break_at (text->string, scale.offset[i])))
        continue;
      add_word (text, &scale, attrs, from, i);
      from = i;
      text->width = MAX (text->width,
                         g_array_index (text->words, SsmTextWord,
                                        text->words->len - 1).end - line_start);
      if (must)
        line_start = scale.at[i];
    }
  scale_clear (&scale);
}
