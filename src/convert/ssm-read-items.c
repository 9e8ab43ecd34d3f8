/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Lists as people write them in mails, notes and word processors. */

#include "ssm-read-private.h"

#include <string.h>

#define TAB 4

/* Signs that need no blank behind them, and those that do: "-5 %" is no item. */
static const char * const bullets[] = { "•", "‣", "▸", "▪", "◦", "●", "○", "■", "·", "∙" };
static const char * const dashes[] = { "-", "*", "+", "–", "—" };
static const char * const boxes[] = { "[ ]", "[x]", "[X]", "[]", "☐", "☑", "☒", "□",
                                      "✓", "✔", "✗", "✘" };

static const char *
skip_blanks (const char *p)
{
  while (*p != '\0' && g_unichar_isspace (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);
  return p;
}

static gboolean
is_blank (const char *p)
{
  return *p == '\0' || g_unichar_isspace (g_utf8_get_char (p));
}

static const char *
skip_one_of (const char *p, const char * const *signs, guint n, gboolean needs_blank)
{
  for (guint i = 0; i < n; i++)
    {
      if (g_str_has_prefix (p, signs[i])
          && (!needs_blank || is_blank (p + strlen (signs[i]))))
        return skip_blanks (p + strlen (signs[i]));
    }

  return p;
}

/* "1." "12)" "(3)" "a)" "iv)" and a blank. */
static const char *
skip_number (const char *p)
{
  gboolean open = *p == '(';
  const char *start = p + (open ? 1 : 0);
  gsize digits = strspn (start, "0123456789");
  gsize roman = strspn (start, "ivxIVX");
  gsize length = digits > 0 ? digits : roman > 0 ? roman : g_ascii_isalpha (*start) ? 1 : 0;
  const char *end = start + length;
  gboolean closed = *end == ')' || (*end == '.' && digits > 0 && !open);

  return length > 0 && length <= 4 && digits <= 3 && closed && is_blank (end + 1)
           ? skip_blanks (end + 1) : p;
}

const char *
ssm_skip_bullet (const char *line)
{
  const char *start = skip_blanks (line);
  const char *p = skip_one_of (start, bullets, G_N_ELEMENTS (bullets), FALSE);

  if (p == start)
    p = skip_one_of (start, dashes, G_N_ELEMENTS (dashes), TRUE);
  if (p == start)
    p = skip_number (start);
  return skip_one_of (p, boxes, G_N_ELEMENTS (boxes), FALSE);
}

static guint
indent_of (const char *line, const char *end)
{
  guint columns = 0;

  for (const char *p = line; p < end; p++)
    columns += *p == '\t' ? TAB : 1;
  return columns;
}

static void
item_free (gpointer data)
{
  SsmItem *item = data;

  g_free (item->text);
  g_free (item);
}

GPtrArray *
ssm_items_of (const char *text)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (item_free);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *start = skip_blanks (lines[i]);
      const char *words = ssm_skip_bullet (start);
      SsmItem *item;

      if (*words == '\0')
        continue;
      item = g_new0 (SsmItem, 1);
      item->depth = indent_of (lines[i], start);
      item->bullet = words != start;
      item->text = g_strchomp (g_strdup (words));
      g_ptr_array_add (items, item);
    }

  return items;
}

char **
ssm_read_items (const char *text)
{
  g_autoptr (GPtrArray) rows = ssm_cells_of (text, '\t');
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < rows->len; i++)
    {
      const GPtrArray *row = rows->pdata[i];

      for (guint k = 0; k < row->len; k++)
        {
          g_autoptr (GPtrArray) items = ssm_items_of (row->pdata[k]);

          for (guint n = 0; n < items->len; n++)
            g_strv_builder_add (builder, ((const SsmItem *) items->pdata[n])->text);
        }
    }

  return g_strv_builder_end (builder);
}
