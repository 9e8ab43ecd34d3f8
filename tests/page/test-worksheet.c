/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The empty worksheet: every question, no answer, and room for a pen. */

#include <string.h>

#include "page-fixture.h"
#include "ssm-resources.h"
#include "ssm-theme.h"

#define LEAST_ROOM (4.0 * SSM_MM) /* between lines to write on */

static SsmPage *
worksheet (const SsmMap *map, const char *paper, const char *orientation)
{
  SsmPageOptions options = { .paper = paper, .orientation = orientation, .handout = TRUE };

  return ssm_map_page_new (map, &options);
}

/* Lines in one cell are as far apart as letters need. */
static void
check_lines (const SsmPage *page, const SsmArea *cell)
{
  double before = -1;
  guint lines = 0;

  for (guint i = 0; i < cell->n_shapes; i++)
    {
      const SsmShape *shape = &g_array_index (page->shapes, SsmShape, cell->first_shape + i);

      if (shape->kind != SSM_SHAPE_LINE)
        continue;
      if (before >= 0)
        g_assert_cmpfloat (shape->rect.y - before, >, LEAST_ROOM);
      before = shape->rect.y;
      lines++;
    }
  g_assert_cmpuint (lines, >=, 2);
}

static void
check_worksheet (const SsmMap *map, const SsmPage *page, const char *name)
{
  g_autofree char *words = ssm_page_dump (page);
  const SsmLanguage *language = ssm_resources_words (ssm_map_language (map));

  g_assert_true (ssm_page_fit (page)->fits);
  fixture_check_page (page, name);
  g_assert_nonnull (strstr (words, ssm_language_label (language, "handout-name")));
  for (guint i = 0; i < ssm_page_n_areas (page); i++)
    {
      g_assert_cmpint (ssm_page_area (page, i)->role, !=, SSM_AREA_CRITERION);
      if (ssm_page_area (page, i)->role == SSM_AREA_LIST)
        check_lines (page, ssm_page_area (page, i));
    }
}

static void
test_templates (void)
{
  static const char * const papers[] = { "A4", "Letter" };
  static const char * const ways[] = { "landscape", "portrait" };

  for (guint i = 0; i < ssm_resources_n_templates (); i++)
    for (guint k = 0; k < G_N_ELEMENTS (papers) * G_N_ELEMENTS (ways); k++)
      {
        const char *name = ssm_resources_template_at (i).name;
        g_autofree char *file = g_strdup_printf ("resources/templates/en/%s.salesmap", name);
        g_autoptr (SsmMap) map = fixture_read_map (file);
        g_autoptr (SsmPage) page = worksheet (map, papers[k % 2], ways[k / 2]);

        check_worksheet (map, page, name);
      }
}

/* A map gives its terms to be defined, and asks about each of its blocks. */
static void
test_what_is_asked (void)
{
  g_autoptr (SsmMap) map = fixture_read_map ("data/examples/northgate.salesmap");
  g_autoptr (SsmPage) page = worksheet (map, "A4", "landscape");
  g_autofree char *words = ssm_page_dump (page);

  g_assert_nonnull (strstr (words, "What must we know"));
  g_assert_nonnull (strstr (words, "Qualified discovery"));
  g_assert_nonnull (strstr (words, "What do we all mean by it?"));
  g_assert_null (strstr (words, "Cost or impact"));
  g_assert_null (strstr (words, "Win rate"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/page/worksheet/templates", test_templates);
  g_test_add_func ("/page/worksheet/what-is-asked", test_what_is_asked);
  return g_test_run ();
}
