/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Makes text that came from outside fit for a message of one line: a file name may hold a
 * newline, an escape sequence for the terminal, or marks that turn the text around. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Longest result in characters, "…" included. */
#define SSM_QUOTE_MAX 60

/* (transfer full): @bytes as UTF-8 with control characters as \n, \x1b, \u0085, what
 * hides or reorders text as \u202e, and broken UTF-8 as \xff; cut at the end. Sets no
 * quotation marks: these belong to the message. @len: in bytes, or -1 for a terminated
 * string. */
char *ssm_quote (const char *bytes, gssize len);

/* (transfer full): the same for a file name; a long one is cut at its beginning, because
 * its end tells the file. */
char *ssm_quote_path (const char *path);

G_END_DECLS
