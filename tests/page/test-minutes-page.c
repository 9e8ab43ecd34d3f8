/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Minutes on paper: all words are there, in order, inside their pages, and no heading stands
 * alone at the foot of one. With SSM_SHOW in the environment the pages are painted to
 * PNG files in that folder, to be looked at. */

#include "ssm-minutes-page.h"

#include <cairo.h>
#include <string.h>

#include "minutes-fixture.h"
#include "page-fixture.h"
#include "ssm-paint.h"

/* (transfer full): a workshop that had a lot to say. */
static SsmMinutes *
long_minutes (const char *language)
{
  g_autoptr (SsmMap) before = map_before ();
  g_autoptr (SsmMap) after = map_after (before);
  const char *stage = ssm_part_id (ssm_map_stage (before, 1));

  become (&after, ssm_map_with_text (after, ssm_part_id (after), SSM_MAP_LANGUAGE, language));
  for (guint i = 0; i < 60; i++)
    {
      g_autofree char *text = g_strdup_printf (
        "Criterion %u that is long enough to take more than one line of the page, as those of "
        "a room full of people sometimes are before somebody cuts them", i);

      become (&after, ssm_map_with_criterion_added (after, stage,
                                                    i % 2 ? SSM_LIST_EXIT : SSM_LIST_ENTRY,
                                                    G_MAXUINT, text, NULL));
    }
  return minutes_of (before, after);
}

static void
show (const SsmPage *page, const char *language, guint index)
{
  const char *folder = g_getenv ("SSM_SHOW");
  g_autofree char *name = g_strdup_printf ("minutes-%s-%u.png", language, index);
  g_autofree char *path = folder != NULL ? g_build_filename (folder, name, NULL) : NULL;
  cairo_surface_t *surface;
  cairo_t *cr;

  if (path == NULL)
    return;
  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 794, 1123);
  cr = cairo_create (surface);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, 96 / 72.0, 96 / 72.0);
  ssm_paint_page (page, cr);
  cairo_surface_write_to_png (surface, path);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

static void
check_inside (const SsmPage *page)
{
  double width, height;

  ssm_page_get_size (page, &width, &height);
  for (guint i = 0; i < ssm_page_n_areas (page); i++)
    {
      const SsmRect *rect = &ssm_page_area (page, i)->rect;

      g_assert_cmpfloat (rect->x, >=, 0);
      g_assert_cmpfloat (rect->x + rect->width, <=, width);
      g_assert_cmpfloat (rect->y + rect->height, <=, height);
    }
}

/* The last area in front of the footer. */
static void
check_foot (const SsmPage *page)
{
  guint n = ssm_page_n_areas (page);

  g_assert_cmpint (ssm_page_area (page, n - 2)->role, !=, SSM_AREA_GROUP);
}

/* (transfer full): the dumps of all pages. */
static char *
lay_out (SsmMinutes *minutes, const char *language, guint *n_pages)
{
  GString *text = g_string_new (NULL);
  SsmPage *page;

  for (*n_pages = 0; (page = ssm_minutes_page_new (*n_pages, minutes)) != NULL; *n_pages += 1)
    {
      g_autofree char *dump = ssm_page_dump (page);

      check_inside (page);
      check_foot (page);
      show (page, language, *n_pages);
      g_string_append (text, dump);
      ssm_page_unref (page);
    }

  return g_string_free (text, FALSE);
}

static void
test_short (void)
{
  g_autoptr (SsmMap) before = map_before ();
  g_autoptr (SsmMap) after = map_after (before);
  g_autoptr (SsmMinutes) minutes = minutes_of (before, after);
  g_autofree char *text = NULL;
  guint n_pages;

  text = lay_out (minutes, "short", &n_pages);
  g_assert_cmpuint (n_pages, ==, 1);
  g_assert_nonnull (strstr (text, "Minutes of the workshop"));
  g_assert_nonnull (strstr (text, "9 hands · kept"));
  g_assert_nonnull (strstr (text, "1 / 1"));
}

static void
test_long (void)
{
  static const char * const languages[] = { "en", "ar", "ja" };

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autoptr (SsmMinutes) minutes = long_minutes (languages[i]);
      g_autofree char *text = NULL;
      guint n_pages;

      text = lay_out (minutes, languages[i], &n_pages);
      g_assert_cmpuint (n_pages, >=, 3);
      for (guint k = 0; k < 60; k++)
        {
          g_autofree char *words = g_strdup_printf ("Criterion %u that", k);

          g_assert_nonnull (strstr (text, words));
        }
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/page/minutes/short", test_short);
  g_test_add_func ("/page/minutes/long", test_long);
  return g_test_run ();
}
