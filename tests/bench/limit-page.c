/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The least work that a page can be: parse the XML, lay out every text once at one size,
 * write the PDF or PNG. No fitting, no tags, no source inside. */

#include <cairo-pdf.h>
#include <libxml/parser.h>
#include <pango/pangocairo.h>
#include <png.h>
#include <string.h>

#define WIDTH 841.89
#define HEIGHT 595.28
#define COLUMN 102.0
#define DPI 300.0

typedef struct
{
  cairo_t *cr;
  PangoLayout *layout;
  double x, y;
} Pen;

static void
draw_text (Pen *pen, const char *text)
{
  int height;

  pango_layout_set_text (pen->layout, text, -1);
  pango_layout_get_size (pen->layout, NULL, &height);
  cairo_move_to (pen->cr, pen->x, pen->y);
  pango_cairo_show_layout (pen->cr, pen->layout);
  pen->y += (double) height / PANGO_SCALE;
  if (pen->y > HEIGHT)
    {
      pen->y = 0;
      pen->x += COLUMN + 4;
    }
}

static void
draw_node (Pen *pen, xmlNode *node)
{
  for (; node != NULL; node = node->next)
    {
      if (node->type == XML_TEXT_NODE && !xmlIsBlankNode (node))
        draw_text (pen, (const char *) node->content);
      draw_node (pen, node->children);
    }
}

static void
draw (cairo_t *cr, xmlDoc *doc)
{
  Pen pen = { cr, pango_cairo_create_layout (cr), 0, 0 };
  PangoFontDescription *font = pango_font_description_from_string ("Inter, Cantarell, Sans 8.7");

  pango_cairo_context_set_resolution (pango_layout_get_context (pen.layout), 72);
  pango_layout_set_font_description (pen.layout, font);
  pango_layout_set_width (pen.layout, COLUMN * PANGO_SCALE);
  draw_node (&pen, xmlDocGetRootElement (doc));
  pango_font_description_free (font);
  g_object_unref (pen.layout);
}

static void
write_pdf (xmlDoc *doc, const char *path)
{
  cairo_surface_t *surface = cairo_pdf_surface_create (path, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);

  draw (cr, doc);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

static void
pack_png (cairo_surface_t *surface, FILE *file)
{
  int width = cairo_image_surface_get_width (surface);
  int height = cairo_image_surface_get_height (surface);
  png_structp png = png_create_write_struct (PNG_LIBPNG_VER_STRING, NULL, NULL, NULL);
  png_infop info = png_create_info_struct (png);

  png_init_io (png, file);
  png_set_IHDR (png, info, width, height, 8, PNG_COLOR_TYPE_RGB, PNG_INTERLACE_NONE,
                PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
  png_set_filter (png, PNG_FILTER_TYPE_BASE, PNG_FILTER_NONE);
  png_set_compression_level (png, 1);
  png_write_info (png, info);
  png_set_bgr (png);
  png_set_filler (png, 0, PNG_FILLER_AFTER);
  for (int y = 0; y < height; y++)
    png_write_row (png, cairo_image_surface_get_data (surface)
                          + y * cairo_image_surface_get_stride (surface));
  png_write_end (png, info);
  png_destroy_write_struct (&png, &info);
}

static void
write_png (xmlDoc *doc, const char *path)
{
  double scale = DPI / 72;
  cairo_surface_t *surface = cairo_image_surface_create (
    CAIRO_FORMAT_RGB24, (int) (WIDTH * scale), (int) (HEIGHT * scale));
  cairo_t *cr = cairo_create (surface);
  FILE *file = fopen (path, "wb");

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_set_source_rgb (cr, 0, 0, 0);
  cairo_scale (cr, scale, scale);
  draw (cr, doc);
  cairo_surface_flush (surface);
  pack_png (surface, file);
  fclose (file);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

int
main (int argc, char **argv)
{
  xmlDoc *doc;

  if (argc != 3)
    return 2;
  doc = xmlReadFile (argv[1], NULL, XML_PARSE_NONET);
  if (doc == NULL)
    return 65;
  if (strstr (argv[2], ".png") != NULL)
    write_png (doc, argv[2]);
  else
    write_pdf (doc, argv[2]);
  xmlFreeDoc (doc);
  return 0;
}
