/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which way a table without known headings is to be read. People name a stage in a word or
 * three and say what is done there in more: a table whose first column has only such names,
 * and its first line more words beside one, has a stage a line. */

#include "ssm-read-private.h"

#include <string.h>

#define NAME_WORDS 3

static guint
count_words (const char *text)
{
  guint n = 0;
  gboolean inside = FALSE;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gboolean blank = g_unichar_isspace (g_utf8_get_char (p));

      n += !blank && !inside ? 1 : 0;
      inside = !blank;
    }

  return n;
}

static gboolean
is_name (const char *cell)
{
  const char *words = ssm_skip_bullet (cell);

  return *words != '\0' && strchr (words, '\n') == NULL && count_words (words) <= NAME_WORDS;
}

gboolean
ssm_rows_are_stages (const GPtrArray *rows)
{
  const GPtrArray *first = rows->pdata[0];

  for (guint i = 0; i < rows->len; i++)
    {
      if (!is_name (((const GPtrArray *) rows->pdata[i])->pdata[0]))
        return FALSE;
    }
  for (guint k = 1; k < first->len; k++)
    {
      const char *words = ssm_skip_bullet (first->pdata[k]);

      if (*words != '\0' && !is_name (words))
        return TRUE;
    }

  return FALSE;
}
