/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What was chosen for an export is remembered, and a job that is cancelled writes nothing. */

#include "ssm-export-job.h"

#include <glib/gstdio.h>

#include "sample.h"

static void
done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  GAsyncResult **kept = data;

  *kept = g_object_ref (result);
}

/* (transfer full): a file that is not there yet. */
static GFile *
fresh_file (const char *name)
{
  g_autofree char *path = g_build_filename (g_get_user_cache_dir (), name, NULL);

  g_mkdir_with_parents (g_get_user_cache_dir (), 0700);
  g_unlink (path);

  return g_file_new_for_path (path);
}

/* Waits for a job for the sample map; @cancel: at once. */
static gboolean
run_job (const SsmExportPlan *plan, GFile *file, gboolean cancel, GError **error)
{
  g_autoptr (SsmMap) map = sample_map_new ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;

  ssm_export_job_async (map, plan, "sample.salesmap", file, cancellable, done_cb, &result);
  if (cancel)
    g_cancellable_cancel (cancellable);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return ssm_export_job_finish (result, error);
}

static void
test_all_formats (void)
{
  static const char * const starts[] = { "%PDF-", "\x89PNG", "<?xml", "<!DOCTYPE", "# ", "" };

  for (SsmFormat format = SSM_FORMAT_PDF; format <= SSM_FORMAT_TEXT; format++)
    {
      SsmExportPlan plan = { .format = format };
      g_autoptr (GFile) file = fresh_file ("job.out");
      g_autoptr (GError) error = NULL;
      g_autofree char *contents = NULL;

      g_assert_true (run_job (&plan, file, FALSE, &error));
      g_assert_no_error (error);
      g_assert_true (g_file_get_contents (g_file_peek_path (file), &contents, NULL, NULL));
      g_assert_true (g_str_has_prefix (contents, starts[format]));
    }
}

static void
test_cancelled (void)
{
  SsmExportPlan plan = { .format = SSM_FORMAT_PNG, .purpose = SSM_PURPOSE_POSTER };
  g_autoptr (GFile) file = fresh_file ("cancelled.png");
  g_autoptr (GError) error = NULL;

  g_assert_false (run_job (&plan, file, TRUE, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_usleep (2 * G_USEC_PER_SEC); /* as long as its thread may still be drawing */
  g_assert_false (g_file_query_exists (file, NULL));
}

static void
test_remembered (void)
{
  g_autoptr (SsmMap) map = sample_map_new ();
  SsmExportPlan plan, again;

  ssm_export_plan_restore (&plan, map);
  g_assert_cmpint (plan.format, ==, SSM_FORMAT_PDF);
  g_assert_cmpint (plan.purpose, ==, SSM_PURPOSE_PAPER);
  g_assert_cmpint (plan.paper, ==, 0);
  plan.format = SSM_FORMAT_SVG;
  plan.purpose = SSM_PURPOSE_POSTER;
  plan.poster = 3;
  plan.theme = SSM_THEME_MONO;
  plan.shrink = TRUE;
  ssm_export_plan_remember (&plan, map);
  ssm_export_plan_restore (&again, map);
  g_assert_cmpint (again.format, ==, SSM_FORMAT_SVG);
  g_assert_cmpint (again.purpose, ==, SSM_PURPOSE_POSTER);
  g_assert_cmpint (again.poster, ==, 3);
  g_assert_cmpint (again.theme, ==, SSM_THEME_MONO);
  g_assert_false (again.shrink);
}

/* A file that somebody damaged does not choose what is not there. */
static void
test_damaged (void)
{
  g_autoptr (SsmMap) map = sample_map_new ();
  g_autofree char *folder = g_build_filename (g_get_user_state_dir (), "salesmap", NULL);
  g_autofree char *path = g_build_filename (folder, "export.ini", NULL);
  g_autofree char *damaged = g_strdup_printf ("[%s]\nformat=99\npurpose=-1\npaper=many\n"
                                              "width=1\ntheme=2\n", ssm_part_id (map));
  SsmExportPlan plan;

  g_mkdir_with_parents (folder, 0700);
  g_assert_true (g_file_set_contents (path, damaged, -1, NULL));
  ssm_export_plan_restore (&plan, map);
  g_assert_cmpint (plan.format, ==, SSM_FORMAT_PDF);
  g_assert_cmpint (plan.purpose, ==, SSM_PURPOSE_PAPER);
  g_assert_cmpint (plan.paper, ==, 0);
  g_assert_cmpint (plan.width_mm, ==, 297);
  g_assert_cmpint (plan.theme, ==, SSM_THEME_OUTLINE);
  g_unlink (path);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/app/export-job/all-formats", test_all_formats);
  g_test_add_func ("/app/export-job/cancelled", test_cancelled);
  g_test_add_func ("/app/export-job/remembered", test_remembered);
  g_test_add_func ("/app/export-job/damaged", test_damaged);
  return g_test_run ();
}
