/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Every piece (a character or its escape) is made whole before it is counted, so that a
 * cut never leaves half an escape. */

#include "ssm-quote.h"

#define ELLIPSIS "…"

/* Whether @c could be taken for something else, or change what stands around it. Joiners
 * are letters of a word in some scripts. */
static gboolean
needs_escape (gunichar c, gunichar previous)
{
  if (c == 0x200c || c == 0x200d)
    return previous < 0x80;

  switch (g_unichar_type (c))
    {
    case G_UNICODE_CONTROL:
    case G_UNICODE_FORMAT:
    case G_UNICODE_LINE_SEPARATOR:
    case G_UNICODE_PARAGRAPH_SEPARATOR:
    case G_UNICODE_SURROGATE:
    case G_UNICODE_UNASSIGNED:
      return TRUE;
    default:
      return FALSE;
    }
}

static char *
escape (gunichar c)
{
  if (c == '\n')
    return g_strdup ("\\n");
  if (c == '\t')
    return g_strdup ("\\t");
  if (c < 0x80)
    return g_strdup_printf ("\\x%02x", c);
  return g_strdup_printf (c <= 0xffff ? "\\u%04x" : "\\U%08x", c);
}

/* Appends the piece that begins at *@bytes and moves behind it. */
static void
take_piece (GPtrArray *pieces, const char **bytes, const char *end, gunichar *previous)
{
  gunichar c = g_utf8_get_char_validated (*bytes, end - *bytes);

  if (c == (gunichar) -1 || c == (gunichar) -2)
    {
      g_ptr_array_add (pieces, g_strdup_printf ("\\x%02x", (guint8) **bytes));
      *previous = 0;
      *bytes += 1;
      return;
    }

  if (needs_escape (c, *previous))
    g_ptr_array_add (pieces, escape (c));
  else
    g_ptr_array_add (pieces, g_strndup (*bytes, g_unichar_to_utf8 (c, NULL)));
  *previous = c;
  *bytes += g_unichar_to_utf8 (c, NULL);
}

static glong
piece_length (GPtrArray *pieces, guint index)
{
  return g_utf8_strlen (g_ptr_array_index (pieces, index), -1);
}

static glong
total_length (GPtrArray *pieces)
{
  glong length = 0;

  for (guint i = 0; i < pieces->len; i++)
    length += piece_length (pieces, i);
  return length;
}

static char *
join (GPtrArray *pieces)
{
  g_ptr_array_add (pieces, NULL);
  return g_strjoinv ("", (char **) pieces->pdata);
}

/* Makes room for the ellipsis by taking pieces off the end or, for @from_start, off the
 * beginning. */
static void
shorten (GPtrArray *pieces, gboolean from_start)
{
  glong length = total_length (pieces);

  while (length > SSM_QUOTE_MAX - 1)
    {
      guint victim = from_start ? 0 : pieces->len - 1;

      length -= piece_length (pieces, victim);
      g_ptr_array_remove_index (pieces, victim);
    }
  g_ptr_array_insert (pieces, from_start ? 0 : (int) pieces->len, g_strdup (ELLIPSIS));
}

char *
ssm_quote (const char *bytes, gssize len)
{
  g_autoptr (GPtrArray) pieces = g_ptr_array_new_with_free_func (g_free);
  const char *end;
  gunichar previous = 0;

  g_return_val_if_fail (bytes != NULL || len == 0, NULL);

  end = bytes + (len < 0 ? (gssize) strlen (bytes) : len);
  while (bytes < end && pieces->len <= SSM_QUOTE_MAX)
    take_piece (pieces, &bytes, end, &previous);

  if (total_length (pieces) > SSM_QUOTE_MAX)
    shorten (pieces, FALSE);
  return join (pieces);
}

char *
ssm_quote_path (const char *path)
{
  g_autoptr (GPtrArray) pieces = g_ptr_array_new_with_free_func (g_free);
  const char *end;
  gunichar previous = 0;

  g_return_val_if_fail (path != NULL, NULL);

  for (end = path + strlen (path); path < end;)
    take_piece (pieces, &path, end, &previous);

  if (total_length (pieces) > SSM_QUOTE_MAX)
    shorten (pieces, TRUE);
  return join (pieces);
}
