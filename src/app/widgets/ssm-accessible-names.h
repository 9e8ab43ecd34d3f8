/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Lets widgets that GTK and libadwaita make have names, descriptions and states that a
 * screen reader can say, from now on. Once a program, after GTK is initialized. */
void ssm_accessible_names_watch (void);

G_END_DECLS
