/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Milliseconds since 1970 in the upper 56 bits; below them quarters of an hour of the zone,
 * and above all of these the bit that says that there is a time of day. */

#include "ssm-instant.h"

#define EPOCH_DAY 719163 /* 1 January 1970, Julian as in GDate */
#define QUARTER_MS (15 * 60 * 1000)
#define TAG 256
#define HAS_TIME 0x80
#define ZERO_OFFSET 64

static gint64
floor_div (gint64 a, gint64 b)
{
  return a / b - (a % b < 0);
}

static gint64
ms_of (SsmInstant instant)
{
  return floor_div (instant, TAG);
}

static int
tag_of (SsmInstant instant)
{
  return (int) (instant - ms_of (instant) * TAG);
}

static SsmInstant
pack (gint64 ms, int tag)
{
  return ms * TAG + tag;
}

SsmInstant
ssm_instant_of_day (guint32 day)
{
  if (day == 0)
    return SSM_INSTANT_NONE;
  return pack (((gint64) day - EPOCH_DAY) * SSM_DAY_MS, ZERO_OFFSET);
}

SsmInstant
ssm_instant_of_time (gint64 unix_ms, int offset_minutes)
{
  int quarters = CLAMP (offset_minutes / 15, -ZERO_OFFSET, ZERO_OFFSET - 1);

  g_return_val_if_fail (ABS (unix_ms) < G_MAXINT64 / TAG / 2, SSM_INSTANT_NONE);

  return pack (unix_ms, HAS_TIME | (quarters + ZERO_OFFSET));
}

gint64
ssm_instant_moment (SsmInstant instant)
{
  return instant & ~(gint64) (HAS_TIME - 1);
}

guint32
ssm_instant_day (SsmInstant instant)
{
  gint64 offset = ((tag_of (instant) & ~HAS_TIME) - ZERO_OFFSET) * (gint64) QUARTER_MS;

  if (instant == SSM_INSTANT_NONE)
    return 0;
  return (guint32) (floor_div (ms_of (instant) + offset, SSM_DAY_MS) + EPOCH_DAY);
}

gboolean
ssm_instant_has_time (SsmInstant instant)
{
  return instant != SSM_INSTANT_NONE && (tag_of (instant) & HAS_TIME) != 0;
}

SsmInstant
ssm_instant_end_of_day (SsmInstant instant)
{
  int tag = tag_of (instant);
  gint64 offset = ((tag & ~HAS_TIME) - ZERO_OFFSET) * (gint64) QUARTER_MS;
  gint64 day = floor_div (ms_of (instant) + offset, SSM_DAY_MS);

  if (instant == SSM_INSTANT_NONE)
    return SSM_INSTANT_NONE;
  return pack ((day + 1) * SSM_DAY_MS - offset, tag & ~HAS_TIME) - TAG;
}

gint64
ssm_instant_span (SsmInstant from, SsmInstant to)
{
  if (ssm_instant_has_time (from) && ssm_instant_has_time (to))
    return ms_of (to) - ms_of (from);
  return ((gint64) ssm_instant_day (to) - ssm_instant_day (from)) * SSM_DAY_MS;
}

char *
ssm_day_to_iso (guint32 day)
{
  GDate date;

  if (day == 0)
    return NULL;
  g_date_clear (&date, 1);
  g_date_set_julian (&date, day);
  return g_strdup_printf ("%04u-%02u-%02u", g_date_get_year (&date),
                          g_date_get_month (&date), g_date_get_day (&date));
}
