/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-convert.h"

#include "ssm-line.h"
#include "ssm-outline.h"

/* What stands before each kind of line. */
static const char *
start_of (SsmLineKind kind)
{
  switch (kind)
    {
    case SSM_LINE_TITLE:
    case SSM_LINE_SUBTITLE:
    case SSM_LINE_FACT:
      return "";
    case SSM_LINE_STAGE:
    case SSM_LINE_SECTION:
      return "\n";
    case SSM_LINE_PAIR:
    case SSM_LINE_ENTRY:
    case SSM_LINE_EXIT:
    case SSM_LINE_TERM:
      return "  ";
    case SSM_LINE_EXAMPLE:
      return "    ";
    case SSM_LINE_TO_ENTER:
      return "    - ";
    case SSM_LINE_TO_LEAVE:
      return "    [ ] ";
    default:
      g_return_val_if_reached ("");
    }
}

static void
append_line (GString *text, const SsmLine *line)
{
  g_autofree char *label = ssm_line (line->label != NULL ? line->label : "");
  g_autofree char *words = ssm_line (line->text != NULL ? line->text : "");
  g_autofree char *note = ssm_line (line->note != NULL ? line->note : "");

  g_string_append (text, start_of (line->kind));
  if (line->number > 0)
    g_string_append_printf (text, "%u ", line->number);
  g_string_append (text, label);
  if (*label != '\0' && line->text != NULL)
    g_string_append (text, ": ");
  g_string_append (text, words);
  if (*note != '\0')
    g_string_append_printf (text, " (%s)", note);
  g_string_append_c (text, '\n');
}

char *
ssm_map_to_text (const SsmMap *map, const SsmLanguage *language)
{
  g_autoptr (GPtrArray) lines = NULL;
  GString *text;

  g_return_val_if_fail (map != NULL && language != NULL, NULL);

  lines = ssm_outline_new (map, language);
  text = g_string_new (NULL);
  for (guint i = 0; i < lines->len; i++)
    append_line (text, g_ptr_array_index (lines, i));
  return g_string_free (text, FALSE);
}

char *
ssm_map_to_words (const SsmMap *map, const SsmLanguage *language, SsmFormat format)
{
  if (format == SSM_FORMAT_HTML)
    return ssm_map_to_html (map, language);
  if (format == SSM_FORMAT_MARKDOWN)
    return ssm_map_to_markdown (map, language);
  return ssm_map_to_text (map, language);
}
