/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The same saves as limit-save.c by ssm_file_save (), each with the base it compares. */

#include "median.h"
#include "ssm-file.h"

#include <string.h>

#define N_SAVES 51
#define N_BYTES 20000

int
main (int argc, char **argv)
{
  g_autofree char *path = g_build_filename (argv[1], "a.salesmap", NULL);
  g_autoptr (GBytes) base = NULL;
  double seconds[N_SAVES];
  char bytes[N_BYTES];

  for (guint i = 0; i < N_SAVES; i++)
    {
      g_autoptr (GBytes) contents = NULL;
      gint64 start;

      memset (bytes, 'a' + (int) i % 26, sizeof bytes);
      contents = g_bytes_new (bytes, sizeof bytes);
      start = g_get_monotonic_time ();
      if (!ssm_file_save (path, contents, base, SSM_FILE_SAVE_DEFAULT, NULL))
        g_error ("save failed");
      seconds[i] = (g_get_monotonic_time () - start) / 1e6;
      g_clear_pointer (&base, g_bytes_unref);
      base = g_steal_pointer (&contents);
    }

  g_print ("%.9f\n", median (seconds, N_SAVES));
  return 0;
}
