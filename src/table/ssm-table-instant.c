/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Moments: a day as ssm-table-day.c reads it, and what stands behind it. ISO first and fast:
 * nearly all of a large table's are. */

#include "ssm-table-value-private.h"

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

/* "+01:00", "-0330", "+01", "Z"; nothing for what else stands there. */
static const char *
take_offset (const char *p, int *offset)
{
  int sign = *p == '-' ? -1 : 1;
  guint hours, minutes = 0;

  *offset = 0;
  if (*p == 'Z')
    return p + 1;
  if ((*p != '+' && *p != '-') || !g_ascii_isdigit (p[1]))
    return p;
  p++;
  take_two (&p, &hours);
  p += *p == ':';
  take_two (&p, &minutes);
  *offset = sign * (int) (hours * 60 + minutes);
  return p;
}

/* *@end: behind what was read. */
static gboolean
read_time (const char *p, TimeOfDay *time, const char **end)
{
  if (!take_two (&p, &time->hour) || *p++ != ':' || !take_two (&p, &time->minute)
      || !take_seconds (&p, &time->ms))
    return FALSE;
  while (*p == ' ')
    p++;
  if (!take_half (&p, &time->hour))
    return FALSE;
  *end = take_offset (p, &time->offset);
  return time->minute < 60;
}

static SsmInstant
make_instant (guint32 day, const TimeOfDay *time)
{
  gint64 ms = time->hour * (gint64) HOUR_MS + ((int) time->minute - time->offset) * (gint64) MINUTE_MS
              + time->ms;

  return ssm_instant_of_time (((gint64) day - UNIX_EPOCH) * SSM_DAY_MS + ms, time->offset);
}

/* The number of two digits, or more than 99. */
static inline guint
two_digits (const char *p)
{
  guint tens = (guint) (guint8) p[0] - '0';
  guint ones = tens <= 9 ? (guint) (guint8) p[1] - '0' : 10;

  return ones <= 9 ? tens * 10 + ones : 1000;
}

/* 2026-11-25 and 2026-11-25T08:41:00.000+0000 and their like; FALSE where it looks
 * otherwise. */
static gboolean
read_iso (const char *text, SsmInstant *instant)
{
  TimeOfDay time;
  const char *end;
  guint century = two_digits (text);
  guint year = century <= 99 ? two_digits (text + 2) : 1000;
  guint32 day;

  if (year > 99 || text[4] != '-' || two_digits (text + 5) > 99 || text[7] != '-'
      || two_digits (text + 8) > 99
      || (text[10] != 'T' && text[10] != ' ' && text[10] != '\0'))
    return FALSE;
  if (ssm_table_make_day (century * 100 + year, two_digits (text + 5), two_digits (text + 8),
                          &day)
      != SSM_VALUE_GOOD)
    return FALSE;
  if (text[10] != '\0' && (!read_time (text + 11, &time, &end) || *end != '\0'))
    return FALSE;
  *instant = text[10] != '\0' ? make_instant (day, &time) : ssm_instant_of_day (day);
  return TRUE;
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

/* What was written is a day; *@instant is it with what stands behind it. */
static SsmValueState
add_time (const char *text, guint32 day, SsmInstant *instant)
{
  const char *clock = find_time (text);
  TimeOfDay time = { 0 };
  const char *end;

  if (clock != NULL && !read_time (clock, &time, &end))
    return SSM_VALUE_BAD;
  if (clock == NULL)
    time.ms = time_of_number (text + strspn (text, " "));
  *instant = time.ms < 0 ? ssm_instant_of_day (day) : make_instant (day, &time);
  return SSM_VALUE_GOOD;
}

SsmValueState
ssm_table_instant (const char *text, SsmDateOrder order, SsmInstant *instant)
{
  guint32 day;
  SsmValueState state;

  *instant = SSM_INSTANT_NONE;
  if (read_iso (text, instant))
    return SSM_VALUE_GOOD;
  state = ssm_table_day (text, order, &day);
  return state == SSM_VALUE_GOOD ? add_time (text, day, instant) : state;
}
