/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Rows of a table, read by another thread while this one does something with those before.
 * They come in their order, few batches of them at a time. */

#pragma once

#include "ssm-csv-reader.h"

G_BEGIN_DECLS

typedef struct _SsmCsvAhead SsmCsvAhead;

/* As ssm_csv_reader_new (). What watches the progress of @source is called from the other
 * thread, and nothing else may read from @source meanwhile. */
SsmCsvAhead *ssm_csv_ahead_new  (SsmTableSource *source, const SsmTableCharset *charset,
                                 char separator);
void         ssm_csv_ahead_free (SsmCsvAhead *ahead);

/* As ssm_csv_reader_next (). */
gboolean ssm_csv_ahead_next (SsmCsvAhead *ahead, const SsmCsvRow **row, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SsmCsvAhead, ssm_csv_ahead_free)

G_END_DECLS
