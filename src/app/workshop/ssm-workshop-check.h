/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The last steps: what is still missing, computed and never ticked by hand, each with the
 * way to where it is mended; and the end, which writes the page. */

#pragma once

#include <gtk/gtk.h>

#include "ssm-workshop-session.h"

G_BEGIN_DECLS

#define SSM_TYPE_WORKSHOP_CHECK (ssm_workshop_check_get_type ())
G_DECLARE_FINAL_TYPE (SsmWorkshopCheck, ssm_workshop_check, SSM, WORKSHOP_CHECK, GtkWidget)

GtkWidget *ssm_workshop_check_new (SsmWorkshopSession *session);

/* Looks at the map as it is now. */
void ssm_workshop_check_refresh (SsmWorkshopCheck *self);

G_END_DECLS
