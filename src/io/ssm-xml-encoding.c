/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The encoding is settled here and the declaration left out of what the parser sees, so
 * that no other converter, and none of those that hide tags (UTF-7), comes into play. */

#include "ssm-quote.h"
#include "ssm-xml-source.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef enum
{
  MARK_NONE,
  MARK_UTF8,
  MARK_UTF16_LE,
  MARK_UTF16_BE,
  MARK_OTHER
} Mark;

static const struct
{
  const char *bytes;
  gsize length;
  Mark mark;
  gsize skip;
} marks[] = {
  { "\xff\xfe\0\0", 4, MARK_OTHER, 0 }, /* UTF-32 */
  { "\0\0\xfe\xff", 4, MARK_OTHER, 0 },
  { "\0\0\0<", 4, MARK_OTHER, 0 },
  { "<\0\0\0", 4, MARK_OTHER, 0 },
  { "<\0", 2, MARK_OTHER, 0 }, /* UTF-16 that does not say so */
  { "\0<", 2, MARK_OTHER, 0 },
  { "\x4c\x6f\xa7\x94", 4, MARK_OTHER, 0 }, /* EBCDIC */
  { "+/v", 3, MARK_OTHER, 0 }, /* UTF-7 */
  { "+ADw", 4, MARK_OTHER, 0 },
  { "\xef\xbb\xbf", 3, MARK_UTF8, 3 },
  { "\xff\xfe", 2, MARK_UTF16_LE, 2 },
  { "\xfe\xff", 2, MARK_UTF16_BE, 2 },
};

static Mark
take_mark (SsmXmlSource *source)
{
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      if (source->length < marks[i].length
          || memcmp (source->text, marks[i].bytes, marks[i].length) != 0)
        continue;

      source->text += marks[i].skip;
      source->length -= marks[i].skip;
      return marks[i].mark;
    }

  return MARK_NONE;
}

static gboolean
refuse_encoding (SsmXmlSource *source, const char *encoding, GError **error)
{
  g_autofree char *quoted = ssm_quote (encoding, -1);

  return ssm_xml_source_fail (source, SSM_IO_ERROR_BAD_INPUT, 0, error,
                              _("the encoding %s is not read; save the file as UTF-8 (or "
                                "US-ASCII, ISO-8859-1, UTF-16 with a byte order mark)"),
                              quoted);
}

static guint
utf16_unit (const guint8 *bytes, Mark mark)
{
  return mark == MARK_UTF16_LE ? bytes[0] | bytes[1] << 8 : bytes[0] << 8 | bytes[1];
}

/* The character that begins at @bytes, and its length; 0xffffffff for half of one. */
static gunichar
utf16_character (const guint8 *bytes, gsize left, Mark mark, gsize *length)
{
  guint unit, second;

  *length = MIN (left, 2);
  if (left < 2)
    return (gunichar) -1;

  unit = utf16_unit (bytes, mark);
  if (unit < 0xd800 || unit > 0xdfff)
    return unit;

  second = unit < 0xdc00 && left >= 4 ? utf16_unit (bytes + 2, mark) : 0;
  if (second < 0xdc00 || second > 0xdfff)
    return (gunichar) -1;

  *length = 4;
  return 0x10000 + ((unit - 0xd800) << 10) + (second - 0xdc00);
}

static gboolean
decode_utf16 (SsmXmlSource *source, Mark mark, GError **error)
{
  const guint8 *bytes = (const guint8 *) source->text;
  gsize left = source->length, length;
  GString *text = g_string_sized_new (left);
  gboolean is_good = TRUE;

  for (; left > 0 && is_good; bytes += length, left -= length)
    {
      gunichar c = utf16_character (bytes, left, mark, &length);

      if (c == (gunichar) -1 && !source->repair)
        is_good = FALSE;
      else
        g_string_append_unichar (text, c == (gunichar) -1 ? 0xfffd : c);
    }

  ssm_xml_source_take_text (source, text);
  if (!is_good && left == 0)
    return ssm_xml_source_fail_short (source, error);
  if (!is_good)
    return ssm_xml_source_fail (source, SSM_IO_ERROR_BAD_INPUT, source->length, error,
                                _("half a UTF-16 character; save the file as UTF-8, or "
                                  "open a repaired copy"));
  return TRUE;
}

static void
decode_latin1 (SsmXmlSource *source)
{
  GString *text = g_string_sized_new (source->length + source->length / 8);

  for (gsize i = 0; i < source->length; i++)
    g_string_append_unichar (text, (guint8) source->text[i]);

  ssm_xml_source_take_text (source, text);
}

/* ' name="value"' of the declaration. (transfer full), or NULL where it is not there. */
static char *
take_setting (const char **at, const char *end, const char *name)
{
  const char *p = *at, *close;
  gsize length = strlen (name);

  while (p < end && g_ascii_isspace (*p))
    p++;
  if (p == *at || (gsize) (end - p) < length || strncmp (p, name, length) != 0)
    return NULL;

  for (p += length; p < end && g_ascii_isspace (*p);)
    p++;
  if (p == end || *p++ != '=')
    return NULL;
  while (p < end && g_ascii_isspace (*p))
    p++;
  if (p == end || (*p != '"' && *p != '\''))
    return NULL;

  close = memchr (p + 1, *p, end - p - 1);
  if (close == NULL)
    return NULL;

  *at = close + 1;
  return g_strndup (p + 1, close - p - 1);
}

static gboolean
is_xml_version (const char *version)
{
  return g_str_has_prefix (version, "1.") && version[2] != '\0'
         && strspn (version + 2, "0123456789") == strlen (version + 2);
}

/* Reads <?xml version="1.0" encoding="…" standalone="…"?>, which need not be there.
 * @encoding: (transfer full), or NULL. */
static gboolean
take_declaration (SsmXmlSource *source, char **encoding, GError **error)
{
  const char *at = source->text + 5, *end = source->text + source->length;
  g_autofree char *version = NULL;
  g_autofree char *standalone = NULL;

  *encoding = NULL;
  if (source->length < 6 || memcmp (source->text, "<?xml", 5) != 0
      || !g_ascii_isspace (source->text[5]))
    return TRUE;

  version = take_setting (&at, end, "version");
  *encoding = take_setting (&at, end, "encoding");
  standalone = take_setting (&at, end, "standalone");
  while (at < end && g_ascii_isspace (*at))
    at++;

  if (memchr (source->text, '>', source->length) == NULL)
    return ssm_xml_source_fail_short (source, error);
  if (end - at < 2 || strncmp (at, "?>", 2) != 0 || version == NULL
      || !is_xml_version (version))
    return ssm_xml_source_fail (source, SSM_IO_ERROR_BAD_INPUT, at - source->text, error,
                                _("the XML declaration is broken or cut off; it reads "
                                  "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"));

  source->start = at + 2 - source->text;
  return TRUE;
}

static gboolean
is_one_of (const char *name, const char *const *names)
{
  for (; *names != NULL; names++)
    {
      if (g_ascii_strcasecmp (name, *names) == 0)
        return TRUE;
    }

  return FALSE;
}

static gboolean
refuse_lie (SsmXmlSource *source, const char *encoding, GError **error)
{
  g_autofree char *quoted = ssm_quote (encoding, -1);

  return ssm_xml_source_fail (source, SSM_IO_ERROR_BAD_INPUT, 0, error,
                              _("the file says that it is %s, but it is not; save it as "
                                "UTF-8"),
                              quoted);
}

static gboolean
check_ascii (SsmXmlSource *source, GError **error)
{
  for (gsize i = 0; i < source->length; i++)
    {
      if ((guint8) source->text[i] > 0x7f)
        return ssm_xml_source_fail (source, SSM_IO_ERROR_BAD_INPUT, i, error,
                                    _("the byte 0x%02X is not US-ASCII, which the file "
                                      "says it is; save the file as UTF-8"),
                                    (guint8) source->text[i]);
    }

  return TRUE;
}

/* Believes the declaration as far as the byte order mark agrees. */
static gboolean
apply_encoding (SsmXmlSource *source, Mark mark, const char *encoding, GError **error)
{
  static const char *const utf8[] = { "UTF-8", "UTF8", NULL };
  static const char *const ascii[] = { "US-ASCII", "ASCII", NULL };
  static const char *const latin1[] = { "ISO-8859-1", "ISO_8859-1", "LATIN1", NULL };
  static const char *const utf16[] = { "UTF-16", "UTF-16LE", "UTF-16BE", "UTF16", NULL };
  gboolean is_utf16 = mark == MARK_UTF16_LE || mark == MARK_UTF16_BE;

  if (encoding == NULL)
    return TRUE;
  if (is_one_of (encoding, utf16))
    return is_utf16 || refuse_lie (source, encoding, error);
  if (is_utf16)
    return refuse_lie (source, encoding, error);
  if (is_one_of (encoding, utf8))
    return TRUE;
  if (is_one_of (encoding, ascii))
    return check_ascii (source, error);
  if (!is_one_of (encoding, latin1))
    return refuse_encoding (source, encoding, error);
  if (mark == MARK_UTF8)
    return refuse_lie (source, encoding, error);

  decode_latin1 (source);
  ssm_xml_source_note (source, 0, _("The file is in ISO-8859-1; it will be saved as UTF-8."));
  return TRUE;
}

gboolean
ssm_xml_source_decode (SsmXmlSource *source, GError **error)
{
  Mark mark = take_mark (source);
  g_autofree char *encoding = NULL;

  if (mark == MARK_OTHER)
    return refuse_encoding (source, _("of this file"), error);
  if (mark == MARK_UTF16_LE || mark == MARK_UTF16_BE)
    {
      if (!decode_utf16 (source, mark, error))
        return FALSE;
      ssm_xml_source_note (source, 0, _("The file is in UTF-16; it will be saved as UTF-8."));
    }

  return take_declaration (source, &encoding, error)
         && apply_encoding (source, mark, encoding, error);
}
