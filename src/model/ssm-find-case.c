/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A word that takes the place of another at the beginning of a sentence begins as that one
 * did. Not by the C library: the same map has to come out in every locale. */

#include "ssm-find.h"

#include <string.h>

typedef gunichar (*CaseFunc) (gunichar c);

/* Two capitals or more and no small letter. */
static gboolean
is_all_capitals (const char *text, gsize length)
{
  guint n = 0;

  for (const char *p = text; p < text + length; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_islower (c))
        return FALSE;
      n += g_unichar_isupper (c) ? 1 : 0;
    }

  return n > 1;
}

/* (transfer full): with the first @n_letters, or all of them, in another case. */
static char *
with_case (const char *text, CaseFunc change, guint n_letters)
{
  GString *out = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      g_string_append_unichar (out, n_letters > 0 ? change (c) : c);
      if (n_letters > 0)
        n_letters--;
    }

  return g_string_free (out, FALSE);
}

/* "SQL" keeps its first letter where "Deal" would lose it. */
static gboolean
is_abbreviation (const char *text)
{
  return *text != '\0' && g_unichar_isupper (g_utf8_get_char (g_utf8_next_char (text)));
}

char *
ssm_find_adapt_case (const char *found, gsize length, const char *query,
                     const char *replacement)
{
  gunichar first = length > 0 ? g_utf8_get_char (found) : 0;

  if (query == NULL || (strlen (query) == length && strncmp (found, query, length) == 0))
    return g_strdup (replacement);
  if (is_all_capitals (found, length))
    return with_case (replacement, g_unichar_toupper, G_MAXUINT);
  if (g_unichar_isupper (first))
    return with_case (replacement, g_unichar_totitle, 1);
  if (g_unichar_islower (first) && !is_abbreviation (replacement))
    return with_case (replacement, g_unichar_tolower, 1);
  return g_strdup (replacement);
}
