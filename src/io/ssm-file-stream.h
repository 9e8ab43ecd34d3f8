/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A file that is read piece by piece, from any place, because it is too large to be held. It
 * is not mapped into memory: a program that cuts a mapped file kills its readers. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _SsmFileStream SsmFileStream;

/* (transfer full): the regular file @path, opened; an error in SSM_IO_ERROR as
 * ssm_file_read () gives it. */
SsmFileStream *ssm_file_stream_open  (const char *path, GError **error);
void           ssm_file_stream_close (SsmFileStream *stream);

/* In bytes, when it was opened. */
guint64 ssm_file_stream_size (const SsmFileStream *stream);

/* Reads up to @size bytes from @offset into @buffer; *@n is fewer only at the end. */
gboolean ssm_file_stream_read (SsmFileStream *stream, guint64 offset, char *buffer,
                               gsize size, gsize *n, GError **error);

/* Whether the file is as it was when it was opened, so that what was read of it belongs to
 * one moment; else FALSE with SSM_IO_ERROR_CHANGED. */
gboolean ssm_file_stream_check (SsmFileStream *stream, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SsmFileStream, ssm_file_stream_close)

G_END_DECLS
