/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Many programs edit one file at once: with a base, no edit is lost. */

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "ssm-file.h"
#include "ssm-io-error.h"

#define N_WRITERS 8
#define N_EDITS 12
#define MAX_BYTES (1024 * 1024)

static void
add_line (const char *path, const char *line)
{
  for (;;)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) base = ssm_file_read (path, MAX_BYTES, &error);
      g_autoptr (GBytes) contents = NULL;
      g_autoptr (GString) text = NULL;

      if (base != NULL)
        {
          text = g_string_new_len (g_bytes_get_data (base, NULL),
                                   g_bytes_get_size (base));
          g_string_append (text, line);
          contents = g_bytes_new (text->str, text->len);
          if (ssm_file_save (path, contents, base, SSM_FILE_SAVE_DEFAULT, &error))
            return;
        }
      g_assert_error (error, SSM_IO_ERROR, SSM_IO_ERROR_CHANGED);
    }
}

static void
edit_often (const char *path, guint writer)
{
  for (guint i = 0; i < N_EDITS; i++)
    {
      g_autofree char *line = g_strdup_printf ("%u.%u\n", writer, i);

      add_line (path, line);
    }
}

static void
assert_all_kept (const char *path)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  lines = g_strsplit (text, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, N_WRITERS * N_EDITS + 1);
  for (guint writer = 0; writer < N_WRITERS; writer++)
    for (guint i = 0; i < N_EDITS; i++)
      {
        g_autofree char *line = g_strdup_printf ("%u.%u", writer, i);

        g_assert_true (g_strv_contains ((const char * const *) lines, line));
      }
}

static void
test_race (void)
{
  g_autofree char *folder = g_dir_make_tmp ("salesmap-race-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "map.salesmap", NULL);
  pid_t writers[N_WRITERS];
  int status;

  g_assert_true (g_file_set_contents (path, "", 0, NULL));
  for (guint i = 0; i < N_WRITERS; i++)
    {
      writers[i] = fork ();
      if (writers[i] == 0)
        {
          edit_often (path, i);
          _exit (0);
        }
    }
  for (guint i = 0; i < N_WRITERS; i++)
    {
      g_assert_cmpint (waitpid (writers[i], &status, 0), ==, writers[i]);
      g_assert_cmpint (status, ==, 0);
    }

  assert_all_kept (path);
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/file/save/race", test_race);
  return g_test_run ();
}
