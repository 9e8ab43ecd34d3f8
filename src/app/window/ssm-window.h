/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One window, one document. Without a document it shows the start page; opening a map then
 * uses this window and no second one. */

#pragma once

#include <adwaita.h>

#include "ssm-deal-flow.h"
#include "ssm-editor.h"
#include "ssm-notice.h"
#include "ssm-save-flow.h"
#include "ssm-start-view.h"

G_BEGIN_DECLS

#define SSM_TYPE_WINDOW (ssm_window_get_type ())
G_DECLARE_FINAL_TYPE (SsmWindow, ssm_window, SSM, WINDOW, AdwApplicationWindow)

/* Shows the start page. */
SsmWindow *ssm_window_new (GtkApplication *application);

/* All owned by the window; those of a document are NULL on the start page. */
SsmDocument  *ssm_window_get_document  (SsmWindow *self);
SsmEditor    *ssm_window_get_editor    (SsmWindow *self);
SsmSaveFlow  *ssm_window_get_save_flow (SsmWindow *self);
SsmDealFlow  *ssm_window_get_deal_flow (SsmWindow *self);
SsmNotice    *ssm_window_get_notice    (SsmWindow *self);
SsmStartView *ssm_window_get_start     (SsmWindow *self);

/* Shows @document instead of what it shows now, which is closed: its draft stays where it
 * was never saved. NULL: the start page. */
void ssm_window_show_document (SsmWindow *self, SsmDocument *document);

/* The list of recent maps, or the kept drafts, are others now. */
void ssm_window_refresh_start (SsmWindow *self);

/* A message that goes by itself; @action, a detailed action name, behind the button called
 * @button, or both NULL. The toast belongs to the window. */
AdwToast *ssm_window_toast (SsmWindow *self, const char *words, const char *button,
                            const char *action);

/* The same for a step that was done: its button takes it back, as long as it is the last. */
void ssm_window_toast_step (SsmWindow *self, const char *words);

/* Shows @view, which has a header bar of its own, in the place of everything else; NULL: no
 * longer. Its action cover.next-pane is what F6 does meanwhile. */
void       ssm_window_cover     (SsmWindow *self, GtkWidget *view);
GtkWidget *ssm_window_get_cover (SsmWindow *self);

/* Moves the focus to the page, the inspector, the status bar, the header bar, or back. */
void ssm_window_focus_pane (SsmWindow *self, gboolean forward);

G_END_DECLS
