/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Every map that comes with the program is what the program itself would write, and says
 * nothing that its own check objects to. */

#include <gio/gio.h>
#include <string.h>

#include "ssm-check.h"
#include "ssm-map-edit.h"
#include "ssm-map-page.h"
#include "ssm-resources.h"
#include "ssm-xml-read.h"
#include "ssm-xml-write.h"

static SsmMap *
read_map (GBytes *bytes, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) notes = NULL;
  SsmMap *map = ssm_xml_read (bytes, name, &notes, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (notes->len, ==, 0);
  return map;
}

static void
assert_canonical (const SsmMap *map, GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) written = ssm_xml_write_checked (map, &error);

  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (written, NULL), g_bytes_get_size (written),
                   g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

/* A finding whose code begins with @allowed is none. */
static void
assert_nothing_found (const SsmMap *map, const char *allowed)
{
  const SsmLanguage *words = ssm_resources_words (ssm_map_language (map));
  g_autoptr (GPtrArray) findings = ssm_lint (map, words);

  for (guint i = 0; i < findings->len; i++)
    {
      const SsmFinding *finding = g_ptr_array_index (findings, i);

      if (allowed == NULL || !g_str_has_prefix (finding->code, allowed))
        g_error ("%s %s: %s", finding->code, finding->item, finding->message);
    }
}

static gboolean
is_example (const SsmPart *part, gpointer expected)
{
  if (ssm_part_kind (part) == SSM_KIND_CRITERION)
    g_assert_cmpint (ssm_part_flag (part, SSM_CRITERION_EXAMPLE), ==,
                     GPOINTER_TO_INT (expected));
  return TRUE;
}

static void
assert_all_examples (const SsmMap *map, gboolean expected)
{
  ssm_map_foreach (map, is_example, GINT_TO_POINTER (expected));
}

/* One page of every usual paper, in letters that can be read at arm's length. */
static void
assert_fits (const SsmMap *map)
{
  static const char * const papers[] = { "A4", "Letter" };

  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    {
      SsmPageOptions options = { .paper = papers[i], .orientation = "landscape" };
      g_autoptr (SsmPage) page = ssm_map_page_new (map, &options);
      const SsmFit *fit = ssm_page_fit (page);

      g_test_message ("%s: body %.2f pt, smallest %.2f pt", papers[i], fit->body_pt,
                      fit->smallest_pt);
      g_assert_true (fit->fits);
      g_assert_cmpfloat (fit->body_pt, >=, 7.5);
    }
}

/* One template in one language. */
typedef struct
{
  const char *name;
  const char *tag; /* interned */
} Edition;

static SsmMap *
read_edition (const Edition *edition)
{
  g_autoptr (GBytes) bytes = ssm_resources_template (edition->name, edition->tag);
  SsmMap *map = read_map (bytes, edition->name);

  g_assert_cmpstr (ssm_map_language (map), ==, edition->tag);
  assert_canonical (map, bytes);
  return map;
}

static void
test_template (gconstpointer data)
{
  const Edition *edition = data;
  gboolean empty = g_str_equal (edition->name, "empty");
  gboolean seven_blocks = !g_str_equal (edition->name, "short");
  g_autoptr (SsmMap) map = read_edition (edition);
  g_autoptr (SsmSelfCheck) check = ssm_self_check_new (map, NULL, 0);

  assert_nothing_found (map, empty ? "missing-" : NULL);
  assert_all_examples (map, TRUE);
  assert_fits (map);
  g_assert_cmpint (check->checks[SSM_CHECK_BLOCKS].ok, ==, seven_blocks);
  g_assert_cmpint (check->checks[SSM_CHECK_CRITERIA].ok, ==, !empty);
  g_assert_cmpint (check->checks[SSM_CHECK_PAGE].ok, ==, !empty);
  g_assert_cmpstr (ssm_map_text (map, SSM_EDITION_DATE), ==, "");
  g_assert_cmpstr (ssm_map_text (map, SSM_EDITION_OWNER), ==, "");
}

/* A part's id and fields, a line each. Words may differ from language to language, but not
 * whether there are any. */
static gboolean
add_structure (const SsmPart *part, gpointer data)
{
  const SsmKindInfo *kind = ssm_kind_info (ssm_part_kind (part));
  GString *text = data;

  g_string_append_printf (text, "%s %s", kind->element, ssm_part_id (part));
  for (guint i = 0; i < kind->n_fields; i++)
    {
      SsmField field = kind->first_field + i;
      const char *value = ssm_part_text (part, field);
      gboolean is_words = ssm_field_info (field)->type == SSM_TYPE_TEXT && *value != '\0';

      if (field != SSM_MAP_LANGUAGE)
        g_string_append_printf (text, " %s", is_words ? "words" : value);
    }
  g_string_append_c (text, '\n');
  return TRUE;
}

static void
test_same_in_english (gconstpointer data)
{
  const Edition *edition = data;
  Edition in_english = { edition->name, "en" };
  g_autoptr (SsmMap) map = read_edition (edition);
  g_autoptr (SsmMap) english = read_edition (&in_english);
  g_autoptr (GString) ours = g_string_new (NULL);
  g_autoptr (GString) theirs = g_string_new (NULL);

  add_structure (map, ours);
  ssm_map_foreach (map, add_structure, ours);
  add_structure (english, theirs);
  ssm_map_foreach (english, add_structure, theirs);
  g_assert_cmpstr (ours->str, ==, theirs->str);
}

/* What a template becomes in somebody's hands is canonical as well. */
static void
test_own_map (gconstpointer data)
{
  g_autoptr (SsmMap) template_map = read_edition (data);
  g_autoptr (SsmMap) map = ssm_map_from_template (template_map, "2026-11-23");
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) written = ssm_xml_write_checked (map, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (ssm_part_id (map), !=, "m-template");
  g_assert_cmpstr (ssm_map_text (map, SSM_EDITION_LABEL), ==, "0.1");
  g_assert_cmpstr (ssm_map_text (map, SSM_EDITION_DATE), ==, "2026-11-23");
}

static GBytes *
load (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = g_file_new_for_path (path);
  GBytes *bytes = g_file_load_bytes (file, NULL, NULL, &error);

  g_assert_no_error (error);
  return bytes;
}

static GBytes *
load_example (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "data", "examples",
                                                 name, NULL);

  return load (path);
}

static void
test_example (gconstpointer data)
{
  g_autoptr (GBytes) bytes = load_example (data);
  g_autoptr (SsmMap) map = read_map (bytes, data);

  assert_canonical (map, bytes);
  assert_nothing_found (map, NULL);
  assert_all_examples (map, FALSE);
  assert_fits (map);
}

/* What the program writes is valid, with content of others in every place. */
static void
test_valid (void)
{
  g_autofree char *xmllint = g_find_program_in_path ("xmllint");
  g_autofree char *source = g_test_build_filename (G_TEST_DIST, "resources",
                                                   "foreign.salesmap", NULL);
  g_autofree char *schema = g_test_build_filename (G_TEST_DIST, "..", "data", "schema",
                                                   "salesmap.rng", NULL);
  g_autoptr (GBytes) bytes = load (source);
  g_autoptr (SsmMap) map = read_map (bytes, "foreign.salesmap");
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) written = ssm_xml_write_checked (map, &error);
  g_autoptr (GSubprocess) process = NULL;

  g_assert_no_error (error);
  if (xmllint == NULL)
    {
      g_test_skip ("xmllint is not installed");
      return;
    }
  process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE
                              | G_SUBPROCESS_FLAGS_STDERR_SILENCE, &error, xmllint,
                              "--nonet", "--noout", "--relaxng", schema, "-", NULL);
  g_assert_no_error (error);
  g_subprocess_communicate (process, written, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_successful (process));
}

/* Figures are printed in the way of the map's language, whoever prints them. */
static void
test_figures (void)
{
  static const char * const rows[][3] = {
    { "en", "3.1×", "26%" }, { "de", "3,1×", "26\u00a0%" }, { "ja", "3.1倍", "26%" },
  };
  g_autoptr (GBytes) bytes = load_example ("northgate.salesmap");
  g_autoptr (SsmMap) english = read_map (bytes, "northgate.salesmap");

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (SsmMap) map = ssm_map_with_text (english, ssm_part_id (english),
                                                  SSM_MAP_LANGUAGE, rows[i][0]);
      g_autoptr (SsmPage) page = ssm_map_page_new (map, NULL);
      g_autofree char *dump = ssm_page_dump (page);

      g_assert_nonnull (strstr (dump, rows[i][1]));
      g_assert_nonnull (strstr (dump, rows[i][2]));
    }
}

static void
add_edition (const char *name, const char *tag, const char *test, GTestDataFunc function)
{
  g_autofree char *path = g_strdup_printf ("/resources/%s/%s/%s", test, tag, name);
  Edition *edition = g_new (Edition, 1);

  *edition = (Edition) { name, g_intern_string (tag) };
  g_test_add_data_func_full (path, edition, function, g_free);
}

int
main (int argc, char *argv[])
{
  g_auto (GStrv) tags = ssm_resources_languages ();

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; tags[i] != NULL; i++)
    for (guint j = 0; j < ssm_resources_n_templates (); j++)
      {
        const char *name = ssm_resources_template_at (j).name;

        add_edition (name, tags[i], "template", test_template);
        add_edition (name, tags[i], "own-map", test_own_map);
        add_edition (name, tags[i], "same-in-english", test_same_in_english);
      }
  g_test_add_data_func ("/resources/example/english", "northgate.salesmap", test_example);
  g_test_add_data_func ("/resources/example/arabic", "northgate-ar.salesmap", test_example);
  g_test_add_func ("/resources/valid", test_valid);
  g_test_add_func ("/resources/figures", test_figures);
  return g_test_run ();
}
