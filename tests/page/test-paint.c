/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One painter: area by area, at once or with tags, it is the same picture. */

#include <cairo-pdf.h>
#include <string.h>

#include "page-fixture.h"
#include "ssm-paint.h"

#define SCALE 2.0

static cairo_surface_t *
white_sheet (const SsmPage *page)
{
  double width, height;
  cairo_surface_t *surface;
  cairo_t *cr;

  ssm_page_get_size (page, &width, &height);
  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width * SCALE, height * SCALE);
  cr = cairo_create (surface);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_destroy (cr);
  return surface;
}

static void
assert_same_picture (cairo_surface_t *a, cairo_surface_t *b)
{
  gsize size = (gsize) cairo_image_surface_get_stride (a)
               * cairo_image_surface_get_height (a);

  cairo_surface_flush (a);
  cairo_surface_flush (b);
  g_assert_cmpmem (cairo_image_surface_get_data (a), size,
                   cairo_image_surface_get_data (b), size);
}

static void
test_areas_make_the_page (void)
{
  for (guint seed = 1; seed <= 3; seed++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      g_autoptr (SsmMap) map = fixture_random_map (rand, 7, 3, 40);
      g_autoptr (SsmPage) page = ssm_map_page_new (map, NULL);
      cairo_surface_t *whole = white_sheet (page);
      cairo_surface_t *parts = white_sheet (page);
      cairo_t *cr = cairo_create (whole);

      cairo_scale (cr, SCALE, SCALE);
      ssm_paint_page (page, cr);
      cairo_destroy (cr);
      cr = cairo_create (parts);
      cairo_scale (cr, SCALE, SCALE);
      ssm_paint_background (page, cr);
      for (guint i = 0; i < ssm_page_n_areas (page); i++)
        ssm_paint_area (page, i, cr);
      cairo_destroy (cr);
      assert_same_picture (whole, parts);
      cairo_surface_destroy (whole);
      cairo_surface_destroy (parts);
    }
}

static cairo_status_t
append_bytes (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static GByteArray *
tagged_pdf (const SsmPage *page)
{
  GByteArray *pdf = g_byte_array_new ();
  double width, height;
  cairo_surface_t *surface;
  cairo_t *cr;

  ssm_page_get_size (page, &width, &height);
  surface = cairo_pdf_surface_create_for_stream (append_bytes, pdf, width, height);
  cr = cairo_create (surface);
  ssm_paint_page_tagged (page, cr);
  g_assert_cmpstr (cairo_status_to_string (cairo_status (cr)), ==, "no error has occurred");
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
  cairo_surface_destroy (surface);
  return pdf;
}

static gboolean
holds (const GByteArray *bytes, const char *word)
{
  return memmem (bytes->data, bytes->len, word, strlen (word)) != NULL;
}

static void
test_tags (void)
{
  static const char * const tags[] = {
    "/Document", "/Sect", "/H1", "/H2", "/H3", "/L", "/LI", "/LBody", "/P", "/Link"
  };
  g_autoptr (SsmMap) map = fixture_read_map ("data/examples/northgate.salesmap");
  g_autoptr (SsmPage) page = ssm_map_page_new (map, NULL);
  g_autoptr (GByteArray) pdf = tagged_pdf (page);

  for (guint i = 0; i < G_N_ELEMENTS (tags); i++)
    {
      g_autofree char *entry = g_strconcat ("/S ", tags[i], "\n", NULL);

      g_assert_true (holds (pdf, entry));
    }
}

static void
test_tags_of_any_map (void)
{
  for (guint seed = 1; seed <= 6; seed++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      g_autoptr (SsmMap) map = fixture_random_map (rand, seed * 2, 3, 40);
      g_autoptr (SsmPage) page = ssm_map_page_new (map, NULL);
      g_autoptr (GByteArray) pdf = tagged_pdf (page);

      g_assert_cmpuint (pdf->len, >, 1000);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/page/paint/areas-make-the-page", test_areas_make_the_page);
  g_test_add_func ("/page/paint/tags", test_tags);
  g_test_add_func ("/page/paint/tags-of-any-map", test_tags_of_any_map);
  return g_test_run ();
}
