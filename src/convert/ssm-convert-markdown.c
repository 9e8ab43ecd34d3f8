/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-convert.h"

#include <string.h>

#include "ssm-markdown.h"
#include "ssm-outline.h"

static void
append_pair (GString *text, const char *mark, const SsmLine *line)
{
  g_string_append_printf (text, "%s**", mark);
  ssm_markdown_append (text, line->label);
  g_string_append (text, ":**");
  if (*line->text != '\0')
    g_string_append_c (text, ' ');
  ssm_markdown_append (text, line->text);
  if (line->note != NULL)
    g_string_append_printf (text, " (%s)", line->note);
}

static void
append_criterion (GString *text, const char *mark, const SsmLine *line)
{
  g_string_append (text, mark);
  ssm_markdown_append (text, line->text);
  if (line->note == NULL)
    return;
  g_string_append (text, " (");
  ssm_markdown_append (text, line->note);
  g_string_append_c (text, ')');
}

static void
append_heading (GString *text, const char *mark, const char *words)
{
  g_string_append (text, mark);
  ssm_markdown_append (text, words);
}

static void
append_line (GString *text, const SsmLine *line)
{
  switch (line->kind)
    {
    case SSM_LINE_TITLE:
      append_heading (text, "# ", line->text);
      break;
    case SSM_LINE_SUBTITLE:
      ssm_markdown_append (text, line->text);
      break;
    case SSM_LINE_STAGE:
      g_string_append_printf (text, "## %u ", line->number);
      ssm_markdown_append (text, line->text);
      break;
    case SSM_LINE_SECTION:
      append_heading (text, "## ", line->text);
      break;
    case SSM_LINE_ENTRY:
    case SSM_LINE_EXIT:
      append_heading (text, "### ", line->label);
      break;
    case SSM_LINE_TO_ENTER:
      append_criterion (text, "- ", line);
      break;
    case SSM_LINE_TO_LEAVE:
      append_criterion (text, "- [ ] ", line);
      break;
    case SSM_LINE_PAIR:
      append_pair (text, "", line);
      break;
    case SSM_LINE_FACT:
    case SSM_LINE_TERM:
      append_pair (text, "- ", line);
      break;
    case SSM_LINE_EXAMPLE:
      append_pair (text, "  - ", line);
      break;
    default:
      g_return_if_reached ();
    }
}

/* Items of one list follow each other; everything else stands apart. */
static gboolean
is_same_list (SsmLineKind before, SsmLineKind kind)
{
  gboolean of_terms = kind == SSM_LINE_TERM || kind == SSM_LINE_EXAMPLE;

  if (of_terms)
    return before == SSM_LINE_TERM || before == SSM_LINE_EXAMPLE;
  return before == kind
         && (kind == SSM_LINE_FACT || kind == SSM_LINE_TO_ENTER
             || kind == SSM_LINE_TO_LEAVE);
}

char *
ssm_map_to_markdown (const SsmMap *map, const SsmLanguage *language)
{
  g_autoptr (GPtrArray) lines = NULL;
  GString *text;

  g_return_val_if_fail (map != NULL && language != NULL, NULL);

  lines = ssm_outline_new (map, language);
  text = g_string_new (NULL);
  for (guint i = 0; i < lines->len; i++)
    {
      const SsmLine *line = g_ptr_array_index (lines, i);
      const SsmLine *before = i > 0 ? g_ptr_array_index (lines, i - 1) : NULL;

      if (before != NULL && !is_same_list (before->kind, line->kind))
        g_string_append_c (text, '\n');
      append_line (text, line);
      g_string_append_c (text, '\n');
    }
  return g_string_free (text, FALSE);
}
