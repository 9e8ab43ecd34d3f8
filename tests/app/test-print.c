/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Print jobs without a dialog: GTK writes the sheets that were asked for, in their size. */

#include "ssm-print.h"

#include <adwaita.h>
#include <glib/gstdio.h>
#include <string.h>

#include "sample.h"

/* (transfer full): what pdfinfo says of the file that a job for the sample map makes;
 * @paper: another than that of the map, or NULL. */
static char *
print_to_file (const SsmPrintPlan *plan, const char *paper)
{
  g_autoptr (SsmMap) map = sample_map_new ();
  g_autoptr (SsmPrint) print = ssm_print_new (map, plan, "Sample");
  GtkPrintOperation *operation = GTK_PRINT_OPERATION (print);
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "print-XXXXXX.pdf", NULL);
  const char *command[] = { "pdfinfo", path, NULL };
  g_autoptr (GError) error = NULL;
  char *info = NULL;

  g_close (g_mkstemp (path), NULL);
  gtk_print_operation_set_export_filename (operation, path);
  if (paper != NULL)
    {
      g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();
      GtkPaperSize *size = gtk_paper_size_new (paper);

      gtk_page_setup_set_paper_size (setup, size);
      gtk_paper_size_free (size);
      gtk_print_operation_set_default_page_setup (operation, setup);
    }
  g_assert_cmpint (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL,
                                            &error),
                   ==, GTK_PRINT_OPERATION_RESULT_APPLY);
  g_assert_no_error (error);
  g_spawn_sync (NULL, (char **) command, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &info, NULL,
                NULL, &error);
  g_assert_no_error (error);
  g_unlink (path);

  return info;
}

static void
assert_has_line (const char *info, const char *key, const char *value)
{
  const char *line = strstr (info, key);

  g_assert_nonnull (line);
  line += strlen (key);
  line += strspn (line, ": ");
  if (!g_str_has_prefix (line, value))
    g_error ("%s is not %s in\n%s", key, value, info);
}

static void
test_sheets (void)
{
  static const struct
  {
    SsmPrintPlan plan;
    const char *paper;
    const char *pages, *size;
  } rows[] = {
    { { SSM_PRINT_MAP, SSM_THEME_COLOUR, 2, 2 }, NULL, "1\n", "841.89 x 595.276 pts (A4)" },
    { { SSM_PRINT_WORKSHEET, SSM_THEME_MONO, 2, 2 }, "na_letter", "1\n",
      "612 x 792 pts (letter)" },
    { { SSM_PRINT_POSTER, SSM_THEME_OUTLINE, 2, 2 }, NULL, "4\n", "841.89 x 595.276 pts" },
    { { SSM_PRINT_POSTER, SSM_THEME_COLOUR, 3, 2 }, "iso_a3", "6\n", "841.89 x 1190.55 pts" },
  };
  g_autofree char *pdfinfo = g_find_program_in_path ("pdfinfo");

  if (pdfinfo == NULL)
    {
      g_test_skip ("there is no pdfinfo");
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *info = print_to_file (&rows[i].plan, rows[i].paper);

      assert_has_line (info, "\nPages", rows[i].pages);
      assert_has_line (info, "\nPage size", rows[i].size);
    }
}

static void
test_plan_is_kept (void)
{
  SsmPrintPlan plan = { SSM_PRINT_POSTER, SSM_THEME_MONO, 3, 2 };
  g_autoptr (SsmMap) map = sample_map_new ();
  SsmPrint *print = ssm_print_new (map, &plan, "Sample");

  g_assert_cmpint (ssm_print_get_plan (print)->kind, ==, SSM_PRINT_POSTER);
  g_assert_cmpint (ssm_print_get_plan (print)->columns, ==, 3);
  g_assert_finalize_object (print);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/app/print/sheets", test_sheets);
  g_test_add_func ("/app/print/plan-is-kept", test_plan_is_kept);
  return g_test_run ();
}
