/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A table as word processors, spreadsheets and mails take it from the clipboard: a column a
 * stage. Styles stand on the elements, which is what these programs read; the one rule says
 * Excel that a break of lines is none of rows. */

#include "ssm-convert.h"

#include "ssm-fragment.h"

#define CELL "padding:4px;vertical-align:top;border:1px solid #888"

static void
append_words (GString *out, const char *words)
{
  g_autofree char *escaped = g_markup_escape_text (words, -1);
  g_auto (GStrv) lines = g_strsplit (escaped, "\n", -1);
  g_autofree char *broken = g_strjoinv ("<br>", lines);

  g_string_append (out, broken);
}

static void
append_label (GString *out, const char *scope, const char *words)
{
  g_string_append_printf (out, "<th scope=\"%s\" style=\"" CELL "\">", scope);
  append_words (out, words);
  g_string_append (out, "</th>");
}

static void
append_names (GString *out, const SsmMap *map)
{
  g_string_append (out, "<tr>");
  append_label (out, "col", "");
  for (guint i = 0; i < ssm_map_n_stages (map); i++)
    append_label (out, "col", ssm_part_text (ssm_map_stage (map, i), SSM_STAGE_NAME));
  g_string_append (out, "</tr>\n");
}

static void
append_criteria (GString *out, const SsmPart *stage, SsmList list)
{
  for (guint i = 0; i < ssm_part_n_children (stage, list); i++)
    {
      if (i > 0)
        g_string_append (out, "<br>");
      append_words (out, ssm_part_text (ssm_part_child (stage, list, i), SSM_CRITERION_TEXT));
    }
}

/* What a row of the table shows of a stage: a field, or else a list. */
typedef struct
{
  const char *key;
  SsmField field;
  SsmList list;
} Row;

static void
append_cell (GString *out, const SsmMap *map, const SsmPart *stage, const Row *row)
{
  if (row->list != SSM_LIST_NONE)
    append_criteria (out, stage, row->list);
  else if (row->field == SSM_STAGE_OUTCOME)
    append_words (out, ssm_part_text (ssm_map_outcome (map, stage), SSM_DEFINITION_TERM));
  else
    append_words (out, ssm_part_text (stage, row->field));
}

static void
append_row (GString *out, const SsmMap *map, const SsmLanguage *language, const Row *row)
{
  g_string_append (out, "<tr>");
  append_label (out, "row", ssm_language_label (language, row->key));
  for (guint i = 0; i < ssm_map_n_stages (map); i++)
    {
      g_string_append (out, "<td style=\"" CELL "\">");
      append_cell (out, map, ssm_map_stage (map, i), row);
      g_string_append (out, "</td>");
    }
  g_string_append (out, "</tr>\n");
}

static void
append_table (GString *out, const SsmMap *map, const SsmLanguage *language)
{
  static const Row rows[] = {
    { "what-we-do", SSM_STAGE_DOES, SSM_LIST_NONE },
    { "owner", SSM_STAGE_OWNER, SSM_LIST_NONE },
    { "enter-when", SSM_FIELD_NONE, SSM_LIST_ENTRY },
    { "leave-when", SSM_FIELD_NONE, SSM_LIST_EXIT },
    { "outcome", SSM_STAGE_OUTCOME, SSM_LIST_NONE },
  };

  g_string_append_printf (out, "<table dir=\"%s\" style=\"border-collapse:collapse\">\n",
                          ssm_map_is_rtl (map, language) ? "rtl" : "ltr");
  append_names (out, map);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    append_row (out, map, language, &rows[i]);
  g_string_append (out, "</table>\n");
}

static void
append_list (GString *out, const SsmPart *stage, SsmList list)
{
  for (guint i = 0; i < ssm_part_n_children (stage, list); i++)
    {
      g_string_append (out, "<li>");
      append_words (out, ssm_part_text (ssm_part_child (stage, list, i), SSM_CRITERION_TEXT));
      g_string_append (out, "</li>\n");
    }
}

char *
ssm_map_to_html_table (const SsmMap *map, const SsmLanguage *language)
{
  GString *out = g_string_new ("<meta charset=\"utf-8\"><style>"
                               "br{mso-data-placement:same-cell}</style>\n");

  g_return_val_if_fail (map != NULL && language != NULL, g_string_free (out, FALSE));

  if (ssm_fragment_kind (map) == SSM_FRAGMENT_CRITERIA)
    {
      g_string_append (out, "<ul>\n");
      append_list (out, ssm_map_stage (map, 0), SSM_LIST_ENTRY);
      append_list (out, ssm_map_stage (map, 0), SSM_LIST_EXIT);
      g_string_append (out, "</ul>\n");
    }
  else
    append_table (out, map, language);
  return g_string_free (out, FALSE);
}
