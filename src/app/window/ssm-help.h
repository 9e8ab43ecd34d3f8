/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The manual, wherever it can be read: in the desktop's viewer of help, else as HTML in the
 * browser, also when the program was never installed. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Shows it, or says where its pages lie. */
void ssm_help_show (GtkWindow *parent);

G_END_DECLS
