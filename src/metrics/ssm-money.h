/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Amounts of money, exact: never a binary fraction, never two currencies added. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* @whole units and as many @millionths, with the same sign. */
typedef struct
{
  gint64 whole;
  gint32 millionths;
} SsmMoney;

/* Bytes that an amount takes as text, the end included. */
#define SSM_MONEY_TEXT 40

#define SSM_MONEY_ZERO ((SsmMoney) { 0, 0 })

gboolean ssm_money_is_zero (SsmMoney money);

/* -1, 0 or 1. */
int ssm_money_sign    (SsmMoney money);
int ssm_money_compare (SsmMoney a, SsmMoney b);

/* Adds @more to *@sum. FALSE, and *@sum as it was, where that is more than can be held:
 * nine thousand times the largest amount that files may have. */
gboolean ssm_money_add (SsmMoney *sum, SsmMoney more);

SsmMoney ssm_money_negative (SsmMoney money);

/* @money × @numerator ÷ @denominator, to the nearest millionth, halves away from zero.
 * @numerator ≤ @denominator ≤ G_MAXINT. */
SsmMoney ssm_money_share (SsmMoney money, guint numerator, guint denominator);

/* To two decimals, halves away from zero, as it is shown. */
SsmMoney ssm_money_rounded (SsmMoney money);

/* Nearest number, for what is compared or drawn and not added up. */
double ssm_money_to_double (SsmMoney money);

/* Writes "84000", "84000.5" with as few decimals as say it. Returns @buffer. */
char *ssm_money_to_text (SsmMoney money, char buffer[SSM_MONEY_TEXT]);

/* Reads what ssm_money_to_text () writes, and any other [-]digits[.digits] of at most 15 + 6
 * digits. */
gboolean ssm_money_from_text (const char *text, SsmMoney *money);

G_END_DECLS
