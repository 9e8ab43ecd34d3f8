/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Versions are told apart by their only letter and their size, so that no mixture of two
 * is taken for one. */

#include "fault-scene.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/xattr.h>
#include <unistd.h>

#define SIZE_OLD 7000
#define SIZE_NEW 9000

const Scenario scenarios[N_SCENARIOS] = {
  { .name = "plain", .mode = 0644, .base = TRUE },
  { .name = "guarded", .mode = 0640, .base = TRUE, .attribute = TRUE },
  { .name = "linked", .mode = 0644, .base = TRUE, .link = TRUE },
  { .name = "overwrite", .mode = 0600 },
  { .name = "absent", .mode = 0 },
};

Scene here;

static void
write_bytes (const char *path, char byte, gsize size)
{
  g_autofree char *bytes = g_malloc (size);
  g_autoptr (GError) error = NULL;

  memset (bytes, byte, size);
  g_file_set_contents_full (path, bytes, size, G_FILE_SET_CONTENTS_NONE, 0644, &error);
  g_assert_no_error (error);
}

State
look (const char *path)
{
  g_autofree char *bytes = NULL;
  gsize size;

  if (!g_file_get_contents (path, &bytes, &size, NULL))
    return STATE_ABSENT;
  if (size == SIZE_OLD && strspn (bytes, "o") == size)
    return STATE_OLD;
  if (size == SIZE_NEW && strspn (bytes, "n") == size)
    return STATE_NEW;
  return STATE_BROKEN;
}

static void
empty_folder (void)
{
  g_autoptr (GDir) dir = g_dir_open (here.folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (here.folder, name, NULL);

      g_assert_cmpint (g_unlink (path), ==, 0);
    }
}

static void
name_file (const Scenario *scenario)
{
  g_free (here.file);
  g_free (here.real);
  here.file = g_build_filename (here.folder, "map.salesmap", NULL);
  here.real = scenario->link ? g_build_filename (here.folder, "real", NULL)
                             : g_strdup (here.file);
}

void
prepare (const Scenario *scenario)
{
  name_file (scenario);
  empty_folder ();
  if (scenario->link)
    g_assert_cmpint (symlink (here.real, here.file), ==, 0);
  if (scenario->mode == 0)
    return;

  write_bytes (here.real, 'o', SIZE_OLD);
  g_assert_cmpint (chmod (here.real, scenario->mode), ==, 0);
  if (scenario->attribute && here.attributes)
    g_assert_cmpint (setxattr (here.real, ATTRIBUTE, ATTRIBUTE_VALUE,
                               strlen (ATTRIBUTE_VALUE), 0),
                     ==, 0);
}

guint
count_others (guint *n_temporary)
{
  g_autoptr (GDir) dir = g_dir_open (here.folder, 0, NULL);
  g_autofree char *file = g_path_get_basename (here.file);
  g_autofree char *real = g_path_get_basename (here.real);
  const char *name;
  guint n_others = 0;

  *n_temporary = 0;
  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_prefix (name, ".~") && g_str_has_suffix (name, ".tmp"))
      *n_temporary += 1;
    else if (!g_str_equal (name, file) && !g_str_equal (name, real))
      n_others++;
  return n_others;
}

void
run_tool (const Scenario *scenario, const Fault *fault, FaultResult *result)
{
  const char *with_base[] = { SAVE_TOOL, "--traced", "--base", here.old, here.new,
                              here.file, NULL };
  const char *without[] = { SAVE_TOOL, "--traced", here.new, here.file, NULL };

  fault_run (scenario->base ? with_base : without, here.folder, fault, result);
}

void
set_up (void)
{
  g_autoptr (GError) error = NULL;

  umask (022);
  here.root = g_dir_make_tmp ("salesmap-fault-XXXXXX", &error);
  g_assert_no_error (error);
  here.folder = g_build_filename (here.root, "folder", NULL);
  here.old = g_build_filename (here.root, "old", NULL);
  here.new = g_build_filename (here.root, "new", NULL);
  g_assert_cmpint (g_mkdir (here.folder, 0700), ==, 0);
  write_bytes (here.old, 'o', SIZE_OLD);
  write_bytes (here.new, 'n', SIZE_NEW);
  here.attributes = setxattr (here.old, ATTRIBUTE, "", 0, 0) == 0;
}

void
tear_down (void)
{
  empty_folder ();
  g_rmdir (here.folder);
  g_unlink (here.old);
  g_unlink (here.new);
  g_assert_cmpint (g_rmdir (here.root), ==, 0);
}
