/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Moments: a day as ssm-table-day.c reads it, and what stands behind it. */

#include "ssm-table-value.h"

#include <string.h>

#define UNIX_EPOCH 719163 /* Julian, as in GDate */
#define HOUR_MS 3600000
#define MINUTE_MS 60000

/* A time of day taken apart. */
typedef struct
{
  guint hour, minute;
  gint64 ms;          /* seconds and their fraction */
  int offset;         /* minutes that the clock shows more than UTC */
} TimeOfDay;

/* Reads at most two digits. */
static gboolean
take_two (const char **p, guint *number)
{
  guint n = 0;

  for (*number = 0; n < 2 && g_ascii_isdigit (**p); n++, (*p)++)
    *number = *number * 10 + (guint) (**p - '0');
  return n > 0;
}

/* ":30.250", or nothing. */
static gboolean
take_seconds (const char **p, gint64 *ms)
{
  guint seconds;
  gint64 unit = 1000;

  *ms = 0;
  if (**p != ':')
    return TRUE;
  (*p)++;
  if (!take_two (p, &seconds) || seconds > 60)
    return FALSE;
  *ms = seconds * 1000;
  if (**p != '.' && **p != ',')
    return TRUE;
  for ((*p)++; g_ascii_isdigit (**p); (*p)++)
    {
      unit /= 10;
      *ms += (**p - '0') * unit;
    }
  return TRUE;
}

/* "AM" and "PM", as clocks of twelve hours say it. */
static gboolean
take_half (const char **p, guint *hour)
{
  gboolean is_pm = g_ascii_toupper (**p) == 'P';

  if ((g_ascii_toupper (**p) != 'A' && !is_pm) || g_ascii_toupper ((*p)[1]) != 'M')
    return *hour < 24;
  *p += 2 + strspn (*p + 2, " ");
  if (*hour < 1 || *hour > 12)
    return FALSE;
  *hour = *hour % 12 + (is_pm ? 12 : 0);
  return TRUE;
}

/* "+01:00", "-0330", "+01"; nothing for what else stands there. */
static int
read_offset (const char *p)
{
  int sign = *p == '-' ? -1 : 1;
  guint hours, minutes = 0;

  if ((*p != '+' && *p != '-') || !g_ascii_isdigit (p[1]))
    return 0;
  p++;
  take_two (&p, &hours);
  p += *p == ':';
  take_two (&p, &minutes);
  return sign * (int) (hours * 60 + minutes);
}

static gboolean
read_time (const char *p, TimeOfDay *time)
{
  if (!take_two (&p, &time->hour) || *p++ != ':' || !take_two (&p, &time->minute)
      || !take_seconds (&p, &time->ms))
    return FALSE;
  p += strspn (p, " ");
  if (!take_half (&p, &time->hour))
    return FALSE;
  time->offset = read_offset (p);
  return time->minute < 60;
}

/* Where the hour of the first "8:41" in @text begins, or NULL. */
static const char *
find_time (const char *text)
{
  const char *colon = strchr (text, ':');
  const char *p = colon;

  while (p != NULL && p > text && colon - p < 2 && g_ascii_isdigit (p[-1]))
    p--;
  return p != colon ? p : NULL;
}

/* The milliseconds of its day that a number alone says: of seconds and milliseconds since
 * 1970, or of a day with its fraction as spreadsheets write it. -1: none. */
static gint64
time_of_number (const char *text)
{
  gsize n = strspn (text, "0123456789");
  gint64 number = g_ascii_strtoll (text, NULL, 10);

  if (n == 5 && text[n] == '.')
    return (gint64) (g_ascii_strtod (text + n, NULL) * SSM_DAY_MS / 1000 + 0.5) * 1000;
  if (text[n + strspn (text + n, " ")] != '\0')
    return -1;
  if (n == 10)
    return number % (SSM_DAY_MS / 1000) * 1000;
  return n == 12 || n == 13 ? number % SSM_DAY_MS : -1;
}

SsmValueState
ssm_table_instant (const char *text, SsmDateOrder order, SsmInstant *instant)
{
  TimeOfDay time = { 0 };
  guint32 day;
  SsmValueState state = ssm_table_day (text, order, &day);
  const char *clock = state == SSM_VALUE_GOOD ? find_time (text) : NULL;
  gint64 ms;

  *instant = SSM_INSTANT_NONE;
  if (state != SSM_VALUE_GOOD)
    return state;
  if (clock != NULL && !read_time (clock, &time))
    return SSM_VALUE_BAD;
  ms = clock != NULL ? time.hour * (gint64) HOUR_MS + time.minute * MINUTE_MS + time.ms
                     : time_of_number (text + strspn (text, " "));
  if (ms < 0)
    *instant = ssm_instant_of_day (day);
  else
    *instant = ssm_instant_of_time (((gint64) day - UNIX_EPOCH) * SSM_DAY_MS + ms
                                        - time.offset * (gint64) MINUTE_MS,
                                    time.offset);
  return state;
}
