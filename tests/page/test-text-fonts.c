/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A page does not show whether it was set with all fonts or with the named ones, which a
 * process decides once: the pages of a second process are compared. */

#include <glib/gstdio.h>

#include "page-fixture.h"
#include "ssm-text.h"

#define FILE_VARIABLE "SSM_TEST_DUMPS"
#define N_MAPS 12

static void
append_page (GString *dumps, const SsmMap *map)
{
  g_autoptr (SsmPage) page = ssm_map_page_new (map, NULL);
  g_autofree char *dump = ssm_page_dump (page);

  g_string_append (dumps, dump);
  for (const char * const *note = ssm_page_font_notes (page); *note != NULL; note++)
    g_string_append_printf (dumps, "%s\n", *note);
}

/* (transfer full): pages in many scripts, with signs and without. */
static char *
dump_pages (void)
{
  static const char * const files[] = {
    "data/examples/northgate.salesmap", "data/examples/northgate-ar.salesmap"
  };
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  GString *dumps = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (SsmMap) map = fixture_read_map (files[i]);

      append_page (dumps, map);
    }
  for (guint i = 0; i < N_MAPS; i++)
    {
      g_autoptr (SsmMap) map = fixture_random_map (rand, 1 + i, 4, 60);

      append_page (dumps, map);
    }
  return g_string_free (dumps, FALSE);
}

static void
test_dump_with_named (void)
{
  g_autofree char *dumps = NULL;

  if (g_getenv (FILE_VARIABLE) == NULL)
    return;
  ssm_text_load_fonts ();
  dumps = dump_pages ();
  g_file_set_contents (g_getenv (FILE_VARIABLE), dumps, -1, NULL);
}

static void
test_same_pages (void)
{
  g_autofree char *folder = g_dir_make_tmp ("fonts-XXXXXX", NULL);
  g_autofree char *file = g_build_filename (folder, "dumps", NULL);
  g_autofree char *all = dump_pages ();
  g_autofree char *named = NULL;

  g_setenv (FILE_VARIABLE, file, TRUE);
  g_test_trap_subprocess ("/text-fonts/subprocess/dump-with-named", 0,
                          G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_passed ();
  g_assert_true (g_file_get_contents (file, &named, NULL, NULL));
  g_assert_cmpstr (named, ==, all);
  g_remove (file);
  g_rmdir (folder);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/text-fonts/same-pages", test_same_pages);
  g_test_add_func ("/text-fonts/subprocess/dump-with-named", test_dump_with_named);

  return g_test_run ();
}
