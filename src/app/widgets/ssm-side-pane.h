/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A pane at the end of a view. In a wide window it stands beside the view, and is open or
 * not as it was left; in a narrow one it lies over the view, opens when asked for and
 * closes by Esc or a click beside it. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SSM_TYPE_SIDE_PANE (ssm_side_pane_get_type ())
G_DECLARE_FINAL_TYPE (SsmSidePane, ssm_side_pane, SSM, SIDE_PANE, GtkWidget)

/* Properties: "content", "pane" (GtkWidget), "open" (boolean, notified). */

gboolean ssm_side_pane_get_open (SsmSidePane *self);
void     ssm_side_pane_set_open (SsmSidePane *self, gboolean open);

/* Whether the keyboard is in the pane. */
gboolean ssm_side_pane_has_keyboard (SsmSidePane *self);

/* Whether the pane lies over the view. */
gboolean ssm_side_pane_get_folded (SsmSidePane *self);

/* @between: another pane stands at the start of the view. The window has to be wider then for
 * both to stand beside it; else this one gives way for as long. */
void ssm_side_pane_set_between (SsmSidePane *self, gboolean between);

G_END_DECLS
