/* SPDX-License-Identifier: GPL-3.0-or-later */

/* All about a return path, a measure of the system, or a coded reason for a lost deal. */

#pragma once

#include <gtk/gtk.h>

#include "ssm-document.h"

G_BEGIN_DECLS

#define SSM_TYPE_INSPECTOR_OTHER (ssm_inspector_other_get_type ())
G_DECLARE_FINAL_TYPE (SsmInspectorOther, ssm_inspector_other, SSM, INSPECTOR_OTHER, GtkBox)

/* A form for parts of @kind, a link, a measure or a reason. */
GtkWidget *ssm_inspector_other_new (SsmDocument *document, SsmKind kind);

/* Shows the part @id, which is of that kind, as it is now; sets only what differs. */
void ssm_inspector_other_show (SsmInspectorOther *self, const char *id);

G_END_DECLS
