/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-workshop-time.h"

gint64
ssm_workshop_time_now (void)
{
  const char *file = g_getenv ("SALES_MAP_SECONDS_AHEAD");
  g_autofree char *seconds = NULL;
  gint64 ahead = 0;

  if (file != NULL && g_file_get_contents (file, &seconds, NULL, NULL))
    ahead = g_ascii_strtoll (seconds, NULL, 10);
  return g_get_monotonic_time () + ahead * G_USEC_PER_SEC;
}
