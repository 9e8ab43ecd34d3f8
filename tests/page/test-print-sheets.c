/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Pages on real paper: nothing is cropped, whatever the printer and however many sheets. */

#include <math.h>
#include <string.h>

#include "page-fixture.h"
#include "ssm-paint.h"
#include "ssm-print-sheets.h"
#include "ssm-theme.h"

#define NEAR 1e-6

static const SsmPrintPaper a4 = { 297 * SSM_MM, 210 * SSM_MM, 0, 0, 0, 0 };

static SsmPrintPaper
a4_with_margin (double millimetres)
{
  SsmPrintPaper paper = a4;

  paper.top = paper.bottom = paper.left = paper.right = millimetres * SSM_MM;
  return paper;
}

static void
assert_printable (const SsmPrintPaper *paper, const SsmRect *rect)
{
  g_assert_cmpfloat (rect->x, >=, paper->left - NEAR);
  g_assert_cmpfloat (rect->y, >=, paper->top - NEAR);
  g_assert_cmpfloat (rect->x + rect->width, <=, paper->width - paper->right + NEAR);
  g_assert_cmpfloat (rect->y + rect->height, <=, paper->height - paper->bottom + NEAR);
}

/* Where what is at @rect of the page stands on a single sheet. */
static SsmRect
on_paper (const SsmPrintSheets *sheets, const SsmRect *rect)
{
  double x = MIN (rect->x, rect->x + rect->width);
  double y = MIN (rect->y, rect->y + rect->height);

  return (SsmRect) { sheets->area.x + x * sheets->scale, sheets->area.y + y * sheets->scale,
                     fabs (rect->width) * sheets->scale,
                     fabs (rect->height) * sheets->scale };
}

static void
assert_all_on_paper (const SsmPage *page, const SsmPrintSheets *sheets)
{
  for (guint i = 0; i < page->shapes->len; i++)
    {
      const SsmShape *shape = &g_array_index (page->shapes, SsmShape, i);
      SsmRect rect = on_paper (sheets, &shape->rect);

      assert_printable (&sheets->paper, &rect);
    }
}

static void
test_single_sheet (void)
{
  static const struct { double margin, scale; } rows[] = {
    { 0, 1 }, { 4.2, 1 }, { 5.5, 1 }, { 6.35, 0.97 }, { 12.7, 0.88 }, { 20, 0.80 },
  };
  g_autoptr (SsmMap) map = fixture_read_map ("data/examples/northgate.salesmap");
  SsmPrintPlan plan = { SSM_PRINT_MAP, SSM_THEME_COLOUR, 1, 1 };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      SsmPrintPaper paper = a4_with_margin (rows[i].margin);
      SsmPrintSheets sheets;
      g_autoptr (SsmPage) page = ssm_print_page_new (map, &plan, &paper, &sheets);

      g_assert_cmpuint (ssm_print_sheets_count (&sheets), ==, 1);
      g_assert_cmpfloat (sheets.scale, <=, 1);
      g_assert_cmpfloat (sheets.scale, >=, rows[i].scale);
      assert_all_on_paper (page, &sheets);
      if (rows[i].scale == 1)
        g_assert_cmpfloat_with_epsilon (sheets.area.x, 0, NEAR);
    }
}

/* A point of the page is seen on a sheet, and what two sheets share is wide enough. */
static void
assert_covered (const SsmPrintSheets *sheets, double width, double height)
{
  for (guint i = 0; i < ssm_print_sheets_count (sheets); i++)
    {
      SsmRect piece, place, next;

      ssm_print_sheets_get (sheets, i, &piece, &place);
      assert_printable (&sheets->paper, &place);
      g_assert_cmpfloat_with_epsilon (piece.width / piece.height,
                                      place.width / place.height, NEAR);
      if (i % sheets->columns == 0)
        g_assert_cmpfloat_with_epsilon (piece.x, 0, NEAR);
      if (i / sheets->columns == 0)
        g_assert_cmpfloat_with_epsilon (piece.y, 0, NEAR);
      if (i % sheets->columns + 1 == sheets->columns)
        g_assert_cmpfloat (piece.x + piece.width, >=, width - NEAR);
      else
        {
          ssm_print_sheets_get (sheets, i + 1, &next, &place);
          g_assert_cmpfloat (piece.x + piece.width - next.x, >=, SSM_POSTER_OVERLAP - NEAR);
        }
      if (i / sheets->columns + 1 == sheets->rows)
        g_assert_cmpfloat (piece.y + piece.height, >=, height - NEAR);
      else
        {
          ssm_print_sheets_get (sheets, i + sheets->columns, &next, &place);
          g_assert_cmpfloat (piece.y + piece.height - next.y, >=, SSM_POSTER_OVERLAP - NEAR);
        }
    }
}

static void
test_laws_of_posters (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);

  for (guint i = 0; i < 2000; i++)
    {
      SsmPrintPaper paper = {
        g_rand_double_range (rand, 90, 600) * SSM_MM,
        g_rand_double_range (rand, 90, 600) * SSM_MM,
      };
      SsmPrintSheets sheets;
      double width, height;

      paper.top = g_rand_double_range (rand, -1, 22) * SSM_MM;
      paper.bottom = g_rand_double_range (rand, -1, 22) * SSM_MM;
      paper.left = g_rand_double_range (rand, -1, 22) * SSM_MM;
      paper.right = g_rand_double_range (rand, -1, 22) * SSM_MM;
      ssm_print_sheets_poster (&sheets, &paper, g_rand_int_range (rand, 1, 11),
                               g_rand_int_range (rand, 1, 11));
      g_assert_cmpfloat (sheets.scale, ==, 1);
      ssm_print_sheets_get_size (&sheets, &width, &height);
      assert_covered (&sheets, width, height);
    }
}

static void
test_laws_of_single_sheets (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);

  for (guint i = 0; i < 40; i++)
    {
      g_autoptr (SsmMap) map = fixture_random_map (rand, g_rand_int_range (rand, 0, 11), 4, 60);
      SsmPrintPaper paper = {
        g_rand_double_range (rand, 120, 500) * SSM_MM,
        g_rand_double_range (rand, 120, 500) * SSM_MM,
      };
      SsmPrintPlan plan = { g_rand_boolean (rand) ? SSM_PRINT_MAP : SSM_PRINT_WORKSHEET,
                            g_rand_int_range (rand, 0, 3), 1, 1 };
      SsmPrintSheets sheets;
      g_autoptr (SsmPage) page = NULL;

      paper.top = g_rand_double_range (rand, 0, 20) * SSM_MM;
      paper.bottom = g_rand_double_range (rand, 0, 20) * SSM_MM;
      paper.left = g_rand_double_range (rand, 0, 20) * SSM_MM;
      paper.right = g_rand_double_range (rand, 0, 20) * SSM_MM;
      page = ssm_print_page_new (map, &plan, &paper, &sheets);
      g_assert_cmpfloat (sheets.scale, <=, 1);
      assert_all_on_paper (page, &sheets);
    }
}

/* The page of a poster is exactly what its sheets hold, and larger letters come with it. */
static void
test_poster_fills_its_sheets (void)
{
  g_autoptr (SsmMap) map = fixture_read_map ("data/examples/northgate.salesmap");
  SsmPrintPlan plan = { SSM_PRINT_POSTER, SSM_THEME_MONO, 2, 2 };
  SsmPrintSheets sheets;
  g_autoptr (SsmPage) page = ssm_print_page_new (map, &plan, &a4, &sheets);
  double width, height, sheets_width, sheets_height;

  ssm_page_get_size (page, &width, &height);
  ssm_print_sheets_get_size (&sheets, &sheets_width, &sheets_height);
  g_assert_cmpfloat_with_epsilon (width, sheets_width, 0.01);
  g_assert_cmpfloat_with_epsilon (height, sheets_height, 0.01);
  g_assert_cmpfloat (ssm_page_fit (page)->body_pt, >, 14);
  assert_covered (&sheets, width, height);
}

static void
test_marks (void)
{
  SsmPrintSheets sheets;

  ssm_print_sheets_poster (&sheets, &a4, 2, 2);
  for (guint i = 0; i < 4; i++)
    {
      g_autoptr (SsmPage) marks = ssm_print_marks_new (&sheets, i, "en");
      g_autofree char *dump = ssm_page_dump (marks);
      g_autofree char *number = g_strdup_printf ("%u / 4", i + 1);
      guint seams = 0, cuts = 0;

      g_assert_nonnull (strstr (dump, number));
      for (guint k = 0; k < marks->shapes->len; k++)
        {
          const SsmShape *shape = &g_array_index (marks->shapes, SsmShape, k);
          SsmRect rect = on_paper (&(SsmPrintSheets) { .scale = 1 }, &shape->rect);

          assert_printable (&a4, &rect);
          /* beside the piece, not on it */
          g_assert_true (rect.x + rect.width <= sheets.area.x
                         || rect.x >= sheets.area.x + sheets.area.width
                         || rect.y + rect.height <= sheets.area.y
                         || rect.y >= sheets.area.y + sheets.area.height);
          cuts += shape->kind == SSM_SHAPE_LINE && !shape->dashed;
          seams += shape->kind == SSM_SHAPE_LINE && shape->dashed;
        }
      g_assert_cmpuint (cuts, ==, 8);
      g_assert_cmpuint (seams, ==, (i % 2 == 0 ? 2 : 0) + (i < 2 ? 2 : 0));
    }
}

/* A map with too much text is printed small, and the page says what is wrong. */
static void
test_too_much_text (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);
  g_autoptr (SsmMap) map = fixture_random_map (rand, 10, 9, 90);
  SsmPrintPlan plan = { SSM_PRINT_MAP, SSM_THEME_COLOUR, 1, 1 };
  SsmPrintSheets sheets;
  g_autoptr (SsmPage) page = ssm_print_page_new (map, &plan, &a4, &sheets);
  g_autofree char *problem = ssm_fit_problem (ssm_page_fit (page));

  g_assert_nonnull (problem);
  assert_all_on_paper (page, &sheets);
}

static void
test_paint_piece (void)
{
  g_autoptr (SsmMap) map = fixture_read_map ("data/examples/northgate.salesmap");
  g_autoptr (SsmPage) page = ssm_map_page_new (map, NULL);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 100, 100);
  cairo_t *cr = cairo_create (surface);
  SsmRect piece = { 80, 60, 100, 100 }, place = { 20, 20, 50, 50 };
  gsize stride = cairo_image_surface_get_stride (surface);
  guint inside = 0;

  ssm_paint_piece (page, &piece, &place, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  for (guint y = 0; y < 100; y++)
    for (guint x = 0; x < 100; x++)
      {
        guint32 pixel = *(guint32 *) (cairo_image_surface_get_data (surface) + y * stride
                                      + x * 4);

        if (x >= 20 && x < 70 && y >= 20 && y < 70)
          inside += pixel != 0;
        else
          g_assert_cmphex (pixel, ==, 0);
      }
  g_assert_cmpuint (inside, >, 100);
  cairo_surface_destroy (surface);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/page/print-sheets/single-sheet", test_single_sheet);
  g_test_add_func ("/page/print-sheets/laws-of-posters", test_laws_of_posters);
  g_test_add_func ("/page/print-sheets/laws-of-single-sheets", test_laws_of_single_sheets);
  g_test_add_func ("/page/print-sheets/poster-fills-its-sheets",
                   test_poster_fills_its_sheets);
  g_test_add_func ("/page/print-sheets/marks", test_marks);
  g_test_add_func ("/page/print-sheets/too-much-text", test_too_much_text);
  g_test_add_func ("/page/print-sheets/paint-piece", test_paint_piece);
  return g_test_run ();
}
