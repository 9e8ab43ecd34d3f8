/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whatever is written in a map, its page is one page on which nothing overlaps. */

#include <stdlib.h>

#include "page-fixture.h"

static const char * const papers[] = { "A4", "Letter", "A3", "A5", "Legal" };

static void
random_sheet (GRand *rand, SsmPageOptions *options)
{
  if (g_rand_int_range (rand, 0, 6) == 0)
    {
      options->width_mm = g_rand_double_range (rand, 50, 900);
      options->height_mm = g_rand_double_range (rand, 50, 900);
      return;
    }
  options->paper = papers[g_rand_int_range (rand, 0, G_N_ELEMENTS (papers))];
  options->orientation = g_rand_boolean (rand) ? "landscape" : "portrait";
}

static void
check_fit (const SsmPage *page, const SsmMap *map, const SsmPageOptions *options,
           const char *name)
{
  const SsmFit *fit = ssm_page_fit (page);
  double floor = options->shrink ? 6.49 : 6.99;

  if (fit->fits)
    {
      g_assert_cmpfloat (fit->body_pt, >=, options->shrink ? 6.5 : 7.5);
      if (fit->smallest_pt < floor)
        {
          g_autofree char *dump = ssm_page_dump (page);

          g_error ("%s: a text is too small\n%s", name, dump);
        }
      g_assert_cmpint (fit->stage, ==, -1);
      return;
    }
  if (ssm_map_n_stages (map) == 0)
    return;
  g_assert_cmpint (fit->stage, >=, 0);
  g_assert_cmpint (fit->stage, <, (int) ssm_map_n_stages (map));
  g_assert_cmpuint (fit->lines_too_many, >, 0);
}

static void
check_seed (guint seed)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autofree char *name = g_strdup_printf ("seed %u", seed);
  gboolean small = g_rand_int_range (rand, 0, 3) > 0;
  guint n_stages = g_rand_int_range (rand, seed % 50 == 0 ? 0 : 1, small ? 11 : 41);
  guint max_criteria = small ? g_rand_int_range (rand, 0, 5) : g_rand_int_range (rand, 0, 13);
  guint max_chars = small ? g_rand_int_range (rand, 1, 60) : g_rand_int_range (rand, 1, 301);
  g_autoptr (SsmMap) map = fixture_random_map (rand, n_stages, max_criteria, max_chars);
  SsmPageOptions options = { .footer = "random.salesmap", .source_embedded = TRUE };
  g_autoptr (SsmPage) page = NULL;

  random_sheet (rand, &options);
  options.theme = g_rand_int_range (rand, 0, 3);
  options.shrink = g_rand_boolean (rand);
  options.handout = g_rand_int_range (rand, 0, 10) == 0;
  page = ssm_map_page_new (map, &options);
  fixture_check_page (page, name);
  check_fit (page, map, &options, name);
}

static void
test_random_maps (void)
{
  const char *asked = g_getenv ("SSM_RANDOM_MAPS");
  guint n = asked != NULL ? atoi (asked) : g_test_slow () ? 1000 : 100;

  for (guint seed = 1; seed <= n; seed++)
    check_seed (seed);
  check_seed (976); /* large paper, where the head goes along with the body */
}

static void
test_five_hundred_stages (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (500);
  g_autoptr (SsmMap) map = fixture_random_map (rand, 500, 3, 60);
  g_autoptr (SsmPage) page = ssm_map_page_new (map, NULL);

  fixture_check_page (page, "500 stages");
  g_assert_false (ssm_page_fit (page)->fits);
  g_assert_cmpuint (ssm_page_fit (page)->lines_too_many, >, 100);
}

typedef struct
{
  const SsmMap *map;
  char *dump;
} Job;

static gpointer
dump_in_thread (gpointer data)
{
  Job *job = data;
  g_autoptr (SsmPage) page = ssm_map_page_new (job->map, NULL);

  job->dump = ssm_page_dump (page);
  return NULL;
}

static void
test_same_in_two_threads (void)
{
  for (guint seed = 1; seed <= 5; seed++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      g_autoptr (SsmMap) map = fixture_random_map (rand, 7, 4, 45);
      Job jobs[2] = { { map, NULL }, { map, NULL } };
      GThread *threads[2];

      for (guint i = 0; i < 2; i++)
        threads[i] = g_thread_new ("page", dump_in_thread, &jobs[i]);
      for (guint i = 0; i < 2; i++)
        g_thread_join (threads[i]);
      g_assert_cmpstr (jobs[0].dump, ==, jobs[1].dump);
      for (guint i = 0; i < 2; i++)
        g_free (jobs[i].dump);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/page/laws/random-maps", test_random_maps);
  g_test_add_func ("/page/laws/five-hundred-stages", test_five_hundred_stages);
  g_test_add_func ("/page/laws/same-in-two-threads", test_same_in_two_threads);
  return g_test_run ();
}
