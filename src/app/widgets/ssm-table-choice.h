/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The question which table of a CRM is meant. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* (transfer full): a file chooser that is to be shown yet. @many: several may be chosen. */
GtkFileChooserNative *ssm_table_choice_new (GtkWindow *parent, const char *title,
                                            gboolean many);

/* Whether @file is a table by its name. */
gboolean ssm_table_choice_knows (GFile *file);

G_END_DECLS
