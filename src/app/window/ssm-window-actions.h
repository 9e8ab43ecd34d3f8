/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the keys, menus and buttons of a window do: one short function each. */

#pragma once

#include "ssm-window.h"

G_BEGIN_DECLS

/* In the class initialiser. */
void ssm_window_actions_install (GtkWidgetClass *widget_class);

/* What is possible now: after each change of the document, or to another one. */
void ssm_window_actions_update (SsmWindow *self);

G_END_DECLS
