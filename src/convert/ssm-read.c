/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-read-private.h"

#include <string.h>

#include "ssm-clean.h"
#include "ssm-fragment.h"
#include "ssm-words.h"

/* Each new one is compared with all before it. */
#define MAX_DEFINITIONS 500

/* Words that others put where a page has "Enter when" and the like. */
static const struct
{
  const char *word;
  SsmRow row;
} english[] = {
  { "stage", SSM_ROW_NAME },           { "name", SSM_ROW_NAME },
  { "stage name", SSM_ROW_NAME },      { "phase", SSM_ROW_NAME },
  { "step", SSM_ROW_NAME },            { "description", SSM_ROW_DOES },
  { "activity", SSM_ROW_DOES },        { "activities", SSM_ROW_DOES },
  { "purpose", SSM_ROW_DOES },         { "what we do", SSM_ROW_DOES },
  { "owner", SSM_ROW_OWNER },          { "enter when", SSM_ROW_ENTRY },
  { "entry", SSM_ROW_ENTRY },          { "entry criteria", SSM_ROW_ENTRY },
  { "leave when", SSM_ROW_EXIT },      { "exit", SSM_ROW_EXIT },
  { "exit criteria", SSM_ROW_EXIT },   { "criteria", SSM_ROW_EXIT },
  { "it is now a", SSM_ROW_OUTCOME },  { "outcome", SSM_ROW_OUTCOME },
  { "definitions", SSM_ROW_DEFINITIONS },
};

static const struct
{
  const char *key;
  SsmRow row;
} labels[] = {
  { "what-we-do", SSM_ROW_DOES },   { "owner", SSM_ROW_OWNER },
  { "enter-when", SSM_ROW_ENTRY },  { "leave-when", SSM_ROW_EXIT },
  { "outcome", SSM_ROW_OUTCOME },   { "definitions", SSM_ROW_DEFINITIONS },
  { "measure", SSM_ROW_OTHER },     { "measures", SSM_ROW_OTHER },
  { "lost-reasons", SSM_ROW_OTHER },
};

char *
ssm_read_clean (const char *text, gsize length, gboolean *cut)
{
  g_autofree char *copy = NULL;
  const char *mark = "\xef\xbb\xbf"; /* of the order of bytes */

  *cut = length > SSM_MAX_PASTE;
  copy = g_strndup (text, MIN (length, SSM_MAX_PASTE));
  return ssm_clean_text (g_str_has_prefix (copy, mark) ? copy + strlen (mark) : copy, FALSE);
}

SsmRow
ssm_row_named (const char *label, const SsmLanguage * const *languages)
{
  g_autofree char *folded = ssm_words_fold (label);
  gsize length = strlen (folded);

  if (length > 0 && folded[length - 1] == ':')
    folded[length - 1] = '\0';

  for (guint i = 0; i < G_N_ELEMENTS (english); i++)
    {
      if (strcmp (folded, english[i].word) == 0)
        return english[i].row;
    }
  for (; *languages != NULL; languages++)
    {
      for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
        {
          g_autofree char *word
            = ssm_words_fold (ssm_language_label (*languages, labels[i].key));

          if (strcmp (folded, word) == 0)
            return labels[i].row;
        }
    }
  return SSM_ROW_UNKNOWN;
}

/* (transfer full): unique in what is read; where it is pasted it gets an id for life. */
static char *
next_id (SsmReading *self, SsmKind kind)
{
  return g_strdup_printf ("%s-%u", ssm_kind_info (kind)->id_prefix, ++self->n_ids);
}

static void
append_part (SsmReading *self, SsmPart *parent, SsmList list, SsmField field,
             const char *text)
{
  SsmKind kind = ssm_list_info (list)->child;
  g_autofree char *id = next_id (self, kind);
  g_autofree char *clean
    = ssm_clean_text (text, ssm_field_info (field)->form == SSM_FORM_ATTRIBUTE);
  SsmPart *part = ssm_part_new (kind, id);

  ssm_part_set_text (part, field, clean);
  ssm_part_insert (parent, list, ssm_part_n_children (parent, list), part);
}

/* The stage stays open, to be changed, until the next one begins. */
static void
close_stage (SsmReading *self)
{
  if (self->stage != NULL)
    ssm_part_insert (self->map, SSM_LIST_STAGES, ssm_map_n_stages (self->map),
                     g_steal_pointer (&self->stage));
}

void
ssm_reading_begin (SsmReading *self, const char *name)
{
  g_autofree char *id = next_id (self, SSM_KIND_STAGE);
  g_autofree char *clean = ssm_clean_text (name, TRUE);

  if (self->map == NULL)
    self->map = ssm_fragment_new (SSM_FRAGMENT_STAGES, "en", FALSE);
  close_stage (self);
  self->stage = ssm_part_new (SSM_KIND_STAGE, id);
  ssm_part_set_text (self->stage, SSM_STAGE_NAME, g_strstrip (clean));
}

/* More of a text that takes only one: behind what it has. */
static void
add_to_text (SsmReading *self, SsmField field, const char *text)
{
  const char *before = ssm_part_text (self->stage, field);
  g_autofree char *joined
    = *before != '\0' ? g_strconcat (before, " ", text, NULL) : g_strdup (text);
  g_autofree char *clean = ssm_clean_text (joined, FALSE);

  ssm_part_set_text (self->stage, field, clean);
}

void
ssm_reading_define (SsmReading *self, const char *term, const char *text)
{
  g_autofree char *clean = ssm_clean_text (text, FALSE);
  SsmPart *known = self->map != NULL ? ssm_map_definition_of (self->map, term) : NULL;
  guint n;

  if (self->map == NULL || *term == '\0'
      || ssm_part_n_children (self->map, SSM_LIST_DEFINITIONS) >= MAX_DEFINITIONS)
    return;
  if (known == NULL)
    append_part (self, self->map, SSM_LIST_DEFINITIONS, SSM_DEFINITION_TERM, term);

  n = ssm_part_n_children (self->map, SSM_LIST_DEFINITIONS);
  for (guint i = 0; i < n && *clean != '\0'; i++)
    {
      SsmPart *definition = ssm_part_child (self->map, SSM_LIST_DEFINITIONS, i);
      SsmPart *worded;

      if (definition != (known != NULL ? known
                                       : ssm_map_definition_of (self->map, term)))
        continue;
      worded = ssm_part_copy (definition);
      ssm_part_set_text (worded, SSM_DEFINITION_TEXT, clean);
      ssm_part_replace (self->map, SSM_LIST_DEFINITIONS, i, worded);
      return;
    }
}

static void
set_outcome (SsmReading *self, const char *term)
{
  g_autofree char *clean = g_strstrip (ssm_clean_text (term, TRUE));
  SsmPart *definition;

  ssm_reading_define (self, clean, "");
  definition = ssm_map_definition_of (self->map, clean);
  if (definition != NULL)
    ssm_part_set_text (self->stage, SSM_STAGE_OUTCOME, ssm_part_id (definition));
}

void
ssm_reading_add (SsmReading *self, SsmRow row, const char *text)
{
  if (self->stage == NULL || *text == '\0')
    return;

  switch (row)
    {
    case SSM_ROW_DOES:
      add_to_text (self, SSM_STAGE_DOES, text);
      break;
    case SSM_ROW_OWNER:
      add_to_text (self, SSM_STAGE_OWNER, text);
      break;
    case SSM_ROW_OUTCOME:
      set_outcome (self, text);
      break;
    case SSM_ROW_ENTRY:
      append_part (self, self->stage, SSM_LIST_ENTRY, SSM_CRITERION_TEXT, text);
      break;
    case SSM_ROW_EXIT:
    case SSM_ROW_UNKNOWN:
      append_part (self, self->stage, SSM_LIST_EXIT, SSM_CRITERION_TEXT, text);
      break;
    default:
      break;
    }
}

SsmMap *
ssm_reading_end (SsmReading *self)
{
  close_stage (self);
  return self->map != NULL ? ssm_part_seal (g_steal_pointer (&self->map)) : NULL;
}

SsmMap *
ssm_read_criteria (const char *text)
{
  g_auto (GStrv) items = ssm_read_items (text);
  SsmReading reading = { 0 };

  if (items[0] == NULL)
    return NULL;

  reading.map = ssm_fragment_new (SSM_FRAGMENT_CRITERIA, "en", FALSE);
  ssm_reading_begin (&reading, "");
  for (guint i = 0; items[i] != NULL; i++)
    ssm_reading_add (&reading, SSM_ROW_EXIT, items[i]);
  return ssm_reading_end (&reading);
}

SsmMap *
ssm_read_names (const char *text)
{
  g_auto (GStrv) items = ssm_read_items (text);
  SsmReading reading = { 0 };

  for (guint i = 0; items[i] != NULL; i++)
    ssm_reading_begin (&reading, items[i]);
  return ssm_reading_end (&reading);
}

SsmMap *
ssm_read_stages (const char *text, const SsmLanguage * const *languages)
{
  SsmMap *map = ssm_read_table (text, languages);

  if (map == NULL)
    map = ssm_read_arrows (text);
  if (map == NULL)
    map = ssm_read_outline (text, languages);
  return map;
}
