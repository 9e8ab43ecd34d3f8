/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A map of a newer version, to be looked at. It is no document: there is nothing here that
 * could change it, save it or keep a draft of it, so that what this program does not
 * understand cannot be lost. */

#pragma once

#include <adwaita.h>

#include "ssm-map.h"

G_BEGIN_DECLS

#define SSM_TYPE_NEWER_WINDOW (ssm_newer_window_get_type ())
G_DECLARE_FINAL_TYPE (SsmNewerWindow, ssm_newer_window, SSM, NEWER_WINDOW,
                      AdwApplicationWindow)

/* @map: what can be shown of @file. */
GtkWindow *ssm_newer_window_new (GtkApplication *application, SsmMap *map, GFile *file);

G_END_DECLS
