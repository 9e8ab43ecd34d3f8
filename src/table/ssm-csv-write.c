/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-csv-write.h"

#include <string.h>

/* The length of @text; sets *@needs_quotes. */
static gsize
measure (const char *text, char separator, gboolean *needs_quotes)
{
  const char *p = text;
  gboolean found = g_ascii_isspace (*text);

  for (; *p != '\0'; p++)
    found |= *p == separator || *p == '"' || *p == '\n' || *p == '\r';
  *needs_quotes = found;
  return (gsize) (p - text);
}

void
ssm_csv_append_cell (GString *out, const char *text, char separator)
{
  gboolean needs_quotes;
  gsize length = measure (text, separator, &needs_quotes);

  if (!needs_quotes)
    {
      ssm_csv_append_bytes (out, text, length);
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

/* Also the wide forms of = + - @, which some spreadsheets take for the same. */
static gboolean
is_formula (const char *text)
{
  static const char * const wide[] = { "＝", "＋", "－", "＠" };

  if (*text != '\0' && strchr ("=+-@\t\r\n", *text) != NULL)
    return TRUE;
  for (guint i = 0; *text == wide[0][0] && i < G_N_ELEMENTS (wide); i++)
    if (g_str_has_prefix (text, wide[i]))
      return TRUE;
  return FALSE;
}

void
ssm_csv_append_words (GString *out, const char *text, char separator)
{
  g_autofree char *safe = NULL;

  if (is_formula (text))
    safe = g_strconcat ("'", text, NULL);
  ssm_csv_append_cell (out, safe != NULL ? safe : text, separator);
}
