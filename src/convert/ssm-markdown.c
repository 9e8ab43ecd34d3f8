/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-markdown.h"

#include <string.h>

#include "ssm-line.h"

/* A number at the start of a line may begin a list: "1. " or "1) ". */
static const char *
list_number_end (const char *text)
{
  const char *end = text + strspn (text, "0123456789");

  return end > text && (*end == '.' || *end == ')') && (end[1] == ' ' || end[1] == '\0')
           ? end : NULL;
}

static gboolean
needs_escape (const char *line, const char *p)
{
  if (strchr ("\\`*_{}[]<>|~&$@", *p) != NULL)
    return TRUE;
  if (p == line && strchr ("#+-=", *p) != NULL)
    return TRUE;
  if (*p == ':' && g_str_has_prefix (p, "://"))
    return TRUE;
  return *p == '.' && p - line >= 3 && g_ascii_strncasecmp (p - 3, "www", 3) == 0;
}

void
ssm_markdown_append (GString *text, const char *words)
{
  g_autofree char *line = g_strstrip (ssm_line (words));
  const char *number_end = list_number_end (line);

  for (const char *p = line; *p != '\0'; p++)
    {
      if (p == number_end || needs_escape (line, p))
        g_string_append_c (text, '\\');
      g_string_append_c (text, *p);
    }
}
