/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One text of the map at the size of a projector, written straight into the map. A line of
 * no part yet becomes a criterion with its first letter. */

#pragma once

#include <gtk/gtk.h>

#include "ssm-writing.h"

G_BEGIN_DECLS

#define SSM_TYPE_WORKSHOP_LINE (ssm_workshop_line_get_type ())
G_DECLARE_FINAL_TYPE (SsmWorkshopLine, ssm_workshop_line, SSM, WORKSHOP_LINE, GtkWidget)

/* Signals: "entered" (): Enter. "step" (int): Up (-1) or Down (1). "emptied" (): Backspace
 * in a line without text. */

/* On the text @field of the part @id; @name is what a screen reader calls it. */
GtkWidget *ssm_workshop_line_new (SsmDocument *document, const char *id, SsmField field,
                                  const char *name);

/* On a criterion that is to come at the end of a list. */
GtkWidget *ssm_workshop_line_new_criterion (SsmDocument *document, const char *stage,
                                            SsmList list, const char *name);

/* What it writes in, or NULL: nothing yet. */
const char *ssm_workshop_line_get_id (SsmWorkshopLine *self);

/* Shows the map as it is now. FALSE where its part is gone. */
gboolean ssm_workshop_line_refresh (SsmWorkshopLine *self);

/* A question about the text below it, or NULL. */
void ssm_workshop_line_set_hint (SsmWorkshopLine *self, const char *hint);

/* Whether it has the keyboard. */
gboolean ssm_workshop_line_is_written (SsmWorkshopLine *self);

G_END_DECLS
