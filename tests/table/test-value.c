/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Days and amounts in every way they are written. */

#include <string.h>

#include "ssm-table-value.h"

typedef struct
{
  const char *text;
  SsmDateOrder order;
  const char *day; /* or a state: "bad", "open", "" */
} DayCase;

#define ANY SSM_DATE_ORDER_UNKNOWN
#define DMY SSM_DATE_ORDER_DMY
#define MDY SSM_DATE_ORDER_MDY

static const DayCase day_cases[] = {
  { "2026-11-25", ANY, "2026-11-25" },
  { " 2026-11-25 ", ANY, "2026-11-25" },
  { "2026-11-25 08:41", ANY, "2026-11-25" },
  { "2026-11-25 23:59:59", ANY, "2026-11-25" },
  { "2026-09-30T23:41:00.000+0000", ANY, "2026-09-30" },
  { "2026-09-30T23:41:00Z", ANY, "2026-09-30" },
  { "2026-09-30T00:10:00+14:00", ANY, "2026-09-30" },
  { "2026/11/25", ANY, "2026-11-25" },
  { "2026.11.25", ANY, "2026-11-25" },
  { "2026年11月25日", ANY, "2026-11-25" },
  { "2026年1月5日 10:00", ANY, "2026-01-05" },
  { "20261125", ANY, "2026-11-25" },
  { "46351", ANY, "2026-11-25" },
  { "46351.5", ANY, "2026-11-25" },
  { "1795564800000", ANY, "2026-11-25" },
  { "1795564800", ANY, "2026-11-25" },
  { "1795651199999", ANY, "2026-11-25" },
  { "25.11.2026", ANY, "2026-11-25" },
  { "5.11.2026", ANY, "2026-11-05" },
  { "05.11.26", ANY, "2026-11-05" },
  { "5. 11. 2026", ANY, "2026-11-05" },
  { "25.11.2026 14:30", ANY, "2026-11-25" },
  { "11.25.2026", ANY, "bad" },
  { "25/11/2026", ANY, "2026-11-25" },
  { "11/25/2026", ANY, "2026-11-25" },
  { "11/25/2026 2:30 PM", ANY, "2026-11-25" },
  { "05/06/2026", ANY, "open" },
  { "05/06/2026", DMY, "2026-06-05" },
  { "05/06/2026", MDY, "2026-05-06" },
  { "5-6-2026", DMY, "2026-06-05" },
  { "06/06/2026", ANY, "2026-06-06" },
  { "25/11/2026", MDY, "bad" },
  { "11/25/2026", DMY, "bad" },
  { "5/6/26", DMY, "2026-06-05" },
  { "5/6/99", DMY, "1999-06-05" },
  { "25-Nov-2026", ANY, "2026-11-25" },
  { "25 November 2026", ANY, "2026-11-25" },
  { "Nov 25, 2026", ANY, "2026-11-25" },
  { "November 5, 2026", ANY, "2026-11-05" },
  { "5. März 2026", ANY, "2026-03-05" },
  { "1. Dez. 2026", ANY, "2026-12-01" },
  { "25 févr. 2026", ANY, "2026-02-25" },
  { "5 de dezembro de 2026", ANY, "2026-12-05" },
  { "25 dic 2026", ANY, "2026-12-25" },
  { "5 نوفمبر 2026", ANY, "2026-11-05" },
  { "2024-02-29", ANY, "2024-02-29" },
  { "2026-02-29", ANY, "bad" },
  { "2026-02-30", ANY, "bad" },
  { "31/02/2026", DMY, "bad" },
  { "2026-13-01", ANY, "bad" },
  { "2026-00-10", ANY, "bad" },
  { "0000-00-00", ANY, "bad" },
  { "9999999-01-01", ANY, "bad" },
  { "2026-11-25x", ANY, "bad" },
  { "2026-11-251", ANY, "bad" },
  { "2026-11", ANY, "bad" },
  { "next week", ANY, "bad" },
  { "1/2/3/4", DMY, "bad" },
  { "84000.00", ANY, "bad" },
  { "", ANY, "" },
  { "   ", ANY, "" },
  { "-", ANY, "" },
  { "N/A", ANY, "" },
  { "(No value)", ANY, "" },
};

static char *
describe_day (SsmValueState state, guint32 julian)
{
  char buffer[32];
  GDate date;

  if (state != SSM_VALUE_GOOD)
    return g_strdup (state == SSM_VALUE_BAD ? "bad" : state == SSM_VALUE_EMPTY ? "" : "open");
  g_date_clear (&date, 1);
  g_date_set_julian (&date, julian);
  g_date_strftime (buffer, sizeof buffer, "%Y-%m-%d", &date);
  return g_strdup (buffer);
}

static void
test_days (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (day_cases); i++)
    {
      guint32 julian;
      SsmValueState state = ssm_table_day (day_cases[i].text, day_cases[i].order, &julian);
      g_autofree char *day = describe_day (state, julian);

      g_test_message ("%s", day_cases[i].text);
      g_assert_cmpstr (day, ==, day_cases[i].day);
    }
}

/* Every day of three centuries, against the library's own count. */
static void
test_every_day (void)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, 1, 1, 1900);
  for (; g_date_get_year (&date) < 2200; g_date_add_days (&date, 1))
    {
      char text[32];
      guint32 julian;

      g_date_strftime (text, sizeof text, "%Y-%m-%d", &date);
      g_assert_cmpint (ssm_table_day (text, ANY, &julian), ==, SSM_VALUE_GOOD);
      g_assert_cmpuint (julian, ==, g_date_get_julian (&date));
    }
}

typedef struct
{
  const char *text;
  SsmDecimal decimal;
  const char *amount; /* or a state */
  const char *currency;
} AmountCase;

#define NONE SSM_DECIMAL_UNKNOWN
#define POINT SSM_DECIMAL_POINT
#define COMMA SSM_DECIMAL_COMMA

static const AmountCase amount_cases[] = {
  { "84000", NONE, "84000", "" },
  { "0", NONE, "0", "" },
  { "84000.00", NONE, "84000.00", "" },
  { "84000,00", NONE, "84000.00", "" },
  { "67644.09", NONE, "67644.09", "" },
  { "1,234.56", NONE, "1234.56", "" },
  { "1.234,56", NONE, "1234.56", "" },
  { "1.234.567", NONE, "1234567", "" },
  { "1,234,567", NONE, "1234567", "" },
  { "1,234,567.8", NONE, "1234567.8", "" },
  { "12,34,567.00", NONE, "1234567.00", "" },
  { "1'234'567.50", NONE, "1234567.50", "" },
  { "1’234.50", NONE, "1234.50", "" },
  { "1 234 567,5", NONE, "1234567.5", "" },
  { "1\xc2\xa0" "234,50\xc2\xa0€", NONE, "1234.50", "€" },
  { "1\xe2\x80\xaf" "234,50 €", NONE, "1234.50", "€" },
  { "€ 1.234,56", NONE, "1234.56", "€" },
  { "$1,234.56", NONE, "1234.56", "$" },
  { "US$ 500", NONE, "500", "US$" },
  { "EUR 84000", NONE, "84000", "EUR" },
  { "84000 usd", NONE, "84000", "usd" },
  { "R$ 1.500,00", NONE, "1500.00", "R$" },
  { "(500)", NONE, "-500", "" },
  { "(1,234.50)", NONE, "-1234.50", "" },
  { "-500", NONE, "-500", "" },
  { "−500", NONE, "-500", "" },
  { "500-", NONE, "-500", "" },
  { "-$0.50", NONE, "-0.50", "$" },
  { "+500", NONE, "500", "" },
  { "'500", NONE, "500", "" },
  { ".5", NONE, "0.5", "" },
  { "0.125", NONE, "0.125", "" },
  { "1234.567", NONE, "1234.567", "" },
  { "1.234", NONE, "open", "" },
  { "1,234", NONE, "open", "" },
  { "1.234", POINT, "1.234", "" },
  { "1.234", COMMA, "1234", "" },
  { "1,234", POINT, "1234", "" },
  { "1,234", COMMA, "1.234", "" },
  { "1.234,56", POINT, "bad", "" },
  { "1,234.56", COMMA, "bad", "" },
  { "12,5", POINT, "bad", "" },
  { "1,23,4", NONE, "bad", "" },
  { "1.2.3", NONE, "bad", "" },
  { "999999999999999", NONE, "999999999999999", "" },
  { "999999999999999.999999", NONE, "999999999999999.999999", "" },
  { "1234567890123456", NONE, "bad", "" },
  { "1234567890123456789012", NONE, "bad", "" },
  { "000000000000000000012", NONE, "12", "" },
  { "0.1234565", NONE, "0.123457", "" },
  { "0.9999999", NONE, "1.000000", "" },
  { "1e400", NONE, "bad", "" },
  { "50%", NONE, "bad", "" },
  { "84k", NONE, "bad", "" },
  { "NaN", NONE, "", "" },
  { "abc", NONE, "bad", "" },
  { "12abc", NONE, "bad", "" },
  { "$ 5 €", NONE, "bad", "" },
  { "2026-12-01", NONE, "bad", "" },
  { "2026 12 01", NONE, "bad", "" },
  { "1 2345", NONE, "bad", "" },
  { "12 345", NONE, "12345", "" },
  { "1 234.567", NONE, "1234.567", "" },
  { "1 234,567.8", NONE, "bad", "" },
  { "5-5", NONE, "bad", "" },
  { "5+", NONE, "bad", "" },
  { "5 € 5", NONE, "bad", "" },
  { "", NONE, "", "" },
  { " ", NONE, "", "" },
  { "-", NONE, "", "" },
  { "n/a", NONE, "", "" },
};

static void
test_amounts (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (amount_cases); i++)
    {
      const AmountCase *c = &amount_cases[i];
      char buffer[SSM_AMOUNT_TEXT] = "";
      SsmAmount amount;
      const char *currency;
      gsize n;
      SsmValueState state = ssm_table_amount (c->text, c->decimal, &amount, &currency, &n);

      g_test_message ("%s", c->text);
      if (state == SSM_VALUE_GOOD)
        {
          g_assert_cmpstr (ssm_amount_to_text (&amount, buffer), ==, c->amount);
          g_assert_cmpmem (currency, n, c->currency, strlen (c->currency));
        }
      else
        g_assert_cmpstr (c->amount, ==,
                         state == SSM_VALUE_BAD ? "bad" : state == SSM_VALUE_EMPTY ? "" : "open");
      g_assert_cmpint (amount.rounded, ==, g_str_equal (c->text, "0.1234565")
                                               || g_str_equal (c->text, "0.9999999"));
    }
}

typedef struct
{
  const char *cells[5];
  SsmDateOrder order;
  SsmDecimal decimal;
} CensusCase;

static const CensusCase census_cases[] = {
  { { "05/06/2026", "25/06/2026", "" }, DMY, NONE },
  { { "05/06/2026", "06/25/2026" }, MDY, NONE },
  { { "05/06/2026", "07/08/2026" }, ANY, NONE },
  { { "25/06/2026", "06/25/2026" }, ANY, NONE },
  { { "2026-06-25", "2026-06-01" }, ANY, NONE },
  { { "1.234", "1.234,50" }, ANY, COMMA },
  { { "1.234", "99.5" }, ANY, POINT },
  { { "1.234", "2.500" }, ANY, NONE },
  { { "99,5", "99.5" }, ANY, NONE },
  { { "1,234,000" }, ANY, POINT },
};

static void
test_census (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (census_cases); i++)
    {
      SsmColumnCensus census = { 0 };

      for (guint j = 0; census_cases[i].cells[j] != NULL; j++)
        ssm_column_census_add (&census, census_cases[i].cells[j]);
      g_assert_cmpint (ssm_column_census_order (&census), ==, census_cases[i].order);
      g_assert_cmpint (ssm_column_census_decimal (&census), ==, census_cases[i].decimal);
    }
}

static void
test_currencies (void)
{
  g_assert_cmpstr (ssm_currency_code ("€", strlen ("€")), ==, "EUR");
  g_assert_cmpstr (ssm_currency_code ("eur", 3), ==, "EUR");
  g_assert_cmpstr (ssm_currency_code ("US$", 3), ==, "USD");
  g_assert_null (ssm_currency_code ("$", 1));
  g_assert_null (ssm_currency_code ("¥", strlen ("¥")));
  g_assert_null (ssm_currency_code ("euros", 5));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/table/value/days", test_days);
  g_test_add_func ("/table/value/every-day", test_every_day);
  g_test_add_func ("/table/value/amounts", test_amounts);
  g_test_add_func ("/table/value/census", test_census);
  g_test_add_func ("/table/value/currencies", test_currencies);
  return g_test_run ();
}
