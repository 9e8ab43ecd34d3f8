/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-outline.h"

#include "ssm-figures.h"

typedef struct
{
  GPtrArray *lines;
  const SsmMap *map;
  const SsmLanguage *language;
} Outline;

static void
line_free (gpointer data)
{
  SsmLine *line = data;

  g_free (line->label);
  g_free (line->text);
  g_free (line->note);
  g_free (line->language);
  g_free (line);
}

static SsmLine *
add (Outline *self, SsmLineKind kind, const char *label, const char *text)
{
  SsmLine *line = g_new0 (SsmLine, 1);

  line->kind = kind;
  line->label = g_strdup (label);
  line->text = g_strdup (text);
  g_ptr_array_add (self->lines, line);
  return line;
}

/* With the word for @key as label; nothing where there is no text. */
static void
add_labelled (Outline *self, SsmLineKind kind, const char *key, const char *text)
{
  if (text != NULL && *text != '\0')
    add (self, kind, ssm_language_label (self->language, key), text);
}

static void
add_date (Outline *self, const char *key, SsmField field)
{
  g_autofree char *date = ssm_language_date (self->language,
                                             ssm_map_text (self->map, field));

  add_labelled (self, SSM_LINE_FACT, key, date);
}

static void
add_head (Outline *self)
{
  const char *subtitle = ssm_map_text (self->map, SSM_MAP_SUBTITLE);

  add (self, SSM_LINE_TITLE, NULL, ssm_map_text (self->map, SSM_MAP_TITLE));
  if (*subtitle != '\0')
    add (self, SSM_LINE_SUBTITLE, NULL, subtitle);
  add_labelled (self, SSM_LINE_FACT, "version",
                ssm_map_text (self->map, SSM_EDITION_LABEL));
  add_date (self, "date", SSM_EDITION_DATE);
  add_labelled (self, SSM_LINE_FACT, "owner", ssm_map_text (self->map, SSM_EDITION_OWNER));
  add_date (self, "review", SSM_EDITION_REVIEW);
}

static void
set_language (SsmLine *line, const SsmPart *part, SsmField field)
{
  const char *language = ssm_part_text (part, field);

  if (*language != '\0')
    line->language = g_strdup (language);
}

static void
add_criteria (Outline *self, const SsmPart *stage, SsmList list)
{
  gboolean is_entry = list == SSM_LIST_ENTRY;

  if (ssm_part_n_children (stage, list) == 0)
    return;

  add (self, is_entry ? SSM_LINE_ENTRY : SSM_LINE_EXIT,
       ssm_language_label (self->language, is_entry ? "enter-when" : "leave-when"), NULL);
  for (guint i = 0; i < ssm_part_n_children (stage, list); i++)
    {
      const SsmPart *criterion = ssm_part_child (stage, list, i);
      const char *proof = ssm_part_text (criterion, SSM_CRITERION_PROOF);
      SsmLine *line = add (self, is_entry ? SSM_LINE_TO_ENTER : SSM_LINE_TO_LEAVE, NULL,
                           ssm_part_text (criterion, SSM_CRITERION_TEXT));

      set_language (line, criterion, SSM_CRITERION_LANGUAGE);
      line->note = *proof != '\0' ? g_strdup (proof) : NULL;
    }
}

/* (transfer full): the name of the stage @id, or @id itself: "lost". */
static char *
name_end (const SsmMap *map, const char *id)
{
  const SsmPart *stage = ssm_map_find (map, id);

  if (stage == NULL || ssm_part_kind (stage) != SSM_KIND_STAGE)
    return g_strdup (id);
  return g_strdup (ssm_part_text (stage, SSM_STAGE_NAME));
}

/* A path stands with the stage it leaves; one that leaves none, as from "lost", with the
 * stage where it arrives. */
static void
add_links (Outline *self, const SsmPart *stage)
{
  for (guint i = 0; i < ssm_part_n_children (self->map, SSM_LIST_LINKS); i++)
    {
      const SsmPart *link = ssm_part_child (self->map, SSM_LIST_LINKS, i);
      const char *from = ssm_part_text (link, SSM_LINK_FROM);
      const char *to = ssm_part_text (link, SSM_LINK_TO);
      gboolean leaves = g_str_equal (from, ssm_part_id (stage));
      gboolean arrives = g_str_equal (to, ssm_part_id (stage));
      g_autofree char *end = name_end (self->map, leaves ? to : from);
      g_autofree char *label = g_strconcat (leaves ? "→ " : "← ", end, NULL);

      if (leaves || (arrives && ssm_map_find (self->map, from) == NULL))
        set_language (add (self, SSM_LINE_PAIR, label, ssm_part_text (link, SSM_LINK_TEXT)),
                      link, SSM_LINK_LANGUAGE);
    }
}

static void
add_stage (Outline *self, guint index)
{
  const SsmPart *stage = ssm_map_stage (self->map, index);
  const SsmPart *outcome = ssm_map_outcome (self->map, stage);
  g_autofree char *figures = ssm_figures_of_stage (self->map, stage, self->language);
  SsmLine *line = add (self, SSM_LINE_STAGE, NULL, ssm_part_text (stage, SSM_STAGE_NAME));

  line->number = index + 1;
  set_language (line, stage, SSM_STAGE_LANGUAGE);
  add_labelled (self, SSM_LINE_PAIR, "what-we-do", ssm_part_text (stage, SSM_STAGE_DOES));
  add_labelled (self, SSM_LINE_PAIR, "owner", ssm_part_text (stage, SSM_STAGE_OWNER));
  add_criteria (self, stage, SSM_LIST_ENTRY);
  add_criteria (self, stage, SSM_LIST_EXIT);
  add_labelled (self, SSM_LINE_PAIR, "outcome",
                ssm_part_text (outcome, SSM_DEFINITION_TERM));
  add_labelled (self, SSM_LINE_PAIR, "measure", figures);
  add_links (self, stage);
}

/* The heading of a list of the map, if there is anything in it. */
static void
add_section (Outline *self, SsmList list, const char *key)
{
  if (ssm_part_n_children (self->map, list) > 0)
    add (self, SSM_LINE_SECTION, NULL, ssm_language_label (self->language, key));
}

/* What counts as the term, or does not: a line for each. */
static void
add_examples (Outline *self, const SsmPart *definition, SsmField field, const char *key)
{
  g_auto (GStrv) examples = g_strsplit (ssm_part_text (definition, field), "\n", -1);

  for (guint i = 0; examples[i] != NULL; i++)
    if (*g_strstrip (examples[i]) != '\0')
      set_language (add (self, SSM_LINE_EXAMPLE, ssm_language_label (self->language, key),
                         examples[i]),
                    definition, SSM_DEFINITION_LANGUAGE);
}

static void
add_definitions (Outline *self)
{
  add_section (self, SSM_LIST_DEFINITIONS, "definitions");
  for (guint i = 0; i < ssm_part_n_children (self->map, SSM_LIST_DEFINITIONS); i++)
    {
      const SsmPart *definition = ssm_part_child (self->map, SSM_LIST_DEFINITIONS, i);

      set_language (add (self, SSM_LINE_TERM,
                         ssm_part_text (definition, SSM_DEFINITION_TERM),
                         ssm_part_text (definition, SSM_DEFINITION_TEXT)),
                    definition, SSM_DEFINITION_LANGUAGE);
      add_examples (self, definition, SSM_DEFINITION_COUNTS, "counts");
      add_examples (self, definition, SSM_DEFINITION_COUNTS_NOT, "counts-not");
    }
}

static void
add_measures (Outline *self)
{
  add_section (self, SSM_LIST_MEASURES, "measures");
  for (guint i = 0; i < ssm_part_n_children (self->map, SSM_LIST_MEASURES); i++)
    {
      const SsmPart *measure = ssm_part_child (self->map, SSM_LIST_MEASURES, i);
      g_autofree char *name = ssm_figures_name (measure, self->language);
      g_autofree char *text = ssm_figures_of_measure (self->map, measure, self->language);

      add (self, SSM_LINE_TERM, name, text);
    }
}

static void
add_reasons (Outline *self)
{
  add_section (self, SSM_LIST_REASONS, "lost-reasons");
  for (guint i = 0; i < ssm_part_n_children (self->map, SSM_LIST_REASONS); i++)
    {
      const SsmPart *reason = ssm_part_child (self->map, SSM_LIST_REASONS, i);
      int count = ssm_figures_count (self->map, reason);
      SsmLine *line = add (self, SSM_LINE_TERM, ssm_part_text (reason, SSM_REASON_CODE),
                           ssm_part_text (reason, SSM_REASON_TEXT));

      set_language (line, reason, SSM_REASON_LANGUAGE);
      if (count >= 0)
        line->note = g_strdup_printf ("%d", count);
    }
}

GPtrArray *
ssm_outline_new (const SsmMap *map, const SsmLanguage *language)
{
  Outline self = { g_ptr_array_new_with_free_func (line_free), map, language };

  add_head (&self);
  for (guint i = 0; i < ssm_map_n_stages (map); i++)
    add_stage (&self, i);
  add_definitions (&self);
  add_measures (&self);
  add_reasons (&self);
  return self.lines;
}
