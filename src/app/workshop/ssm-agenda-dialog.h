/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a workshop goes through, before it begins: its steps on or off, in which order, for
 * how long, and what to ask instead of what the program asks. Kept in a file for the next
 * one. */

#pragma once

#include <adwaita.h>

#include "ssm-workshop-session.h"

G_BEGIN_DECLS

#define SSM_TYPE_AGENDA_DIALOG (ssm_agenda_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SsmAgendaDialog, ssm_agenda_dialog, SSM, AGENDA_DIALOG, AdwWindow)

/* Every change is that of @session at once. Shown by the caller. */
GtkWindow *ssm_agenda_dialog_new (GtkWindow *parent, SsmWorkshopSession *session);

G_END_DECLS
