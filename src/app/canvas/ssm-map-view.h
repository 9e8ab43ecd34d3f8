/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The Map view: the page on its desk, in a scrolled window, with zoom. */

#pragma once

#include <gtk/gtk.h>

#include "ssm-canvas.h"
#include "ssm-document.h"
#include "ssm-page.h"
#include "ssm-selection.h"

G_BEGIN_DECLS

#define SSM_TYPE_MAP_VIEW (ssm_map_view_get_type ())
G_DECLARE_FINAL_TYPE (SsmMapView, ssm_map_view, SSM, MAP_VIEW, GtkWidget)

/* Properties, notified: "page" (SSM_TYPE_PAGE, read only), "zoom" (double, 1 is 96 pixels
 * per inch; what is seen, also while it fits), "fit" (boolean).
 * Signals: "stepped" (): Tab took the writer to the next or previous text. "toast" (const
 * char *words): something was deleted, or could not be done whole; the words name it.
 * "properties" (): the person asks for the properties of the page.
 * Actions: map.zoom-in, map.zoom-out, map.zoom-fit. */

/* A document of its own for life; @selection is shared with the rest of the window. */
SsmMapView *ssm_map_view_new (SsmDocument *document, SsmSelection *selection);

/* The page that is shown, or NULL; owned by the view. */
SsmPage *ssm_map_view_get_page (SsmMapView *self);

/* Owned by the view: to remember its place. */
GtkScrolledWindow *ssm_map_view_get_scroller (SsmMapView *self);

/* Writes on the text @field of the part @id, with everything selected. */
void ssm_map_view_edit (SsmMapView *self, const char *id, SsmField field);

/* Selects the part, scrolls to it and gives it the focus. */
void ssm_map_view_go_to (SsmMapView *self, const char *id);

/* What is being written is in the document already; this takes the caret off the page, and
 * a criterion that stayed empty goes. Before saving, exporting and undo. */
void ssm_map_view_end_edit (SsmMapView *self);

/* The page itself; owned by the view. */
SsmCanvas *ssm_map_view_get_canvas (SsmMapView *self);

/* Zoom in steps, 50 … 400 %, about what is selected or the middle of what is seen. */
void ssm_map_view_zoom_in  (SsmMapView *self);
void ssm_map_view_zoom_out (SsmMapView *self);
void ssm_map_view_zoom_fit (SsmMapView *self);

G_END_DECLS
