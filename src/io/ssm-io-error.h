/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The one error domain for everything read from or written to the outside. Each code is
 * one exit status of the command line, so that the program and its scripts speak of the
 * same faults. Messages are translated sentences for a person, safe to print on one
 * line. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define SSM_IO_ERROR (ssm_io_error_quark ())
GQuark ssm_io_error_quark (void);

typedef enum
{
  SSM_IO_ERROR_BAD_INPUT,         /* 65: an input is not what it should be */
  SSM_IO_ERROR_NEWER,             /* 65: made by a newer version; never written over */
  SSM_IO_ERROR_TOO_BIG,           /* 65: past a documented limit */
  SSM_IO_ERROR_CANNOT_OPEN,       /* 66: an input is not there, or is not a file */
  SSM_IO_ERROR_INTERNAL,          /* 70: a bug of ours */
  SSM_IO_ERROR_OUT_OF_MEMORY,     /* 71: memory, open files, threads */
  SSM_IO_ERROR_CANNOT_CREATE,     /* 73: an output cannot be made there */
  SSM_IO_ERROR_FAILED,            /* 74: reading or writing failed; nothing is lost */
  SSM_IO_ERROR_HARD_LINKED,       /* 74: the file has other names: SSM_FILE_BREAK_LINKS */
  SSM_IO_ERROR_CHANGED,           /* 75: somebody else changed it; nothing was written */
  SSM_IO_ERROR_MAYBE_NOT_DURABLE, /* 76: written, but a power cut may undo it */
  SSM_IO_ERROR_NO_PERMISSION,     /* 77 */
  SSM_IO_ERROR_CANNOT_MERGE,      /* 129: git reads more than 128 as failure */
  SSM_IO_ERROR_LAST = SSM_IO_ERROR_CANNOT_MERGE
} SsmIoError;

/* The exit status for @error: 0 for NULL, 70 for an error of another domain. */
int ssm_io_error_exit_status (const GError *error);

G_END_DECLS
