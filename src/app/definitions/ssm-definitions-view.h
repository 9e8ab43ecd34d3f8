/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The words a team has agreed on: the terms at the start side, all about one of them
 * beside it, or, where there is no room for both, one after the other. */

#pragma once

#include <gtk/gtk.h>

#include "ssm-document.h"
#include "ssm-selection.h"

G_BEGIN_DECLS

#define SSM_TYPE_DEFINITIONS_VIEW (ssm_definitions_view_get_type ())
G_DECLARE_FINAL_TYPE (SsmDefinitionsView, ssm_definitions_view, SSM, DEFINITIONS_VIEW,
                      GtkWidget)

/* Signal "toast" (const char *words): a definition was deleted; the words name it. */

/* Once: from now on the view shows @document. The term it shows is the one that
 * @selection, which the views share, has selected. */
void ssm_definitions_view_follow (SsmDefinitionsView *self, SsmDocument *document,
                                  SsmSelection *selection);

/* Shows the definition of @term, a new one if there is none, to be written. */
void ssm_definitions_view_define (SsmDefinitionsView *self, const char *term);

G_END_DECLS
