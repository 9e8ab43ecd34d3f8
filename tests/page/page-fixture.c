/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "page-fixture.h"

#include <math.h>

#include "ssm-xml-read.h"

/* Of the pangram below, in em, set in Inter 4.0 beta 7. */
#define GOLDEN_WIDTH 24.23718

#define SLOP 0.06 /* points: sums of rounded widths */

SsmMap *
fixture_read_map (const char *file)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", file, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  SsmMap *map;
  char *contents;
  gsize length;

  g_file_get_contents (path, &contents, &length, &error);
  g_assert_no_error (error);
  bytes = g_bytes_new_take (contents, length);
  map = ssm_xml_read (bytes, file, NULL, &error);
  g_assert_no_error (error);
  return map;
}

static const char * const scripts[] = {
  "buyer confirmed the scope, price and risk in one written document with a date",
  "покупатель подтвердил бюджет и срок подписания договора на встрече",
  "العميل أكد الميزانية وتاريخ القرار مع صاحب القرار كتابة",
  "采购 负责人 确认了预算 和时间表 签署 合同 影响 痛点 量化",
  "購買 担当者が 予算を 確認した。 次の 手順は 決定済み",
  "👍 🎉 👨‍👩‍👧 ok ✅ 🇩🇪 done",
  "Entscheidungsprozess Wirtschaftlichkeitsbetrachtung unterschrieben cross-sell",
  "x-ray well-known non-negotiable https://example.org/a/very/long/address/without/blanks",
};

static char *
random_text (GRand *rand, guint max_chars)
{
  guint length = g_rand_int_range (rand, 0, max_chars + 1);
  GString *text = g_string_new (NULL);
  const char *script = scripts[g_rand_int_range (rand, 0, G_N_ELEMENTS (scripts))];
  g_auto (GStrv) words = g_strsplit (script, " ", -1);
  guint n_words = g_strv_length (words);

  while (g_utf8_strlen (text->str, -1) < length)
    {
      if (text->len > 0)
        g_string_append_c (text, ' ');
      g_string_append (text, words[g_rand_int_range (rand, 0, n_words)]);
    }
  return g_string_free (text, FALSE);
}

static void
set_random (GRand *rand, SsmPart *part, SsmField field, guint max_chars)
{
  g_autofree char *text = random_text (rand, max_chars);

  ssm_part_set_text (part, field, text);
}

static void
add_criteria (GRand *rand, SsmPart *stage, guint index, SsmList list, guint n,
              guint max_chars)
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *id = g_strdup_printf ("c-%u-%u-%u", index, list, i);
      SsmPart *criterion = ssm_part_new (SSM_KIND_CRITERION, id);

      set_random (rand, criterion, SSM_CRITERION_TEXT, max_chars);
      ssm_part_insert (stage, list, i, criterion);
    }
}

static SsmPart *
random_stage (GRand *rand, guint index, guint max_criteria, guint max_chars)
{
  g_autofree char *id = g_strdup_printf ("s-%u", index);
  g_autofree char *outcome = g_strdup_printf ("d-%u", index);
  SsmPart *stage = ssm_part_new (SSM_KIND_STAGE, id);

  set_random (rand, stage, SSM_STAGE_NAME, g_rand_int_range (rand, 4, 40));
  set_random (rand, stage, SSM_STAGE_DOES, MIN (max_chars, 80));
  if (g_rand_boolean (rand))
    ssm_part_set_text (stage, SSM_STAGE_OUTCOME, outcome);
  add_criteria (rand, stage, index, SSM_LIST_ENTRY,
                g_rand_int_range (rand, 0, max_criteria + 1), max_chars);
  add_criteria (rand, stage, index, SSM_LIST_EXIT,
                g_rand_int_range (rand, 0, max_criteria + 1), max_chars);
  return stage;
}

static void
add_links (GRand *rand, SsmPart *map, guint n_stages)
{
  guint n = n_stages > 0 ? g_rand_int_range (rand, 0, 5) : 0;

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *id = g_strdup_printf ("l-%u", i);
      g_autofree char *from = g_strdup_printf ("s-%d", g_rand_int_range (rand, 0, n_stages));
      g_autofree char *to = g_strdup_printf ("s-%d", g_rand_int_range (rand, 0, n_stages));
      SsmPart *link = ssm_part_new (SSM_KIND_LINK, id);

      ssm_part_set_text (link, SSM_LINK_FROM, g_rand_int_range (rand, 0, 4) ? from : "lost");
      ssm_part_set_text (link, SSM_LINK_TO, g_rand_int_range (rand, 0, 6) ? to : "nurture");
      set_random (rand, link, SSM_LINK_TEXT, 90);
      ssm_part_insert (map, SSM_LIST_LINKS, i, link);
    }
}

static void
add_definitions (GRand *rand, SsmPart *map, guint n_stages)
{
  guint shown = g_rand_int_range (rand, 0, 6);

  for (guint i = 0; i < n_stages; i++)
    {
      g_autofree char *id = g_strdup_printf ("d-%u", i);
      SsmPart *definition = ssm_part_new (SSM_KIND_DEFINITION, id);

      set_random (rand, definition, SSM_DEFINITION_TERM, 24);
      set_random (rand, definition, SSM_DEFINITION_TEXT, 160);
      ssm_part_set_text (definition, SSM_DEFINITION_ON_PAGE, i < shown ? "yes" : "no");
      ssm_part_insert (map, SSM_LIST_DEFINITIONS, i, definition);
    }
}

static SsmPart *
random_at (GRand *rand, guint stage)
{
  g_autofree char *id = g_strdup_printf ("s-%u", stage);
  SsmPart *at = ssm_part_new (SSM_KIND_AT, NULL);

  ssm_part_set_text (at, SSM_AT_STAGE, id);
  ssm_part_set_text (at, SSM_AT_ENTERED, "148");
  ssm_part_set_text (at, SSM_AT_ADVANCED, g_rand_boolean (rand) ? "92" : "148");
  ssm_part_set_text (at, SSM_AT_MEDIAN_DAYS, g_rand_boolean (rand) ? "14" : "1234.5");
  return at;
}

static void
add_reasons (GRand *rand, SsmPart *map, SsmPart *measured)
{
  guint n = g_rand_int_range (rand, 0, 10);
  gboolean counted = g_rand_boolean (rand);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *id = g_strdup_printf ("r-%u", i);
      SsmPart *reason = ssm_part_new (SSM_KIND_REASON, id);
      SsmPart *lost = ssm_part_new (SSM_KIND_LOST, NULL);

      set_random (rand, reason, SSM_REASON_TEXT, 40);
      ssm_part_insert (map, SSM_LIST_REASONS, i, reason);
      ssm_part_set_text (lost, SSM_LOST_REASON, id);
      ssm_part_set_text (lost, SSM_LOST_COUNT, counted ? "7" : "0");
      ssm_part_insert (measured, SSM_LIST_LOST, i, lost);
    }
}

static void
add_figures (GRand *rand, SsmPart *map, guint n_stages)
{
  static const char * const kinds[] = { "win-rate", "coverage", "cycle-time" };
  guint n = g_rand_int_range (rand, 0, 4);
  SsmPart *measured = ssm_part_new (SSM_KIND_MEASURED, NULL);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *id = g_strdup_printf ("q-%u", i);
      SsmPart *measure = ssm_part_new (SSM_KIND_MEASURE, id);
      SsmPart *total = ssm_part_new (SSM_KIND_TOTAL, NULL);

      ssm_part_set_text (measure, SSM_MEASURE_KIND, kinds[i]);
      ssm_part_set_text (measure, SSM_MEASURE_TARGET, "3");
      ssm_part_insert (map, SSM_LIST_MEASURES, i, measure);
      ssm_part_set_text (total, SSM_TOTAL_KIND, kinds[i]);
      ssm_part_set_text (total, SSM_TOTAL_NUMERATOR, "17");
      ssm_part_set_text (total, SSM_TOTAL_DENOMINATOR, g_rand_boolean (rand) ? "70" : "0");
      ssm_part_insert (measured, SSM_LIST_TOTALS, i, total);
    }
  add_reasons (rand, map, measured);
  ssm_part_set_text (measured, SSM_MEASURED_FROM, "2026-08-25");
  ssm_part_set_text (measured, SSM_MEASURED_AS_OF, "2026-11-23");
  for (guint i = 0; i < n_stages && g_rand_boolean (rand); i++)
    ssm_part_insert (measured, SSM_LIST_AT, i, random_at (rand, i));
  ssm_part_insert (map, SSM_LIST_MEASURED, 0, measured);
}

SsmMap *
fixture_random_map (GRand *rand, guint n_stages, guint max_criteria, guint max_chars)
{
  static const char * const languages[] = { "en", "ar", "de", "ja" };
  SsmMap *map = ssm_part_new (SSM_KIND_MAP, "m-random");

  ssm_part_set_text (map, SSM_MAP_LANGUAGE, languages[g_rand_int_range (rand, 0, 4)]);
  set_random (rand, map, SSM_MAP_TITLE, 60);
  set_random (rand, map, SSM_MAP_SUBTITLE, 120);
  for (guint i = 0; i < n_stages; i++)
    ssm_part_insert (map, SSM_LIST_STAGES, i,
                     random_stage (rand, i, max_criteria, max_chars));
  add_links (rand, map, n_stages);
  add_definitions (rand, map, n_stages);
  add_figures (rand, map, n_stages);
  return ssm_part_seal (map);
}

static gboolean
is_inside (const SsmRect *inner, const SsmRect *outer)
{
  return inner->x >= outer->x - SLOP && inner->y >= outer->y - SLOP &&
         inner->x + inner->width <= outer->x + outer->width + SLOP &&
         inner->y + inner->height <= outer->y + outer->height + SLOP;
}

static gboolean
overlap (const SsmRect *a, const SsmRect *b)
{
  return a->x + SLOP < b->x + b->width && b->x + SLOP < a->x + a->width &&
         a->y + SLOP < b->y + b->height && b->y + SLOP < a->y + a->height;
}

static gint
compare_tops (gconstpointer a, gconstpointer b)
{
  const SsmShape *left = *(const SsmShape * const *) a;
  const SsmShape *right = *(const SsmShape * const *) b;

  return left->rect.y < right->rect.y ? -1 : left->rect.y > right->rect.y;
}

static void
fail_pair (const SsmPage *page, const char *name, const char *what, const SsmShape *a,
           const char *other)
{
  g_autofree char *dump = ssm_page_dump (page);

  g_printerr ("%s\n", dump);
  g_error ("%s: “%s” %s “%s”", name, a->lines->string, what, other);
}

static void
check_texts (const SsmPage *page, const char *name)
{
  const SsmRect sheet = { 0, 0, page->width, page->height };
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();

  for (guint i = 0; i < page->shapes->len; i++)
    {
      SsmShape *shape = &g_array_index (page->shapes, SsmShape, i);

      if (shape->kind != SSM_SHAPE_TEXT)
        continue;
      if (!is_inside (&shape->rect, &sheet))
        fail_pair (page, name, "leaves", shape, "the page");
      if (shape->area >= 0 && !is_inside (&shape->rect,
                                          &ssm_page_area (page, shape->area)->rect))
        fail_pair (page, name, "leaves", shape, "its area");
      g_ptr_array_add (texts, shape);
    }
  g_ptr_array_sort (texts, compare_tops);
  for (guint i = 0; i < texts->len; i++)
    for (guint k = i + 1; k < texts->len; k++)
      {
        const SsmShape *a = g_ptr_array_index (texts, i);
        const SsmShape *b = g_ptr_array_index (texts, k);

        if (b->rect.y >= a->rect.y + a->rect.height)
          break;
        if (overlap (&a->rect, &b->rect))
          fail_pair (page, name, "overlaps", a, b->lines->string);
      }
}

static void
check_areas (const SsmPage *page, const char *name)
{
  const SsmRect sheet = { 0, 0, page->width, page->height };

  for (guint i = 0; i < page->areas->len; i++)
    {
      const SsmArea *area = ssm_page_area (page, i);
      const SsmRect *outer = area->parent < 0 ? &sheet
                             : &ssm_page_area (page, area->parent)->rect;

      g_assert_cmpint (area->parent, <, (int) i);
      g_assert_cmpuint (area->first_shape + area->n_shapes, <=, page->shapes->len);
      if (is_inside (&area->rect, outer))
        continue;
      g_printerr ("%s\n", ssm_page_dump (page));
      g_error ("%s: area %u %s leaves its parent", name, i, area->id);
    }
}

void
fixture_check_page (const SsmPage *page, const char *name)
{
  check_texts (page, name);
  check_areas (page, name);
}

gboolean
fixture_has_golden_fonts (void)
{
  const char *pangram = "Sphinx of black quartz, judge my vow: 0123456789";
  double width = ssm_text_width (ssm_text_get (pangram, SSM_FACE_TEXT, "en", FALSE));

  return g_str_equal (ssm_text_family (), "Inter") && fabs (width - GOLDEN_WIDTH) < 0.0005;
}

void
fixture_compare_golden (const SsmPage *page, const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "golden", name, NULL);
  g_autofree char *dump = ssm_page_dump (page);
  g_autofree char *golden = NULL;

  if (g_getenv ("SSM_UPDATE_GOLDEN") != NULL)
    {
      g_assert_true (g_file_set_contents (path, dump, -1, NULL));
      return;
    }
  g_assert_true (g_file_get_contents (path, &golden, NULL, NULL));
  g_assert_cmpstr (dump, ==, golden);
}
