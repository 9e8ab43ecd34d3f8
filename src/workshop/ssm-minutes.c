/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Parts of the two maps are the same one if their ids are, so a criterion that moved is
 * neither new nor dropped. */

#include "ssm-minutes.h"

#include <string.h>

#include "ssm-check.h"
#include "ssm-proposal-edit.h"
#include "ssm-resources.h"

/* Minutes while they are taken down. */
typedef struct
{
  SsmMinutes *minutes;
  const SsmMap *before, *after;
  const SsmLanguage *words;
} Writer;

static const SsmList sides[] = { SSM_LIST_ENTRY, SSM_LIST_EXIT };

static void
line_free (gpointer data)
{
  SsmMinutesLine *line = data;

  g_free (line->text);
  g_free (line->note);
  g_free (line->last);
  g_free (line);
}

/* @note and @last may be NULL. */
static void
add (Writer *writer, SsmMinutesKind kind, const char *text, const char *note,
     const char *last)
{
  SsmMinutesLine *line = g_new0 (SsmMinutesLine, 1);

  line->kind = kind;
  line->text = g_strdup (text);
  line->note = g_strdup (note);
  line->last = g_strdup (last);
  g_ptr_array_add (writer->minutes->lines, line);
}

static const char *
word (const Writer *writer, const char *key)
{
  return ssm_language_label (writer->words, key);
}

/* (transfer full): "1:20". */
static char *
format_time (guint seconds)
{
  return g_strdup_printf ("%u:%02u", seconds / 60, seconds % 60);
}

static guint
total_used (const GArray *used)
{
  guint total = 0;

  for (guint i = 0; i < used->len; i++)
    total += g_array_index (used, guint, i);
  return total;
}

static void
write_head (Writer *writer, const SsmAgenda *agenda, const GArray *used, const char *date)
{
  const char *title = ssm_map_text (writer->after, SSM_MAP_TITLE);
  g_autofree char *day = ssm_language_date (writer->words, date);
  g_autofree char *spent = format_time (total_used (used));
  g_autofree char *planned = format_time (ssm_agenda_seconds (agenda));
  g_autofree char *times = ssm_language_format (writer->words, "workshop-minutes-of", "used",
                                                spent, "planned", planned, NULL);
  g_autofree char *subtitle = *title != '\0' ? g_strjoin (" · ", title, day, times, NULL)
                                             : g_strjoin (" · ", day, times, NULL);

  add (writer, SSM_MINUTES_TITLE, word (writer, "workshop-minutes"), NULL, NULL);
  add (writer, SSM_MINUTES_SUBTITLE, subtitle, NULL, NULL);
}

/* (transfer full): "3 Discovery". */
static char *
stage_title (const Writer *writer, const SsmPart *stage)
{
  guint index = 0;

  ssm_map_stage_of (writer->after, ssm_part_id (stage), &index);
  return ssm_stage_title (stage, index);
}

/* (transfer full): NULL where the map has no such stage any more. */
static char *
step_title (const Writer *writer, const SsmPart *step)
{
  static const char * const keys[] = {
    [SSM_STEP_IS_DEFINITIONS] = "definitions",
    [SSM_STEP_IS_SELF_CHECK] = "workshop-self-check",
    [SSM_STEP_IS_EXPORT] = "workshop-export",
  };
  SsmStepKind kind = ssm_step_kind (step);
  const SsmPart *stage = ssm_step_stage (step, writer->after);

  if (kind != SSM_STEP_IS_STAGE)
    return g_strdup (word (writer, keys[kind]));
  return stage != NULL ? stage_title (writer, stage) : NULL;
}

static void
write_times (Writer *writer, const SsmAgenda *agenda, const GArray *used)
{
  g_autofree char *planned_total = format_time (ssm_agenda_seconds (agenda));
  g_autofree char *used_total = format_time (total_used (used));

  add (writer, SSM_MINUTES_SECTION, word (writer, "workshop-minutes-blocks"), NULL, NULL);
  add (writer, SSM_MINUTES_ROW_HEAD, word (writer, "workshop-minutes-block"),
       word (writer, "workshop-minutes-planned"), word (writer, "workshop-minutes-used"));
  for (guint i = 0; i < ssm_agenda_n_steps (agenda); i++)
    {
      const SsmPart *step = ssm_agenda_step (agenda, i);
      guint seconds = i < used->len ? g_array_index (used, guint, i) : 0;
      g_autofree char *title = step_title (writer, step);
      g_autofree char *planned = format_time (ssm_step_seconds (step));
      g_autofree char *spent = format_time (seconds);

      if (title == NULL || (!ssm_step_is_on (step) && seconds == 0))
        continue;
      add (writer, SSM_MINUTES_ROW, title, planned,
           seconds > 0 ? spent : word (writer, "workshop-minutes-skipped"));
    }
  add (writer, SSM_MINUTES_ROW_SUM, word (writer, "workshop-minutes-total"), planned_total,
       used_total);
}

static const SsmPart *
find_before (const Writer *writer, const SsmPart *part)
{
  const SsmPart *found
    = writer->before != NULL ? ssm_map_find (writer->before, ssm_part_id (part)) : NULL;

  return found != NULL && ssm_part_kind (found) == ssm_part_kind (part) ? found : NULL;
}

static gboolean
is_new (const Writer *writer, const SsmPart *part, SsmField field)
{
  return *ssm_part_text (part, field) != '\0'
         && strcmp (ssm_part_text (part, field),
                    ssm_part_text (find_before (writer, part), field)) != 0;
}

/* A heading is written in front of the first line that follows it, if one does. */
typedef struct
{
  Writer *writer;
  const char *title; /* NULL once it is written */
  const char *label; /* the same */
} Heading;

static void
write_heading (Heading *heading)
{
  if (heading->title != NULL)
    add (heading->writer, SSM_MINUTES_PART, heading->title, NULL, NULL);
  if (heading->label != NULL)
    add (heading->writer, SSM_MINUTES_LABEL, heading->label, NULL, NULL);
  heading->title = heading->label = NULL;
}

static void
write_agreed_cell (Heading *heading, const SsmPart *stage, SsmList list)
{
  Writer *writer = heading->writer;

  heading->label = word (writer, list == SSM_LIST_ENTRY ? "enter-when" : "leave-when");
  for (guint i = 0; i < ssm_part_n_children (stage, list); i++)
    {
      const SsmPart *criterion = ssm_part_child (stage, list, i);

      if (!is_new (writer, criterion, SSM_CRITERION_TEXT))
        continue;
      write_heading (heading);
      add (writer, SSM_MINUTES_ITEM, ssm_part_text (criterion, SSM_CRITERION_TEXT), NULL,
           NULL);
    }
}

/* What the stage had and the map does not have any more. */
static void
write_dropped (Heading *heading, const SsmPart *before)
{
  Writer *writer = heading->writer;

  heading->label = word (writer, "workshop-minutes-dropped");
  for (guint side = 0; before != NULL && side < G_N_ELEMENTS (sides); side++)
    for (guint i = 0; i < ssm_part_n_children (before, sides[side]); i++)
      {
        const SsmPart *criterion = ssm_part_child (before, sides[side], i);
        const char *text = ssm_part_text (criterion, SSM_CRITERION_TEXT);

        if (*text == '\0' || ssm_map_find (writer->after, ssm_part_id (criterion)) != NULL)
          continue;
        write_heading (heading);
        add (writer, SSM_MINUTES_ITEM, text, NULL, NULL);
      }
}

static void
write_outcome (Heading *heading, const SsmPart *stage, const SsmPart *before)
{
  Writer *writer = heading->writer;
  const SsmPart *now = ssm_map_outcome (writer->after, stage);
  const SsmPart *then = before != NULL ? ssm_map_outcome (writer->before, before) : NULL;
  const char *term = ssm_part_text (now, SSM_DEFINITION_TERM);

  if (*term == '\0' || strcmp (term, ssm_part_text (then, SSM_DEFINITION_TERM)) == 0)
    return;
  heading->label = word (writer, "outcome");
  write_heading (heading);
  add (writer, SSM_MINUTES_ITEM, term, NULL, NULL);
}

static void
write_agreed_stage (Writer *writer, const SsmPart *stage)
{
  g_autofree char *title = stage_title (writer, stage);
  const SsmPart *before = find_before (writer, stage);
  Heading heading = { writer, title, NULL };

  write_agreed_cell (&heading, stage, SSM_LIST_ENTRY);
  write_agreed_cell (&heading, stage, SSM_LIST_EXIT);
  write_outcome (&heading, stage, before);
  write_dropped (&heading, before);
}

static void
write_definitions (Writer *writer)
{
  Heading heading = { writer, word (writer, "definitions"), NULL };

  for (guint i = 0; i < ssm_part_n_children (writer->after, SSM_LIST_DEFINITIONS); i++)
    {
      const SsmPart *definition = ssm_part_child (writer->after, SSM_LIST_DEFINITIONS, i);

      if (!is_new (writer, definition, SSM_DEFINITION_TERM)
          && !is_new (writer, definition, SSM_DEFINITION_TEXT))
        continue;
      write_heading (&heading);
      add (writer, SSM_MINUTES_TERM, ssm_part_text (definition, SSM_DEFINITION_TERM),
           ssm_part_text (definition, SSM_DEFINITION_TEXT), NULL);
    }
}

static void
write_agreed (Writer *writer)
{
  guint n;

  add (writer, SSM_MINUTES_SECTION, word (writer, "workshop-minutes-agreed"), NULL, NULL);
  n = writer->minutes->lines->len;
  for (guint i = 0; i < ssm_map_n_stages (writer->after); i++)
    write_agreed_stage (writer, ssm_map_stage (writer->after, i));
  write_definitions (writer);
  if (writer->minutes->lines->len == n)
    add (writer, SSM_MINUTES_TEXT, word (writer, "workshop-minutes-unchanged"), NULL, NULL);
}

/* (transfer full): "9 hands, kept". */
static char *
describe_hands (const Writer *writer, const SsmPart *proposal, gboolean decided)
{
  guint hands = ssm_proposal_hands (proposal);
  g_autofree char *n = g_strdup_printf ("%u", hands);
  g_autofree char *counted = ssm_language_format (
    writer->words, hands == 1 ? "workshop-minutes-hands-one" : "workshop-minutes-hands", "n",
    n, NULL);

  if (decided && !ssm_proposal_is_kept (proposal))
    return g_steal_pointer (&counted);
  return g_strdup_printf ("%s · %s", counted,
                          word (writer, decided ? "workshop-minutes-kept"
                                                : "workshop-minutes-open"));
}

static void
write_hands (Heading *heading, const SsmPart *stage, SsmList list, gboolean decided)
{
  g_autoptr (GPtrArray) proposals
    = ssm_map_proposals (heading->writer->after, ssm_part_id (stage), list, decided);

  for (guint i = 0; i < proposals->len; i++)
    {
      g_autofree char *note = describe_hands (heading->writer, proposals->pdata[i], decided);

      write_heading (heading);
      add (heading->writer, SSM_MINUTES_ITEM,
           ssm_part_text (proposals->pdata[i], SSM_PROPOSAL_TEXT), note, NULL);
    }
}

static void
write_decisions (Writer *writer)
{
  if (ssm_part_n_children (writer->after, SSM_LIST_PROPOSALS) == 0)
    return;

  add (writer, SSM_MINUTES_SECTION, word (writer, "workshop-minutes-decisions"), NULL, NULL);
  for (guint i = 0; i < ssm_map_n_stages (writer->after); i++)
    {
      const SsmPart *stage = ssm_map_stage (writer->after, i);
      g_autofree char *title = stage_title (writer, stage);
      Heading heading = { writer, title, NULL };

      for (guint side = 0; side < G_N_ELEMENTS (sides); side++)
        {
          heading.label
            = word (writer, sides[side] == SSM_LIST_ENTRY ? "enter-when" : "leave-when");
          write_hands (&heading, stage, sides[side], TRUE);
          write_hands (&heading, stage, sides[side], FALSE);
        }
    }
}

static void
write_parked (Writer *writer)
{
  guint n = ssm_map_n_ideas (writer->after);

  if (n > 0)
    add (writer, SSM_MINUTES_SECTION, word (writer, "workshop-minutes-parked"), NULL, NULL);
  for (guint i = 0; i < n; i++)
    {
      const SsmPart *idea = ssm_map_idea (writer->after, i);
      const char *id = ssm_part_text (idea, SSM_IDEA_STAGE);
      const SsmPart *stage = *id != '\0' ? ssm_map_find (writer->after, id) : NULL;
      gboolean is_known = stage != NULL && ssm_part_kind (stage) == SSM_KIND_STAGE;
      g_autofree char *title = is_known ? stage_title (writer, stage) : NULL;

      add (writer, SSM_MINUTES_ITEM, ssm_part_text (idea, SSM_IDEA_TEXT), title, NULL);
    }
}

SsmMinutes *
ssm_minutes_new (const SsmMap *before, SsmMap *after, const SsmAgenda *agenda,
                 const GArray *used, const char *date)
{
  SsmMinutes *minutes = g_new0 (SsmMinutes, 1);
  Writer writer = { minutes, before, after, ssm_resources_words (ssm_map_language (after)) };

  minutes->map = ssm_part_ref (after);
  minutes->lines = g_ptr_array_new_with_free_func (line_free);
  write_head (&writer, agenda, used, date);
  write_agreed (&writer);
  write_decisions (&writer);
  write_parked (&writer);
  write_times (&writer, agenda, used);
  return minutes;
}

void
ssm_minutes_free (SsmMinutes *minutes)
{
  if (minutes == NULL)
    return;

  ssm_part_unref (minutes->map);
  g_ptr_array_unref (minutes->lines);
  g_free (minutes);
}
