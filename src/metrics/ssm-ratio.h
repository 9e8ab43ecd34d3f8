/* SPDX-License-Identifier: GPL-3.0-or-later */

/* So many of so many: a share is never without its two numbers. */

#pragma once

#include "ssm-money.h"

G_BEGIN_DECLS

typedef struct
{
  guint numerator;
  guint denominator; /* 0: there is no share */
} SsmRatio;

/* The same of money, of one currency. */
typedef struct
{
  SsmMoney numerator;
  SsmMoney denominator;
} SsmMoneyRatio;

/* Of fewer than this, a share is marked as one of a small sample. */
#define SSM_SMALL_SAMPLE 10

/* -1 where the denominator is 0; of money also where it is negative. */
double ssm_ratio_share       (SsmRatio ratio);
double ssm_money_ratio_share (SsmMoneyRatio ratio);

gboolean ssm_ratio_is_small (SsmRatio ratio);

/* The 95 % interval of Wilson. FALSE where there is no share. */
gboolean ssm_ratio_interval (SsmRatio ratio, double *low, double *high);

G_END_DECLS
