/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The line above: whose workshop it is, its steps, and the time that is left of it. */

#pragma once

#include <gtk/gtk.h>

#include "ssm-workshop-session.h"

G_BEGIN_DECLS

#define SSM_TYPE_WORKSHOP_HEAD (ssm_workshop_head_get_type ())
G_DECLARE_FINAL_TYPE (SsmWorkshopHead, ssm_workshop_head, SSM, WORKSHOP_HEAD, GtkWidget)

SsmWorkshopHead *ssm_workshop_head_new (SsmWorkshopSession *session);

G_END_DECLS
