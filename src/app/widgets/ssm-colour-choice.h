/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The palette of stages as people choose from it: by number and name, never by colour
 * alone. */

#pragma once

#include <gtk/gtk.h>

#include "ssm-document.h"

G_BEGIN_DECLS

#define SSM_N_COLOURS 8

/* Lets @widget, of the style class "stage-colour", show colour @index. */
void ssm_colour_paint (GtkWidget *widget, guint index);

#define SSM_TYPE_COLOUR_CHOICE (ssm_colour_choice_get_type ())
G_DECLARE_FINAL_TYPE (SsmColourChoice, ssm_colour_choice, SSM, COLOUR_CHOICE, GtkBox)

/* Shows and sets the colour of the stage @id of @document, also after a change. */
void ssm_colour_choice_show (SsmColourChoice *self, SsmDocument *document, const char *id);

G_END_DECLS
