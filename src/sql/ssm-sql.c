/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-sql.h"

#include <gio/gio.h>

#include "ssm-sql-map.h"
#include "ssm-sql-quote.h"
#include "ssm-sql-spec-private.h"
#include "ssm-sql-template.h"
#include "ssm-sql-views.h"

/* In the order in which they build on each other. */
static const char * const views[] = {
  "parameters", "source-deals", "source-history",
  "stages", "stage-words", "result-words", "reasons", "reason-words",
  "stage-values", "deals", "history",
  "entries", "asked", "steps", "spells", "deal-states", "deal-stages",
  "durations", "duration-figures",
  "stage-conversion", "stage-snapshot", "stage-days", "open-deals",
  "win-rate", "money", "cycle", "coverage", "lost-reasons", "findings",
};

static GHashTable *
make_texts (const SsmSqlSpec *spec, const SsmMap *map, const SsmLanguage *words)
{
  GHashTable *texts = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);

  ssm_sql_map_texts (spec, map, words, texts);
  ssm_sql_source_texts (spec, texts);
  return texts;
}

static void
append_head (GString *sql, const SsmSqlSpec *spec, const SsmMap *map)
{
  g_autofree char *title = ssm_sql_comment (ssm_map_text (map, SSM_MAP_TITLE));
  g_autofree char *label = ssm_sql_comment (ssm_map_text (map, SSM_EDITION_LABEL));
  g_autofree char *id = ssm_sql_comment (ssm_part_id (map));

  g_string_append_printf (
      sql,
      "-- The measurements of the map “%s”%s%s (%s) as views for %s.\n"
      "-- It reads your tables and writes nothing but these views; run it again when the map\n"
      "-- has changed. Ask for what you want to know in salesmap_parameters, then read\n"
      "--\n"
      "--   salesmap_stage_conversion   salesmap_win_rate       salesmap_coverage\n"
      "--   salesmap_stage_snapshot     salesmap_money          salesmap_lost_reasons\n"
      "--   salesmap_stage_days         salesmap_cycle          salesmap_open_deals\n"
      "--   salesmap_findings           salesmap_stage_values (what your words were taken for)\n"
      "--\n"
      "-- The other views lead from your tables to these, an idea each.\n\n",
      title, *label != '\0' ? ", edition " : "", label, id,
      ssm_sql_dialect_title (spec->dialect));
}

/* salesmap_stage_days for "stage-days". */
static void
append_view_name (GString *sql, const char *view)
{
  g_string_append (sql, "salesmap_");
  for (const char *p = view; *p != '\0'; p++)
    g_string_append_c (sql, *p == '-' ? '_' : *p);
}

/* Takes away those of the last time, if any, but nothing that was built upon them. */
static void
append_drops (GString *sql)
{
  g_string_append (sql, "BEGIN TRANSACTION;\n\n");
  for (guint i = G_N_ELEMENTS (views); i > 0; i--)
    {
      g_string_append (sql, "DROP VIEW IF EXISTS ");
      append_view_name (sql, views[i - 1]);
      g_string_append (sql, ";\n");
    }
}

static void
append_view (GString *sql, const SsmSqlSpec *spec, const char *view, GHashTable *texts)
{
  g_autofree char *path = g_strdup_printf ("/org/salesmap/sql/%s.sql", view);
  g_autoptr (GBytes) bytes
      = g_resource_lookup_data (ssm_sql_views_get_resource (), path,
                                G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  g_autofree char *template = g_strndup (data, size);
  g_autofree char *expanded = ssm_sql_template_expand (template, spec->dialect, texts);

  g_string_append_printf (sql, "\n%s", expanded);
}

char *
ssm_sql_to_text (const SsmSqlSpec *spec, const SsmMap *map, const SsmLanguage *words)
{
  g_autoptr (GHashTable) texts = NULL;
  GString *sql;

  g_return_val_if_fail (spec != NULL && map != NULL, NULL);

  texts = make_texts (spec, map, words);
  sql = g_string_new (NULL);
  append_head (sql, spec, map);
  append_drops (sql);
  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    append_view (sql, spec, views[i], texts);
  g_string_append (sql, "\nCOMMIT;\n");
  return g_string_free (sql, FALSE);
}
