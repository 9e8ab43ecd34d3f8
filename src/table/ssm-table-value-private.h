/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What reading a value and counting a column's values have in common. */

#pragma once

#include "ssm-table-value.h"

G_BEGIN_DECLS

/* Which readings a date in pieces has. */
typedef enum
{
  SSM_DAY_NONE,
  SSM_DAY_CERTAIN,     /* one, whatever the order: days[0] */
  SSM_DAY_CERTAIN_MDY, /* the same: days[1] */
  SSM_DAY_DMY,         /* one, because the other has no such month: days[0] */
  SSM_DAY_MDY,         /* days[1] */
  SSM_DAY_OPEN         /* both */
} SsmDayForm;

/* The Julian day of a date of 1900 to 2199, or SSM_VALUE_BAD. */
SsmValueState ssm_table_make_day (guint year, guint month, guint day, guint32 *julian);

SsmDayForm ssm_table_day_form (const char *text, guint32 days[2]);

/* Which decimal an amount can have been written with. */
typedef enum
{
  SSM_AMOUNT_NONE,
  SSM_AMOUNT_PLAIN, /* either: 1234 */
  SSM_AMOUNT_POINT,
  SSM_AMOUNT_COMMA,
  SSM_AMOUNT_OPEN   /* 1.234 and 1,234 */
} SsmAmountForm;

SsmAmountForm ssm_table_amount_form (const char *text);

G_END_DECLS
