/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-sql-rows.h"

#include <string.h>

#include "ssm-sql-quote.h"

struct _SsmSqlRows
{
  SsmSqlDialect dialect;
  char *types;
  GString *text;
  gsize column; /* of the next value */
};

SsmSqlRows *
ssm_sql_rows_new (SsmSqlDialect dialect, const char *types)
{
  SsmSqlRows *self = g_new0 (SsmSqlRows, 1);

  self->dialect = dialect;
  self->types = g_strdup (types);
  self->text = g_string_new (NULL);
  return self;
}

void
ssm_sql_rows_free (SsmSqlRows *rows)
{
  if (rows == NULL)
    return;

  g_free (rows->types);
  g_string_free (rows->text, TRUE);
  g_free (rows);
}

static void
add (SsmSqlRows *self, const char *value)
{
  if (self->column > 0)
    g_string_append (self->text, ", ");
  else if (self->text->len > 0)
    g_string_append (self->text, ",\n  (");
  else
    g_string_append (self->text, "VALUES\n  (");
  g_string_append (self->text, value);
  self->column++;
  if (self->column < strlen (self->types))
    return;
  g_string_append_c (self->text, ')');
  self->column = 0;
}

/* (transfer full): nothing, as a value of a column of @type. */
static char *
nothing (const SsmSqlRows *self, char type)
{
  if (type == 't')
    return ssm_sql_literal (NULL, self->dialect);
  return g_strdup (type == 'i' ? "CAST(NULL AS INTEGER)" : "CAST(NULL AS DOUBLE PRECISION)");
}

void
ssm_sql_rows_add_text (SsmSqlRows *rows, const char *text)
{
  g_autofree char *value = ssm_sql_literal (text, rows->dialect);

  add (rows, value);
}

void
ssm_sql_rows_add_number (SsmSqlRows *rows, int number)
{
  g_autofree char *value = g_strdup_printf ("%d", number);

  add (rows, value);
}

void
ssm_sql_rows_add_nothing (SsmSqlRows *rows)
{
  g_autofree char *value = nothing (rows, rows->types[rows->column]);

  add (rows, value);
}

void
ssm_sql_rows_add_decimal (SsmSqlRows *rows, const char *decimal)
{
  g_autofree char *value = *decimal != '\0'
                               ? g_strdup_printf ("CAST(%s AS DOUBLE PRECISION)", decimal)
                               : nothing (rows, 'n');

  add (rows, value);
}

char *
ssm_sql_rows_to_text (const SsmSqlRows *rows)
{
  GString *none;

  if (rows->text->len > 0)
    return g_strdup (rows->text->str);

  none = g_string_new ("SELECT ");
  for (const char *type = rows->types; *type != '\0'; type++)
    {
      g_autofree char *value = nothing (rows, *type);

      g_string_append_printf (none, "%s%s", type > rows->types ? ", " : "", value);
    }
  return g_string_free (g_string_append (none, " WHERE 1 = 0"), FALSE);
}
