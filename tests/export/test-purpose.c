/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a page is for says how large it is and how sharp. */

#include "ssm-purpose.h"

#include <math.h>

#include "ssm-export.h"

#define MM (72 / 25.4)

static void
test_names (void)
{
  g_assert_cmpint (ssm_purpose_of_name ("paper"), ==, SSM_PURPOSE_PAPER);
  g_assert_cmpint (ssm_purpose_of_name ("slide"), ==, SSM_PURPOSE_SLIDE);
  g_assert_cmpint (ssm_purpose_of_name ("poster"), ==, SSM_PURPOSE_POSTER);
  g_assert_cmpint (ssm_purpose_of_name ("handout"), ==, SSM_PURPOSE_HANDOUT);
}

static void
test_page (void)
{
  SsmPageOptions plain = { 0 }, slide = { 0 }, poster = { 0 }, handout = { 0 };
  SsmPageOptions large = { .paper = "A0" }, own = { .width_mm = 200, .height_mm = 100 };

  ssm_purpose_set_page (SSM_PURPOSE_PAPER, &plain);
  g_assert_null (plain.paper);
  g_assert_cmpfloat (plain.width_mm, ==, 0);
  g_assert_false (plain.handout);
  ssm_purpose_set_page (SSM_PURPOSE_SLIDE, &slide);
  g_assert_cmpfloat_with_epsilon (slide.width_mm / slide.height_mm, 16.0 / 9, 1e-9);
  ssm_purpose_set_page (SSM_PURPOSE_POSTER, &poster);
  g_assert_cmpstr (poster.paper, ==, "A3");
  ssm_purpose_set_page (SSM_PURPOSE_HANDOUT, &handout);
  g_assert_true (handout.handout);

  /* what is asked for comes first */
  ssm_purpose_set_page (SSM_PURPOSE_POSTER, &large);
  g_assert_cmpstr (large.paper, ==, "A0");
  ssm_purpose_set_page (SSM_PURPOSE_SLIDE, &own);
  g_assert_cmpfloat (own.width_mm, ==, 200);
}

static void
test_pixels (void)
{
  static const struct
  {
    SsmPurpose purpose;
    double width, height; /* mm */
    int across, down;
  } rows[] = {
    { SSM_PURPOSE_PAPER, 297, 210, 3508, 2480 },
    { SSM_PURPOSE_HANDOUT, 215.9, 279.4, 2550, 3300 },
    { SSM_PURPOSE_SLIDE, 25.4 * 40 / 3, 190.5, 3840, 2160 },
    { SSM_PURPOSE_POSTER, 420, 297, 9921, 7016 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      double dpi = ssm_purpose_dpi (rows[i].purpose, rows[i].width * MM, rows[i].height * MM);

      g_assert_cmpint (lround (rows[i].width / 25.4 * dpi), ==, rows[i].across);
      g_assert_cmpint (lround (rows[i].height / 25.4 * dpi), ==, rows[i].down);
    }
}

/* However large the sheet, the picture is one that can be made. */
static void
test_pixels_have_a_limit (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);

  for (guint i = 0; i < 5000; i++)
    {
      double width = g_rand_double_range (rand, SSM_MIN_SHEET_MM, SSM_MAX_SHEET_MM);
      double height = g_rand_double_range (rand, SSM_MIN_SHEET_MM, SSM_MAX_SHEET_MM);
      double dpi = ssm_purpose_dpi (g_rand_int_range (rand, 0, SSM_N_PURPOSES), width * MM,
                                    height * MM);
      double across = ceil (width / 25.4 * dpi), down = ceil (height / 25.4 * dpi);

      g_assert_cmpfloat (dpi, >=, 1);
      g_assert_cmpfloat (MAX (across, down), <=, SSM_PNG_MAX_SIDE);
      g_assert_cmpfloat (across * down, <=, SSM_PNG_MAX_PIXELS);
    }
}

static void
test_source (void)
{
  g_assert_true (ssm_purpose_carries_source (SSM_PURPOSE_PAPER));
  g_assert_true (ssm_purpose_carries_source (SSM_PURPOSE_SLIDE));
  g_assert_true (ssm_purpose_carries_source (SSM_PURPOSE_POSTER));
  g_assert_false (ssm_purpose_carries_source (SSM_PURPOSE_HANDOUT));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/export/purpose/names", test_names);
  g_test_add_func ("/export/purpose/page", test_page);
  g_test_add_func ("/export/purpose/pixels", test_pixels);
  g_test_add_func ("/export/purpose/pixels-have-a-limit", test_pixels_have_a_limit);
  g_test_add_func ("/export/purpose/source", test_source);
  return g_test_run ();
}
