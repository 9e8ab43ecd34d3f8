/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Every character is looked at before the parser sees the text: the answer then has the
 * line and the byte, and a damaged file can be read with its bad characters replaced. */

#include "ssm-xml-source.h"
#include "ssm-xml-token.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define REPLACEMENT "\xef\xbf\xbd"

/* The length of the character that begins with the byte @p, which is not ASCII; 0 where it
 * is broken, or none that XML can hold. */
static gsize
valid_length (const char *p, const char *end)
{
  gunichar c = g_utf8_get_char_validated (p, end - p);

  if (c == (gunichar) -1 || c == (gunichar) -2 || (c & ~1u) == 0xfffe)
    return 0;

  return (gsize) g_unichar_to_utf8 (c, NULL);
}

/* Passes over eight bytes at a time while all are ASCII that can be seen. */
static const char *
skip_plain (const char *p, const char *end)
{
  const guint64 ones = G_GUINT64_CONSTANT (0x0101010101010101);
  guint64 bytes;

  for (; end - p >= 8; p += 8)
    {
      memcpy (&bytes, p, sizeof bytes);
      if (((bytes | (bytes - 0x20 * ones)) & 0x80 * ones) != 0)
        break;
    }

  return p;
}

/* The first byte that is wrong, or NULL. */
static const char *
find_bad (const char *p, const char *end)
{
  gsize length;

  for (p = skip_plain (p, end); p < end; p = skip_plain (p + length, end))
    {
      guint8 c = (guint8) *p;

      length = c < 0x80 ? 1 : valid_length (p, end);
      if (length == 0 || (c < 0x20 && c != '\t' && c != '\n' && c != '\r'))
        return p;
    }

  return NULL;
}

static gboolean
is_zero_tail (const char *p, const char *end)
{
  while (p < end && *p == '\0')
    p++;
  return p == end;
}

static gboolean
refuse_byte (SsmXmlSource *source, const char *bad, GError **error)
{
  const char *end = source->text + source->length;
  gsize offset = bad - source->text;
  guint8 byte = (guint8) *bad;

  if (byte == 0 && is_zero_tail (bad, end))
    return ssm_xml_source_fail (source, SSM_IO_ERROR_BAD_INPUT, offset, error,
                                _("from here on the file holds only zero bytes: it was "
                                  "damaged by a crash or a power cut; open the recovery "
                                  "copy or a backup"));
  if (byte != 0 && g_utf8_get_char_validated (bad, end - bad) == (gunichar) -2)
    return ssm_xml_source_fail_short (source, error);
  if (byte < 0x20)
    return ssm_xml_source_fail (source, SSM_IO_ERROR_BAD_INPUT, offset, error,
                                _("the control character 0x%02X cannot be in XML; remove "
                                  "it, or open a repaired copy"),
                                byte);
  if (byte == 0xef && end - bad >= 3 && (guint8) bad[1] == 0xbf && (guint8) bad[2] >= 0xbe)
    return ssm_xml_source_fail (source, SSM_IO_ERROR_BAD_INPUT, offset, error,
                                _("U+FFF%c cannot be in XML; remove it, or open a repaired "
                                  "copy"),
                                (guint8) bad[2] == 0xbe ? 'E' : 'F');

  return ssm_xml_source_fail (source, SSM_IO_ERROR_BAD_INPUT, offset, error,
                              _("the byte 0x%02X is not UTF-8; save the file as UTF-8, or "
                                "open a repaired copy"),
                              byte);
}

/* How many bytes one replacement stands for. */
static gsize
bad_length (const char *bad, const char *end)
{
  gunichar c = g_utf8_get_char_validated (bad, end - bad);

  return c == 0xfffe || c == 0xffff ? 3 : 1;
}

/* @first: offset of the first byte that is wrong. Zero bytes at the end are cut off. */
static void
repair_bytes (SsmXmlSource *source, gsize first)
{
  const char *p = source->text, *end = p + source->length, *bad;
  GString *mended = g_string_sized_new (source->length + 64);
  guint n = 0;

  while (end > p && end[-1] == '\0')
    end--;

  for (; (bad = find_bad (p, end)) != NULL; p = bad + bad_length (bad, end), n++)
    {
      g_string_append_len (mended, p, bad - p);
      g_string_append (mended, REPLACEMENT);
    }
  g_string_append_len (mended, p, end - p);

  ssm_xml_source_take_text (source, mended);
  ssm_xml_source_note (source, first,
                       ngettext ("%u character that cannot be in XML was replaced.",
                                 "%u characters that cannot be in XML were replaced.", n),
                       n);
}

/* Whether "&#" at @p is a reference to a character that XML cannot hold; *@length is that
 * of the reference. */
static gboolean
is_bad_reference (const char *p, const char *end, gsize *length)
{
  const char *semicolon = memchr (p, ';', MIN (end - p, 16));
  g_autofree char *digits = NULL;
  gboolean is_hex = end - p > 2 && p[2] == 'x';
  guint64 c;

  if (semicolon == NULL)
    return FALSE;

  digits = g_strndup (p + 2 + is_hex, semicolon - p - 2 - is_hex);
  *length = semicolon + 1 - p;
  if (*digits == '\0' || strspn (digits, is_hex ? "0123456789abcdefABCDEF" : "0123456789")
                           != strlen (digits))
    return FALSE;

  c = g_ascii_strtoull (digits, NULL, is_hex ? 16 : 10);
  return !(c == 9 || c == 10 || c == 13 || (c >= 0x20 && c <= 0xd7ff)
           || (c >= 0xe000 && c <= 0xfffd) || (c >= 0x10000 && c <= 0x10ffff));
}

/* Copies a piece of text or a tag. Returns how many references were replaced. */
static guint
copy_mended (GString *mended, const char *p, const char *end)
{
  guint n = 0;

  while (p < end)
    {
      const char *and = memchr (p, '&', end - p);
      gsize length = 1;

      if (and == NULL)
        and = end;
      g_string_append_len (mended, p, and - p);
      if (and == end)
        break;

      if (end - and > 2 && and[1] == '#' && is_bad_reference (and, end, &length))
        {
          g_string_append (mended, REPLACEMENT);
          n++;
        }
      else
        {
          length = 1;
          g_string_append_c (mended, '&');
        }
      p = and + length;
    }

  return n;
}

static void
repair_references (SsmXmlSource *source)
{
  const char *p = source->text, *end = source->text + source->length, *next;
  GString *mended = g_string_sized_new (source->length);
  SsmXmlToken token;
  guint n = 0;

  for (; p < end; p = next)
    {
      next = ssm_xml_token_next (p, end, &token);
      if (token.type == SSM_XML_TOKEN_TEXT || token.type == SSM_XML_TOKEN_TAG)
        n += copy_mended (mended, p, next);
      else
        g_string_append_len (mended, p, next - p);
    }

  ssm_xml_source_take_text (source, mended);
  if (n > 0)
    ssm_xml_source_note (source, 0,
                         ngettext ("%u reference to a character that cannot be in XML was "
                                   "replaced.",
                                   "%u references to characters that cannot be in XML were "
                                   "replaced.", n),
                         n);
}

gboolean
ssm_xml_source_check_characters (SsmXmlSource *source, GError **error)
{
  const char *bad = find_bad (source->text, source->text + source->length);

  if (bad != NULL && !source->repair)
    return refuse_byte (source, bad, error);

  if (bad != NULL)
    repair_bytes (source, bad - source->text);
  if (source->repair)
    repair_references (source);
  return TRUE;
}
