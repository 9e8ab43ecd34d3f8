/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-deal-text.h"

#include "ssm-book.h"
#include "ssm-deal-change.h"
#include "ssm-deal-words.h"
#include "ssm-line.h"

typedef struct
{
  GString *text;
  const SsmDiagnosis *diagnosis;
  const SsmPart *deal;
  const SsmLanguage *words;
} Writer;

/* Appends @text as part of a line. Takes it. */
static void
append (Writer *self, char *text)
{
  g_autofree char *taken = text;
  g_autofree char *line = ssm_line (taken);

  g_string_append (self->text, line);
}

static const char *
label (const Writer *self, const char *key)
{
  return ssm_language_label (self->words, key);
}

/* "Brightline Logistics · € 84,000 · Ines Marek" */
static void
append_head (Writer *self)
{
  g_autofree char *amount = ssm_deal_words_amount (self->deal, self->words);
  const char *owner = ssm_part_text (self->deal, SSM_DEAL_OWNER);
  const char *name = ssm_part_text (self->deal, SSM_DEAL_NAME);

  append (self, g_strdup (*name != '\0' ? name : ssm_part_id (self->deal)));
  if (*amount != '\0')
    {
      g_string_append (self->text, " · ");
      append (self, g_steal_pointer (&amount));
    }
  if (*owner != '\0')
    {
      g_string_append (self->text, " · ");
      append (self, g_strdup (owner));
    }
  g_string_append_c (self->text, '\n');
}

/* "Stuck in 3 Discovery", where there is a stage. */
static void
append_state (Writer *self)
{
  if (self->diagnosis->place == SSM_NO_STAGE)
    return;
  append (self, g_strdup (ssm_deal_words_state (self->diagnosis, self->words)));
  g_string_append_c (self->text, ' ');
  append (self, ssm_deal_words_stage (self->diagnosis->path, self->diagnosis->place));
}

static void
append_summary (Writer *self)
{
  append (self, ssm_deal_words_summary (self->diagnosis,
                                        ssm_part_text (self->deal, SSM_DEAL_CLOSE),
                                        self->words));
  g_string_append_c (self->text, '\n');
}

/* "3 Discovery: leave when" */
static void
append_list_head (Writer *self, const SsmPathCriterion *criterion)
{
  g_autofree char *stage = ssm_deal_words_stage (self->diagnosis->path, criterion->stage);

  g_string_append_c (self->text, '\n');
  append (self, ssm_language_format (self->words,
                                     criterion->is_entry ? "deal-enter" : "deal-leave",
                                     "stage", stage, NULL));
  g_string_append_c (self->text, '\n');
}

static void
append_missing (Writer *self, guint index)
{
  const SsmPathCriterion *criterion = &self->diagnosis->path->criteria[index];
  const SsmPart *answer = ssm_deal_answer (self->deal, ssm_part_id (criterion->part));
  g_autofree char *evidence = ssm_deal_words_evidence (self->diagnosis, index, answer,
                                                       self->words);

  g_string_append (self->text, "- ");
  append (self, g_strdup (ssm_deal_words_verdict (self->diagnosis->answers[index],
                                                  self->words)));
  g_string_append (self->text, ": ");
  append (self, g_strdup (ssm_part_text (criterion->part, SSM_CRITERION_TEXT)));
  g_string_append (self->text, "\n  ");
  append (self, g_steal_pointer (&evidence));
  g_string_append_c (self->text, '\n');
}

static void
append_all_missing (Writer *self)
{
  const SsmDiagnosis *diagnosis = self->diagnosis;
  const SsmPathCriterion *last = NULL;

  for (guint i = 0; i < diagnosis->n_missing; i++)
    {
      const SsmPathCriterion *criterion =
          &diagnosis->path->criteria[diagnosis->missing[i]];

      if (last == NULL || last->stage != criterion->stage
          || last->is_entry != criterion->is_entry)
        append_list_head (self, criterion);
      append_missing (self, diagnosis->missing[i]);
      last = criterion;
    }
}

/* "Next action: Confirm monthly cost (Ines Marek, by Friday 27 Nov 2026)" */
static void
append_next (Writer *self)
{
  const SsmPart *next = ssm_deal_next (self->deal);
  g_autofree char *who = NULL;

  if (next == NULL)
    {
      append (self, g_strdup (label (self, "deal-next-none")));
      g_string_append_c (self->text, '\n');
      return;
    }
  who = ssm_deal_words_who (next, self->words);
  append (self, g_strdup (label (self, "deal-next")));
  g_string_append (self->text, ": ");
  append (self, g_strdup (ssm_part_text (next, SSM_NEXT_TEXT)));
  if (*who != '\0')
    {
      g_string_append (self->text, " (");
      append (self, g_steal_pointer (&who));
      g_string_append_c (self->text, ')');
    }
  g_string_append_c (self->text, '\n');
}

/* "MEDDPICC: M 1, E 2, …": the letters that the map asks for. */
static void
append_letters (Writer *self)
{
  gboolean any = FALSE;

  for (guint i = 0; i < SSM_N_LETTERS; i++)
    if (ssm_deal_path_has_letter (self->diagnosis->path, i))
      {
        g_string_append (self->text, any ? ", " : label (self, "deal-meddpicc"));
        g_string_append_printf (self->text, "%s%c %u", any ? "" : ": ",
                                ssm_letter_sign (i),
                                ssm_diagnosis_score (self->diagnosis, i, NULL));
        any = TRUE;
      }
  if (any)
    g_string_append_c (self->text, '\n');
}

/* Takes @before and @after. */
static void
append_change (Writer *self, const char *key, char *before, char *after)
{
  append (self,
          ssm_language_format (self->words, key, "before", before, "after", after, NULL));
  g_string_append_c (self->text, '\n');
  g_free (before);
  g_free (after);
}

static char *
stage_or_none (const Writer *self, int stage)
{
  return stage != SSM_NO_STAGE ? ssm_deal_words_stage (self->diagnosis->path, stage)
                               : g_strdup ("–");
}

static void
append_changes (Writer *self)
{
  g_autoptr (SsmDealChanges) changes = ssm_deal_changes_new (self->diagnosis, self->deal);
  g_autofree char *date = NULL;

  if (changes == NULL || changes->changes->len == 0)
    return;
  date = ssm_language_date (self->words, changes->since);
  g_string_append_c (self->text, '\n');
  append (self, ssm_language_format (self->words, "deal-since", "date", date, NULL));
  g_string_append_c (self->text, '\n');
  if (changes->evidence_before != changes->evidence_after)
    append_change (self, "deal-moved", stage_or_none (self, changes->evidence_before),
                   stage_or_none (self, changes->evidence_after));
  for (guint i = 0; i < changes->changes->len; i++)
    {
      const SsmDealChange *change = &g_array_index (changes->changes, SsmDealChange, i);
      const SsmPart *part = self->diagnosis->path->criteria[change->criterion].part;

      g_string_append (self->text, "- ");
      append (self, g_strdup (ssm_part_text (part, SSM_CRITERION_TEXT)));
      g_string_append (self->text, ": ");
      append_change (self, "deal-before-after",
                     g_strdup (ssm_deal_words_verdict (change->before, self->words)),
                     g_strdup (ssm_deal_words_verdict (change->after, self->words)));
    }
}

char *
ssm_deal_to_text (const SsmDiagnosis *diagnosis, const SsmPart *deal, const char *as_of,
                  const SsmLanguage *words)
{
  Writer writer = { g_string_new (NULL), diagnosis, deal, words };

  append_head (&writer);
  append (&writer, ssm_deal_words_against (diagnosis->path->map, words));
  g_string_append (writer.text, " · ");
  append (&writer, ssm_language_date (words, as_of));
  g_string_append (writer.text, "\n\n");
  append_state (&writer);
  g_string_append_c (writer.text, '\n');
  append (&writer, ssm_deal_words_clock (diagnosis, words));
  g_string_append_c (writer.text, '\n');
  append_summary (&writer);
  append_all_missing (&writer);
  g_string_append_c (writer.text, '\n');
  append_next (&writer);
  append_letters (&writer);
  append_changes (&writer);
  return g_string_free (writer.text, FALSE);
}

char *
ssm_deal_to_short_text (const SsmDiagnosis *diagnosis, const SsmPart *deal,
                        const SsmLanguage *words)
{
  Writer writer = { g_string_new (NULL), diagnosis, deal, words };

  append_head (&writer);
  g_string_append (writer.text, "  ");
  append_state (&writer);
  g_string_append (writer.text, diagnosis->place != SSM_NO_STAGE ? " · " : "");
  append (&writer, ssm_deal_words_clock (diagnosis, words));
  g_string_append (writer.text, "\n  ");
  append_summary (&writer);
  g_string_append (writer.text, "  ");
  append_next (&writer);
  return g_string_free (writer.text, FALSE);
}
