/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-csv-write.h"

#include <string.h>

static gboolean
needs_quotes (const char *text, char separator)
{
  const char marks[] = { separator, '"', '\n', '\r', '\0' };

  return strpbrk (text, marks) != NULL || g_ascii_isspace (text[0]);
}

void
ssm_csv_append_cell (GString *out, const char *text, char separator)
{
  if (!needs_quotes (text, separator))
    {
      g_string_append (out, text);
      return;
    }

  g_string_append_c (out, '"');
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (out, '"');
      g_string_append_c (out, *p);
    }
  g_string_append_c (out, '"');
}

/* Also their wide forms, which some spreadsheets take for the same; they begin with a byte that
 * few other letters do, so that a million cells cost a look at one byte each. */
static gboolean
is_formula (const char *text)
{
  static const char * const wide[] = { "＝", "＋", "－", "＠" };

  if ((guint8) text[0] != (guint8) wide[0][0])
    return text[0] != '\0' && strchr ("=+-@\t\r\n", text[0]) != NULL;
  for (guint i = 0; i < G_N_ELEMENTS (wide); i++)
    if (g_str_has_prefix (text, wide[i]))
      return TRUE;
  return FALSE;
}

void
ssm_csv_append_words (GString *out, const char *text, char separator)
{
  g_autofree char *safe = is_formula (text) ? g_strconcat ("'", text, NULL) : NULL;

  ssm_csv_append_cell (out, safe != NULL ? safe : text, separator);
}
