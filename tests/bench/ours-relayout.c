/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A key is pressed in a criterion: from the edit to the page laid out again, in seconds of
 * processor time, the median of many keys. With a second argument, a budget in
 * milliseconds, that is printed instead, as the limit. */

#include "median.h"
#include "ssm-file.h"
#include "ssm-map-edit.h"
#include "ssm-map-page.h"
#include "ssm-xml-read.h"

#include <time.h>

#define N_KEYS 101

static double
processor_time (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return (double) now.tv_sec + (double) now.tv_nsec / 1e9;
}

static SsmMap *
read_map (const char *path)
{
  g_autoptr (GBytes) bytes = ssm_file_read (path, SSM_MAX_FILE, NULL);

  return ssm_xml_read (bytes, path, NULL, NULL);
}

static const char *
middle_criterion (const SsmMap *map)
{
  const SsmPart *stage = ssm_map_stage (map, ssm_map_n_stages (map) / 2);

  return ssm_part_id (ssm_part_child (stage, SSM_LIST_EXIT, 0));
}

int
main (int argc, char **argv)
{
  g_autoptr (SsmMap) map = NULL;
  g_autoptr (GString) text = g_string_new ("Buyer");
  g_autofree char *id = NULL;
  double seconds[N_KEYS];

  if (argc > 2)
    {
      g_print ("%.9f\n", g_ascii_strtod (argv[2], NULL) / 1e3);
      return 0;
    }

  map = read_map (argv[1]);
  id = g_strdup (middle_criterion (map));
  ssm_page_unref (ssm_map_page_new (map, NULL));
  for (guint i = 0; i < N_KEYS; i++)
    {
      double start = processor_time ();
      SsmMap *edited;

      /* Words of five letters, started anew before the cell runs over. */
      g_string_append_c (text, i % 6 == 0 ? ' ' : 'a' + (char) (i % 26));
      if (text->len > 60)
        g_string_truncate (text, 5);
      edited = ssm_map_with_text (map, id, SSM_CRITERION_TEXT, text->str);
      ssm_page_unref (ssm_map_page_new (edited, NULL));
      seconds[i] = processor_time () - start;
      ssm_part_unref (map);
      map = edited;
    }

  g_print ("%.9f\n", median (seconds, N_KEYS));
  g_printerr ("worst %.2f ms\n", seconds[N_KEYS - 1] * 1e3);
  return 0;
}
