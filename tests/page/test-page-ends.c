/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where return paths begin and end on the page. */

#include "page-fixture.h"
#include "ssm-map-edit.h"

#include <math.h>
#include <string.h>

static const SsmRect *
column (const SsmPage *page, const char *stage)
{
  int index = ssm_page_find_area (page, stage, SSM_FIELD_NONE, SSM_LIST_NONE);

  g_assert_cmpint (index, >=, 0);
  return &ssm_page_area (page, (guint) index)->rect;
}

static gboolean
is_below (SsmSpot spot, const SsmRect *rect)
{
  return spot.x > rect->x && spot.x < rect->x + rect->width
         && spot.y > rect->y + rect->height - 2 && spot.y < rect->y + rect->height + 60;
}

static void
find_ends (const SsmPage *page, const char *link, SsmSpot *from, SsmSpot *to)
{
  int index = ssm_page_find_area (page, link, SSM_FIELD_NONE, SSM_LIST_NONE);

  g_assert_cmpint (index, >=, 0);
  g_assert_true (ssm_page_link_ends (page, (guint) index, from, to));
}

/* On both kinds of page: from left to right, and mirrored. */
static void
test_ends (gconstpointer file)
{
  g_autoptr (SsmMap) map = fixture_read_map (file);
  g_autofree char *exit = NULL;
  g_autoptr (SsmMap) more
    = ssm_map_with_link_added (map, "s-close", "nurture", "Later", &exit);
  SsmPageOptions options = { .theme = SSM_THEME_COLOUR };
  g_autoptr (SsmPage) page = ssm_map_page_new (more, &options);
  SsmSpot from, to;

  find_ends (page, "l-grow", &from, &to);
  g_assert_true (is_below (from, column (page, "s-expansion")));
  g_assert_true (is_below (to, column (page, "s-discovery")));

  find_ends (page, "l-nurture", &from, &to);
  g_assert_true (is_below (to, column (page, "s-sourcing")));
  g_assert_cmpfloat (fabs (from.x - to.x), >, 40);

  find_ends (page, exit, &from, &to);
  g_assert_true (is_below (from, column (page, "s-close")));
  g_assert_cmpfloat (fabs (from.x - to.x), >, 40);
}

/* A path that leaves the map points to the name of where it leads. */
static void
test_far_end (gconstpointer file)
{
  g_autoptr (SsmMap) map = fixture_read_map (file);
  g_autofree char *exit = NULL;
  g_autoptr (SsmMap) more
    = ssm_map_with_link_added (map, "s-expansion", "nurture", "", &exit);
  SsmPageOptions options = { .theme = SSM_THEME_COLOUR };
  g_autoptr (SsmPage) before = ssm_map_page_new (map, &options);
  g_autoptr (SsmPage) page = ssm_map_page_new (more, &options);
  g_autofree char *dump = ssm_page_dump (page), *dump_before = ssm_page_dump (before);
  gboolean rtl = ssm_page_is_rtl (page);
  const char *name = rtl ? "الحفاظ على الصلة" : "Nurture";
  SsmSpot from, to;

  find_ends (page, exit, &from, &to);
  g_assert_true (is_below (from, column (page, "s-expansion")));
  g_assert_true (rtl ? to.x > from.x + 20 : to.x < from.x - 20);
  g_assert_nonnull (strstr (dump, name));
  g_assert_null (strstr (dump_before, name));
}

static void
test_only_paths_have_ends (void)
{
  g_autoptr (SsmMap) map = fixture_read_map ("data/examples/northgate.salesmap");
  SsmPageOptions options = { .theme = SSM_THEME_COLOUR };
  g_autoptr (SsmPage) page = ssm_map_page_new (map, &options);
  SsmSpot from, to;
  guint n = 0;

  for (guint i = 0; i < ssm_page_n_areas (page); i++)
    n += ssm_page_link_ends (page, i, &from, &to);
  g_assert_cmpuint (n, ==, 2);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/page/ends/far", "data/examples/northgate.salesmap",
                        test_far_end);
  g_test_add_data_func ("/page/ends/far-mirrored", "data/examples/northgate-ar.salesmap",
                        test_far_end);
  g_test_add_data_func ("/page/ends/left-to-right", "data/examples/northgate.salesmap",
                        test_ends);
  g_test_add_data_func ("/page/ends/right-to-left", "data/examples/northgate-ar.salesmap",
                        test_ends);
  g_test_add_func ("/page/ends/only-paths", test_only_paths_have_ends);
  return g_test_run ();
}
