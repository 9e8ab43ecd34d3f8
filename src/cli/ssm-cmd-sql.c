/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-command.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ssm-console.h"
#include "ssm-input.h"
#include "ssm-quote.h"
#include "ssm-resources.h"
#include "ssm-sql.h"
#include "ssm-stage-words.h"

typedef struct
{
  const SsmArguments *arguments;
  SsmInput *map;
  SsmSqlSpec *spec;
} Run;

static void
run_clear (Run *run)
{
  g_clear_pointer (&run->map, ssm_input_free);
  g_clear_pointer (&run->spec, ssm_sql_spec_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Run, run_clear)

/* Says what is wrong with the value of an option. */
static int
misused (const char *format, const char *value)
{
  g_autofree char *quoted = ssm_quote (value, -1);
  g_autoptr (GString) text = g_string_new (format);

  g_string_replace (text, "%s", quoted, 1);
  return ssm_console_misused (&ssm_command_sql, text->str);
}

static int
apply_column (const Run *run, const char *pair)
{
  const char *sign = strchr (pair, '=');
  g_autofree char *name = sign != NULL ? g_strndup (pair, (gsize) (sign - pair)) : g_strdup ("");
  SsmSqlField field = ssm_sql_field_from_name (name);

  if (field == SSM_N_SQL_FIELDS || !g_utf8_validate (pair, -1, NULL))
    return misused (_("--column cannot be “%s”; it is FIELD=NAME, and FIELD one of those in the "
                      "manual page"), pair);
  ssm_sql_spec_set_column (run->spec, field, sign + 1);
  return SSM_EXIT_YES;
}

static gboolean
is_meaning (const Run *run, const char *is)
{
  const SsmPart *part = ssm_map_find (run->map->map, is);

  return g_str_equal (is, "won") || g_str_equal (is, "lost") || g_str_equal (is, "none")
         || (part != NULL && ssm_part_kind (part) == SSM_KIND_STAGE);
}

static int
apply_stage (const Run *run, const char *pair)
{
  const char *sign = strrchr (pair, '=');
  g_autofree char *value = sign != NULL ? g_strndup (pair, (gsize) (sign - pair)) : NULL;

  if (value == NULL || !g_utf8_validate (pair, -1, NULL) || !is_meaning (run, sign + 1))
    return misused (_("--stage cannot be “%s”; it is VALUE=STAGE-ID, with the id of a stage "
                      "of the map, won, lost or none"), pair);
  ssm_sql_spec_add_meaning (run->spec, value, sign + 1);
  return SSM_EXIT_YES;
}

typedef gboolean (*SetTable) (SsmSqlSpec *spec, const char *name);

static int
apply_table (const Run *run, const char *option, SetTable set)
{
  const char *name = ssm_arguments_value (run->arguments, option);

  if (name == NULL || (g_utf8_validate (name, -1, NULL) && set (run->spec, name)))
    return SSM_EXIT_YES;
  return misused (_("“%s” cannot be the name of a table; it is NAME or SCHEMA.NAME"), name);
}

typedef int (*Apply) (const Run *run, const char *value);

static int
apply_all (const Run *run, const char *option, Apply apply)
{
  const char * const *values = ssm_arguments_values (run->arguments, option);
  int status = SSM_EXIT_YES;

  for (guint i = 0; status == SSM_EXIT_YES && values[i] != NULL; i++)
    status = apply (run, values[i]);
  return status;
}

static void
add_result_words (const Run *run)
{
  ssm_sql_spec_add_words (run->spec, "won", ssm_result_words (SSM_RESULT_WON));
  ssm_sql_spec_add_words (run->spec, "lost", ssm_result_words (SSM_RESULT_LOST));
  ssm_sql_spec_add_words (run->spec, "open", ssm_result_words (SSM_RESULT_OPEN));
}

static int
describe (const Run *run)
{
  int status = apply_table (run, "table", ssm_sql_spec_set_deals);

  add_result_words (run);
  if (status == SSM_EXIT_YES)
    status = apply_table (run, "history", ssm_sql_spec_set_history);
  if (status == SSM_EXIT_YES)
    status = apply_all (run, "column", apply_column);
  if (status == SSM_EXIT_YES)
    status = apply_all (run, "stage", apply_stage);
  return status;
}

static int
run (const SsmArguments *arguments)
{
  const char *dialect = ssm_arguments_value (arguments, "dialect");
  g_auto (Run) run = { .arguments = arguments };
  g_autofree char *sql = NULL;
  int status;

  if (dialect == NULL)
    return ssm_console_misused (&ssm_command_sql, _("--dialect is missing"));
  run.map = ssm_input_new (ssm_arguments_operand (arguments, 0), &status);
  if (run.map == NULL)
    return status;
  run.spec = ssm_sql_spec_new (ssm_sql_dialect_from_name (dialect));
  status = describe (&run);
  if (status != SSM_EXIT_YES)
    return status;

  sql = ssm_sql_to_text (run.spec, run.map->map,
                         ssm_resources_words (ssm_map_language (run.map->map)));
  return ssm_console_print (sql);
}

static const SsmOption options[] = {
  { "dialect", 0, "DATABASE", "duckdb|sqlite|postgresql", N_("The database the views are for") },
  { "table", 0, "NAME", NULL, N_("The table of deals, “deals” by default") },
  { "history", 0, "NAME", NULL,
    N_("The table of stage changes; without it, deals tell where they are now") },
  { "column", 0, "FIELD=NAME", NULL,
    N_("What a column is called in your table: amount=value; may be given again"), TRUE },
  { "stage", 0, "VALUE=STAGE-ID", NULL,
    N_("What a table’s word for a stage means: an id, won, lost or none; may be given "
       "again"), TRUE },
  { NULL },
};

const SsmCommand ssm_command_sql = {
  .name = "sql",
  .operands = "MAP",
  .min_operands = 1,
  .max_operands = 1,
  .summary = N_("Prints the measurements as SQL views"),
  .description
  = N_("Prints views that compute, in your own database and over your own tables of deals and\n"
       "stage changes, the same measurements as the program does: conversion, days in a\n"
       "stage, win rate, coverage and lost reasons. No database is connected to; run what is\n"
       "printed in yours."),
  .options = options,
  .run = run,
};
