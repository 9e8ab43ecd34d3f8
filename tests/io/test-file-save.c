/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What saving does with whatever stands under the name. See test-fault.c for what it does
 * when something fails on the way. */

#include "ssm-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sched.h>
#include <string.h>
#include <sys/file.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <sys/xattr.h>
#include <unistd.h>

#include "ssm-io-error.h"

#define NOBODY 65534

typedef struct
{
  char *folder;
  char *path;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  umask (022);
  self->folder = g_dir_make_tmp ("salesmap-save-XXXXXX", &error);
  g_assert_no_error (error);
  g_assert_cmpint (chmod (self->folder, 0755), ==, 0);
  self->path = g_build_filename (self->folder, "map.salesmap", NULL);
}

static void
tear_down (Fixture *self, gconstpointer data)
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

static void
put (const char *path, const char *text, mode_t mode)
{
  int fd = open (path, O_WRONLY | O_CREAT | O_TRUNC, mode);

  g_assert_cmpint (fd, >=, 0);
  g_assert_cmpint (write (fd, text, strlen (text)), ==, strlen (text));
  g_assert_cmpint (fchmod (fd, mode), ==, 0);
  g_assert_cmpint (close (fd), ==, 0);
}

static void
assert_holds (const char *path, const char *text)
{
  g_autofree char *found = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &found, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (found, ==, text);
}

static struct stat
stat_of (const char *path)
{
  struct stat status;

  g_assert_cmpint (lstat (path, &status), ==, 0);
  return status;
}

static guint
count_names (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static void
save (const char *path, const char *text, const char *base_text, SsmFileSaveFlags flags)
{
  g_autoptr (GBytes) contents = bytes_of (text);
  g_autoptr (GBytes) base = base_text != NULL ? bytes_of (base_text) : NULL;
  g_autoptr (GError) error = NULL;

  ssm_file_save (path, contents, base, flags, &error);
  g_assert_no_error (error);
  assert_holds (path, text);
}

/* @words: what the message must say. */
static void
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
    "new\nline", "esc\033[0m", "bad\xff\xfe", " blanks ", "-", ".~lock.x#", "%s%n", "\u202e",
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

/* Runs @function as somebody without rights, in a process of its own. */
static void
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

static void
save_forbidden (Fixture *self)
{
  refuse (self->path, "new", "old", SSM_IO_ERROR_NO_PERMISSION, "Save a copy");
}

static void
test_forbidden (Fixture *self, gconstpointer data)
{
  put (self->path, "old", 0666);
  g_assert_cmpint (chmod (self->folder, 0555), ==, 0);
  run_as_nobody (save_forbidden, self);

  g_assert_cmpint (chmod (self->folder, 0777), ==, 0);
  g_assert_cmpint (chmod (self->path, 0444), ==, 0);
  run_as_nobody (save_forbidden, self);
  assert_holds (self->path, "old");
  g_assert_cmpuint (count_names (self->folder), ==, 1);
}

static void
save_foreign (Fixture *self)
{
  umask (0);
  save (self->path, "new", "old", SSM_FILE_SAVE_DEFAULT);
}

/* The group is lost: what only it might do, nobody may. */
static void
test_foreign (Fixture *self, gconstpointer data)
{
  static const struct { mode_t before, after; } cases[] = {
    { 0666, 0666 }, { 0676, 0666 }, { 0646, 0644 }, { 0626, 0622 }, { 06777, 0777 },
  };

  if (geteuid () != 0)
    {
      g_test_skip ("needs a second user");
      return;
    }

  g_assert_cmpint (chmod (self->folder, 0777), ==, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      put (self->path, "old", cases[i].before);
      run_as_nobody (save_foreign, self);
      g_assert_cmpuint (stat_of (self->path).st_mode & 07777, ==, cases[i].after);
      g_assert_cmpuint (stat_of (self->path).st_gid, ==, NOBODY);
      g_assert_cmpint (g_unlink (self->path), ==, 0);
    }
}

/* As root somebody else's file stays somebody else's. */
static void
test_owner (Fixture *self, gconstpointer data)
{
  struct stat after;

  if (geteuid () != 0)
    {
      g_test_skip ("needs a second user");
      return;
    }

  put (self->path, "old", 0640);
  g_assert_cmpint (chown (self->path, NOBODY, 12345), ==, 0);
  save (self->path, "new", "old", SSM_FILE_SAVE_DEFAULT);
  after = stat_of (self->path);
  g_assert_cmpuint (after.st_uid, ==, NOBODY);
  g_assert_cmpuint (after.st_gid, ==, 12345);
  g_assert_cmpuint (after.st_mode & 07777, ==, 0640);
}

/* user::rw- user:65534:r-- group::r-- mask::r-- other::--- */
static const char access_list[] =
  "\2\0\0\0"
  "\1\0\6\0\xff\xff\xff\xff"
  "\2\0\4\0\xfe\xff\0\0"
  "\4\0\4\0\xff\xff\xff\xff"
  "\x10\0\4\0\xff\xff\xff\xff"
  "\x20\0\0\0\xff\xff\xff\xff";

static void
test_access_list (Fixture *self, gconstpointer data)
{
  static const char name[] = "system.posix_acl_access";
  char found[100];

  put (self->path, "old", 0640);
  if (setxattr (self->path, name, access_list, sizeof access_list - 1, 0) != 0)
    {
      g_test_skip ("no access lists here");
      return;
    }
  save (self->path, "new", "old", SSM_FILE_SAVE_DEFAULT);
  g_assert_cmpmem (found, getxattr (self->path, name, found, sizeof found), access_list,
                   sizeof access_list - 1);

  /* One that the folder gives to new files must not come to an old one. */
  g_assert_cmpint (removexattr (self->path, name), ==, 0);
  g_assert_cmpint (chmod (self->path, 0640), ==, 0);
  g_assert_cmpint (setxattr (self->folder, "system.posix_acl_default", access_list,
                             sizeof access_list - 1, 0),
                   ==, 0);
  save (self->path, "newer", "new", SSM_FILE_SAVE_DEFAULT);
  g_assert_cmpint (getxattr (self->path, name, found, sizeof found), <, 0);
  g_assert_cmpuint (stat_of (self->path).st_mode & 07777, ==, 0640);
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

/* A save that runs holds the folder: then nothing is touched, and nothing is waited for. */
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
  static const struct { const char *name; void (*test) (Fixture *, gconstpointer); } tests[] = {
    { "new", test_new },
    { "relative", test_relative },
    { "empty", test_empty },
    { "unchanged", test_unchanged },
    { "changed", test_changed },
    { "hard-link", test_hard_link },
    { "symbolic-link", test_symbolic_link },
    { "no-file", test_no_file },
    { "names", test_names },
    { "forbidden", test_forbidden },
    { "foreign", test_foreign },
    { "owner", test_owner },
    { "access-list", test_access_list },
    { "too-large", test_too_large },
    { "full-disk", test_full_disk },
    { "leftovers", test_leftovers },
    { "leftovers-while-saving", test_leftovers_while_saving },
  };

  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    {
      g_autofree char *path = g_strconcat ("/file/save/", tests[i].name, NULL);

      g_test_add (path, Fixture, NULL, set_up, tests[i].test, tear_down);
    }
  return g_test_run ();
}
