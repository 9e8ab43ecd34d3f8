/* SPDX-License-Identifier: GPL-3.0-or-later */

/* All about a return path. */

#pragma once

#include <gtk/gtk.h>

#include "ssm-document.h"

G_BEGIN_DECLS

#define SSM_TYPE_INSPECTOR_LINK (ssm_inspector_link_get_type ())
G_DECLARE_FINAL_TYPE (SsmInspectorLink, ssm_inspector_link, SSM, INSPECTOR_LINK, GtkBox)

GtkWidget *ssm_inspector_link_new (SsmDocument *document);

/* Shows the path @id as it is now; sets only what differs. */
void ssm_inspector_link_show (SsmInspectorLink *self, const char *id);

G_END_DECLS
