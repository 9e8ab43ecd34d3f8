/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A term and the texts that use it change together. */

#include "ssm-terms-private.h"

#include <string.h>

#include "ssm-map-edit.h"

typedef struct
{
  const char *id;
  const char *old;
  const char *new;
  char *new_plural; /* or NULL */
  GPtrArray *texts; /* Text: those that use the term */
} Renaming;

/* One text as it will be. */
typedef struct
{
  const SsmPart *part;
  SsmField field;
  GString *text;
  guint done; /* bytes of the old text */
} Text;

static void
text_free (gpointer data)
{
  Text *text = data;

  g_string_free (text->text, TRUE);
  g_free (text);
}

static gboolean
is_all_capitals (const char *word)
{
  guint capitals = 0;

  for (; *word != '\0'; word = g_utf8_next_char (word))
    {
      if (g_unichar_islower (g_utf8_get_char (word)))
        return FALSE;
      capitals += g_unichar_isupper (g_utf8_get_char (word)) ? 1 : 0;
    }
  return capitals > 1;
}

/* "SQL" keeps its capital wherever it stands. */
static gboolean
is_abbreviation (const char *term)
{
  return *term != '\0' && g_unichar_isupper (g_utf8_get_char (term))
         && g_unichar_isupper (g_utf8_get_char (g_utf8_next_char (term)));
}

/* (transfer full) */
static char *
with_first (const char *word, gunichar first)
{
  GString *result = g_string_new (NULL);

  g_string_append_unichar (result, first);
  g_string_append (result, g_utf8_next_char (word));
  return g_string_free (result, FALSE);
}

/* (transfer full): @word with the capitals that the place has, where @used stands for
 * @old. */
static char *
fit_case (const char *word, const char *used, const char *old)
{
  gunichar now = g_utf8_get_char (used), first = g_utf8_get_char (word);
  gunichar usual = g_utf8_get_char (old);

  if (is_all_capitals (used) && !is_all_capitals (old))
    return g_utf8_strup (word, -1);
  if (g_unichar_isupper (now) && !g_unichar_isupper (usual))
    return with_first (word, g_unichar_toupper (first));
  if (g_unichar_islower (now) && !g_unichar_islower (usual) && !is_abbreviation (word))
    return with_first (word, g_unichar_tolower (first));
  return g_strdup (word);
}

static Text *
text_of (Renaming *renaming, const SsmPart *part, SsmField field)
{
  Text *last = renaming->texts->len > 0
                 ? g_ptr_array_index (renaming->texts, renaming->texts->len - 1)
                 : NULL;

  if (last != NULL && last->part == part && last->field == field)
    return last;

  last = g_new0 (Text, 1);
  last->part = part;
  last->field = field;
  last->text = g_string_new (NULL);
  g_ptr_array_add (renaming->texts, last);
  return last;
}

static void
rename_use (const SsmTermUse *use, gpointer data)
{
  Renaming *renaming = data;
  const char *words = ssm_part_text (use->part, use->field);
  gboolean plural = use->span.plural && renaming->new_plural != NULL;
  g_autofree char *used = NULL;
  g_autofree char *fitting = NULL;
  Text *text;

  if (use->field == SSM_STAGE_OUTCOME
      || strcmp (ssm_part_id (use->span.definition), renaming->id) != 0)
    return;

  used = g_strndup (words + use->span.start, use->span.end - use->span.start);
  fitting = fit_case (plural ? renaming->new_plural : renaming->new, used, renaming->old);
  text = text_of (renaming, use->part, use->field);
  g_string_append_len (text->text, words + text->done, use->span.start - text->done);
  g_string_append (text->text, fitting);
  text->done = use->span.end;
}

/* Takes @map. An example in other words is still an example. */
static SsmMap *
with_text (SsmMap *map, const Text *text)
{
  g_autoptr (SsmMap) before = map;
  const char *id = ssm_part_id (text->part);
  g_autoptr (SsmMap) after
    = ssm_map_with_text (before, id, text->field, text->text->str);

  if (text->field == SSM_CRITERION_TEXT && ssm_part_flag (text->part, SSM_CRITERION_EXAMPLE))
    return ssm_map_with_text (after, id, SSM_CRITERION_EXAMPLE, "yes");
  return g_steal_pointer (&after);
}

/* (transfer full) */
static SsmMap *
with_uses_renamed (SsmMap *map, const char *id, const char *old, const char *new)
{
  Renaming renaming = { id, old, new, ssm_term_plural (new, ssm_terms_are_english (map)),
                        g_ptr_array_new_with_free_func (text_free) };
  SsmMap *changed = ssm_part_ref (map);

  ssm_map_foreach_use (map, rename_use, &renaming);
  for (guint i = 0; i < renaming.texts->len; i++)
    {
      Text *text = g_ptr_array_index (renaming.texts, i);

      g_string_append (text->text, ssm_part_text (text->part, text->field) + text->done);
      changed = with_text (changed, text);
    }
  g_ptr_array_unref (renaming.texts);
  g_free (renaming.new_plural);
  return changed;
}

static gboolean
says_something (const char *term)
{
  g_autofree char *stripped = g_strstrip (g_strdup (term));

  return *stripped != '\0';
}

SsmMap *
ssm_map_with_term_renamed (SsmMap *map, const char *id, const char *term)
{
  const SsmPart *definition = ssm_map_find (map, id);
  g_autoptr (SsmMap) renamed = NULL;
  const char *old, *new;

  if (definition == NULL || ssm_part_kind (definition) != SSM_KIND_DEFINITION)
    return ssm_part_ref (map);

  /* As it will stand in the map: without what a term cannot hold. */
  renamed = ssm_map_with_text (map, id, SSM_DEFINITION_TERM, term);
  old = ssm_part_text (definition, SSM_DEFINITION_TERM);
  new = ssm_part_text (ssm_map_find (renamed, id), SSM_DEFINITION_TERM);
  if (says_something (old) && says_something (new))
    {
      g_autoptr (SsmMap) used = with_uses_renamed (map, id, old, new);

      return ssm_map_with_text (used, id, SSM_DEFINITION_TERM, new);
    }
  return g_steal_pointer (&renamed);
}

static const char *
text_in (const SsmMap *map, const SsmPart *part, SsmField field)
{
  return ssm_part_text (ssm_map_find (map, ssm_part_id (part)), field);
}

SsmMap *
ssm_map_with_term_renamed_since (SsmMap *map, SsmMap *before, const char *id,
                                 const char *term)
{
  const char *now = ssm_part_text (ssm_map_find (map, id), SSM_DEFINITION_TERM);
  g_autoptr (SsmMap) there = ssm_map_with_term_renamed (before, id, now);
  g_autoptr (SsmMap) wanted = ssm_map_with_term_renamed (before, id, term);
  g_autoptr (SsmMap) renamed = ssm_map_with_term_renamed (map, id, term);
  g_autoptr (GArray) uses = ssm_map_uses (map, id);

  if (before == map)
    return g_steal_pointer (&renamed);
  for (guint i = 0; i < uses->len; i++)
    {
      const SsmTermUse *use = &g_array_index (uses, SsmTermUse, i);
      Text text = { use->part, use->field, NULL, 0 };

      if (use->field == SSM_STAGE_OUTCOME
          || strcmp (text_in (map, use->part, use->field),
                     text_in (there, use->part, use->field)) != 0)
        continue;
      text.text = g_string_new (text_in (wanted, use->part, use->field));
      renamed = with_text (g_steal_pointer (&renamed), &text);
      g_string_free (text.text, TRUE);
    }
  return g_steal_pointer (&renamed);
}

guint
ssm_map_n_texts_renamed (const SsmMap *before, const SsmMap *after, const char *id)
{
  g_autoptr (GArray) uses = ssm_map_uses (after, id);
  const SsmTermUse *last = NULL;
  guint n = 0;

  for (guint i = 0; i < uses->len; i++)
    {
      const SsmTermUse *use = &g_array_index (uses, SsmTermUse, i);
      gboolean again = last != NULL && last->part == use->part && last->field == use->field;

      if (!again && use->field != SSM_STAGE_OUTCOME
          && strcmp (text_in (before, use->part, use->field),
                     text_in (after, use->part, use->field)) != 0)
        n++;
      last = use;
    }
  return n;
}
