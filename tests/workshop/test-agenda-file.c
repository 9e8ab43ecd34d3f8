/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The file of an agenda: written and read again it is the same, and what is wrong in one is
 * named with its place. */

#include "ssm-agenda-file.h"

#include <glib/gstdio.h>
#include <string.h>

#include "random-map.h"
#include "ssm-io-error.h"
#include "ssm-xml-read.h"
#include "ssm-xml-write.h"

#define RUNS 200
#define HEAD "<agenda xmlns=\"urn:sales-system-map:1\" version=\"1.0\">\n"

static SsmAgenda *
read_text (const char *text, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return ssm_xml_read_root (SSM_KIND_AGENDA, bytes, "a.salesagenda", NULL, error);
}

static char *
write_text (const SsmAgenda *agenda)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = ssm_xml_write_checked (agenda, &error);

  g_assert_no_error (error);
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static void
test_laws (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed ((guint32) g_test_rand_int ());

  for (guint i = 0; i < RUNS; i++)
    {
      g_autoptr (SsmAgenda) agenda = random_agenda (random, i % 2 == 0);
      g_autofree char *first = write_text (agenda);
      g_autoptr (SsmAgenda) again = read_text (first, NULL);
      g_autofree char *second = write_text (again);

      g_assert_cmpstr (first, ==, second);
      g_assert_true (i % 2 == 0 || ssm_part_equal (agenda, again));
    }
}

static void
test_example (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("G_TEST_SRCDIR"), "..", "data",
                                            "examples", "short-workshop.salesagenda", NULL);
  g_autofree char *copy = g_build_filename (g_get_tmp_dir (), "ssm-test.salesagenda", NULL);
  g_autofree char *wanted = NULL, *got = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (SsmAgenda) agenda = ssm_agenda_load (path, &error);
  g_auto (GStrv) prompts = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (ssm_agenda_seconds (agenda), ==, 600);
  g_assert_cmpuint (ssm_agenda_silent_seconds (agenda), ==, 90);
  g_assert_false (ssm_step_is_on (ssm_agenda_step (agenda, 0)));
  prompts = ssm_step_prompts (ssm_agenda_step (agenda, 2));
  g_assert_cmpuint (g_strv_length (prompts), ==, 2);

  g_assert_true (ssm_agenda_save (agenda, copy, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &wanted, NULL, NULL));
  g_assert_true (g_file_get_contents (copy, &got, NULL, NULL));
  g_assert_cmpstr (got, ==, wanted);
  g_unlink (copy);
}

static const struct
{
  const char *contents;
  int code;
  const char *words;
} wrong[] = {
  { HEAD "<step of=\"close\" seconds=\"1:20\"/></agenda>", SSM_IO_ERROR_BAD_INPUT,
    "a.salesagenda:2:18: seconds=\"1:20\" is no number" },
  { HEAD "<step of=\"close\" off=\"1\"/></agenda>", SSM_IO_ERROR_BAD_INPUT,
    "is neither yes nor no" },
  { HEAD "<stages/></agenda>", SSM_IO_ERROR_BAD_INPUT, "<stages> cannot stand in <agenda>" },
  { HEAD "<step of=\"close\"/>", SSM_IO_ERROR_BAD_INPUT, "a.salesagenda" },
  { "", SSM_IO_ERROR_BAD_INPUT, "the file is empty" },
  { "%PDF-1.7", SSM_IO_ERROR_BAD_INPUT,
    "this is no agenda but a PDF document" },
  { "<map xmlns=\"urn:sales-system-map:1\" version=\"1.0\" id=\"m\"/>",
    SSM_IO_ERROR_BAD_INPUT, "this is no agenda but a map; choose a .salesagenda file" },
  { "<agenda version=\"1.0\"/>", SSM_IO_ERROR_BAD_INPUT,
    "it begins with <agenda> in no namespace; an agenda begins with <agenda xmlns=" },
  { "<agenda xmlns=\"urn:x\" version=\"1.0\"/>", SSM_IO_ERROR_BAD_INPUT,
    "this is no agenda: it begins with <agenda> of “urn:x”" },
  { "<agenda xmlns=\"urn:sales-system-map:1\" version=\"2.0\"/>", SSM_IO_ERROR_NEWER,
    "newer version" },
};

static void
test_wrong_files (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (SsmAgenda) agenda = read_text (wrong[i].contents, &error);

      g_assert_null (agenda);
      g_test_message ("%s", error->message);
      g_assert_error (error, SSM_IO_ERROR, wrong[i].code);
      g_assert_nonnull (strstr (error->message, wrong[i].words));
    }
}

/* Who tries to open an agenda as a map is told what it is. */
static void
test_taken_for_a_map (void)
{
  static const char text[] = HEAD "</agenda>";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GError) error = NULL;

  g_assert_null (ssm_xml_read (bytes, "a.salesmap", NULL, &error));
  g_assert_nonnull (strstr (error->message, "no map but the agenda of a workshop"));
}

static void
test_missing_file (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (ssm_agenda_load ("/nowhere/a.salesagenda", &error));
  g_assert_error (error, SSM_IO_ERROR, SSM_IO_ERROR_CANNOT_OPEN);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/workshop/agenda-file/laws", test_laws);
  g_test_add_func ("/workshop/agenda-file/example", test_example);
  g_test_add_func ("/workshop/agenda-file/wrong-files", test_wrong_files);
  g_test_add_func ("/workshop/agenda-file/taken-for-a-map", test_taken_for_a_map);
  g_test_add_func ("/workshop/agenda-file/missing-file", test_missing_file);
  return g_test_run ();
}
