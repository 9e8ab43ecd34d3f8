/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A deal book is a document like a map: steps, safe saving, drafts. */

#include "ssm-book-edit.h"
#include "ssm-deal-edit.h"
#include "ssm-document.h"
#include "ssm-io-error.h"
#include "ssm-recovery.h"
#include "ssm-xml-write.h"
#include "waiting.h"

#include <glib/gstdio.h>

#define DEAL "x-7k2m9qpd"
#define CRITERION "c-dis-out3"

/* (transfer full): a copy of the example in a folder of its own. */
static GFile *
example (const char *name)
{
  g_autofree char *folder = g_dir_make_tmp ("ssm-book-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (g_getenv ("G_TEST_SRCDIR"), "..", "data",
                                            "examples", name, NULL);
  g_autoptr (GFile) source = g_file_new_for_path (path);
  GFile *copy = g_file_new_build_filename (folder, name, NULL);

  g_assert_true (g_file_copy (source, copy, 0, NULL, NULL, NULL, NULL));
  return copy;
}

static char *
contents (GFile *file)
{
  char *text;

  g_assert_true (g_file_load_contents (file, NULL, &text, NULL, NULL, NULL));
  return text;
}

static void
answer (SsmDocument *document, const char *is, const char *evidence)
{
  SsmAnswer said = { is, evidence, NULL, "2026-11-23", "Ines Marek", FALSE };
  SsmBook *book = ssm_document_get_book (document);
  g_autoptr (SsmPart) deal
    = ssm_deal_with_answer (ssm_book_find (book, DEAL, NULL), CRITERION, &said);

  ssm_document_apply (document, ssm_book_with_deal (book, deal), "Answer", NULL);
}

static void
assert_evidence (SsmDocument *document, const char *expected)
{
  const SsmPart *deal = ssm_book_find (ssm_document_get_book (document), DEAL, NULL);

  g_assert_cmpstr (ssm_part_text (ssm_deal_answer (deal, CRITERION), SSM_ANSWER_EVIDENCE),
                   ==, expected);
}

static void
count_cb (GObject *object, GParamSpec *pspec, gpointer data)
{
  ++*(guint *) data;
}

/* Open, answer, undo, answer, save: one line of the file has changed. */
static void
test_edit_and_save (void)
{
  g_autoptr (GFile) file = example ("northgate.salesdeals");
  g_autoptr (GError) error = NULL;
  g_autoptr (SsmDocument) document = open_as (file, SSM_KIND_BOOK, &error);
  g_autofree char *before = contents (file), *after = NULL, *same = NULL;
  guint changes = 0;

  g_assert_no_error (error);
  g_signal_connect (document, "notify::book", G_CALLBACK (count_cb), &changes);
  g_assert_cmpstr (ssm_document_get_title (document), ==, "northgate");
  answer (document, "yes", "Calendar entry, 27 Nov");
  answer (document, "yes", "Calendar entry, 27 Nov");
  g_assert_cmpuint (changes, ==, 1);
  g_assert_cmpstr (ssm_document_undo (document), ==, "Answer");
  assert_evidence (document, "Nothing recorded since 20 Oct");
  g_assert_false (ssm_document_get_modified (document));
  g_assert_true (save (document, NULL, &error));
  same = contents (file);
  g_assert_cmpstr (same, ==, before);

  answer (document, "no", "Still nothing");
  g_assert_true (ssm_document_needs_question (document));
  g_assert_true (save (document, NULL, &error));
  g_assert_no_error (error);
  after = contents (file);
  g_assert_nonnull (strstr (after, "Still nothing"));
  g_assert_null (strstr (after, "Nothing recorded since"));
  g_assert_false (ssm_document_get_modified (document));
  ssm_document_close (document);
}

/* Who may read a new book is its owner alone. */
static void
test_private (void)
{
  g_autofree char *folder = g_dir_make_tmp ("ssm-book-XXXXXX", NULL);
  g_autoptr (GFile) file = g_file_new_build_filename (folder, "new.salesdeals", NULL);
  g_autoptr (SsmBook) book = ssm_book_new ("m-1");
  g_autoptr (SsmDocument) document = ssm_document_new (book);
  g_autoptr (GError) error = NULL;
  GStatBuf status;

  g_assert_cmpstr (ssm_document_get_title (document), ==, "Untitled deals");
  g_assert_true (save (document, file, &error));
  g_assert_no_error (error);
  g_assert_cmpint (g_stat (g_file_peek_path (file), &status), ==, 0);
  g_assert_cmphex (status.st_mode & 0777, ==, 0600);
}

/* Somebody else saved meanwhile: nothing is overwritten, and reading anew is one step. */
static void
test_changed_outside (void)
{
  g_autoptr (GFile) file = example ("northgate.salesdeals");
  g_autoptr (SsmDocument) mine = open_as (file, SSM_KIND_BOOK, NULL);
  g_autoptr (SsmDocument) other = open_as (file, SSM_KIND_BOOK, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  Wait wait = { g_main_loop_new (NULL, FALSE), NULL };

  answer (other, "yes", "Theirs");
  g_assert_true (save (other, NULL, NULL));
  answer (mine, "yes", "Mine");
  g_assert_false (save (mine, NULL, &error));
  g_assert_error (error, SSM_IO_ERROR, SSM_IO_ERROR_CHANGED);

  g_clear_error (&error);
  ssm_document_reload_async (mine, done_cb, &wait);
  result = wait_result (&wait);
  g_assert_true (ssm_document_reload_finish (mine, result, &error));
  assert_evidence (mine, "Theirs");
  g_assert_cmpstr (ssm_document_undo (mine), ==, "Reload");
  assert_evidence (mine, "Mine");
  ssm_document_discard_draft (mine);
}

/* Which of the two a file is, is said and not guessed. */
static void
test_mistaken (void)
{
  g_autoptr (GFile) map = example ("northgate.salesmap");
  g_autoptr (GFile) book = example ("northgate.salesdeals");
  g_autoptr (GError) no_book = NULL, no_map = NULL;

  g_assert_null (open_as (map, SSM_KIND_BOOK, &no_book));
  g_assert_nonnull (strstr (no_book->message, "this is no deal book but a map"));
  g_assert_null (open_as (book, SSM_KIND_MAP, &no_map));
  g_assert_nonnull (strstr (no_map->message, "this is no map but a deal book"));
}

/* A book that was closed in the middle is offered again, and not among the maps. */
static void
test_draft (void)
{
  g_autoptr (GFile) file = example ("northgate.salesdeals");
  SsmDocument *document = open_as (file, SSM_KIND_BOOK, NULL);
  g_autoptr (SsmDocument) again = NULL;
  g_autoptr (GPtrArray) books = NULL, maps = NULL;
  g_autoptr (GError) error = NULL;

  answer (document, "yes", "Calendar entry, 27 Nov");
  ssm_document_close (document);
  g_assert_finalize_object (document);

  maps = ssm_recovery_list (SSM_KIND_MAP);
  books = ssm_recovery_list (SSM_KIND_BOOK);
  g_assert_cmpuint (maps->len, ==, 0);
  g_assert_cmpuint (books->len, ==, 1);
  g_assert_cmpstr (ssm_draft_get_path (books->pdata[0]), ==, g_file_peek_path (file));
  again = ssm_draft_restore (books->pdata[0], &error);
  g_assert_no_error (error);
  assert_evidence (again, "Calendar entry, 27 Nov");
  g_assert_cmpstr (ssm_document_undo (again), ==, "Recover Draft");
  assert_evidence (again, "Nothing recorded since 20 Oct");
  g_assert_false (ssm_document_get_modified (again));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/document/book/edit-and-save", test_edit_and_save);
  g_test_add_func ("/document/book/private", test_private);
  g_test_add_func ("/document/book/changed-outside", test_changed_outside);
  g_test_add_func ("/document/book/mistaken", test_mistaken);
  g_test_add_func ("/document/book/draft", test_draft);
  return g_test_run ();
}
