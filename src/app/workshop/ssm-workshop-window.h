/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A workshop over the whole screen: one block at a time at the size of a projector, written
 * straight into the document of the window that it was started from. Leaving keeps all. */

#pragma once

#include <adwaita.h>

#include "ssm-document.h"

G_BEGIN_DECLS

#define SSM_TYPE_WORKSHOP_WINDOW (ssm_workshop_window_get_type ())
G_DECLARE_FINAL_TYPE (SsmWorkshopWindow, ssm_workshop_window, SSM, WORKSHOP_WINDOW, AdwWindow)

/* Covers @parent until it is left; shown by the caller. */
GtkWindow *ssm_workshop_window_new (GtkWindow *parent, SsmDocument *document);

SsmDocument *ssm_workshop_window_get_document (SsmWorkshopWindow *self);

G_END_DECLS
