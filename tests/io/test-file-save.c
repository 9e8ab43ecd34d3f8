/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What saving does with whatever stands under the name. See test-fault.c for what it does
 * when something fails on the way. */

#include "file-fixture.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <sched.h>
#include <signal.h>
#include <string.h>
#include <sys/file.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

static void
test_new (Fixture *self, gconstpointer data)
{
  g_autofree char *private = g_build_filename (self->folder, "deals", NULL);

  save (self->path, "new", NULL, SSM_FILE_SAVE_DEFAULT);
  g_assert_cmpuint (stat_of (self->path).st_mode & 07777, ==, 0644);
  save (private, "new", NULL, SSM_FILE_PRIVATE);
  g_assert_cmpuint (stat_of (private).st_mode & 07777, ==, 0600);

  save (self->path, "again", "new", SSM_FILE_PRIVATE);
  g_assert_cmpuint (stat_of (self->path).st_mode & 07777, ==, 0644);
  g_assert_cmpuint (count_names (self->folder), ==, 2);
}

static void
test_relative (Fixture *self, gconstpointer data)
{
  g_autofree char *before = g_get_current_dir ();

  g_assert_cmpint (chdir (self->folder), ==, 0);
  save ("-o", "relative", NULL, SSM_FILE_SAVE_DEFAULT);
  save ("./-o", "again", "relative", SSM_FILE_SAVE_DEFAULT);
  g_assert_cmpint (chdir (before), ==, 0);
}

static void
test_empty (Fixture *self, gconstpointer data)
{
  save (self->path, "", NULL, SSM_FILE_SAVE_DEFAULT);
  save (self->path, "full", "", SSM_FILE_SAVE_DEFAULT);
  save (self->path, "", "full", SSM_FILE_SAVE_DEFAULT);
}

static void
test_unchanged (Fixture *self, gconstpointer data)
{
  struct stat before, after;

  put (self->path, "same", 0444);
  before = stat_of (self->path);
  save (self->path, "same", "same", SSM_FILE_SAVE_DEFAULT);
  save (self->path, "same", NULL, SSM_FILE_SAVE_DEFAULT);
  save (self->path, "same", "other", SSM_FILE_SAVE_DEFAULT);
  after = stat_of (self->path);
  g_assert_cmpuint (before.st_ino, ==, after.st_ino);
  g_assert_cmpint (before.st_ctim.tv_sec, ==, after.st_ctim.tv_sec);
  g_assert_cmpint (before.st_ctim.tv_nsec, ==, after.st_ctim.tv_nsec);
}

/* Also where size and time are those of the version that was read. */
static void
test_changed (Fixture *self, gconstpointer data)
{
  const struct timespec times[2] = { { 1000000000, 0 }, { 1000000000, 0 } };

  put (self->path, "base", 0644);
  g_assert_cmpint (utimensat (AT_FDCWD, self->path, times, 0), ==, 0);
  put (self->path, "them", 0644);
  g_assert_cmpint (utimensat (AT_FDCWD, self->path, times, 0), ==, 0);

  refuse (self->path, "ours", "base", SSM_IO_ERROR_CHANGED, "somebody else");
  assert_holds (self->path, "them");
  g_assert_cmpint (g_unlink (self->path), ==, 0);
  refuse (self->path, "ours", "base", SSM_IO_ERROR_CHANGED, "somebody else");
  g_assert_cmpuint (count_names (self->folder), ==, 0);
}

static void
test_hard_link (Fixture *self, gconstpointer data)
{
  g_autofree char *other = g_build_filename (self->folder, "other", NULL);

  put (self->path, "old", 0644);
  g_assert_cmpint (link (self->path, other), ==, 0);
  refuse (self->path, "new", "old", SSM_IO_ERROR_HARD_LINKED, "names");
  assert_holds (self->path, "old");

  save (self->path, "new", "old", SSM_FILE_BREAK_LINKS);
  assert_holds (other, "old");
  g_assert_cmpuint (count_names (self->folder), ==, 2);
}

static void
test_symbolic_link (Fixture *self, gconstpointer data)
{
  g_autofree char *folder = g_build_filename (self->folder, "real", NULL);
  g_autofree char *real = g_build_filename (folder, "file", NULL);
  g_autofree char *chain = g_build_filename (self->folder, "chain", NULL);

  g_assert_cmpint (g_mkdir (folder, 0755), ==, 0);
  g_assert_cmpint (symlink ("real/file", chain), ==, 0);
  g_assert_cmpint (symlink (chain, self->path), ==, 0);

  save (self->path, "made behind", NULL, SSM_FILE_SAVE_DEFAULT);
  save (self->path, "changed behind", "made behind", SSM_FILE_SAVE_DEFAULT);
  assert_holds (real, "changed behind");
  g_assert_true (S_ISLNK (stat_of (self->path).st_mode));
  g_assert_true (S_ISLNK (stat_of (chain).st_mode));
  g_assert_cmpuint (count_names (folder), ==, 1);
}

static void
test_no_file (Fixture *self, gconstpointer data)
{
  g_autofree char *pipe = g_build_filename (self->folder, "pipe", NULL);
  g_autofree char *circle = g_build_filename (self->folder, "circle", NULL);
  g_autofree char *nowhere = g_build_filename (self->folder, "no", "where", NULL);
  g_autofree char *slash = g_strconcat (self->path, "/", NULL);

  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);
  g_assert_cmpint (symlink ("circle", circle), ==, 0);
  refuse (self->folder, "x", NULL, SSM_IO_ERROR_CANNOT_CREATE, "folder");
  refuse (slash, "x", NULL, SSM_IO_ERROR_CANNOT_CREATE, "folder");
  refuse (pipe, "x", NULL, SSM_IO_ERROR_CANNOT_CREATE, "not a file");
  refuse ("/dev/full", "x", NULL, SSM_IO_ERROR_CANNOT_CREATE, "not a file");
  refuse (circle, "x", NULL, SSM_IO_ERROR_CANNOT_CREATE, "circle");
  refuse (nowhere, "x", NULL, SSM_IO_ERROR_CANNOT_CREATE, "folder");
  refuse ("", "x", NULL, SSM_IO_ERROR_CANNOT_CREATE, "folder");
  refuse ("/", "x", NULL, SSM_IO_ERROR_CANNOT_CREATE, "folder");
}

static void
test_names (Fixture *self, gconstpointer data)
{
  static const char * const names[] = {
    "new\nline", "esc\033[0m", "bad\xff\xfe", " blanks ",
    "-", ".~lock.x#", "%s%n", "\u202e",
  };
  char longest[256] = "";

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (self->folder, names[i], NULL);

      save (path, "one", NULL, SSM_FILE_SAVE_DEFAULT);
      save (path, "two", "one", SSM_FILE_SAVE_DEFAULT);
      refuse (path, "three", "one", SSM_IO_ERROR_CHANGED, "somebody else");
    }
  g_assert_cmpuint (count_names (self->folder), ==, G_N_ELEMENTS (names));

  memset (longest, 'l', 255);
  {
    g_autofree char *path = g_build_filename (self->folder, longest, NULL);
    g_autofree char *longer = g_strconcat (path, "l", NULL);

    save (path, "one", NULL, SSM_FILE_SAVE_DEFAULT);
    save (path, "two", "one", SSM_FILE_SAVE_DEFAULT);
    refuse (longer, "x", NULL, SSM_IO_ERROR_CANNOT_CREATE, "too long");
  }
}

static void
test_too_large (Fixture *self, gconstpointer data)
{
  const struct rlimit limit = { 4096, RLIM_INFINITY };
  g_autofree char *text = g_strnfill (10000, 'n');
  pid_t pid;
  int status;

  put (self->path, "old", 0644);
  pid = fork ();
  if (pid == 0)
    {
      signal (SIGXFSZ, SIG_IGN);
      g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
      refuse (self->path, text, "old", SSM_IO_ERROR_FAILED, "larger");
      _exit (0);
    }
  g_assert_cmpint (waitpid (pid, &status, 0), ==, pid);
  g_assert_cmpint (status, ==, 0);
  assert_holds (self->path, "old");
  g_assert_cmpuint (count_names (self->folder), ==, 1);
}

/* On a disk of 48 KiB that is ours alone; -1 where none may be mounted. */
static int
fill_disk (Fixture *self)
{
  g_autofree char *large = g_strnfill (30000, 'o');
  g_autofree char *larger = g_strnfill (32000, 'n');

  if (unshare (CLONE_NEWNS) != 0
      || mount (NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL) != 0
      || mount ("tmpfs", self->folder, "tmpfs", 0, "size=48k") != 0)
    return 77;

  save (self->path, large, NULL, SSM_FILE_SAVE_DEFAULT);
  refuse (self->path, larger, large, SSM_IO_ERROR_FAILED, "disk is full");
  refuse (self->path, larger, NULL, SSM_IO_ERROR_FAILED, "disk is full");
  assert_holds (self->path, large);
  g_assert_cmpuint (count_names (self->folder), ==, 1);

  g_assert_cmpint (mount (NULL, self->folder, NULL, MS_REMOUNT | MS_RDONLY, NULL), ==, 0);
  refuse (self->path, "short", large, SSM_IO_ERROR_CANNOT_CREATE, "only be read");
  return 0;
}

static void
test_full_disk (Fixture *self, gconstpointer data)
{
  pid_t pid = fork ();
  int status;

  if (pid == 0)
    _exit (fill_disk (self));
  g_assert_cmpint (waitpid (pid, &status, 0), ==, pid);
  if (WIFEXITED (status) && WEXITSTATUS (status) == 77)
    g_test_skip ("no disk may be mounted here");
  else
    g_assert_cmpint (status, ==, 0);
}

static void
test_leftovers (Fixture *self, gconstpointer data)
{
  static const struct { const char *name; gboolean stays; } cases[] = {
    { ".~map.salesmap.0123456789ab.tmp", FALSE },
    { ".~map.salesmap.ffffffffffff.tmp", FALSE },
    { ".~map.salesmap.0123456789ac.tmp", TRUE }, /* its writer lives */
    { ".~map.salesmap.0123456789a.tmp", TRUE },
    { ".~map.salesmap.0123456789AB.tmp", TRUE },
    { ".~map.salesmap.0123456789ab.tmp2", TRUE },
    { ".~other.salesmap.0123456789ab.tmp", TRUE },
    { ".~lock.map.salesmap#", TRUE },
    { "map.salesmap.conflict-0123456789ab", TRUE },
  };
  int writer = -1;

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_build_filename (self->folder, cases[i].name, NULL);

      put (path, "left", 0600);
      if (i == 2)
        writer = open (path, O_WRONLY);
    }
  g_assert_cmpint (flock (writer, LOCK_EX), ==, 0);

  ssm_file_clean_leftovers (self->path);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_build_filename (self->folder, cases[i].name, NULL);

      g_assert_cmpint (g_file_test (path, G_FILE_TEST_EXISTS), ==, cases[i].stays);
    }
  close (writer);
}

/* A save that runs holds the folder: then nothing is touched, and nothing is waited
 * for. */
static void
test_leftovers_while_saving (Fixture *self, gconstpointer data)
{
  g_autofree char *path = g_build_filename (self->folder,
                                            ".~map.salesmap.0123456789ab.tmp", NULL);
  int folder = open (self->folder, O_RDONLY | O_DIRECTORY);

  put (path, "left", 0600);
  g_assert_cmpint (flock (folder, LOCK_EX), ==, 0);
  ssm_file_clean_leftovers (self->path);
  assert_holds (path, "left");
  close (folder);

  save (self->path, "new", NULL, SSM_FILE_SAVE_DEFAULT);
  g_assert_cmpuint (count_names (self->folder), ==, 1);
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *name;
    void (*test) (Fixture *, gconstpointer);
  } tests[] = {
    { "new", test_new },
    { "relative", test_relative },
    { "empty", test_empty },
    { "unchanged", test_unchanged },
    { "changed", test_changed },
    { "hard-link", test_hard_link },
    { "symbolic-link", test_symbolic_link },
    { "no-file", test_no_file },
    { "names", test_names },
    { "too-large", test_too_large },
    { "full-disk", test_full_disk },
    { "leftovers", test_leftovers },
    { "leftovers-while-saving", test_leftovers_while_saving },
  };

  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    {
      g_autofree char *path = g_strconcat ("/file/save/", tests[i].name, NULL);

      g_test_add (path, Fixture, NULL, set_up_folder, tests[i].test, tear_down_folder);
    }
  return g_test_run ();
}
