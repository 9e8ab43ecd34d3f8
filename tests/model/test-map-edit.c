/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-history.h"
#include "ssm-map-edit.h"

#include <string.h>

/* The map in one line: "Lead[in|out,out]>Outcome". */
static char *
outline (const SsmMap *map)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < ssm_map_n_stages (map); i++)
    {
      const SsmPart *stage = ssm_map_stage (map, i);
      const SsmPart *outcome = ssm_map_outcome (map, stage);

      g_string_append_printf (out, "%s%s[", i > 0 ? " " : "",
                              ssm_part_text (stage, SSM_STAGE_NAME));
      for (SsmList list = SSM_LIST_ENTRY; list <= SSM_LIST_EXIT; list++)
        {
          for (guint k = 0; k < ssm_part_n_children (stage, list); k++)
            g_string_append_printf (
              out, "%s%s", k > 0 ? "," : "",
              ssm_part_text (ssm_part_child (stage, list, k), SSM_CRITERION_TEXT));
          g_string_append (out, list == SSM_LIST_ENTRY ? "|" : "]");
        }
      if (outcome != NULL)
        g_string_append_printf (out, ">%s", ssm_part_text (outcome, SSM_DEFINITION_TERM));
    }

  return g_string_free (out, FALSE);
}

static void
assert_outline (const SsmMap *map, const char *expected)
{
  g_autofree char *actual = outline (map);

  g_assert_cmpstr (actual, ==, expected);
}

#define EDIT(map, call) \
  G_STMT_START                                  \
  {                                             \
    SsmMap *edited = call;                      \
    ssm_part_unref (map);                       \
    map = edited;                               \
  }                                             \
  G_STMT_END

static SsmMap *
two_stages (char **a, char **b)
{
  SsmMap *map = ssm_map_new ();
  const char *texts[] = { "x", "y" };

  EDIT (map, ssm_map_with_stage_added (map, 0, "A", a));
  EDIT (map, ssm_map_with_stage_added (map, 1, "B", b));
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    EDIT (map, ssm_map_with_criterion_added (map, *a, SSM_LIST_EXIT, i, texts[i], NULL));

  return map;
}

static const char *
criterion_id (const SsmMap *map, guint stage, guint index)
{
  return ssm_part_id (ssm_part_child (ssm_map_stage (map, stage), SSM_LIST_EXIT, index));
}

static void
test_add_and_move (void)
{
  g_autofree char *a = NULL, *b = NULL, *c = NULL;
  g_autoptr (SsmMap) map = two_stages (&a, &b);

  assert_outline (map, "A[|x,y] B[|]");
  EDIT (map, ssm_map_with_part_moved (map, criterion_id (map, 0, 0), a, SSM_LIST_EXIT, 1));
  assert_outline (map, "A[|y,x] B[|]");
  EDIT (map, ssm_map_with_part_moved (map, criterion_id (map, 0, 0), b, SSM_LIST_ENTRY, 0));
  assert_outline (map, "A[|x] B[y|]");
  EDIT (map, ssm_map_with_stage_added (map, 1, "C", &c));
  assert_outline (map, "A[|x] C[|] B[y|]");
  EDIT (map, ssm_map_with_part_moved (map, c, ssm_part_id (map), SSM_LIST_STAGES, 99));
  assert_outline (map, "A[|x] B[y|] C[|]");
}

static void
test_nothing_to_do_is_the_same_map (void)
{
  g_autofree char *a = NULL, *b = NULL;
  g_autoptr (SsmMap) map = two_stages (&a, &b);
  const char *first = criterion_id (map, 0, 0);
  SsmMap *same[] = {
    ssm_map_with_text (map, a, SSM_STAGE_NAME, "A"),
    ssm_map_with_text (map, "s-gone", SSM_STAGE_NAME, "Z"),
    ssm_map_with_text (map, ssm_part_id (map), SSM_EDITION_OWNER, ""),
    ssm_map_with_part_moved (map, first, a, SSM_LIST_EXIT, 0),
    ssm_map_with_part_moved (map, first, ssm_part_id (map), SSM_LIST_STAGES, 0),
    ssm_map_with_part_moved (map, b, ssm_part_id (map), SSM_LIST_STAGES, 7),
    ssm_map_with_part_removed (map, "c-gone"),
    ssm_map_with_criterion_added (map, "s-gone", SSM_LIST_ENTRY, 0, "x", NULL),
    ssm_map_with_outcome (map, a, ""),
  };

  for (guint i = 0; i < G_N_ELEMENTS (same); i++)
    {
      g_test_message ("case %u", i);
      g_assert_true (same[i] == map);
      ssm_part_unref (same[i]);
    }
}

static void
test_singletons (void)
{
  g_autoptr (SsmMap) map = ssm_map_new ();
  g_autofree char *id = g_strdup (ssm_part_id (map));

  EDIT (map, ssm_map_with_text (map, id, SSM_EDITION_OWNER, "Dana Ruiz\nRevOps"));
  g_assert_cmpstr (ssm_map_text (map, SSM_EDITION_OWNER), ==, "Dana Ruiz RevOps");
  g_assert_cmpstr (ssm_map_text (map, SSM_EDITION_LABEL), ==, "");
  EDIT (map, ssm_map_with_text (map, id, SSM_EDITION_OWNER, ""));
  g_assert_null (ssm_part_only (map, SSM_LIST_EDITION));
}

static void
test_texts_are_cleaned (void)
{
  g_autoptr (SsmMap) map = ssm_map_new ();

  EDIT (map, ssm_map_with_text (map, ssm_part_id (map), SSM_MAP_TITLE,
                                "a\vb\x01\r\nc\rd\xff\xef\xbf\xbf"));
  g_assert_cmpstr (ssm_map_text (map, SSM_MAP_TITLE), ==, "ab\nc\nd\xef\xbf\xbd");
}

static void
test_worded_example_is_none (void)
{
  g_autofree char *a = NULL, *b = NULL;
  g_autoptr (SsmMap) map = two_stages (&a, &b);
  g_autofree char *id = g_strdup (criterion_id (map, 0, 0));

  EDIT (map, ssm_map_with_text (map, id, SSM_CRITERION_EXAMPLE, "yes"));
  g_assert_true (ssm_part_flag (ssm_map_find (map, id), SSM_CRITERION_EXAMPLE));
  EDIT (map, ssm_map_with_text (map, id, SSM_CRITERION_TEXT, "x2"));
  g_assert_false (ssm_part_flag (ssm_map_find (map, id), SSM_CRITERION_EXAMPLE));
}

static void
test_remove_takes_mentions_along (void)
{
  g_autofree char *a = NULL, *b = NULL, *link = NULL;
  g_autoptr (SsmMap) map = two_stages (&a, &b);
  g_autofree char *definition = NULL;

  EDIT (map, ssm_map_with_link_added (map, b, a, "again", &link));
  EDIT (map, ssm_map_with_outcome (map, a, "Lead"));
  assert_outline (map, "A[|x,y]>Lead B[|]");
  definition = g_strdup (ssm_part_text (ssm_map_find (map, a), SSM_STAGE_OUTCOME));
  EDIT (map, ssm_map_with_part_removed (map, definition));
  assert_outline (map, "A[|x,y] B[|]");
  EDIT (map, ssm_map_with_part_removed (map, b));
  assert_outline (map, "A[|x,y]");
  g_assert_null (ssm_map_find (map, link));
}

static void
test_outcomes_stand_in_order (void)
{
  static const struct { guint stage; const char *term, *terms; } steps[] = {
    { 1, "SQL", "Other SQL " },
    { 0, "Lead", "Other Lead SQL " },
    { 2, "Won", "Other Lead SQL Won " },
  };
  g_autofree char *a = NULL, *b = NULL;
  g_autoptr (SsmMap) map = two_stages (&a, &b);

  EDIT (map, ssm_map_with_stage_added (map, 2, "C", NULL));
  EDIT (map, ssm_map_with_definition_added (map, 0, "Other", NULL));
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autoptr (GString) terms = g_string_new (NULL);

      EDIT (map, ssm_map_with_outcome (map, ssm_part_id (ssm_map_stage (map, steps[i].stage)),
                                       steps[i].term));
      for (guint k = 0; k < ssm_part_n_children (map, SSM_LIST_DEFINITIONS); k++)
        g_string_append_printf (terms, "%s ",
                                ssm_part_text (ssm_part_child (map, SSM_LIST_DEFINITIONS, k),
                                               SSM_DEFINITION_TERM));
      g_assert_cmpstr (terms->str, ==, steps[i].terms);
    }
}

static void
test_outcome_is_typed (void)
{
  g_autofree char *a = NULL, *b = NULL, *known = NULL;
  g_autoptr (SsmMap) map = two_stages (&a, &b);
  const char *keys[] = { "S", "SQ", "SQL" };

  EDIT (map, ssm_map_with_definition_added (map, 0, "sql", &known));
  EDIT (map, ssm_map_with_text (map, known, SSM_DEFINITION_TEXT, "Fits the profile"));
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    EDIT (map, ssm_map_with_outcome (map, a, keys[i]));

  assert_outline (map, "A[|x,y]>sql B[|]");
  g_assert_cmpuint (ssm_part_n_children (map, SSM_LIST_DEFINITIONS), ==, 1);
  EDIT (map, ssm_map_with_outcome (map, a, "SQLs"));
  assert_outline (map, "A[|x,y]>SQLs B[|]");
  g_assert_cmpuint (ssm_part_n_children (map, SSM_LIST_DEFINITIONS), ==, 2);
  EDIT (map, ssm_map_with_outcome (map, a, ""));
  g_assert_cmpuint (ssm_part_n_children (map, SSM_LIST_DEFINITIONS), ==, 1);
}

static void
test_new_stages_can_be_told_apart (void)
{
  g_autoptr (SsmMap) map = ssm_map_new ();
  guint used = 0;

  for (guint i = 0; i < 8; i++)
    EDIT (map, ssm_map_with_stage_added (map, 0, "", NULL));
  for (guint i = 0; i < 8; i++)
    used |= 1u << ssm_map_stage_colour (map, i);
  g_assert_cmphex (used, ==, 0xff);

  /* With more stages than colours, neighbours still differ. */
  for (guint i = 0; i < 30; i++)
    EDIT (map, ssm_map_with_stage_added (map, g_test_rand_int_range (0, 8 + (int) i), "",
                                         NULL));
  for (guint i = 1; i < ssm_map_n_stages (map); i++)
    g_assert_cmpuint (ssm_map_stage_colour (map, i), !=, ssm_map_stage_colour (map, i - 1));
}

static void
test_limit_of_stages (void)
{
  g_autoptr (SsmMap) map = ssm_map_new ();
  char *id = NULL;

  for (guint i = 0; i < SSM_MAX_STAGES; i++)
    EDIT (map, ssm_map_with_stage_added (map, i, "", NULL));
  EDIT (map, ssm_map_with_stage_added (map, 0, "", &id));
  g_assert_null (id);
  g_assert_cmpuint (ssm_map_n_stages (map), ==, SSM_MAX_STAGES);
}

static void
test_rest_is_shared (void)
{
  g_autofree char *a = NULL, *b = NULL;
  g_autoptr (SsmMap) map = two_stages (&a, &b);
  g_autoptr (SsmMap) edited = ssm_map_with_text (map, a, SSM_STAGE_NAME, "A2");

  g_assert_true (ssm_map_stage (map, 1) == ssm_map_stage (edited, 1));
  g_assert_true (ssm_part_child (ssm_map_stage (map, 0), SSM_LIST_EXIT, 0)
                 == ssm_part_child (ssm_map_stage (edited, 0), SSM_LIST_EXIT, 0));
  assert_outline (map, "A[|x,y] B[|]");
}

/* One random edit of any kind, with ids that are sometimes not there. */
static SsmMap *
random_edit (SsmMap *map)
{
  guint n = ssm_map_n_stages (map);
  const SsmPart *stage
    = n > 0 ? ssm_map_stage (map, g_test_rand_int_range (0, (int) n)) : map;
  SsmList list = g_test_rand_bit () ? SSM_LIST_ENTRY : SSM_LIST_EXIT;
  guint n_criteria = stage != map ? ssm_part_n_children (stage, list) : 0;
  const SsmPart *criterion
    = n_criteria > 0 ? ssm_part_child (stage, list, g_test_rand_int_range (0, (int) n_criteria))
                     : stage;
  guint at = g_test_rand_int_range (0, 5);
  g_autofree char *word = g_strdup_printf ("w%d", g_test_rand_int_range (0, 9));

  switch (g_test_rand_int_range (0, 8))
    {
    case 0:
      return ssm_map_with_stage_added (map, at, word, NULL);
    case 1:
      return ssm_map_with_part_removed (map, ssm_part_id (criterion));
    case 2:
      return ssm_map_with_part_moved (map, ssm_part_id (stage), ssm_part_id (map),
                                      SSM_LIST_STAGES, at);
    case 3:
      return ssm_map_with_part_moved (map, ssm_part_id (criterion), ssm_part_id (stage),
                                      list, at);
    case 4:
      return stage != map ? ssm_map_with_outcome (map, ssm_part_id (stage), word)
                          : ssm_part_ref (map);
    case 5:
      return ssm_map_with_link_added (map, ssm_part_id (stage), "lost", word, NULL);
    case 6:
      return ssm_map_with_text (map, ssm_part_id (map), SSM_MAP_TITLE, word);
    default:
      return ssm_map_with_criterion_added (map, ssm_part_id (stage), list, at, word, NULL);
    }
}

/* Law: undo after any edits gives the very pointer, and what is undone has not changed. */
static void
test_law_undo (void)
{
  for (guint run = 0; run < 50; run++)
    {
      g_autoptr (SsmMap) start = ssm_map_new ();
      g_autoptr (SsmHistory) history = ssm_history_new (start);
      g_autoptr (GPtrArray) values = g_ptr_array_new ();
      g_autoptr (GPtrArray) outlines = g_ptr_array_new_with_free_func (g_free);

      for (guint i = 0; i < 100; i++)
        {
          SsmMap *before = ssm_history_current (history);
          g_autoptr (SsmMap) edited = random_edit (before);

          if (edited == before)
            continue;
          g_ptr_array_add (values, before);
          g_ptr_array_add (outlines, outline (before));
          ssm_history_push (history, edited, "Edit", NULL);
        }

      for (guint i = values->len; i > 0; i--)
        {
          g_autofree char *now = NULL;

          g_assert_true (ssm_history_undo (history) == values->pdata[i - 1]);
          now = outline (values->pdata[i - 1]);
          g_assert_cmpstr (now, ==, outlines->pdata[i - 1]);
        }
      g_assert_null (ssm_history_undo (history));
    }
}

static gboolean
collect_id (const SsmPart *part, gpointer data)
{
  const char *id = ssm_part_id (part);

  if (*id != '\0')
    g_assert_true (g_hash_table_add (data, (gpointer) id));
  return TRUE;
}

/* Law: whatever is done, every id stands once and no reference hangs in the air. */
static void
test_law_ids (void)
{
  g_autoptr (SsmMap) map = ssm_map_new ();

  for (guint i = 0; i < 2000; i++)
    {
      g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);

      EDIT (map, random_edit (map));
      ssm_map_foreach (map, collect_id, ids);
      for (guint k = 0; k < ssm_map_n_stages (map); k++)
        {
          const char *outcome = ssm_part_text (ssm_map_stage (map, k), SSM_STAGE_OUTCOME);
          g_assert_true (*outcome == '\0' || g_hash_table_contains (ids, outcome));
        }
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/edit/add-and-move", test_add_and_move);
  g_test_add_func ("/model/edit/nothing-to-do-is-the-same-map",
                   test_nothing_to_do_is_the_same_map);
  g_test_add_func ("/model/edit/singletons", test_singletons);
  g_test_add_func ("/model/edit/texts-are-cleaned", test_texts_are_cleaned);
  g_test_add_func ("/model/edit/worded-example-is-none", test_worded_example_is_none);
  g_test_add_func ("/model/edit/remove-takes-mentions-along",
                   test_remove_takes_mentions_along);
  g_test_add_func ("/model/edit/outcome-is-typed", test_outcome_is_typed);
  g_test_add_func ("/map/edit/outcomes-in-order", test_outcomes_stand_in_order);
  g_test_add_func ("/model/edit/new-stages-can-be-told-apart",
                   test_new_stages_can_be_told_apart);
  g_test_add_func ("/model/edit/limit-of-stages", test_limit_of_stages);
  g_test_add_func ("/model/edit/rest-is-shared", test_rest_is_shared);
  g_test_add_func ("/model/edit/law-undo", test_law_undo);
  g_test_add_func ("/model/edit/law-ids", test_law_ids);
  return g_test_run ();
}
