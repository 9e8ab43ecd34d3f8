/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Lets every item of every menu have its words as its accessible name, from now on. Once a
 * program, after GTK is initialized. */
void ssm_menu_names_watch (void);

G_END_DECLS
