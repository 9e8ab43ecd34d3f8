/* SPDX-License-Identifier: GPL-3.0-or-later */

/* In which characters a table is written. Looked at over the whole file, because the first
 * letter with an accent may stand in its last row. */

#pragma once

#include "ssm-table-source.h"

G_BEGIN_DECLS

typedef enum
{
  SSM_ENCODING_UTF_8,
  SSM_ENCODING_UTF_16LE,
  SSM_ENCODING_UTF_16BE,
  SSM_ENCODING_WINDOWS_1252,
  SSM_ENCODING_WINDOWS_1250, /* never guessed: only a person tells it from 1252 */
  SSM_ENCODING_LATIN_1,
  SSM_N_ENCODINGS
} SsmEncoding;

typedef struct
{
  SsmEncoding encoding;
  guint bom;        /* bytes of the mark at the start */
  gboolean broken;  /* there are bytes that stand for no character */
} SsmTableCharset;

/* "UTF-8", as iconv and people call it. */
const char *ssm_encoding_name (SsmEncoding encoding);

/* FALSE where @name, letter case apart, is none of them. */
gboolean ssm_encoding_from_name (const char *name, SsmEncoding *encoding);

/* Guesses the charset of @source from all of it. */
gboolean ssm_table_charset_guess (SsmTableSource *source, SsmTableCharset *charset,
                                  GError **error);

/* What to assume of @source where somebody says that it is in @encoding. */
gboolean ssm_table_charset_given (SsmTableSource *source, SsmEncoding encoding,
                                  SsmTableCharset *charset, GError **error);

/* Reads @source as UTF-8 that is valid and without NUL, whatever it is written in; what
 * stands for no character comes out as U+FFFD. */
typedef struct _SsmTableDecoder SsmTableDecoder;

SsmTableDecoder *ssm_table_decoder_new  (SsmTableSource *source,
                                         const SsmTableCharset *charset);
void             ssm_table_decoder_free (SsmTableDecoder *decoder);

/* Up to @size bytes, at least 64, of characters that need not be whole; *@n is 0 only at
 * the end. */
gboolean ssm_table_decoder_read (SsmTableDecoder *decoder, char *buffer, gsize size,
                                 gsize *n, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SsmTableDecoder, ssm_table_decoder_free)

G_END_DECLS
