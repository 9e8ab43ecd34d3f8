/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What `salesmap export` was asked for, checked against the limits of a sheet. */

#pragma once

#include "ssm-arguments.h"
#include "ssm-format.h"
#include "ssm-map-page.h"
#include "ssm-purpose.h"

G_BEGIN_DECLS

typedef struct
{
  SsmFormat format;
  SsmPurpose purpose;
  const char *output;  /* owned by the arguments */
  SsmPageOptions page; /* but for its footer */
  double dpi;          /* of a PNG; 0 where @width or the purpose says it */
  guint width;         /* of a PNG, in pixels; 0 where it was not given */
  gboolean with_source;
  gboolean with_ideas; /* in the source: what a workshop left open */
} SsmExportOptions;

/* FALSE with an error, whose code means nothing, where the command line is wrong. */
gboolean ssm_export_options_read (SsmExportOptions *options, const SsmArguments *arguments,
                                  GError **error);

/* The pixels per inch for a page of this size in points; FALSE with an error like above
 * where the picture would be larger than one may be. */
gboolean ssm_export_options_dpi (const SsmExportOptions *options, double width,
                                 double height, double *dpi, GError **error);

G_END_DECLS
