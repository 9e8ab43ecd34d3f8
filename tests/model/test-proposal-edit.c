/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Ideas and proposals: what each edit does, that nothing of them is lost or handed on by
 * chance, and the laws of all edits. */

#include "ssm-proposal-edit.h"

#include <string.h>

#include "ssm-fragment.h"
#include "ssm-history.h"
#include "ssm-map-edit.h"
#include "ssm-map-version.h"

#define EDITS 500
#define STORMS 12

/* (transfer full): a map of two stages. */
static SsmMap *
two_stages (char **first, char **second)
{
  g_autoptr (SsmMap) empty = ssm_map_new ();
  g_autoptr (SsmMap) one = ssm_map_with_stage_added (empty, 0, "One", first);

  return ssm_map_with_stage_added (one, 1, "Two", second);
}

/* Replaces *@map by @next, which is taken. */
static void
become (SsmMap **map, SsmMap *next)
{
  ssm_part_unref (*map);
  *map = next;
}

/* (transfer full): "text hands; …" of a cell. */
static char *
describe (const SsmMap *map, const char *stage, SsmList list, gboolean decided)
{
  g_autoptr (GPtrArray) proposals = ssm_map_proposals (map, stage, list, decided);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < proposals->len; i++)
    g_string_append_printf (text, "%s %u%s; ",
                            ssm_part_text (proposals->pdata[i], SSM_PROPOSAL_TEXT),
                            ssm_proposal_hands (proposals->pdata[i]),
                            ssm_proposal_is_kept (proposals->pdata[i]) ? " kept" : "");
  return g_string_free (text, FALSE);
}

static void
test_ideas (void)
{
  g_autofree char *one = NULL, *two = NULL, *id = NULL, *none = NULL, *criterion = NULL;
  g_autoptr (SsmMap) map = two_stages (&one, &two);
  g_autoptr (SsmMap) parked
    = ssm_map_with_idea_parked (map, one, "2026-11-23", "Ask\nlegal", &id);
  g_autoptr (SsmMap) same = ssm_map_with_idea_parked (parked, one, "", " \n", &none);
  g_autoptr (SsmMap) used
    = ssm_map_with_idea_used (parked, id, two, SSM_LIST_EXIT, 0, &criterion);
  g_autoptr (SsmMap) dropped = ssm_map_with_part_removed (parked, id);
  const SsmPart *idea = ssm_map_idea (parked, 0);

  g_assert_cmpstr (ssm_map_text (map, SSM_MAP_VERSION), ==, "1.0");
  g_assert_cmpstr (ssm_map_text (parked, SSM_MAP_VERSION), ==, "1.1");
  g_assert_cmpuint (ssm_map_n_ideas (parked), ==, 1);
  g_assert_cmpstr (ssm_part_text (idea, SSM_IDEA_TEXT), ==, "Ask legal");
  g_assert_cmpstr (ssm_part_text (idea, SSM_IDEA_STAGE), ==, one);
  g_assert_cmpstr (ssm_part_text (idea, SSM_IDEA_DATE), ==, "2026-11-23");
  g_assert_true (same == parked);
  g_assert_null (none);

  g_assert_cmpuint (ssm_map_n_ideas (used), ==, 0);
  g_assert_cmpstr (ssm_part_text (ssm_map_find (used, criterion), SSM_CRITERION_TEXT), ==,
                   "Ask legal");
  g_assert_true (ssm_map_stage_of (used, criterion, NULL) == ssm_map_stage (used, 1));
  g_assert_cmpuint (ssm_map_n_ideas (dropped), ==, 0);
}

static void
test_proposals (void)
{
  static const char * const texts[] = { "A", " ", "b", "  B ", "C", NULL };
  static const char * const again[] = { "a", "", NULL };
  g_autofree char *one = NULL, *two = NULL, *before = NULL, *after = NULL, *decided = NULL;
  g_autoptr (SsmMap) map = two_stages (&one, &two);
  g_autoptr (SsmMap) with = ssm_map_with_proposals_added (map, one, SSM_LIST_EXIT, texts);
  g_autoptr (SsmMap) same = ssm_map_with_proposals_added (with, one, SSM_LIST_EXIT, again);
  g_autoptr (GPtrArray) open = ssm_map_proposals (with, one, SSM_LIST_EXIT, FALSE);
  g_autoptr (SsmMap) b = ssm_map_with_hands_counted (with, ssm_part_id (open->pdata[1]), 4);
  g_autoptr (SsmMap) c = ssm_map_with_hands_counted (b, ssm_part_id (open->pdata[2]), 9);
  g_autoptr (SsmMap) kept = ssm_map_with_best_kept (c, one, SSM_LIST_EXIT, 3);
  g_autoptr (SsmMap) cleared = ssm_map_without_decided (kept);
  g_autoptr (SsmMap) nothing = ssm_map_with_best_kept (cleared, one, SSM_LIST_EXIT, 3);
  const SsmPart *stage = ssm_map_stage (kept, 0);

  g_assert_true (same == with);
  g_assert_cmpuint (open->len, ==, 3);
  before = describe (c, one, SSM_LIST_EXIT, FALSE);
  g_assert_cmpstr (before, ==, "C 9; b 4; A 0; ");
  after = describe (kept, one, SSM_LIST_EXIT, FALSE);
  decided = describe (kept, one, SSM_LIST_EXIT, TRUE);
  g_assert_cmpstr (after, ==, "");
  g_assert_cmpstr (decided, ==, "C 9 kept; b 4 kept; A 0; ");
  g_assert_cmpuint (ssm_part_n_children (stage, SSM_LIST_EXIT), ==, 2);
  g_assert_cmpstr (ssm_part_text (ssm_part_child (stage, SSM_LIST_EXIT, 0),
                                  SSM_CRITERION_TEXT), ==, "C");
  g_assert_cmpuint (ssm_part_n_children (stage, SSM_LIST_ENTRY), ==, 0);
  g_assert_cmpuint (ssm_part_n_children (cleared, SSM_LIST_PROPOSALS), ==, 0);
  g_assert_true (nothing == cleared);
}

/* Equal hands: the first proposed. What is a criterion already is not one twice. */
static void
test_best_of_equals (void)
{
  static const char * const texts[] = { "First", "Second", "Third", NULL };
  g_autofree char *one = NULL, *two = NULL, *decided = NULL;
  g_autoptr (SsmMap) map = two_stages (&one, &two);
  g_autoptr (SsmMap) written
    = ssm_map_with_criterion_added (map, one, SSM_LIST_ENTRY, 0, "first", NULL);
  g_autoptr (SsmMap) with
    = ssm_map_with_proposals_added (written, one, SSM_LIST_ENTRY, texts);
  g_autoptr (GPtrArray) open = ssm_map_proposals (with, one, SSM_LIST_ENTRY, FALSE);
  g_autoptr (SsmMap) kept = NULL;

  for (guint i = 0; i < open->len; i++)
    become (&with, ssm_map_with_hands_counted (with, ssm_part_id (open->pdata[i]), 5));
  kept = ssm_map_with_best_kept (with, one, SSM_LIST_ENTRY, 2);
  decided = describe (kept, one, SSM_LIST_ENTRY, TRUE);
  g_assert_cmpstr (decided, ==, "First 5 kept; Second 5 kept; Third 5; ");
  g_assert_cmpuint (ssm_part_n_children (ssm_map_stage (kept, 0), SSM_LIST_ENTRY), ==, 2);
}

/* An id that is of nothing, or of something else, changes nothing. */
static void
test_wrong_ids (void)
{
  static const char * const texts[] = { "A", NULL };
  g_autofree char *one = NULL, *two = NULL;
  g_autoptr (SsmMap) map = two_stages (&one, &two);
  SsmMap *same[] = {
    ssm_map_with_idea_used (map, "i-gone", one, SSM_LIST_EXIT, 0, NULL),
    ssm_map_with_idea_used (map, one, two, SSM_LIST_EXIT, 0, NULL),
    ssm_map_with_proposals_added (map, "s-gone", SSM_LIST_EXIT, texts),
    ssm_map_with_hands_counted (map, "p-gone", 3),
    ssm_map_with_hands_counted (map, one, 3),
    ssm_map_with_best_kept (map, "s-gone", SSM_LIST_EXIT, 3),
    ssm_map_without_decided (map),
    ssm_map_to_hand_on (map),
  };

  for (guint i = 0; i < G_N_ELEMENTS (same); i++)
    {
      g_assert_true (same[i] == map);
      ssm_part_unref (same[i]);
    }
}

/* An idea outlives the stage that was spoken of; proposals go where its criteria go. */
static void
test_stages_go (void)
{
  static const char * const texts[] = { "A", NULL };
  g_autofree char *one = NULL, *two = NULL, *moved = NULL;
  g_autoptr (SsmMap) map = two_stages (&one, &two);
  g_autoptr (SsmMap) removed = NULL;

  become (&map, ssm_map_with_idea_parked (map, two, "2026-11-23", "Later", NULL));
  become (&map, ssm_map_with_proposals_added (map, two, SSM_LIST_EXIT, texts));
  removed = ssm_map_with_part_removed (map, two);
  g_assert_cmpstr (ssm_part_text (ssm_map_idea (removed, 0), SSM_IDEA_STAGE), ==, "");
  g_assert_cmpuint (ssm_part_n_children (removed, SSM_LIST_PROPOSALS), ==, 0);

  become (&removed, ssm_map_with_stages_joined (map, one));
  g_assert_cmpstr (ssm_part_text (ssm_map_idea (removed, 0), SSM_IDEA_STAGE), ==, one);
  moved = describe (removed, one, SSM_LIST_EXIT, FALSE);
  g_assert_cmpstr (moved, ==, "A 0; ");
}

/* A kept version has none, and going back to one drops none. */
static void
test_versions (void)
{
  static const char * const texts[] = { "A", NULL };
  g_autofree char *one = NULL, *two = NULL, *version = NULL;
  g_autoptr (SsmMap) map = two_stages (&one, &two);
  const SsmMap *kept;

  become (&map, ssm_map_with_idea_parked (map, one, "2026-11-23", "Early", NULL));
  become (&map, ssm_map_with_version_kept (map, "Before", "2026-11-23", &version));
  become (&map, ssm_map_with_idea_parked (map, one, "2026-11-23", "Late", NULL));
  become (&map, ssm_map_with_proposals_added (map, one, SSM_LIST_EXIT, texts));
  kept = ssm_map_version_content (map, version);
  g_assert_cmpuint (ssm_map_n_ideas (kept), ==, 0);

  become (&map, ssm_map_with_version_restored (map, version));
  g_assert_cmpuint (ssm_map_n_ideas (map), ==, 2);
  g_assert_cmpuint (ssm_part_n_children (map, SSM_LIST_PROPOSALS), ==, 1);
}

static void
test_handing_on (void)
{
  static const char * const texts[] = { "A", NULL };
  g_autofree char *one = NULL, *two = NULL;
  g_autoptr (SsmMap) map = two_stages (&one, &two);
  g_autoptr (SsmMap) handed = NULL;
  g_autoptr (SsmMap) copied = NULL;

  become (&map, ssm_map_with_idea_parked (map, one, "2026-11-23", "Secret", NULL));
  become (&map, ssm_map_with_proposals_added (map, one, SSM_LIST_EXIT, texts));
  handed = ssm_map_to_hand_on (map);
  g_assert_cmpuint (ssm_map_n_ideas (handed), ==, 0);
  g_assert_cmpuint (ssm_part_n_children (handed, SSM_LIST_PROPOSALS), ==, 0);
  g_assert_cmpuint (ssm_map_n_stages (handed), ==, 2);
  g_assert_cmpuint (ssm_map_n_ideas (map), ==, 1);

  copied = ssm_map_fragment (map, ssm_part_id (map), SSM_LIST_NONE, FALSE);
  g_assert_true (ssm_part_equal (copied, handed));
}

static const char *
any_stage (const SsmMap *map, GRand *random)
{
  guint n = ssm_map_n_stages (map);

  return ssm_part_id (ssm_map_stage (map, (guint) g_rand_int_range (random, 0, (int) n)));
}

static const char *
any_of (const SsmMap *map, SsmList list, GRand *random)
{
  guint n = ssm_part_n_children (map, list);

  if (n == 0)
    return "nothing";
  return ssm_part_id (ssm_part_child (map, list, (guint) g_rand_int_range (random, 0, (int) n)));
}

/* (transfer full): what a workshop does, at random. */
static SsmMap *
edit (SsmMap *map, GRand *random)
{
  const char *texts[] = { "Signed", "Buyer said so", "Budget named", NULL };
  SsmList list = g_rand_boolean (random) ? SSM_LIST_ENTRY : SSM_LIST_EXIT;

  switch (g_rand_int_range (random, 0, 8))
    {
    case 0:
      return ssm_map_with_idea_parked (map, any_stage (map, random), "2026-11-23", "Idea", NULL);
    case 1:
      return ssm_map_with_idea_used (map, any_of (map, SSM_LIST_IDEAS, random),
                                     any_stage (map, random), list, 1, NULL);
    case 2:
      return ssm_map_with_proposals_added (map, any_stage (map, random), list, texts);
    case 3:
      return ssm_map_with_hands_counted (map, any_of (map, SSM_LIST_PROPOSALS, random),
                                         (guint) g_rand_int_range (random, 0, 12));
    case 4:
      return ssm_map_with_best_kept (map, any_stage (map, random), list, 2);
    case 5:
      return ssm_map_without_decided (map);
    case 6:
      return ssm_map_with_part_removed (map, any_of (map, SSM_LIST_IDEAS, random));
    default:
      return ssm_map_with_text (map, any_of (map, SSM_LIST_PROPOSALS, random),
                                SSM_PROPOSAL_TEXT, "Reworded");
    }
}

/* A workshop of 500 edits with 12 storms of undo and redo leaves the map that the edits
 * alone leave. */
static void
test_storms (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed ((guint32) g_test_rand_int ());
  g_autofree char *one = NULL, *two = NULL;
  g_autoptr (SsmMap) map = two_stages (&one, &two);
  g_autoptr (SsmHistory) history = ssm_history_new (map);

  for (guint i = 0; i < EDITS; i++)
    {
      g_autoptr (SsmMap) next = edit (map, random);

      if (next != map)
        ssm_history_push (history, next, "Edit", NULL);
      become (&map, g_steal_pointer (&next));
      if (i % (EDITS / STORMS) != 0)
        continue;
      while (ssm_history_undo (history))
        ;
      while (ssm_history_redo (history))
        ;
      g_assert_true (ssm_history_current (history) == map);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/proposal-edit/ideas", test_ideas);
  g_test_add_func ("/model/proposal-edit/proposals", test_proposals);
  g_test_add_func ("/model/proposal-edit/best-of-equals", test_best_of_equals);
  g_test_add_func ("/model/proposal-edit/wrong-ids", test_wrong_ids);
  g_test_add_func ("/model/proposal-edit/stages-go", test_stages_go);
  g_test_add_func ("/model/proposal-edit/versions", test_versions);
  g_test_add_func ("/model/proposal-edit/handing-on", test_handing_on);
  g_test_add_func ("/model/proposal-edit/storms", test_storms);
  return g_test_run ();
}
