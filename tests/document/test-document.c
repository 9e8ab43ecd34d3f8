/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-document.h"
#include "ssm-file.h"
#include "ssm-io-error.h"
#include "ssm-map-edit.h"
#include "waiting.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <sys/syscall.h>
#include <unistd.h>

/* Whether the disk fails to keep what a folder holds. */
static gboolean folder_fails;

/* Takes the place of the C library's in this program. */
int
fsync (int fd)
{
  struct stat status;

  if (folder_fails && fstat (fd, &status) == 0 && S_ISDIR (status.st_mode))
    {
      errno = EIO;
      return -1;
    }

  return (int) syscall (SYS_fsync, fd);
}

static SsmDocument *
open_document (GFile *file, GError **error)
{
  return open_as (file, SSM_KIND_MAP, error);
}

static void
set_title (SsmDocument *document, const char *title, const char *merge_key)
{
  SsmMap *map = ssm_document_get_map (document);

  ssm_document_apply (document,
                      ssm_map_with_text (map, ssm_part_id (map), SSM_MAP_TITLE, title),
                      "Edit Title", merge_key);
}

static GFile *
new_path (const char *name)
{
  g_autofree char *folder = g_dir_make_tmp ("ssm-document-XXXXXX", NULL);

  return g_file_new_build_filename (folder, name, NULL);
}

static void
assert_title (SsmDocument *document, const char *title)
{
  g_assert_cmpstr (ssm_map_text (ssm_document_get_map (document), SSM_MAP_TITLE), ==, title);
}

static SsmDocument *
new_document (void)
{
  g_autoptr (SsmMap) map = ssm_map_new ();

  return ssm_document_new (map);
}

static void
count_cb (GObject *object, GParamSpec *pspec, gpointer data)
{
  ++*(guint *) data;
}

static void
test_edit_and_undo (void)
{
  g_autoptr (SsmDocument) document = new_document ();
  guint changes = 0;

  g_signal_connect (document, "notify::map", G_CALLBACK (count_cb), &changes);
  set_title (document, "A", NULL);
  set_title (document, "A", NULL);
  g_assert_cmpuint (changes, ==, 1);
  g_assert_cmpstr (ssm_document_get_title (document), ==, "A");
  g_assert_cmpstr (ssm_document_undo (document), ==, "Edit Title");
  assert_title (document, "");
  g_assert_null (ssm_document_undo (document));
  g_assert_cmpstr (ssm_document_redo (document), ==, "Edit Title");
  assert_title (document, "A");
  g_assert_cmpuint (changes, ==, 3);
  g_assert_true (ssm_document_get_modified (document));
  /* Nobody is asked about a map that was never saved: its draft is kept. */
  g_assert_false (ssm_document_needs_question (document));
  ssm_document_discard_draft (document);
}

static void
test_save_and_open (void)
{
  g_autoptr (SsmDocument) document = new_document ();
  g_autoptr (SsmDocument) again = NULL;
  g_autoptr (GFile) file = new_path ("Größe & co.salesmap");
  g_autoptr (GError) error = NULL;

  set_title (document, "Northgate", NULL);
  g_assert_true (save (document, file, &error));
  g_assert_no_error (error);
  g_assert_false (ssm_document_get_modified (document));
  g_assert_cmpstr (ssm_document_get_title (document), ==, "Größe & co");
  g_assert_true (g_str_has_prefix (ssm_document_get_state (document), "Saved "));

  again = open_document (file, &error);
  g_assert_no_error (error);
  assert_title (again, "Northgate");
  g_assert_true (ssm_part_equal (ssm_document_get_map (again),
                                 ssm_document_get_map (document)));
  g_assert_false (ssm_document_get_modified (again));
  g_assert_cmpstr (ssm_document_get_state (again), ==, "No changes");
}

static void
test_undo_after_save (void)
{
  g_autoptr (SsmDocument) document = new_document ();
  g_autoptr (GFile) file = new_path ("a.salesmap");

  set_title (document, "A", "title");
  g_assert_true (save (document, file, NULL));
  /* Typing on in the same text is a new step: what was saved can be gone back to. */
  set_title (document, "AB", "title");
  g_assert_true (ssm_document_needs_question (document));
  ssm_document_undo (document);
  assert_title (document, "A");
  g_assert_false (ssm_document_get_modified (document));
  ssm_document_undo (document);
  g_assert_true (ssm_document_get_modified (document));
  ssm_document_discard_draft (document);
}

static void
test_changed_outside (void)
{
  g_autoptr (SsmDocument) document = new_document ();
  g_autoptr (GFile) file = new_path ("a.salesmap");
  g_autoptr (GError) error = NULL;
  g_autofree char *contents = NULL;

  g_assert_true (save (document, file, NULL));
  g_assert_true (g_file_set_contents (g_file_peek_path (file), "theirs", -1, NULL));
  set_title (document, "Ours", NULL);
  g_assert_false (save (document, NULL, &error));
  g_assert_error (error, SSM_IO_ERROR, SSM_IO_ERROR_CHANGED);
  g_assert_true (ssm_document_get_modified (document));
  g_assert_true (g_file_get_contents (g_file_peek_path (file), &contents, NULL, NULL));
  g_assert_cmpstr (contents, ==, "theirs");
  ssm_document_discard_draft (document);
}

/* It may not outlive a power cut, but the file holds it: the next save meets its own. */
static void
test_maybe_not_durable (void)
{
  g_autoptr (SsmDocument) document = new_document ();
  g_autoptr (GFile) file = new_path ("a.salesmap");
  g_autoptr (GError) error = NULL;

  g_assert_true (save (document, file, NULL));
  set_title (document, "A", NULL);
  folder_fails = TRUE;
  g_assert_false (save (document, NULL, &error));
  folder_fails = FALSE;
  g_assert_error (error, SSM_IO_ERROR, SSM_IO_ERROR_MAYBE_NOT_DURABLE);
  g_assert_false (ssm_document_get_modified (document));

  g_clear_error (&error);
  set_title (document, "B", NULL);
  g_assert_true (save (document, NULL, &error));
  g_assert_no_error (error);
}

static void
test_edit_while_saving (void)
{
  g_autoptr (SsmDocument) document = new_document ();
  g_autoptr (SsmDocument) again = NULL;
  g_autoptr (GFile) file = new_path ("a.salesmap");
  Wait first = { g_main_loop_new (NULL, FALSE), NULL };
  Wait second = { g_main_loop_new (NULL, FALSE), NULL };

  set_title (document, "one", NULL);
  ssm_document_save_async (document, file, NULL, done_cb, &first);
  set_title (document, "two", NULL);
  ssm_document_save_async (document, file, NULL, done_cb, &second);
  g_assert_true (ssm_document_save_finish (document, wait_result (&first), NULL));
  g_assert_true (ssm_document_get_modified (document));
  g_assert_true (ssm_document_save_finish (document, wait_result (&second), NULL));
  g_assert_false (ssm_document_get_modified (document));
  g_object_unref (first.result);
  g_object_unref (second.result);

  again = open_document (file, NULL);
  assert_title (again, "two");
}

static void
test_not_a_map (void)
{
  g_autoptr (GFile) file = new_path ("a.salesmap");
  g_autoptr (GError) error = NULL;

  g_assert_null (open_document (file, &error));
  g_assert_error (error, SSM_IO_ERROR, SSM_IO_ERROR_CANNOT_OPEN);
  g_clear_error (&error);
  g_assert_true (g_file_set_contents (g_file_peek_path (file), "%PDF-1.4\n", -1, NULL));
  g_assert_null (open_document (file, &error));
  g_assert_error (error, SSM_IO_ERROR, SSM_IO_ERROR_BAD_INPUT);
  g_assert_nonnull (strstr (error->message, "does not carry a map, as one that was printed"));
  g_clear_error (&error);
  g_assert_true (g_file_set_contents (g_file_peek_path (file), "\x89PNG\r\n\x1a\n", -1, NULL));
  g_assert_null (open_document (file, &error));
  g_assert_nonnull (strstr (error->message, "lost its source"));
}

/* What a newer version made can be shown, and is no document. */
static void
test_newer (void)
{
  g_autoptr (GFile) file = new_path ("newer.salesmap");
  Wait wait = { g_main_loop_new (NULL, FALSE), NULL };
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (g_file_peek_path (file),
                                      "<map xmlns='urn:sales-system-map:1' version='2.0' "
                                      "id='m-1'><title>A</title></map>", -1, NULL));
  ssm_document_open_async (file, SSM_KIND_MAP, NULL, done_cb, &wait);
  result = wait_result (&wait);
  g_assert_null (ssm_document_open_finish (result, NULL, &error));
  g_assert_error (error, SSM_IO_ERROR, SSM_IO_ERROR_NEWER);
  g_assert_cmpstr (ssm_part_text (ssm_document_open_get_newer (result), SSM_MAP_TITLE), ==, "A");
}

static void
test_freed (void)
{
  SsmDocument *document = new_document ();

  set_title (document, "A", NULL);
  ssm_document_flush_draft (document);
  ssm_document_discard_draft (document);
  g_assert_finalize_object (document);
}

static gboolean
reload (SsmDocument *document, GError **error)
{
  Wait wait = { g_main_loop_new (NULL, FALSE), NULL };
  g_autoptr (GAsyncResult) result = NULL;

  ssm_document_reload_async (document, done_cb, &wait);
  result = wait_result (&wait);
  return ssm_document_reload_finish (document, result, error);
}

/* What others wrote is one step, which undo takes back; another name takes no place. */
static void
test_reload_and_rename (void)
{
  g_autofree char *folder = g_dir_make_tmp ("ssm-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "a.salesmap", NULL);
  g_autofree char *taken = g_build_filename (folder, "b.salesmap", NULL);
  g_autofree char *free_path = g_build_filename (folder, "c.salesmap", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path), other = g_file_new_for_path (taken);
  g_autoptr (GFile) new_file = g_file_new_for_path (free_path);
  g_autoptr (SsmMap) map = ssm_map_new ();
  g_autoptr (SsmDocument) document = ssm_document_new (map), lena = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (save (document, file, NULL) && save (document, other, NULL));
  g_assert_true (save (document, file, NULL));
  lena = open_document (file, NULL);
  ssm_document_apply (lena, ssm_map_with_text (map, ssm_part_id (map), SSM_MAP_TITLE, "Lena"),
                      "Edit", NULL);
  g_assert_true (save (lena, NULL, NULL));

  g_assert_true (reload (document, NULL));
  g_assert_cmpstr (ssm_map_text (ssm_document_get_map (document), SSM_MAP_TITLE), ==, "Lena");
  g_assert_false (ssm_document_get_modified (document));
  ssm_document_undo (document);
  g_assert_true (ssm_document_get_map (document) == map);

  g_assert_false (ssm_document_rename (document, other, &error));
  g_assert_error (error, SSM_IO_ERROR, SSM_IO_ERROR_CANNOT_CREATE);
  g_assert_true (ssm_document_rename (document, new_file, NULL));
  g_assert_true (g_file_equal (ssm_document_get_file (document), new_file));
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  g_assert_true (ssm_file_may_save (free_path));

  g_unlink (taken);
  g_unlink (free_path);
  g_rmdir (folder);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/document/edit-and-undo", test_edit_and_undo);
  g_test_add_func ("/document/save-and-open", test_save_and_open);
  g_test_add_func ("/document/undo-after-save", test_undo_after_save);
  g_test_add_func ("/document/changed-outside", test_changed_outside);
  g_test_add_func ("/document/maybe-not-durable", test_maybe_not_durable);
  g_test_add_func ("/document/edit-while-saving", test_edit_while_saving);
  g_test_add_func ("/document/not-a-map", test_not_a_map);
  g_test_add_func ("/document/newer", test_newer);
  g_test_add_func ("/document/reload-and-rename", test_reload_and_rename);
  g_test_add_func ("/document/freed", test_freed);
  return g_test_run ();
}
