/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Leaving with the map: what kind of file, on what paper, and how it will look. The
 * standard answers are chosen, so that Enter is enough. */

#pragma once

#include <gtk/gtk.h>

#include "ssm-document.h"

G_BEGIN_DECLS

/* Modal to @parent. Emits "exported" with the GFile that was written, and closes then. */
GtkWindow *ssm_export_dialog_new (GtkWindow *parent, SsmDocument *document);

G_END_DECLS
