/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ssm-sql.h"

G_BEGIN_DECLS

/* A word and what it is. */
typedef struct
{
  char *word;
  char *is;
} SsmSqlMeaning;

struct _SsmSqlSpec
{
  SsmSqlDialect dialect;
  char *deals;                     /* quoted */
  char *history;                   /* quoted, or NULL */
  char *columns[SSM_N_SQL_FIELDS]; /* NULL: nobody said */
  GPtrArray *meanings;             /* SsmSqlMeaning: of stages */
  GPtrArray *results;              /* SsmSqlMeaning: words for won, lost, open */
};

/* The column of @field in the team's table, or NULL where there is none. */
const char *ssm_sql_spec_column (const SsmSqlSpec *spec, SsmSqlField field);

/* Puts deals_table, deals_columns, deals_remark and the same of the history into @texts. */
void ssm_sql_source_texts (const SsmSqlSpec *spec, GHashTable *texts);

G_END_DECLS
