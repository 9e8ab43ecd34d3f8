/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-sql-quote.h"
#include "ssm-sql-spec-private.h"

static void
meaning_free (gpointer data)
{
  SsmSqlMeaning *meaning = data;

  g_free (meaning->word);
  g_free (meaning->is);
  g_free (meaning);
}

SsmSqlSpec *
ssm_sql_spec_new (SsmSqlDialect dialect)
{
  SsmSqlSpec *self;

  g_return_val_if_fail (dialect < SSM_N_SQL_DIALECTS, NULL);

  self = g_new0 (SsmSqlSpec, 1);
  self->dialect = dialect;
  self->deals = ssm_sql_table ("deals");
  self->meanings = g_ptr_array_new_with_free_func (meaning_free);
  self->results = g_ptr_array_new_with_free_func (meaning_free);
  return self;
}

void
ssm_sql_spec_free (SsmSqlSpec *spec)
{
  if (spec == NULL)
    return;

  g_free (spec->deals);
  g_free (spec->history);
  for (guint i = 0; i < SSM_N_SQL_FIELDS; i++)
    g_free (spec->columns[i]);
  g_ptr_array_unref (spec->meanings);
  g_ptr_array_unref (spec->results);
  g_free (spec);
}

static gboolean
set_table (char **table, const char *name)
{
  char *quoted = ssm_sql_table (name);

  if (quoted == NULL)
    return FALSE;
  g_free (*table);
  *table = quoted;
  return TRUE;
}

gboolean
ssm_sql_spec_set_deals (SsmSqlSpec *spec, const char *name)
{
  return set_table (&spec->deals, name);
}

gboolean
ssm_sql_spec_set_history (SsmSqlSpec *spec, const char *name)
{
  return set_table (&spec->history, name);
}

void
ssm_sql_spec_set_column (SsmSqlSpec *spec, SsmSqlField field, const char *column)
{
  g_return_if_fail (field < SSM_N_SQL_FIELDS);

  g_free (spec->columns[field]);
  spec->columns[field] = g_strdup (column);
}

static void
add_meaning (GPtrArray *meanings, const char *word, const char *is)
{
  SsmSqlMeaning *meaning = g_new0 (SsmSqlMeaning, 1);

  meaning->word = g_strdup (word);
  meaning->is = g_strdup (is);
  g_ptr_array_add (meanings, meaning);
}

void
ssm_sql_spec_add_meaning (SsmSqlSpec *spec, const char *value, const char *is)
{
  add_meaning (spec->meanings, value, is);
}

void
ssm_sql_spec_add_words (SsmSqlSpec *spec, const char *result, const char *words)
{
  g_auto (GStrv) list = g_strsplit (words, " ", -1);

  for (guint i = 0; list[i] != NULL; i++)
    if (*list[i] != '\0')
      add_meaning (spec->results, list[i], result);
}

/* Whether any column of the table that has @field was given. */
static gboolean
is_described (const SsmSqlSpec *self, SsmSqlField field)
{
  gboolean is_history = field >= SSM_SQL_FIRST_HISTORY;
  guint first = is_history ? SSM_SQL_FIRST_HISTORY : 0;
  guint end = is_history ? SSM_N_SQL_FIELDS : SSM_SQL_FIRST_HISTORY;

  for (guint i = first; i < end; i++)
    if (self->columns[i] != NULL)
      return TRUE;
  return FALSE;
}

const char *
ssm_sql_spec_column (const SsmSqlSpec *spec, SsmSqlField field)
{
  const char *column = spec->columns[field];

  if (column != NULL)
    return *column != '\0' ? column : NULL;
  if (is_described (spec, field) && !ssm_sql_field_is_needed (field))
    return NULL;
  return ssm_sql_field_usual (field);
}
