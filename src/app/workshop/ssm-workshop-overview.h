/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The whole map in small below the block: what was agreed so far, stage by stage. */

#pragma once

#include <gtk/gtk.h>

#include "ssm-workshop-session.h"

G_BEGIN_DECLS

#define SSM_TYPE_WORKSHOP_OVERVIEW (ssm_workshop_overview_get_type ())
G_DECLARE_FINAL_TYPE (SsmWorkshopOverview, ssm_workshop_overview, SSM, WORKSHOP_OVERVIEW,
                      GtkWidget)

SsmWorkshopOverview *ssm_workshop_overview_new (SsmWorkshopSession *session);

G_END_DECLS
