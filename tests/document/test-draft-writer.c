/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-draft-writer.h"
#include "ssm-draft.h"
#include "ssm-map-edit.h"
#include "ssm-session.h"

#include <gio/gio.h>
#include <glib/gstdio.h>

typedef struct
{
  guint n_written;
  guint n_failed;
} Log;

static void
written_cb (const GError *error, gpointer data)
{
  Log *log = data;

  log->n_written += error == NULL;
  log->n_failed += error != NULL;
}

static SsmMap *
titled (const char *title)
{
  g_autoptr (SsmMap) map = ssm_map_new ();

  return ssm_map_with_text (map, ssm_part_id (map), SSM_MAP_TITLE, title);
}

static void
keep (SsmDraftWriter *writer, const char *title)
{
  g_autoptr (SsmMap) map = titled (title);

  ssm_draft_writer_keep (writer, map);
}

/* (transfer full): the title in the only draft of this program, or NULL. */
static char *
draft_title (void)
{
  g_autoptr (GPtrArray) stems = ssm_draft_list (ssm_session_folder (NULL));
  g_autoptr (SsmMap) map = NULL;

  if (stems->len == 0)
    return NULL;

  g_assert_cmpuint (stems->len, ==, 1);
  map = ssm_draft_read_root (stems->pdata[0], NULL);
  g_assert_nonnull (map);
  return g_strdup (ssm_map_text (map, SSM_MAP_TITLE));
}

static void
assert_draft (const char *expected)
{
  g_autofree char *title = draft_title ();

  g_assert_cmpstr (title, ==, expected);
}

static void
run_for (guint milliseconds)
{
  gint64 end = g_get_monotonic_time () + milliseconds * G_TIME_SPAN_MILLISECOND;

  while (g_get_monotonic_time () < end)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (2000);
    }
}

/* A person who never pauses still loses no more than a second. */
static void
test_within_a_second (void)
{
  Log log = { 0 };
  g_autoptr (SsmDraftWriter) writer = ssm_draft_writer_new (written_cb, &log);

  for (guint i = 0; i < 12; i++)
    {
      g_autofree char *title = g_strdup_printf ("%u", i);
      keep (writer, title);
      run_for (100);
    }
  g_assert_cmpuint (log.n_written, >=, 1);
  run_for (900);
  assert_draft ("11");
  g_assert_cmpuint (log.n_failed, ==, 0);
  ssm_draft_writer_remove (writer);
}

/* Every time, and not only of the first. */
static void
test_each_is_told (void)
{
  Log log = { 0 };
  g_autoptr (SsmDraftWriter) writer = ssm_draft_writer_new (written_cb, &log);

  for (guint i = 1; i <= 3; i++)
    {
      g_autofree char *title = g_strdup_printf ("%u", i);

      keep (writer, title);
      while (log.n_written < i)
        g_main_context_iteration (NULL, TRUE);
      assert_draft (title);
    }
  ssm_draft_writer_remove (writer);
}

static void
test_flush (void)
{
  Log log = { 0 };
  g_autoptr (SsmDraftWriter) writer = ssm_draft_writer_new (written_cb, &log);

  keep (writer, "now");
  assert_draft (NULL);
  ssm_draft_writer_flush (writer);
  assert_draft ("now");
  ssm_draft_writer_remove (writer);
  assert_draft (NULL);
}

/* What is in flight when it is removed does not come back. */
static void
test_remove_in_flight (void)
{
  Log log = { 0 };
  g_autoptr (SsmDraftWriter) writer = ssm_draft_writer_new (written_cb, &log);

  for (guint i = 0; i < 20; i++)
    {
      keep (writer, "gone");
      run_for (i % 2 == 0 ? 410 : 1);
      ssm_draft_writer_remove (writer);
      ssm_draft_writer_flush (writer);
      run_for (20);
      assert_draft (NULL);
    }
}

static void
test_private (void)
{
  Log log = { 0 };
  g_autoptr (SsmDraftWriter) writer = ssm_draft_writer_new (written_cb, &log);
  g_autoptr (GPtrArray) stems = NULL;
  g_autofree char *path = NULL;
  GStatBuf status;

  keep (writer, "secret");
  ssm_draft_writer_flush (writer);
  stems = ssm_draft_list (ssm_session_folder (NULL));
  path = g_strconcat (stems->pdata[0], ".now", NULL);
  g_assert_cmpint (g_stat (path, &status), ==, 0);
  g_assert_cmphex (status.st_mode & 0777, ==, 0600);
  g_assert_cmpint (g_stat (ssm_session_folder (NULL), &status), ==, 0);
  g_assert_cmphex (status.st_mode & 0777, ==, 0700);
  ssm_draft_writer_remove (writer);
}

/* S27: the folder vanishes while the person writes; work goes on, and so do the drafts. */
static void
test_folder_gone (void)
{
  Log log = { 0 };
  g_autoptr (SsmDraftWriter) writer = ssm_draft_writer_new (written_cb, &log);
  g_autofree char *owner = g_build_filename (ssm_session_folder (NULL), "owner", NULL);

  g_unlink (owner);
  g_assert_cmpint (g_rmdir (ssm_session_folder (NULL)), ==, 0);
  keep (writer, "again");
  ssm_draft_writer_flush (writer);
  assert_draft ("again");
  ssm_draft_writer_remove (writer);
}

/* What could not be written is not given up. */
static void
test_failed_flush (void)
{
  Log log = { 0 };
  g_autoptr (SsmDraftWriter) writer = ssm_draft_writer_new (written_cb, &log);
  g_autofree char *folder = g_strdup (ssm_session_folder (NULL));
  g_autofree char *away = g_strconcat (folder, "-away", NULL);

  keep (writer, "before");
  ssm_draft_writer_flush (writer);
  g_assert_cmpint (g_rename (folder, away), ==, 0);
  keep (writer, "after");
  ssm_draft_writer_flush (writer);
  g_assert_cmpuint (log.n_failed, ==, 1);

  g_assert_cmpint (g_rename (away, folder), ==, 0);
  ssm_draft_writer_flush (writer);
  assert_draft ("after");
  ssm_draft_writer_remove (writer);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/document/draft-writer/within-a-second", test_within_a_second);
  g_test_add_func ("/document/draft-writer/each-is-told", test_each_is_told);
  g_test_add_func ("/document/draft-writer/flush", test_flush);
  g_test_add_func ("/document/draft-writer/remove-in-flight", test_remove_in_flight);
  g_test_add_func ("/document/draft-writer/failed-flush", test_failed_flush);
  g_test_add_func ("/document/draft-writer/private", test_private);
  g_test_add_func ("/document/draft-writer/folder-gone", test_folder_gone);
  return g_test_run ();
}
