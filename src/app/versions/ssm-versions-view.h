/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The versions kept in a map: what has changed since each, in words and on the page, and
 * the way back to it. It takes the place of the whole window until it is left. */

#pragma once

#include <gtk/gtk.h>

#include "ssm-document.h"

G_BEGIN_DECLS

#define SSM_TYPE_VERSIONS_VIEW (ssm_versions_view_get_type ())
G_DECLARE_FINAL_TYPE (SsmVersionsView, ssm_versions_view, SSM, VERSIONS_VIEW, GtkWidget)

/* Signals: "left" (): back to the map. "go-to" (const char *id): back to the map, to this
 * part. "toast" (const char *words): a step was done that undo takes back. */

SsmVersionsView *ssm_versions_view_new (SsmDocument *document);

G_END_DECLS
