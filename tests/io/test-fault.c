/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Saving, disturbed at every one of its file operations: afterwards the complete old or the
 * complete new version must be there, looking as before, and what was reported is true. */

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/xattr.h>
#include <unistd.h>

#include "fault-trace.h"
#include "ssm-file.h"

#define SIZE_OLD 7000
#define SIZE_NEW 9000
#define MAX_OPERATIONS 200
#define ATTRIBUTE "user.salesmap.test"
#define ATTRIBUTE_VALUE "kept"

typedef struct
{
  const char *name;
  mode_t mode; /* of the old version; 0: there is none */
  gboolean attribute;
  gboolean link;
  gboolean base;
} Scenario;

static const Scenario scenarios[] = {
  { .name = "plain", .mode = 0644, .base = TRUE },
  { .name = "guarded", .mode = 0640, .base = TRUE, .attribute = TRUE },
  { .name = "linked", .mode = 0644, .base = TRUE, .link = TRUE },
  { .name = "overwrite", .mode = 0600 },
  { .name = "absent", .mode = 0 },
};

static const struct
{
  const char *name;
  FaultKind kind;
  int errnum;
} faults[] = {
  { "kill", FAULT_KILL, 0 },
  { "tear", FAULT_TEAR, 0 },
  { "short", FAULT_SHORT, 0 },
  { "power-cut", FAULT_POWER, 0 },
  { "disk-full", FAULT_ERROR, ENOSPC },
  { "disk-stays-full", FAULT_ERRORS, ENOSPC },
  { "quota", FAULT_ERRORS, EDQUOT },
  { "disk-error", FAULT_ERROR, EIO },
  { "disk-stays-bad", FAULT_ERRORS, EIO },
  { "denied", FAULT_ERROR, EACCES },
  { "stays-denied", FAULT_ERRORS, EACCES },
  { "forbidden", FAULT_ERROR, EPERM },
  { "read-only", FAULT_ERRORS, EROFS },
  { "interrupted", FAULT_ERROR, EINTR },
  { "no-descriptors", FAULT_ERROR, EMFILE },
  { "no-exchange", FAULT_ERROR, EINVAL },
  { "nothing-supported", FAULT_ERRORS, EINVAL },
  { "unsupported", FAULT_ERROR, EOPNOTSUPP },
  { "simple-file-system", FAULT_ERRORS, ENOSYS },
  { "stale-handle", FAULT_ERROR, ESTALE },
};

typedef struct
{
  const Scenario *scenario;
  FaultKind kind;
  int errnum;
} Case;

static struct
{
  char *root;
  char *folder;
  char *file; /* the path the program is given */
  char *real; /* the file behind it */
  char *old;
  char *new;
  gboolean attributes;
} here;

typedef enum
{
  STATE_ABSENT,
  STATE_OLD,
  STATE_NEW,
  STATE_BROKEN
} State;

static void
write_bytes (const char *path, char byte, gsize size)
{
  g_autofree char *bytes = g_malloc (size);
  g_autoptr (GError) error = NULL;

  memset (bytes, byte, size);
  g_file_set_contents_full (path, bytes, size, G_FILE_SET_CONTENTS_NONE, 0644, &error);
  g_assert_no_error (error);
}

static State
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
  here.real = g_build_filename (here.folder, scenario->link ? "real" : "map.salesmap", NULL);
}

static void
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

static void
assert_looks (const Scenario *scenario)
{
  char value[sizeof ATTRIBUTE_VALUE] = "";
  struct stat status;

  g_assert_cmpint (g_file_test (here.file, G_FILE_TEST_IS_SYMLINK), ==, scenario->link);
  if (stat (here.real, &status) != 0)
    return;

  g_assert_cmpuint (status.st_nlink, ==, 1);
  g_assert_cmpuint (status.st_mode & 07777, ==,
                    scenario->mode != 0 ? scenario->mode : 0644);
  if (!scenario->attribute || !here.attributes)
    return;
  g_assert_cmpint (getxattr (here.real, ATTRIBUTE, value, sizeof value), ==,
                   strlen (ATTRIBUTE_VALUE));
  g_assert_cmpstr (value, ==, ATTRIBUTE_VALUE);
}

/* Names in the folder besides the file; temporary ones are counted apart. */
static guint
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

static void
run_tool (const Scenario *scenario, const Fault *fault, FaultResult *result)
{
  const char *with_base[] = { SAVE_TOOL, "--traced", "--base", here.old, here.new, here.file, NULL };
  const char *without[] = { SAVE_TOOL, "--traced", here.new, here.file, NULL };

  fault_run (scenario->base ? with_base : without, here.folder, fault, result);
}

static void
clean (void)
{
  guint n_temporary;

  ssm_file_clean_leftovers (here.file);
  g_assert_cmpuint (count_others (&n_temporary), ==, 0);
  g_assert_cmpuint (n_temporary, ==, 0);
}

/* What is no failure, or has a way around. */
static gboolean
must_succeed (const Case *self, const FaultResult *result)
{
  return self->kind == FAULT_SHORT
         || self->errnum == EINTR
         || self->errnum == ENOSYS
         || (self->errnum == EINVAL
             && self->kind == FAULT_ERROR
             && g_str_equal (result->operation, "renameat2"));
}

static void
judge_survivor (const Case *self, const FaultResult *result, State state)
{
  guint n_temporary;

  if (must_succeed (self, result))
    g_assert_cmpint (result->status, ==, 0);

  /* A folder that cannot be synced on this file system is no reason to worry. */
  if (self->errnum == EINVAL || self->errnum == EOPNOTSUPP)
    g_assert_cmpint (result->status, !=, 76);

  if (result->status == 0)
    g_assert_cmpint (state, ==, STATE_NEW);
  else
    {
      g_assert_cmpint (result->status, >=, 66);
      g_assert_cmpint (result->status, <=, 77);
      g_assert_cmpstr (result->message, !=, "");
      g_assert_cmpint (state == STATE_NEW, ==, result->status == 76);
    }

  g_assert_cmpuint (count_others (&n_temporary), ==, 0);
  /* The very removal failed, or the disk did before the old version could be seen. */
  if (!g_str_equal (result->operation, "unlinkat")
      && !(result->status == 76 && self->kind == FAULT_ERRORS))
    g_assert_cmpuint (n_temporary, ==, 0);
}

static void
judge (const Case *self, const FaultResult *result)
{
  State state = look (here.real);

  if (state == STATE_ABSENT)
    g_assert_cmpuint (self->scenario->mode, ==, 0);
  g_assert_cmpint (state, !=, STATE_BROKEN);
  assert_looks (self->scenario);

  if (self->kind == FAULT_KILL || self->kind == FAULT_TEAR || self->kind == FAULT_POWER)
    g_assert_cmpint (result->status, ==, -SIGKILL);
  else
    judge_survivor (self, result, state);
  clean ();
  g_assert_cmpint (look (here.real), ==, state);
}

static void
test_fault (gconstpointer data)
{
  const Case *self = data;
  Fault fault = { .kind = self->kind, .errnum = self->errnum };
  guint n_operations = MAX_OPERATIONS;
  guint n_failed_closes = 0;

  for (fault.at = 1; fault.at <= n_operations; fault.at++)
    {
      g_auto (FaultResult) result = { 0 };

      prepare (self->scenario);
      run_tool (self->scenario, &fault, &result);
      if (!result.hit)
        {
          n_operations = result.n_operations;
          continue;
        }
      g_test_message ("%u: %s, status %d", fault.at, result.operation, result.status);
      judge (self, &result);
      if (result.status > 0 && g_str_equal (result.operation, "close"))
        n_failed_closes++;
    }
  g_assert_cmpuint (n_operations, <, MAX_OPERATIONS);

  /* Shares tell of lost bytes there. */
  if (self->kind == FAULT_ERROR && (self->errnum == EIO || self->errnum == ENOSPC))
    g_assert_cmpuint (n_failed_closes, ==, 1);
}

static void
test_undisturbed (gconstpointer data)
{
  const Scenario *scenario = data;
  Fault none = { FAULT_NONE };
  g_auto (FaultResult) result = { 0 };
  guint n_temporary;

  prepare (scenario);
  run_tool (scenario, &none, &result);
  g_assert_cmpstr (result.message, ==, "");
  g_assert_cmpint (result.status, ==, 0);
  g_assert_true (result.settled);
  g_assert_cmpint (look (here.real), ==, STATE_NEW);
  assert_looks (scenario);
  g_assert_cmpuint (count_others (&n_temporary) + n_temporary, ==, 0);
}

/* Somebody else, who knows of no locks, puts one version after the other in place. None may
 * be lost; only without a base, what was there when the program looked is to be replaced. */
typedef struct
{
  gboolean in_place;
  guint n_versions;
  gboolean overwritten[2]; /* by the next version, not by us */
} Stranger;

static char
stranger_byte (guint version)
{
  return (char) ('A' + version);
}

static gboolean
holds_version (const char *path, guint version)
{
  g_autofree char *bytes = NULL;

  return g_file_get_contents (path, &bytes, NULL, NULL)
         && bytes[0] == stranger_byte (version);
}

static void
put_version (gpointer data)
{
  Stranger *self = data;
  char bytes[2] = { stranger_byte (self->n_versions), '\0' };
  g_autofree char *beside = g_strconcat (here.root, "/beside", NULL);
  FILE *file;

  for (guint i = 0; i < self->n_versions; i++)
    self->overwritten[i] = self->overwritten[i] || holds_version (here.real, i);
  self->n_versions++;

  file = fopen (self->in_place ? here.real : beside, "w");
  g_assert_cmpint (fputs (bytes, file), >=, 0);
  g_assert_cmpint (fclose (file), ==, 0);
  if (!self->in_place)
    g_assert_cmpint (g_rename (beside, here.real), ==, 0);
}

static gboolean
is_kept (guint version)
{
  g_autoptr (GDir) dir = g_dir_open (here.folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (here.folder, name, NULL);

      if (!g_str_has_prefix (name, ".~") && holds_version (path, version))
        return TRUE;
    }
  return FALSE;
}

static void
save_beside_stranger (const Scenario *scenario, gboolean in_place, guint at, guint at_too,
                      guint *n_operations)
{
  Stranger stranger = { .in_place = in_place };
  Fault fault = { FAULT_MEDDLE, at, at_too, 0, put_version, &stranger };
  g_auto (FaultResult) result = { 0 };
  guint n_temporary;

  prepare (scenario);
  run_tool (scenario, &fault, &result);
  *n_operations = result.n_operations;
  g_test_message ("%u, %u: status %d %s", at, at_too, result.status, result.message);
  g_assert_true (result.status == 0 || result.status == 75);
  for (guint i = 0; i < stranger.n_versions; i++)
    g_assert_true (stranger.overwritten[i]
                   || is_kept (i)
                   || (!scenario->base && at < result.created));
  count_others (&n_temporary);
  g_assert_cmpuint (n_temporary, ==, 0);
}

static void
test_stranger (gconstpointer data)
{
  const Scenario *scenario = data;
  guint n = MAX_OPERATIONS;

  for (guint first = 1; first <= n; first++)
    for (guint second = first; second <= n; second++)
      {
        save_beside_stranger (scenario, FALSE, first, second, &n);
        save_beside_stranger (scenario, TRUE, first, second, &n);
      }
}

/* Once is read again, more often is given up. */
static void
test_read_while_changing (void)
{
  const char *argv[] = { SAVE_TOOL, "--traced", "--read", NULL, NULL };
  guint n = MAX_OPERATIONS;
  guint n_given_up = 0;

  for (guint first = 1; first <= n; first++)
    for (guint second = first; second <= n; second++)
      {
        Stranger stranger = { .in_place = TRUE };
        Fault fault = { FAULT_MEDDLE, first, second, 0, put_version, &stranger };
        g_auto (FaultResult) result = { 0 };

        prepare (&scenarios[0]);
        argv[3] = here.file;
        fault_run (argv, here.folder, &fault, &result);
        n = result.n_operations;
        g_assert_true (result.status == 0
                       || (result.status == 75 && stranger.n_versions == 2));
        n_given_up += result.status == 75;
      }
  g_assert_cmpuint (n_given_up, >, 0);
}

static void
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

static void
tear_down (void)
{
  empty_folder ();
  g_rmdir (here.folder);
  g_unlink (here.old);
  g_unlink (here.new);
  g_assert_cmpint (g_rmdir (here.root), ==, 0);
}

static void
add_cases (const Scenario *scenario)
{
  g_autofree char *undisturbed = g_strconcat ("/file/save/undisturbed/", scenario->name, NULL);

  g_test_add_data_func (undisturbed, scenario, test_undisturbed);
  for (gsize i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      g_autofree char *path = g_strdup_printf ("/file/save/%s/%s", faults[i].name,
                                               scenario->name);
      Case *self = g_new (Case, 1);

      *self = (Case) { scenario, faults[i].kind, faults[i].errnum };
      g_test_add_data_func_full (path, self, test_fault, g_free);
    }
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  if (!fault_is_possible ())
    {
      g_print ("1..0 # SKIP ptrace is not allowed here\n");
      return 0;
    }

  set_up ();
  for (gsize i = 0; i < G_N_ELEMENTS (scenarios); i++)
    add_cases (&scenarios[i]);
  g_test_add_data_func ("/file/save/beside-a-stranger", &scenarios[0], test_stranger);
  g_test_add_data_func ("/file/save/new-beside-a-stranger", &scenarios[4], test_stranger);
  g_test_add_func ("/file/read/while-changing", test_read_while_changing);
  status = g_test_run ();
  tear_down ();
  return status;
}
