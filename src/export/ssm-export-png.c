/* SPDX-License-Identifier: GPL-3.0-or-later */

/* cairo paints, libpng packs: cairo's own writer tries every filter at the highest level
 * and takes ten times as long for a page that is mostly white. */

#include "ssm-export.h"

#include "ssm-export-private.h"
#include "ssm-io-error.h"
#include "ssm-paint.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <png.h>
#include <setjmp.h>

#define POINTS_PER_INCH 72.0
#define METRES_PER_INCH 0.0254

/* Measured on the example map at 300 dpi: letters repeat as they are, and each filter makes
 * the same letter look different on another ground. Higher levels take twice the time for
 * a sixth of the size; this one is within a twentieth of what cairo's own writer makes. */
#define LEVEL 3

typedef struct
{
  GByteArray *bytes;
  char message[128]; /* copied: libpng's own may be gone after its jump */
} Sink;

static void
write_cb (png_structp png, png_bytep data, png_size_t length)
{
  Sink *sink = png_get_io_ptr (png);

  g_byte_array_append (sink->bytes, data, length);
}

static void
flush_cb (png_structp png)
{
}

static void
failed_cb (png_structp png, png_const_charp message)
{
  Sink *sink = png_get_error_ptr (png);

  g_strlcpy (sink->message, message, sizeof sink->message);
  png_longjmp (png, 1);
}

static void
warned_cb (png_structp png, png_const_charp message)
{
}

/* White paper with the page on it, or NULL with an error. */
static cairo_surface_t *
paint_image (const SsmPage *page, int width, int height, double scale, GError **error)
{
  cairo_surface_t *surface
    = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  cairo_t *cr = cairo_create (surface);
  cairo_status_t status;

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, scale, scale);
  ssm_paint_page (page, cr);
  status = cairo_status (cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    return surface;

  ssm_export_finish (surface, status, error);
  cairo_surface_destroy (surface);
  return NULL;
}

static void
write_header (png_structp png, png_infop header, cairo_surface_t *surface, double dpi,
              const SsmExportInfo *info)
{
  guint32 per_metre = (guint32) lround (dpi / METRES_PER_INCH);
  png_text texts[2] = {
    { .compression = PNG_ITXT_COMPRESSION_NONE, .key = "Title", .text = (char *) info->title,
      .lang = (char *) info->language },
    { .compression = PNG_ITXT_COMPRESSION_NONE, .key = SSM_PNG_KEYWORD },
  };
  g_autofree char *source = NULL;
  gsize length;

  png_set_IHDR (png, header, cairo_image_surface_get_width (surface),
                cairo_image_surface_get_height (surface), 8, PNG_COLOR_TYPE_RGB,
                PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
  png_set_sRGB (png, header, PNG_sRGB_INTENT_PERCEPTUAL);
  png_set_pHYs (png, header, per_metre, per_metre, PNG_RESOLUTION_METER);
  if (info->source != NULL)
    {
      gconstpointer data = g_bytes_get_data (info->source, &length);

      source = g_strndup (data, length);
      texts[1].text = source;
    }
  png_set_text (png, header, texts, info->source != NULL ? 2 : 1);
  png_write_info (png, header);
}

/* Rows are copied because libpng may not write into them: a cairo pixel is a native 32-bit
 * word, a PNG pixel is three bytes. */
static void
write_rows (png_structp png, cairo_surface_t *surface, guint8 *row)
{
  int width = cairo_image_surface_get_width (surface);
  int stride = cairo_image_surface_get_stride (surface);
  const guint8 *data = cairo_image_surface_get_data (surface);

  for (int y = 0; y < cairo_image_surface_get_height (surface); y++)
    {
      const guint32 *pixels = (const guint32 *) (data + (gsize) y * stride);

      for (int x = 0; x < width; x++)
        {
          row[3 * x] = pixels[x] >> 16;
          row[3 * x + 1] = pixels[x] >> 8;
          row[3 * x + 2] = pixels[x];
        }
      png_write_row (png, row);
    }
}

/* All that libpng's jump for errors passes over; whoever calls owns what is made. */
static gboolean
encode (png_structp png, png_infop header, cairo_surface_t *surface, double dpi,
        const SsmExportInfo *info, Sink *sink, guint8 *row)
{
  if (setjmp (png_jmpbuf (png)) != 0)
    return FALSE;

  png_set_write_fn (png, sink, write_cb, flush_cb);
  png_set_filter (png, PNG_FILTER_TYPE_BASE, PNG_FILTER_NONE);
  png_set_compression_level (png, LEVEL);
  write_header (png, header, surface, dpi, info);
  write_rows (png, surface, row);
  png_write_end (png, header);
  return TRUE;
}

static GBytes *
pack (cairo_surface_t *surface, double dpi, const SsmExportInfo *info, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autofree guint8 *row = g_malloc (3 * (gsize) cairo_image_surface_get_width (surface));
  Sink sink = { .bytes = bytes };
  png_structp png
    = png_create_write_struct (PNG_LIBPNG_VER_STRING, &sink, failed_cb, warned_cb);
  png_infop header = png_create_info_struct (png);
  gboolean ok = encode (png, header, surface, dpi, info, &sink, row);

  png_destroy_write_struct (&png, &header);
  if (ok)
    return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));

  g_set_error (error, SSM_IO_ERROR, SSM_IO_ERROR_INTERNAL,
               _("the picture could not be packed (%s); report this, please"), sink.message);
  return NULL;
}

GBytes *
ssm_export_png (const SsmPage *page, const SsmExportInfo *info, double dpi, GError **error)
{
  double width, height, scale = dpi / POINTS_PER_INCH;
  cairo_surface_t *surface;
  GBytes *bytes;

  ssm_page_get_size (page, &width, &height);
  width = MAX (1, round (width * scale));
  height = MAX (1, round (height * scale));
  if (!(width <= SSM_PNG_MAX_SIDE && height <= SSM_PNG_MAX_SIDE
        && width * height <= SSM_PNG_MAX_PIXELS))
    {
      g_set_error (error, SSM_IO_ERROR, SSM_IO_ERROR_TOO_BIG,
                   _("The picture would be %.0f × %.0f pixels; at most %d a side and %.0f "
                     "million in all are possible. Choose fewer pixels per inch."),
                   width, height, SSM_PNG_MAX_SIDE, SSM_PNG_MAX_PIXELS / 1e6);
      return NULL;
    }

  surface = paint_image (page, (int) width, (int) height, scale, error);
  if (surface == NULL)
    return NULL;

  bytes = pack (surface, dpi, info, error);
  cairo_surface_destroy (surface);
  return bytes;
}
