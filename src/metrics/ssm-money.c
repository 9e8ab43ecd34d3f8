/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-money.h"

#include <string.h>

#define MILLION 1000000
#define MAX_WHOLE_DIGITS 15
#define MAX_DECIMALS 6

gboolean
ssm_money_is_zero (SsmMoney money)
{
  return money.whole == 0 && money.millionths == 0;
}

int
ssm_money_sign (SsmMoney money)
{
  if (money.whole != 0)
    return money.whole < 0 ? -1 : 1;
  return (money.millionths > 0) - (money.millionths < 0);
}

int
ssm_money_compare (SsmMoney a, SsmMoney b)
{
  if (a.whole != b.whole)
    return a.whole < b.whole ? -1 : 1;
  return (a.millionths > b.millionths) - (a.millionths < b.millionths);
}

/* Gives both parts the same sign, and the fraction less than one. */
static SsmMoney
normalize (gint64 whole, gint64 millionths)
{
  whole += millionths / MILLION;
  millionths %= MILLION;
  if (whole > 0 && millionths < 0)
    {
      whole--;
      millionths += MILLION;
    }
  else if (whole < 0 && millionths > 0)
    {
      whole++;
      millionths -= MILLION;
    }
  return (SsmMoney) { whole, (gint32) millionths };
}

gboolean
ssm_money_add (SsmMoney *sum, SsmMoney more)
{
  gint64 limit = G_MAXINT64 - 2;

  if ((more.whole > 0 && sum->whole > limit - more.whole)
      || (more.whole < 0 && sum->whole < -limit - more.whole))
    return FALSE;
  *sum = normalize (sum->whole + more.whole, (gint64) sum->millionths + more.millionths);
  return TRUE;
}

SsmMoney
ssm_money_negative (SsmMoney money)
{
  return (SsmMoney) { -money.whole, -money.millionths };
}

SsmMoney
ssm_money_share (SsmMoney money, guint numerator, guint denominator)
{
  gint64 n = numerator, d = denominator;
  gint64 whole, rest, millionths, left;

  g_return_val_if_fail (d > 0 && n <= d && d <= G_MAXINT, SSM_MONEY_ZERO);

  whole = money.whole / d * n;
  rest = money.whole % d * n;
  whole += rest / d;
  millionths = rest % d * MILLION;
  millionths += money.millionths * n;
  left = millionths % d;
  millionths /= d;
  if (2 * ABS (left) >= d)
    millionths += left < 0 ? -1 : 1;
  return normalize (whole, millionths);
}

SsmMoney
ssm_money_rounded (SsmMoney money)
{
  gint32 half = money.millionths < 0 ? -5000 : 5000;

  return normalize (money.whole, (money.millionths + half) / 10000 * 10000);
}

double
ssm_money_to_double (SsmMoney money)
{
  return (double) money.whole + money.millionths / (double) MILLION;
}

char *
ssm_money_to_text (SsmMoney money, char buffer[SSM_MONEY_TEXT])
{
  gsize length;

  g_snprintf (buffer, SSM_MONEY_TEXT, "%s%" G_GINT64_FORMAT ".%06d",
              ssm_money_sign (money) < 0 ? "-" : "", ABS (money.whole),
              ABS (money.millionths));
  length = strlen (buffer);
  while (buffer[length - 1] == '0')
    length--;
  if (buffer[length - 1] == '.')
    length--;
  buffer[length] = '\0';
  return buffer;
}

/* Reads at most @max digits; FALSE where there are more, or none. */
static gboolean
read_digits (const char **text, guint max, gint64 *number, guint *n)
{
  *number = 0;
  for (*n = 0; g_ascii_isdigit (**text); (*text)++, (*n)++)
    if (*n < max)
      *number = *number * 10 + (**text - '0');
  return *n > 0 && *n <= max;
}

gboolean
ssm_money_from_text (const char *text, SsmMoney *money)
{
  gboolean is_negative = *text == '-';
  gint64 whole, fraction = 0;
  guint n;

  text += is_negative;
  if (!read_digits (&text, MAX_WHOLE_DIGITS, &whole, &n))
    return FALSE;
  if (*text == '.')
    {
      text++;
      if (!read_digits (&text, MAX_DECIMALS, &fraction, &n))
        return FALSE;
      for (; n < MAX_DECIMALS; n++)
        fraction *= 10;
    }
  *money = (SsmMoney) { is_negative ? -whole : whole,
                        (gint32) (is_negative ? -fraction : fraction) };
  return *text == '\0';
}
