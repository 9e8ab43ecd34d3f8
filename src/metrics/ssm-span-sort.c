/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-span-sort.h"

#include <stdlib.h>
#include <string.h>

#include "ssm-instant.h"

/* Fewer than these are compared with each other. */
#define MIN_FOR_COUNTING 256

/* Days up to which there is a counter for each: almost two hundred years. */
#define MAX_DAYS 65536

/* Bits of a duration that are sorted by at a time. */
#define DIGIT_BITS 12
#define N_DIGITS (1 << DIGIT_BITS)

static int
compare_spans (gconstpointer a, gconstpointer b)
{
  gint64 left = *(const gint64 *) a, right = *(const gint64 *) b;

  return (left > right) - (left < right);
}

static gint64
find_longest (const gint64 *spans, guint n, gboolean *are_days)
{
  gint64 longest = 0;

  *are_days = TRUE;
  for (guint i = 0; i < n; i++)
    {
      longest = MAX (longest, spans[i]);
      *are_days &= spans[i] % SSM_DAY_MS == 0;
    }
  return longest;
}

static void
count_days (gint64 *spans, guint n)
{
  g_autofree guint *counts = g_new0 (guint, MAX_DAYS);
  guint at = 0;

  for (guint i = 0; i < n; i++)
    counts[spans[i] / SSM_DAY_MS]++;
  for (guint day = 0; day < MAX_DAYS; day++)
    for (guint i = 0; i < counts[day]; i++)
      spans[at++] = day * SSM_DAY_MS;
}

/* Brings @from in the order of one digit of its numbers. */
static void
sort_digit (const gint64 *from, gint64 *to, guint n, guint shift)
{
  guint starts[N_DIGITS] = { 0 };
  guint start = 0;

  for (guint i = 0; i < n; i++)
    starts[(from[i] >> shift) & (N_DIGITS - 1)]++;
  for (guint digit = 0; digit < N_DIGITS; digit++)
    {
      guint count = starts[digit];

      starts[digit] = start;
      start += count;
    }
  for (guint i = 0; i < n; i++)
    to[starts[(from[i] >> shift) & (N_DIGITS - 1)]++] = from[i];
}

static void
sort_digits (gint64 *spans, guint n, gint64 longest)
{
  g_autofree gint64 *room = g_new (gint64, n);
  gint64 *from = spans, *to = room;

  for (guint shift = 0; shift < 63 && longest >> shift > 0; shift += DIGIT_BITS)
    {
      gint64 *done = to;

      sort_digit (from, to, n, shift);
      to = from;
      from = done;
    }
  if (from != spans)
    memcpy (spans, from, n * sizeof *spans);
}

void
ssm_span_sort (gint64 *spans, guint n)
{
  gboolean are_days;
  gint64 longest;

  if (n < MIN_FOR_COUNTING)
    {
      if (n > 0)
        qsort (spans, n, sizeof *spans, compare_spans);
      return;
    }
  longest = find_longest (spans, n, &are_days);
  if (are_days && longest / SSM_DAY_MS < MAX_DAYS)
    count_days (spans, n);
  else
    sort_digits (spans, n, longest);
}

static int
compare_ages (gconstpointer a, gconstpointer b)
{
  const SsmDealAge *left = a, *right = b;

  if (left->days != right->days)
    return left->days > right->days ? -1 : 1;
  return (left->deal > right->deal) - (left->deal < right->deal);
}

static gboolean
are_countable (const SsmDealAge *ages, guint n)
{
  for (guint i = 0; i < n; i++)
    if (ages[i].days >= MAX_DAYS)
      return FALSE;
  return n >= MIN_FOR_COUNTING;
}

void
ssm_age_sort (SsmDealAge *ages, guint n)
{
  g_autofree SsmDealAge *kept = NULL;
  g_autofree guint *starts = NULL;
  guint start = 0;

  if (!are_countable (ages, n))
    {
      if (n > 0)
        qsort (ages, n, sizeof *ages, compare_ages);
      return;
    }
  kept = g_memdup2 (ages, n * sizeof *ages);
  starts = g_new0 (guint, MAX_DAYS);
  for (guint i = 0; i < n; i++)
    starts[kept[i].days]++;
  for (guint day = MAX_DAYS; day > 0; day--)
    {
      guint count = starts[day - 1];

      starts[day - 1] = start;
      start += count;
    }
  for (guint i = 0; i < n; i++)
    ages[starts[kept[i].days]++] = kept[i];
}
