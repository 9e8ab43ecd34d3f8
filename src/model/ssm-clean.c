/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-clean.h"

#include "ssm-schema.h"

#include <string.h>

/* What XML can hold. */
static gboolean
is_xml_char (gunichar c)
{
  return (c >= 0x20 && c <= 0xd7ff) || (c >= 0xe000 && c <= 0xfffd)
         || (c >= 0x10000 && c <= 0x10ffff) || c == '\t' || c == '\n';
}

char *
ssm_clean_text (const char *text, gboolean one_line)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  GString *clean = g_string_sized_new (strlen (valid));

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '\r' && p[1] == '\n')
        continue;
      if (c == '\r')
        c = '\n';
      if (c == '\n' && one_line)
        c = ' ';
      if (is_xml_char (c) && clean->len + 4 <= SSM_MAX_TEXT)
        g_string_append_unichar (clean, c);
    }

  return g_string_free (clean, FALSE);
}
