/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which line gets which code, with the English pack that is shipped and with small packs of
 * other languages. */

#include <glib.h>
#include <string.h>

#include "ssm-check.h"
#include "ssm-map-edit.h"

static SsmLanguage *
english (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "resources",
                                                 "languages", "en.ini", NULL);
  g_autoptr (GMappedFile) file = g_mapped_file_new (path, FALSE, NULL);
  g_autoptr (GBytes) bytes = NULL;
  SsmLanguage *language;

  g_assert_nonnull (file);
  bytes = g_mapped_file_get_bytes (file);
  language = ssm_language_new (bytes, NULL);
  g_assert_nonnull (language);
  return language;
}

static SsmLanguage *
small_language (const char *lint)
{
  g_autofree char *text = g_strconcat (
      "[language]\nname=Test\ndirection=ltr\n[page]\ndate=d\n[dates]\npattern={d}\n"
      "months=1;2;3;4;5;6;7;8;9;10;11;12;\n[lint]\n", lint, NULL);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  SsmLanguage *language = ssm_language_new (bytes, NULL);

  g_assert_nonnull (language);
  return language;
}

/* Takes @map. */
static SsmMap *
add_stage (SsmMap *map, const char *name, const char * const *entry,
           const char * const *leave)
{
  g_autofree char *id = NULL;
  g_autoptr (SsmMap) owned = map;
  SsmMap *current = ssm_map_with_stage_added (map, ssm_map_n_stages (map), name, &id);

  for (guint i = 0; entry[i] != NULL; i++)
    {
      g_autoptr (SsmMap) old = current;

      current = ssm_map_with_criterion_added (old, id, SSM_LIST_ENTRY, i, entry[i], NULL);
    }
  for (guint i = 0; leave[i] != NULL; i++)
    {
      g_autoptr (SsmMap) old = current;

      current = ssm_map_with_criterion_added (old, id, SSM_LIST_EXIT, i, leave[i], NULL);
    }
  return current;
}

#define LINES(...) ((const char * const[]){ __VA_ARGS__ __VA_OPT__ (,) NULL })

static SsmMap *
map_with_line (const char *line)
{
  return add_stage (ssm_map_new (), "Discovery", LINES ("Company fits the profile"),
                    LINES (line));
}

/* The codes of @findings with a blank behind each. */
static char *
codes (GPtrArray *findings)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < findings->len; i++)
    g_string_append_printf (text, "%s ",
                            ((SsmFinding *) g_ptr_array_index (findings, i))->code);
  return g_string_free (text, FALSE);
}

static char *
codes_of_line (const SsmLanguage *language, const char *line)
{
  g_autoptr (SsmMap) map = map_with_line (line);
  g_autoptr (GPtrArray) findings = ssm_lint (map, language);

  return codes (findings);
}

typedef struct
{
  const char *line;
  const char *codes;
} Case;

static void
assert_cases (const SsmLanguage *language, const Case *cases, guint n_cases)
{
  for (guint i = 0; i < n_cases; i++)
    {
      g_autofree char *found = codes_of_line (language, cases[i].line);

      if (!g_str_equal (found, cases[i].codes))
        g_error ("“%s”: “%s” instead of “%s”", cases[i].line, found, cases[i].codes);
    }
}

static void
test_bad_lines (void)
{
  static const Case cases[] = {
    { "Call made", "seller-verb " },
    { "Proposal sent", "seller-verb " },
    { "PROPOSAL SENT.", "seller-verb " },
    { "We have sent the proposal", "seller-verb " },
    { "Follow\u00a0up with the buyer", "seller-verb " },
    { "Good fit", "opinion-word " },
    { "Budget available", "opinion-word " },
    { "Interested", "opinion-word " },
    { "Decision maker identified", "opinion-word " },
    { "Send contract and follow up and get feedback", "seller-verb two-in-one " },
    { "Buyer named price and term or start and end", "two-in-one " },
    { "Buyer accepted the SAL", "undefined-term " },
    { "Signed by the Steering group", "undefined-term " },
    { "SALs named by the buyer", "undefined-term " },
    { "The buyer wrote down in the notes of the meeting what it costs them when nothing "
      "changes here", "too-long " },
  };
  g_autoptr (SsmLanguage) language = english ();

  assert_cases (language, cases, G_N_ELEMENTS (cases));
}

static void
test_better_lines (void)
{
  static const Case cases[] = {
    { "Contact answered and named the problem", "" },
    { "Buyer walked through the offer with us on (date)", "" },
    { "Budget owner confirmed a range in writing", "" },
    { "Accepted a dated next step with a second person", "" },
    { "Decision maker named by the contact and seen in the last approval", "" },
    { "Problem owner accepted", "" },
    { "Final terms and/or price agreed by both", "" },
    { "Callback number given by the contact", "" },
    { "Goods order received", "" },
    { "Start date booked by both. Buyer told the CFO", "" },
    { "Buyer said: “We lose two days”", "" },
  };
  g_autoptr (SsmLanguage) language = english ();

  assert_cases (language, cases, G_N_ELEMENTS (cases));
}

static void
test_defined_terms (void)
{
  g_autoptr (SsmLanguage) language = english ();
  g_autoptr (SsmMap) map = map_with_line ("ICP lines 1–3 answered yes for all SQLs");
  g_autoptr (SsmMap) added = ssm_map_with_definition_added (map, 0, "ICP", NULL);
  g_autoptr (SsmMap) defined = ssm_map_with_definition_added (added, 0, "SQL", NULL);
  g_autoptr (GPtrArray) before = ssm_lint (map, language);
  g_autoptr (GPtrArray) after = ssm_lint (defined, language);
  const SsmFinding *finding = g_ptr_array_index (before, 0);

  g_assert_cmpuint (before->len, ==, 2);
  g_assert_cmpuint (after->len, ==, 0);
  g_assert_cmpint (finding->severity, ==, SSM_SEVERITY_HINT);
  g_assert_nonnull (strstr (finding->message, "“ICP”"));
}

static void
test_stages (void)
{
  g_autoptr (SsmLanguage) language = english ();
  g_autoptr (SsmMap) map = ssm_map_new ();
  g_autoptr (GPtrArray) findings = NULL;
  g_autofree char *found = NULL;
  SsmFinding *finding;

  map = add_stage (g_steal_pointer (&map), "One", LINES ("buyer named the date"),
                   LINES ("Buyer signed", "Buyer named  the date."));
  map = add_stage (g_steal_pointer (&map), "Two", LINES (), LINES ("Buyer signed", " "));
  map = add_stage (g_steal_pointer (&map), "Three", LINES ("a b", "c d", "e f"), LINES (" "));
  map = add_stage (g_steal_pointer (&map), "Four", LINES ("g h", "i j", "k l", "m n"),
                   LINES ("o p"));

  findings = ssm_lint (map, language);
  found = codes (findings);
  g_assert_cmpstr (found, ==, "duplicate missing-entry duplicate missing-exit too-many ");

  finding = g_ptr_array_index (findings, 1);
  g_assert_cmpint (finding->severity, ==, SSM_SEVERITY_ERROR);
  g_assert_cmpstr (finding->message, ==, "2 Two has no enter criteria.");
  g_assert_cmpstr (finding->stage, ==, ssm_part_id (ssm_map_stage (map, 1)));
  g_assert_null (finding->item);

  finding = g_ptr_array_index (findings, 2);
  g_assert_cmpint (finding->severity, ==, SSM_SEVERITY_WARNING);
  g_assert_cmpstr (finding->message, ==, "The same criterion is in One.");
  g_assert_cmpstr (finding->item, ==,
                   ssm_part_id (ssm_part_child (ssm_map_stage (map, 1), SSM_LIST_EXIT, 0)));
  g_assert_cmpstr (finding->other, ==,
                   ssm_part_id (ssm_part_child (ssm_map_stage (map, 0), SSM_LIST_EXIT, 0)));
}

/* A message that does not say what it speaks of gets it beside it. */
static void
test_places (void)
{
  static const char * const places[]
    = { "2 Two, Enter when", "Buyer signed", NULL, NULL };
  g_autoptr (SsmLanguage) language = english ();
  g_autoptr (SsmMap) map = ssm_map_new ();
  g_autoptr (GPtrArray) findings = NULL;

  map = add_stage (g_steal_pointer (&map), "", LINES ("a b"), LINES ("Buyer signed"));
  map = add_stage (g_steal_pointer (&map), "Two", LINES ("g h", "i j", "k l", "m n"),
                   LINES ("Buyer signed", "Call made"));
  map = add_stage (g_steal_pointer (&map), "Three", LINES ("o p"), LINES ());
  findings = ssm_lint (map, language);
  g_assert_cmpuint (findings->len, ==, 4);
  g_assert_cmpstr (((SsmFinding *) g_ptr_array_index (findings, 1))->message, ==,
                   "The same criterion is in Stage 1.");
  for (guint i = 0; i < findings->len; i++)
    {
      g_autofree char *place = ssm_finding_place (map, g_ptr_array_index (findings, i));

      g_assert_cmpstr (place, ==, places[i]);
    }
}

static void
test_messages (void)
{
  static const Case cases[] = {
    { "Good call", "What would you see? “Good call” cannot be checked." },
    { "Call made", "“Call made” tells what we did. What did the buyer do or say?" },
  };
  g_autoptr (SsmLanguage) language = english ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SsmMap) map = map_with_line (cases[i].line);
      g_autoptr (GPtrArray) findings = ssm_lint (map, language);
      const SsmFinding *finding = g_ptr_array_index (findings, 0);

      g_assert_cmpstr (finding->message, ==, cases[i].codes);
    }
}

static void
test_japanese (void)
{
  static const Case cases[] = {
    { "提案書を送付した", "seller-verb " },
    { "担当者は良好と答えた", "opinion-word " },
    { "顧客が金額を書面で確認した", "" },
  };
  g_autoptr (SsmLanguage) language
      = small_language ("seller-phrases=提案書を送付;\nopinion-words=良好;\n");

  assert_cases (language, cases, G_N_ELEMENTS (cases));
}

static void
test_german (void)
{
  static const Case cases[] = {
    { "Angebot gesendet", "seller-verb " },
    { "Der Einkauf hat den Preis bestätigt", "" },
    { "Der Einkauf kennt das SLA", "undefined-term " },
    { "Gute\u0308 Gespra\u0308che", "opinion-word " },
  };
  g_autoptr (SsmLanguage) language
      = small_language ("seller-phrases=angebot gesendet;\nopinion-words=gespräche;\n"
                        "capitalised-nouns=yes;\n");

  assert_cases (language, cases, G_N_ELEMENTS (cases));
}

static void
test_other_language (void)
{
  g_autoptr (SsmLanguage) language = english ();
  g_autoptr (SsmMap) map = map_with_line ("Interested");
  const char *id = ssm_part_id (ssm_part_child (ssm_map_stage (map, 0), SSM_LIST_EXIT, 0));
  g_autoptr (SsmMap) british = ssm_map_with_text (map, id, SSM_CRITERION_LANGUAGE, "en-GB");
  g_autoptr (SsmMap) french = ssm_map_with_text (map, id, SSM_CRITERION_LANGUAGE, "fr");
  g_autoptr (GPtrArray) in_english = ssm_lint (british, language);
  g_autoptr (GPtrArray) in_french = ssm_lint (french, language);

  g_assert_cmpuint (in_english->len, ==, 1);
  g_assert_cmpuint (in_french->len, ==, 0);
}

static void
test_no_stages (void)
{
  g_autoptr (SsmLanguage) language = english ();
  g_autoptr (SsmMap) map = ssm_map_new ();
  g_autoptr (GPtrArray) findings = ssm_lint (map, language);

  g_assert_cmpuint (findings->len, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/lint/bad-lines", test_bad_lines);
  g_test_add_func ("/model/lint/better-lines", test_better_lines);
  g_test_add_func ("/model/lint/defined-terms", test_defined_terms);
  g_test_add_func ("/model/lint/stages", test_stages);
  g_test_add_func ("/model/lint/messages", test_messages);
  g_test_add_func ("/model/lint/japanese", test_japanese);
  g_test_add_func ("/model/lint/german", test_german);
  g_test_add_func ("/model/lint/other-language", test_other_language);
  g_test_add_func ("/model/lint/places", test_places);
  g_test_add_func ("/model/lint/no-stages", test_no_stages);
  return g_test_run ();
}
