/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the views need of a map, as rows of VALUES: its stages and lost reasons, and the words
 * by which a table may call them. */

#pragma once

#include "ssm-sql.h"

G_BEGIN_DECLS

/* Puts stage_comments, stage_rows, stage_words, result_words, reason_rows and reason_words
 * into @texts. */
void ssm_sql_map_texts (const SsmSqlSpec *spec, const SsmMap *map, const SsmLanguage *words,
                        GHashTable *texts);

G_END_DECLS
