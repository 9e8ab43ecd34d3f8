/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Most text is plain ASCII, which is copied in runs; the rest is looked at by character. */

#include "ssm-xml-escape.h"

#include <string.h>

/* Characters that reorder or hide: a diff shows them only as references. */
static const struct
{
  gunichar first, last;
} hidden[] = {
  { 0x7f, 0x9f },       /* DEL, C1 */
  { 0xad, 0xad },       /* soft hyphen */
  { 0x34f, 0x34f },     /* grapheme joiner */
  { 0x61c, 0x61c },     /* Arabic letter mark */
  { 0x115f, 0x1160 },   /* Hangul fillers */
  { 0x17b4, 0x17b5 },
  { 0x180b, 0x180f },   /* Mongolian selectors */
  { 0x200b, 0x200f },   /* zero width, direction marks */
  { 0x2028, 0x202e },   /* separators, bidi controls */
  { 0x2060, 0x206f },   /* invisible operators, bidi isolates */
  { 0x3164, 0x3164 },
  { 0xfe00, 0xfe0f },   /* variation selectors */
  { 0xfeff, 0xfeff },   /* byte order mark */
  { 0xffa0, 0xffa0 },
  { 0xfff0, 0xfffb },
  { 0x1bca0, 0x1bca3 },
  { 0x1d173, 0x1d17a },
  { 0xe0000, 0xe0fff }, /* tags, more variation selectors */
};

static gboolean
is_hidden (gunichar c)
{
  for (guint i = 0; i < G_N_ELEMENTS (hidden); i++)
    {
      if (c <= hidden[i].last)
        return c >= hidden[i].first;
    }

  return FALSE;
}

/* Joiners shape words, selectors make emoji: letters of their scripts, behind which they
 * stand. */
static gboolean
is_joiner (gunichar c)
{
  return c == 0x200c || c == 0x200d || c == 0xfe0e || c == 0xfe0f;
}

/* Bytes that are copied as they are, whatever the text is for: all of ASCII that can be
 * seen, but for " & < >. */
static const gboolean is_plain[256] = {
  [0x20 ... 0x21] = TRUE, [0x23 ... 0x25] = TRUE, [0x27 ... 0x3b] = TRUE,
  [0x3d] = TRUE,          [0x3f ... 0x7e] = TRUE,
};

static const char *
ascii_escape (char c, SsmXmlEscape how)
{
  switch (c)
    {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return how == SSM_XML_ESCAPE_ATTRIBUTE ? "&quot;" : "\"";
    case '\t':
      return how == SSM_XML_ESCAPE_FOREIGN ? "\t" : "&#9;";
    case '\n':
      return how == SSM_XML_ESCAPE_FOREIGN ? "\n" : "&#10;";
    case '\r':
      return "&#13;";
    case 0x7f:
      return "&#x7F;";
    default:
      return NULL;
    }
}

const char *
ssm_xml_escape (GString *xml, const char *text, gsize length, SsmXmlEscape how)
{
  const char *p = text, *end = text + length;
  gboolean after_non_ascii = FALSE;

  while (p < end)
    {
      const char *run = p;
      gunichar c;

      while (p < end && is_plain[(guint8) *p])
        p++;
      after_non_ascii = after_non_ascii && p == run;
      g_string_append_len (xml, run, p - run);
      if (p == end)
        break;

      c = (guint8) *p < 0x80 ? (guint8) *p : g_utf8_get_char_validated (p, end - p);
      if (c == (gunichar) -1 || c == (gunichar) -2 || (c & ~1u) == 0xfffe)
        return p;

      run = p;
      p += g_unichar_to_utf8 (c, NULL);
      if (c < 0x80)
        {
          if (ascii_escape (*run, how) == NULL)
            return run;
          g_string_append (xml, ascii_escape (*run, how));
        }
      else if (is_hidden (c) && !(after_non_ascii && is_joiner (c)))
        g_string_append_printf (xml, "&#x%X;", c);
      else
        g_string_append_len (xml, run, p - run);
      after_non_ascii = c >= 0x80;
    }

  return NULL;
}
