/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The finder follows the document, and goes on behind what it has replaced. */

#include "ssm-finder.h"

#include "sample.h"

typedef struct
{
  SsmDocument *document;
  SsmFinder *finder;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SsmMap) map = sample_map_new ();

  fixture->document = ssm_document_new (map);
  fixture->finder = ssm_finder_new (fixture->document);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  ssm_document_discard_draft (fixture->document);
  g_assert_finalize_object (fixture->finder);
  g_assert_finalize_object (fixture->document);
}

static char *
outline (Fixture *fixture)
{
  return sample_outline (ssm_document_get_map (fixture->document));
}

static void
test_steps_go_round (Fixture *fixture, gconstpointer data)
{
  ssm_finder_set_query (fixture->finder, "b");
  g_assert_cmpuint (ssm_finder_get_matches (fixture->finder)->len, ==, 5);
  g_assert_cmpint (ssm_finder_get_current (fixture->finder), ==, 0);
  ssm_finder_step (fixture->finder, -1);
  g_assert_cmpint (ssm_finder_get_current (fixture->finder), ==, 4);
  ssm_finder_step (fixture->finder, 1);
  g_assert_cmpint (ssm_finder_get_current (fixture->finder), ==, 0);
  ssm_finder_set_flag (fixture->finder, SSM_FIND_WHOLE_WORDS, TRUE);
  g_assert_cmpuint (ssm_finder_get_matches (fixture->finder)->len, ==, 1);
  ssm_finder_set_query (fixture->finder, "nowhere");
  g_assert_null (ssm_finder_get_match (fixture->finder));
  ssm_finder_step (fixture->finder, 1);
}

/* What is put in holds the query: it is not found again at once. */
static void
test_replacing_goes_on (Fixture *fixture, gconstpointer data)
{
  g_autofree char *once = NULL, *twice = NULL, *undone = NULL;

  ssm_finder_set_query (fixture->finder, "a");
  ssm_finder_step (fixture->finder, 1);
  ssm_finder_step (fixture->finder, 1);
  ssm_finder_replace (fixture->finder, "aa");
  once = outline (fixture);
  g_assert_cmpstr (once, ==, "A[aa1 a2|a3] B[b1|b2 b3 b4] C[|]");
  ssm_finder_replace (fixture->finder, "x");
  twice = outline (fixture);
  g_assert_cmpstr (twice, ==, "A[aa1 x2|a3] B[b1|b2 b3 b4] C[|]");
  ssm_document_undo (fixture->document);
  undone = outline (fixture);
  g_assert_cmpstr (undone, ==, once);
}

static void
test_all_is_one_step (Fixture *fixture, gconstpointer data)
{
  g_autofree char *all = NULL, *undone = NULL;

  ssm_finder_set_query (fixture->finder, "B");
  g_assert_cmpuint (ssm_finder_replace_all (fixture->finder, "z"), ==, 5);
  all = outline (fixture);
  g_assert_cmpstr (all, ==, "A[a1 a2|a3] z[z1|z2 z3 z4] C[|]");
  g_assert_cmpstr (ssm_document_get_undo_label (fixture->document), ==,
                   "Replace “B” with “z” in 5 places");
  g_assert_cmpuint (ssm_finder_replace_all (fixture->finder, "y"), ==, 0);
  ssm_document_undo (fixture->document);
  undone = outline (fixture);
  g_assert_cmpstr (undone, ==, "A[a1 a2|a3] B[b1|b2 b3 b4] C[|]");
  g_assert_cmpuint (ssm_finder_get_matches (fixture->finder)->len, ==, 5);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/finder/steps", Fixture, NULL, set_up, test_steps_go_round, tear_down);
  g_test_add ("/finder/replace", Fixture, NULL, set_up, test_replacing_goes_on, tear_down);
  g_test_add ("/finder/all", Fixture, NULL, set_up, test_all_is_one_step, tear_down);
  return g_test_run ();
}
