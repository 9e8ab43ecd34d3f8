/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-ratio.h"

#include <math.h>

#define Z 1.96

double
ssm_ratio_share (SsmRatio ratio)
{
  return ratio.denominator > 0 ? (double) ratio.numerator / ratio.denominator : -1;
}

double
ssm_money_ratio_share (SsmMoneyRatio ratio)
{
  if (ssm_money_sign (ratio.denominator) <= 0)
    return -1;
  return ssm_money_to_double (ratio.numerator) / ssm_money_to_double (ratio.denominator);
}

gboolean
ssm_ratio_is_small (SsmRatio ratio)
{
  return ratio.denominator < SSM_SMALL_SAMPLE;
}

gboolean
ssm_ratio_interval (SsmRatio ratio, double *low, double *high)
{
  double n = ratio.denominator;
  double p, centre, half, scale;

  if (ratio.denominator == 0)
    return FALSE;

  p = ratio.numerator / n;
  scale = 1 + Z * Z / n;
  centre = (p + Z * Z / (2 * n)) / scale;
  half = Z * sqrt (p * (1 - p) / n + Z * Z / (4 * n * n)) / scale;
  *low = MAX (centre - half, 0);
  *high = MIN (centre + half, 1);
  return TRUE;
}
