/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Guessing. A file that is UTF-8 all through is UTF-8: text in another encoding hardly ever
 * looks like it. Where only few bytes are not, it is UTF-8 that was damaged. */

#include "ssm-table-charset.h"

#include <string.h>

#define BLOCK (256 * 1024)

/* Bytes a block begins with: the start of a character that the last one cut. */
#define CARRY 4

static const char * const names[SSM_N_ENCODINGS] = {
  [SSM_ENCODING_UTF_8] = "UTF-8",
  [SSM_ENCODING_UTF_16LE] = "UTF-16LE",
  [SSM_ENCODING_UTF_16BE] = "UTF-16BE",
  [SSM_ENCODING_WINDOWS_1252] = "WINDOWS-1252",
  [SSM_ENCODING_WINDOWS_1250] = "WINDOWS-1250",
  [SSM_ENCODING_LATIN_1] = "ISO-8859-1",
};

typedef struct
{
  guint64 size;
  guint64 n_nul[2];   /* at even and odd offsets */
  guint64 n_wide;     /* characters of UTF-8 that are not ASCII */
  guint64 n_broken;   /* bytes that are not UTF-8 */
  gboolean undefined; /* one that Windows-1252 does not have */
} Census;

const char *
ssm_encoding_name (SsmEncoding encoding)
{
  g_return_val_if_fail (encoding < SSM_N_ENCODINGS, "");

  return names[encoding];
}

gboolean
ssm_encoding_from_name (const char *name, SsmEncoding *encoding)
{
  for (guint i = 0; i < SSM_N_ENCODINGS; i++)
    if (g_ascii_strcasecmp (names[i], name) == 0)
      {
        *encoding = i;
        return TRUE;
      }
  return FALSE;
}

/* The first byte in a word of eight that is not ASCII or is NUL; @end where there is none. */
static const char *
skip_ascii (const char *p, const char *end)
{
  const guint64 high = G_GUINT64_CONSTANT (0x8080808080808080);
  const guint64 low = G_GUINT64_CONSTANT (0x0101010101010101);
  guint64 word;

  for (; end - p >= (gssize) sizeof word; p += sizeof word)
    {
      memcpy (&word, p, sizeof word);
      if (((word | (word - low)) & high) != 0)
        break;
    }
  while (p < end && *p != '\0' && (guint8) *p < 0x80)
    p++;
  return p;
}

static gboolean
is_undefined (guint8 byte)
{
  return byte == 0x81 || byte == 0x8d || byte == 0x8f || byte == 0x90 || byte == 0x9d;
}

static void
count_broken (Census *census, guint8 byte)
{
  census->n_broken++;
  census->undefined |= is_undefined (byte);
}

/* Counts the bytes from @p; returns how many at the end are left for the next block.
 * @offset: of @p in the file. */
static gsize
count_block (Census *census, const char *p, const char *end, guint64 offset, gboolean last)
{
  const char *start = p;

  while ((p = skip_ascii (p, end)) < end)
    {
      gunichar c = *p != '\0' ? g_utf8_get_char_validated (p, end - p) : 0;

      if (*p == '\0')
        census->n_nul[(offset + (guint64) (p - start)) % 2]++;
      else if (c == (gunichar) -2 && !last)
        return (gsize) (end - p);
      else if (c == (gunichar) -1 || c == (gunichar) -2)
        count_broken (census, (guint8) *p);
      else
        {
          census->n_wide++;
          p = g_utf8_next_char (p);
          continue;
        }
      p++;
    }
  return 0;
}

static gboolean
take_census (SsmTableSource *source, Census *census, GError **error)
{
  g_autofree char *buffer = g_malloc (CARRY + BLOCK);
  gsize carried = 0;
  gsize n;

  do
    {
      if (!ssm_table_source_read (source, census->size, buffer + carried, BLOCK, &n, error))
        return FALSE;
      census->size += n;
      n += carried;
      carried = count_block (census, buffer, buffer + n, census->size - n, n < BLOCK);
      memmove (buffer, buffer + n - carried, carried);
    }
  while (n >= BLOCK);
  return TRUE;
}

static gboolean
read_bom (SsmTableSource *source, SsmTableCharset *charset, GError **error)
{
  char start[64] = { 0 };
  gsize n;

  if (!ssm_table_source_read (source, 0, start, sizeof start, &n, error))
    return FALSE;

  *charset = (SsmTableCharset) { SSM_ENCODING_UTF_8 };
  if (memcmp (start, "\xef\xbb\xbf", 3) == 0)
    charset->bom = 3;
  else if (memcmp (start, "\xff\xfe", 2) == 0)
    *charset = (SsmTableCharset) { SSM_ENCODING_UTF_16LE, 2, TRUE };
  else if (memcmp (start, "\xfe\xff", 2) == 0)
    *charset = (SsmTableCharset) { SSM_ENCODING_UTF_16BE, 2, TRUE };
  return TRUE;
}

static void
decide (const Census *census, SsmTableCharset *charset)
{
  guint64 n_nul = census->n_nul[0] + census->n_nul[1];

  charset->broken = n_nul > 0;
  if (n_nul > census->size / 4)
    {
      charset->encoding = census->n_nul[1] > census->n_nul[0] ? SSM_ENCODING_UTF_16LE
                                                              : SSM_ENCODING_UTF_16BE;
      return;
    }
  if (charset->bom > 0 || census->n_broken == 0 || census->n_wide > census->n_broken)
    charset->broken |= census->n_broken > 0;
  else
    charset->encoding = census->undefined ? SSM_ENCODING_LATIN_1
                                          : SSM_ENCODING_WINDOWS_1252;
}

gboolean
ssm_table_charset_guess (SsmTableSource *source, SsmTableCharset *charset, GError **error)
{
  Census census = { 0 };

  if (!read_bom (source, charset, error))
    return FALSE;
  if (charset->encoding != SSM_ENCODING_UTF_8)
    return TRUE;
  if (!take_census (source, &census, error))
    return FALSE;
  decide (&census, charset);
  return TRUE;
}

gboolean
ssm_table_charset_given (SsmTableSource *source,
                         SsmEncoding encoding,
                         SsmTableCharset *charset,
                         GError **error)
{
  SsmTableCharset found;

  if (!read_bom (source, &found, error))
    return FALSE;

  *charset = (SsmTableCharset) { encoding, 0, TRUE };
  if (found.encoding == encoding)
    charset->bom = found.bom;
  return TRUE;
}
