/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a map says of itself: the texts at the head of the page, and how it is set. The
 * inspector shows it where nothing else is selected, and the window of properties. Each
 * change is in the map at once and can be undone, so there is nothing to accept. */

#pragma once

#include <gtk/gtk.h>

#include "ssm-document.h"

G_BEGIN_DECLS

#define SSM_TYPE_INSPECTOR_PAGE (ssm_inspector_page_get_type ())
G_DECLARE_FINAL_TYPE (SsmInspectorPage, ssm_inspector_page, SSM, INSPECTOR_PAGE, GtkBox)

/* Once: whose page it is. */
void ssm_inspector_page_follow (SsmInspectorPage *self, SsmDocument *document);

/* Shows the document's map as it is now; sets only what differs. */
void ssm_inspector_page_refresh (SsmInspectorPage *self);

G_END_DECLS
