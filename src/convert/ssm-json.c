/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-json.h"

#include <math.h>
#include <string.h>

struct _SsmJson
{
  GString *text;
  GString *closers;  /* what ends each open object or array, the innermost last */
  gboolean is_empty; /* nothing is in the innermost one yet */
};

SsmJson *
ssm_json_new (void)
{
  SsmJson *json = g_new0 (SsmJson, 1);

  json->text = g_string_new ("{");
  json->closers = g_string_new ("}");
  json->is_empty = TRUE;
  return json;
}

void
ssm_json_free (SsmJson *json)
{
  if (json == NULL)
    return;

  g_string_free (json->text, TRUE);
  g_string_free (json->closers, TRUE);
  g_free (json);
}

static void
begin_line (SsmJson *json)
{
  g_string_append_c (json->text, '\n');
  for (gsize i = 0; i < json->closers->len; i++)
    g_string_append (json->text, "  ");
}

/* Characters that are shown as nothing, or that change how their neighbours are shown. */
static gboolean
needs_escape (gunichar c)
{
  switch (g_unichar_type (c))
    {
    case G_UNICODE_CONTROL:
    case G_UNICODE_FORMAT:
    case G_UNICODE_LINE_SEPARATOR:
    case G_UNICODE_PARAGRAPH_SEPARATOR:
      return TRUE;
    default:
      return c == '"' || c == '\\';
    }
}

static void
append_escape (GString *text, gunichar c)
{
  if (c == '"' || c == '\\')
    g_string_append_printf (text, "\\%c", (char) c);
  else if (c == '\n')
    g_string_append (text, "\\n");
  else if (c > 0xffff)
    g_string_append_printf (text, "\\u%04x\\u%04x", 0xd7c0 + (c >> 10),
                            0xdc00 + (c & 0x3ff));
  else
    g_string_append_printf (text, "\\u%04x", c);
}

static void
append_quoted (GString *text, const char *value)
{
  g_string_append_c (text, '"');
  for (; *value != '\0'; value = g_utf8_next_char (value))
    {
      gunichar c = g_utf8_get_char (value);

      if (needs_escape (c))
        append_escape (text, c);
      else
        g_string_append_unichar (text, c);
    }
  g_string_append_c (text, '"');
}

static void
begin_value (SsmJson *json, const char *key)
{
  g_return_if_fail (json->closers->len > 0);
  g_return_if_fail ((key != NULL) == (json->closers->str[json->closers->len - 1] == '}'));

  if (!json->is_empty)
    g_string_append_c (json->text, ',');
  json->is_empty = FALSE;
  begin_line (json);
  if (key != NULL)
    {
      append_quoted (json->text, key);
      g_string_append (json->text, ": ");
    }
}

static void
begin (SsmJson *json, const char *key, char opener, char closer)
{
  begin_value (json, key);
  g_string_append_c (json->text, opener);
  g_string_append_c (json->closers, closer);
  json->is_empty = TRUE;
}

static void
end (SsmJson *json, char closer)
{
  gsize last = json->closers->len - 1;

  g_return_if_fail (json->closers->len > 0 && json->closers->str[last] == closer);

  g_string_truncate (json->closers, last);
  if (!json->is_empty)
    begin_line (json);
  g_string_append_c (json->text, closer);
  json->is_empty = FALSE;
}

void
ssm_json_begin_object (SsmJson *json, const char *key)
{
  begin (json, key, '{', '}');
}

void
ssm_json_end_object (SsmJson *json)
{
  end (json, '}');
}

void
ssm_json_begin_array (SsmJson *json, const char *key)
{
  begin (json, key, '[', ']');
}

void
ssm_json_end_array (SsmJson *json)
{
  end (json, ']');
}

void
ssm_json_add_string (SsmJson *json, const char *key, const char *text)
{
  begin_value (json, key);
  if (text != NULL)
    append_quoted (json->text, text);
  else
    g_string_append (json->text, "null");
}

void
ssm_json_add_flag (SsmJson *json, const char *key, gboolean flag)
{
  begin_value (json, key);
  g_string_append (json->text, flag ? "true" : "false");
}

void
ssm_json_add_number (SsmJson *json, const char *key, double number)
{
  static const char * const formats[] = { "%.15g", "%.16g", "%.17g" };
  char text[G_ASCII_DTOSTR_BUF_SIZE] = "";

  g_return_if_fail (isfinite (number));

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_ascii_formatd (text, sizeof text, formats[i], number);
      if (g_ascii_strtod (text, NULL) == number)
        break;
    }
  begin_value (json, key);
  g_string_append (json->text, text);
}

void
ssm_json_add_decimal (SsmJson *json, const char *key, const char *decimal)
{
  begin_value (json, key);
  g_string_append (json->text, decimal);
}

gsize
ssm_json_length (const SsmJson *json)
{
  return json->text->len;
}

char *
ssm_json_take (SsmJson *json)
{
  char *text = g_strndup (json->text->str, json->text->len);

  g_string_truncate (json->text, 0);
  return text;
}

void
ssm_json_add_null (SsmJson *json, const char *key)
{
  ssm_json_add_string (json, key, NULL);
}

char *
ssm_json_to_text (SsmJson *json)
{
  end (json, '}');
  g_return_val_if_fail (json->closers->len == 0, NULL);

  return g_strconcat (json->text->str, "\n", NULL);
}
