/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a map says of itself: the texts at the head of the page, and its paper. Each change
 * is in the map at once and can be undone, so there is nothing to accept. */

#pragma once

#include <gtk/gtk.h>

#include "ssm-document.h"

G_BEGIN_DECLS

/* Modal to @parent. */
GtkWindow *ssm_properties_dialog_new (GtkWindow *parent, SsmDocument *document);

G_END_DECLS
