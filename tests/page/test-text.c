/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Measured text: lines break the same at every size, and nothing a text holds makes it
 * slow or wrong. */

#include <string.h>
#include <time.h>

#include "ssm-text.h"

static SsmText *
get (const char *text)
{
  return ssm_text_get (text, SSM_FACE_TEXT, "en", FALSE);
}

/* Lines joined by "|". */
static char *
broken (const char *text, double width)
{
  g_autoptr (SsmTextLines) lines = ssm_text_break (get (text), width);
  GString *joined = g_string_new (NULL);

  for (guint i = 0; i < lines->n_lines; i++)
    {
      const SsmTextLine *line = &lines->lines[i];

      if (i > 0)
        g_string_append_c (joined, '|');
      g_string_append_len (joined, lines->string + line->start, line->end - line->start);
      g_assert_cmpfloat (line->width, >=, 0);
    }
  return g_string_free (joined, FALSE);
}

static void
test_breaks (void)
{
  static const struct
  {
    const char *text;
    double width; /* em */
    const char *lines;
  } cases[] = {
    { "", 10, "" },
    { "one two", 100, "one two" },
    { "one two", 2.5, "one|two" },
    { "  one  two  ", 3.5, "  one|two" },
    { "first\nsecond", 100, "first|second" },
    { "first\r\nsecond\u2029third", 100, "first|second|third" },
    { "Onboarding, cross-sell", 8.5, "Onboarding,|cross-sell" },
    { "a MEDDPICC-style question", 7.0, "a MEDDPICC-|style question" },
    { "tab\tstop", 100, "tab stop" },
    { "abcdefghij", 1.7, "ab|cd|efg|hij" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *lines = broken (cases[i].text, cases[i].width);

      g_assert_cmpstr (lines, ==, cases[i].lines);
      g_assert_cmpuint (ssm_text_count_lines (get (cases[i].text), cases[i].width), >=, 1);
    }
}

/* Counting and breaking must agree, and more room never gives more lines. */
static void
test_count_is_break (void)
{
  const char *text = "Decision maker or gatekeeper reachable — проверено, 予算を確認した, مؤكد";
  guint before = G_MAXUINT;

  for (double width = 1; width < 60; width += 0.37)
    {
      guint n = ssm_text_count_lines (get (text), width);
      g_autoptr (SsmTextLines) lines = ssm_text_break (get (text), width);

      g_assert_cmpuint (n, ==, lines->n_lines);
      g_assert_cmpuint (n, <=, before);
      if (width > ssm_text_longest_word (get (text)))
        g_assert_cmpfloat (lines->width, <=, width + 0.001);
      before = n;
    }
}

static void
test_same_lines_are_shared (void)
{
  g_autoptr (SsmTextLines) a = ssm_text_break (get ("Fits the ICP and more"), 5.0);
  g_autoptr (SsmTextLines) b = ssm_text_break (get ("Fits the ICP and more"), 5.01);

  g_assert_true (a == b);
}

static void
test_long_texts_are_cut (void)
{
  GString *text = g_string_new (NULL);
  g_autofree char *lines = NULL;
  clock_t start = clock ();

  for (guint i = 0; i < 10000; i++)
    g_string_append (text, "word ");
  lines = broken (text->str, 1e6);
  g_assert_true (g_str_has_suffix (lines, "… (48000 more)"));
  g_assert_cmpint (clock () - start, <, CLOCKS_PER_SEC);
  g_string_free (text, TRUE);
}

static void
test_one_long_word (void)
{
  g_autofree char *word = g_strnfill (60000, 'w');
  clock_t start = clock ();
  SsmText *text = get (word);

  g_assert_cmpuint (ssm_text_count_lines (text, 9), >, 100);
  g_assert_cmpint (clock () - start, <, CLOCKS_PER_SEC);
}

static void
test_piled_up_marks (void)
{
  GString *text = g_string_new ("a");
  clock_t start = clock ();

  for (guint i = 0; i < 64000; i++)
    g_string_append (text, "\u0301");
  g_assert_cmpuint (strlen (ssm_text_string (get (text->str))), ==, 1 + 16 * 2);
  g_assert_cmpint (clock () - start, <, CLOCKS_PER_SEC);
  g_string_free (text, TRUE);
}

static void
test_directions (void)
{
  g_assert_false (ssm_text_runs_left (get ("abc مؤكد")));
  g_assert_true (ssm_text_runs_left (get ("مؤكد abc")));
  g_assert_false (ssm_text_runs_left (get ("123")));
  g_assert_true (ssm_text_runs_left (ssm_text_get ("123", SSM_FACE_TEXT, "ar", TRUE)));
}

/* In a line of both directions every run has its own place, and together they fill it. */
static void
test_runs_fill_their_line (void)
{
  g_autoptr (SsmTextLines) lines = ssm_text_break (get ("SQL قبول المالك done 12 ok"), 100);
  double filled = 0;

  g_assert_cmpuint (lines->n_lines, ==, 1);
  for (guint i = 0; i < lines->n_runs; i++)
    {
      double width = pango_glyph_string_get_width (lines->runs[i].glyphs->glyphs)
                     / (SSM_TEXT_REFERENCE * PANGO_SCALE);

      g_assert_cmpfloat (lines->runs[i].x, >=, -0.001);
      g_assert_cmpfloat (lines->runs[i].x + width, <=, lines->width + 0.001);
      filled += width;
    }
  g_assert_cmpfloat_with_epsilon (filled, lines->width, 0.001);
}

/* Texts of two pages ago may go; those of the page before must not. */
static void
test_memory (void)
{
  SsmText *kept;

  ssm_text_begin_page ("");
  kept = get ("kept");
  for (guint page = 0; page < 5; page++)
    {
      ssm_text_begin_page ("");
      for (guint i = 0; i < 300; i++)
        {
          g_autofree char *other = g_strdup_printf ("%u of %u", i, page);

          get (other);
        }
      g_assert_true (get ("kept") == kept);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/page/text/breaks", test_breaks);
  g_test_add_func ("/page/text/count-is-break", test_count_is_break);
  g_test_add_func ("/page/text/same-lines-are-shared", test_same_lines_are_shared);
  g_test_add_func ("/page/text/long-texts-are-cut", test_long_texts_are_cut);
  g_test_add_func ("/page/text/one-long-word", test_one_long_word);
  g_test_add_func ("/page/text/piled-up-marks", test_piled_up_marks);
  g_test_add_func ("/page/text/directions", test_directions);
  g_test_add_func ("/page/text/runs-fill-their-line", test_runs_fill_their_line);
  g_test_add_func ("/page/text/memory", test_memory);
  return g_test_run ();
}
