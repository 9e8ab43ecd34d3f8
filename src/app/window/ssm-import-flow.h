/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From a table on the disk to the deals of a window. */

#pragma once

#include "ssm-window.h"

G_BEGIN_DECLS

/* Asks for a table. */
void ssm_import_flow_choose (SsmWindow *window);

/* Whether @file, dropped on what is seen, is meant as a table of deals. */
gboolean ssm_import_flow_takes (SsmWindow *window, GFile *file);

/* Shows what would be imported of @file. */
void ssm_import_flow_run (SsmWindow *window, GFile *file);

/* Shows the figures, of the same tables read once more. */
void ssm_import_flow_measure_again (SsmWindow *window);

G_END_DECLS
