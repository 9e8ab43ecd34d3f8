/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The map for wide and for narrow windows. Where there is room it is the page; in a narrow
 * window one stage at a time is written in a form, with the page's own properties before
 * the first, and the page is a preview that a button shows. */

#pragma once

#include <gtk/gtk.h>

#include "ssm-inspector.h"

G_BEGIN_DECLS

#define SSM_TYPE_STAGE_VIEW (ssm_stage_view_get_type ())
G_DECLARE_FINAL_TYPE (SsmStageView, ssm_stage_view, SSM, STAGE_VIEW, GtkWidget)

/* Properties: "page" (GtkWidget), what is shown where there is room. */

/* Once: from now on the view follows these. */
void ssm_stage_view_follow (SsmStageView *self, SsmDocument *document,
                            SsmSelection *selection);

/* Whether the window is narrow, and whether the form is what is seen in it. */
gboolean ssm_stage_view_get_narrow   (SsmStageView *self);
gboolean ssm_stage_view_get_has_form (SsmStageView *self);

/* In a narrow window: from the form to the page, and back. */
void ssm_stage_view_toggle_preview (SsmStageView *self);
void ssm_stage_view_show_form      (SsmStageView *self);

/* The form; owned by the view. */
SsmInspector *ssm_stage_view_get_form (SsmStageView *self);

G_END_DECLS
