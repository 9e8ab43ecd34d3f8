/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Bytes ↔ disk. Reading never waits, never follows into what is not a file, and is
 * bounded. Saving leaves the complete old or the complete new contents at every instant,
 * whatever fails, and overwrites nobody's change. All calls block: use them in a thread.
 * All are safe to use in several threads at once. Errors are in SSM_IO_ERROR; their
 * messages name the file, so that nothing needs to be put in front of them. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  SSM_FILE_SAVE_DEFAULT = 0,
  /* Write although the file has further hard links: those keep the old contents. */
  SSM_FILE_BREAK_LINKS = 1 << 0,
  /* A file that is new is made for its owner only. An existing one keeps its mode. */
  SSM_FILE_PRIVATE = 1 << 1,
} SsmFileSaveFlags;

/* How many bytes are read of a file that begins with @start. */
typedef gsize (*SsmFileLimit) (const char *start, gsize size);

/* (transfer full): the contents of the regular file @path, as one moment saw them. "-" is
 * a file of that name. @max_bytes: more is SSM_IO_ERROR_TOO_BIG, found while reading. A
 * file that keeps changing while it is read is SSM_IO_ERROR_CHANGED. */
GBytes *ssm_file_read (const char *path, gsize max_bytes, GError **error);

/* The same where the kind of file says how large it may be. */
GBytes *ssm_file_read_kind (const char *path, SsmFileLimit limit, GError **error);

/* (transfer full): what comes from @fd up to its end: standard input, a pipe. @name: how
 * messages call it. @fd stays open. */
GBytes *ssm_file_read_fd (int fd, const char *name, SsmFileLimit limit, GError **error);

/* Makes @contents the contents of @path, which may be a symbolic link. TRUE means they
 * are on the disk and stay there after a power cut. Nothing is written if the file holds
 * @contents already. Owner, mode, extended attributes stay; a new file gets the usual
 * mode.
 *
 * @base: what the caller believes is in the file. If it is not, or the file is gone:
 * SSM_IO_ERROR_CHANGED, and the file is left alone. NULL replaces what is there.
 *
 * After SSM_IO_ERROR_MAYBE_NOT_DURABLE the file has the new contents, after every other
 * error the old ones. Where somebody's change meets ours in the very same moment and
 * cannot be put back, both stay and the message of SSM_IO_ERROR_CHANGED names the second
 * one. */
gboolean ssm_file_save (const char *path, GBytes *contents, GBytes *base,
                        SsmFileSaveFlags flags, GError **error);

/* Gives the file @from the name @to. Another file of that name is left alone:
 * SSM_IO_ERROR_CANNOT_CREATE. */
gboolean ssm_file_rename (const char *from, const char *to, GError **error);

/* FALSE where a save to @path is sure to fail now: the file, its folder or its disk can only
 * be read. */
gboolean ssm_file_may_save (const char *path);

/* Removes the temporary files that a killed program left beside @path. Those of a program
 * that is saving now stay. Nothing is reported: whatever cannot be removed is kept.
 * Saving does this by itself; call it where a file is opened. */
void ssm_file_clean_leftovers (const char *path);

G_END_DECLS
