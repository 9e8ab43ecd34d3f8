/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Words of others in SQL, so that none of them can be read as SQL. */

#pragma once

#include "ssm-sql-dialect.h"

G_BEGIN_DECLS

/* (transfer full): 'text', also where it has backslashes and the server reads them; NULL
 * gives a NULL that is a text. */
char *ssm_sql_literal (const char *text, SsmSqlDialect dialect);

/* (transfer full): "name". */
char *ssm_sql_identifier (const char *name);

/* (transfer full): "crm"."deals" for crm.deals, the name of a table as it stands in the
 * database. A part with dots in it is given in quotes. NULL where @name is none. */
char *ssm_sql_table (const char *name);

/* (transfer full): @text as part of a comment of one line. */
char *ssm_sql_comment (const char *text);

G_END_DECLS
