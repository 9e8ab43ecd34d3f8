/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Page → file contents that carry their own source. Same page, same bytes, in every
 * locale and time zone; nothing in them but the title names a person, path or machine. */

#pragma once

#include "ssm-page.h"

G_BEGIN_DECLS

typedef struct
{
  const char *title;     /* of the document */
  const char *language;  /* BCP 47 */
  GBytes *source;        /* the map's file contents, or NULL to leave it out */
  const char *file_name; /* of the source inside a PDF, "northgate.salesmap" */
} SsmExportInfo;

/* All: (transfer full), NULL with an error in SSM_IO_ERROR. */

/* Tagged, fonts embedded, links, the source attached as a file. */
GBytes *ssm_export_pdf (const SsmPage *page, const SsmExportInfo *info, GError **error);

/* The same of several pages. @func makes them one by one, (transfer full), and returns NULL
 * behind the last. */
typedef SsmPage *(*SsmPageFunc) (guint index, gpointer data);
GBytes *ssm_export_pdf_pages (SsmPageFunc func, gpointer data, const SsmExportInfo *info,
                              GError **error);

/* Limits of a PNG: pixels a side, and of all. */
#define SSM_PNG_MAX_SIDE 16384
#define SSM_PNG_MAX_PIXELS 100e6

/* @dpi: pixels per inch, recorded in the file; the source is in an iTXt chunk. */
GBytes *ssm_export_png (const SsmPage *page, const SsmExportInfo *info, double dpi,
                        GError **error);

/* Texts as outlines, so that it looks the same everywhere; the source is in <metadata>. */
GBytes *ssm_export_svg (const SsmPage *page, const SsmExportInfo *info, GError **error);

G_END_DECLS
