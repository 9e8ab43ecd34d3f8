/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A file that is known to be good UTF-8 goes through untouched. Everything else takes at
 * most three bytes where it had one, so that a third of the room is read at a time. */

#include "ssm-table-charset.h"

#include <errno.h>
#include <string.h>

#define REPLACEMENT "\xef\xbf\xbd"

struct _SsmTableDecoder
{
  SsmTableSource *source;
  SsmTableCharset charset;
  guint64 offset;
  GIConv converter; /* or -1 */
  char *input;
  gsize n_input;    /* bytes in @input: a character that was cut */
  gsize input_size;
};

static gboolean
is_plain (const SsmTableCharset *charset)
{
  return charset->encoding == SSM_ENCODING_UTF_8 && !charset->broken;
}

SsmTableDecoder *
ssm_table_decoder_new (SsmTableSource *source, const SsmTableCharset *charset)
{
  SsmTableDecoder *self = g_new0 (SsmTableDecoder, 1);

  self->source = source;
  self->charset = *charset;
  self->offset = charset->bom;
  self->converter = (GIConv) -1;
  if (charset->encoding != SSM_ENCODING_UTF_8)
    self->converter = g_iconv_open ("UTF-8", ssm_encoding_name (charset->encoding));
  return self;
}

void
ssm_table_decoder_free (SsmTableDecoder *decoder)
{
  if (decoder == NULL)
    return;

  if (decoder->converter != (GIConv) -1)
    g_iconv_close (decoder->converter);
  g_free (decoder->input);
  g_free (decoder);
}

static char *
put_replacement (char *out)
{
  memcpy (out, REPLACEMENT, 3);
  return out + 3;
}

/* Copies what is UTF-8 of @p … @end to @out; *@rest is where a cut character begins. */
static char *
mend (const char *p, const char *end, gboolean last, char *out, const char **rest)
{
  while (p < end)
    {
      gunichar c = *p != '\0' ? g_utf8_get_char_validated (p, end - p) : 0;
      gsize n = 1;

      if (c == (gunichar) -2 && !last)
        break;
      if (c == 0 || c == (gunichar) -1 || c == (gunichar) -2)
        out = put_replacement (out);
      else
        {
          n = (gsize) (g_utf8_next_char (p) - p);
          memcpy (out, p, n);
          out += n;
        }
      p += n;
    }
  *rest = p;
  return out;
}

/* The same for what iconv knows. */
static char *
convert (SsmTableDecoder *self, char *p, char *end, gboolean last, char *out, gsize room,
         const char **rest)
{
  gsize unit = self->charset.encoding == SSM_ENCODING_UTF_16LE
                       || self->charset.encoding == SSM_ENCODING_UTF_16BE
                   ? 2
                   : 1;
  gsize n = (gsize) (end - p);

  while (n > 0 && g_iconv (self->converter, &p, &n, &out, &room) == (gsize) -1)
    {
      if (errno == EINVAL && !last)
        break;
      out = put_replacement (out);
      room -= 3;
      unit = MIN (unit, n);
      p += unit;
      n -= unit;
    }
  *rest = p;
  return out;
}

/* Makes a replacement of each NUL; there is room for it. */
static gsize
replace_nuls (char *buffer, gsize n)
{
  gsize n_nuls = 0;
  gsize to;

  for (gsize i = 0; i < n; i++)
    n_nuls += buffer[i] == '\0';
  if (n_nuls == 0)
    return n;

  to = n + 2 * n_nuls;
  for (gsize from = n; from-- > 0;)
    if (buffer[from] == '\0')
      {
        to -= 3;
        put_replacement (buffer + to);
      }
    else
      buffer[--to] = buffer[from];
  return n + 2 * n_nuls;
}

static gboolean
fill_input (SsmTableDecoder *self, gsize size, gboolean *last, GError **error)
{
  gsize n;

  if (self->input_size < size)
    {
      self->input = g_realloc (self->input, size);
      self->input_size = size;
    }
  if (!ssm_table_source_read (self->source, self->offset, self->input + self->n_input,
                              size - self->n_input, &n, error))
    return FALSE;

  *last = n < size - self->n_input;
  self->offset += n;
  self->n_input += n;
  return TRUE;
}

static gboolean
read_converted (SsmTableDecoder *self, char *buffer, gsize size, gsize *n, GError **error)
{
  const char *rest;
  gboolean last;
  char *end;

  if (!fill_input (self, size / 3, &last, error))
    return FALSE;

  end = self->input + self->n_input;
  if (self->converter == (GIConv) -1)
    *n = (gsize) (mend (self->input, end, last, buffer, &rest) - buffer);
  else
    *n = (gsize) (convert (self, self->input, end, last, buffer, size, &rest) - buffer);
  *n = replace_nuls (buffer, *n);
  self->n_input = (gsize) (end - rest);
  memmove (self->input, rest, self->n_input);
  return TRUE;
}

gboolean
ssm_table_decoder_read (SsmTableDecoder *decoder,
                        char *buffer,
                        gsize size,
                        gsize *n,
                        GError **error)
{
  g_return_val_if_fail (size >= 64, FALSE);

  if (!is_plain (&decoder->charset))
    return read_converted (decoder, buffer, size, n, error);

  if (!ssm_table_source_read (decoder->source, decoder->offset, buffer, size, n, error))
    return FALSE;
  decoder->offset += *n;
  return TRUE;
}
