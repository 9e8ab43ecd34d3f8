/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Who may read and write a file is after saving as it was before, never more. */

#include "file-fixture.h"

#include <glib/gstdio.h>
#include <sys/xattr.h>
#include <unistd.h>

static void
save_forbidden (Fixture *self)
{
  refuse (self->path, "new", "old", SSM_IO_ERROR_NO_PERMISSION, "save a copy");
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

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *name;
    void (*test) (Fixture *, gconstpointer);
  } tests[] = {
    { "forbidden", test_forbidden },
    { "foreign", test_foreign },
    { "owner", test_owner },
    { "access-list", test_access_list },
  };

  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    {
      g_autofree char *path = g_strconcat ("/file/looks/", tests[i].name, NULL);

      g_test_add (path, Fixture, NULL, set_up_folder, tests[i].test, tear_down_folder);
    }
  return g_test_run ();
}
