/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Each finding that can be mended is, and is then no finding any more. */

#include <glib.h>
#include <string.h>

#include "ssm-map-edit.h"
#include "ssm-repair.h"

static SsmLanguage *
load (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "resources", "languages",
                                                 name, NULL);
  g_autoptr (GMappedFile) file = g_mapped_file_new (path, FALSE, NULL);
  g_autoptr (GBytes) bytes = NULL;
  SsmLanguage *language;

  g_assert_nonnull (file);
  bytes = g_mapped_file_get_bytes (file);
  language = ssm_language_new (bytes, NULL);
  g_assert_nonnull (language);
  return language;
}

static SsmMap *
add_criteria (SsmMap *map, const char *stage, SsmList list, const char *lines)
{
  g_auto (GStrv) texts = g_strsplit (lines, "|", -1);

  for (guint i = 0; texts[i] != NULL; i++)
    {
      g_autoptr (SsmMap) old = map;

      map = *texts[i] != '\0'
              ? ssm_map_with_criterion_added (old, stage, list, G_MAXUINT, texts[i], NULL)
              : ssm_part_ref (old);
    }

  return map;
}

/* (transfer full): one stage with these criteria, parted by "|". */
static SsmMap *
map_of (const char *language, const char *entry, const char *leave)
{
  g_autoptr (SsmMap) bare = ssm_map_new ();
  g_autoptr (SsmMap) empty
    = ssm_map_with_text (bare, ssm_part_id (bare), SSM_MAP_LANGUAGE, language);
  g_autofree char *id = NULL;
  SsmMap *map = ssm_map_with_stage_added (empty, 0, "Probe", &id);

  map = add_criteria (map, id, SSM_LIST_ENTRY, entry);
  return add_criteria (map, id, SSM_LIST_EXIT, leave);
}

/* (transfer full): "a|b → c" */
static char *
outline (const SsmMap *map)
{
  static const SsmList lists[] = { SSM_LIST_ENTRY, SSM_LIST_EXIT };
  GString *out = g_string_new (NULL);
  const SsmPart *stage = ssm_map_stage (map, 0);

  for (guint side = 0; side < 2; side++)
    {
      if (side > 0)
        g_string_append (out, " → ");
      for (guint i = 0; i < ssm_part_n_children (stage, lists[side]); i++)
        g_string_append_printf (out, "%s%s", i > 0 ? "|" : "",
                                ssm_part_text (ssm_part_child (stage, lists[side], i),
                                               SSM_CRITERION_TEXT));
    }

  return g_string_free (out, FALSE);
}

static const SsmFinding *
find (GPtrArray *findings, const char *code)
{
  for (guint i = 0; i < findings->len; i++)
    {
      const SsmFinding *finding = g_ptr_array_index (findings, i);

      if (strcmp (finding->code, code) == 0)
        return finding;
    }

  return NULL;
}

typedef struct
{
  const char *name, *language, *entry, *leave, *code;
  int selected; /* index of the criterion in "entry", or from 10 on in "leave"; -1: none */
  SsmRepair repair;
  const char *expected;
} Repair;

static const Repair repairs[] = {
  { "split", "en.ini", "Ready", "Price and terms agreed and paper signed", "two-in-one", -1,
    SSM_REPAIR_SPLIT, "Ready → Price and terms agreed|Paper signed" },
  { "split-japanese", "ja.ini", "開始", "価格と条件に合意、および契約に署名、または承認", "two-in-one", -1,
    SSM_REPAIR_SPLIT, NULL },
  { "double", "en.ini", "Signed", "Signed.", "duplicate", -1, SSM_REPAIR_REMOVE_DOUBLE,
    "Signed → " },
  { "define", "en.ini", "Signed", "The SAL is named", "undefined-term", -1,
    SSM_REPAIR_DEFINE, "Signed → The SAL is named" },
  { "many-leave", "en.ini", "a", "b|c|d|e", "too-many", 11, SSM_REPAIR_MOVE_TO_ENTRY,
    "a|c → b|d|e" },
  { "many-enter", "en.ini", "a|b|c|d", "e", "too-many", 0, SSM_REPAIR_MOVE_TO_EXIT,
    "b|c|d → e|a" },
  { "many-both", "en.ini", "a|b|c", "d|e|f|g", "too-many", 10, SSM_REPAIR_NONE,
    "a|b|c → d|e|f|g" },
  { "many-nothing-selected", "en.ini", "a", "b|c|d|e", "too-many", -1, SSM_REPAIR_NONE,
    "a → b|c|d|e" },
  { "no-enter", "en.ini", "", "a|b", "missing-entry", 10, SSM_REPAIR_MOVE_TO_ENTRY,
    "a → b" },
  { "no-leave", "en.ini", "a|b", "", "missing-exit", 1, SSM_REPAIR_MOVE_TO_EXIT, "a → b" },
  { "last-one-stays", "en.ini", "", "a", "missing-entry", 10, SSM_REPAIR_NONE, " → a" },
  { "no-word-for-it", "en.ini", "We called", "a", "seller-verb", -1, SSM_REPAIR_NONE,
    "We called → a" },
};

static const char *
selected_id (const SsmMap *map, int selected)
{
  SsmList list = selected >= 10 ? SSM_LIST_EXIT : SSM_LIST_ENTRY;

  return selected < 0 ? ""
                      : ssm_part_id (ssm_part_child (ssm_map_stage (map, 0), list,
                                                     (guint) selected % 10));
}

static void
test_repair (gconstpointer data)
{
  const Repair *row = data;
  g_autoptr (SsmLanguage) language = load (row->language);
  g_autofree char *tag = g_strndup (row->language, strlen (row->language) - 4);
  g_autoptr (SsmMap) map = map_of (tag, row->entry, row->leave);
  g_autoptr (GPtrArray) findings = ssm_lint (map, language);
  const SsmFinding *finding = find (findings, row->code);
  const char *selected = selected_id (map, row->selected);
  g_autofree char *id = NULL;
  g_autoptr (SsmMap) mended = NULL;
  g_autoptr (GPtrArray) left = NULL;
  g_autofree char *now = NULL;

  g_assert_nonnull (finding);
  g_assert_cmpint (ssm_repair_find (map, finding, selected, language), ==, row->repair);
  mended = ssm_map_repaired (map, finding, selected, language, &id);
  now = outline (mended);
  if (row->expected != NULL)
    g_assert_cmpstr (now, ==, row->expected);
  g_assert_true ((mended == map) == (row->repair == SSM_REPAIR_NONE));
  if (row->repair == SSM_REPAIR_NONE)
    return;

  left = ssm_lint (mended, language);
  g_assert_null (find (left, row->code));
  g_assert_nonnull (ssm_map_find (mended, id));
}

static void
test_defined (void)
{
  g_autoptr (SsmLanguage) language = load ("en.ini");
  g_autoptr (SsmMap) map = map_of ("en", "Signed", "The SAL is named");
  g_autoptr (GPtrArray) findings = ssm_lint (map, language);
  g_autofree char *id = NULL;
  g_autoptr (SsmMap) mended
    = ssm_map_repaired (map, find (findings, "undefined-term"), "", language, &id);

  g_assert_cmpstr (ssm_part_text (ssm_map_find (mended, id), SSM_DEFINITION_TERM), ==, "SAL");
}

static void
test_lost_stage_becomes_the_path (void)
{
  g_autoptr (SsmLanguage) language = load ("en.ini");
  g_autoptr (SsmMap) alone = map_of ("en", "a", "b");
  g_autoptr (SsmMap) named
    = ssm_map_with_text (alone, ssm_part_id (ssm_map_stage (alone, 0)), SSM_STAGE_NAME,
                         "Closed Lost");
  g_autoptr (SsmMap) map = ssm_map_with_stage_added (named, 0, "Lead", NULL);
  g_autoptr (GPtrArray) findings = ssm_lint (map, language);
  const SsmFinding *finding = find (findings, "lost-stage");
  g_autofree char *id = NULL, *seen = NULL, *again = NULL;
  g_autoptr (SsmMap) mended = NULL;
  g_autoptr (SsmMap) second = NULL;
  const SsmPart *link;

  g_assert_nonnull (finding);
  g_assert_cmpstr (finding->message, ==,
                   "“Closed Lost” is an outcome, not a stage: make it the path for lost "
                   "deals.");
  g_assert_cmpint (ssm_repair_find (map, finding, "", language), ==, SSM_REPAIR_LOST_PATH);
  g_assert_cmpint (ssm_repair_find (named, finding, "", language), ==, SSM_REPAIR_NONE);
  mended = ssm_map_repaired (map, finding, "", language, &id);
  g_assert_cmpuint (ssm_map_n_stages (mended), ==, 1);
  link = ssm_map_find (mended, id);
  g_assert_cmpstr (ssm_part_text (link, SSM_LINK_FROM), ==, "lost");
  g_assert_cmpstr (ssm_part_text (link, SSM_LINK_TO), ==,
                   ssm_part_id (ssm_map_stage (mended, 0)));
  g_assert_cmpstr (ssm_part_text (link, SSM_LINK_TEXT), ==, "Closed Lost");

  /* a path that is there stays as it is */
  second = ssm_map_with_stage_added (mended, 1, "Lost", &seen);
  g_clear_pointer (&findings, g_ptr_array_unref);
  findings = ssm_lint (second, language);
  ssm_part_unref (g_steal_pointer (&mended));
  mended = ssm_map_repaired (second, find (findings, "lost-stage"), "", language, &again);
  g_assert_null (ssm_map_find (mended, seen));
  g_assert_cmpuint (ssm_part_n_children (mended, SSM_LIST_LINKS), ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (repairs); i++)
    {
      g_autofree char *path = g_strdup_printf ("/model/repair/%s", repairs[i].name);

      g_test_add_data_func (path, &repairs[i], test_repair);
    }
  g_test_add_func ("/model/repair/defined", test_defined);
  g_test_add_func ("/model/repair/lost-stage", test_lost_stage_becomes_the_path);

  return g_test_run ();
}
