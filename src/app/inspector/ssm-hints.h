/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the lint says about a stage, what is selected first, each with the button that mends
 * it where one can. */

#pragma once

#include <gtk/gtk.h>

#include "ssm-document.h"

G_BEGIN_DECLS

#define SSM_TYPE_HINTS (ssm_hints_get_type ())
G_DECLARE_FINAL_TYPE (SsmHints, ssm_hints, SSM, HINTS, GtkBox)

/* @selected: a criterion of @stage, or "". */
void ssm_hints_show (SsmHints *self, SsmDocument *document, const char *stage,
                     const char *selected);

G_END_DECLS
