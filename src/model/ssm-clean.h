/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Words as they come from keyboards, clipboards and other files, made fit for a map. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* (transfer full): @text as valid UTF-8 without the characters that XML cannot hold, line
 * ends as LF or, for @one_line, as blanks, cut at SSM_MAX_TEXT bytes. */
char *ssm_clean_text (const char *text, gboolean one_line);

G_END_DECLS
