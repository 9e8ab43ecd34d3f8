/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The little HTML that clipboards carry: tables, lists, paragraphs. Only the tags that say
 * where cells and lines end are looked at; nothing is fetched or run. */

#include "ssm-read-private.h"

#include <string.h>

typedef struct
{
  GString *out;
  GString *cell;      /* words of the cell that is open */
  gboolean in_cell;
  gboolean in_row;    /* the row has a cell already */
  guint table_depth;  /* a table in a cell is words of it */
  gboolean blank;     /* white space is owed before the next word */
} Html;

static const struct
{
  const char *name;
  const char *text;
} entities[] = {
  { "amp", "&" },   { "lt", "<" },     { "gt", ">" },     { "quot", "\"" }, { "apos", "'" },
  { "nbsp", " " },  { "rarr", "→" },   { "ndash", "–" },  { "mdash", "—" }, { "bull", "•" },
  { "middot", "·" },{ "hellip", "…" }, { "rsquo", "’" },  { "lsquo", "‘" }, { "rdquo", "”" },
  { "ldquo", "“" }, { "auml", "ä" },   { "ouml", "ö" },   { "uuml", "ü" },  { "szlig", "ß" },
};

static const char * const lines[] = { "p",  "div", "br", "h1", "h2", "h3", "h4", "h5",
                                      "h6", "ul",  "ol", "dl", "dt", "dd", "pre",
                                      "blockquote", "caption", NULL };
static const char * const hidden[] = { "head", "style", "script", "title", "template", NULL };

static GString *
target (Html *self)
{
  return self->in_cell ? self->cell : self->out;
}

static void
append_words (Html *self, const char *words)
{
  GString *out = target (self);

  if (self->blank && out->len > 0 && strchr ("\n\t", out->str[out->len - 1]) == NULL)
    g_string_append_c (out, ' ');
  self->blank = FALSE;
  g_string_append (out, words);
}

static void
end_line (Html *self)
{
  GString *out = target (self);

  self->blank = FALSE;
  if (out->len > 0 && out->str[out->len - 1] != '\n')
    g_string_append_c (out, '\n');
}

static void
append_quoted (GString *out, const char *cell)
{
  g_string_append_c (out, '"');
  for (; *cell != '\0'; cell++)
    {
      if (*cell == '"')
        g_string_append_c (out, '"');
      g_string_append_c (out, *cell == '\t' ? ' ' : *cell);
    }
  g_string_append_c (out, '"');
}

static void
end_cell (Html *self)
{
  g_autofree char *words = NULL;

  if (!self->in_cell)
    return;
  self->in_cell = FALSE;
  self->blank = FALSE;
  if (self->in_row)
    g_string_append_c (self->out, '\t');
  self->in_row = TRUE;
  words = g_strstrip (g_strdup (self->cell->str));
  append_quoted (self->out, words);
  g_string_truncate (self->cell, 0);
}

static void
end_row (Html *self)
{
  end_cell (self);
  if (self->in_row)
    g_string_append_c (self->out, '\n');
  self->in_row = FALSE;
}

static void
begin_table (Html *self)
{
  if (self->table_depth++ == 0)
    end_line (self);
}

static void
end_table (Html *self)
{
  if (self->table_depth == 0 || --self->table_depth > 0)
    return;
  end_row (self);
}

/* @name: of the tag, in small letters, "/" in front of one that closes. */
static void
take_tag (Html *self, const char *name)
{
  const char *bare = name + (*name == '/' ? 1 : 0);
  gboolean is_cell = strcmp (bare, "td") == 0 || strcmp (bare, "th") == 0;

  if (strcmp (name, "table") == 0)
    begin_table (self);
  else if (strcmp (name, "/table") == 0)
    end_table (self);
  else if (self->table_depth == 1 && strcmp (bare, "tr") == 0)
    end_row (self);
  else if (self->table_depth == 1 && is_cell)
    {
      end_cell (self);
      self->in_cell = name == bare;
    }
  else if (strcmp (name, "li") == 0)
    {
      end_line (self);
      append_words (self, "• ");
    }
  else if (g_strv_contains (lines, bare) || strcmp (bare, "li") == 0)
    end_line (self);
}

/* (transfer full): the name of the tag at "<"; *@end is set behind it. NULL: no tag. */
static char *
read_tag (const char *p, const char **end)
{
  const char *start = p + 1;
  gsize length = (*start == '/' ? 1 : 0);
  const char *close;

  if (!g_ascii_isalpha (start[length]) && *start != '!' && *start != '?')
    return NULL;
  while (g_ascii_isalnum (start[length]))
    length++;

  close = g_str_has_prefix (p, "<!--") ? strstr (p, "-->") : strchr (p, '>');
  *end = close != NULL ? strchr (close, '>') + 1 : p + strlen (p);
  return g_ascii_strdown (start, (gssize) length);
}

/* Behind the closing tag of @name, whose contents nobody sees. */
static const char *
skip_hidden (const char *p, const char *name)
{
  gsize length = strlen (name);

  for (; *p != '\0'; p++)
    {
      if (p[0] == '<' && p[1] == '/' && g_ascii_strncasecmp (p + 2, name, length) == 0)
        return p;
    }
  return p;
}

/* Appends what the reference at "&" means; returns where it ends, @p where it is none. */
static const char *
take_reference (Html *self, const char *p)
{
  gsize length = strcspn (p + 1, ";& <\n");
  g_autofree char *name = g_strndup (p + 1, MIN (length, 10));
  gboolean hex = name[0] == '#' && (name[1] == 'x' || name[1] == 'X');
  char utf8[8] = { 0 };
  guint64 c;

  if (p[1 + length] != ';')
    return p;
  for (guint i = 0; i < G_N_ELEMENTS (entities); i++)
    {
      if (strcmp (name, entities[i].name) != 0)
        continue;
      append_words (self, entities[i].text);
      return p + length + 2;
    }
  if (name[0] != '#')
    return p;

  c = g_ascii_strtoull (name + (hex ? 2 : 1), NULL, hex ? 16 : 10);
  if (c >= ' ' && c <= 0x10ffff && g_unichar_validate ((gunichar) c))
    {
      g_unichar_to_utf8 ((gunichar) c, utf8);
      append_words (self, utf8);
    }
  return p + length + 2;
}

static const char *
take_character (Html *self, const char *p)
{
  const char *next = g_utf8_next_char (p);
  char utf8[8] = { 0 };

  if (g_ascii_isspace (*p))
    {
      self->blank = TRUE;
      return next;
    }
  memcpy (utf8, p, (gsize) (next - p));
  append_words (self, utf8);
  return next;
}

char *
ssm_html_to_plain (const char *html)
{
  Html self = { .out = g_string_new (NULL), .cell = g_string_new (NULL) };
  const char *p = html, *end;

  while (*p != '\0')
    {
      g_autofree char *tag = *p == '<' ? read_tag (p, &end) : NULL;

      end = *p == '&' ? take_reference (&self, p) : tag != NULL ? end : p;
      if (tag != NULL && g_strv_contains (hidden, tag))
        end = skip_hidden (end, tag);
      else if (tag != NULL)
        take_tag (&self, tag);
      p = end > p ? end : take_character (&self, p);
    }
  end_row (&self);
  g_string_free (self.cell, TRUE);
  return g_string_free (self.out, FALSE);
}
