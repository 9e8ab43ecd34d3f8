/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-deal-values.h"

#include <langinfo.h>
#include <locale.h>
#include <string.h>

#include "ssm-deal-words.h"
#include "ssm-table-value.h"
#include "ssm-words.h"

/* Amounts of more than 15 digits are not read. */
#define MAX_WHOLE 999999999999999

/* "84k" and "1.2m": takes the letter away and gives what it stands for, else 1. */
static gint64
take_factor (char *text)
{
  gsize n = strlen (text);
  char letter = n > 1 ? g_ascii_tolower (text[n - 1]) : '\0';

  if ((letter != 'k' && letter != 'm') || !g_ascii_isdigit (text[n - 2]))
    return 1;
  text[n - 1] = '\0';
  return letter == 'k' ? 1000 : 1000000;
}

/* FALSE where the product would be no amount any more. */
static gboolean
multiply (SsmAmount *value, gint64 factor)
{
  gint64 rest = value->millionths * factor;

  if (factor == 1)
    return TRUE;
  if (ABS (value->whole) >= MAX_WHOLE / factor)
    return FALSE;
  value->n_decimals = (guint8) MAX (0, value->n_decimals - (factor == 1000 ? 3 : 6));
  value->whole = value->whole * factor + rest / 1000000;
  value->millionths = rest % 1000000;
  return TRUE;
}

gboolean
ssm_deal_read_amount (const char *text, char **amount, char **currency)
{
  SsmDecimal decimal
    = *nl_langinfo (RADIXCHAR) == ',' ? SSM_DECIMAL_COMMA : SSM_DECIMAL_POINT;
  g_autofree char *stripped = g_strstrip (g_strdup (text));
  char buffer[SSM_AMOUNT_TEXT];
  SsmAmount value;
  const char *sign = NULL;
  gsize length = 0;
  gint64 factor = take_factor (stripped);

  *amount = *currency = NULL;
  if (*stripped == '\0')
    {
      *amount = g_strdup ("");
      return TRUE;
    }
  if (ssm_table_amount (stripped, SSM_DECIMAL_UNKNOWN, &value, &sign, &length)
        != SSM_VALUE_GOOD
      && ssm_table_amount (stripped, decimal, &value, &sign, &length) != SSM_VALUE_GOOD)
    return FALSE;
  if (!multiply (&value, factor))
    return FALSE;
  *amount = g_strdup (ssm_amount_to_text (&value, buffer));
  if (sign != NULL && length > 0)
    *currency = g_strdup (ssm_currency_code (sign, length));
  return TRUE;
}

const char *
ssm_deal_read_currency (const char *text)
{
  return ssm_currency_code (text, strlen (text));
}

char *
ssm_deal_usual_currency (const SsmBook *book)
{
  const char *local = localeconv ()->int_curr_symbol;

  for (guint i = ssm_book_n_deals (book); i > 0; i--)
    {
      const char *currency = ssm_part_text (ssm_book_deal (book, i - 1), SSM_DEAL_CURRENCY);

      if (*currency != '\0')
        return g_strdup (currency);
    }
  return strlen (local) >= 3 ? g_strndup (local, 3) : g_strdup ("");
}

int
ssm_deal_read_stage (const SsmDealPath *path, const char *text)
{
  g_autofree char *wanted = ssm_words_fold (text);
  int found = SSM_NO_STAGE;

  for (guint i = 0; i < path->n_stages && *wanted != '\0'; i++)
    {
      g_autofree char *full = ssm_deal_words_stage (path, (int) i);
      g_autofree char *folded = ssm_words_fold (full);
      const char *name = strchr (folded, ' ');

      name = name != NULL ? name + 1 : folded;
      if (g_str_equal (folded, wanted) || g_str_equal (name, wanted))
        return (int) i;
      if (!g_str_has_prefix (folded, wanted) && !g_str_has_prefix (name, wanted))
        continue;
      if (found != SSM_NO_STAGE)
        return SSM_NO_STAGE;
      found = (int) i;
    }
  return found;
}
