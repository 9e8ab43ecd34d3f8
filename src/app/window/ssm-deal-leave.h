/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The diagnosis of the chosen deal leaves the window: as a page in a file or on paper, as
 * text on the clipboard. Without a chosen deal nothing happens. */

#pragma once

#include "ssm-window.h"

G_BEGIN_DECLS

/* Asks for a file, whose ending says the format. */
void ssm_deal_leave_export (SsmWindow *window);

void ssm_deal_leave_print (SsmWindow *window);
void ssm_deal_leave_copy  (SsmWindow *window);

G_END_DECLS
