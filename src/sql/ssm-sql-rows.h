/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Rows of VALUES, value after value. */

#pragma once

#include "ssm-sql-dialect.h"

G_BEGIN_DECLS

typedef struct _SsmSqlRows SsmSqlRows;

/* @types: a letter for each column: t for texts, i for whole numbers, n for others. */
SsmSqlRows *ssm_sql_rows_new  (SsmSqlDialect dialect, const char *types);
void        ssm_sql_rows_free (SsmSqlRows *rows);

/* The next value of the row; behind the last column a new row begins. */
void ssm_sql_rows_add_text   (SsmSqlRows *rows, const char *text); /* NULL: nothing */
void ssm_sql_rows_add_number (SsmSqlRows *rows, int number);
void ssm_sql_rows_add_nothing (SsmSqlRows *rows);

/* @decimal: digits as a map has them; "": nothing. */
void ssm_sql_rows_add_decimal (SsmSqlRows *rows, const char *decimal);

/* (transfer full): VALUES (…), (…), or a query that gives no row. */
char *ssm_sql_rows_to_text (const SsmSqlRows *rows);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SsmSqlRows, ssm_sql_rows_free)

G_END_DECLS
