/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-sql-template.h"

#include <string.h>

static char *expand_macros (const char *text, SsmSqlDialect dialect);

/* The "}}" that ends what begins behind a "{{" at @start. */
static const char *
find_end (const char *start)
{
  guint depth = 0;

  for (const char *p = start; *p != '\0'; p++)
    {
      if (g_str_has_prefix (p, "{{"))
        depth++, p++;
      else if (g_str_has_prefix (p, "}}") && depth-- == 0)
        return p;
      else if (g_str_has_prefix (p, "}}"))
        p++;
    }
  g_assert_not_reached (); /* the views are ours, and tested */
}

/* (transfer full): @form with @arguments in the places of $1, $2 … */
static char *
fill (const char *form, char **arguments)
{
  GString *text = g_string_new (NULL);
  guint n = g_strv_length (arguments);

  for (const char *p = form; *p != '\0'; p++)
    {
      if (*p != '$' || !g_ascii_isdigit (p[1]))
        {
          g_string_append_c (text, *p);
          continue;
        }
      p++;
      g_assert ((guint) (*p - '0') <= n);
      g_string_append (text, arguments[*p - '1']);
    }
  return g_string_free (text, FALSE);
}

/* (transfer full): what "macro a; b" stands for. */
static char *
expand_macro (const char *macro, SsmSqlDialect dialect)
{
  g_autofree char *inner = expand_macros (macro, dialect);
  gsize n = strcspn (inner, " ");
  g_autofree char *name = g_strndup (inner, n);
  g_auto (GStrv) arguments = g_strsplit (inner[n] != '\0' ? inner + n + 1 : "", "; ", -1);
  const char *form = ssm_sql_dialect_form (dialect, name);
  g_autofree char *filled = NULL;

  g_assert (form != NULL);
  filled = fill (form, arguments);
  return expand_macros (filled, dialect);
}

/* (transfer full) */
static char *
expand_macros (const char *text, SsmSqlDialect dialect)
{
  return ssm_sql_template_expand (text, dialect, NULL);
}

char *
ssm_sql_template_expand (const char *text, SsmSqlDialect dialect, GHashTable *texts)
{
  GString *sql = g_string_new (NULL);
  const char *start;

  while ((start = strstr (text, "{{")) != NULL)
    {
      const char *end = find_end (start + 2);
      g_autofree char *inside = g_strndup (start + 2, (gsize) (end - start - 2));
      g_autofree char *made = NULL;

      if (*inside == '=')
        made = g_strdup (g_hash_table_lookup (texts, inside + 1));
      else
        made = expand_macro (inside, dialect);
      g_assert (made != NULL);
      g_string_append_len (sql, text, start - text);
      g_string_append (sql, made);
      text = end + 2;
    }
  return g_string_free (g_string_append (sql, text), FALSE);
}
