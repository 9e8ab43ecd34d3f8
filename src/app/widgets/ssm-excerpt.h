/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The beginning of a text for a label. A label measures all of its text at several widths, at
 * every key, and cannot hold what is longer than some 100,000 letters in one line. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* (transfer full): @text, cut where it is longer than anybody reads in a list. */
char *ssm_excerpt (const char *text);

/* Lets @label say that. */
void ssm_excerpt_show (GtkLabel *label, const char *text);

G_END_DECLS
