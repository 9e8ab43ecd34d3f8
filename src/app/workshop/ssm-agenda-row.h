/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A step of an agenda in the list of them. */

#pragma once

#include <gtk/gtk.h>

#include "ssm-agenda.h"

G_BEGIN_DECLS

#define SSM_TYPE_AGENDA_ROW (ssm_agenda_row_get_type ())
G_DECLARE_FINAL_TYPE (SsmAgendaRow, ssm_agenda_row, SSM, AGENDA_ROW, GtkListBoxRow)

/* Signals: "edited" (): what follows is to be asked anew. "moved" (int): up (-1) or down
 * (1). */

GtkWidget *ssm_agenda_row_new (const SsmMap *map, const SsmPart *step);

gboolean ssm_agenda_row_is_on       (SsmAgendaRow *self);
guint    ssm_agenda_row_get_seconds (SsmAgendaRow *self);

/* (transfer full): one a line. */
char *ssm_agenda_row_get_prompts (SsmAgendaRow *self);

G_END_DECLS
