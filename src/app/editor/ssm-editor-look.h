/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How a map is looked at, kept from one time to the next: view, inspector, zoom and scroll
 * position. Maps without a file begin fitted. */

#pragma once

#include "ssm-editor.h"

G_BEGIN_DECLS

/* Once, for an editor that was just made. */
void ssm_editor_look_restore (SsmEditor *editor);

void ssm_editor_look_remember (SsmEditor *editor);

G_END_DECLS
