/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where a command writes. Nothing that is there and is something else gets lost. */

#pragma once

#include "ssm-format.h"

G_BEGIN_DECLS

/* Whether a file in @format may become @path: what is there must be of the same kind, and
 * must not be @input, the operand it is made from, or NULL. FALSE with an error in
 * SSM_IO_ERROR. Ask before the work, so that no time is wasted. */
gboolean ssm_target_check (const char *path, SsmFormat format, const char *input,
                           GError **error);

/* Like that for a file that must not exist. */
gboolean ssm_target_check_new (const char *path, GError **error);

/* Writes the whole of @contents to @path, "-" for standard output, or leaves all as it was
 * and says why. @break_links: also where the file has further names, which then keep the old
 * contents. The exit status. */
int ssm_target_save (const char *path, GBytes *contents, gboolean break_links);

G_END_DECLS
