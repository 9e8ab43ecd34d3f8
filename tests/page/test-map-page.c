/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The layout of the one page: pictures of it as text, and what it promises. */

#include <math.h>
#include <string.h>

#include "page-fixture.h"
#include "ssm-map-edit.h"

#define MM (72.0 / 25.4)

static void
test_golden (void)
{
  static const struct
  {
    const char *map, *paper, *orientation, *golden;
  } cases[] = {
    { "data/examples/northgate.salesmap", NULL, NULL, "northgate-a4.txt" },
    { "data/examples/northgate.salesmap", "A4", "portrait", "northgate-a4-portrait.txt" },
    { "data/examples/northgate.salesmap", "letter", "landscape", "northgate-letter.txt" },
    { "data/examples/northgate-ar.salesmap", NULL, NULL, "northgate-ar-a4.txt" },
    { "resources/templates/en/empty.salesmap", NULL, NULL, "empty-a4.txt" },
  };

  if (!fixture_has_golden_fonts ())
    {
      g_test_skip ("other fonts");
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SsmMap) map = fixture_read_map (cases[i].map);
      SsmPageOptions options = {
        .paper = cases[i].paper, .orientation = cases[i].orientation,
        .footer = "northgate.salesmap", .source_embedded = TRUE
      };
      g_autoptr (SsmPage) page = ssm_map_page_new (map, &options);

      fixture_check_page (page, cases[i].golden);
      fixture_compare_golden (page, cases[i].golden);
    }
}

static const SsmRect *
rect_of (const SsmPage *page, const char *id, SsmField field, SsmList list)
{
  int index = ssm_page_find_area (page, id, field, list);

  g_assert_cmpint (index, >=, 0);
  return &ssm_page_area (page, index)->rect;
}

/* The places of the drawing, to a millimetre. */
static void
test_drawing (void)
{
  g_autoptr (SsmMap) map = fixture_read_map ("data/examples/northgate.salesmap");
  g_autoptr (SsmPage) page = ssm_map_page_new (map, NULL);
  const SsmRect *rect;

  if (!fixture_has_golden_fonts ())
    {
      g_test_skip ("other fonts");
      return;
    }
  rect = rect_of (page, "s-sourcing", SSM_FIELD_NONE, SSM_LIST_NONE);
  g_assert_cmpfloat_with_epsilon (rect->x, 28.8 * MM, MM);
  g_assert_cmpfloat_with_epsilon (rect->y, 24.2 * MM, MM);
  g_assert_cmpfloat_with_epsilon (rect->width, 36 * MM, MM);
  rect = rect_of (page, "s-expansion", SSM_FIELD_NONE, SSM_LIST_NONE);
  g_assert_cmpfloat_with_epsilon (rect->x, (28.8 + 6 * 37.2) * MM, MM);
  rect = rect_of (page, "s-sourcing", SSM_STAGE_DOES, SSM_LIST_NONE);
  g_assert_cmpfloat_with_epsilon (rect->y, 38.7 * MM, MM);
  rect = rect_of (page, "s-sourcing", SSM_FIELD_NONE, SSM_LIST_ENTRY);
  g_assert_cmpfloat_with_epsilon (rect->y, 55.2 * MM, MM);
  g_assert_cmpfloat_with_epsilon (rect->height, 26 * MM, MM);
  rect = rect_of (page, "s-sourcing", SSM_FIELD_NONE, SSM_LIST_EXIT);
  g_assert_cmpfloat_with_epsilon (rect->y, 81.4 * MM, MM);
  rect = rect_of (page, "s-sourcing", SSM_STAGE_OUTCOME, SSM_LIST_NONE);
  g_assert_cmpfloat_with_epsilon (rect->y, 120.8 * MM, MM);
  g_assert_cmpfloat_with_epsilon (rect->height, 8.5 * MM, MM);
  g_assert_true (ssm_page_fit (page)->fits);
  g_assert_cmpfloat (ssm_page_fit (page)->body_pt, >=, 8.7);
}

/* Every text of the map that can be written has a place on the page, also when empty. */
static void
test_every_text_has_a_place (void)
{
  g_autoptr (SsmMap) map = fixture_read_map ("resources/templates/en/empty.salesmap");
  g_autoptr (SsmPage) page = ssm_map_page_new (map, NULL);
  static const SsmField of_map[] = {
    SSM_MAP_TITLE, SSM_MAP_SUBTITLE, SSM_EDITION_LABEL, SSM_EDITION_DATE,
    SSM_EDITION_OWNER, SSM_EDITION_REVIEW
  };
  static const SsmField of_stage[] = { SSM_STAGE_NAME, SSM_STAGE_DOES, SSM_STAGE_OUTCOME };

  for (guint i = 0; i < G_N_ELEMENTS (of_map); i++)
    g_assert_cmpint (ssm_page_find_area (page, ssm_part_id (map), of_map[i],
                                         SSM_LIST_NONE), >=, 0);
  for (guint i = 0; i < ssm_map_n_stages (map); i++)
    {
      const char *id = ssm_part_id (ssm_map_stage (map, i));
      int cell = ssm_page_find_area (page, id, SSM_FIELD_NONE, SSM_LIST_ENTRY);

      for (guint k = 0; k < G_N_ELEMENTS (of_stage); k++)
        g_assert_cmpint (ssm_page_find_area (page, id, of_stage[k], SSM_LIST_NONE), >=, 0);
      g_assert_cmpint (cell, >=, 0);
      g_assert_cmpstr (ssm_page_area (page, cell)->prompt, ==,
                       "What must be true to enter?");
      g_assert_cmpfloat (ssm_page_area (page, cell)->text_rect.height, >, 5);
    }
}

static const SsmArea *
area_of (const SsmPage *page, const char *id, SsmField field, SsmList list)
{
  int index = ssm_page_find_area (page, id, field, list);

  g_assert_cmpint (index, >=, 0);
  return ssm_page_area (page, (guint) index);
}

/* The number in a head begins, on a mirrored page ends, where the texts of its column do,
 * and nothing in a head comes near the tip. */
static void
check_head (const SsmPage *page, const SsmPart *stage, gboolean last)
{
  const SsmArea *column = area_of (page, ssm_part_id (stage), SSM_FIELD_NONE, SSM_LIST_NONE);
  const SsmArea *name = area_of (page, ssm_part_id (stage), SSM_STAGE_NAME, SSM_LIST_NONE);
  const SsmArea *does = area_of (page, ssm_part_id (stage), SSM_STAGE_DOES, SSM_LIST_NONE);
  const SsmShape *arrow = &g_array_index (page->shapes, SsmShape, column->first_shape);
  const SsmShape *number = arrow + 1;
  const SsmRect *words = &name->text_rect;
  double margin = ssm_page_is_rtl (page)
                    ? words->x - arrow->rect.x
                    : arrow->rect.x + arrow->rect.width - words->x - words->width;

  g_assert_cmpint (arrow->kind, ==, SSM_SHAPE_ARROW);
  g_assert_cmpint (number->kind, ==, SSM_SHAPE_TEXT);
  if (ssm_page_is_rtl (page))
    g_assert_cmpfloat_with_epsilon (number->rect.x + number->rect.width,
                                    does->text_rect.x + does->text_rect.width, 0.01);
  else
    g_assert_cmpfloat_with_epsilon (number->rect.x, does->text_rect.x, 0.01);
  g_assert_true (last || margin >= arrow->depth);
}

static void
test_heads (gconstpointer file)
{
  g_autoptr (SsmMap) map = fixture_read_map (file);
  guint n = ssm_map_n_stages (map);
  g_autoptr (SsmPage) page = ssm_map_page_new (map, NULL);

  for (guint i = 0; i < n; i++)
    check_head (page, ssm_map_stage (map, i), i + 1 == n);
}

/* What is asked of a stage stands in one line from top to bottom, and what is asked of a
 * return path has room between the ends of its line. */
static void
test_questions (void)
{
  g_autoptr (SsmMap) map = fixture_read_map ("data/examples/northgate.salesmap");
  g_autoptr (SsmMap) longer = ssm_map_with_stage_added (map, 3, "New stage", NULL);
  const char *stage = ssm_part_id (ssm_map_stage (longer, 3));
  g_autofree char *link = NULL;
  g_autoptr (SsmMap) linked
    = ssm_map_with_link_added (longer, "s-close", "s-sourcing", "", &link);
  g_autoptr (SsmPage) page = ssm_map_page_new (linked, NULL);
  double x = area_of (page, stage, SSM_STAGE_DOES, SSM_LIST_NONE)->text_rect.x;
  const SsmArea *path = area_of (page, link, SSM_LINK_TEXT, SSM_LIST_NONE);

  g_assert_cmpfloat (area_of (page, stage, SSM_FIELD_NONE, SSM_LIST_ENTRY)->text_rect.x,
                     ==, x);
  g_assert_cmpfloat (area_of (page, stage, SSM_FIELD_NONE, SSM_LIST_EXIT)->text_rect.x,
                     ==, x);
  g_assert_cmpfloat (area_of (page, stage, SSM_STAGE_OUTCOME, SSM_LIST_NONE)->text_rect.x,
                     ==, x);
  g_assert_cmpstr (path->prompt, ==, "Who goes this way, and why?");
  g_assert_cmpfloat (path->text_rect.width, >, 60);
  g_assert_cmpfloat (path->text_rect.x, >, path->rect.x);
  g_assert_cmpfloat (path->text_rect.x + path->text_rect.width, <,
                     path->rect.x + path->rect.width);
}

static void
test_no_stages (void)
{
  g_autoptr (SsmMap) map = ssm_map_new ();
  g_autoptr (SsmPage) page = ssm_map_page_new (map, NULL);
  gboolean asked = FALSE;

  fixture_check_page (page, "no stages");
  g_assert_true (ssm_page_fit (page)->fits);
  for (guint i = 0; i < ssm_page_n_areas (page); i++)
    asked |= g_str_equal (ssm_page_area (page, i)->prompt, "Stage name");
  g_assert_true (asked);
}

/* A page from right to left is the mirror image. */
static void
test_mirrored (void)
{
  g_autoptr (SsmMap) map = fixture_read_map ("data/examples/northgate-ar.salesmap");
  g_autoptr (SsmPage) page = ssm_map_page_new (map, NULL);
  const SsmRect *first = rect_of (page, "s-sourcing", SSM_FIELD_NONE, SSM_LIST_NONE);
  const SsmRect *last = rect_of (page, "s-expansion", SSM_FIELD_NONE, SSM_LIST_NONE);
  double width;

  ssm_page_get_size (page, &width, NULL);
  g_assert_true (ssm_page_is_rtl (page));
  g_assert_cmpfloat_with_epsilon (last->x, 9 * MM, 0.1);
  g_assert_cmpfloat (first->x, >, last->x);
  g_assert_cmpfloat (first->x + first->width, <, width - 27 * MM);
}

/* A map may say itself where its first stage stands, and in which font. */
static void
test_page_says (void)
{
  g_autoptr (SsmMap) map = fixture_read_map ("data/examples/northgate.salesmap");
  g_autoptr (SsmMap) turned
    = ssm_map_with_text (map, ssm_part_id (map), SSM_PAGE_DIRECTION, "rtl");
  g_autoptr (SsmMap) absent
    = ssm_map_with_text (turned, ssm_part_id (map), SSM_PAGE_FONT, "No Such Family");
  g_autoptr (SsmPage) plain = ssm_map_page_new (map, NULL);
  g_autoptr (SsmPage) page = ssm_map_page_new (turned, NULL);
  g_autoptr (SsmPage) noted = ssm_map_page_new (absent, NULL);
  const char * const *notes = ssm_page_font_notes (noted);

  g_assert_false (ssm_page_is_rtl (plain));
  g_assert_true (ssm_page_is_rtl (page));
  g_assert_cmpfloat (rect_of (page, "s-sourcing", SSM_FIELD_NONE, SSM_LIST_NONE)->x, >,
                     rect_of (page, "s-expansion", SSM_FIELD_NONE, SSM_LIST_NONE)->x);
  g_assert_nonnull (notes[0]);
  g_assert_nonnull (strstr (notes[0], "No Such Family"));
}

/* Who writes on a page asks it for its font, and not the one that was made last. */
static void
test_page_keeps_its_font (void)
{
  g_autoptr (SsmMap) map = fixture_read_map ("data/examples/northgate.salesmap");
  g_autoptr (SsmMap) other
    = ssm_map_with_text (map, ssm_part_id (map), SSM_PAGE_FONT, "DejaVu Sans");
  g_autoptr (SsmPage) page = NULL;
  g_autoptr (SsmPage) last = NULL;

  if (!fixture_has_golden_fonts ())
    {
      g_test_skip ("needs the fonts of the page");
      return;
    }
  page = ssm_map_page_new (other, NULL);
  last = ssm_map_page_new (map, NULL);
  g_assert_cmpstr (ssm_page_area (page, 1)->look.family, ==, "DejaVu Sans");
  g_assert_cmpstr (ssm_page_area (last, 1)->look.family, ==, "Inter");
}

/* Where it does not fit the page says which stage and by how much; shrinking helps. */
static void
test_too_much (void)
{
  g_autoptr (SsmMap) map = fixture_read_map ("data/examples/northgate.salesmap");
  SsmPageOptions shrink = { .shrink = TRUE };

  for (guint n = 0; n < 40; n++)
    {
      g_autoptr (SsmMap) before = g_steal_pointer (&map);
      g_autoptr (SsmPage) page = ssm_map_page_new (before, NULL);
      const SsmFit *fit = ssm_page_fit (page);

      fixture_check_page (page, "too much");
      if (!fit->fits)
        {
          g_autoptr (SsmPage) smaller = ssm_map_page_new (before, &shrink);

          g_assert_cmpint (fit->stage, ==, 3);
          g_assert_cmpuint (fit->lines_too_many, >=, 1);
          g_assert_cmpuint (fit->lines_too_many, <=, 3);
          g_assert_true (ssm_page_fit (smaller)->fits);
          g_assert_cmpfloat (ssm_page_fit (smaller)->body_pt, >=, 6.5);
          g_assert_cmpfloat (ssm_page_fit (smaller)->body_pt, <, 7.5);
          return;
        }
      map = ssm_map_with_criterion_added (before, "s-proposal", SSM_LIST_EXIT, 0,
                                          "One more thing that must be true", NULL);
    }
  g_assert_not_reached ();
}

/* Removing words never makes the rest smaller. */
static void
test_less_is_larger (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  double before = 0;

  for (guint chars = 120; chars >= 20; chars -= 20)
    {
      g_autoptr (SsmMap) map = fixture_read_map ("data/examples/northgate.salesmap");
      g_autofree char *text = g_strnfill (chars, 'x');
      g_autoptr (SsmMap) changed = NULL;
      g_autoptr (SsmPage) page = NULL;

      for (guint i = 8; i < chars; i += 8)
        text[i] = ' ';
      changed = ssm_map_with_text (map, "c-pro-out1", SSM_CRITERION_TEXT, text);
      page = ssm_map_page_new (changed, NULL);
      g_assert_cmpfloat (ssm_page_fit (page)->body_pt, >=, before - 0.01);
      before = ssm_page_fit (page)->body_pt;
    }
}

static void
test_sheets (void)
{
  static const struct
  {
    const char *paper, *orientation;
    double width_mm, height_mm;
    double width, height; /* expected, millimetres */
  } cases[] = {
    { NULL, NULL, 0, 0, 297, 210 },
    { "a3", NULL, 0, 0, 420, 297 },
    { "LETTER", "portrait", 0, 0, 215.9, 279.4 },
    { "Legal", "landscape", 0, 0, 355.6, 215.9 },
    { "A5", "portrait", 0, 0, 148, 210 },
    { NULL, NULL, 600, 100, 600, 100 },
    { NULL, NULL, 1, 99999, 50, 5000 },
  };
  g_autoptr (SsmMap) map = fixture_read_map ("data/examples/northgate.salesmap");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      SsmPageOptions options = {
        .paper = cases[i].paper, .orientation = cases[i].orientation,
        .width_mm = cases[i].width_mm, .height_mm = cases[i].height_mm
      };
      g_autoptr (SsmPage) page = ssm_map_page_new (map, &options);
      double width, height;

      ssm_page_get_size (page, &width, &height);
      g_assert_cmpfloat_with_epsilon (width, cases[i].width * MM, 0.01);
      g_assert_cmpfloat_with_epsilon (height, cases[i].height * MM, 0.01);
      fixture_check_page (page, "sheet");
    }
}

/* Each template is at least readable on both usual papers. */
static void
test_templates_fit (void)
{
  static const char * const names[] = {
    "b2b", "empty", "short", "saas", "enterprise", "services", "channel"
  };
  static const char * const papers[] = { "A4", "Letter" };

  for (guint i = 0; i < G_N_ELEMENTS (names) * G_N_ELEMENTS (papers); i++)
    {
      const char *name = names[i / G_N_ELEMENTS (papers)];
      g_autofree char *file = g_strdup_printf ("resources/templates/en/%s.salesmap", name);
      g_autoptr (SsmMap) map = fixture_read_map (file);
      SsmPageOptions options = { .paper = papers[i % G_N_ELEMENTS (papers)] };
      g_autoptr (SsmPage) page = ssm_map_page_new (map, &options);

      fixture_check_page (page, name);
      g_assert_true (ssm_page_fit (page)->fits);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/page/map-page/golden", test_golden);
  g_test_add_func ("/page/map-page/drawing", test_drawing);
  g_test_add_func ("/page/map-page/every-text-has-a-place", test_every_text_has_a_place);
  g_test_add_func ("/page/map-page/keeps-its-font", test_page_keeps_its_font);
  g_test_add_func ("/page/map-page/questions", test_questions);
  g_test_add_data_func ("/page/map-page/heads", "data/examples/northgate.salesmap",
                        test_heads);
  g_test_add_data_func ("/page/map-page/heads-mirrored",
                        "data/examples/northgate-ar.salesmap", test_heads);
  g_test_add_data_func ("/page/map-page/heads-of-long-names",
                        "resources/templates/de/enterprise.salesmap", test_heads);
  g_test_add_func ("/map-page/questions", test_questions);
  g_test_add_func ("/page/map-page/no-stages", test_no_stages);
  g_test_add_func ("/page/map-page/mirrored", test_mirrored);
  g_test_add_func ("/page/map-page/page-says", test_page_says);
  g_test_add_func ("/page/map-page/too-much", test_too_much);
  g_test_add_func ("/page/map-page/less-is-larger", test_less_is_larger);
  g_test_add_func ("/page/map-page/sheets", test_sheets);
  g_test_add_func ("/page/map-page/templates-fit", test_templates_fit);
  return g_test_run ();
}
