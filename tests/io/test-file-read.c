/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What can stand where a file is expected, and how reading it ends at once and says
 * why. */

#include "ssm-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

#include "ssm-io-error.h"

#define LIMIT 1000

static char *folder;

/* Files that begin with an x are small. */
static gsize
limit_by_start (const char *start, gsize size)
{
  return size > 0 && start[0] == 'x' ? 100 * 1000 : 300 * 1000;
}

static char *
put (const char *name, gsize size)
{
  char *path = g_build_filename (folder, name, NULL);
  g_autofree char *bytes = g_malloc (size + 1);
  g_autoptr (GError) error = NULL;

  memset (bytes, 'x', size);
  g_file_set_contents (path, bytes, size, &error);
  g_assert_no_error (error);
  return path;
}

static void
assert_fails (const char *path, SsmIoError code, const char *words)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (ssm_file_read (path, LIMIT, &error));
  g_assert_error (error, SSM_IO_ERROR, (int) code);
  g_assert_nonnull (strstr (error->message, words));
  g_assert_null (strpbrk (error->message, "\n\033"));
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
}

static void
test_sizes (void)
{
  static const gsize sizes[] = { 0, 1, LIMIT - 1, LIMIT };
  g_autofree char *big = put ("big", LIMIT + 1);

  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autofree char *path = put ("file", sizes[i]);
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) contents = ssm_file_read (path, LIMIT, &error);

      g_assert_no_error (error);
      g_assert_cmpuint (g_bytes_get_size (contents), ==, sizes[i]);
      for (gsize at = 0; at < sizes[i]; at++)
        g_assert_cmpint (((const char *) g_bytes_get_data (contents, NULL))[at], ==, 'x');
    }
  assert_fails (big, SSM_IO_ERROR_TOO_BIG, "big");
}

static void
test_no_file (void)
{
  g_autofree char *missing = g_build_filename (folder, "missing", NULL);
  g_autofree char *below = put ("plain", 1);
  g_autofree char *child = g_build_filename (below, "child", NULL);

  assert_fails (missing, SSM_IO_ERROR_CANNOT_OPEN, "missing");
  assert_fails (child, SSM_IO_ERROR_CANNOT_OPEN, "child");
  assert_fails ("", SSM_IO_ERROR_CANNOT_OPEN, "no such file");
  assert_fails (folder, SSM_IO_ERROR_CANNOT_OPEN, "folder");
  assert_fails ("/dev/zero", SSM_IO_ERROR_CANNOT_OPEN, "/dev/zero");
}

static void
test_links (void)
{
  g_autofree char *dangling = g_build_filename (folder, "dangling", NULL);
  g_autofree char *circle = g_build_filename (folder, "circle", NULL);

  g_assert_cmpint (symlink ("nowhere", dangling), ==, 0);
  g_assert_cmpint (symlink ("circle", circle), ==, 0);
  assert_fails (dangling, SSM_IO_ERROR_CANNOT_OPEN, "link");
  assert_fails (circle, SSM_IO_ERROR_CANNOT_OPEN, "circle");
}

/* Neither may be waited for. */
static void
test_pipe_and_socket (void)
{
  g_autofree char *pipe = g_build_filename (folder, "pipe", NULL);
  struct sockaddr_un address = { .sun_family = AF_UNIX };
  int fd = socket (AF_UNIX, SOCK_STREAM, 0);

  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);
  assert_fails (pipe, SSM_IO_ERROR_CANNOT_OPEN, "pipe");

  g_snprintf (address.sun_path, sizeof address.sun_path, "%s/socket", folder);
  g_assert_cmpint (bind (fd, (struct sockaddr *) &address, sizeof address), ==, 0);
  assert_fails (address.sun_path, SSM_IO_ERROR_CANNOT_OPEN, "socket");
  close (fd);
}

static void
test_names (void)
{
  static const struct { const char *name, *shown; } cases[] = {
    { "new\nline", "new\\nline" },
    { "esc\033[31m", "esc\\x1b[31m" },
    { "bad\xff" "byte", "bad\\xffbyte" },
    { "turn\u202e", "turn\\u202e" },
    { "-", "-" },
  };
  char longest[256];

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = put (cases[i].name, 5);
      g_autoptr (GBytes) contents = ssm_file_read (path, LIMIT, NULL);

      g_assert_cmpuint (g_bytes_get_size (contents), ==, 5);
      g_assert_cmpint (g_unlink (path), ==, 0);
      assert_fails (path, SSM_IO_ERROR_CANNOT_OPEN, cases[i].shown);
    }

  memset (longest, 'l', sizeof longest);
  longest[255] = '\0';
  {
    g_autofree char *path = g_build_filename (folder, longest, NULL);
    g_autofree char *longer = g_strconcat (path, "l", NULL);

    assert_fails (path, SSM_IO_ERROR_CANNOT_OPEN, "…");
    assert_fails (longer, SSM_IO_ERROR_CANNOT_OPEN, "too long");
  }
}

static void
test_forbidden (void)
{
  g_autofree char *path = put ("secret", 5);
  int status;
  pid_t pid;

  g_assert_cmpint (chmod (path, 0), ==, 0);
  pid = fork ();
  if (pid == 0)
    {
      if (geteuid () == 0 && setuid (65534) != 0)
        _exit (99);
      assert_fails (path, SSM_IO_ERROR_NO_PERMISSION, "secret");
      _exit (0);
    }
  g_assert_cmpint (waitpid (pid, &status, 0), ==, pid);
  g_assert_cmpint (status, ==, 0);
}

static void
test_kinds (void)
{
  static const struct { gsize size; char first; gboolean read; } cases[] = {
    { 0, 'x', TRUE },          { 64 * 1024, 'x', TRUE },  { 100 * 1000, 'x', TRUE },
    { 100 * 1000 + 1, 'x', FALSE }, { 100 * 1000 + 1, 'y', TRUE },
    { 300 * 1000, 'y', TRUE }, { 300 * 1000 + 1, 'y', FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = put ("kind", cases[i].size);
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) contents = NULL;
      int fd = g_open (path, O_WRONLY, 0);

      if (cases[i].size > 0)
        g_assert_cmpint (write (fd, &cases[i].first, 1), ==, 1);
      close (fd);
      contents = ssm_file_read_kind (path, limit_by_start, &error);
      if (cases[i].read)
        {
          g_assert_no_error (error);
          g_assert_cmpuint (g_bytes_get_size (contents), ==, cases[i].size);
        }
      else
        g_assert_error (error, SSM_IO_ERROR, SSM_IO_ERROR_TOO_BIG);
    }
}

static void
test_descriptor (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) contents = NULL;
  int pipe_ends[2];
  int zero = g_open ("/dev/zero", O_RDONLY, 0);

  g_assert_cmpint (pipe (pipe_ends), ==, 0);
  g_assert_cmpint (write (pipe_ends[1], "hello", 5), ==, 5);
  g_assert_cmpint (close (pipe_ends[1]), ==, 0);
  contents = ssm_file_read_fd (pipe_ends[0], "-", limit_by_start, &error);
  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (contents, NULL), g_bytes_get_size (contents),
                   "hello", 5);
  close (pipe_ends[0]);

  g_assert_null (ssm_file_read_fd (zero, "standard input", limit_by_start, &error));
  g_assert_error (error, SSM_IO_ERROR, SSM_IO_ERROR_TOO_BIG);
  g_assert_nonnull (strstr (error->message, "standard input"));
  close (zero);
}

/* Whoever shares standard input may have set it to not wait; slowness is no end. */
static gpointer
write_slowly (gpointer data)
{
  int fd = GPOINTER_TO_INT (data);

  for (int i = 0; i < 3; i++)
    {
      g_usleep (20000);
      g_assert_cmpint (write (fd, "abc", 3), ==, 3);
    }
  close (fd);
  return NULL;
}

static void
test_slow_descriptor (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) contents = NULL;
  int pipe_ends[2];
  GThread *writer;

  g_assert_cmpint (pipe (pipe_ends), ==, 0);
  g_assert_true (fcntl (pipe_ends[0], F_SETFL, O_NONBLOCK) == 0);
  writer = g_thread_new ("writer", write_slowly, GINT_TO_POINTER (pipe_ends[1]));
  contents = ssm_file_read_fd (pipe_ends[0], "-", limit_by_start, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_bytes_get_size (contents), ==, 9);
  g_thread_join (writer);
  close (pipe_ends[0]);
}

int
main (int argc, char **argv)
{
  g_autofree char *remove = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);
  folder = g_dir_make_tmp ("salesmap-read-XXXXXX", NULL);
  g_assert_nonnull (folder);
  g_assert_cmpint (chmod (folder, 0755), ==, 0);

  g_test_add_func ("/file/read/kinds", test_kinds);
  g_test_add_func ("/file/read/sizes", test_sizes);
  g_test_add_func ("/file/read/no-file", test_no_file);
  g_test_add_func ("/file/read/links", test_links);
  g_test_add_func ("/file/read/pipe-and-socket", test_pipe_and_socket);
  g_test_add_func ("/file/read/names", test_names);
  g_test_add_func ("/file/read/forbidden", test_forbidden);
  g_test_add_func ("/file/read/descriptor", test_descriptor);
  g_test_add_func ("/file/read/slow-descriptor", test_slow_descriptor);

  status = g_test_run ();
  remove = g_strdup_printf ("rm -rf -- '%s'", folder);
  g_assert_true (g_spawn_command_line_sync (remove, NULL, NULL, NULL, NULL));
  return status;
}
