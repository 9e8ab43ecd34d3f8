/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Says below a text what is wrong with it, while somebody goes on writing there. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A child of @parent, which takes it away by gtk_widget_unparent (). */
GtkWidget *ssm_problem_new (GtkWidget *parent);

/* NULL: nothing is wrong. */
void ssm_problem_show (GtkWidget *problem, const char *words);

/* Shows by the look of @frame, and to a screen reader by the state of @text, whether what
 * was written in @text cannot be taken. */
void ssm_problem_mark (GtkWidget *frame, GtkWidget *text, gboolean wrong);

G_END_DECLS
