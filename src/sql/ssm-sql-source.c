/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The two views that read the team's tables; all others read these. A column is always
 * written with its table in front: SQLite takes a name in quotes that no column has for a
 * text, and would measure that. */

#include "ssm-sql-quote.h"
#include "ssm-sql-spec-private.h"
#include "ssm-sql-template.h"

/* "NULLIF(trim(CAST(d."Stage" AS VARCHAR)), '') AS stage" */
static void
append_column (GString *sql, const SsmSqlSpec *self, SsmSqlField field, char table)
{
  const char *column = ssm_sql_spec_column (self, field);
  g_autofree char *name = column != NULL ? ssm_sql_identifier (column) : NULL;
  const char *form = ssm_sql_dialect_form (self->dialect, "text");
  g_autoptr (GString) value = g_string_new (form);
  g_autofree char *nothing = ssm_sql_literal (NULL, self->dialect);

  if (name != NULL)
    {
      g_autofree char *full = g_strdup_printf ("%c.%s", table, name);

      g_string_replace (value, "$1", full, 1);
      g_string_append_printf (sql, "  NULLIF(trim(%s), '') AS %s", value->str,
                              ssm_sql_field_view (field));
    }
  else
    g_string_append_printf (sql, "  %s AS %s", nothing, ssm_sql_field_view (field));
}

/* (transfer full) */
static char *
list_columns (const SsmSqlSpec *self, SsmSqlField first, SsmSqlField end, gboolean is_there)
{
  GString *sql = g_string_new (NULL);
  g_autofree char *nothing = ssm_sql_literal (NULL, self->dialect);

  for (SsmSqlField field = first; field < end; field++)
    {
      if (field > first)
        g_string_append (sql, ",\n");
      if (is_there)
        append_column (sql, self, field, first == SSM_SQL_FIRST_HISTORY ? 'h' : 'd');
      else
        g_string_append_printf (sql, "  %s AS %s", nothing, ssm_sql_field_view (field));
    }
  return g_string_free (sql, FALSE);
}

/* (transfer full): the fields of a table that no column was named for. */
static char *
list_missing (const SsmSqlSpec *self, SsmSqlField first, SsmSqlField end)
{
  GString *names = g_string_new (NULL);

  for (SsmSqlField field = first; field < end; field++)
    if (ssm_sql_spec_column (self, field) == NULL)
      g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "",
                              ssm_sql_field_name (field));
  if (names->len == 0)
    g_string_append (names, "none");
  return g_string_free (names, FALSE);
}

static void
put (GHashTable *texts, const char *name, char *text)
{
  g_hash_table_insert (texts, (gpointer) name, text);
}

void
ssm_sql_source_texts (const SsmSqlSpec *spec, GHashTable *texts)
{
  const SsmSqlField history = SSM_SQL_FIRST_HISTORY;
  gboolean has_history = spec->history != NULL;
  g_autofree char *missing = list_missing (spec, 0, history);
  g_autofree char *missing_there = list_missing (spec, history, SSM_N_SQL_FIELDS);

  put (texts, "deals_table", g_strdup (spec->deals));
  put (texts, "deals_columns", list_columns (spec, 0, history, TRUE));
  put (texts, "deals_remark", g_strdup_printf ("Not there: %s.", missing));
  put (texts, "history_columns", list_columns (spec, history, SSM_N_SQL_FIELDS, has_history));
  put (texts, "history_from",
       has_history ? g_strdup_printf ("FROM %s AS h", spec->history)
                   : g_strdup ("WHERE 1 = 0"));
  put (texts, "history_remark",
       has_history ? g_strdup_printf ("Not there: %s.", missing_there)
                   : g_strdup ("No such table was named, so stages are known as far as the "
                               "deals’ own rows tell."));
}
