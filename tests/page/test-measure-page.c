/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A measurement on its page: pictures of it as text, and what is true of every one. */

#include <string.h>

#include "page-fixture.h"
#include "ssm-measure-page.h"
#include "ssm-pipeline-builder.h"
#include "ssm-resources.h"

#define TODAY 738118 /* a Julian day */

/* A deal that came to @step so many days ago and is there yet, or is lost there. */
static void
add_deal (SsmPipelineBuilder *builder, const char *name, int step, guint days,
          SsmDealState state, const char *reason)
{
  guint deal = ssm_pipeline_builder_deal (builder, name);
  SsmInstant came = ssm_instant_of_day (TODAY - days);
  SsmPipelineDeal row = {
    .name = name, .owner = "Ines", .segment = "", .reason = reason, .currency = "EUR",
    .has_amount = TRUE, .amount = { 1000, 0 }, .state = state, .step = step,
    .since = came, .created = came,
    .closed = state == SSM_DEAL_STATE_OPEN ? SSM_INSTANT_NONE : ssm_instant_of_day (TODAY),
    .expected = SSM_INSTANT_NONE, .line = 2
  };

  ssm_pipeline_builder_set (builder, deal, &row);
  ssm_pipeline_builder_enter (builder, deal, step, came, 0);
  if (state == SSM_DEAL_STATE_LOST)
    ssm_pipeline_builder_enter (builder, deal, SSM_STEP_LOST, ssm_instant_of_day (TODAY), 1);
  if (state == SSM_DEAL_STATE_WON)
    ssm_pipeline_builder_enter (builder, deal, SSM_STEP_WON, ssm_instant_of_day (TODAY), 1);
}

static SsmPage *
page_new (const SsmMap *map, SsmPipelineBuilder *builder, const SsmPageOptions *options)
{
  g_autoptr (SsmPipeline) pipeline = ssm_pipeline_builder_finish (builder);
  SsmMeasureOptions asked
    = { .as_of = TODAY, .words = ssm_resources_words (ssm_map_language (map)),
        .has_quota = TRUE, .quota = { 100000, 0 }, .quota_currency = "EUR" };
  g_autoptr (SsmMeasure) measure = ssm_measure_new (pipeline, map, &asked);

  return ssm_measure_page_new (measure, "deals.csv", options);
}

/* Open deals within and over the limits of the example, and some that are done. */
static SsmPipelineBuilder *
drawn_new (const SsmMap *map)
{
  SsmPipelineBuilder *builder = ssm_pipeline_builder_new (map);

  add_deal (builder, "Brightline", 2, 34, SSM_DEAL_STATE_OPEN, "");
  add_deal (builder, "Dale Foods", 2, 8, SSM_DEAL_STATE_OPEN, "");
  add_deal (builder, "Alder & Finch", 3, 19, SSM_DEAL_STATE_OPEN, "");
  add_deal (builder, "Corvex", 4, 29, SSM_DEAL_STATE_OPEN, "");
  for (guint i = 0; i < 40; i++)
    {
      g_autofree char *name = g_strdup_printf ("Deal %u", i);

      add_deal (builder, name, (int) (i % 6), i % 17 + 1,
                i % 3 == 0 ? SSM_DEAL_STATE_WON : SSM_DEAL_STATE_LOST,
                i % 2 == 0 ? "Price" : "No decision");
    }
  return builder;
}

static gboolean
says (const SsmPage *page, const char *text)
{
  g_autofree char *dump = ssm_page_dump (page);
  g_autofree char *flat = g_strdelimit (g_steal_pointer (&dump), "|", ' ');

  return strstr (flat, text) != NULL;
}

static void
compare (const char *file, const char *golden)
{
  g_autoptr (SsmMap) map = fixture_read_map (file);
  g_autoptr (SsmPipelineBuilder) builder = drawn_new (map);
  g_autoptr (SsmPage) page = page_new (map, builder, NULL);

  fixture_check_page (page, golden);
  fixture_compare_golden (page, golden);
}

static void
test_golden (void)
{
  if (!fixture_has_golden_fonts ())
    {
      g_test_skip ("other fonts");
      return;
    }
  compare ("data/examples/northgate.salesmap", "measure-a4.txt");
  compare ("data/examples/northgate-ar.salesmap", "measure-ar.txt");
  compare ("resources/templates/ja/b2b.salesmap", "measure-ja.txt");
}

/* Those who do not see the chart are told each share with its two numbers, and the day. */
static void
test_labels (void)
{
  static const char *const labels[]
    = { "Proposal; Entered 28; Move on 96% (27 of 28)",
        "1 open deal; 1 over the limit: "
        "Corvex 29 d; As of " };
  g_autoptr (SsmMap) map = fixture_read_map ("data/examples/northgate.salesmap");
  g_autoptr (SsmPipelineBuilder) builder = drawn_new (map);
  g_autoptr (SsmPage) page = page_new (map, builder, NULL);
  g_autoptr (GString) all = g_string_new (NULL);

  for (guint i = 0; i < ssm_page_n_areas (page); i++)
    if (ssm_page_area (page, i)->role == SSM_AREA_MEASURE)
      {
        g_string_append_printf (all, "%s\n", ssm_page_area (page, i)->label);
        g_assert_nonnull (strstr (ssm_page_area (page, i)->label, "As of "));
      }
  g_test_message ("%s", all->str);
  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    g_assert_nonnull (strstr (all->str, labels[i]));
  g_assert_nonnull (strstr (all->str, "Win rate 35%; target 25%; 14 of 40; As of "));
}

static void
test_words (void)
{
  static const char *const texts[] = { "“Measurement”", "“Brightline 34 d”", "“limit 21”",
                                       "“Corvex 29 d”", "“deals.csv”", "“Price”" };
  g_autoptr (SsmMap) map = fixture_read_map ("data/examples/northgate.salesmap");
  g_autoptr (SsmPipelineBuilder) builder = drawn_new (map);
  g_autoptr (SsmPage) page = page_new (map, builder, NULL);
  double width, height;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_test_message ("%s", texts[i]);
      g_assert_true (says (page, texts[i]));
    }
  ssm_page_get_size (page, &width, &height);
  g_assert_cmpfloat (width, >, height);
  g_assert_true (ssm_page_fit (page)->fits);
}

static void
test_none (void)
{
  g_autoptr (SsmMap) map = fixture_read_map ("data/examples/northgate.salesmap");
  g_autoptr (SsmPipelineBuilder) builder = ssm_pipeline_builder_new (map);
  g_autoptr (SsmPage) page = page_new (map, builder, NULL);

  fixture_check_page (page, "none");
  g_assert_true (says (page, "“nothing closed yet”"));
  g_assert_true (says (page, "“No open deal is over its limit.”"));
}

/* A share of three is marked as one of few, and held against no goal. */
static void
test_few (void)
{
  g_autoptr (SsmMap) map = fixture_read_map ("data/examples/northgate.salesmap");
  g_autoptr (SsmPipelineBuilder) builder = ssm_pipeline_builder_new (map);
  g_autoptr (SsmPage) page = NULL;

  add_deal (builder, "One", 0, 3, SSM_DEAL_STATE_OPEN, "");
  add_deal (builder, "Two", 1, 5, SSM_DEAL_STATE_WON, "");
  add_deal (builder, "Three", 1, 9, SSM_DEAL_STATE_LOST, "Price");
  page = page_new (map, builder, NULL);
  fixture_check_page (page, "three");
  g_assert_true (says (page, "“2 of 3, few”"));
  g_assert_false (says (page, "“goal 25%”"));
}

/* As many signs as there is room for, three names, and how many more. */
static void
test_many (void)
{
  g_autoptr (SsmMap) map = fixture_read_map ("data/examples/northgate.salesmap");
  g_autoptr (SsmPipelineBuilder) builder = ssm_pipeline_builder_new (map);
  g_autoptr (SsmPage) page = NULL;
  guint n = 20000;

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = g_strdup_printf ("Deal %u", i);

      add_deal (builder, name, (int) (i % 6), i % 400, SSM_DEAL_STATE_OPEN, "");
    }
  page = page_new (map, builder, NULL);
  fixture_check_page (page, "many");
  g_assert_true (says (page, " more”"));
  g_assert_cmpuint (page->shapes->len, <, 1200);
}

/* Whatever the map and the deals: no text leaves its place, and none lies over another. */
static void
test_laws (void)
{
  static const char * const papers[] = { "A4", "letter", "A3", "A5" };

  for (guint seed = 0; seed < 40; seed++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      guint n = (guint) g_rand_int_range (rand, 0, seed % 10 == 0 ? 40 : 10);
      g_autoptr (SsmMap) map = fixture_random_map (rand, n, 2, 60);
      g_autoptr (SsmPipelineBuilder) builder = ssm_pipeline_builder_new (map);
      SsmPageOptions options = { .paper = papers[seed % 4], .theme = seed % 3 };
      g_autoptr (SsmPage) page = NULL;
      g_autofree char *called = g_strdup_printf ("seed %u", seed);

      for (guint i = 0; n > 0 && i < seed * 3; i++)
        {
          g_autofree char *name = g_strdup_printf ("Wirtschaftsdatenbank %u\n", i);

          add_deal (builder, name, g_rand_int_range (rand, 0, (int) n),
                    (guint) g_rand_int_range (rand, 0, 500),
                    (SsmDealState) g_rand_int_range (rand, 0, 3), name);
        }
      page = page_new (map, builder, &options);
      fixture_check_page (page, called);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/measure-page/golden", test_golden);
  g_test_add_func ("/measure-page/labels", test_labels);
  g_test_add_func ("/measure-page/words", test_words);
  g_test_add_func ("/measure-page/none", test_none);
  g_test_add_func ("/measure-page/few", test_few);
  g_test_add_func ("/measure-page/many", test_many);
  g_test_add_func ("/measure-page/laws", test_laws);
  return g_test_run ();
}
