/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where lines break. A table of pieces with their widths answers "how many lines at this
 * width" by adding, so that the search for the largest size shapes nothing; lines are cut
 * out of the glyphs that are there. Long pieces are cut between characters, in linear
 * time. */

#include "ssm-text-private.h"

#include <string.h>

/* Ways of breaking one text that are remembered. */
#define MAX_BROKEN 4

/* Widths are sums of rounded units. */
#define TOLERANCE 1e-4

/* A walk over the lines of a text at one width. */
typedef struct
{
  const SsmText *text;
  double width;
  guint word;     /* next to be placed */
  guint cut;      /* next cut within it, where it is longer than a line */
  double start;   /* em and byte where the next line starts */
  guint from;
  gboolean split; /* the next word has begun on a line before */
} Walk;

typedef struct
{
  double start, end;
  guint from, to, after;
} Line;

/* As much of a long piece as fits; at least one cluster. TRUE if some of it is left. */
static gboolean
take_part (Walk *walk, const SsmTextWord *word, Line *line)
{
  const GArray *cuts = walk->text->cuts;
  guint last = walk->word + 1 < walk->text->words->len
                 ? g_array_index (walk->text->words, SsmTextWord, walk->word + 1).cut
                 : cuts->len;
  guint next = MAX (walk->cut, word->cut);
  const SsmTextCut *best = NULL;

  if (word->end - walk->start <= walk->width + TOLERANCE)
    return FALSE;
  for (; next < last; next++)
    {
      const SsmTextCut *cut = &g_array_index (cuts, SsmTextCut, next);

      if (best != NULL && cut->at - walk->start > walk->width + TOLERANCE)
        break;
      best = cut;
    }
  if (best == NULL)
    return FALSE;
  line->end = walk->start = best->at;
  line->to = line->after = walk->from = best->offset;
  walk->cut = next;
  walk->split = TRUE;
  return TRUE;
}

static void
take_word (Walk *walk, const SsmTextWord *word, Line *line)
{
  line->end = word->end;
  line->to = word->to;
  line->after = word->after;
  walk->start = word->next;
  walk->from = word->after;
  walk->split = FALSE;
  walk->cut = 0;
  walk->word++;
}

/* FALSE when there are no more lines. */
static gboolean
walk_line (Walk *walk, Line *line)
{
  const GArray *words = walk->text->words;
  gboolean empty = TRUE;

  if (walk->word >= words->len)
    return FALSE;
  line->start = walk->start;
  line->from = walk->from;
  while (walk->word < words->len)
    {
      const SsmTextWord *word = &g_array_index (words, SsmTextWord, walk->word);

      if (!empty && word->end - line->start > walk->width + TOLERANCE)
        break;
      if (empty && take_part (walk, word, line))
        break;
      take_word (walk, word, line);
      empty = FALSE;
      if (word->breaks)
        break;
    }
  return TRUE;
}

guint
ssm_text_count_lines (const SsmText *text, double width)
{
  Walk walk = { .text = text, .width = width };
  Line line;
  guint n = 0;

  if (text->width <= width + TOLERANCE && text->words->len > 0 &&
      strchr (text->string, '\n') == NULL)
    return 1;
  while (walk_line (&walk, &line))
    n++;
  return MAX (n, 1);
}

SsmTextLines *
ssm_text_lines_ref (SsmTextLines *lines)
{
  g_atomic_ref_count_inc (&lines->ref_count);
  return lines;
}

void
ssm_text_lines_unref (SsmTextLines *lines)
{
  if (!g_atomic_ref_count_dec (&lines->ref_count))
    return;
  for (guint i = 0; i < lines->n_runs; i++)
    pango_glyph_item_free (lines->runs[i].glyphs);
  g_free (lines->string);
  g_free (lines->runs);
  g_free (lines->lines);
  g_free (lines);
}

/* The glyphs of @item within the bytes [from, to), or NULL. */
static PangoGlyphItem *
slice_item (const SsmText *text, const PangoGlyphItem *item, guint from, guint to)
{
  guint start = item->item->offset;
  guint end = start + item->item->length;
  PangoGlyphItem *slice, *head;

  if (end <= from || start >= to)
    return NULL;
  slice = pango_glyph_item_copy ((PangoGlyphItem *) item);
  if (start < from)
    {
      head = pango_glyph_item_split (slice, text->string, from - start);
      pango_glyph_item_free (head);
      start = from;
    }
  if (end > to)
    {
      head = pango_glyph_item_split (slice, text->string, to - start);
      pango_glyph_item_free (slice);
      slice = head;
    }
  return slice;
}

static double
glyphs_width (const PangoGlyphItem *item)
{
  return MAX (0, pango_glyph_string_get_width (item->glyphs))
         / (SSM_TEXT_REFERENCE * PANGO_SCALE);
}

/* Gives the runs of a line their places from left to right. */
static double
order_runs (GArray *runs, guint first)
{
  g_autoptr (GList) logical = NULL;
  g_autoptr (GList) visual = NULL;
  double x = 0;

  for (guint i = runs->len; i > first; i--)
    logical = g_list_prepend (logical,
                              g_array_index (runs, SsmTextRun, i - 1).glyphs->item);
  visual = pango_reorder_items (logical);
  for (GList *link = visual; link != NULL; link = link->next)
    for (guint i = first; i < runs->len; i++)
      {
        SsmTextRun *run = &g_array_index (runs, SsmTextRun, i);

        if (run->glyphs->item != link->data)
          continue;
        run->x = x;
        x += glyphs_width (run->glyphs);
        break;
      }
  return x;
}

static void
add_runs (const SsmText *text, GArray *runs, guint from, guint to)
{
  for (guint i = 0; i < text->items->len; i++)
    {
      SsmTextRun run = { NULL, 0 };

      run.glyphs = slice_item (text, g_ptr_array_index (text->items, i), from, to);
      if (run.glyphs != NULL)
        g_array_append_val (runs, run);
    }
}

/* The blank at a line's end stays in the text, for those who copy or hear it, and stands
 * outside the line, at the end to which its text runs. */
static void
add_blank (const SsmText *text, GArray *runs, guint from, guint to, double width)
{
  guint first = runs->len;

  if (to > from)
    add_runs (text, runs, from, MIN (to, from + 1));
  for (guint i = first; i < runs->len; i++)
    {
      SsmTextRun *run = &g_array_index (runs, SsmTextRun, i);

      run->x = text->runs_left ? -glyphs_width (run->glyphs) : width;
    }
}

static SsmTextLines *
make_lines (const SsmText *text, double width)
{
  SsmTextLines *made = g_new0 (SsmTextLines, 1);
  g_autoptr (GArray) runs = g_array_new (FALSE, FALSE, sizeof (SsmTextRun));
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (SsmTextLine));
  Walk walk = { .text = text, .width = width };
  Line at;

  while (walk_line (&walk, &at))
    {
      SsmTextLine line = { .first_run = runs->len, .start = at.from, .end = at.to };

      add_runs (text, runs, at.from, at.to);
      line.width = order_runs (runs, line.first_run);
      if (text->string[at.to] == ' ')
        add_blank (text, runs, at.to, at.after, line.width);
      line.n_runs = runs->len - line.first_run;
      made->width = MAX (made->width, line.width);
      g_array_append_val (lines, line);
    }
  g_atomic_ref_count_init (&made->ref_count);
  made->string = g_strdup (text->string);
  made->ascent = text->ascent;
  made->descent = text->descent;
  made->n_runs = runs->len;
  made->n_lines = lines->len;
  made->runs = g_array_steal (runs, NULL);
  made->lines = g_array_steal (lines, NULL);
  return made;
}

/* Whether @lines are those that @text has at @width. */
static gboolean
breaks_alike (const SsmText *text, const SsmTextLines *lines, double width)
{
  Walk walk = { .text = text, .width = width };
  Line line;
  guint i = 0;

  while (walk_line (&walk, &line))
    {
      if (i >= lines->n_lines || lines->lines[i].start != line.from ||
          lines->lines[i].end != line.to)
        return FALSE;
      i++;
    }
  return i == lines->n_lines;
}

SsmTextLines *
ssm_text_break (SsmText *text, double width)
{
  SsmTextLines *lines;

  for (guint i = 0; i < text->broken->len; i++)
    {
      lines = g_ptr_array_index (text->broken, i);
      if (breaks_alike (text, lines, width))
        return ssm_text_lines_ref (lines);
    }
  if (text->broken->len >= MAX_BROKEN)
    g_ptr_array_remove_index (text->broken, 0);
  lines = make_lines (text, width);
  g_ptr_array_add (text->broken, ssm_text_lines_ref (lines));
  return lines;
}
