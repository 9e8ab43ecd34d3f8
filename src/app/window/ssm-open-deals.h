/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Opening a deal book by itself, from the file manager or the dialog: it is read together with
 * the map that it names. */

#pragma once

#include "ssm-window.h"

G_BEGIN_DECLS

/* Shows the deals of @file with their map: that of @window; else the one that lies beside it
 * or was opened lately; else the one that a person chooses. */
void ssm_open_deals (SsmWindow *window, GFile *file);

G_END_DECLS
