/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-diff.h"
#include "ssm-map-edit.h"
#include "ssm-map-version.h"

#include "random-map.h"

#include <string.h>

/* Two stages, A with criteria w x y z to leave, B with b; a link and a definition. */
typedef struct
{
  SsmMap *map;
  char *a, *b, *link, *term;
} Fixture;

#define EDIT(map, call)         \
  G_STMT_START                  \
  {                             \
    SsmMap *edited = call;      \
    ssm_part_unref (map);       \
    map = edited;               \
  }                             \
  G_STMT_END

static void
set_up (Fixture *fixture, gconstpointer data)
{
  const char *texts[] = { "w", "x", "y", "z" };
  SsmMap *map = ssm_map_new ();

  EDIT (map, ssm_map_with_stage_added (map, 0, "A", &fixture->a));
  EDIT (map, ssm_map_with_stage_added (map, 1, "B", &fixture->b));
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    EDIT (map, ssm_map_with_criterion_added (map, fixture->a, SSM_LIST_EXIT, i, texts[i],
                                             NULL));
  EDIT (map, ssm_map_with_criterion_added (map, fixture->b, SSM_LIST_ENTRY, 0, "b", NULL));
  EDIT (map, ssm_map_with_link_added (map, fixture->b, fixture->a, "again", &fixture->link));
  EDIT (map, ssm_map_with_definition_added (map, 0, "SQL", &fixture->term));
  fixture->map = map;
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  ssm_part_unref (fixture->map);
  g_free (fixture->a);
  g_free (fixture->b);
  g_free (fixture->link);
  g_free (fixture->term);
}

static const char *
name_of (const SsmPart *part)
{
  switch (ssm_part_kind (part))
    {
    case SSM_KIND_STAGE:
      return ssm_part_text (part, SSM_STAGE_NAME);
    case SSM_KIND_CRITERION:
      return ssm_part_text (part, SSM_CRITERION_TEXT);
    default:
      return ssm_kind_info (ssm_part_kind (part))->element;
    }
}

/* "+b ~A.name >x": kinds, parts and fields of the changes. */
static char *
show (const SsmMap *before, const SsmMap *after)
{
  g_autoptr (SsmDiff) diff = ssm_diff_new (before, after);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < diff->changes->len; i++)
    {
      const SsmChange *change = g_ptr_array_index (diff->changes, i);

      g_string_append_printf (text, "%s%c%s", i > 0 ? " " : "", "+-~>"[change->kind],
                              name_of (ssm_change_part (change)));
      if (change->kind == SSM_CHANGE_CHANGED && change->field != SSM_FIELD_NONE)
        g_string_append_printf (text, ".%s", ssm_field_info (change->field)->name != NULL
                                               ? ssm_field_info (change->field)->name
                                               : "text");
      if (change->kind == SSM_CHANGE_MOVED && change->list == SSM_LIST_ENTRY)
        g_string_append (text, "@entry");
    }
  return g_string_free (text, FALSE);
}

/* Takes @after. */
static void
assert_diff (const SsmMap *before, SsmMap *after, const char *expected)
{
  g_autoptr (SsmMap) edited = after;
  g_autofree char *actual = show (before, edited);

  g_assert_cmpstr (actual, ==, expected);
}

static const char *
criterion (Fixture *fixture, guint index)
{
  return ssm_part_id (
      ssm_part_child (ssm_map_stage (fixture->map, 0), SSM_LIST_EXIT, index));
}

/* Every edit gives exactly its change. */
static void
test_edits (Fixture *fixture, gconstpointer data)
{
  SsmMap *map = fixture->map;
  const char *id = ssm_part_id (map), *a = fixture->a, *b = fixture->b;

  assert_diff (map, ssm_part_ref (map), "");
  assert_diff (map, ssm_map_with_text (map, id, SSM_MAP_TITLE, "T"), "~map.title");
  assert_diff (map, ssm_map_with_text (map, id, SSM_EDITION_OWNER, "O"), "~edition.owner");
  assert_diff (map, ssm_map_with_text (map, id, SSM_PAGE_PAPER, "A3"), "~page.paper");
  assert_diff (map, ssm_map_with_text (map, a, SSM_STAGE_NAME, "N"), "~N.name");
  assert_diff (map, ssm_map_with_text (map, a, SSM_STAGE_LIMIT_DAYS, "9"), "~A.limit-days");
  assert_diff (map, ssm_map_with_text (map, criterion (fixture, 1), SSM_CRITERION_TEXT, "q"),
               "~q.text");
  assert_diff (map, ssm_map_with_text (map, criterion (fixture, 1), SSM_CRITERION_PROOF, "p"),
               "~x.proof");
  assert_diff (map, ssm_map_with_text (map, fixture->link, SSM_LINK_TEXT, "l"), "~link.text");
  assert_diff (map, ssm_map_with_text (map, fixture->term, SSM_DEFINITION_TEXT, "d"),
               "~definition.text");
  assert_diff (map, ssm_map_with_stage_added (map, 1, "C", NULL), "+C");
  assert_diff (map, ssm_map_with_criterion_added (map, b, SSM_LIST_EXIT, 0, "n", NULL), "+n");
  assert_diff (map, ssm_map_with_definition_added (map, 1, "ICP", NULL), "+definition");
  assert_diff (map, ssm_map_with_part_removed (map, criterion (fixture, 2)), "-y");
  assert_diff (map, ssm_map_with_part_removed (map, fixture->link), "-link");
  assert_diff (map, ssm_map_with_part_removed (map, a), "-A -link");
  assert_diff (map, ssm_map_with_version_kept (map, "v", "2026-11-09", NULL), "+version");
}

/* The least number of moves that explains what is seen. */
static void
test_moves (Fixture *fixture, gconstpointer data)
{
  SsmMap *map = fixture->map;
  const char *a = fixture->a, *b = fixture->b;
  g_autoptr (SsmMap) reworded
    = ssm_map_with_text (map, criterion (fixture, 0), SSM_CRITERION_TEXT, "q");

  assert_diff (map, ssm_map_with_part_moved (map, a, ssm_part_id (map), SSM_LIST_STAGES, 1),
               ">B");
  assert_diff (map, ssm_map_with_part_moved (map, criterion (fixture, 0), a, SSM_LIST_EXIT, 3),
               ">w");
  assert_diff (map, ssm_map_with_part_moved (map, criterion (fixture, 3), a, SSM_LIST_EXIT, 0),
               ">z");
  assert_diff (map, ssm_map_with_part_moved (map, criterion (fixture, 1), a, SSM_LIST_ENTRY, 0),
               ">x@entry");
  assert_diff (map, ssm_map_with_part_moved (map, criterion (fixture, 1), b, SSM_LIST_ENTRY, 1),
               ">x@entry");
  assert_diff (map,
               ssm_map_with_part_moved (reworded, criterion (fixture, 0), b, SSM_LIST_ENTRY, 0),
               ">q@entry ~q.text");
}

/* A stage that goes or comes takes its criteria with it, but for those that moved. */
static void
test_moves_between_stages_that_come_and_go (Fixture *fixture, gconstpointer data)
{
  SsmMap *map = fixture->map;
  g_autofree char *c = NULL;
  g_autoptr (SsmMap) moved
    = ssm_map_with_part_moved (map, criterion (fixture, 1), fixture->b, SSM_LIST_EXIT, 0);
  g_autoptr (SsmMap) with = ssm_map_with_stage_added (map, 1, "C", &c);
  g_autoptr (SsmMap) split
    = ssm_map_with_part_moved (with, criterion (fixture, 2), c, SSM_LIST_EXIT, 0);

  assert_diff (map, ssm_map_with_part_removed (moved, fixture->a), "-A >x -link");
  assert_diff (map, ssm_map_with_criterion_added (split, c, SSM_LIST_EXIT, 0, "n", NULL),
               "+C >y");
}

static void
test_where (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SsmMap) moved = ssm_map_with_part_moved (
      fixture->map, criterion (fixture, 1), fixture->b, SSM_LIST_ENTRY, 0);
  g_autoptr (SsmDiff) diff = ssm_diff_new (fixture->map, moved);
  const SsmChange *change = g_ptr_array_index (diff->changes, 0);

  g_assert_cmpstr (ssm_part_id (change->stage), ==, fixture->b);
  g_assert_cmpstr (ssm_part_id (change->from_stage), ==, fixture->a);
  g_assert_cmpint (change->list, ==, SSM_LIST_ENTRY);
  g_assert_cmpint (change->from_list, ==, SSM_LIST_EXIT);
  g_assert_true (ssm_part_equal (change->before, change->after));
}

static guint
count (const SsmMap *before, const SsmMap *after, SsmChangeKind kind)
{
  g_autoptr (SsmDiff) diff = ssm_diff_new (before, after);
  guint n = 0;

  for (guint i = 0; i < diff->changes->len; i++)
    n += ((SsmChange *) diff->changes->pdata[i])->kind == kind;
  return n;
}

/* An edit of a random part: a text, a removal, or a move within its list. */
static SsmMap *
random_edit (GRand *random, SsmMap *map)
{
  guint n = ssm_map_n_stages (map);
  SsmPart *stage = n > 0 ? ssm_map_stage (map, g_rand_int (random) % n) : NULL;
  const char *id = ssm_part_id (stage != NULL ? stage : map);

  switch (stage != NULL ? g_rand_int_range (random, 0, 4) : 4)
    {
    case 0:
      return ssm_map_with_text (map, id, SSM_STAGE_DOES, "does");
    case 1:
      return ssm_map_with_part_removed (map, id);
    case 2:
      return ssm_map_with_part_moved (map, id, ssm_part_id (map), SSM_LIST_STAGES,
                                      g_rand_int (random) % n);
    case 3:
      return ssm_map_with_criterion_added (map, id, SSM_LIST_EXIT, 0, "new", NULL);
    default:
      return ssm_map_with_stage_added (map, 0, "new", NULL);
    }
}

static void
test_laws (void)
{
  for (guint seed = 0; seed < 300; seed++)
    {
      g_autoptr (GRand) random = g_rand_new_with_seed (seed);
      g_autoptr (GRand) twin_random = g_rand_new_with_seed (seed);
      g_autoptr (SsmMap) map = random_map (random, TRUE);
      g_autoptr (SsmMap) twin = random_map (twin_random, TRUE);
      g_autoptr (SsmMap) after = ssm_part_ref (map);
      g_autoptr (SsmDiff) diff = NULL;

      for (int i = g_rand_int_range (random, 0, 5); i > 0; i--)
        EDIT (after, random_edit (random, after));
      diff = ssm_diff_new (map, after);
      g_assert_cmpuint (diff->changes->len == 0, ==, ssm_part_equal (map, after));
      g_assert_cmpuint (count (map, twin, SSM_CHANGE_CHANGED), ==, 0);
      g_assert_cmpuint (count (map, after, SSM_CHANGE_ADDED), ==,
                        count (after, map, SSM_CHANGE_REMOVED));
      g_assert_cmpuint (count (map, after, SSM_CHANGE_CHANGED), ==,
                        count (after, map, SSM_CHANGE_CHANGED));
      g_assert_cmpuint (count (map, after, SSM_CHANGE_MOVED), ==,
                        count (after, map, SSM_CHANGE_MOVED));
    }
}

#define ADD(name, func) g_test_add ("/diff/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("edits", test_edits);
  ADD ("moves", test_moves);
  ADD ("stages", test_moves_between_stages_that_come_and_go);
  ADD ("where", test_where);
  g_test_add_func ("/diff/laws", test_laws);
  return g_test_run ();
}
