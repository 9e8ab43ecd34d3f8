/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-sql-quote.h"

#include <string.h>

static char *
double_quotes (const char *text, char quote)
{
  GString *quoted = g_string_new (NULL);

  g_string_append_c (quoted, quote);
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == quote)
        g_string_append_c (quoted, quote);
      g_string_append_c (quoted, *p);
    }
  g_string_append_c (quoted, quote);
  return g_string_free (quoted, FALSE);
}

char *
ssm_sql_literal (const char *text, SsmSqlDialect dialect)
{
  g_autofree char *quoted = NULL;
  g_autoptr (GString) escaped = NULL;

  if (text == NULL)
    return g_strdup_printf ("CAST(NULL AS %s)", ssm_sql_dialect_form (dialect, "text_type"));
  quoted = double_quotes (text, '\'');
  if (dialect != SSM_SQL_POSTGRESQL || strchr (text, '\\') == NULL)
    return g_steal_pointer (&quoted);

  /* What a backslash is there depends on a setting, but not behind an E. */
  escaped = g_string_new (quoted);
  g_string_replace (escaped, "\\", "\\\\", 0);
  return g_strconcat ("E", escaped->str, NULL);
}

char *
ssm_sql_identifier (const char *name)
{
  return double_quotes (name, '"');
}

/* The part of a name that begins at *@p, which is moved behind it; NULL where it is none. */
static char *
next_part (const char **p)
{
  GString *part = g_string_new (NULL);
  gboolean is_quoted = **p == '"';

  if (is_quoted)
    (*p)++;
  while (**p != '\0' && (is_quoted || **p != '.'))
    {
      if (is_quoted && **p == '"' && (*p)[1] != '"')
        break;
      if (is_quoted && **p == '"')
        (*p)++;
      g_string_append_c (part, **p);
      (*p)++;
    }
  if (part->len == 0 || (is_quoted && **p != '"'))
    {
      g_string_free (part, TRUE);
      return NULL;
    }
  if (is_quoted)
    (*p)++;
  return g_string_free (part, FALSE);
}

char *
ssm_sql_table (const char *name)
{
  g_autoptr (GString) table = g_string_new (NULL);

  for (const char *p = name;; p++)
    {
      g_autofree char *part = next_part (&p);
      g_autofree char *quoted = part != NULL ? ssm_sql_identifier (part) : NULL;

      if (quoted == NULL || (*p != '\0' && *p != '.'))
        return NULL;
      g_string_append (table, quoted);
      if (*p == '\0')
        return g_strdup (table->str);
      g_string_append_c (table, '.');
    }
}

/* Signs that end a line, or turn what stands behind them around. */
static gboolean
is_harmful (gunichar c)
{
  GUnicodeType type = g_unichar_type (c);

  return type == G_UNICODE_CONTROL || type == G_UNICODE_FORMAT
         || type == G_UNICODE_LINE_SEPARATOR || type == G_UNICODE_PARAGRAPH_SEPARATOR;
}

char *
ssm_sql_comment (const char *text)
{
  GString *line = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    g_string_append_unichar (line, is_harmful (g_utf8_get_char (p)) ? ' '
                                                                    : g_utf8_get_char (p));
  return g_string_free (line, FALSE);
}
