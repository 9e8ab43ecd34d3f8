/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is pasted where becomes what. */

#include "ssm-paste.h"

#include <string.h>

#include "sample.h"
#include "ssm-fragment.h"

#define START "A[a1 a2|a3] B[b1|b2 b3 b4] C[|]"

static const struct
{
  const char *name, *text, *id;
  SsmField field;
  SsmList list;
  const char *outline, *label;
} cases[] = {
  { "list-behind-criterion", "- x\n- y", "c-a1", SSM_CRITERION_TEXT, SSM_LIST_NONE,
    "A[a1 x y a2|a3] B[b1|b2 b3 b4] C[|]", "Paste criteria" },
  { "list-into-cell", "☐ x\n☐ y", "s-c", SSM_FIELD_NONE, SSM_LIST_ENTRY,
    "A[a1 a2|a3] B[b1|b2 b3 b4] C[x y|]", "Paste criteria" },
  { "list-on-stage", "x\ny", "s-a", SSM_FIELD_NONE, SSM_LIST_NONE,
    "A[a1 a2|a3 x y] B[b1|b2 b3 b4] C[|]", "Paste criteria" },
  { "table-into-cell", "L\tM\nx\ty", "s-c", SSM_FIELD_NONE, SSM_LIST_EXIT,
    "A[a1 a2|a3] B[b1|b2 b3 b4] C[|L M x y]", "Paste criteria" },
  { "table-on-stage", "L\tM\nx\ty", "s-a", SSM_FIELD_NONE, SSM_LIST_NONE,
    "A[a1 a2|a3] L[|x] M[|y] B[b1|b2 b3 b4] C[|]", "Paste stages" },
  { "table-on-page", "L\tM\nx\ty", "m-sample", SSM_FIELD_NONE, SSM_LIST_NONE,
    "A[a1 a2|a3] B[b1|b2 b3 b4] C[|] L[|x] M[|y]", "Paste stages" },
  { "arrows-on-name", "L (x) -> M", "s-b", SSM_STAGE_NAME, SSM_LIST_NONE,
    "A[a1 a2|a3] B[b1|b2 b3 b4] L[|x] M[|] C[|]", "Paste stages" },
  { "arrows-into-cell", "L (x) -> M", "s-c", SSM_FIELD_NONE, SSM_LIST_ENTRY,
    "A[a1 a2|a3] B[b1|b2 b3 b4] C[L (x) -> M|]", "Paste criteria" },
  { "words-on-name", "- new\n- name", "s-b", SSM_STAGE_NAME, SSM_LIST_NONE,
    "A[a1 a2|a3] new name[b1|b2 b3 b4] C[|]", "Paste text" },
  { "names-on-page", "x\ny", "", SSM_FIELD_NONE, SSM_LIST_NONE,
    "A[a1 a2|a3] B[b1|b2 b3 b4] C[|] x[|] y[|]", "Paste stages" },
  { "nothing", " \n", "c-a1", SSM_CRITERION_TEXT, SSM_LIST_NONE, START, "" },
  { "unknown-place", "x", "s-gone", SSM_FIELD_NONE, SSM_LIST_NONE,
    "A[a1 a2|a3] B[b1|b2 b3 b4] C[|] x[|]", "Paste stage" },
};

static void
test_text (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (SsmMap) map = sample_map_new ();
  SsmPlaceInMap place = { (char *) cases[i].id, cases[i].field, cases[i].list };
  g_autoptr (SsmPasted) pasted
    = ssm_pasted_new_text (cases[i].text, strlen (cases[i].text));
  g_autoptr (SsmCommand) command = ssm_command_paste (map, &place, pasted);
  g_autofree char *outline = sample_outline (command->map);

  g_assert_cmpstr (outline, ==, cases[i].outline);
  g_assert_cmpstr (command->label, ==, cases[i].label);
}

static void
test_cells_make_no_sentence (void)
{
  static const char cells[] = "Walk through it\tAgree on terms\n";
  g_autoptr (SsmMap) map = sample_map_new ();
  SsmPlaceInMap place = { (char *) "s-b", SSM_STAGE_DOES, SSM_LIST_NONE };
  g_autoptr (SsmPasted) pasted = ssm_pasted_new_text (cells, strlen (cells));
  g_autoptr (SsmCommand) command = ssm_command_paste (map, &place, pasted);

  g_assert_cmpstr (ssm_part_text (ssm_map_find (command->map, "s-b"), SSM_STAGE_DOES), ==,
                   "Walk through it, Agree on terms");
}

static SsmCommand *
paste_part (SsmMap *map, const char *id, SsmList list, const SsmPlaceInMap *place)
{
  SsmPasted pasted = { ssm_map_fragment (map, id, list, FALSE), (char *) "words", FALSE };
  SsmCommand *command = ssm_command_paste (map, place, &pasted);

  ssm_part_unref (pasted.fragment);
  return command;
}

static void
test_parts (void)
{
  g_autoptr (SsmMap) map = sample_map_new ();
  SsmPlaceInMap criterion = { (char *) "c-b1", SSM_CRITERION_TEXT, SSM_LIST_NONE };
  SsmPlaceInMap stage = { (char *) "s-c", SSM_FIELD_NONE, SSM_LIST_NONE };
  g_autoptr (SsmCommand) one = paste_part (map, "c-a3", SSM_LIST_NONE, &criterion);
  g_autoptr (SsmCommand) cell = paste_part (map, "s-a", SSM_LIST_ENTRY, &stage);
  g_autoptr (SsmCommand) whole = paste_part (map, "s-a", SSM_LIST_NONE, &criterion);
  g_autoptr (SsmCommand) all = paste_part (map, "m-sample", SSM_LIST_NONE, &stage);
  g_autofree char *first = sample_outline (one->map), *second = sample_outline (cell->map);
  g_autofree char *third = sample_outline (whole->map), *fourth = sample_outline (all->map);

  g_assert_cmpstr (first, ==, "A[a1 a2|a3] B[b1 a3|b2 b3 b4] C[|]");
  g_assert_cmpstr (second, ==, "A[a1 a2|a3] B[b1|b2 b3 b4] C[a1 a2|]");
  g_assert_cmpstr (third, ==, "A[a1 a2|a3] B[b1|b2 b3 b4] A[a1 a2|a3] C[|]");
  g_assert_cmpstr (fourth, ==, START " " START);
  g_assert_cmpstr (third, !=, START);
}

static void
test_new_map (void)
{
  static const char arrows[] = "Lead (min data) → SQL (ICP + pain)";
  g_autoptr (SsmPasted) pasted = ssm_pasted_new_text (arrows, strlen (arrows));
  g_autoptr (SsmPasted) blank = ssm_pasted_new_text (" ", 1);
  g_autoptr (SsmMap) map = ssm_pasted_map_new (pasted);
  g_autofree char *outline = sample_outline (map);

  g_assert_cmpstr (outline, ==, "Lead[|min data] SQL[|ICP pain]");
  g_assert_null (ssm_pasted_map_new (blank));
}

/* The text of a map file is the map and no criteria of angle brackets. */
static void
test_markup (void)
{
  static const char xml[]
    = "<?xml version=\"1.0\"?><map xmlns=\"urn:sales-system-map:1\" version=\"1.0\" "
      "id=\"m-1\"><stages><stage id=\"s-1\"><name>Lead</name></stage></stages></map>";
  static const char broken[] = "<map of the world>";
  g_autoptr (SsmPasted) map = ssm_pasted_new_text (xml, strlen (xml));
  g_autoptr (SsmPasted) words = ssm_pasted_new_text (broken, strlen (broken));

  g_assert_nonnull (map->fragment);
  g_assert_null (words->fragment);
  g_assert_cmpstr (words->text, ==, broken);
  g_assert_null (ssm_pasted_new_html ("<b>x</b>", 8));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/paste/text/%s", cases[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_text);
    }
  g_test_add_func ("/paste/parts", test_parts);
  g_test_add_func ("/paste/cells", test_cells_make_no_sentence);
  g_test_add_func ("/paste/new-map", test_new_map);
  g_test_add_func ("/paste/markup", test_markup);
  return g_test_run ();
}
