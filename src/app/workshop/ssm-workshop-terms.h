/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The step in which the room agrees on its shared words: a card a definition, filled with
 * what was said of the stage that it comes out of. */

#pragma once

#include <gtk/gtk.h>

#include "ssm-workshop-session.h"

G_BEGIN_DECLS

#define SSM_TYPE_WORKSHOP_TERMS (ssm_workshop_terms_get_type ())
G_DECLARE_FINAL_TYPE (SsmWorkshopTerms, ssm_workshop_terms, SSM, WORKSHOP_TERMS, GtkWidget)

GtkWidget *ssm_workshop_terms_new (SsmWorkshopSession *session);

/* Shows the definitions of the map as they are now. Where there are none, or some without a
 * text, one step that undo takes back brings in what the map says already. */
void ssm_workshop_terms_refresh (SsmWorkshopTerms *self);

G_END_DECLS
