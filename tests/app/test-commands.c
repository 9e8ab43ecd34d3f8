/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-commands.h"
#include "ssm-map-edit.h"

#include <string.h>

#include "sample.h"
#include "ssm-map-page.h"
#include "ssm-read.h"

#define START "A[a1 a2|a3] B[b1|b2 b3 b4] C[|]"

typedef enum
{
  DELETE,
  UP,
  DOWN,
  TO_ENTRY,
  TO_EXIT,
  INSERT_BEFORE,
  INSERT_AFTER,
  SPLIT,
  JOIN,
  PASS_BACK,
  PASS_ON
} Act;

/* Do this to that, expect this outline and this to be selected; NULL: the new part. */
static const struct
{
  const char *name;
  Act act;
  const char *id;
  const char *outline;
  const char *selected;
} cases[] = {
  { "delete-middle", DELETE, "c-b3", "A[a1 a2|a3] B[b1|b2 b4] C[|]", "c-b4" },
  { "delete-last", DELETE, "c-b4", "A[a1 a2|a3] B[b1|b2 b3] C[|]", "c-b3" },
  { "delete-only", DELETE, "c-a3", "A[a1 a2|] B[b1|b2 b3 b4] C[|]", "s-a" },
  { "delete-stage", DELETE, "s-b", "A[a1 a2|a3] C[|]", "s-c" },
  { "delete-last-stage", DELETE, "s-c", "A[a1 a2|a3] B[b1|b2 b3 b4]", "s-b" },
  { "delete-nothing", DELETE, "c-none", START, "c-none" },
  { "up", UP, "c-a2", "A[a2 a1|a3] B[b1|b2 b3 b4] C[|]", "c-a2" },
  { "up-first", UP, "c-a1", START, "c-a1" },
  { "down", DOWN, "c-b2", "A[a1 a2|a3] B[b1|b3 b2 b4] C[|]", "c-b2" },
  { "down-last", DOWN, "c-b4", START, "c-b4" },
  { "stage-later", DOWN, "s-a", "B[b1|b2 b3 b4] A[a1 a2|a3] C[|]", "s-a" },
  { "stage-earlier", UP, "s-c", "A[a1 a2|a3] C[|] B[b1|b2 b3 b4]", "s-c" },
  { "to-exit", TO_EXIT, "c-a1", "A[a2|a3 a1] B[b1|b2 b3 b4] C[|]", "c-a1" },
  { "to-entry", TO_ENTRY, "c-b3", "A[a1 a2|a3] B[b1 b3|b2 b4] C[|]", "c-b3" },
  { "to-where-it-is", TO_ENTRY, "c-a1", START, "c-a1" },
  { "insert-before", INSERT_BEFORE, "s-a",
    "New stage[|] A[a1 a2|a3] B[b1|b2 b3 b4] C[|]", NULL },
  { "insert-after-criterion", INSERT_AFTER, "c-b1",
    "A[a1 a2|a3] B[b1|b2 b3 b4] New stage[|] C[|]", NULL },
  { "split-at-exit", SPLIT, "c-b4", "A[a1 a2|a3] B[b1|b2 b3] B 2[|b4] C[|]", NULL },
  { "split-at-entry", SPLIT, "c-a2", "A[a1|] A 2[a2|a3] B[b1|b2 b3 b4] C[|]", NULL },
  { "split-in-two", SPLIT, "s-b", "A[a1 a2|a3] B[b1|b2 b3] B 2[|b4] C[|]", NULL },
  { "split-empty", SPLIT, "s-c", "A[a1 a2|a3] B[b1|b2 b3 b4] C[|] C 2[|]", NULL },
  { "split-nothing", SPLIT, "c-none", START, "c-none" },
  { "join", JOIN, "s-a", "A / B[a1 a2|a3 b1 b2 b3 b4] C[|]", NULL },
  { "join-at-criterion", JOIN, "c-b3", "A[a1 a2|a3] B / C[b1|b2 b3 b4]", NULL },
  { "join-last", JOIN, "s-c", START, "s-c" },
  { "pass-on", PASS_ON, "c-a2", "A[a1|a3] B[b1 a2|b2 b3 b4] C[|]", "c-a2" },
  { "pass-back", PASS_BACK, "c-b2", "A[a1 a2|b2 a3] B[b1|b3 b4] C[|]", "c-b2" },
  { "pass-back-from-first", PASS_BACK, "c-a1", START, "c-a1" },
  { "pass-a-stage", PASS_ON, "s-a", START, "s-a" },
};

static SsmCommand *
run (SsmMap *map, Act act, const char *id)
{
  switch (act)
    {
    case DELETE:
      return ssm_command_delete (map, id);
    case UP:
    case DOWN:
      return ssm_command_move (map, id, act == UP ? -1 : 1);
    case TO_ENTRY:
      return ssm_command_send (map, id, SSM_LIST_ENTRY);
    case TO_EXIT:
      return ssm_command_send (map, id, SSM_LIST_EXIT);
    case SPLIT:
      return ssm_command_split_stage (map, id);
    case JOIN:
      return ssm_command_join_stages (map, id);
    case PASS_BACK:
    case PASS_ON:
      return ssm_command_pass (map, id, act == PASS_ON ? 1 : -1);
    default:
      return ssm_command_insert_stage (map, id, act == INSERT_AFTER);
    }
}

/* What goes into a map, and what its page says of it, is in its language, whatever the
 * program speaks. */
static void
test_words_of_the_map (void)
{
  static const struct
  {
    const char *language, *new_stage, *nurture, *lost;
  } words[] = {
    { "de", "Neue Stufe", "Nurturing", "Verloren" },
    { "ja", "新しい段階", "育成", "失注" },
    { "ar", "مرحلة جديدة", "الحفاظ على الصلة", "الخاسرة" },
  };
  g_autoptr (SsmMap) map = sample_map_new ();

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autoptr (SsmMap) other
        = ssm_map_with_text (map, ssm_part_id (map), SSM_MAP_LANGUAGE, words[i].language);
      g_autoptr (SsmCommand) added = ssm_command_insert_stage (other, "s-a", TRUE);
      const char *id = ssm_part_id (ssm_map_stage (added->map, 1));
      g_autoptr (SsmCommand) split = ssm_command_split_stage (added->map, id);
      g_autoptr (SsmCommand) joined = ssm_command_join_stages (split->map, id);
      g_autoptr (SsmCommand) leaving = ssm_command_link (joined->map, id, "nurture");
      g_autoptr (SsmCommand) coming = ssm_command_link (leaving->map, "lost", id);
      g_autoptr (SsmPage) page = ssm_map_page_new (coming->map, NULL);
      g_autofree char *dump = ssm_page_dump (page);
      g_autofree char *second = g_strconcat (words[i].new_stage, " 2", NULL);

      g_test_message ("%s", words[i].language);
      g_assert_cmpstr (ssm_part_text (ssm_map_stage (added->map, 1), SSM_STAGE_NAME), ==,
                       words[i].new_stage);
      g_assert_cmpstr (ssm_part_text (ssm_map_stage (split->map, 2), SSM_STAGE_NAME), ==,
                       second);
      g_assert_cmpstr (ssm_part_text (ssm_map_stage (joined->map, 1), SSM_STAGE_NAME), ==,
                       words[i].new_stage);
      g_assert_nonnull (strstr (dump, words[i].nurture));
      g_assert_nonnull (strstr (dump, words[i].lost));
    }
}

static void
test_case (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (SsmMap) map = sample_map_new ();
  g_autoptr (SsmCommand) command = run (map, cases[i].act, cases[i].id);
  g_autofree char *outline = sample_outline (command->map);

  g_assert_cmpstr (outline, ==, cases[i].outline);
  if (cases[i].selected != NULL)
    g_assert_cmpstr (command->select.id, ==, cases[i].selected);
  else
    g_assert_cmpint (command->select.field, ==, SSM_STAGE_NAME);
  g_assert_nonnull (ssm_map_find (map, "c-a1"));
  g_assert_cmpint (command->map == map, ==, g_str_equal (cases[i].outline, START));
}

static void
test_delete_says_what (void)
{
  g_autoptr (SsmMap) map = sample_map_new ();
  g_autoptr (SsmCommand) criterion = ssm_command_delete (map, "c-b3");
  g_autoptr (SsmCommand) stage = ssm_command_delete (map, "s-b");

  g_assert_cmpstr (criterion->toast, ==, "Criterion “b3” deleted.");
  g_assert_cmpstr (stage->toast, ==, "Stage “B” deleted.");
}

static void
test_deleting_the_last_selects_the_cell (void)
{
  g_autoptr (SsmMap) map = sample_map_new ();
  g_autoptr (SsmCommand) command = ssm_command_delete (map, "c-b1");

  g_assert_cmpstr (command->select.id, ==, "s-b");
  g_assert_cmpint (command->select.list, ==, SSM_LIST_ENTRY);
}

static void
test_clear_a_cell (void)
{
  g_autoptr (SsmMap) map = sample_map_new ();
  g_autoptr (SsmCommand) command = ssm_command_clear (map, "s-b", SSM_LIST_EXIT);
  g_autoptr (SsmCommand) nothing = ssm_command_clear (map, "s-c", SSM_LIST_EXIT);
  g_autofree char *outline = sample_outline (command->map);

  g_assert_cmpstr (outline, ==, "A[a1 a2|a3] B[b1|] C[|]");
  g_assert_cmpstr (command->toast, ==, "3 criteria deleted.");
  g_assert_true (nothing->map == map);
  g_assert_null (nothing->toast);
}

/* "s-a > s-b;" for each return path. */
static char *
links_of (const SsmMap *map)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < ssm_part_n_children (map, SSM_LIST_LINKS); i++)
    {
      const SsmPart *link = ssm_part_child (map, SSM_LIST_LINKS, i);

      g_string_append_printf (out, "%s > %s;", ssm_part_text (link, SSM_LINK_FROM),
                              ssm_part_text (link, SSM_LINK_TO));
    }

  return g_string_free (out, FALSE);
}

static void
test_link (void)
{
  static const char * const places[][2] = {
    { "s-a", "s-a" }, { "s-a", "lost" }, { "nurture", "s-a" }, { "lost", "nurture" },
    { "s-none", "s-a" }, { "c-a1", "s-a" }, { "s-a", "c-b1" },
  };
  g_autoptr (SsmMap) map = sample_map_new ();
  g_autoptr (SsmCommand) link = ssm_command_link (map, "s-b", "s-a");
  g_autoptr (SsmCommand) again = ssm_command_link (link->map, "s-b", "s-a");
  g_autoptr (SsmCommand) lost = ssm_command_link (link->map, "lost", "s-a");
  g_autoptr (SsmCommand) nurture = ssm_command_link (lost->map, "s-c", "nurture");
  g_autofree char *links = links_of (nurture->map);

  g_assert_cmpint (link->select.field, ==, SSM_LINK_TEXT);
  g_assert_true (again->map == link->map);
  g_assert_cmpstr (again->select.id, ==, link->select.id);
  g_assert_cmpstr (links, ==, "s-b > s-a;lost > s-a;s-c > nurture;");
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autoptr (SsmCommand) none = ssm_command_link (map, places[i][0], places[i][1]);

      g_assert_true (none->map == map);
    }
}

static void
test_point_link (void)
{
  g_autoptr (SsmMap) map = sample_map_new ();
  g_autoptr (SsmCommand) link = ssm_command_link (map, "s-b", "s-a");
  const char *id = link->select.id;
  g_autoptr (SsmCommand) from
    = ssm_command_point_link (link->map, id, SSM_LINK_FROM, "s-c");
  g_autoptr (SsmCommand) to = ssm_command_point_link (from->map, id, SSM_LINK_TO, "nurture");
  g_autoptr (SsmCommand) round = ssm_command_point_link (from->map, id, SSM_LINK_TO, "s-c");
  g_autoptr (SsmCommand) outside
    = ssm_command_point_link (to->map, id, SSM_LINK_FROM, "lost");
  g_autofree char *links = links_of (to->map);

  g_assert_cmpstr (links, ==, "s-c > nurture;");
  g_assert_cmpstr (to->select.id, ==, id);
  g_assert_true (round->map == from->map);
  g_assert_true (outside->map == to->map);
}

static void
test_paste (void)
{
  g_autoptr (SsmMap) map = sample_map_new ();
  g_auto (GStrv) items = ssm_read_items ("• x\r\n\n  - y \n☐ z\tw\n");
  g_autoptr (SsmCommand) command = ssm_command_insert_criteria (
    map, "s-a", SSM_LIST_ENTRY, 1, (const char *const *) items);
  g_autofree char *outline = sample_outline (command->map);
  g_autofree char *last = sample_id (command->map, "w");

  g_assert_cmpstr (outline, ==, "A[a1 x y z w a2|a3] B[b1|b2 b3 b4] C[|]");
  g_assert_cmpstr (command->select.id, ==, last);
}

static void
test_copy (void)
{
  g_autoptr (SsmMap) map = sample_map_new ();
  g_autofree char *criterion
    = ssm_command_copy_text (map, "c-a1", SSM_CRITERION_TEXT, SSM_LIST_NONE);
  g_autofree char *cell = ssm_command_copy_text (map, "s-b", SSM_FIELD_NONE, SSM_LIST_EXIT);
  g_autofree char *stage = ssm_command_copy_text (map, "s-a", SSM_FIELD_NONE, SSM_LIST_NONE);
  g_autofree char *title
    = ssm_command_copy_text (map, "m-sample", SSM_MAP_TITLE, SSM_LIST_NONE);

  g_assert_cmpstr (criterion, ==, "a1");
  g_assert_cmpstr (cell, ==, "b2\nb3\nb4");
  g_assert_cmpstr (stage, ==, "A\na1\na2\na3");
  g_assert_cmpstr (title, ==, "Sample");
}

/* Each is one step, says what it did, and can be told from the others in the undo button. */
static void
test_versions (void)
{
  g_autoptr (SsmMap) map = sample_map_new ();
  g_autoptr (SsmCommand) keep = ssm_command_keep_version (map, "First", "2026-11-09");
  const char *id = ssm_part_id (ssm_part_child (keep->map, SSM_LIST_VERSIONS, 0));
  g_autoptr (SsmMap) edited
    = ssm_map_with_text (keep->map, ssm_part_id (map), SSM_MAP_TITLE, "Other");
  g_autoptr (SsmCommand) back = ssm_command_go_back_to_version (edited, id);
  g_autoptr (SsmCommand) name = ssm_command_rename_version (edited, id, "Better");
  g_autoptr (SsmCommand) delete = ssm_command_delete_version (name->map, id);

  g_assert_nonnull (strstr (keep->toast, "kept."));
  g_assert_nonnull (strstr (back->label, "First"));
  g_assert_nonnull (strstr (back->toast, "Undo brings back"));
  g_assert_true (ssm_part_equal (back->map, keep->map));
  g_assert_nonnull (strstr (delete->toast, "Better"));
  g_assert_cmpuint (ssm_part_n_children (delete->map, SSM_LIST_VERSIONS), ==, 0);
}

static void
test_definitions (void)
{
  g_autoptr (SsmMap) map = sample_map_new ();
  guint n = ssm_part_n_children (map, SSM_LIST_DEFINITIONS);
  g_autoptr (SsmCommand) added = ssm_command_define (map, "SAL");
  g_autoptr (SsmCommand) again = ssm_command_define (added->map, "sal");
  const char *id = added->select.id;
  g_autoptr (SsmCommand) pinned = ssm_command_pin (added->map, id, TRUE);
  g_autoptr (SsmCommand) left = ssm_command_leave_stage (pinned->map, id, "s-b");
  g_autoptr (SsmCommand) moved = ssm_command_leave_stage (left->map, id, "s-a");
  g_autoptr (SsmCommand) nowhere = ssm_command_leave_stage (moved->map, id, "");
  g_autoptr (SsmCommand) usual = ssm_command_define_usual (map);
  g_autoptr (SsmCommand) none = ssm_command_define_usual (usual->map);

  g_assert_cmpuint (ssm_part_n_children (added->map, SSM_LIST_DEFINITIONS), ==, n + 1);
  g_assert_true (again->map == added->map);
  g_assert_cmpstr (again->select.id, ==, id);
  g_assert_true (ssm_part_flag (ssm_map_find (pinned->map, id), SSM_DEFINITION_ON_PAGE));
  g_assert_cmpstr (ssm_part_text (ssm_map_find (left->map, "s-b"), SSM_STAGE_OUTCOME), ==,
                   id);
  g_assert_cmpstr (ssm_part_text (ssm_map_find (moved->map, "s-b"), SSM_STAGE_OUTCOME), ==,
                   "");
  g_assert_cmpstr (ssm_part_text (ssm_map_find (moved->map, "s-a"), SSM_STAGE_OUTCOME), ==,
                   id);
  g_assert_cmpstr (ssm_part_text (ssm_map_find (nowhere->map, "s-a"), SSM_STAGE_OUTCOME), ==,
                   "");
  g_assert_nonnull (ssm_map_definition_of (usual->map, "Qualified discovery"));
  g_assert_true (none->map == usual->map);
}

/* A definition without a text says what its stage is left by, and nothing is filled twice. */
static void
test_fill_definitions (void)
{
  g_autoptr (SsmMap) map = sample_map_new ();
  g_autoptr (SsmCommand) added = ssm_command_define (map, "SAL");
  g_autoptr (SsmCommand) left
    = ssm_command_leave_stage (added->map, added->select.id, "s-a");
  g_autoptr (SsmCommand) filled = ssm_command_fill_definitions (left->map);
  g_autoptr (SsmCommand) again = ssm_command_fill_definitions (filled->map);
  const SsmPart *stage = ssm_map_find (left->map, "s-a");
  const char *text
    = ssm_part_text (ssm_map_find (filled->map, added->select.id), SSM_DEFINITION_TEXT);

  for (guint i = 0; i < ssm_part_n_children (stage, SSM_LIST_EXIT); i++)
    g_assert_nonnull (strstr (text, ssm_part_text (ssm_part_child (stage, SSM_LIST_EXIT, i),
                                                   SSM_CRITERION_TEXT)));
  g_assert_cmpuint (strlen (text), >, 0);
  g_assert_true (again->map == filled->map);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/app/commands/", cases[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_case);
    }
  g_test_add_func ("/app/commands/delete-says-what", test_delete_says_what);
  g_test_add_func ("/app/commands/fill-definitions", test_fill_definitions);
  g_test_add_func ("/app/commands/deleting-the-last-selects-the-cell",
                   test_deleting_the_last_selects_the_cell);
  g_test_add_func ("/app/commands/clear-a-cell", test_clear_a_cell);
  g_test_add_func ("/app/commands/link", test_link);
  g_test_add_func ("/app/commands/point-link", test_point_link);
  g_test_add_func ("/app/commands/paste", test_paste);
  g_test_add_func ("/app/commands/copy", test_copy);
  g_test_add_func ("/app/commands/versions", test_versions);
  g_test_add_func ("/app/commands/definitions", test_definitions);
  g_test_add_func ("/commands/words-of-the-map", test_words_of_the_map);
  return g_test_run ();
}
