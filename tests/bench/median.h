/* SPDX-License-Identifier: GPL-3.0-or-later */

/* For the programs that time a part of themselves. */

#pragma once

#include <stdlib.h>

static int
compare_doubles (const void *a, const void *b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

/* Sorts @values. */
static inline double
median (double *values, unsigned int n)
{
  qsort (values, n, sizeof *values, compare_doubles);
  return values[n / 2];
}
