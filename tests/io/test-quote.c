/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A message stays one line that shows what it shows. */

#include "ssm-quote.h"

#include <string.h>

static const struct
{
  const char *bytes, *shown;
} cases[] = {
  { "", "" },
  { "Plain text, 3 < 4", "Plain text, 3 < 4" },
  { "line\nbreak\tand\rback", "line\\nbreak\\tand\\x0dback" },
  { "\033]0;title\a", "\\x1b]0;title\\x07" },
  { "\177", "\\x7f" },
  { "\xc2\x85", "\\u0085" },
  { "\u202eabc\u2066", "\\u202eabc\\u2066" },
  { "soft\u00adhyphen \ufeff", "soft\\u00adhyphen \\ufeff" },
  { "\u2028\u2029", "\\u2028\\u2029" },
  { "\U000e0041", "\\U000e0041" },
  { "a\u200db", "a\\u200db" },
  { "\u0645\u06cc\u200c\u062e", "\u0645\u06cc\u200c\u062e" },
  { "\xff\xc3", "\\xff\\xc3" },
  { "half \xe2\x82", "half \\xe2\\x82" },
  { "surrogate \xed\xa0\x80", "surrogate \\xed\\xa0\\x80" },
  { "Größe \u65e5\u672c", "Größe \u65e5\u672c" },
};

static void
test_cases (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *shown = ssm_quote (cases[i].bytes, -1);
      g_autofree char *path = ssm_quote_path (cases[i].bytes);

      g_assert_cmpstr (shown, ==, cases[i].shown);
      g_assert_cmpstr (path, ==, cases[i].shown);
    }
}

static void
test_length_given (void)
{
  g_autofree char *start = ssm_quote ("abcdef", 3);
  g_autofree char *zero = ssm_quote ("a\0b", 3);
  g_autofree char *none = ssm_quote (NULL, 0);

  g_assert_cmpstr (start, ==, "abc");
  g_assert_cmpstr (zero, ==, "a\\x00b");
  g_assert_cmpstr (none, ==, "");
}

static void
test_cut (void)
{
  g_autofree char *sixty = g_strnfill (60, 'x');
  g_autofree char *more = g_strconcat ("/start/", sixty, "/end", NULL);
  g_autofree char *kept = ssm_quote (sixty, -1);
  g_autofree char *cut = ssm_quote (more, -1);
  g_autofree char *cut_path = ssm_quote_path (more);

  g_assert_cmpstr (kept, ==, sixty);
  g_assert_cmpint (g_utf8_strlen (cut, -1), ==, SSM_QUOTE_MAX);
  g_assert_true (g_str_has_prefix (cut, "/start/x") && g_str_has_suffix (cut, "x…"));
  g_assert_cmpint (g_utf8_strlen (cut_path, -1), ==, SSM_QUOTE_MAX);
  g_assert_true (g_str_has_prefix (cut_path, "…x"));
  g_assert_true (g_str_has_suffix (cut_path, "x/end"));
}

/* No escape is cut in two. */
static void
test_cut_escape (void)
{
  g_autofree char *start = g_strnfill (57, 'x');
  g_autofree char *bytes = g_strconcat (start, "\033\033", NULL);
  g_autofree char *expected = g_strconcat (start, "…", NULL);
  g_autofree char *cut = ssm_quote (bytes, -1);

  g_assert_cmpstr (cut, ==, expected);
}

/* A whole file given by mistake costs no more than its beginning. */
static void
test_huge (void)
{
  g_autofree char *bytes = g_strnfill (50 * 1000 * 1000, '\033');
  g_autofree char *shown = NULL;

  g_test_timer_start ();
  shown = ssm_quote (bytes, 50 * 1000 * 1000);
  g_assert_cmpfloat (g_test_timer_elapsed (), <, 0.1);
  g_assert_cmpint (strlen (shown), <, 4 * SSM_QUOTE_MAX);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/quote/cases", test_cases);
  g_test_add_func ("/quote/length-given", test_length_given);
  g_test_add_func ("/quote/cut", test_cut);
  g_test_add_func ("/quote/cut-escape", test_cut_escape);
  g_test_add_func ("/quote/huge", test_huge);

  return g_test_run ();
}
