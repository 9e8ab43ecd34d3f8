/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The pane beside the page in which everything of what is selected can be seen and changed.
 * It picks the form for the kind of part that is selected; the page's own where nothing
 * is. */

#pragma once

#include <gtk/gtk.h>

#include "ssm-commands.h"
#include "ssm-document.h"
#include "ssm-selection.h"

G_BEGIN_DECLS

#define SSM_TYPE_INSPECTOR (ssm_inspector_get_type ())
G_DECLARE_FINAL_TYPE (SsmInspector, ssm_inspector, SSM, INSPECTOR, GtkWidget)

/* Signals: "toast" (const char *words): something was deleted; the words name it. "leave"
 * (): the person wants the keyboard back on the page. */

/* Once: from now on the inspector follows these. */
void ssm_inspector_follow (SsmInspector *self, SsmDocument *document,
                           SsmSelection *selection);

/* Gives the keyboard to the proof of the criterion that is selected, or else to the first
 * control. */
void ssm_inspector_edit_proof (SsmInspector *self);

/* For the forms in it. Takes @command: applies it, selects what it says, tells what was
 * deleted, and leaves the keyboard with what is selected. @widget: somewhere in it. */
void ssm_inspector_run (GtkWidget *widget, SsmCommand *command);

G_END_DECLS
