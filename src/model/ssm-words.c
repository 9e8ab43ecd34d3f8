/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The rules for the edge of a word are those of the language packs' README, which promises
 * them to whoever writes the word lists. */

#include "ssm-words.h"

#include <string.h>

char *
ssm_words_fold (const char *text)
{
  g_autofree char *composed = g_utf8_normalize (text, -1, G_NORMALIZE_ALL_COMPOSE);
  g_autofree char *folded = g_utf8_casefold (composed, -1);
  GString *result = g_string_new (NULL);

  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isspace (c))
        {
          if (result->len > 0 && result->str[result->len - 1] != ' ')
            g_string_append_c (result, ' ');
        }
      else
        g_string_append_unichar (result, c == 0x2019 ? '\'' : c);
    }
  if (result->len > 0 && result->str[result->len - 1] == ' ')
    g_string_truncate (result, result->len - 1);
  return g_string_free (result, FALSE);
}

gboolean
ssm_words_is_letter (gunichar c)
{
  return g_unichar_isalnum (c) || g_unichar_ismark (c);
}

static gboolean
is_written_without_blanks (gunichar c)
{
  switch (g_unichar_get_script (c))
    {
    case G_UNICODE_SCRIPT_HAN:
    case G_UNICODE_SCRIPT_HIRAGANA:
    case G_UNICODE_SCRIPT_KATAKANA:
      return TRUE;
    default:
      return FALSE;
    }
}

gboolean
ssm_words_is_edge (const char *text, const char *place)
{
  gunichar before, after;

  if (place == text || *place == '\0')
    return TRUE;

  before = g_utf8_get_char (g_utf8_prev_char (place));
  after = g_utf8_get_char (place);
  return !ssm_words_is_letter (before) || !ssm_words_is_letter (after)
         || is_written_without_blanks (before) || is_written_without_blanks (after);
}

const char *
ssm_words_find (const char *text, const char *from, const char *phrase)
{
  gsize length = strlen (phrase);
  const char *found = from;

  while (length > 0 && (found = strstr (found, phrase)) != NULL)
    {
      if (ssm_words_is_edge (text, found) && ssm_words_is_edge (text, found + length))
        return found;
      found = g_utf8_next_char (found);
    }
  return NULL;
}

const char *
ssm_words_skip (const char *text, const char *phrase)
{
  gsize length = strlen (phrase);

  if (length == 0 || strncmp (text, phrase, length) != 0
      || !ssm_words_is_edge (text, text + length))
    return NULL;

  text += length;
  return *text == ' ' ? text + 1 : text;
}
