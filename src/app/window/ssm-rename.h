/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Another name for the file of a map. */

#pragma once

#include "ssm-window.h"

G_BEGIN_DECLS

/* Asks for it; the window's document must have a file. No other file is ever replaced. */
void ssm_rename_file (SsmWindow *window);

G_END_DECLS
