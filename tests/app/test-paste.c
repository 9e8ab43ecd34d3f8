/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is pasted where becomes what. */

#include "ssm-paste.h"

#include <string.h>

#include "sample.h"
#include "ssm-fragment.h"
#include "ssm-map-edit.h"
#include "ssm-resources.h"
#include "ssm-xml-read.h"

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

#define SEVEN "Sourcing → Qualification → Discovery → Proposal → Negotiation → Close → Expansion"

/* What comes of a text in a map of seven stages that say nothing yet. */
static const struct
{
  const char *name, *language, *text, *id;
  SsmField field;
  SsmList list;
  const char *outline, *blocks, *toast;
} fillings[] = {
  { "names-only", "en", SEVEN, "s-sourcing", SSM_STAGE_NAME, SSM_LIST_NONE,
    "Sourcing[|] Qualification[|] Discovery[|] Proposal[|] Negotiation[|] Close[|] "
    "Expansion[|]",
    "sourcing qualification discovery proposal negotiation close expansion",
    "All of these stages are here already." },
  { "usual-names", "en", "Prospecting (x) → Demo → Closed Won (y, z) → Renewal", "s-close",
    SSM_FIELD_NONE, SSM_LIST_ENTRY,
    "Prospecting[|x] Qualification[|] Demo[|] Proposal[|] Negotiation[|] Closed Won[|y z] "
    "Renewal[|]",
    "sourcing qualification discovery proposal negotiation close expansion",
    "4 empty stages filled." },
  { "unknown-in-order", "en", "Event (x) → Lead (y) → Pilot → Proposal (z) → Party", "",
    SSM_FIELD_NONE, SSM_LIST_NONE,
    "Event[|x] Lead[|y] Pilot[|] Qualification[|] Discovery[|] Proposal[|z] Party[|] "
    "Negotiation[|] Close[|] Expansion[|]",
    "- sourcing sourcing qualification discovery proposal proposal negotiation close "
    "expansion",
    "2 empty stages filled, 3 added." },
  { "own-name-first", "en", "Prospecting (x) → Sourcing (y)", "", SSM_FIELD_NONE,
    SSM_LIST_NONE,
    "Prospecting[|x] Sourcing[|y] Qualification[|] Discovery[|] Proposal[|] Negotiation[|] "
    "Close[|] Expansion[|]",
    "sourcing sourcing qualification discovery proposal negotiation close expansion",
    "1 empty stage filled, 1 added." },
  { "table-in-a-cell", "de",
    "\tLeadgewinnung\tAbschluss\nHinein, wenn\tx\t\nHinaus, wenn\ty\tz", "s-discovery",
    SSM_FIELD_NONE, SSM_LIST_EXIT,
    "Leadgewinnung[x|y] Qualifizierung[|] Bedarfsanalyse[|] Angebot[|] Verhandlung[|] "
    "Abschluss[|z] Ausbau[|]",
    "sourcing qualification discovery proposal negotiation close expansion",
    "2 empty stages filled." },
  { "english-in-german", "de", "Lead (x) → Closed Won (y)", "s-sourcing", SSM_STAGE_NAME,
    SSM_LIST_NONE,
    "Lead[|x] Qualifizierung[|] Bedarfsanalyse[|] Angebot[|] Verhandlung[|] "
    "Closed Won[|y] Ausbau[|]",
    "sourcing qualification discovery proposal negotiation close expansion",
    "2 empty stages filled." },
  { "japanese-lines", "ja", "開拓\n受注\n契約更新", "s-sourcing", SSM_FIELD_NONE,
    SSM_LIST_ENTRY,
    "開拓[|] 案件化[|] 課題把握[|] 提案[|] 交渉[|] 受注[|] 契約更新[|]",
    "sourcing qualification discovery proposal negotiation close expansion",
    "3 empty stages filled." },
  { "criteria-stay-criteria", "en", "Lead\nBudget named", "s-sourcing", SSM_FIELD_NONE,
    SSM_LIST_ENTRY,
    "Sourcing[Lead Budget named|] Qualification[|] Discovery[|] Proposal[|] Negotiation[|] "
    "Close[|] Expansion[|]",
    "sourcing qualification discovery proposal negotiation close expansion", NULL },
};

/* (transfer full): the seven stages as the template of a language has them. */
static SsmMap *
seven_stages (const char *language)
{
  g_autoptr (GBytes) bytes = ssm_resources_template ("empty", language);
  g_autoptr (GError) error = NULL;
  SsmMap *map = ssm_xml_read (bytes, "template", NULL, &error);

  g_assert_no_error (error);
  return map;
}

/* (transfer full) */
static char *
blocks_of (const SsmMap *map)
{
  GString *blocks = g_string_new (NULL);

  for (guint i = 0; i < ssm_map_n_stages (map); i++)
    {
      const char *block = ssm_part_text (ssm_map_stage (map, i), SSM_STAGE_BLOCK);

      g_string_append_printf (blocks, "%s%s", i > 0 ? " " : "", *block != '\0' ? block : "-");
    }
  return g_string_free (blocks, FALSE);
}

static void
test_filling (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  const char *text = fillings[i].text;
  g_autoptr (SsmMap) map = seven_stages (fillings[i].language);
  SsmPlaceInMap place = { (char *) fillings[i].id, fillings[i].field, fillings[i].list };
  g_autoptr (SsmPasted) pasted = ssm_pasted_new_text (text, strlen (text));
  g_autoptr (SsmCommand) command = ssm_command_paste (map, &place, pasted);
  g_autofree char *outline = sample_outline (command->map);
  g_autofree char *blocks = blocks_of (command->map);

  g_assert_cmpstr (outline, ==, fillings[i].outline);
  g_assert_cmpstr (blocks, ==, fillings[i].blocks);
  g_assert_cmpstr (command->toast, ==, fillings[i].toast);
  g_assert_true ((command->map == map) == g_str_equal (text, SEVEN));
  for (guint k = 0; k < ssm_map_n_stages (map); k++)
    g_assert_nonnull (ssm_map_find (command->map, ssm_part_id (ssm_map_stage (map, k))));
}

/* A stage that was copied fills an empty namesake; an empty one is there to be written in. */
static void
test_copied_stages (void)
{
  static const char arrows[] = "Close (x)";
  g_autoptr (SsmMap) map = seven_stages ("en");
  g_autoptr (SsmMap) written
    = ssm_map_with_criterion_added (map, "s-close", SSM_LIST_EXIT, 0, arrows, NULL);
  SsmPlaceInMap page = { (char *) "", SSM_FIELD_NONE, SSM_LIST_NONE };
  g_autoptr (SsmCommand) empty = paste_part (map, "s-close", SSM_LIST_NONE, &page);
  g_autoptr (SsmMap) fragment = ssm_map_fragment (written, "s-close", SSM_LIST_NONE, FALSE);
  SsmPasted pasted = { fragment, (char *) "words", FALSE };
  g_autoptr (SsmCommand) full = ssm_command_paste (map, &page, &pasted);
  g_autoptr (SsmCommand) twice = ssm_command_paste (full->map, &page, &pasted);

  g_assert_cmpuint (ssm_map_n_stages (empty->map), ==, 8);
  g_assert_cmpuint (ssm_map_n_stages (full->map), ==, 7);
  g_assert_cmpuint (ssm_part_n_children (ssm_map_find (full->map, "s-close"), SSM_LIST_EXIT),
                    ==, 1);
  g_assert_cmpuint (ssm_map_n_stages (twice->map), ==, 8);
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
  for (guint i = 0; i < G_N_ELEMENTS (fillings); i++)
    {
      g_autofree char *path = g_strdup_printf ("/paste/fill/%s", fillings[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_filling);
    }
  g_test_add_func ("/paste/copied-stages", test_copied_stages);
  g_test_add_func ("/paste/parts", test_parts);
  g_test_add_func ("/paste/cells", test_cells_make_no_sentence);
  g_test_add_func ("/paste/new-map", test_new_map);
  g_test_add_func ("/paste/markup", test_markup);
  return g_test_run ();
}
