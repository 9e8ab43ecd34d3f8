/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Making the file a map leaves with, in a thread that lays out a page of its own: measured
 * texts must not be shared by threads, and same map, same page. */

#pragma once

#include <gio/gio.h>

#include "ssm-export-plan.h"

G_BEGIN_DECLS

/* Replaces @file; @source_name: of the map inside. Errors in SSM_IO_ERROR, and
 * G_IO_ERROR_CANCELLED at once where it is cancelled: then nothing is written. */
void     ssm_export_job_async  (SsmMap *map, const SsmExportPlan *plan, const char *source_name,
                                GFile *file, GCancellable *cancellable,
                                GAsyncReadyCallback callback, gpointer data);
gboolean ssm_export_job_finish (GAsyncResult *result, GError **error);

G_END_DECLS
