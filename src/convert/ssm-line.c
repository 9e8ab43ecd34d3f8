/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-line.h"

#define POP_EMBEDDING 0x202c
#define POP_ISOLATE 0x2069

static gboolean
begins_embedding (gunichar c)
{
  return c == 0x202a || c == 0x202b || c == 0x202d || c == 0x202e;
}

static gboolean
begins_isolate (gunichar c)
{
  return c >= 0x2066 && c <= 0x2068;
}

/* Keeps @open, the signs that would end what is open, the innermost last. */
static void
follow_direction (GArray *open, gunichar c)
{
  gunichar closer = begins_embedding (c) ? POP_EMBEDDING : POP_ISOLATE;

  if (begins_embedding (c) || begins_isolate (c))
    g_array_append_val (open, closer);
  else if (open->len > 0 && c == g_array_index (open, gunichar, open->len - 1))
    g_array_set_size (open, open->len - 1);
}

/* A sign that ends what this text did not begin would end what its neighbours did. */
static gboolean
is_stray_closer (const GArray *open, gunichar c)
{
  return (c == POP_EMBEDDING || c == POP_ISOLATE)
         && (open->len == 0 || c != g_array_index (open, gunichar, open->len - 1));
}

char *
ssm_line (const char *text)
{
  g_autoptr (GArray) open = g_array_new (FALSE, FALSE, sizeof (gunichar));
  GString *line = g_string_new (NULL);

  g_return_val_if_fail (text != NULL, g_string_free (line, FALSE));

  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar c = g_utf8_get_char (text);

      if (is_stray_closer (open, c))
        continue;
      follow_direction (open, c);
      if (c == '\n' || c == '\t' || c == '\r' || c == 0x2028 || c == 0x2029)
        g_string_append_c (line, ' ');
      else if (g_unichar_iscntrl (c))
        g_string_append_printf (line, "\\u%04x", c);
      else
        g_string_append_unichar (line, c);
    }
  while (open->len > 0)
    {
      g_string_append_unichar (line, g_array_index (open, gunichar, open->len - 1));
      g_array_set_size (open, open->len - 1);
    }
  return g_string_free (line, FALSE);
}
