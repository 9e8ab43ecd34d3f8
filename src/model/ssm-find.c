/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-find.h"

#include <string.h>

#include "ssm-map-edit.h"
#include "ssm-words.h"

/* What people write and read; names of a CRM's columns and the like are not words. */
static const SsmField searched[] = {
  SSM_MAP_TITLE,       SSM_MAP_SUBTITLE,   SSM_EDITION_LABEL, SSM_EDITION_OWNER,
  SSM_STAGE_NAME,      SSM_STAGE_DOES,     SSM_STAGE_OWNER,   SSM_CRITERION_TEXT,
  SSM_CRITERION_PROOF, SSM_LINK_TEXT,      SSM_DEFINITION_TERM, SSM_DEFINITION_TEXT,
  SSM_REASON_CODE,     SSM_REASON_TEXT,
};

/* A text as it is compared. @places: for each of its bytes the byte of the written text
 * where a character begins, or -1 inside of one; one more for the end. */
typedef struct
{
  GString *text;
  GArray *places;
} Folded;

static void
folded_clear (Folded *folded)
{
  g_string_free (folded->text, TRUE);
  g_array_unref (folded->places);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Folded, folded_clear)

/* (transfer full): one character as it is compared. In Turkish the capital of "i" is "İ"
 * and that of "ı" is "I"; who looks for a word means all four. */
static char *
fold_character (const char *p, gsize length, gboolean match_case)
{
  gunichar c = g_utf8_get_char (p);
  g_autofree char *apart = NULL;

  if (g_unichar_isspace (c))
    return g_strdup (" ");
  if (c == 0x2019)
    return g_strdup ("'");
  if (!match_case && (c == 0x130 || c == 0x131))
    return g_strdup ("i");

  apart = g_utf8_normalize (p, (gssize) length, G_NORMALIZE_DEFAULT);
  return match_case ? g_steal_pointer (&apart) : g_utf8_casefold (apart, -1);
}

static void
fold (Folded *folded, const char *text, gboolean match_case)
{
  int inside = -1, place = 0;

  folded->text = g_string_new (NULL);
  folded->places = g_array_new (FALSE, FALSE, sizeof (int));
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gsize length = (gsize) (g_utf8_next_char (p) - p);
      g_autofree char *character = fold_character (p, length, match_case);

      place = (int) (p - text);
      for (gsize i = 0; character[i] != '\0'; i++)
        g_array_append_val (folded->places, *(i == 0 ? &place : &inside));
      g_string_append (folded->text, character);
    }
  place = (int) strlen (text);
  g_array_append_val (folded->places, place);
}

/* The byte of the written text for byte @index of the folded one, or -1. An accent of its
 * own belongs to the letter before it. */
static int
place_of (const Folded *folded, const char *text, gsize index)
{
  int place = g_array_index (folded->places, int, index);

  if (place < 0 || g_unichar_ismark (g_utf8_get_char (text + place)))
    return -1;
  return place;
}

static gboolean
is_match (const char *text, int start, int end, SsmFindFlags flags)
{
  if (start < 0 || end < 0)
    return FALSE;
  return (flags & SSM_FIND_WHOLE_WORDS) == 0
         || (ssm_words_is_edge (text, text + start) && ssm_words_is_edge (text, text + end));
}

static gboolean
find_folded (const Folded *folded, const char *text, gsize from, const char *query,
             SsmFindFlags flags, gsize *start, gsize *end)
{
  gsize length = strlen (query);
  const char *found = folded->text->str;

  while (length > 0 && (found = strstr (found, query)) != NULL)
    {
      gsize at = (gsize) (found - folded->text->str);
      int first = place_of (folded, text, at);
      int last = place_of (folded, text, at + length);

      if (first >= (int) from && is_match (text, first, last, flags))
        {
          *start = (gsize) first;
          *end = (gsize) last;
          return TRUE;
        }
      found++;
    }

  return FALSE;
}

/* (transfer full) */
static char *
fold_query (const char *query, SsmFindFlags flags)
{
  g_auto (Folded) folded = { 0 };

  fold (&folded, query, (flags & SSM_FIND_MATCH_CASE) != 0);
  return g_strdup (folded.text->str);
}

gboolean
ssm_find_in_text (const char *text, gsize from, const char *query, SsmFindFlags flags,
                  gsize *start, gsize *end)
{
  g_autofree char *wanted = fold_query (query, flags);
  g_auto (Folded) folded = { 0 };

  fold (&folded, text, (flags & SSM_FIND_MATCH_CASE) != 0);
  return find_folded (&folded, text, from, wanted, flags, start, end);
}

static void
match_free (gpointer data)
{
  SsmMatch *match = data;

  g_free (match->id);
  g_free (match->stage);
  g_free (match);
}

typedef struct
{
  const SsmMap *map;
  const char *query; /* folded */
  SsmFindFlags flags;
  const char *stage;
  GPtrArray *matches;
} Search;

static void
search_text (Search *self, const char *id, SsmField field, const char *text)
{
  g_auto (Folded) folded = { 0 };
  gsize start = 0, end = 0;

  fold (&folded, text, (self->flags & SSM_FIND_MATCH_CASE) != 0);
  while (find_folded (&folded, text, end, self->query, self->flags, &start, &end))
    {
      SsmMatch *match = g_new0 (SsmMatch, 1);

      match->id = g_strdup (id);
      match->field = field;
      match->stage = g_strdup (self->stage);
      match->start = start;
      match->end = end;
      g_ptr_array_add (self->matches, match);
    }
}

/* The texts of an edition are, for a person, texts of the map. */
static gboolean
search_part (const SsmPart *part, gpointer data)
{
  Search *self = data;
  SsmKind kind = ssm_part_kind (part);
  const char *id = *ssm_part_id (part) != '\0' ? ssm_part_id (part)
                                               : ssm_part_id (self->map);

  if (kind == SSM_KIND_STAGE)
    self->stage = ssm_part_id (part);
  else if (kind != SSM_KIND_CRITERION)
    self->stage = "";

  for (guint i = 0; i < G_N_ELEMENTS (searched); i++)
    {
      if (ssm_field_info (searched[i])->kind == kind)
        search_text (self, id, searched[i], ssm_part_text (part, searched[i]));
    }
  return TRUE;
}

GPtrArray *
ssm_find (const SsmMap *map, const char *query, SsmFindFlags flags)
{
  g_autofree char *folded = fold_query (query, flags);
  Search search = { map, folded, flags, "", g_ptr_array_new_with_free_func (match_free) };

  if (*folded == '\0')
    return search.matches;

  search_part (map, &search);
  ssm_map_foreach (map, search_part, &search);
  return search.matches;
}

const char *
ssm_match_text (const SsmMatch *match, const SsmMap *map)
{
  const SsmPart *part = ssm_map_find (map, match->id);

  if (part == map)
    return ssm_map_text (map, match->field);
  return ssm_part_text (part, match->field);
}

/* Takes @map. The matches @first … @last - 1 are in one text. */
static SsmMap *
replace_in_text (SsmMap *map, const GPtrArray *matches, guint first, guint last,
                 const char *query, const char *replacement)
{
  g_autoptr (SsmMap) before = map;
  const SsmMatch *match = matches->pdata[first];
  const char *text = ssm_match_text (match, before);
  g_autoptr (GString) out = g_string_new (NULL);
  gsize done = 0;

  for (guint i = first; i < last; i++)
    {
      const SsmMatch *each = matches->pdata[i];
      g_autofree char *words
        = ssm_find_adapt_case (text + each->start, each->end - each->start, query, replacement);

      g_string_append_len (out, text + done, (gssize) (each->start - done));
      g_string_append (out, words);
      done = each->end;
    }
  g_string_append (out, text + done);
  return ssm_map_with_text (before, match->id, match->field, out->str);
}

SsmMap *
ssm_map_with_replaced (SsmMap *map, const GPtrArray *matches, const char *query,
                       const char *replacement)
{
  SsmMap *changed = ssm_part_ref (map);
  guint first = 0;

  for (guint i = 1; i <= matches->len; i++)
    {
      const SsmMatch *match = matches->pdata[first];
      const SsmMatch *next = i < matches->len ? matches->pdata[i] : NULL;

      if (next != NULL && next->field == match->field && strcmp (next->id, match->id) == 0)
        continue;
      changed = replace_in_text (changed, matches, first, i, query, replacement);
      first = i;
    }

  return changed;
}
