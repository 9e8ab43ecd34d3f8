/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a page answers about itself. */

#include "page-fixture.h"

static SsmPage *
northgate_page (void)
{
  g_autoptr (SsmMap) map = fixture_read_map ("data/examples/northgate.salesmap");

  return ssm_map_page_new (map, NULL);
}

static void
test_hit_finds_innermost (void)
{
  g_autoptr (SsmPage) page = northgate_page ();

  for (guint i = 0; i < ssm_page_n_areas (page); i++)
    {
      const SsmArea *area = ssm_page_area (page, i);
      int hit = ssm_page_hit (page, area->rect.x + area->rect.width / 2,
                              area->rect.y + area->rect.height / 2);
      int up = hit;

      g_assert_cmpint (hit, >=, 0);
      while (up >= 0 && up != (int) i)
        up = ssm_page_area (page, up)->parent;
      g_assert_cmpint (up, ==, i);
      if (area->role == SSM_AREA_CRITERION)
        g_assert_cmpint (hit, ==, i);
    }
  g_assert_cmpint (ssm_page_hit (page, 1, 1), ==, -1);
  g_assert_cmpint (ssm_page_hit (page, -5, 1e6), ==, -1);
}

static void
test_find_area (void)
{
  g_autoptr (SsmPage) page = northgate_page ();
  int stage = ssm_page_find_area (page, "s-discovery", SSM_FIELD_NONE, SSM_LIST_NONE);
  int name = ssm_page_find_area (page, "s-discovery", SSM_STAGE_NAME, SSM_LIST_NONE);
  int cell = ssm_page_find_area (page, "s-discovery", SSM_FIELD_NONE, SSM_LIST_EXIT);
  int criterion = ssm_page_find_area (page, "c-dis-out2", SSM_FIELD_NONE, SSM_LIST_NONE);

  g_assert_cmpint (ssm_page_area (page, stage)->role, ==, SSM_AREA_STAGE);
  g_assert_cmpint (ssm_page_area (page, name)->parent, ==, stage);
  g_assert_cmpint (ssm_page_area (page, cell)->parent, ==, stage);
  g_assert_cmpint (ssm_page_area (page, criterion)->parent, ==, cell);
  g_assert_cmpint (ssm_page_find_area (page, "c-dis-out2", SSM_CRITERION_TEXT,
                                       SSM_LIST_NONE), ==, criterion);
  g_assert_cmpint (ssm_page_find_area (page, "m-northgate", SSM_EDITION_OWNER,
                                       SSM_LIST_NONE), >, 0);
  g_assert_cmpint (ssm_page_find_area (page, "nobody", SSM_FIELD_NONE, SSM_LIST_NONE), ==,
                   -1);
}

/* Shapes of areas follow each other, and each belongs to the area that counts it. */
static void
test_shapes_of_areas (void)
{
  g_autoptr (SsmPage) page = northgate_page ();
  guint counted = 0, loose = 0;

  for (guint i = 0; i < ssm_page_n_areas (page); i++)
    {
      const SsmArea *area = ssm_page_area (page, i);

      for (guint k = 0; k < area->n_shapes; k++)
        g_assert_cmpint (g_array_index (page->shapes, SsmShape,
                                        area->first_shape + k).area, ==, i);
      counted += area->n_shapes;
    }
  for (guint i = 0; i < page->shapes->len; i++)
    loose += g_array_index (page->shapes, SsmShape, i).area < 0;
  g_assert_cmpuint (counted + loose, ==, page->shapes->len);
}

static void
test_reading_order (void)
{
  static const SsmField fields[] = { SSM_STAGE_NAME, SSM_STAGE_DOES, SSM_STAGE_OUTCOME };
  g_autoptr (SsmPage) page = northgate_page ();
  int before = ssm_page_find_area (page, "m-northgate", SSM_MAP_TITLE, SSM_LIST_NONE);
  int link, definition;

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      int area = ssm_page_find_area (page, "s-sourcing", fields[i], SSM_LIST_NONE);

      g_assert_cmpint (area, >, before);
      before = area;
    }
  g_assert_cmpint (ssm_page_find_area (page, "s-expansion", SSM_STAGE_NAME, SSM_LIST_NONE),
                   >, before);
  link = ssm_page_find_area (page, "l-grow", SSM_FIELD_NONE, SSM_LIST_NONE);
  definition = ssm_page_find_area (page, "d-lead", SSM_DEFINITION_TERM, SSM_LIST_NONE);
  g_assert_cmpint (link, >, before);
  g_assert_cmpint (definition, >, link);
}

static void
test_boxed (void)
{
  g_autoptr (SsmPage) page = northgate_page ();
  GValue value = G_VALUE_INIT;

  g_value_init (&value, SSM_TYPE_PAGE);
  g_value_set_boxed (&value, page);
  g_assert_true (g_value_get_boxed (&value) == page);
  g_value_unset (&value);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/page/page/hit-finds-innermost", test_hit_finds_innermost);
  g_test_add_func ("/page/page/find-area", test_find_area);
  g_test_add_func ("/page/page/shapes-of-areas", test_shapes_of_areas);
  g_test_add_func ("/page/page/reading-order", test_reading_order);
  g_test_add_func ("/page/page/boxed", test_boxed);
  return g_test_run ();
}
