/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The system calls that a save needs at least: write, sync, rename, sync the folder.
 * Prints seconds for one save, the median of many. */

#include <fcntl.h>
#include <glib.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "median.h"

#define N_SAVES 51
#define N_BYTES 20000

static void
save (const char *folder, const char *bytes)
{
  g_autofree char *path = g_build_filename (folder, "a.salesmap", NULL);
  g_autofree char *temporary = g_build_filename (folder, "a.tmp", NULL);
  int fd = open (temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  int dir = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

  if (write (fd, bytes, N_BYTES) != N_BYTES || fsync (fd) != 0)
    g_error ("write failed");
  close (fd);
  if (rename (temporary, path) != 0 || fsync (dir) != 0)
    g_error ("rename failed");
  close (dir);
}

int
main (int argc, char **argv)
{
  double seconds[N_SAVES];
  char bytes[N_BYTES];

  for (guint i = 0; i < N_SAVES; i++)
    {
      gint64 start;

      memset (bytes, 'a' + (int) i % 26, sizeof bytes);
      start = g_get_monotonic_time ();
      save (argv[1], bytes);
      seconds[i] = (g_get_monotonic_time () - start) / 1e6;
    }

  g_print ("%.9f\n", median (seconds, N_SAVES));
  return 0;
}
