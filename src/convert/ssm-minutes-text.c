/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-minutes-text.h"

#include "ssm-markdown.h"

/* What a line begins with. */
static const char * const marks[] = {
  [SSM_MINUTES_TITLE] = "# ",      [SSM_MINUTES_SUBTITLE] = "",
  [SSM_MINUTES_SECTION] = "## ",   [SSM_MINUTES_PART] = "### ",
  [SSM_MINUTES_LABEL] = "**",      [SSM_MINUTES_ITEM] = "- ",
  [SSM_MINUTES_TERM] = "- **",     [SSM_MINUTES_ROW_HEAD] = "| ",
  [SSM_MINUTES_ROW] = "| ",        [SSM_MINUTES_ROW_SUM] = "| **",
  [SSM_MINUTES_TEXT] = "",
};

static gboolean
is_row (SsmMinutesKind kind)
{
  return kind == SSM_MINUTES_ROW_HEAD || kind == SSM_MINUTES_ROW
         || kind == SSM_MINUTES_ROW_SUM;
}

static void
append_row (GString *text, const SsmMinutesLine *line)
{
  const char *strong = line->kind == SSM_MINUTES_ROW_SUM ? "**" : "";

  ssm_markdown_append (text, line->text);
  g_string_append_printf (text, "%s | %s", strong, strong);
  ssm_markdown_append (text, line->note);
  g_string_append_printf (text, "%s | %s", strong, strong);
  ssm_markdown_append (text, line->last);
  g_string_append_printf (text, "%s |", strong);
  if (line->kind == SSM_MINUTES_ROW_HEAD)
    g_string_append (text, "\n| --- | ---: | ---: |");
}

static void
append_line (GString *text, const SsmMinutesLine *line)
{
  g_string_append (text, marks[line->kind]);
  if (is_row (line->kind))
    {
      append_row (text, line);
      return;
    }

  ssm_markdown_append (text, line->text);
  if (line->kind == SSM_MINUTES_LABEL)
    g_string_append (text, "**");
  if (line->kind == SSM_MINUTES_TERM)
    g_string_append (text, ":**");
  if (line->note == NULL || *line->note == '\0')
    return;
  g_string_append (text, line->kind == SSM_MINUTES_TERM ? " " : " (");
  ssm_markdown_append (text, line->note);
  if (line->kind != SSM_MINUTES_TERM)
    g_string_append_c (text, ')');
}

/* Items of one list and rows of one table follow each other; everything else stands apart. */
static gboolean
belongs_to (SsmMinutesKind kind, SsmMinutesKind before)
{
  return (is_row (kind) && is_row (before))
         || (kind == before && (kind == SSM_MINUTES_ITEM || kind == SSM_MINUTES_TERM));
}

char *
ssm_minutes_to_markdown (const SsmMinutes *minutes)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < minutes->lines->len; i++)
    {
      const SsmMinutesLine *line = minutes->lines->pdata[i];
      const SsmMinutesLine *before = i > 0 ? minutes->lines->pdata[i - 1] : NULL;

      if (before != NULL && !belongs_to (line->kind, before->kind))
        g_string_append_c (text, '\n');
      append_line (text, line);
      g_string_append_c (text, '\n');
    }

  return g_string_free (text, FALSE);
}
