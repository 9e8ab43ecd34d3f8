/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Words of people in a Markdown text. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Appends @words as one line. Every character that could begin markup is escaped, also what
 * GitHub makes links and mentions of; a text must not be able to fetch a picture or to
 * address a person. */
void ssm_markdown_append (GString *text, const char *words);

G_END_DECLS
