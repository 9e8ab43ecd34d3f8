/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Keeping versions of the map in a window, and comparing them. */

#pragma once

#include "ssm-window.h"

G_BEGIN_DECLS

/* Both need a document. The first asks for a name and keeps the map as it is, the second
 * shows the versions in the place of the map. */
void ssm_version_keep    (SsmWindow *window);
void ssm_version_compare (SsmWindow *window);

G_END_DECLS
