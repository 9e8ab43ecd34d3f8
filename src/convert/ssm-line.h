/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A text of the map as part of a line of something else. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* (transfer full): @text without line breaks; control characters, which a terminal would
 * obey, are shown as \u009b, and what turns the direction of writing ends with the text. */
char *ssm_line (const char *text);

G_END_DECLS
