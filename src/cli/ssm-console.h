/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Standard output and standard error. What is written is UTF-8 in every locale. */

#pragma once

#include <glib.h>

#include "ssm-arguments.h"

G_BEGIN_DECLS

#define SSM_EXIT_YES 0
#define SSM_EXIT_NO 1
#define SSM_EXIT_USAGE 2

/* Writes to standard output; the exit status: 74 with a message where it fails. */
int ssm_console_print       (const char *text);
int ssm_console_print_bytes (GBytes *bytes);

/* Says "salesmap: NAME: TEXT" on one line of standard error. @name: the file it is about,
 * as a message may show it, or NULL; it is not said twice. */
void ssm_console_say (const char *name, const char *text);

/* Says what @error says; returns its exit status. */
int ssm_console_fail (const char *name, const GError *error);

/* Says what is wrong with the command line and where help is; returns 2. @arguments: may
 * be NULL. */
int ssm_console_misused (const SsmCommand *command, const char *text);

G_END_DECLS
