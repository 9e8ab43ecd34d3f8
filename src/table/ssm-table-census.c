/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-table-value-private.h"

#include <string.h>

/* Whether a word that stands for nothing may begin with @c: of a million cells few do. */
static inline gboolean
may_be_nothing (char c)
{
  switch (c)
    {
    case ' ':
    case '\t':
    case '-':
    case '(':
    case '#':
    case 'n':
    case 'N':
    case '\xe2':
      return TRUE;
    default:
      return FALSE;
    }
}

gboolean
ssm_table_is_nothing (const char *text)
{
  static const char * const words[] = { "-", "–", "—", "n/a", "#n/a", "null", "none", "nan",
                                        "(no value)", "(empty)" };

  if (*text == '\0' || !may_be_nothing (*text))
    return *text == '\0';
  text += strspn (text, " \t");
  if (*text == '\0')
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_ascii_strcasecmp (text, words[i]) == 0)
      return TRUE;
  return FALSE;
}

static void
count_day (SsmColumnCensus *census, const char *text)
{
  guint32 days[2];
  SsmDayForm form;

  if (ssm_table_day (text, SSM_DATE_ORDER_UNKNOWN, days) == SSM_VALUE_BAD)
    return;
  census->n_days++;
  form = ssm_table_day_form (text, days);
  census->n_dmy += form == SSM_DAY_DMY;
  census->n_mdy += form == SSM_DAY_MDY;
  census->n_open_days += form == SSM_DAY_OPEN && days[0] != days[1];
}

static void
count_amount (SsmColumnCensus *census, const char *text)
{
  SsmAmountForm form = ssm_table_amount_form (text);

  census->n_amounts += form != SSM_AMOUNT_NONE;
  census->n_points += form == SSM_AMOUNT_POINT;
  census->n_commas += form == SSM_AMOUNT_COMMA;
  census->n_open_amounts += form == SSM_AMOUNT_OPEN;
}

void
ssm_column_census_add (SsmColumnCensus *census, const char *text)
{
  if (ssm_table_is_nothing (text))
    return;

  census->n_cells++;
  count_day (census, text);
  count_amount (census, text);
}

SsmDateOrder
ssm_column_census_order (const SsmColumnCensus *census)
{
  if (census->n_dmy > 0 && census->n_mdy == 0)
    return SSM_DATE_ORDER_DMY;
  return census->n_mdy > 0 && census->n_dmy == 0 ? SSM_DATE_ORDER_MDY
                                                 : SSM_DATE_ORDER_UNKNOWN;
}

SsmDecimal
ssm_column_census_decimal (const SsmColumnCensus *census)
{
  if (census->n_points > 0 && census->n_commas == 0)
    return SSM_DECIMAL_POINT;
  return census->n_commas > 0 && census->n_points == 0 ? SSM_DECIMAL_COMMA
                                                       : SSM_DECIMAL_UNKNOWN;
}
