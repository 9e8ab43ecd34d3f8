/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A line over the foot of the page that tells whoever is new what Tab does: until Tab is
 * known, or the line has been there long enough. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SSM_TYPE_TAB_HINT (ssm_tab_hint_get_type ())
G_DECLARE_FINAL_TYPE (SsmTabHint, ssm_tab_hint, SSM, TAB_HINT, GtkWidget)

/* Does nothing for somebody who knows Tab. */
void ssm_tab_hint_show (SsmTabHint *self);

/* Tab was used. */
void ssm_tab_hint_stepped (SsmTabHint *self);

G_END_DECLS
