/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Beside the block: its time, what to ask the room, and a weak and a strong example. */

#pragma once

#include <gtk/gtk.h>

#include "ssm-workshop-session.h"

G_BEGIN_DECLS

#define SSM_TYPE_WORKSHOP_SIDE (ssm_workshop_side_get_type ())
G_DECLARE_FINAL_TYPE (SsmWorkshopSide, ssm_workshop_side, SSM, WORKSHOP_SIDE, GtkWidget)

SsmWorkshopSide *ssm_workshop_side_new (SsmWorkshopSession *session);

/* The question of the step it is at, as the band under the name of the block has it. */
const char *ssm_workshop_side_get_question (SsmWorkshopSide *self);

/* Gives the keyboard to the button that starts. */
gboolean ssm_workshop_side_focus (SsmWorkshopSide *self);

G_END_DECLS
