/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What everybody leaves a workshop with: the page as PDF and as PNG, side by side, and the
 * minutes as Markdown and as PDF. */

#pragma once

#include <gio/gio.h>

#include "ssm-document.h"
#include "ssm-minutes.h"

G_BEGIN_DECLS

/* Writes all beside the map, or where documents are kept while it has no file, under the
 * title and the day; never over another file. Takes @minutes. Errors as of
 * ssm_export_job_async (). */
void ssm_workshop_end_async (SsmDocument *document, SsmMinutes *minutes,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback, gpointer data);

/* (transfer full): the PDF, or NULL. */
GFile *ssm_workshop_end_finish (GAsyncResult *result, GError **error);

/* Keeps the map as a version called "Workshop 23 Nov", and drops the proposals that are
 * decided, which the minutes have: one step. */
void ssm_workshop_end_keep_version (SsmDocument *document);

G_END_DECLS
