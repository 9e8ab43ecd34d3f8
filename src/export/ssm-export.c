/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-export.h"

#include "ssm-export-private.h"
#include "ssm-io-error.h"
#include "ssm-paint.h"

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <glib/gi18n-lib.h>
#include <string.h>

cairo_status_t
ssm_export_append (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

gboolean
ssm_export_finish (cairo_surface_t *surface, cairo_status_t status, GError **error)
{
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    return TRUE;

  g_set_error (error, SSM_IO_ERROR,
               status == CAIRO_STATUS_NO_MEMORY ? SSM_IO_ERROR_OUT_OF_MEMORY
                                                : SSM_IO_ERROR_INTERNAL,
               _("the page could not be drawn (%s); report this, please"),
               cairo_status_to_string (status));
  return FALSE;
}

typedef void (*Draw) (const SsmPage *page, cairo_t *cr);

/* Takes @surface. */
static gboolean
draw_on (cairo_surface_t *surface, const SsmPage *page, Draw draw, GError **error)
{
  cairo_t *cr = cairo_create (surface);
  cairo_status_t status;
  gboolean ok;

  draw (page, cr);
  status = cairo_status (cr);
  cairo_destroy (cr);
  ok = ssm_export_finish (surface, status, error);
  cairo_surface_destroy (surface);
  return ok;
}

/* Pages as cairo draws them, each as large as it is. The context's status. */
static cairo_status_t
draw_sheets (cairo_surface_t *surface, SsmPageFunc func, gpointer data)
{
  cairo_t *cr = cairo_create (surface);
  cairo_status_t status;

  for (guint i = 0;; i++)
    {
      g_autoptr (SsmPage) page = func (i, data);
      double width, height;

      if (page == NULL)
        break;
      ssm_page_get_size (page, &width, &height);
      cairo_pdf_surface_set_size (surface, width, height);
      ssm_paint_page_tagged (page, cr);
      cairo_show_page (cr);
    }
  status = cairo_status (cr);
  cairo_destroy (cr);
  return status;
}

/* (transfer full): bytes as cairo makes them. The date is a constant because cairo would
 * write the present one; the final document information has none. */
static GBytes *
paint_pdf (SsmPageFunc func, gpointer data, const char *title, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface =
      cairo_pdf_surface_create_for_stream (ssm_export_append, bytes, 1, 1);
  gboolean ok;

  /* Later versions pack objects into streams, which ssm-pdf-update.c does not read. */
  cairo_pdf_surface_restrict_to_version (surface, CAIRO_PDF_VERSION_1_4);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, title);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE,
                                  "1970-01-01T00:00:00Z");
  ok = ssm_export_finish (surface, draw_sheets (surface, func, data), error);
  cairo_surface_destroy (surface);
  return ok ? g_byte_array_free_to_bytes (g_steal_pointer (&bytes)) : NULL;
}

GBytes *
ssm_export_pdf_pages (SsmPageFunc func, gpointer data, const SsmExportInfo *info,
                      GError **error)
{
  g_autoptr (GBytes) painted = paint_pdf (func, data, info->title, error);

  if (painted == NULL)
    return NULL;

  return ssm_pdf_complete (painted, info->title, info->language, info->source,
                           info->file_name, error);
}

static SsmPage *
only_page (guint index, gpointer page)
{
  return index == 0 ? ssm_page_ref (page) : NULL;
}

GBytes *
ssm_export_pdf (const SsmPage *page, const SsmExportInfo *info, GError **error)
{
  return ssm_export_pdf_pages (only_page, (gpointer) page, info, error);
}

static void
draw_on_white (const SsmPage *page, cairo_t *cr)
{
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  ssm_paint_page (page, cr);
}

/* (transfer full): the SVG as cairo makes it, NUL terminated. */
static char *
paint_svg (const SsmPage *page, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  double width, height;
  cairo_surface_t *surface;

  ssm_page_get_size (page, &width, &height);
  surface = cairo_svg_surface_create_for_stream (ssm_export_append, bytes, width, height);
  cairo_svg_surface_set_document_unit (surface, CAIRO_SVG_UNIT_PT);
  if (!draw_on (surface, page, draw_on_white, error))
    return NULL;

  g_byte_array_append (bytes, (const guint8 *) "", 1);
  return (char *) g_byte_array_free (g_steal_pointer (&bytes), FALSE);
}

/* What is put behind the start tag: words for a screen reader, and the source in base 64,
 * which no tool that reformats XML can change. */
static char *
svg_metadata (const SsmExportInfo *info)
{
  g_autofree char *title = g_markup_escape_text (info->title, -1);
  g_autofree char *code = NULL;
  gconstpointer data;
  gsize length;

  if (info->source == NULL)
    return g_strdup_printf ("\n<title>%s</title>", title);

  data = g_bytes_get_data (info->source, &length);
  code = g_base64_encode (data, length);
  return g_strdup_printf ("\n<title>%s</title>\n<metadata>\n"
                          "<" SSM_SVG_ELEMENT " xmlns:salesmap=\"" SSM_SVG_NAMESPACE
                          "\">%s</" SSM_SVG_ELEMENT ">\n</metadata>",
                          title, code);
}

/* cairo names the drawing by how many surfaces this process has made so far. */
static void
append_drawing (GString *out, const char *drawing)
{
  static const char name[] = "<g id=\"surface";
  const char *found = strstr (drawing, name);

  if (found != NULL)
    {
      g_string_append_len (out, drawing, found - drawing);
      g_string_append (out, "<g id=\"page");
      drawing = found + strlen (name);
      drawing += strspn (drawing, "0123456789");
    }
  g_string_append (out, drawing);
}

GBytes *
ssm_export_svg (const SsmPage *page, const SsmExportInfo *info, GError **error)
{
  g_autofree char *svg = paint_svg (page, error);
  g_autofree char *metadata = NULL, *language = NULL;
  const char *start, *end;
  GString *out;

  if (svg == NULL)
    return NULL;

  start = strstr (svg, "<svg");
  end = start != NULL ? strchr (start, '>') : NULL;
  g_return_val_if_fail (end != NULL, NULL);

  metadata = svg_metadata (info);
  language = g_markup_escape_text (info->language, -1);
  out = g_string_new_len (svg, start + strlen ("<svg") - svg);
  g_string_append_printf (out, " xml:lang=\"%s\" role=\"img\"", language);
  g_string_append_len (out, start + strlen ("<svg"), end + 1 - start - strlen ("<svg"));
  g_string_append (out, metadata);
  append_drawing (out, end + 1);
  return g_string_free_to_bytes (out);
}
