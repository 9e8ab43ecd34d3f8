/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Words that look like terms everybody is meant to know: abbreviations anywhere, and words
 * with a capital where a sentence does not begin. */

#include "ssm-lint-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ssm-terms.h"
#include "ssm-words.h"

typedef struct
{
  const char *start;
  const char *end;
  guint letters;
  guint capitals;
  gboolean begins_sentence;
} Word;

static gboolean
ends_sentence (gunichar c)
{
  return c != '\'' && c != 0x2019 && c != ',' && c != '&' && !g_unichar_isspace (c)
         && g_unichar_ispunct (c);
}

/* The next word at or behind @p; FALSE if there is none. */
static gboolean
next_word (const char *p, gboolean begins_sentence, Word *word)
{
  *word = (Word) { .begins_sentence = begins_sentence };

  for (; *p != '\0' && !ssm_words_is_letter (g_utf8_get_char (p)); p = g_utf8_next_char (p))
    if (ends_sentence (g_utf8_get_char (p)))
      word->begins_sentence = TRUE;

  for (word->start = p; *p != '\0' && ssm_words_is_letter (g_utf8_get_char (p));
       p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      word->letters += g_unichar_isalpha (c) ? 1 : 0;
      word->capitals += g_unichar_isupper (c) ? 1 : 0;
    }
  word->end = p;
  return word->end > word->start;
}

static gboolean
looks_like_term (const Word *word, gboolean nouns_are_capitalised)
{
  if (word->letters < 2)
    return FALSE;
  if (word->capitals >= 2)
    return TRUE;
  return g_unichar_isupper (g_utf8_get_char (word->start))
         && !word->begins_sentence && !nouns_are_capitalised;
}

/* In a text all in capitals they single nothing out. */
static gboolean
has_lower_case (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (g_unichar_islower (g_utf8_get_char (text)))
      return TRUE;
  return FALSE;
}

/* "SQLs" is known where "SQL" is. */
static gboolean
is_known (GHashTable *known, const char *folded)
{
  gsize length = strlen (folded);

  if (g_hash_table_contains (known, folded))
    return TRUE;
  if (length > 2 && folded[length - 1] == 's')
    {
      g_autofree char *singular = g_strndup (folded, length - 1);

      return g_hash_table_contains (known, singular);
    }
  return FALSE;
}

/* (transfer full), NULL terminated; what is found is added to @known. */
static char **
unknown_terms (const char *text, GHashTable *known, gboolean nouns_are_capitalised)
{
  g_autoptr (GStrvBuilder) terms = g_strv_builder_new ();
  Word word;

  if (!has_lower_case (text))
    return g_strv_builder_end (terms);

  for (gboolean first = TRUE; next_word (text, first, &word); first = FALSE, text = word.end)
    {
      g_autofree char *shown = g_strndup (word.start, word.end - word.start);
      g_autofree char *folded = ssm_words_fold (shown);

      if (!looks_like_term (&word, nouns_are_capitalised) || is_known (known, folded))
        continue;

      g_strv_builder_add (terms, shown);
      g_hash_table_add (known, g_steal_pointer (&folded));
    }
  return g_strv_builder_end (terms);
}

void
ssm_lint_terms (GPtrArray *findings, const SsmPart *stage, const SsmPart *criterion,
                GHashTable *known, gboolean nouns_are_capitalised)
{
  g_auto (GStrv) terms = unknown_terms (ssm_part_text (criterion, SSM_CRITERION_TEXT), known,
                                        nouns_are_capitalised);

  for (guint i = 0; terms[i] != NULL; i++)
    {
      SsmFinding *finding
        = ssm_lint_add (findings, "undefined-term", SSM_SEVERITY_HINT, stage,
                        ssm_part_id (criterion),
                        g_strdup_printf (_("“%s” is not defined. Add it to the definitions, "
                                           "or use a word everybody knows."),
                                         terms[i]));

      finding->term = g_strdup (terms[i]);
    }
}

static void
add_words (GHashTable *known, const char *text)
{
  Word word;

  for (; next_word (text, FALSE, &word); text = word.end)
    {
      g_autofree char *shown = g_strndup (word.start, word.end - word.start);

      g_hash_table_add (known, ssm_words_fold (shown));
    }
}

GHashTable *
ssm_lint_known_words (const SsmMap *map, const SsmLanguage *language)
{
  GHashTable *known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const char * const *common = ssm_language_words (language, "common-capitals");

  for (guint i = 0; common[i] != NULL; i++)
    add_words (known, common[i]);
  for (guint i = 0; i < ssm_part_n_children (map, SSM_LIST_DEFINITIONS); i++)
    add_words (known, ssm_part_text (ssm_part_child (map, SSM_LIST_DEFINITIONS, i),
                                     SSM_DEFINITION_TERM));
  for (guint i = 0; i < ssm_map_n_stages (map); i++)
    add_words (known, ssm_part_text (ssm_map_stage (map, i), SSM_STAGE_NAME));
  return known;
}

char **
ssm_map_undefined_terms (const SsmMap *map, const SsmLanguage *language,
                         const char *criterion)
{
  const SsmPart *part = ssm_map_find (map, criterion);
  const SsmPart *stage = ssm_map_stage_of (map, criterion, NULL);
  g_autoptr (GHashTable) known = NULL;

  if (part == NULL || ssm_part_kind (part) != SSM_KIND_CRITERION
      || !ssm_lint_is_in_language (map, stage, part))
    return g_new0 (char *, 1);

  known = ssm_lint_known_words (map, language);
  return unknown_terms (ssm_part_text (part, SSM_CRITERION_TEXT), known,
                        ssm_lint_has_capitalised_nouns (language));
}
