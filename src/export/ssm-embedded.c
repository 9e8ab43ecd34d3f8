/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads files from anywhere: every length is checked against what is there, and what
 * unpacks is unpacked into a bounded buffer. */

#include "ssm-embedded.h"

#include "ssm-export-private.h"
#include "ssm-io-error.h"
#include "ssm-schema.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#define PNG_SIGNATURE "\x89PNG\r\n\x1a\n"
#define PNG_SIGNATURE_LENGTH 8
#define PNG_CHUNK_OVERHEAD 12 /* length, type, checksum */

/* How far into a file "%PDF-" or "<svg" may stand. */
#define PROLOGUE 1024

/* Pictures carry fonts and pixels around the map. */
#define MAX_PICTURE_BYTES (40 * 1024 * 1024)

/* A picture has one source, and some more where others have written behind it. More than
 * this is a trap that costs time. */
#define MAX_TRIES 16

/* How long the dictionary of an attached file may be. */
#define MAX_DICTIONARY 4096

typedef struct
{
  const char *data;
  gsize length;
} Span;

static Span
span_of (GBytes *bytes)
{
  Span span;

  span.data = g_bytes_get_data (bytes, &span.length);
  return span;
}

/* The part of @span from @word on; its data is NULL if @word is not in it. */
static Span
find (Span span, const char *word)
{
  const char *found = span.length > 0
                        ? memmem (span.data, span.length, word, strlen (word))
                        : NULL;

  if (found == NULL)
    return (Span) { NULL, 0 };
  return (Span) { found, span.length - (gsize) (found - span.data) };
}

static Span
skip (Span span, gsize n)
{
  n = MIN (n, span.length);
  return (Span) { span.data + n, span.length - n };
}

static Span
head (Span span, gsize n)
{
  return (Span) { span.data, MIN (n, span.length) };
}

static gboolean
begins (Span span, const char *bytes, gsize length)
{
  return span.length >= length && memcmp (span.data, bytes, length) == 0;
}

/* (transfer full): zlib data unpacked, or NULL if it is damaged or larger than a map. */
static GBytes *
unpack (Span packed)
{
  g_autoptr (GConverter) zlib
    = G_CONVERTER (g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB));
  g_autofree char *out = g_malloc (SSM_MAX_FILE);
  gsize n_out = 0;
  GConverterResult result = G_CONVERTER_CONVERTED;

  while (result == G_CONVERTER_CONVERTED && n_out < SSM_MAX_FILE)
    {
      gsize n_read = 0, n_written = 0;

      result = g_converter_convert (zlib, packed.data, packed.length, out + n_out,
                                    SSM_MAX_FILE - n_out, G_CONVERTER_INPUT_AT_END, &n_read,
                                    &n_written, NULL);
      packed = skip (packed, n_read);
      n_out += n_written;
    }

  return result == G_CONVERTER_FINISHED ? g_bytes_new (out, n_out) : NULL;
}

static GBytes *
copy (Span span)
{
  return span.length <= SSM_MAX_FILE ? g_bytes_new (span.data, span.length) : NULL;
}

/* The stream's bytes if it is as long as @key says, with "endstream" behind; else its data
 * is NULL. */
static Span
pdf_stream_of_length (Span dictionary, Span after, const char *key)
{
  Span number = find (dictionary, key);
  gsize stated = number.data != NULL
                   ? g_ascii_strtoull (number.data + strlen (key), NULL, 10)
                   : 0;

  if (stated > 0 && stated < after.length
      && find (head (skip (after, stated), strlen ("\r\nendstream")), "endstream").data != NULL)
    return head (after, stated);
  return (Span) { NULL, 0 };
}

/* The stream's bytes, also in files that other programs have rewritten: they may put the
 * length into another object, but leave the size of the attached file. */
static Span
pdf_stream (Span dictionary, Span after)
{
  Span stream = pdf_stream_of_length (dictionary, after, "/Length");
  Span end = find (after, "endstream");

  if (stream.data == NULL)
    stream = pdf_stream_of_length (dictionary, after, "/Size");
  if (stream.data != NULL || end.data == NULL)
    return stream;

  stream = head (after, end.data - after.data);
  if (stream.length > 0 && stream.data[stream.length - 1] == '\n')
    stream.length--;
  return stream;
}

/* (transfer full): the file whose kind stands at the start of @at, if that is in the
 * dictionary of a stream. */
static GBytes *
pdf_file_at (Span at)
{
  Span object_end = find (head (at, MAX_DICTIONARY), "endobj");
  Span stream = find (head (at, MAX_DICTIONARY), "stream");
  Span dictionary, data;

  if (stream.data == NULL || (object_end.data != NULL && object_end.data < stream.data))
    return NULL;

  dictionary = head (at, stream.data - at.data);
  stream = skip (at, stream.data + strlen ("stream") - at.data);
  stream = skip (stream, begins (stream, "\r\n", 2) ? 2 : 1);
  data = pdf_stream (dictionary, stream);
  if (data.data == NULL)
    return NULL;

  return find (dictionary, "/FlateDecode").data != NULL ? unpack (data) : copy (data);
}

static GBytes *
extract_pdf (Span span)
{
  guint n_tries = 0;

  for (Span at = find (span, SSM_PDF_SUBTYPE_CORE); at.data != NULL && n_tries < MAX_TRIES;
       at = find (skip (at, 1), SSM_PDF_SUBTYPE_CORE), n_tries++)
    {
      /* /Length may stand in front of /Subtype after another program has sorted keys. */
      gsize back = MIN ((gsize) (at.data - span.data), 256);
      Span before = { at.data - back, back };
      Span object = before;
      GBytes *file;

      for (Span next = find (before, " obj"); next.data != NULL;
           next = find (skip (next, 1), " obj"))
        object = next;
      file = pdf_file_at ((Span) { object.data, span.length - (object.data - span.data) });
      if (file != NULL)
        return file;
    }

  return NULL;
}

static guint32
big_endian (const char *data)
{
  guint32 value;

  memcpy (&value, data, sizeof value);
  return GUINT32_FROM_BE (value);
}

/* (transfer full): the text of an iTXt chunk with our keyword, or NULL if it is damaged. */
static GBytes *
png_text (Span chunk)
{
  gsize key_length = sizeof SSM_PNG_KEYWORD;
  gboolean packed;

  if (chunk.length < key_length + 2)
    return NULL;

  packed = chunk.data[key_length] != 0;
  chunk = skip (chunk, key_length + 2);
  /* Language and translated keyword. */
  for (guint i = 0; i < 2; i++)
    {
      const char *end = memchr (chunk.data, '\0', chunk.length);

      if (end == NULL)
        return NULL;
      chunk = skip (chunk, end + 1 - chunk.data);
    }

  return packed ? unpack (chunk) : copy (chunk);
}

static GBytes *
extract_png (Span span)
{
  span = skip (span, PNG_SIGNATURE_LENGTH);
  while (span.length >= PNG_CHUNK_OVERHEAD)
    {
      guint32 length = big_endian (span.data);
      Span chunk = skip (span, 8);

      if (length > span.length - PNG_CHUNK_OVERHEAD)
        return NULL;
      if (memcmp (span.data + 4, "iTXt", 4) == 0
          && begins (chunk, SSM_PNG_KEYWORD, sizeof SSM_PNG_KEYWORD))
        return png_text (head (chunk, length));
      span = skip (span, (gsize) length + PNG_CHUNK_OVERHEAD);
    }

  return NULL;
}

static GBytes *
extract_svg (Span span)
{
  Span element = find (span, "<" SSM_SVG_ELEMENT);
  Span content = element.data != NULL ? find (element, ">") : element;
  Span end = content.data != NULL ? find (content, "</" SSM_SVG_ELEMENT) : content;
  g_autofree char *code = NULL;
  guchar *data;
  gsize length;

  if (end.data == NULL)
    return NULL;

  content = head (skip (content, 1), end.data - content.data - 1);
  /* Base 64 has four letters for three bytes. */
  if (content.length / 4 * 3 > SSM_MAX_FILE)
    return NULL;

  code = g_strndup (content.data, content.length);
  data = g_base64_decode (code, &length);
  return g_bytes_new_take (data, length);
}

/* Markup from its first element on; its data is NULL where it is no markup. */
static Span
find_root (Span span)
{
  span = head (span, PROLOGUE);
  span = skip (span, begins (span, "\xef\xbb\xbf", 3) ? 3 : 0);
  while (span.length > 0 && g_ascii_isspace (span.data[0]))
    span = skip (span, 1);

  while (begins (span, "<!", 2) || begins (span, "<?", 2))
    {
      span = find (span, begins (span, "<!--", 4) ? "-->" : ">");
      span = find (span, "<");
    }
  return begins (span, "<", 1) ? span : (Span) { NULL, 0 };
}

/* Some programs write before "%PDF-". A map may hold the word, too. */
static gboolean
is_pdf (Span span)
{
  return find_root (span).data == NULL && find (head (span, PROLOGUE), "%PDF-").data != NULL;
}

static gboolean
is_png (Span span)
{
  return begins (span, PNG_SIGNATURE, PNG_SIGNATURE_LENGTH);
}

static gboolean
is_svg (Span span)
{
  return begins (find_root (span), "<svg", 4);
}

gsize
ssm_embedded_limit (const char *start, gsize size)
{
  Span span = { start, size };

  return is_pdf (span) || is_png (span) || is_svg (span) ? MAX_PICTURE_BYTES : SSM_MAX_FILE;
}

gboolean
ssm_embedded_is_picture (GBytes *contents)
{
  Span span = span_of (contents);

  return is_pdf (span) || is_png (span) || is_svg (span);
}

GBytes *
ssm_embedded_extract (GBytes *contents, const char *name, GError **error)
{
  Span span = span_of (contents);
  GBytes *source = NULL;

  if (is_png (span))
    source = extract_png (span);
  else if (is_pdf (span))
    source = extract_pdf (span);
  else if (is_svg (span))
    source = extract_svg (span);
  else
    {
      g_set_error (error, SSM_IO_ERROR, SSM_IO_ERROR_BAD_INPUT,
                   _("%s: this is no PDF, PNG or SVG; choose a page that was exported"), name);
      return NULL;
    }

  if (source == NULL)
    g_set_error (error, SSM_IO_ERROR, SSM_IO_ERROR_BAD_INPUT,
                 is_pdf (span)
                   ? _("%s: this PDF does not carry a map, as one that was printed; open the "
                       "exported PDF or the .salesmap file")
                   : _("%s: this picture has lost its source. Open the PDF or the "
                       ".salesmap file."),
                 name);
  return source;
}
