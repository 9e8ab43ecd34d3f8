/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Every character that could begin markup is escaped, also what GitHub makes links and
 * mentions of; a text must not be able to fetch a picture or to address a person. */

#include "ssm-convert.h"

#include <string.h>

#include "ssm-line.h"
#include "ssm-outline.h"

/* A number at the start of a line may begin a list: "1. " or "1) ". */
static const char *
list_number_end (const char *text)
{
  const char *end = text + strspn (text, "0123456789");

  return end > text && (*end == '.' || *end == ')') && (end[1] == ' ' || end[1] == '\0')
           ? end : NULL;
}

static gboolean
needs_escape (const char *line, const char *p)
{
  if (strchr ("\\`*_{}[]<>|~&$@", *p) != NULL)
    return TRUE;
  if (p == line && strchr ("#+-=", *p) != NULL)
    return TRUE;
  if (*p == ':' && g_str_has_prefix (p, "://"))
    return TRUE;
  return *p == '.' && p - line >= 3 && g_ascii_strncasecmp (p - 3, "www", 3) == 0;
}

static void
append_escaped (GString *text, const char *words)
{
  g_autofree char *line = g_strstrip (ssm_line (words));
  const char *number_end = list_number_end (line);

  for (const char *p = line; *p != '\0'; p++)
    {
      if (p == number_end || needs_escape (line, p))
        g_string_append_c (text, '\\');
      g_string_append_c (text, *p);
    }
}

static void
append_pair (GString *text, const char *mark, const SsmLine *line)
{
  g_string_append_printf (text, "%s**", mark);
  append_escaped (text, line->label);
  g_string_append (text, ":**");
  if (*line->text != '\0')
    g_string_append_c (text, ' ');
  append_escaped (text, line->text);
  if (line->note != NULL)
    g_string_append_printf (text, " (%s)", line->note);
}

static void
append_criterion (GString *text, const char *mark, const SsmLine *line)
{
  g_string_append (text, mark);
  append_escaped (text, line->text);
  if (line->note == NULL)
    return;
  g_string_append (text, " (");
  append_escaped (text, line->note);
  g_string_append_c (text, ')');
}

static void
append_heading (GString *text, const char *mark, const char *words)
{
  g_string_append (text, mark);
  append_escaped (text, words);
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
      append_escaped (text, line->text);
      break;
    case SSM_LINE_STAGE:
      g_string_append_printf (text, "## %u ", line->number);
      append_escaped (text, line->text);
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
