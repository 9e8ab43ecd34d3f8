/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Files dropped on a window are opened; texts among them are pasted where they are dropped. */

#pragma once

#include "ssm-window.h"

G_BEGIN_DECLS

/* (transfer full): to be added to @window. */
GtkEventController *ssm_drop_controller_new (SsmWindow *window);

G_END_DECLS
