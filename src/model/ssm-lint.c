/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Finds criteria that two people would answer differently. What words give them away is data
 * of the language pack; here is only how a sentence is searched for them. */

#include "ssm-check.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ssm-lint-private.h"
#include "ssm-words.h"

#define MANY_CRITERIA 4
#define LONG_CRITERION 90
#define MANY_CONJUNCTIONS 2
#define QUOTED_LENGTH 60

/* The language's lists, folded once for all criteria. */
typedef struct
{
  GPtrArray *findings;
  const SsmMap *map;
  char **skips;
  char **seller_verbs;
  char **seller_phrases;
  char **opinions;
  char **conjunctions;
  gboolean nouns_are_capitalised;
  GHashTable *known_terms;  /* folded words */
  GHashTable *seen;         /* comparable text → SsmPart, the first criterion of it */
} Lint;

static void
finding_free (gpointer data)
{
  SsmFinding *finding = data;

  g_free (finding->stage);
  g_free (finding->item);
  g_free (finding->other);
  g_free (finding->term);
  g_free (finding->message);
  g_free (finding);
}

SsmFinding *
ssm_lint_add (GPtrArray *findings, const char *code, SsmSeverity severity,
              const SsmPart *stage, const char *item, char *message)
{
  SsmFinding *finding = g_new0 (SsmFinding, 1);

  finding->code = code;
  finding->severity = severity;
  finding->stage = g_strdup (ssm_part_id (stage));
  finding->list = SSM_LIST_NONE;
  finding->item = g_strdup (item);
  finding->message = message;
  g_ptr_array_add (findings, finding);
  return finding;
}

static char **
fold_list (const SsmLanguage *language, const char *key)
{
  const char * const *words = ssm_language_words (language, key);
  GPtrArray *folded = g_ptr_array_new ();

  for (guint i = 0; words[i] != NULL; i++)
    g_ptr_array_add (folded, ssm_words_fold (words[i]));
  g_ptr_array_add (folded, NULL);
  return (char **) g_ptr_array_free (folded, FALSE);
}

static void
lint_init (Lint *self, const SsmMap *map, const SsmLanguage *language)
{
  self->findings = g_ptr_array_new_with_free_func (finding_free);
  self->map = map;
  self->skips = fold_list (language, "seller-skips");
  self->seller_verbs = fold_list (language, "seller-verbs");
  self->seller_phrases = fold_list (language, "seller-phrases");
  self->opinions = fold_list (language, "opinion-words");
  self->conjunctions = fold_list (language, "conjunctions");
  self->nouns_are_capitalised = ssm_lint_has_capitalised_nouns (language);
  self->known_terms = ssm_lint_known_words (map, language);
  self->seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

static void
lint_clear (Lint *self)
{
  g_strfreev (self->skips);
  g_strfreev (self->seller_verbs);
  g_strfreev (self->seller_phrases);
  g_strfreev (self->opinions);
  g_strfreev (self->conjunctions);
  g_hash_table_unref (self->known_terms);
  g_hash_table_unref (self->seen);
}

static gboolean
contains_any (const char *folded, char **phrases)
{
  for (guint i = 0; phrases[i] != NULL; i++)
    if (ssm_words_find (folded, folded, phrases[i]) != NULL)
      return TRUE;
  return FALSE;
}

static const char *
skip_any (const char *folded, char **phrases)
{
  for (guint i = 0; phrases[i] != NULL; i++)
    {
      const char *rest = ssm_words_skip (folded, phrases[i]);

      if (rest != NULL)
        return rest;
    }
  return NULL;
}

static gboolean
tells_of_seller (const Lint *self, const char *folded)
{
  while (folded != NULL)
    {
      if (skip_any (folded, self->seller_verbs) != NULL
          || skip_any (folded, self->seller_phrases) != NULL)
        return TRUE;
      folded = skip_any (folded, self->skips);
    }
  return FALSE;
}

/* "and/or" joins two things, not three. */
static guint
count_conjunctions (const Lint *self, const char *folded)
{
  guint n = 0;

  for (guint i = 0; self->conjunctions[i] != NULL; i++)
    {
      const char *word = self->conjunctions[i];

      for (const char *found = ssm_words_find (folded, folded, word); found != NULL;
           found = ssm_words_find (folded, found + strlen (word), word))
        if (found == folded || found[-1] != '/')
          n++;
    }
  return n;
}

/* (transfer full): the criterion as a message can name it. */
static char *
quote (const char *text)
{
  g_autofree char *start = NULL;

  if (g_utf8_strlen (text, -1) <= QUOTED_LENGTH)
    return g_strdup (text);
  start = g_utf8_substring (text, 0, QUOTED_LENGTH - 1);
  return g_strconcat (start, "…", NULL);
}

/* Takes @message. */
static SsmFinding *
warn (Lint *self, const char *code, const SsmPart *stage, const SsmPart *criterion,
      char *message)
{
  return ssm_lint_add (self->findings, code, SSM_SEVERITY_WARNING, stage,
                       criterion != NULL ? ssm_part_id (criterion) : NULL, message);
}

static void
check_words (Lint *self, const SsmPart *stage, const SsmPart *criterion, const char *folded)
{
  g_autofree char *quoted = quote (ssm_part_text (criterion, SSM_CRITERION_TEXT));

  if (tells_of_seller (self, folded))
    warn (self, "seller-verb", stage, criterion,
          g_strdup_printf (_("“%s” tells what we did. What did the buyer do or say?"),
                           quoted));
  if (contains_any (folded, self->opinions))
    warn (self, "opinion-word", stage, criterion,
          g_strdup_printf (_("What would you see? “%s” cannot be checked."), quoted));
  if (count_conjunctions (self, folded) >= MANY_CONJUNCTIONS)
    warn (self, "two-in-one", stage, criterion,
          g_strdup (_("Two or more criteria in one. Give each a line of its own.")));
}

/* Full stops and the like at the end do not make a text another one. */
static char *
comparable (const char *folded)
{
  const char *end = folded + strlen (folded);

  while (end > folded)
    {
      const char *last = g_utf8_prev_char (end);

      if (!g_unichar_ispunct (g_utf8_get_char (last)) && *last != ' ')
        break;
      end = last;
    }
  return g_strndup (folded, end - folded);
}

/* (transfer full) */
static char *
duplicate_message (const Lint *self, const SsmPart *stage, const SsmPart *first)
{
  guint index;
  const SsmPart *other = ssm_map_stage_of (self->map, ssm_part_id (first), &index);
  const char *name = ssm_part_text (other, SSM_STAGE_NAME);
  g_autofree char *title = ssm_stage_title (other, index);

  if (other == stage)
    return g_strdup (_("The same criterion is in this stage already."));
  return g_strdup_printf (_("The same criterion is in %s."),
                          ssm_is_blank (name) ? title : name);
}

static void
check_duplicate (Lint *self, const SsmPart *stage, const SsmPart *criterion,
                 const char *folded)
{
  char *text = comparable (folded);
  const SsmPart *first = g_hash_table_lookup (self->seen, text);
  SsmFinding *finding;

  if (first == NULL)
    {
      g_hash_table_insert (self->seen, text, (gpointer) criterion);
      return;
    }
  g_free (text);
  finding = warn (self, "duplicate", stage, criterion,
                  duplicate_message (self, stage, first));
  finding->other = g_strdup (ssm_part_id (first));
}

static void
check_length (Lint *self, const SsmPart *stage, const SsmPart *criterion)
{
  glong length = g_utf8_strlen (ssm_part_text (criterion, SSM_CRITERION_TEXT), -1);

  if (length > LONG_CRITERION)
    warn (self, "too-long", stage, criterion,
          g_strdup_printf (_("%ld characters are too many. Say it in %d or fewer."),
                           length, LONG_CRITERION));
}

static gboolean
same_language (const char *a, const char *b)
{
  gsize length = strcspn (a, "-");

  return length == strcspn (b, "-") && g_ascii_strncasecmp (a, b, length) == 0;
}

gboolean
ssm_lint_is_in_language (const SsmMap *map, const SsmPart *stage, const SsmPart *criterion)
{
  const char *own = ssm_part_text (criterion, SSM_CRITERION_LANGUAGE);

  if (*own == '\0')
    own = ssm_part_text (stage, SSM_STAGE_LANGUAGE);
  return *own == '\0' || same_language (own, ssm_map_language (map));
}

gboolean
ssm_lint_has_capitalised_nouns (const SsmLanguage *language)
{
  return ssm_language_words (language, "capitalised-nouns")[0] != NULL;
}

static void
check_criterion (Lint *self, const SsmPart *stage, const SsmPart *criterion)
{
  const char *text = ssm_part_text (criterion, SSM_CRITERION_TEXT);
  g_autofree char *folded = NULL;

  if (ssm_is_blank (text))
    return;

  folded = ssm_words_fold (text);
  check_duplicate (self, stage, criterion, folded);
  check_length (self, stage, criterion);
  if (!ssm_lint_is_in_language (self->map, stage, criterion))
    return;
  check_words (self, stage, criterion, folded);
  ssm_lint_terms (self->findings, stage, criterion, self->known_terms,
                  self->nouns_are_capitalised);
}

static void
check_number (Lint *self, guint index, SsmList list)
{
  const SsmPart *stage = ssm_map_stage (self->map, index);
  guint n = ssm_stage_n_written (stage, list);

  if (n == 0)
    ssm_lint_add (self->findings,
                  list == SSM_LIST_ENTRY ? "missing-entry" : "missing-exit",
                  SSM_SEVERITY_ERROR, stage, NULL, ssm_missing_message (stage, index, list))
        ->list = list;
  if (n >= MANY_CRITERIA)
    warn (self, "too-many", stage, NULL,
          g_strdup (_("Four or more criteria here. The exercise suggests 2-3.")))
        ->list = list;
}

static void
check_list (Lint *self, guint index, SsmList list)
{
  const SsmPart *stage = ssm_map_stage (self->map, index);

  check_number (self, index, list);
  for (guint i = 0; i < ssm_part_n_children (stage, list); i++)
    check_criterion (self, stage, ssm_part_child (stage, list, i));
}

gboolean
ssm_stage_is_lost (const SsmPart *stage, const SsmLanguage *language)
{
  const char * const *words = ssm_language_words (language, "lost-stages");
  g_autofree char *name = ssm_words_fold (ssm_part_text (stage, SSM_STAGE_NAME));

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autofree char *word = ssm_words_fold (words[i]);

      if (strcmp (name, word) == 0)
        return TRUE;
    }

  return FALSE;
}

/* Where deals end that are not won: no step of the way, and a path of the map. */
static void
check_name (Lint *self, const SsmPart *stage, const SsmLanguage *language)
{
  const char *name = ssm_part_text (stage, SSM_STAGE_NAME);

  if (ssm_stage_is_lost (stage, language))
    warn (self, "lost-stage", stage, NULL,
          g_strdup_printf (_("“%s” is an outcome, not a stage: make it the path for lost "
                             "deals."), name));
}

GPtrArray *
ssm_lint (const SsmMap *map, const SsmLanguage *language)
{
  Lint self = { 0 };

  g_return_val_if_fail (map != NULL && language != NULL, NULL);

  lint_init (&self, map, language);
  for (guint i = 0; i < ssm_map_n_stages (map); i++)
    {
      check_name (&self, ssm_map_stage (map, i), language);
      check_list (&self, i, SSM_LIST_ENTRY);
      check_list (&self, i, SSM_LIST_EXIT);
    }
  lint_clear (&self);
  return self.findings;
}

char *
ssm_finding_place (const SsmMap *map, const SsmFinding *finding)
{
  const SsmPart *item = finding->item != NULL ? ssm_map_find (map, finding->item) : NULL;
  g_autofree char *title = NULL;
  const SsmPart *stage;
  guint index;

  if (item != NULL && ssm_part_kind (item) == SSM_KIND_CRITERION)
    {
      char *text = quote (ssm_part_text (item, SSM_CRITERION_TEXT));

      if (strstr (finding->message, text) != NULL)
        g_clear_pointer (&text, g_free);
      return text;
    }
  stage = finding->stage != NULL ? ssm_map_stage_of (map, finding->stage, &index) : NULL;
  if (stage == NULL || finding->list == SSM_LIST_NONE)
    return NULL;

  title = ssm_stage_title (stage, index);
  if (g_str_has_prefix (finding->message, title))
    return NULL;
  /* Translators: a list of a stage: "3 Discovery, Leave when" */
  return g_strdup_printf (_("%s, %s"), title,
                          finding->list == SSM_LIST_ENTRY ? _("Enter when") : _("Leave when"));
}
