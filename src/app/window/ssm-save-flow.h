/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The ways a map gets on the disk, for one document in one window: asking where to, saying
 * what went wrong, and letting a window close only when nothing would be lost. Cancelling
 * anything closes nothing. */

#pragma once

#include <gtk/gtk.h>

#include "ssm-document.h"

G_BEGIN_DECLS

typedef struct _SsmWindow SsmWindow;

#define SSM_TYPE_SAVE_FLOW (ssm_save_flow_get_type ())
G_DECLARE_FINAL_TYPE (SsmSaveFlow, ssm_save_flow, SSM, SAVE_FLOW, GObject)

SsmSaveFlow *ssm_save_flow_new (SsmWindow *window, SsmDocument *document);

/* Saves to the document's file; a document without one is asked for it. */
void ssm_save_flow_save (SsmSaveFlow *self);

/* Saves to @file, which becomes the document's. */
void ssm_save_flow_save_to (SsmSaveFlow *self, GFile *file);

/* Both ask for a file; a copy is offered a name of its own. */
void ssm_save_flow_save_as   (SsmSaveFlow *self);
void ssm_save_flow_save_copy (SsmSaveFlow *self);

/* FALSE where the person has to be asked first; the window closes then by itself, if the
 * answer allows it. */
gboolean ssm_save_flow_may_close (SsmSaveFlow *self);

/* Says so where somebody else has changed the file, and takes it back where nobody has. */
void ssm_save_flow_look_at_file (SsmSaveFlow *self);

G_END_DECLS
