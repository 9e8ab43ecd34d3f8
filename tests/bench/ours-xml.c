/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads or writes a map of one megabyte; prints seconds. */

#include <string.h>

#include "big-map.h"
#include "median.h"
#include "ssm-xml-read.h"
#include "ssm-xml-write.h"

#define N_RUNS 21

static double
read_once (GBytes *bytes)
{
  gint64 start = g_get_monotonic_time ();
  g_autoptr (SsmMap) map = ssm_xml_read (bytes, "big", NULL, NULL);

  g_assert_nonnull (map);
  return (g_get_monotonic_time () - start) / 1e6;
}

static double
write_once (const SsmMap *map)
{
  gint64 start = g_get_monotonic_time ();
  g_autoptr (GBytes) bytes = ssm_xml_write (map, NULL);

  g_assert_nonnull (bytes);
  return (g_get_monotonic_time () - start) / 1e6;
}

int
main (int argc, char **argv)
{
  gsize length;
  char *xml = big_map (&length);
  g_autoptr (GBytes) bytes = g_bytes_new_take (xml, length);
  g_autoptr (SsmMap) map = ssm_xml_read (bytes, "big", NULL, NULL);
  gboolean writes = argc == 2 && strcmp (argv[1], "write") == 0;
  double seconds[N_RUNS];

  for (guint i = 0; i < N_RUNS; i++)
    seconds[i] = writes ? write_once (map) : read_once (bytes);
  g_print ("%.9f\n", median (seconds, N_RUNS));
  return 0;
}
