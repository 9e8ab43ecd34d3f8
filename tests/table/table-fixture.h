/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Small tables for tests. */

#pragma once

#include "ssm-csv-reader.h"

G_BEGIN_DECLS

/* (transfer full): @text as a source. @size: -1 for a terminated string. */
SsmTableSource *table_source_new (const char *text, gssize size);

/* (transfer full): every row of @source as LINE:[CELL|CELL…], or LINE:!N for its fault. An
 * error stands as the last line. */
char *table_dump (SsmTableSource *source, const SsmTableCharset *charset, char separator);

/* (transfer full): @text, UTF-8, in @encoding, with its mark in front if @bom. */
GBytes *table_encode (const char *text, gssize size, SsmEncoding encoding, gboolean bom);

G_END_DECLS
