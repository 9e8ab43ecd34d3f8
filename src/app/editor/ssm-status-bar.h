/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The line below the page: does it fit, is it complete, where am I, how large is it. All
 * of it is computed from what is shown; nothing is ticked by hand. */

#pragma once

#include <gtk/gtk.h>

#include "ssm-map-view.h"

G_BEGIN_DECLS

#define SSM_TYPE_STATUS_BAR (ssm_status_bar_get_type ())
G_DECLARE_FINAL_TYPE (SsmStatusBar, ssm_status_bar, SSM, STATUS_BAR, GtkWidget)

/* Once: from now on the bar follows these three. */
void ssm_status_bar_follow (SsmStatusBar *self, SsmDocument *document,
                            SsmSelection *selection, SsmMapView *view);

/* In a narrow window it says only what is most wanted. */
void ssm_status_bar_set_narrow (SsmStatusBar *self, gboolean narrow);

G_END_DECLS
