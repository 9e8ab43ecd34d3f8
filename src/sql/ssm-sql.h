/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The measurements of a map as views for the team's own database, over the team's own tables
 * of deals and of stage changes. The views say what src/metrics computes, figure by figure;
 * nothing here speaks to a database. */

#pragma once

#include "ssm-language.h"
#include "ssm-map.h"
#include "ssm-sql-dialect.h"
#include "ssm-sql-field.h"

G_BEGIN_DECLS

typedef struct _SsmSqlSpec SsmSqlSpec;

SsmSqlSpec *ssm_sql_spec_new  (SsmSqlDialect dialect);
void        ssm_sql_spec_free (SsmSqlSpec *spec);

/* The tables, as they are called in the database, with their schema in front of a dot; FALSE
 * where @name is no name of a table. Without a table of history, stages are known as far as
 * the deals' own rows tell. "deals" unless it is set. */
gboolean ssm_sql_spec_set_deals   (SsmSqlSpec *spec, const char *name);
gboolean ssm_sql_spec_set_history (SsmSqlSpec *spec, const char *name);

/* The column of @field; "": there is none. As soon as one column of a table is given, only
 * those that are, and those that are needed, are taken to be there. */
void ssm_sql_spec_set_column (SsmSqlSpec *spec, SsmSqlField field, const char *column);

/* What a value for a stage is: the id of a stage of the map, "won", "lost" or "none". */
void ssm_sql_spec_add_meaning (SsmSqlSpec *spec, const char *value, const char *is);

/* Words, with blanks between, that mean the same as @result, "won", "lost" or "open". */
void ssm_sql_spec_add_words (SsmSqlSpec *spec, const char *result, const char *words);

/* (transfer full): the whole script; it can be run again when the map has changed. @words: of
 * the map, to know a stage that is called like a lost deal. */
char *ssm_sql_to_text (const SsmSqlSpec *spec, const SsmMap *map, const SsmLanguage *words);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SsmSqlSpec, ssm_sql_spec_free)

G_END_DECLS
