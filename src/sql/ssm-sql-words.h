/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Words as {{fold}} leaves them, whichever letters a database can make small. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* (transfer full): what {{fold}} may make of @word, without doubles: PostgreSQL and DuckDB
 * know all letters, as a rule, and SQLite those of ASCII. */
GPtrArray *ssm_sql_folded (const char *word);

/* (transfer full): @name without the number that counts stages in front of it. */
char *ssm_sql_unnumbered (const char *name);

G_END_DECLS
