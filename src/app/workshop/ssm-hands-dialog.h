/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the room proposes for a list of a stage, how many hands are raised for each, and the
 * best of them kept as criteria. Before it everybody may write in silence for a while. */

#pragma once

#include <adwaita.h>

#include "ssm-document.h"

G_BEGIN_DECLS

#define SSM_TYPE_HANDS_DIALOG (ssm_hands_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SsmHandsDialog, ssm_hands_dialog, SSM, HANDS_DIALOG, AdwWindow)

/* For the stage @stage of the document's map; @silent_seconds: how long a silent round takes.
 * Shown by the caller. */
GtkWindow *ssm_hands_dialog_new (GtkWindow *parent, SsmDocument *document, const char *stage,
                                 guint silent_seconds);

G_END_DECLS
