/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Printing from a window: the dialog, what was chosen there the last time, and how it
 * went. */

#pragma once

#include "ssm-window.h"

G_BEGIN_DECLS

/* Shows the print dialog for the document of @window, which must show one. */
void ssm_print_flow_run (SsmWindow *window);

/* The same for @operation, on whatever it prints, which is called @name. */
void ssm_print_flow_start (SsmWindow *window, GtkPrintOperation *operation, const char *name);

G_END_DECLS
