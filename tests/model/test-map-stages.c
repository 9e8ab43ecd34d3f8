/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-map-edit.h"

#include <string.h>

#define EDIT(map, call) \
  G_STMT_START                                  \
  {                                             \
    SsmMap *edited = call;                      \
    ssm_part_unref (map);                       \
    map = edited;                               \
  }                                             \
  G_STMT_END

static void
append_criteria (GString *out, const SsmPart *stage, SsmList list)
{
  for (guint i = 0; i < ssm_part_n_children (stage, list); i++)
    g_string_append_printf (out, "%s%s", i > 0 ? " " : "",
                            ssm_part_id (ssm_part_child (stage, list, i)));
}

/* The map in one line: "Lead[in|out out]"; criteria by their ids. */
static char *
outline (const SsmMap *map)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < ssm_map_n_stages (map); i++)
    {
      const SsmPart *stage = ssm_map_stage (map, i);

      g_string_append_printf (out, "%s%s[", i > 0 ? " " : "",
                              ssm_part_text (stage, SSM_STAGE_NAME));
      append_criteria (out, stage, SSM_LIST_ENTRY);
      g_string_append_c (out, '|');
      append_criteria (out, stage, SSM_LIST_EXIT);
      g_string_append_c (out, ']');
    }

  return g_string_free (out, FALSE);
}

static void
assert_outline (const SsmMap *map, const char *expected)
{
  g_autofree char *actual = outline (map);

  g_assert_cmpstr (actual, ==, expected);
}

static SsmPart *
stage_new (const char *id, const char *name, const char *entry, const char *exit)
{
  SsmPart *stage = ssm_part_new (SSM_KIND_STAGE, id);
  const char *lists[] = { entry, exit };

  ssm_part_set_text (stage, SSM_STAGE_NAME, name);
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      g_auto (GStrv) ids = g_strsplit (lists[i], " ", -1);

      for (guint k = 0; ids[k] != NULL && *ids[k] != '\0'; k++)
        {
          SsmPart *criterion = ssm_part_new (SSM_KIND_CRITERION, ids[k]);

          ssm_part_set_text (criterion, SSM_CRITERION_TEXT, ids[k]);
          ssm_part_insert (stage, SSM_LIST_ENTRY + (int) i, k, criterion);
        }
    }

  return stage;
}

static SsmPart *
link_new (const char *id, const char *from, const char *to)
{
  SsmPart *link = ssm_part_new (SSM_KIND_LINK, id);

  ssm_part_set_text (link, SSM_LINK_FROM, from);
  ssm_part_set_text (link, SSM_LINK_TO, to);
  return link;
}

static SsmPart *
at_new (const char *stage, const char *entered, const char *advanced, const char *lost)
{
  SsmPart *at = ssm_part_new (SSM_KIND_AT, NULL);

  ssm_part_set_text (at, SSM_AT_STAGE, stage);
  ssm_part_set_text (at, SSM_AT_ENTERED, entered);
  ssm_part_set_text (at, SSM_AT_ADVANCED, advanced);
  ssm_part_set_text (at, SSM_AT_LOST, lost);
  ssm_part_set_text (at, SSM_AT_MEDIAN_DAYS, "9");
  return at;
}

#define START "A[a1 a2|a3 a4 a5] B[b1|b2] C[|]"

/* Three stages, a loop from A to itself, one from B to A, and an exit from B. */
static SsmMap *
sample_new (void)
{
  SsmMap *map = ssm_part_new (SSM_KIND_MAP, "m-1");
  SsmPart *a = stage_new ("s-a", "A", "a1 a2", "a3 a4 a5");

  ssm_part_set_text (a, SSM_STAGE_OUTCOME, "d-a");
  ssm_part_set_text (a, SSM_STAGE_OWNER, "Dana");
  ssm_part_set_text (a, SSM_STAGE_BLOCK, "discovery");
  ssm_part_set_text (a, SSM_STAGE_LIMIT_DAYS, "21");
  ssm_part_set_text (a, SSM_STAGE_GOAL, "0.6");
  ssm_part_insert (map, SSM_LIST_STAGES, 0, a);
  ssm_part_insert (map, SSM_LIST_STAGES, 1, stage_new ("s-b", "B", "b1", "b2"));
  ssm_part_insert (map, SSM_LIST_STAGES, 2, stage_new ("s-c", "C", "", ""));
  ssm_part_insert (map, SSM_LIST_LINKS, 0, link_new ("l-1", "s-a", "s-a"));
  ssm_part_insert (map, SSM_LIST_LINKS, 1, link_new ("l-2", "s-b", "s-a"));
  ssm_part_insert (map, SSM_LIST_LINKS, 2, link_new ("l-3", "s-b", "nurture"));
  return ssm_part_seal (map);
}

static void
assert_link (const SsmMap *map, const char *id, const char *from, const char *to)
{
  const SsmPart *link = ssm_map_find (map, id);

  g_assert_cmpstr (ssm_part_text (link, SSM_LINK_FROM), ==, from);
  g_assert_cmpstr (ssm_part_text (link, SSM_LINK_TO), ==, to);
}

static const struct
{
  SsmList list;
  guint index;
  const char *outline;
} splits[] = {
  { SSM_LIST_EXIT, 2, "A[a1 a2|a3 a4] A 2[|a5] B[b1|b2] C[|]" },
  { SSM_LIST_EXIT, 0, "A[a1 a2|] A 2[|a3 a4 a5] B[b1|b2] C[|]" },
  { SSM_LIST_EXIT, 9, "A[a1 a2|a3 a4 a5] A 2[|] B[b1|b2] C[|]" },
  { SSM_LIST_ENTRY, 1, "A[a1|] A 2[a2|a3 a4 a5] B[b1|b2] C[|]" },
  { SSM_LIST_ENTRY, 0, "A[|] A 2[a1 a2|a3 a4 a5] B[b1|b2] C[|]" },
};

/* Split, then join: the very same map, whatever was split where. */
static void
test_split_and_join (void)
{
  g_autoptr (SsmMap) start = sample_new ();

  for (guint i = 0; i < G_N_ELEMENTS (splits); i++)
    {
      g_autofree char *id = NULL;
      g_autoptr (SsmMap) map
        = ssm_map_with_stage_split (start, "s-a", splits[i].list, splits[i].index, &id);

      assert_outline (map, splits[i].outline);
      g_assert_cmpstr (ssm_part_id (ssm_map_stage (map, 0)), ==, "s-a");
      g_assert_cmpstr (ssm_part_id (ssm_map_stage (map, 1)), ==, id);
      EDIT (map, ssm_map_with_stages_joined (map, "s-a"));
      g_assert_true (ssm_part_equal (map, start));
    }
}

static void
test_split_shares_out (void)
{
  g_autofree char *id = NULL;
  g_autoptr (SsmMap) map = sample_new ();
  const SsmPart *first, *second;

  EDIT (map, ssm_map_with_stage_split (map, "s-a", SSM_LIST_EXIT, 1, &id));
  first = ssm_map_find (map, "s-a");
  second = ssm_map_find (map, id);
  g_assert_cmpstr (ssm_part_text (second, SSM_STAGE_OUTCOME), ==, "d-a");
  g_assert_cmpstr (ssm_part_text (first, SSM_STAGE_OUTCOME), ==, "");
  g_assert_cmpstr (ssm_part_text (second, SSM_STAGE_OWNER), ==, "Dana");
  g_assert_cmpstr (ssm_part_text (second, SSM_STAGE_BLOCK), ==, "discovery");
  g_assert_cmpstr (ssm_part_text (first, SSM_STAGE_LIMIT_DAYS), ==, "21");
  g_assert_cmpstr (ssm_part_text (second, SSM_STAGE_LIMIT_DAYS), ==, "");
  g_assert_cmpuint (ssm_map_stage_colour (map, 0), !=, ssm_map_stage_colour (map, 1));
  assert_link (map, "l-1", id, "s-a");
  assert_link (map, "l-2", "s-b", "s-a");
}

static void
test_names_are_counted_on (void)
{
  g_autofree char *second = NULL;
  g_autoptr (SsmMap) map = sample_new ();

  EDIT (map, ssm_map_with_stage_split (map, "s-a", SSM_LIST_EXIT, 1, &second));
  EDIT (map, ssm_map_with_stage_split (map, second, SSM_LIST_EXIT, 1, NULL));
  EDIT (map, ssm_map_with_stage_split (map, "s-a", SSM_LIST_EXIT, 1, NULL));
  assert_outline (map, "A[a1 a2|a3] A 4[|] A 2[|a4] A 3[|a5] B[b1|b2] C[|]");
  EDIT (map, ssm_map_with_text (map, "s-c", SSM_STAGE_NAME, ""));
  EDIT (map, ssm_map_with_stage_split (map, "s-c", SSM_LIST_EXIT, 0, NULL));
  g_assert_cmpstr (ssm_part_text (ssm_map_stage (map, 6), SSM_STAGE_NAME), ==, "");
}

static void
test_join_different_stages (void)
{
  g_autoptr (SsmMap) map = sample_new ();
  const SsmPart *joined;

  EDIT (map, ssm_map_with_text (map, "s-a", SSM_STAGE_DOES, "Ask"));
  EDIT (map, ssm_map_with_text (map, "s-b", SSM_STAGE_DOES, "Offer"));
  EDIT (map, ssm_map_with_text (map, "s-b", SSM_STAGE_OWNER, "Dana"));
  EDIT (map, ssm_map_with_text (map, "s-b", SSM_STAGE_LIMIT_DAYS, "14.5"));
  EDIT (map, ssm_map_with_text (map, "s-b", SSM_STAGE_GOAL, "0.5"));
  EDIT (map, ssm_map_with_text (map, "s-b", SSM_STAGE_OUTCOME, "d-b"));
  EDIT (map, ssm_map_with_text (map, "s-b", SSM_STAGE_LANGUAGE, "de"));
  EDIT (map, ssm_map_with_stages_joined (map, "s-a"));
  assert_outline (map, "A / B[a1 a2|a3 a4 a5 b1 b2] C[|]");
  joined = ssm_map_find (map, "s-a");
  g_assert_cmpstr (ssm_part_text (joined, SSM_STAGE_DOES), ==, "Ask\nOffer");
  g_assert_cmpstr (ssm_part_text (joined, SSM_STAGE_OWNER), ==, "Dana");
  g_assert_cmpstr (ssm_part_text (joined, SSM_STAGE_LIMIT_DAYS), ==, "35.5");
  g_assert_cmpstr (ssm_part_text (joined, SSM_STAGE_GOAL), ==, "0.3");
  g_assert_cmpstr (ssm_part_text (joined, SSM_STAGE_OUTCOME), ==, "d-b");
  g_assert_cmpstr (ssm_part_text (ssm_map_find (map, "b1"), SSM_CRITERION_LANGUAGE), ==,
                   "de");
  g_assert_cmpstr (ssm_part_text (ssm_map_find (map, "a5"), SSM_CRITERION_LANGUAGE), ==, "");
  assert_link (map, "l-2", "s-a", "s-a");
  assert_link (map, "l-3", "s-a", "nurture");
}

static SsmMap *
with_figures (SsmMap *map, SsmPart *first, SsmPart *second)
{
  SsmMap *copy = ssm_part_copy (map);
  SsmPart *measured = ssm_part_new (SSM_KIND_MEASURED, NULL);

  if (second != NULL)
    ssm_part_insert (measured, SSM_LIST_AT, 0, second);
  if (first != NULL)
    ssm_part_insert (measured, SSM_LIST_AT, 0, first);
  ssm_part_insert (copy, SSM_LIST_MEASURED, 0, measured);
  ssm_part_unref (map);
  return ssm_part_seal (copy);
}

static void
test_join_figures (void)
{
  g_autoptr (SsmMap) both = with_figures (sample_new (), at_new ("s-a", "80", "40", "30"),
                                          at_new ("s-b", "42", "20", "12"));
  g_autoptr (SsmMap) one = with_figures (sample_new (), NULL, at_new ("s-b", "5", "2", "1"));
  const SsmPart *at;

  EDIT (both, ssm_map_with_stages_joined (both, "s-a"));
  g_assert_cmpuint (ssm_part_n_children (ssm_part_only (both, SSM_LIST_MEASURED),
                                         SSM_LIST_AT), ==, 1);
  at = ssm_part_child (ssm_part_only (both, SSM_LIST_MEASURED), SSM_LIST_AT, 0);
  g_assert_cmpstr (ssm_part_text (at, SSM_AT_STAGE), ==, "s-a");
  g_assert_cmpstr (ssm_part_text (at, SSM_AT_ENTERED), ==, "80");
  g_assert_cmpstr (ssm_part_text (at, SSM_AT_ADVANCED), ==, "20");
  g_assert_cmpstr (ssm_part_text (at, SSM_AT_LOST), ==, "42");
  g_assert_cmpstr (ssm_part_text (at, SSM_AT_MEDIAN_DAYS), ==, "");

  EDIT (one, ssm_map_with_stages_joined (one, "s-a"));
  at = ssm_part_child (ssm_part_only (one, SSM_LIST_MEASURED), SSM_LIST_AT, 0);
  g_assert_cmpstr (ssm_part_text (at, SSM_AT_STAGE), ==, "s-a");
  g_assert_cmpstr (ssm_part_text (at, SSM_AT_MEDIAN_DAYS), ==, "9");
}

static void
test_join_keeps_foreign (void)
{
  g_autoptr (SsmMap) map = sample_new ();
  SsmMap *copy = ssm_part_copy (map);
  SsmPart *b = ssm_part_copy (ssm_map_stage (map, 1));
  const SsmPart *joined;

  ssm_part_add_foreign (b, SSM_PLACE_BEFORE, -1, 0, "<!--why-->");
  ssm_part_add_foreign (b, SSM_PLACE_ATTRIBUTES, -1, 0, " extra=\"1\"");
  ssm_part_add_foreign (b, SSM_PLACE_BEFORE_FIELD, SSM_STAGE_NAME, 0, "<note/>");
  ssm_part_replace (copy, SSM_LIST_STAGES, 1, b);
  EDIT (map, ssm_part_seal (copy));
  EDIT (map, ssm_map_with_stages_joined (map, "s-a"));
  joined = ssm_map_find (map, "s-a");
  g_assert_cmpuint (ssm_part_n_foreign (joined), ==, 3);
  g_assert_cmpint (ssm_part_foreign (joined, 0)->place, ==, SSM_PLACE_ATTRIBUTES);
  g_assert_cmpstr (ssm_part_foreign (joined, 1)->xml, ==, "<!--why-->");
  g_assert_cmpstr (ssm_part_foreign (joined, 2)->xml, ==, "<note/>");
  g_assert_cmpint (ssm_part_foreign (joined, 2)->place, ==, SSM_PLACE_END);
}

static void
test_nothing_to_do (void)
{
  g_autoptr (SsmMap) map = sample_new ();
  char *id = (char *) "left from before";
  SsmMap *same[] = {
    ssm_map_with_stage_split (map, "s-none", SSM_LIST_EXIT, 0, &id),
    ssm_map_with_stage_split (map, "a1", SSM_LIST_EXIT, 0, NULL),
    ssm_map_with_stages_joined (map, "s-c"),
    ssm_map_with_stages_joined (map, "a1"),
    ssm_map_with_stages_joined (map, "s-none"),
  };

  g_assert_null (id);
  for (guint i = 0; i < G_N_ELEMENTS (same); i++)
    {
      g_assert_true (same[i] == map);
      ssm_part_unref (same[i]);
    }
}

static gboolean
is_place (const SsmMap *map, const char *id)
{
  return strcmp (id, "nurture") == 0 || ssm_map_find (map, id) != NULL;
}

static gboolean
collect_criterion (const SsmPart *part, gpointer data)
{
  if (ssm_part_kind (part) == SSM_KIND_CRITERION)
    g_string_append_printf (data, "%s ", ssm_part_id (part));
  return TRUE;
}

/* Law: no splitting and joining loses, doubles or reorders a criterion, and no link ever
 * hangs in the air. */
static void
test_law_nothing_is_lost (void)
{
  g_autoptr (SsmMap) map = sample_new ();

  for (guint i = 0; i < 1000; i++)
    {
      g_autoptr (GString) criteria = g_string_new (NULL);
      guint n = ssm_map_n_stages (map);
      const char *stage
        = ssm_part_id (ssm_map_stage (map, (guint) g_test_rand_int_range (0, (int) n)));
      SsmList list = g_test_rand_bit () ? SSM_LIST_ENTRY : SSM_LIST_EXIT;

      if (n < 12 && g_test_rand_bit ())
        EDIT (map, ssm_map_with_stage_split (map, stage, list,
                                             (guint) g_test_rand_int_range (0, 4), NULL));
      else
        EDIT (map, ssm_map_with_stages_joined (map, stage));

      ssm_map_foreach (map, collect_criterion, criteria);
      g_assert_cmpstr (criteria->str, ==, "a1 a2 a3 a4 a5 b1 b2 ");
      g_assert_cmpuint (ssm_part_n_children (map, SSM_LIST_LINKS), ==, 3);
      for (guint k = 0; k < 3; k++)
        {
          const SsmPart *link = ssm_part_child (map, SSM_LIST_LINKS, k);

          g_assert_true (is_place (map, ssm_part_text (link, SSM_LINK_FROM)));
          g_assert_true (is_place (map, ssm_part_text (link, SSM_LINK_TO)));
        }
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/stages/split-and-join", test_split_and_join);
  g_test_add_func ("/model/stages/split-shares-out", test_split_shares_out);
  g_test_add_func ("/model/stages/names-are-counted-on", test_names_are_counted_on);
  g_test_add_func ("/model/stages/join-different-stages", test_join_different_stages);
  g_test_add_func ("/model/stages/join-figures", test_join_figures);
  g_test_add_func ("/model/stages/join-keeps-foreign", test_join_keeps_foreign);
  g_test_add_func ("/model/stages/nothing-to-do", test_nothing_to_do);
  g_test_add_func ("/model/stages/law-nothing-is-lost", test_law_nothing_is_lost);
  return g_test_run ();
}
