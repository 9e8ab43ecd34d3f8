/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Cells of a table of separated values, written. */

#pragma once

#include <glib.h>
#include <string.h>

G_BEGIN_DECLS

/* Appends @length bytes; where there is room for them, as mostly, without a call. */
static inline void
ssm_csv_append_bytes (GString *out, const char *text, gsize length)
{
  if (G_UNLIKELY (out->len + length >= out->allocated_len))
    {
      g_string_append_len (out, text, (gssize) length);
      return;
    }
  memcpy (out->str + out->len, text, length);
  out->len += length;
  out->str[out->len] = '\0';
}

/* Appends @text as one cell, between quotes where it needs them (RFC 4180). */
void ssm_csv_append_cell (GString *out, const char *text, char separator);

/* The same for words that came from elsewhere: a spreadsheet takes a cell that begins with
 * one of = + - @ for a formula and runs it, so it gets an apostrophe in front. */
void ssm_csv_append_words (GString *out, const char *text, char separator);

G_END_DECLS
