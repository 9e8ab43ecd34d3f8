/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What everybody leaves a workshop with: the page as PDF and as PNG, side by side. */

#pragma once

#include <gio/gio.h>

#include "ssm-document.h"

G_BEGIN_DECLS

/* Writes both beside the map, or where documents are kept while it has no file, under the
 * title and the day; never over another file. Errors as of ssm_export_job_async (). */
void ssm_workshop_end_async (SsmDocument *document, GCancellable *cancellable,
                             GAsyncReadyCallback callback, gpointer data);

/* (transfer full): the PDF, or NULL. */
GFile *ssm_workshop_end_finish (GAsyncResult *result, GError **error);

/* Keeps the map as a version called "Workshop 23 Nov": one step. */
void ssm_workshop_end_keep_version (SsmDocument *document);

G_END_DECLS
