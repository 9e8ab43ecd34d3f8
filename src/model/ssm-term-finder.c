/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A text is cut at every edge of a word; from there each piece is folded and looked up, by
 * word after word, as long as a term begins like it. So the rules for edges, letter case and
 * blanks are those of the lint. */

#include "ssm-terms-private.h"

#include <string.h>

#include "ssm-words.h"

/* What has more words than this is a sentence; it is not looked for. */
#define MAX_WORDS 32

typedef struct
{
  SsmPart *definition;
  gboolean plural;
} Meaning;

struct _SsmTermFinder
{
  SsmMap *map;
  GHashTable *meanings; /* folded term → Meaning */
  GHashTable *beginnings; /* set: the first words of each term, folded */
};

static gboolean
ends_like (const char *term, const char * const *endings)
{
  for (guint i = 0; endings[i] != NULL; i++)
    if (g_str_has_suffix (term, endings[i]))
      return TRUE;
  return FALSE;
}

static gboolean
is_latin (gunichar c)
{
  return g_unichar_isalpha (c) && g_unichar_get_script (c) == G_UNICODE_SCRIPT_LATIN;
}

char *
ssm_term_plural (const char *term, gboolean english)
{
  static const char * const hissing[] = { "s", "x", "z", "ch", "sh", NULL };
  static const char * const vowels[] = { "ay", "ey", "iy", "oy", "uy", NULL };
  gsize length = strlen (term);

  if (length == 0 || !is_latin (g_utf8_get_char (g_utf8_prev_char (term + length))))
    return NULL;
  if (english && ends_like (term, hissing))
    return g_strconcat (term, "es", NULL);
  if (english && length > 1 && term[length - 1] == 'y' && !ends_like (term, vowels))
    return g_strdup_printf ("%.*sies", (int) length - 1, term);
  return g_strconcat (term, "s", NULL);
}

gboolean
ssm_terms_are_english (const SsmMap *map)
{
  const char *language = ssm_map_language (map);

  return g_ascii_strncasecmp (language, "en", 2) == 0 && !g_ascii_isalpha (language[2]);
}

static gboolean
is_blank (const char *place)
{
  return g_unichar_isspace (g_utf8_get_char (place));
}

/* The next place behind @from where a word ends; NULL at the end of @text. */
static const char *
next_end (const char *text, const char *from)
{
  while (*from != '\0')
    {
      const char *last = from;

      from = g_utf8_next_char (from);
      if (!is_blank (last) && ssm_words_is_edge (text, from))
        return from;
    }
  return NULL;
}

/* (transfer full): the piece of a text as it is looked up. */
static char *
fold_piece (const char *from, const char *end)
{
  g_autofree char *piece = g_strndup (from, (gsize) (end - from));

  return ssm_words_fold (piece);
}

static void
learn_beginnings (SsmTermFinder *self, const char *term)
{
  const char *end = term;

  for (guint i = 0; i < MAX_WORDS && (end = next_end (term, end)) != NULL; i++)
    g_hash_table_add (self->beginnings, fold_piece (term, end));
}

/* @term may be NULL. What is known already means what it meant before. */
static void
learn (SsmTermFinder *self, const char *term, SsmPart *definition, gboolean plural)
{
  g_autofree char *folded = term != NULL ? ssm_words_fold (term) : NULL;
  Meaning *meaning;

  if (folded == NULL || *folded == '\0' || g_hash_table_contains (self->meanings, folded))
    return;

  meaning = g_new (Meaning, 1);
  *meaning = (Meaning) { definition, plural };
  learn_beginnings (self, term);
  g_hash_table_insert (self->meanings, g_steal_pointer (&folded), meaning);
}

static void
learn_plural (SsmTermFinder *self, SsmPart *definition, gboolean english)
{
  g_autofree char *plural
    = ssm_term_plural (ssm_part_text (definition, SSM_DEFINITION_TERM), english);

  learn (self, plural, definition, TRUE);
}

SsmTermFinder *
ssm_term_finder_new (const SsmMap *map)
{
  SsmTermFinder *self = g_new0 (SsmTermFinder, 1);
  guint n = ssm_part_n_children (map, SSM_LIST_DEFINITIONS);

  self->map = ssm_part_ref (map);
  self->meanings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->beginnings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < n; i++)
    {
      SsmPart *definition = ssm_part_child (map, SSM_LIST_DEFINITIONS, i);

      learn (self, ssm_part_text (definition, SSM_DEFINITION_TERM), definition, FALSE);
    }
  /* After all terms: one that looks like the plural of another is itself. */
  for (guint i = 0; i < n; i++)
    learn_plural (self, ssm_part_child (map, SSM_LIST_DEFINITIONS, i),
                  ssm_terms_are_english (map));
  return self;
}

void
ssm_term_finder_free (SsmTermFinder *self)
{
  ssm_part_unref (self->map);
  g_hash_table_unref (self->meanings);
  g_hash_table_unref (self->beginnings);
  g_free (self);
}

/* The longest term at @from; FALSE if there is none. */
static gboolean
match (const SsmTermFinder *self, const char *text, const char *from, SsmTermSpan *span)
{
  const char *end = from;
  gboolean found = FALSE;

  while ((end = next_end (text, end)) != NULL)
    {
      g_autofree char *folded = fold_piece (from, end);
      const Meaning *meaning = g_hash_table_lookup (self->meanings, folded);

      if (!g_hash_table_contains (self->beginnings, folded))
        break;
      if (meaning == NULL)
        continue;
      *span = (SsmTermSpan) { (guint) (from - text), (guint) (end - text),
                              meaning->definition, meaning->plural };
      found = TRUE;
    }
  return found;
}

GArray *
ssm_term_finder_find (const SsmTermFinder *self, const char *text)
{
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (SsmTermSpan));
  const char *p = text;

  g_return_val_if_fail (self != NULL && text != NULL, spans);

  while (g_hash_table_size (self->meanings) > 0 && *p != '\0')
    {
      SsmTermSpan span;

      if (!is_blank (p) && ssm_words_is_edge (text, p) && match (self, text, p, &span))
        {
          g_array_append_val (spans, span);
          p = text + span.end;
        }
      else
        p = g_utf8_next_char (p);
    }
  return spans;
}
