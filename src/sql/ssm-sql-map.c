/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-sql-map.h"

#include <string.h>

#include "ssm-measure-path.h"
#include "ssm-pipeline-builder.h"
#include "ssm-sql-quote.h"
#include "ssm-sql-rows.h"
#include "ssm-sql-spec-private.h"
#include "ssm-sql-words.h"

typedef struct
{
  const SsmSqlSpec *spec;
  const SsmMap *map;
  const SsmMeasurePath *path;
  GHashTable *texts;
} Build;

static void
put (const Build *build, const char *name, char *text)
{
  g_hash_table_insert (build->texts, (gpointer) name, text);
}

static void
put_rows (const Build *build, const char *name, const SsmSqlRows *rows)
{
  put (build, name, ssm_sql_rows_to_text (rows));
}

static const char *
kind_name (SsmStageKind kind)
{
  static const char * const names[] = { [SSM_STAGE_OPEN] = "open", [SSM_STAGE_POST] = "post",
                                        [SSM_STAGE_LOST] = "lost" };

  return names[kind];
}

static void
add_step (SsmSqlRows *rows, int order)
{
  if (order == SSM_NO_ORDER)
    ssm_sql_rows_add_nothing (rows);
  else
    ssm_sql_rows_add_number (rows, order + 1);
}

static void
put_stages (const Build *build)
{
  g_autoptr (SsmSqlRows) rows = ssm_sql_rows_new (build->spec->dialect, "tititiinn");

  for (guint i = 0; i < build->path->n_stages; i++)
    {
      const SsmPart *stage = ssm_map_stage (build->map, i);
      int order = build->path->orders[i];

      ssm_sql_rows_add_text (rows, ssm_part_id (stage));
      ssm_sql_rows_add_number (rows, (int) i + 1);
      ssm_sql_rows_add_text (rows, kind_name (build->path->kinds[i]));
      add_step (rows, order);
      ssm_sql_rows_add_text (rows, ssm_part_text (stage, SSM_STAGE_NAME));
      ssm_sql_rows_add_number (rows, order >= (int) build->path->qualified);
      ssm_sql_rows_add_number (rows, order >= (int) build->path->late);
      ssm_sql_rows_add_decimal (rows, ssm_part_text (stage, SSM_STAGE_LIMIT_DAYS));
      ssm_sql_rows_add_decimal (rows, ssm_part_text (stage, SSM_STAGE_GOAL));
    }
  put_rows (build, "stage_rows", rows);
}

/* "-- “Discovery” (s-discovery) ends as “Qualified” (d-qualified): …" */
static void
append_stage (GString *text, const Build *build, const SsmPart *stage)
{
  const SsmPart *outcome = ssm_map_outcome (build->map, stage);
  g_autofree char *name = ssm_sql_comment (ssm_part_text (stage, SSM_STAGE_NAME));
  g_autofree char *id = ssm_sql_comment (ssm_part_id (stage));
  g_autofree char *term = NULL, *term_id = NULL, *words = NULL;

  g_string_append_printf (text, "-- “%s” (stage %s)", name, id);
  if (outcome != NULL)
    {
      term = ssm_sql_comment (ssm_part_text (outcome, SSM_DEFINITION_TERM));
      term_id = ssm_sql_comment (ssm_part_id (outcome));
      words = ssm_sql_comment (ssm_part_text (outcome, SSM_DEFINITION_TEXT));
      g_string_append_printf (text, " ends as “%s” (definition %s): %s", term, term_id, words);
    }
  g_string_append_c (text, '\n');
}

static void
put_comments (const Build *build)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < build->path->n_stages; i++)
    append_stage (text, build, ssm_map_stage (build->map, i));
  put (build, "stage_comments", g_string_free (text, FALSE));
}

/* Words that a view has already: the first one that is called so keeps it. */
static gboolean
is_new (GHashTable *known, const char *kind, const char *word)
{
  return *word != '\0' && g_hash_table_add (known, g_strconcat (kind, " ", word, NULL));
}

static void
add_stage_word (SsmSqlRows *rows, GHashTable *known, const char *kind, const char *word,
                const char *stage, const char *result)
{
  if (!is_new (known, kind, word))
    return;
  ssm_sql_rows_add_text (rows, word);
  ssm_sql_rows_add_text (rows, kind);
  ssm_sql_rows_add_text (rows, stage);
  ssm_sql_rows_add_text (rows, result);
}

static void
add_folded (SsmSqlRows *rows, GHashTable *known, const char *word, const char *stage)
{
  g_autofree char *plain = ssm_sql_unnumbered (word);
  g_autoptr (GPtrArray) folded = ssm_sql_folded (plain);

  for (guint i = 0; i < folded->len; i++)
    add_stage_word (rows, known, "folded", g_ptr_array_index (folded, i), stage, NULL);
}

/* The stage's name, its key in the CRM, and what is behind a sign in that. */
static void
add_stage_words (SsmSqlRows *rows, GHashTable *known, const SsmPart *stage)
{
  const char *id = ssm_part_id (stage);
  const char *name = ssm_part_text (stage, SSM_STAGE_NAME);
  const char *crm = ssm_part_text (stage, SSM_STAGE_CRM);
  const char *colon = strchr (crm, ':'), *sign = strchr (crm, '=');

  add_stage_word (rows, known, "exact", name, id, NULL);
  add_stage_word (rows, known, "exact", crm, id, NULL);
  if (colon != NULL)
    add_stage_word (rows, known, "exact", colon + 1, id, NULL);
  if (sign != NULL)
    add_stage_word (rows, known, "exact", sign + 1, id, NULL);
  add_folded (rows, known, name, id);
  add_folded (rows, known, crm, id);
}

static void
put_stage_words (const Build *build)
{
  g_autoptr (SsmSqlRows) rows = ssm_sql_rows_new (build->spec->dialect, "tttt");
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = build->spec->meanings->len; i > 0; i--)
    {
      const SsmSqlMeaning *meaning = g_ptr_array_index (build->spec->meanings, i - 1);
      gboolean is_result = g_str_equal (meaning->is, "won") || g_str_equal (meaning->is, "lost");
      gboolean is_stage = !is_result && !g_str_equal (meaning->is, "none");

      add_stage_word (rows, known, "said", meaning->word, is_stage ? meaning->is : NULL,
                      is_result ? meaning->is : NULL);
    }
  for (guint i = 0; i < build->path->n_stages; i++)
    add_stage_words (rows, known, ssm_map_stage (build->map, i));
  put_rows (build, "stage_words", rows);
}

static void
add_pair (SsmSqlRows *rows, GHashTable *known, const char *word, const char *is)
{
  g_autoptr (GPtrArray) folded = ssm_sql_folded (word);

  for (guint i = 0; i < folded->len; i++)
    {
      const char *one = g_ptr_array_index (folded, i);

      if (!is_new (known, "", one))
        continue;
      ssm_sql_rows_add_text (rows, one);
      ssm_sql_rows_add_text (rows, is);
    }
}

static void
put_result_words (const Build *build)
{
  g_autoptr (SsmSqlRows) rows = ssm_sql_rows_new (build->spec->dialect, "tt");
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < build->spec->results->len; i++)
    {
      const SsmSqlMeaning *meaning = g_ptr_array_index (build->spec->results, i);

      add_pair (rows, known, meaning->word, meaning->is);
    }
  put_rows (build, "result_words", rows);
}

static void
put_reasons (const Build *build)
{
  g_autoptr (SsmSqlRows) rows = ssm_sql_rows_new (build->spec->dialect, "titti");
  g_autoptr (SsmSqlRows) words = ssm_sql_rows_new (build->spec->dialect, "tt");
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < ssm_part_n_children (build->map, SSM_LIST_REASONS); i++)
    {
      const SsmPart *reason = ssm_part_child (build->map, SSM_LIST_REASONS, i);
      const char *id = ssm_part_id (reason);

      ssm_sql_rows_add_text (rows, id);
      ssm_sql_rows_add_number (rows, (int) i + 1);
      ssm_sql_rows_add_text (rows, ssm_part_text (reason, SSM_REASON_CODE));
      ssm_sql_rows_add_text (rows, ssm_part_text (reason, SSM_REASON_TEXT));
      ssm_sql_rows_add_number (rows, ssm_part_flag (reason, SSM_REASON_NO_DECISION));
      add_pair (words, known, ssm_part_text (reason, SSM_REASON_CODE), id);
      add_pair (words, known, ssm_part_text (reason, SSM_REASON_TEXT), id);
    }
  put_rows (build, "reason_rows", rows);
  put_rows (build, "reason_words", words);
}

void
ssm_sql_map_texts (const SsmSqlSpec *spec, const SsmMap *map, const SsmLanguage *words,
                   GHashTable *texts)
{
  g_autoptr (SsmPipelineBuilder) builder = ssm_pipeline_builder_new (map);
  g_autoptr (SsmPipeline) pipeline = ssm_pipeline_builder_finish (builder);
  g_autoptr (SsmMeasurePath) path = ssm_measure_path_new (map, pipeline, words);
  Build build = { spec, map, path, texts };

  put_stages (&build);
  put_comments (&build);
  put_stage_words (&build);
  put_result_words (&build);
  put_reasons (&build);
}
