/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib.h>

#include "ssm-line.h"

static void
test_lines (void)
{
  static const char * const cases[][2] = {
    { "", "" },
    { "plain – text", "plain – text" },
    { "two\nlines\tand\u2028more", "two lines and more" },
    { "\x1b[31mred", "\\u001b[31mred" },
    { "\xc2\x9b" "31mred", "\\u009b31mred" },
    { "abc\u202edef", "abc\u202edef\u202c" },
    { "\u2067abc\u202bdef", "\u2067abc\u202bdef\u202c\u2069" },
    { "\u2068abc\u2069", "\u2068abc\u2069" },
    { "abc\u2069\u202c", "abc" },
    { "\u202aabc\u2069\u202c", "\u202aabc\u202c" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *line = ssm_line (cases[i][0]);

      g_assert_cmpstr (line, ==, cases[i][1]);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/convert/line", test_lines);
  return g_test_run ();
}
