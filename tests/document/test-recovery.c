/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-document-private.h"
#include "ssm-draft.h"
#include "ssm-file.h"
#include "ssm-io-error.h"
#include "ssm-map-edit.h"
#include "ssm-recovery.h"
#include "ssm-session.h"
#include "ssm-xml-write.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>
#include <utime.h>

static void
set_title (SsmDocument *document, const char *title)
{
  SsmMap *map = ssm_document_get_map (document);

  ssm_document_apply (document,
                      ssm_map_with_text (map, ssm_part_id (map), SSM_MAP_TITLE, title),
                      "Edit Title", NULL);
}

static SsmDocument *
new_document (const char *title)
{
  g_autoptr (SsmMap) map = ssm_map_new ();
  SsmDocument *document = ssm_document_new (map);

  set_title (document, title);
  return document;
}

static const char *
map_title (SsmDocument *document)
{
  return ssm_map_text (ssm_document_get_map (document), SSM_MAP_TITLE);
}

static SsmDraft *
only_draft (GPtrArray *drafts)
{
  g_assert_cmpuint (drafts->len, ==, 1);
  return drafts->pdata[0];
}

static void
assert_no_drafts (void)
{
  g_autoptr (GPtrArray) drafts = ssm_recovery_list (SSM_KIND_MAP);

  g_assert_cmpuint (drafts->len, ==, 0);
}

/* A map that was closed without a name is offered, by the same program too. */
static void
test_closed_without_a_name (void)
{
  SsmDocument *document = new_document ("Northgate");
  g_autoptr (SsmDocument) again = NULL;
  g_autoptr (GPtrArray) drafts = NULL;

  assert_no_drafts ();
  ssm_document_close (document);
  g_assert_finalize_object (document);

  drafts = ssm_recovery_list (SSM_KIND_MAP);
  g_assert_cmpstr (ssm_draft_get_title (only_draft (drafts)), ==, "Northgate");
  g_assert_false (ssm_draft_was_crash (only_draft (drafts)));
  g_assert_null (ssm_draft_get_path (only_draft (drafts)));

  again = ssm_draft_restore (only_draft (drafts), NULL);
  g_assert_cmpstr (map_title (again), ==, "Northgate");
  assert_no_drafts ();

  /* It is still nobody's file: closed again, it is offered again. */
  ssm_document_close (again);
  g_clear_pointer (&drafts, g_ptr_array_unref);
  drafts = ssm_recovery_list (SSM_KIND_MAP);
  ssm_draft_decline (only_draft (drafts));
  assert_no_drafts ();
}

static void
test_untouched_leaves_nothing (void)
{
  g_autoptr (SsmMap) map = ssm_map_new ();
  g_autoptr (SsmDocument) document = ssm_document_new (map);

  ssm_document_close (document);
  assert_no_drafts ();
}

/* The file as another program would have it open: the map and its bytes on the disk. */
static SsmDocument *
document_of_file (const char *path)
{
  g_autoptr (SsmMap) map = ssm_map_new ();
  g_autoptr (GBytes) bytes = ssm_xml_write (map, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  SsmDocument *document = ssm_document_new (map);

  g_assert_true (ssm_file_save (path, bytes, NULL, SSM_FILE_SAVE_DEFAULT, NULL));
  ssm_document_set_read (document, file, map, bytes);
  return document;
}

static void
crash (const char *path)
{
  SsmDocument *document;

  /* The child is a program of its own, not one that writes into its parent's session. */
  ssm_session_end ();
  document = document_of_file (path);
  set_title (document, "half");
  ssm_document_flush_draft (document);
  set_title (document, "done");
  ssm_document_flush_draft (document);
  raise (SIGKILL);
}

/* kill -9 in another program; this one offers what it had. */
static void
test_crash (void)
{
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "a.salesmap", NULL);
  g_autoptr (GPtrArray) drafts = NULL;
  g_autoptr (SsmDocument) document = NULL;
  pid_t child;

  g_mkdir_with_parents (g_get_user_data_dir (), 0700);
  child = fork ();
  if (child == 0)
    crash (path);
  g_assert_cmpint (waitpid (child, NULL, 0), ==, child);

  drafts = ssm_recovery_list (SSM_KIND_MAP);
  g_assert_true (ssm_draft_was_crash (only_draft (drafts)));
  g_assert_cmpstr (ssm_draft_get_path (only_draft (drafts)), ==, path);
  document = ssm_draft_restore (only_draft (drafts), NULL);
  g_assert_cmpstr (map_title (document), ==, "done");
  g_assert_true (ssm_document_needs_question (document));

  /* One step back is what the file holds. */
  g_assert_cmpstr (ssm_document_undo (document), ==, "Recover Draft");
  g_assert_cmpstr (map_title (document), ==, "");
  g_assert_false (ssm_document_get_modified (document));
  assert_no_drafts ();
}

static void
test_damaged (void)
{
  SsmDocument *document = new_document ("Northgate");
  g_autoptr (GPtrArray) drafts = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *command = NULL;

  ssm_document_close (document);
  g_object_unref (document);
  drafts = ssm_recovery_list (SSM_KIND_MAP);
  only_draft (drafts);
  command = g_strdup_printf ("sh -c 'for f in %s/*.now; do : > \"$f\"; done'",
                             ssm_session_folder (NULL));
  g_assert_true (g_spawn_command_line_sync (command, NULL, NULL, NULL, NULL));

  g_assert_null (ssm_draft_restore (only_draft (drafts), &error));
  g_assert_error (error, SSM_IO_ERROR, SSM_IO_ERROR_BAD_INPUT);
  /* Kept aside, not offered twice. */
  assert_no_drafts ();
}

/* What was written long ago and declined today is still there for a while. */
static void
test_declined_is_kept (void)
{
  SsmDocument *document = new_document ("Northgate");
  g_autofree char *root = ssm_session_root ();
  g_autofree char *aside = g_build_filename (root, "aside", NULL);
  g_autoptr (GPtrArray) kept = NULL;
  g_autoptr (GPtrArray) own = NULL;
  g_autoptr (GPtrArray) drafts = NULL;
  g_autofree char *now = NULL;
  guint n_before;

  kept = ssm_draft_list (aside);
  n_before = kept->len;
  ssm_document_close (document);
  g_object_unref (document);
  own = ssm_draft_list (ssm_session_folder (NULL));
  g_assert_cmpuint (own->len, ==, 1);
  now = g_strconcat (own->pdata[0], ".now", NULL);
  g_assert_cmpint (g_utime (now, &(struct utimbuf) { 1e9, 1e9 }), ==, 0);

  drafts = ssm_recovery_list (SSM_KIND_MAP);
  ssm_draft_decline (only_draft (drafts));
  assert_no_drafts ();
  g_clear_pointer (&kept, g_ptr_array_unref);
  kept = ssm_draft_list (aside);
  g_assert_cmpuint (kept->len, ==, n_before + 1);
}

/* Clearing takes what nobody shows, and nothing that somebody works on. */
static void
test_cleared (void)
{
  g_autoptr (SsmDocument) open = new_document ("Open");
  g_autoptr (GPtrArray) drafts = NULL;
  g_autoptr (GPtrArray) own = NULL;
  goffset size = 0;

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (SsmDocument) document = new_document ("Closed");

      ssm_document_close (document);
    }
  ssm_document_flush_draft (open);
  drafts = ssm_recovery_list (SSM_KIND_MAP);
  g_assert_cmpuint (drafts->len, ==, 2);
  ssm_draft_decline (drafts->pdata[0]);

  g_assert_cmpuint (ssm_recovery_measure (&size), ==, 2);
  g_assert_cmpint (size, >, 200);
  ssm_recovery_clear ();
  g_assert_cmpuint (ssm_recovery_measure (&size), ==, 0);
  g_assert_cmpint (size, ==, 0);
  own = ssm_draft_list (ssm_session_folder (NULL));
  g_assert_cmpuint (own->len, ==, 1);
  ssm_document_discard_draft (open);
}

static void
test_end_leaves_no_folder (void)
{
  g_autofree char *folder = g_strdup (ssm_session_folder (NULL));

  g_assert_true (g_file_test (folder, G_FILE_TEST_IS_DIR));
  ssm_session_end ();
  g_assert_false (g_file_test (folder, G_FILE_TEST_EXISTS));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/document/recovery/closed-without-a-name", test_closed_without_a_name);
  g_test_add_func ("/document/recovery/untouched-leaves-nothing",
                   test_untouched_leaves_nothing);
  g_test_add_func ("/document/recovery/crash", test_crash);
  g_test_add_func ("/document/recovery/damaged", test_damaged);
  g_test_add_func ("/document/recovery/declined-is-kept", test_declined_is_kept);
  g_test_add_func ("/document/recovery/cleared", test_cleared);
  g_test_add_func ("/document/recovery/end-leaves-no-folder", test_end_leaves_no_folder);
  return g_test_run ();
}
