/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Every text stands in a <bdi>, so that a right-to-left text in a left-to-right page, or the
 * other way round, leaves its neighbours where they are. The policy in the head forbids the
 * browser to fetch anything, whatever a text may hold. */

#include "ssm-convert.h"

#include <string.h>

#include "ssm-outline.h"

typedef struct
{
  GString *text;
  const char *list; /* tag of the list that is open, or NULL */
  gboolean in_section;
} Html;

static const char style[]
    = "body { font: 11pt/1.35 Inter, Cantarell, sans-serif; color: #1e2127;"
      " max-width: 80em; margin: 2em auto; padding: 0 1em; }\n"
      "h1 { font-size: 1.9em; margin: 0; }\n"
      "main > :not(section) { grid-column: 1 / -1; }\n"
      "h2 { font-size: 1.15em; border-bottom: 2px solid; margin: 1.4em 0 .5em; }\n"
      "h3 { font-size: 1em; margin: .7em 0 .2em; }\n"
      "main { display: grid; gap: 0 1.5em; align-items: start;"
      " grid-template-columns: repeat(auto-fill, minmax(16em, 1fr)); }\n"
      "dl, ul, p { margin: .2em 0; }\n"
      "dt, dd { display: inline; margin: 0; }\n"
      "dt { font-weight: 600; }\n"
      "dt::after { content: \":\"; }\n"
      ".example { margin-inline-start: 1.3em; }\n"
      "ul { padding-inline-start: 1.3em; }\n"
      "ul.leave { list-style: \"\\2610\\00a0\"; }\n"
      "small { color: #545b66; }\n"
      "section { break-inside: avoid; }\n"
      "@media print { body { margin: 0; font-size: 9pt; }"
      " main { grid-template-columns: repeat(4, 1fr); } }\n";

/* (transfer full): @words as content of an element: line breaks stay line breaks. */
static char *
escape (const char *words)
{
  g_autofree char *escaped = g_markup_escape_text (words, -1);
  g_auto (GStrv) lines = g_strsplit (escaped, "\n", -1);

  return g_strjoinv ("<br>", lines);
}

static void
append_words (Html *self, const char *words, const char *language)
{
  g_autofree char *escaped = escape (words);

  if (language != NULL)
    {
      g_autofree char *tag = g_markup_escape_text (language, -1);

      g_string_append_printf (self->text, "<bdi lang=\"%s\">%s</bdi>", tag, escaped);
    }
  else
    g_string_append_printf (self->text, "<bdi>%s</bdi>", escaped);
}

static void
append_note (Html *self, const SsmLine *line)
{
  if (line->note == NULL)
    return;
  g_string_append (self->text, " <small>(");
  append_words (self, line->note, line->language);
  g_string_append (self->text, ")</small>");
}

static void
append_element (Html *self, const char *tag, const char *words)
{
  g_string_append_printf (self->text, "<%s>", tag);
  append_words (self, words, NULL);
  g_string_append_printf (self->text, "</%s>\n", tag);
}

static void
close_list (Html *self)
{
  if (self->list != NULL)
    g_string_append_printf (self->text, "</%s>\n", self->list);
  self->list = NULL;
}

/* @tag: a string literal; attributes may follow it in @opening. */
static void
want_list (Html *self, const char *tag, const char *opening)
{
  if (self->list != NULL && g_str_equal (self->list, tag))
    return;
  close_list (self);
  g_string_append_printf (self->text, "<%s>\n", opening);
  self->list = tag;
}

static void
begin_section (Html *self)
{
  close_list (self);
  if (self->in_section)
    g_string_append (self->text, "</section>\n");
  g_string_append (self->text, "<section>\n");
  self->in_section = TRUE;
}

static void
append_stage (Html *self, const SsmLine *line)
{
  begin_section (self);
  g_string_append_printf (self->text, "<h2>%u ", line->number);
  append_words (self, line->text, line->language);
  g_string_append (self->text, "</h2>\n");
}

/* @opening: of the pair, a string literal. */
static void
append_pair (Html *self, const SsmLine *line, const char *opening)
{
  want_list (self, "dl", "dl");
  g_string_append_printf (self->text, "%s<dt>", opening);
  append_words (self, line->label, NULL);
  g_string_append (self->text, "</dt> <dd>");
  append_words (self, line->text, line->language);
  append_note (self, line);
  g_string_append (self->text, "</dd></div>\n");
}

static void
append_criterion (Html *self, const SsmLine *line)
{
  want_list (self, "ul",
             line->kind == SSM_LINE_TO_LEAVE ? "ul class=\"leave\"" : "ul class=\"enter\"");
  g_string_append (self->text, "<li>");
  append_words (self, line->text, line->language);
  append_note (self, line);
  g_string_append (self->text, "</li>\n");
}

static void
append_line (Html *self, const SsmLine *line)
{
  switch (line->kind)
    {
    case SSM_LINE_TITLE:
      append_element (self, "h1", line->text);
      break;
    case SSM_LINE_SUBTITLE:
      append_element (self, "p", line->text);
      break;
    case SSM_LINE_STAGE:
      append_stage (self, line);
      break;
    case SSM_LINE_SECTION:
      begin_section (self);
      append_element (self, "h2", line->text);
      break;
    case SSM_LINE_ENTRY:
    case SSM_LINE_EXIT:
      close_list (self);
      append_element (self, "h3", line->label);
      break;
    case SSM_LINE_TO_ENTER:
    case SSM_LINE_TO_LEAVE:
      append_criterion (self, line);
      break;
    case SSM_LINE_FACT:
    case SSM_LINE_PAIR:
    case SSM_LINE_TERM:
      append_pair (self, line, "<div>");
      break;
    case SSM_LINE_EXAMPLE:
      append_pair (self, line, "<div class=\"example\">");
      break;
    default:
      g_return_if_reached ();
    }
}

static void
append_head (Html *self, const SsmMap *map, const SsmLanguage *language)
{
  g_autofree char *title = g_markup_escape_text (ssm_map_text (map, SSM_MAP_TITLE), -1);
  g_autofree char *tag = g_markup_escape_text (ssm_map_language (map), -1);

  g_string_append_printf (self->text,
                          "<!DOCTYPE html>\n<html lang=\"%s\" dir=\"%s\">\n<head>\n"
                          "<meta charset=\"utf-8\">\n"
                          "<meta http-equiv=\"Content-Security-Policy\" content=\""
                          "default-src 'none'; style-src 'unsafe-inline'\">\n"
                          "<meta name=\"viewport\" content=\"width=device-width\">\n"
                          "<title>%s</title>\n<style>\n%s</style>\n</head>\n<body>\n<main>\n",
                          tag, ssm_map_is_rtl (map, language) ? "rtl" : "ltr", title, style);
}

char *
ssm_map_to_html (const SsmMap *map, const SsmLanguage *language)
{
  g_autoptr (GPtrArray) lines = NULL;
  Html self = { 0 };

  g_return_val_if_fail (map != NULL && language != NULL, NULL);

  lines = ssm_outline_new (map, language);
  self.text = g_string_new (NULL);
  append_head (&self, map, language);
  for (guint i = 0; i < lines->len; i++)
    append_line (&self, g_ptr_array_index (lines, i));
  close_list (&self);
  if (self.in_section)
    g_string_append (self.text, "</section>\n");
  g_string_append (self.text, "</main>\n</body>\n</html>\n");
  return g_string_free (self.text, FALSE);
}
