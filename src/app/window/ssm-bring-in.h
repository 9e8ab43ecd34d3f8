/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Words of other programs brought to a window: text files that are dropped on it, and what
 * is pasted where there is no map yet. */

#pragma once

#include "ssm-window.h"

G_BEGIN_DECLS

/* Whether @file is called like a text: a list, a table, Markdown, HTML. */
gboolean ssm_bring_in_knows (GFile *file);

/* Pastes the contents of @file at a point of @window, in its pixels; on the start page a
 * map is made of it. What is wrong with the file is said over @window. */
void ssm_bring_in_file (SsmWindow *window, GFile *file, double x, double y);

/* Makes a map of what is on the clipboard and shows it. */
void ssm_bring_in_clipboard (SsmWindow *window);

G_END_DECLS
