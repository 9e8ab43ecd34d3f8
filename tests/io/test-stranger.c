/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Somebody else changes the file at every moment of a save, and at every two moments:
 * none of the versions may be lost, locks or not. */

#include <glib/gstdio.h>
#include <stdio.h>

#include "fault-scene.h"

/* Somebody else, who knows of no locks, puts one version after the other in place. None
 * may be lost; only without a base, what was there when the program looked is to be
 * replaced. */
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
  g_test_add_data_func ("/file/save/beside-a-stranger", &scenarios[0], test_stranger);
  g_test_add_data_func ("/file/save/new-beside-a-stranger", &scenarios[N_SCENARIOS - 1],
                        test_stranger);
  g_test_add_func ("/file/read/while-changing", test_read_while_changing);
  status = g_test_run ();
  tear_down ();
  return status;
}
