/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Saving, disturbed at every one of its file operations: afterwards the complete old or
 * the complete new version must be there, looking as before, and what was reported is
 * true. */

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/xattr.h>
#include <unistd.h>

#include "fault-scene.h"
#include "ssm-file.h"

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
  /* Only the removal itself may have failed. */
  if (!g_str_equal (result->operation, "unlinkat"))
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

static void
add_cases (const Scenario *scenario)
{
  g_autofree char *undisturbed = g_strconcat ("/file/save/undisturbed/", scenario->name,
                                              NULL);

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
  for (gsize i = 0; i < N_SCENARIOS; i++)
    add_cases (&scenarios[i]);
  status = g_test_run ();
  tear_down ();
  return status;
}
