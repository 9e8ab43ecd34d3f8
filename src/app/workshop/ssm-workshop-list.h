/* SPDX-License-Identifier: GPL-3.0-or-later */

/* "Enter when" or "Leave when" of a stage, at the size of a projector: its criteria, and
 * below them a line for the next one. */

#pragma once

#include <gtk/gtk.h>

#include "ssm-document.h"

G_BEGIN_DECLS

#define SSM_TYPE_WORKSHOP_LIST (ssm_workshop_list_get_type ())
G_DECLARE_FINAL_TYPE (SsmWorkshopList, ssm_workshop_list, SSM, WORKSHOP_LIST, GtkWidget)

SsmWorkshopList *ssm_workshop_list_new (SsmDocument *document, SsmList list);

/* Shows @stage of the document's map as it is now; what is written stays written. */
void ssm_workshop_list_show (SsmWorkshopList *self, const SsmPart *stage);

/* Gives the keyboard to the line for the next criterion, or to that of the part @id. */
gboolean ssm_workshop_list_begin (SsmWorkshopList *self);
gboolean ssm_workshop_list_edit  (SsmWorkshopList *self, const char *id);

G_END_DECLS
