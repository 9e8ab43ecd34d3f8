/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the writers of PDF, PNG and SVG share among themselves and with the reader of what
 * they wrote. */

#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

/* How the source is marked in each kind of file. */
#define SSM_PDF_SUBTYPE "application#2Fvnd.salesmap+xml"
/* What other programs leave of it, however they write "/" and "+". */
#define SSM_PDF_SUBTYPE_CORE "vnd.salesmap"
#define SSM_PNG_KEYWORD "salesmap"
#define SSM_SVG_ELEMENT "salesmap:source"
#define SSM_SVG_NAMESPACE "urn:sales-system-map:source"

/* A cairo_write_func_t that appends to the GByteArray @closure. */
cairo_status_t ssm_export_append (void *closure, const unsigned char *data,
                                  unsigned int length);

/* Finishes @surface and says whether all went well, on it and in @status, which is that of
 * the context that drew. FALSE with an error in SSM_IO_ERROR. */
gboolean ssm_export_finish (cairo_surface_t *surface, cairo_status_t status, GError **error);

/* (transfer full): @pdf with the language in its catalogue, shown by its title, without
 * dates, and with @source attached as @file_name; @source may be NULL. Done as an update
 * appended behind the file, because cairo has no call for any of it. */
GBytes *ssm_pdf_complete (GBytes *pdf, const char *title, const char *language,
                          GBytes *source, const char *file_name, GError **error);

G_END_DECLS
