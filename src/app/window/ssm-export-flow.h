/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Exporting the map of a window: the dialog, and what a window does once a file is there. */

#pragma once

#include "ssm-window.h"

G_BEGIN_DECLS

/* For a window that shows a map. */
void ssm_export_flow_run (SsmWindow *window);

G_END_DECLS
