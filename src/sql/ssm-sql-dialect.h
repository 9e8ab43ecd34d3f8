/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What differs between databases. The views (resources/sql) say what they mean, such as
 * {{days a; b}}, and the one table of the .c file says how each database writes it. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  SSM_SQL_DUCKDB,
  SSM_SQL_SQLITE,
  SSM_SQL_POSTGRESQL,
  SSM_N_SQL_DIALECTS
} SsmSqlDialect;

/* For the command line: "postgresql"; and as people write it: "PostgreSQL". */
const char *ssm_sql_dialect_name  (SsmSqlDialect dialect);
const char *ssm_sql_dialect_title (SsmSqlDialect dialect);

/* SSM_N_SQL_DIALECTS where there is none of that name. */
SsmSqlDialect ssm_sql_dialect_from_name (const char *name);

/* How @dialect writes @macro, $1, $2 … standing for what it is given, which may hold macros
 * itself; NULL where there is no such macro. */
const char *ssm_sql_dialect_form (SsmSqlDialect dialect, const char *macro);

/* Signs that {{fold}} takes out of a word. */
extern const char * const ssm_sql_fold_signs[];

G_END_DECLS
