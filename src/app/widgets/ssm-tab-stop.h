/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is in it is one stop of Tab, and arrows lead from row to row: for lists in which one
 * chooses. GTK 4.8 would go on by Tab to each row of them. */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define SSM_TYPE_TAB_STOP (ssm_tab_stop_get_type ())
G_DECLARE_FINAL_TYPE (SsmTabStop, ssm_tab_stop, SSM, TAB_STOP, AdwBin)

G_END_DECLS
