/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The maps of late in the menu of the Open button. */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void ssm_recent_menu_fill (AdwSplitButton *button);

/* Once: names the part of @button that opens the menu. */
void ssm_recent_menu_name (AdwSplitButton *button);

G_END_DECLS
