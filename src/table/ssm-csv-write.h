/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Cells of a table of separated values, written. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Appends @text as one cell, between quotes where it needs them (RFC 4180). */
void ssm_csv_append_cell (GString *out, const char *text, char separator);

/* The same for words that came from elsewhere: a spreadsheet takes a cell that begins with
 * one of = + - @ for a formula and runs it, so it gets an apostrophe in front. */
void ssm_csv_append_words (GString *out, const char *text, char separator);

G_END_DECLS
