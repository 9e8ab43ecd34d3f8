/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The four questions of the self-check with their answers, then what the lint found; each
 * thing that can be mended has a button that goes there. */

#pragma once

#include <gtk/gtk.h>

#include "ssm-check.h"

G_BEGIN_DECLS

#define SSM_TYPE_SELF_CHECK_POPOVER (ssm_self_check_popover_get_type ())
G_DECLARE_FINAL_TYPE (SsmSelfCheckPopover, ssm_self_check_popover, SSM, SELF_CHECK_POPOVER,
                      GtkPopover)

void ssm_self_check_popover_update (SsmSelfCheckPopover *self, const SsmSelfCheck *check,
                                    SsmMap *map);

G_END_DECLS
