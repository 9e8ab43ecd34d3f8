/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Leaving with the map: what kind of file, on what paper, and how it will look. The
 * standard answers are chosen, so that Enter is enough. */

#pragma once

#include "ssm-window.h"

G_BEGIN_DECLS

/* Modal to @window, which must show a document. */
GtkWindow *ssm_export_dialog_new (SsmWindow *window);

G_END_DECLS
