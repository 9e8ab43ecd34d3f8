/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The lines of a text that is being written: those of a text view are known only after it
 * has been shown. @view: whose fonts and screen they are for. @scale: pixels per point.
 * Widths and heights are pixels. */

#pragma once

#include <gtk/gtk.h>

#include "ssm-page.h"

G_BEGIN_DECLS

/* In one line, and a caret behind it. */
int ssm_inline_lines_width  (GtkWidget *view, const char *text, const SsmTextLook *look,
                             double scale);

/* Broken as the page breaks it at @width. */
int ssm_inline_lines_height (GtkWidget *view, const char *text, const SsmTextLook *look,
                             double scale, int width);

/* The character, counted from 0, at a point of the text that is broken at @width. */
int ssm_inline_lines_offset (GtkWidget *view, const char *text, const SsmTextLook *look,
                             double scale, int width, double x, double y);

G_END_DECLS
