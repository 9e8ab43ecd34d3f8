/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a window shows while it has no map: templates, recent maps, and work that was left
 * unsaved. Everything on it is an action of the window, so it knows no window. */

#pragma once

#include <gtk/gtk.h>

#include "ssm-recovery.h"

G_BEGIN_DECLS

#define SSM_TYPE_START_VIEW (ssm_start_view_get_type ())
G_DECLARE_FINAL_TYPE (SsmStartView, ssm_start_view, SSM, START_VIEW, GtkWidget)

/* Looks for recent maps and drafts again. */
void ssm_start_view_refresh (SsmStartView *self);

/* The draft that win.restore-draft names by @index, or NULL; owned by the view until the
 * next refresh. */
SsmDraft *ssm_start_view_get_draft (SsmStartView *self, guint index);

G_END_DECLS
