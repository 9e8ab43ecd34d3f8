/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the room works on: a stage with its two lists, the shared words, the self-check or
 * the end, one at a time under a band with its name and question. */

#pragma once

#include <gtk/gtk.h>

#include "ssm-workshop-session.h"

G_BEGIN_DECLS

#define SSM_TYPE_WORKSHOP_CARD (ssm_workshop_card_get_type ())
G_DECLARE_FINAL_TYPE (SsmWorkshopCard, ssm_workshop_card, SSM, WORKSHOP_CARD, GtkWidget)

SsmWorkshopCard *ssm_workshop_card_new (SsmWorkshopSession *session);

/* What stands in the band under the name. */
void ssm_workshop_card_set_question (SsmWorkshopCard *self, const char *question);

/* Gives the keyboard to where the step begins. */
gboolean ssm_workshop_card_begin (SsmWorkshopCard *self);

/* From one list to the other; FALSE where the step has no lists. */
gboolean ssm_workshop_card_switch (SsmWorkshopCard *self);

G_END_DECLS
