/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The views as they stand in resources/sql, in the words of a database:
 *
 *   {{=name}}       what is called so: rows of the map, the team's columns
 *   {{macro a; b}}  see ssm-sql-dialect.h; a and b may have macros in them
 */

#pragma once

#include "ssm-sql-dialect.h"

G_BEGIN_DECLS

/* (transfer full). @texts: name → SQL, which is put in as it is. */
char *ssm_sql_template_expand (const char *text, SsmSqlDialect dialect, GHashTable *texts);

G_END_DECLS
