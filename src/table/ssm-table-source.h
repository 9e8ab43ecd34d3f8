/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where a table comes from: a file, read block by block however large it is, or bytes. What
 * reads from it can be watched and stopped, from any thread and without a main loop. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _SsmTableSource SsmTableSource;

/* (transfer full): errors are in SSM_IO_ERROR. */
SsmTableSource *ssm_table_source_new_file  (const char *path, GError **error);

/* @name: how messages call it, quoted already. */
SsmTableSource *ssm_table_source_new_bytes (GBytes *bytes, const char *name);
void            ssm_table_source_free      (SsmTableSource *source);

/* Called before each block is read with how far reading has come; whoever returns FALSE
 * stops it: reading fails with G_IO_ERROR_CANCELLED. A table is read more than once, so that
 * @done may begin anew. */
typedef gboolean (*SsmTableProgressFunc) (guint64 done, guint64 total, gpointer data);
void ssm_table_source_set_progress (SsmTableSource *source, SsmTableProgressFunc func,
                                    gpointer data);

const char *ssm_table_source_name (const SsmTableSource *source);
guint64     ssm_table_source_size (const SsmTableSource *source);

/* Reads up to @size bytes from @offset; *@n is fewer only at the end. */
gboolean ssm_table_source_read (SsmTableSource *source, guint64 offset, char *buffer,
                                gsize size, gsize *n, GError **error);

/* FALSE with SSM_IO_ERROR_CHANGED where the file was changed since it was opened. */
gboolean ssm_table_source_check (SsmTableSource *source, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SsmTableSource, ssm_table_source_free)

G_END_DECLS
