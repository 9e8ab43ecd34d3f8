/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Making the file a map leaves with, in a thread that lays out a page of its own: measured
 * texts must not be shared by threads, and same map, same page. */

#pragma once

#include <gio/gio.h>

#include "ssm-map-page.h"

G_BEGIN_DECLS

typedef enum
{
  SSM_EXPORT_PDF,
  SSM_EXPORT_PNG,
  SSM_EXPORT_SVG,
  SSM_N_EXPORTS
} SsmExportFormat;

typedef struct
{
  SsmExportFormat format;
  const char *paper;       /* static; NULL: what the map says */
  const char *orientation; /* the same */
  SsmTheme theme;
  gboolean shrink;
  int pixels;              /* width of a PNG; 0: 300 dpi */
} SsmExportPlan;

/* ".pdf" */
const char *ssm_export_job_ending (SsmExportFormat format);

/* (transfer full): the page that comes out; @source_name stands in its footer. */
SsmPage *ssm_export_plan_page (const SsmExportPlan *plan, const SsmMap *map,
                               const char *source_name);

/* Replaces @file. Errors in SSM_IO_ERROR. */
void     ssm_export_job_async  (SsmMap *map, const SsmExportPlan *plan, const char *source_name,
                            GFile *file, GAsyncReadyCallback callback, gpointer data);
gboolean ssm_export_job_finish (GAsyncResult *result, GError **error);

G_END_DECLS
