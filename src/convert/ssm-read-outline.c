/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Headings with lists, as in Markdown and as ssm-convert-markdown.c writes them; and lists
 * in which other lists stand. */

#include "ssm-read-private.h"

#include <string.h>

static guint
heading_level (const char *line)
{
  guint level = (guint) strspn (line, "#");

  return level <= 6 && line[level] == ' ' ? level : 0;
}

/* (transfer full): the words of Markdown without what marks them. */
static char *
plain_words (const char *words)
{
  GString *plain = g_string_new (NULL);

  for (const char *p = words; *p != '\0'; p++)
    {
      if (*p == '\\' && g_ascii_ispunct (p[1]))
        p++;
      else if (*p == '*' && p[1] == '*')
        {
          p++;
          continue;
        }
      g_string_append_c (plain, *p);
    }
  return g_strstrip (g_string_free (plain, FALSE));
}

/* (transfer full): the label of "**Label:** words", which @words is set to; or NULL. */
static char *
take_label (const char *line, const char **words)
{
  const char *end = g_str_has_prefix (line, "**") ? strstr (line + 2, ":**") : NULL;
  g_autofree char *label = NULL;

  if (end == NULL)
    return NULL;
  label = g_strndup (line + 2, (gsize) (end - line - 2));
  *words = end + strlen (":**");
  return plain_words (label);
}

/* The level of the headings that are stages: 2 below a title, else 1; 0 where the text has
 * no such headings. */
static guint
stage_level (char **lines)
{
  guint n[7] = { 0 };

  for (; *lines != NULL; lines++)
    n[heading_level (*lines)]++;
  if (n[2] > 0)
    return 2;
  return n[1] > 1 ? 1 : 0;
}

typedef struct
{
  SsmReading reading;
  const SsmLanguage * const *languages;
  guint level;
  SsmRow row;          /* what follows is for */
  gboolean in_stage;   /* and not in a section of the whole map */
} Outline;

static void
read_heading (Outline *self, guint level, const char *line)
{
  g_autofree char *words = plain_words (line + level);
  const char *name = words + strspn (words, "0123456789");
  SsmRow row = ssm_row_named (words, self->languages);

  if (level == self->level)
    {
      self->in_stage = row != SSM_ROW_DEFINITIONS && row != SSM_ROW_OTHER;
      self->row = self->in_stage ? SSM_ROW_UNKNOWN : row;
      /* "1 Sourcing", "2. Qualification" */
      name = name > words && name - words <= 3 && strspn (name, ". ") > 0
               ? name + strspn (name, ". ") : words;
      if (self->in_stage)
        ssm_reading_begin (&self->reading, name);
    }
  else if (level > self->level)
    self->row = row;
}

static void
read_line (Outline *self, const char *line)
{
  const char *start = line + strspn (line, " \t"), *item = ssm_skip_bullet (start);
  const char *words = item;
  g_autofree char *label = take_label (item, &words);
  g_autofree char *plain = plain_words (words);

  if (self->row == SSM_ROW_DEFINITIONS && label != NULL)
    ssm_reading_define (&self->reading, label, plain);
  else if (!self->in_stage || *plain == '\0')
    return;
  else if (label != NULL && ssm_row_named (label, self->languages) != SSM_ROW_UNKNOWN)
    ssm_reading_add (&self->reading, ssm_row_named (label, self->languages), plain);
  else if (item != start)
    ssm_reading_add (&self->reading, self->row, plain);
  else if (label == NULL)
    ssm_reading_add (&self->reading, SSM_ROW_DOES, plain);
}

static SsmMap *
read_headings (char **lines, guint level, const SsmLanguage * const *languages)
{
  Outline outline = { .languages = languages, .level = level };

  for (; *lines != NULL; lines++)
    {
      guint heading = heading_level (*lines);

      if (heading > 0)
        read_heading (&outline, heading, *lines);
      else
        read_line (&outline, *lines);
    }
  return ssm_reading_end (&outline.reading);
}

/* The outermost items are stages, if more than one has others in it. */
static gboolean
is_nested (const GPtrArray *items, guint outer)
{
  guint n_outer = 0, n_inner = 0;

  for (guint i = 0; i < items->len; i++)
    {
      guint depth = ((const SsmItem *) items->pdata[i])->depth;

      n_outer += depth <= outer;
      n_inner += depth > outer;
    }
  return n_outer > 1 && n_inner > 0;
}

static SsmMap *
read_nested (const char *text, const SsmLanguage * const *languages)
{
  g_autoptr (GPtrArray) items = ssm_items_of (text);
  SsmReading reading = { 0 };
  SsmRow row = SSM_ROW_UNKNOWN;
  guint outer = items->len > 0 ? ((const SsmItem *) items->pdata[0])->depth : 0;

  if (!is_nested (items, outer))
    return NULL;

  for (guint i = 0; i < items->len; i++)
    {
      const SsmItem *item = items->pdata[i];
      SsmRow named = ssm_row_named (item->text, languages);

      if (item->depth <= outer)
        {
          row = SSM_ROW_UNKNOWN;
          ssm_reading_begin (&reading, item->text);
        }
      else if (named != SSM_ROW_UNKNOWN)
        row = named;
      else
        ssm_reading_add (&reading, row, item->text);
    }
  return ssm_reading_end (&reading);
}

SsmMap *
ssm_read_outline (const char *text, const SsmLanguage * const *languages)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  guint level = stage_level (lines);

  return level > 0 ? read_headings (lines, level, languages) : read_nested (text, languages);
}
