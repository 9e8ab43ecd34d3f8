/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Nothing but plain system calls, so that it does not share faults with what it tests. */

#include "file-fixture.h"

#include <fcntl.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

void
set_up_folder (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  umask (022);
  self->folder = g_dir_make_tmp ("salesmap-save-XXXXXX", &error);
  g_assert_no_error (error);
  g_assert_cmpint (chmod (self->folder, 0755), ==, 0);
  self->path = g_build_filename (self->folder, "map.salesmap", NULL);
}

void
tear_down_folder (Fixture *self, gconstpointer data)
{
  g_autofree char *command = g_strdup_printf ("rm -rf -- '%s'", self->folder);

  g_assert_true (g_spawn_command_line_sync (command, NULL, NULL, NULL, NULL));
  g_free (self->folder);
  g_free (self->path);
}

static GBytes *
bytes_of (const char *text)
{
  return g_bytes_new (text, strlen (text));
}

void
put (const char *path, const char *text, mode_t mode)
{
  int fd = open (path, O_WRONLY | O_CREAT | O_TRUNC, mode);

  g_assert_cmpint (fd, >=, 0);
  g_assert_cmpint (write (fd, text, strlen (text)), ==, strlen (text));
  g_assert_cmpint (fchmod (fd, mode), ==, 0);
  g_assert_cmpint (close (fd), ==, 0);
}

void
assert_holds (const char *path, const char *text)
{
  g_autofree char *found = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &found, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (found, ==, text);
}

struct stat
stat_of (const char *path)
{
  struct stat status;

  g_assert_cmpint (lstat (path, &status), ==, 0);
  return status;
}

guint
count_names (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

void
save (const char *path, const char *text, const char *base_text, SsmFileSaveFlags flags)
{
  g_autoptr (GBytes) contents = bytes_of (text);
  g_autoptr (GBytes) base = base_text != NULL ? bytes_of (base_text) : NULL;
  g_autoptr (GError) error = NULL;

  ssm_file_save (path, contents, base, flags, &error);
  g_assert_no_error (error);
  assert_holds (path, text);
}

void
refuse (const char *path, const char *text, const char *base_text, SsmIoError code,
        const char *words)
{
  g_autoptr (GBytes) contents = bytes_of (text);
  g_autoptr (GBytes) base = base_text != NULL ? bytes_of (base_text) : NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (ssm_file_save (path, contents, base, SSM_FILE_SAVE_DEFAULT, &error));
  g_assert_error (error, SSM_IO_ERROR, (int) code);
  g_assert_nonnull (strstr (error->message, words));
  g_assert_null (strpbrk (error->message, "\n\033"));
}

void
run_as_nobody (void (*function) (Fixture *), Fixture *self)
{
  pid_t pid = fork ();
  int status;

  if (pid == 0)
    {
      if (geteuid () == 0 && (setgid (NOBODY) != 0 || setuid (NOBODY) != 0))
        _exit (99);
      function (self);
      _exit (0);
    }
  g_assert_cmpint (waitpid (pid, &status, 0), ==, pid);
  g_assert_cmpint (status, ==, 0);
}
