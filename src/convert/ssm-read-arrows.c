/* SPDX-License-Identifier: GPL-3.0-or-later */

/* "Lead (min data) → SQL (ICP + pain) → Close", as people type it in a chat and as
 * ssm-convert-arrows.c writes it. */

#include "ssm-read-private.h"

#include <string.h>

/* Longer words between arrows are prose. */
#define MAX_NAME 120

static const char * const arrows[] = { "→", "⟶", "➔", "➜", "➝", "➞", "➡", "⇒", "⟹", "▶" };
static const char * const typed[] = { "-->", "==>", "->", "=>", ">>", ">", "»" };

static gboolean
is_blank (char c)
{
  return c == ' ' || c == '\t' || c == '\n' || c == '\0';
}

/* ">" and "»" alone are other signs in other places. */
static gboolean
needs_blanks (const char *sign)
{
  return *sign != '-' && *sign != '=';
}

gsize
ssm_arrow_length (const char *text, const char *p)
{
  for (guint i = 0; i < G_N_ELEMENTS (arrows); i++)
    {
      if (g_str_has_prefix (p, arrows[i]))
        return strlen (arrows[i]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      gsize length = strlen (typed[i]);

      if (g_str_has_prefix (p, typed[i])
          && (!needs_blanks (typed[i])
              || (p > text && is_blank (p[-1]) && is_blank (p[length]))))
        return length;
    }

  return 0;
}

gboolean
ssm_parts_criteria (const char *text, const char *p)
{
  gboolean first = p == text;

  /* "1,000" and "C++" are words. */
  if (*p == ',')
    return first || !g_ascii_isdigit (p[-1]) || !g_ascii_isdigit (p[1]);
  return *p == '+' && (first || is_blank (p[-1])) && is_blank (p[1]);
}

/* One stage of the notation: from @start to @end, its last parentheses at @open. */
typedef struct
{
  const char *start, *end;
  const char *open; /* or NULL */
} Segment;

/* (transfer full): without the backslashes of the notation. */
static char *
plain_words (const char *start, const char *end)
{
  GString *words = g_string_new (NULL);

  for (const char *p = start; p < end; p++)
    {
      if (*p == '\\' && p + 1 < end)
        p++;
      g_string_append_c (words, *p == '\n' ? ' ' : *p);
    }
  return g_strstrip (g_string_free (words, FALSE));
}

static void
add_criterion (SsmReading *reading, const char *start, const char *end)
{
  g_autofree char *words = plain_words (start, end);

  ssm_reading_add (reading, SSM_ROW_EXIT, words);
}

static void
read_criteria (SsmReading *reading, const char *start, const char *end)
{
  const char *begin = start;
  int depth = 0;

  for (const char *p = start; p < end; p++)
    {
      if (*p == '\\' && p + 1 < end)
        p++;
      else if (*p == '(' || *p == ')')
        depth += *p == '(' ? 1 : -1;
      else if (depth == 0 && ssm_parts_criteria (start, p))
        {
          add_criterion (reading, begin, p);
          begin = p + 1;
        }
    }
  add_criterion (reading, begin, end);
}

static void
read_segment (SsmReading *reading, const Segment *segment)
{
  const char *name_end = segment->open != NULL ? segment->open : segment->end;
  g_autofree char *name = plain_words (segment->start, name_end);

  ssm_reading_begin (reading, name);
  if (segment->open != NULL)
    read_criteria (reading, segment->open + 1, segment->end - 1);
}

/* Where the blank space at @p ends, if an arrow or nothing follows it; else NULL. */
static const char *
skip_to_arrow (const char *text, const char *p)
{
  const char *next = p + strspn (p, " \t\n");

  return *next == '\0' || ssm_arrow_length (text, next) > 0 ? next : NULL;
}

/* Finds the end of the stage that begins at @p; what follows is an arrow or nothing. The
 * parentheses that end it hold criteria, others belong to the name. FALSE where a line
 * ends and no arrow is near: that is no notation but lines of a text. */
static gboolean
find_segment (const char *text, const char *p, Segment *segment)
{
  int depth = 0;
  const char *open = NULL, *last_open = NULL, *close = NULL, *word = p;

  for (segment->start = p; *p != '\0' && (depth > 0 || ssm_arrow_length (text, p) == 0); p++)
    {
      if (*p == '\n' && depth == 0)
        {
          p = skip_to_arrow (text, p);
          if (p == NULL)
            return FALSE;
          break;
        }
      if (!is_blank (*p))
        word = p + 1;
      if (*p == '\\' && p[1] != '\0')
        word = ++p + 1;
      else if (*p == '(' && depth++ == 0)
        open = p;
      else if (*p == ')' && depth > 0 && --depth == 0)
        {
          last_open = open;
          close = p + 1;
        }
    }

  segment->end = word;
  segment->open = close != NULL && close == word ? last_open : NULL;
  return depth == 0;
}

SsmMap *
ssm_read_arrows (const char *text)
{
  g_autoptr (GArray) segments = g_array_new (FALSE, FALSE, sizeof (Segment));
  SsmReading reading = { 0 };
  const char *p = text;

  while (*p != '\0')
    {
      Segment segment;

      p += strspn (p, " \t\n");
      if (!find_segment (text, p, &segment)
          || (segment.open != NULL ? segment.open : segment.end) - segment.start > MAX_NAME)
        return NULL;
      if (segment.end > segment.start)
        g_array_append_val (segments, segment);
      p = segment.end + strspn (segment.end, " \t\n");
      p += ssm_arrow_length (text, p);
    }
  if (segments->len < 2)
    return NULL;

  for (guint i = 0; i < segments->len; i++)
    read_segment (&reading, &g_array_index (segments, Segment, i));
  return ssm_reading_end (&reading);
}
