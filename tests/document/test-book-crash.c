/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A program that answers without a pause is killed at any moment: no answer older than a
 * second is lost, however large the book. The program that is killed is this one, started
 * once more; it tells of each answer and when it was given. */

#include "ssm-book-edit.h"
#include "ssm-deal-edit.h"
#include "ssm-document.h"
#include "ssm-recovery.h"
#include "ssm-session.h"
#include "ssm-xml-write.h"

#include <signal.h>
#include <stdio.h>
#include <string.h>

#define CHILD "SSM_TEST_BOOK"
#define BETWEEN_MS 20
#define MOST_LOST G_USEC_PER_SEC

static char *program;

static SsmPart *
answered (SsmPart *deal, guint number)
{
  g_autofree char *criterion = g_strdup_printf ("c-%u", number);
  SsmAnswer answer = { "partly", "“We lose two days a month to manual routing.” Call notes",
                       "Business pain in the customer’s words", "2026-11-23", "Ines Marek",
                       FALSE };

  return ssm_deal_with_answer (deal, criterion, &answer);
}

typedef struct
{
  SsmDocument *document;
  guint n;
} Child;

static gboolean
answer_cb (gpointer data)
{
  Child *child = data;
  SsmBook *book = ssm_document_get_book (child->document);
  guint number = 1000 + child->n++;
  g_autoptr (SsmPart) deal
    = answered (ssm_book_deal (book, number % ssm_book_n_deals (book)), number);

  ssm_document_apply (child->document, ssm_book_with_deal (book, deal), "Answer", NULL);
  printf ("%u %" G_GINT64_FORMAT "\n", number, g_get_monotonic_time ());
  fflush (stdout);
  return G_SOURCE_CONTINUE;
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Child *child = data;
  g_autoptr (GError) error = NULL;

  child->document = ssm_document_open_finish (result, NULL, &error);
  g_assert_no_error (error);
  g_timeout_add (BETWEEN_MS, answer_cb, child);
}

static int
be_child (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  Child child = { NULL, 0 };

  ssm_document_open_async (file, SSM_KIND_BOOK, NULL, opened_cb, &child);
  g_main_loop_run (loop);
  return 1;
}

/* (transfer full): the path of a book. */
static char *
write_book (guint n_deals, guint n_answers)
{
  g_autofree char *folder = g_dir_make_tmp ("ssm-book-XXXXXX", NULL);
  g_autoptr (SsmBook) empty = ssm_book_new ("m-1"), book = NULL;
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) deals
    = g_ptr_array_new_with_free_func ((GDestroyNotify) ssm_part_unref);
  g_autoptr (GBytes) bytes = NULL;
  char *path = g_build_filename (folder, "large.salesdeals", NULL);

  for (guint i = 0; i < n_deals; i++)
    {
      SsmPart *deal = ssm_part_seal (ssm_deal_new (ids));

      for (guint k = 0; k < n_answers; k++)
        {
          SsmPart *next = answered (deal, k);

          ssm_part_unref (deal);
          deal = next;
        }
      g_ptr_array_add (deals, deal);
    }
  book = ssm_book_with_deals (empty, deals);
  bytes = ssm_xml_write (book, NULL);
  g_assert_true (g_file_set_contents (path, g_bytes_get_data (bytes, NULL),
                                      (gssize) g_bytes_get_size (bytes), NULL));
  return path;
}

/* Which answers were given, and when. */
typedef struct
{
  GArray *times; /* gint64, of the answer 1000 + its place */
  gint64 killed;
} Run;

static void
kill_after (const char *path, guint n_answers, Run *run)
{
  g_autoptr (GSubprocessLauncher) launcher
    = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE);
  g_autoptr (GSubprocess) child = NULL;
  g_autoptr (GDataInputStream) lines = NULL;
  g_autoptr (GError) error = NULL;
  char *line;

  g_subprocess_launcher_setenv (launcher, CHILD, path, TRUE);
  g_subprocess_launcher_setenv (launcher, "XDG_STATE_HOME", g_get_user_state_dir (), TRUE);
  child = g_subprocess_launcher_spawn (launcher, &error, program, NULL);
  g_assert_no_error (error);
  lines = g_data_input_stream_new (g_subprocess_get_stdout_pipe (child));
  run->times = g_array_new (FALSE, FALSE, sizeof (gint64));

  while ((line = g_data_input_stream_read_line (lines, NULL, NULL, NULL)) != NULL)
    {
      gint64 time = g_ascii_strtoll (strchr (line, ' '), NULL, 10);

      g_array_append_val (run->times, time);
      g_free (line);
      if (run->times->len == n_answers)
        {
          run->killed = g_get_monotonic_time ();
          g_subprocess_send_signal (child, SIGKILL);
        }
    }
  g_subprocess_wait (child, NULL, NULL);
}

/* Whether the answer of the place is in the book. */
static gboolean
has_answer (const SsmBook *book, guint place)
{
  g_autofree char *criterion = g_strdup_printf ("c-%u", 1000 + place);

  return ssm_deal_answer (ssm_book_deal (book, (1000 + place) % ssm_book_n_deals (book)),
                          criterion) != NULL;
}

static void
check_kept (const SsmBook *book, const Run *run)
{
  guint n = 0;

  while (n < run->times->len && has_answer (book, n))
    n++;
  g_assert_cmpuint (n, >, 0);
  for (guint i = n; i < run->times->len; i++)
    g_assert_false (has_answer (book, i));

  if (n < run->times->len)
    {
      gint64 age = run->killed - g_array_index (run->times, gint64, n);

      g_test_message ("%u of %u answers are kept, the oldest lost is %d ms old", n,
                      run->times->len, (int) (age / 1000));
      g_assert_cmpint (age, <, MOST_LOST);
    }
}

static void
crash (guint n_deals, guint n_answers, guint kill_at)
{
  g_autofree char *path = write_book (n_deals, n_answers);
  g_autoptr (GPtrArray) drafts = NULL;
  g_autoptr (SsmDocument) document = NULL;
  g_autoptr (GError) error = NULL;
  Run run = { NULL, 0 };

  kill_after (path, kill_at, &run);
  drafts = ssm_recovery_list (SSM_KIND_BOOK);
  g_assert_cmpuint (drafts->len, ==, 1);
  g_assert_true (ssm_draft_was_crash (drafts->pdata[0]));
  document = ssm_draft_restore (drafts->pdata[0], &error);
  g_assert_no_error (error);
  g_assert_cmpuint (ssm_book_n_deals (ssm_document_get_book (document)), ==, n_deals);
  check_kept (ssm_document_get_book (document), &run);
  ssm_document_discard_draft (document);
  g_array_unref (run.times);
}

static void
test_small (void)
{
  crash (12, 5, (guint) g_test_rand_int_range (70, 130));
}

static void
test_large (void)
{
  crash (10000, g_test_slow () ? 60 : 5, (guint) g_test_rand_int_range (70, 130));
}

int
main (int argc, char *argv[])
{
  if (g_getenv (CHILD) != NULL)
    return be_child (g_getenv (CHILD));

  program = g_file_read_link ("/proc/self/exe", NULL);
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/document/book-crash/small", test_small);
  g_test_add_func ("/document/book-crash/large", test_large);
  return g_test_run ();
}
