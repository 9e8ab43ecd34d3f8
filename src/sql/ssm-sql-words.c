/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-sql-words.h"

#include <string.h>

#include "ssm-sql-dialect.h"

static char *
without_signs (const char *word)
{
  g_autoptr (GString) text = g_string_new (word);

  for (guint i = 0; ssm_sql_fold_signs[i] != NULL; i++)
    g_string_replace (text, ssm_sql_fold_signs[i], "", 0);
  return g_strdup (text->str);
}

/* Takes @word, (transfer full). */
static void
add_once (GPtrArray *words, char *word)
{
  if (*word == '\0' || g_ptr_array_find_with_equal_func (words, word, g_str_equal, NULL))
    g_free (word);
  else
    g_ptr_array_add (words, word);
}

GPtrArray *
ssm_sql_folded (const char *word)
{
  GPtrArray *words = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *plain = without_signs (word);
  g_autofree char *large = g_utf8_strup (plain, -1);

  add_once (words, g_utf8_strdown (plain, -1));
  add_once (words, g_ascii_strdown (plain, -1));
  add_once (words, g_ascii_strdown (large, -1));
  return words;
}

char *
ssm_sql_unnumbered (const char *name)
{
  const char *start = name + strspn (name, " ");
  gsize n = strspn (start, " 0123456789");

  if (n > 0 && (strchr (".)-:/_", start[n]) != NULL || g_str_has_prefix (start + n, "–")
                || start[n - 1] == ' '))
    start += n;
  return g_strdup (start);
}
