/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The page on its desk: one widget per area, painted from the page, with the text editor
 * and the marks of what is selected on top. It owns no truth: it shows the document's map
 * and what the selection says. */

#pragma once

#include <gtk/gtk.h>

#include "ssm-document.h"
#include "ssm-find.h"
#include "ssm-inline-editor.h"
#include "ssm-page.h"
#include "ssm-paste.h"
#include "ssm-selection.h"

G_BEGIN_DECLS

#define SSM_TYPE_CANVAS (ssm_canvas_get_type ())
G_DECLARE_FINAL_TYPE (SsmCanvas, ssm_canvas, SSM, CANVAS, GtkWidget)

/* Properties: "document" and "selection" (construct only), "zoom" (double, 1 is 96 pixels
 * per inch, 0: fit), "page" (read only, notified), "scale" (double, read only, notified:
 * the zoom that is seen, also while it fits).
 * Signals: "toast" (const char *words), "stepped" (), "properties" (), "reveal" (double x,
 * y, width, height: pixels that should be seen), "zoom-fit" (): as in ssm-map-view.h. */

GtkWidget *ssm_canvas_new (SsmDocument *document, SsmSelection *selection);

/* Owned by the canvas. */
SsmPage *ssm_canvas_get_page (SsmCanvas *self);

double ssm_canvas_get_zoom (SsmCanvas *self);
void   ssm_canvas_set_zoom (SsmCanvas *self, double zoom);

/* What is seen now; 1 is 96 pixels per inch. */
double ssm_canvas_get_scale (SsmCanvas *self);

/* The size the canvas takes at a zoom other than fit, in pixels. */
void ssm_canvas_get_size (SsmCanvas *self, double zoom, int *width, int *height);

/* Where the page begins at that zoom in a space of @width x @height pixels. */
void ssm_canvas_get_origin (SsmCanvas *self, double zoom, int width, int height, int *x,
                            int *y);

/* The middle of what is selected, in pixels of the canvas; FALSE if nothing is. */
gboolean ssm_canvas_get_selected_point (SsmCanvas *self, double *x, double *y);

/* Writes on a text of a part; on a list of a stage, on its first criterion. FALSE where the
 * page has no such place. */
gboolean ssm_canvas_edit (SsmCanvas *self, const char *id, SsmField field, SsmList list,
                          SsmCaret caret);

/* Takes the caret off the page; what was written stays. */
void ssm_canvas_end_edit (SsmCanvas *self);

/* The page as picture, table and text on the clipboard. */
void ssm_canvas_copy_page (SsmCanvas *self);

/* Brings @pasted to a point of the canvas, in pixels, as dropping does. */
void ssm_canvas_paste_at (SsmCanvas *self, const SsmPasted *pasted, double x, double y);

/* Marks what was found, SsmMatch; NULL: nothing. */
void ssm_canvas_set_found (SsmCanvas *self, const GPtrArray *matches);

/* Marks over the page, and in no picture of it, where the deal called @name is: on the stage
 * @stage, the criteria @missing being those it lacks. NULL: none. */
void ssm_canvas_set_deal (SsmCanvas *self, const char *name, const char *stage,
                          const char * const *missing);

/* Whether the page has the place of @match; selects it and brings it into sight. */
gboolean ssm_canvas_shows_match (SsmCanvas *self, const SsmMatch *match);
void     ssm_canvas_show_match  (SsmCanvas *self, const SsmMatch *match);

/* Gives the keyboard to what is selected, and to the page where nothing is: then letters
 * write nothing. */
gboolean ssm_canvas_focus_selected (SsmCanvas *self);

G_END_DECLS
