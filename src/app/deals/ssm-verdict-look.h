/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How the answers look: a mark of an outline of its own, so that colour decides nothing. */

#pragma once

#include <gtk/gtk.h>

#include "ssm-verdict.h"

G_BEGIN_DECLS

/* Owned by the program. */
const char *ssm_verdict_icon      (SsmVerdict verdict);
const char *ssm_verdict_css_class (SsmVerdict verdict);

/* Gives @image the mark of @verdict, in its colour. */
void ssm_verdict_show_mark (GtkImage *image, SsmVerdict verdict);

/* The same colour for any @widget; it loses that of another. */
void ssm_verdict_colour (GtkWidget *widget, SsmVerdict verdict);

G_END_DECLS
