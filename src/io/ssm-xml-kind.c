/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What else a file may be that somebody tries to open as a map. Told by its first bytes, so
 * that nothing is unpacked and the answer names the kind instead of a syntax error. */

#include "ssm-xml-source.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const struct
{
  const char *magic;
  gsize length;
  const char *what;
} kinds[] = {
  { "\x1f\x8b", 2, N_ ("a gzip archive") },
  { "BZh", 3, N_ ("a bzip2 archive") },
  { "\xfd" "7zXZ", 5, N_ ("an xz archive") },
  { "\x28\xb5\x2f\xfd", 4, N_ ("a zstd archive") },
  { "7z\xbc\xaf", 4, N_ ("a 7z archive") },
  { "PK\x03\x04", 4, N_ ("a ZIP archive or an office document") },
  { "PK\x05\x06", 4, N_ ("an empty ZIP archive") },
  { "\xd0\xcf\x11\xe0", 4, N_ ("an old office document") },
  { "{\\rtf", 5, N_ ("an RTF document") },
  { "%PDF-", 5, N_ ("a PDF document; use “extract” to get the map out of it") },
  { "\x89PNG", 4, N_ ("a PNG picture; use “extract” to get the map out of it") },
  { "\xff\xd8\xff", 3, N_ ("a JPEG picture") },
  { "GIF8", 4, N_ ("a GIF picture") },
  { "RIFF", 4, N_ ("a sound, video or WebP file") },
  { "SQLite format 3", 15, N_ ("an SQLite database") },
  { "\x7f" "ELF", 4, N_ ("a program") },
};

static gboolean
begins_with (const char *text, gsize length, const char *word)
{
  gsize n = strlen (word);

  return length >= n && g_ascii_strncasecmp (text, word, n) == 0;
}

static gsize
skip_blanks (const SsmXmlSource *source)
{
  gsize i = 0;

  if (begins_with (source->text, source->length, "\xef\xbb\xbf"))
    i = 3;
  while (i < source->length && strchr (" \t\r\n", source->text[i]) != NULL
         && source->text[i] != '\0')
    i++;
  return i;
}

static gboolean
is_all_zero (const SsmXmlSource *source)
{
  return source->text[0] == '\0'
         && memcmp (source->text, source->text + 1, source->length - 1) == 0;
}

/* A table: its first line is words with separators between them. */
static gboolean
looks_like_table (const char *text, gsize length)
{
  const char *end = memchr (text, '\n', length);
  gsize line = end != NULL ? (gsize) (end - text) : length;

  return memchr (text, '<', line) == NULL && g_utf8_validate_len (text, line, NULL)
         && (memchr (text, ',', line) != NULL || memchr (text, ';', line) != NULL
             || memchr (text, '\t', line) != NULL);
}

static const char *
name_text_kind (const char *text, gsize length)
{
  if (begins_with (text, length, "<!doctype html") || begins_with (text, length, "<html"))
    return N_ ("an HTML page, perhaps of a log-in");
  if (*text == '<')
    return NULL;
  if (*text == '{' || (*text == '[' && length > 1 && strchr ("[{\"]\n ", text[1]) != NULL))
    return N_ ("a JSON file");
  if (looks_like_table (text, length))
    return N_ ("a table (CSV) or plain text");

  return NULL;
}

static const char *
name_kind (const SsmXmlSource *source, gsize blanks)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      if (source->length >= kinds[i].length
          && memcmp (source->text, kinds[i].magic, kinds[i].length) == 0)
        return kinds[i].what;
    }

  return name_text_kind (source->text + blanks, source->length - blanks);
}

/* Whether the first character may be the “<” that XML begins with, in any encoding. */
static gboolean
may_be_xml (const SsmXmlSource *source, gsize blanks)
{
  static const char other_encodings[] = "\xff\xfe+";

  return source->text[blanks] == '<' || source->text[0] == '\0'
         || strchr (other_encodings, source->text[0]) != NULL
         || begins_with (source->text, source->length, "\x4c\x6f\xa7\x94");
}

/* Moves behind a comment or an instruction, and the blanks in front of it; FALSE where none
 * is there. */
static gboolean
skip_remark (const char **at, const char *end)
{
  const char *close;

  while (*at < end && strchr (" \t\r\n", **at) != NULL && **at != '\0')
    *at += 1;
  if (begins_with (*at, end - *at, "<!--"))
    close = g_strstr_len (*at + 4, end - *at - 4, "-->");
  else if (begins_with (*at, end - *at, "<?"))
    close = g_strstr_len (*at, end - *at, "?>");
  else
    return FALSE;

  *at = close != NULL ? close + 2 : end;
  return close != NULL;
}

SsmKind
ssm_xml_guess_root (const char *start, gsize size)
{
  const char *element = ssm_kind_info (SSM_KIND_BOOK)->element;
  const char *at = start, *end = start + size, *name, *colon;

  if (begins_with (at, size, "\xef\xbb\xbf"))
    at += 3;
  while (skip_remark (&at, end))
    at += *at == '>';
  if (at == end || *at != '<')
    return SSM_KIND_MAP;

  name = ++at;
  while (at < end && strchr (" \t\r\n/>", *at) == NULL)
    at++;
  colon = memchr (name, ':', at - name);
  name = colon != NULL ? colon + 1 : name;
  return (gsize) (at - name) == strlen (element)
             && memcmp (name, element, at - name) == 0
           ? SSM_KIND_BOOK
           : SSM_KIND_MAP;
}

char *
ssm_xml_source_mistaken (SsmXmlSource *source, const char *what)
{
  if (source->root == SSM_KIND_MAP)
    return g_strdup_printf (_("this is no map but %s; choose a .salesmap file"), what);
  if (source->root == SSM_KIND_AGENDA)
    return g_strdup_printf (_("this is no agenda but %s; choose a .salesagenda file"), what);
  return g_strdup_printf (_("this is no deal book but %s; choose a .salesdeals file"), what);
}

gboolean
ssm_xml_source_check_kind (SsmXmlSource *source, GError **error)
{
  gsize blanks = skip_blanks (source);
  const char *what;

  gsize max = source->root == SSM_KIND_BOOK ? SSM_MAX_BOOK : SSM_XML_MAX_BYTES;

  if (source->length > max)
    return ssm_xml_source_fail_whole (source, SSM_IO_ERROR_TOO_BIG, error,
                                      _("the file is larger than %d MiB, the most that is "
                                        "read; is it the right file?"),
                                      (int) (max / (1024 * 1024)));
  if (blanks == source->length)
    return ssm_xml_source_fail_whole (source, SSM_IO_ERROR_BAD_INPUT, error,
                                      _("the file is empty; open a backup, or start with a "
                                        "new map"));
  if (is_all_zero (source))
    return ssm_xml_source_fail_whole (source, SSM_IO_ERROR_BAD_INPUT, error,
                                      _("the file holds nothing but zero bytes: it was "
                                        "damaged by a crash or a power cut; open the "
                                        "recovery copy or a backup"));

  what = name_kind (source, blanks);
  if (what != NULL)
    {
      g_autofree char *sentence = ssm_xml_source_mistaken (source, _(what));

      return ssm_xml_source_fail_whole (source, SSM_IO_ERROR_BAD_INPUT, error, "%s",
                                        sentence);
    }
  if (!may_be_xml (source, blanks))
    return ssm_xml_source_fail (source, SSM_IO_ERROR_BAD_INPUT, blanks, error,
                                _("such a file begins with “<?xml” or “<%s”, but not this "
                                  "one; remove what stands in front of it, or choose "
                                  "another file"),
                                ssm_kind_info (source->root)->element);
  return TRUE;
}
