/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-sql-dialect.h"

typedef struct
{
  const char *name;
  const char *forms[SSM_N_SQL_DIALECTS]; /* only the first: all write it so */
} Macro;

/* A time of day, and a zone behind it, in a text. */
#define PG_TIME "^[0-9]{4}-[0-9]{2}-[0-9]{2}[T ]([01][0-9]|2[0-3]):[0-5][0-9]" \
                "(:[0-5][0-9]([.][0-9]+)?)? ?(Z|[+-][0-9]{2}(:?[0-9]{2})?)?$"
#define ZONE "(Z|[+-][0-9]{2}(:?[0-9]{2})?)$"
#define PG_NUMBER "^[+-]?[0-9]+([.][0-9]*)?([eE][+-]?[0-9]+)?$"

#define SIGNS " -_./,:;&+()''\"#*’–"

const char * const ssm_sql_fold_signs[]
    = { " ", "-", "_", ".", "/", ",", ":", ";", "&", "+", "(", ")", "'", "\"", "#", "*",
        "’", "–", NULL };

/* Amounts are exact: decimals, or, as SQLite has none, whole millionths, which only {{money}}
 * turns into what is shown. Days are dates, or texts like 2026-11-25. Moments are whole
 * milliseconds. */
static const Macro macros[] = {
  /* name            DuckDB, SQLite, PostgreSQL */
  { "text_type", { "VARCHAR", "TEXT", "text" } },
  { "date_type", { "DATE", "TEXT", "date" } },
  { "no_day", { "CAST(NULL AS {{date_type}})" } },
  { "amount_type", { "DECIMAL(38, 6)", "NUMERIC", "numeric" } },

  { "text", { "CAST($1 AS VARCHAR)", "CAST($1 AS TEXT)", "CAST($1 AS text)" } },

  /* The day that a text begins with; NULL where the calendar has no such day. */
  { "day",
    { "TRY_CAST(substr($1, 1, 10) AS DATE)",
      "CASE WHEN date(substr($1, 1, 10), '+0 days') = substr($1, 1, 10)"
      " THEN substr($1, 1, 10) END",
      "CASE WHEN $1 ~ '^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])' THEN"
      " CASE WHEN CAST(substr($1, 9, 2) AS integer) <= extract(day FROM"
      " CAST(substr($1, 1, 8) || '01' AS date) + interval '1 month' - interval '1 day')"
      " THEN CAST(substr($1, 1, 10) AS date) END END" } },

  /* "14:30" is "14:30:00". */
  { "with_seconds",
    { "CASE WHEN substr($1, 17, 1) = ':' THEN $1"
      " ELSE substr($1, 1, 16) || ':00' || substr($1, 17) END" } },

  /* The moment that a text names; NULL where it is only a day. */
  { "ms",
    { "CASE WHEN length($1) > 10 THEN"
      " CASE WHEN regexp_matches(substr($1, 11), '" ZONE "')"
      " THEN epoch_ms(TRY_CAST({{with_seconds $1}} AS TIMESTAMPTZ))"
      " ELSE epoch_ms(TRY_CAST({{with_seconds $1}} AS TIMESTAMP)) END END",
      "CASE WHEN length($1) > 10"
      " THEN CAST(round((julianday($1) - 2440587.5) * 86400000) AS INTEGER) END",
      "CASE WHEN $1 ~ '" PG_TIME "' AND {{day $1}} IS NOT NULL THEN"
      " CAST(round(1000 * CASE WHEN substr($1, 11) ~ '" ZONE "'"
      " THEN extract(epoch FROM CAST($1 AS timestamptz))"
      " ELSE extract(epoch FROM CAST($1 AS timestamp)) END) AS bigint) END" } },

  /* Days from $1 to $2; the first moment of a day; milliseconds from a day and moment to
   * another one: of days, where one of the two has no time of day. */
  { "days",
    { "CAST($2 - $1 AS BIGINT)",
      "CAST(julianday($2) - julianday($1) AS INTEGER)",
      "CAST($2 - $1 AS bigint)" } },
  { "day_ms",
    { "(CAST($1 - DATE '1970-01-01' AS BIGINT) * 86400000)",
      "(CAST(strftime('%s', $1) AS INTEGER) * 1000)",
      "(CAST($1 - DATE '1970-01-01' AS bigint) * 86400000)" } },
  { "span",
    { "CASE WHEN $2 IS NOT NULL AND $4 IS NOT NULL THEN $4 - $2"
      " ELSE {{days $1; $3}} * 86400000 END" } },
  { "in_days", { "CAST($1 AS DOUBLE PRECISION) / 86400000" } },
  { "in_period",
    { "(s.period_from IS NULL OR $1 >= s.period_from)"
      " AND (s.period_to IS NULL OR $1 <= s.period_to)" } },

  /* The first day of the month $1, counted from the year 0; the day before $1. */
  { "month_start",
    { "make_date(($1) // 12, ($1) % 12 + 1, 1)",
      "CASE WHEN ($1) IS NOT NULL THEN printf('%04d-%02d-01', ($1) / 12, ($1) % 12 + 1) END",
      "make_date(($1) / 12, ($1) % 12 + 1, 1)" } },
  { "day_before", { "$1 - 1", "date($1, '-1 day')", "$1 - 1" } },

  { "whole", { "($1 // $2)", "($1 / $2)", "($1 / $2)" } },

  /* The amount that a text holds; NULL where it is none. */
  { "amount",
    { "TRY_CAST($1 AS DECIMAL(38, 6))",
      "CASE WHEN $1 NOT GLOB '*[0-9]*' OR $1 GLOB '*.*.*' OR $1 GLOB '?*-*-*' THEN NULL"
      " WHEN $1 NOT GLOB '*[^0-9.-]*' AND $1 NOT GLOB '?*-*'"
      " AND length($1) - instr($1 || '.', '.') <= 6 THEN"
      " CAST(substr($1, 1, instr($1 || '.', '.') - 1) AS INTEGER) * 1000000"
      " + CASE WHEN $1 LIKE '-%' THEN -1 ELSE 1 END"
      " * CAST(substr(substr($1, instr($1 || '.', '.') + 1) || '000000', 1, 6) AS INTEGER)"
      " WHEN $1 NOT GLOB '*[^0-9.eE+-]*' AND ($1 GLOB '*[0-9]e*[0-9]' OR $1 NOT GLOB '?*[eE+-]*')"
      " THEN CAST(round(CAST($1 AS REAL) * 1000000) AS INTEGER) END",
      "CASE WHEN $1 ~ '" PG_NUMBER "' THEN round(CAST($1 AS numeric), 6) END" } },
  { "money", { "$1", "$1 / 1000000.0", "$1" } },

  /* A word as it is compared: without case, blanks and signs. */
  { "fold",
    { "lower(translate($1, '" SIGNS "', ''))",
      "lower(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace("
      "replace(replace(replace(replace(replace(replace(replace(replace($1, ' ', ''), '-', ''),"
      " '_', ''), '.', ''), '/', ''), ',', ''), ':', ''), ';', ''), '&', ''), '+', ''),"
      " '(', ''), ')', ''), '''', ''), '\"', ''), '#', ''), '*', ''), '’', ''), '–', ''))",
      "lower(translate($1, '" SIGNS "', ''))" } },
};

static const struct
{
  const char *name;
  const char *title;
} dialects[SSM_N_SQL_DIALECTS] = {
  [SSM_SQL_DUCKDB] = { "duckdb", "DuckDB" },
  [SSM_SQL_SQLITE] = { "sqlite", "SQLite" },
  [SSM_SQL_POSTGRESQL] = { "postgresql", "PostgreSQL" },
};

const char *
ssm_sql_dialect_name (SsmSqlDialect dialect)
{
  g_return_val_if_fail (dialect < SSM_N_SQL_DIALECTS, "");

  return dialects[dialect].name;
}

const char *
ssm_sql_dialect_title (SsmSqlDialect dialect)
{
  g_return_val_if_fail (dialect < SSM_N_SQL_DIALECTS, "");

  return dialects[dialect].title;
}

SsmSqlDialect
ssm_sql_dialect_from_name (const char *name)
{
  SsmSqlDialect dialect = 0;

  while (dialect < SSM_N_SQL_DIALECTS && !g_str_equal (dialects[dialect].name, name))
    dialect++;
  return dialect;
}

const char *
ssm_sql_dialect_form (SsmSqlDialect dialect, const char *macro)
{
  g_return_val_if_fail (dialect < SSM_N_SQL_DIALECTS, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (macros); i++)
    if (g_str_equal (macros[i].name, macro))
      return macros[i].forms[dialect] != NULL ? macros[i].forms[dialect]
                                              : macros[i].forms[0];
  return NULL;
}
