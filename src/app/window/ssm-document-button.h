/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The name of the map and whether it is saved, in the header bar; a click opens what can be
 * done with the document as a whole. */

#pragma once

#include <gtk/gtk.h>

#include "ssm-document.h"

G_BEGIN_DECLS

#define SSM_TYPE_DOCUMENT_BUTTON (ssm_document_button_get_type ())
G_DECLARE_FINAL_TYPE (SsmDocumentButton, ssm_document_button, SSM, DOCUMENT_BUTTON, GtkWidget)

/* Shows what @document is called and its state now; NULL: nothing. */
void ssm_document_button_show (SsmDocumentButton *self, SsmDocument *document);

G_END_DECLS
