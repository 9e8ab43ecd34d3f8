/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-quota-table.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ssm-csv-reader.h"
#include "ssm-io-error.h"
#include "ssm-table-look.h"

typedef struct
{
  SsmTableSource *source;
  SsmTableMapping *mapping;
  int quota; /* columns */
  int day;
  SsmMoney *sum;
  guint *n_rows;
} Reading;

/* What a quota is called, folded; "monthly_quota" has one of these in it. */
static gboolean
is_quota (const char *header)
{
  static const char * const words[] = { "quota", "quote", "cuota", "objectif", "objetivo",
                                        "meta", "target", "ziel", "ノルマ", "目標", "حصة",
                                        "الحصة" };
  g_autofree char *folded = ssm_table_fold (header);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (strstr (folded, words[i]) != NULL)
      return TRUE;
  return FALSE;
}

static int
find_quota (const SsmTableMapping *mapping)
{
  for (guint i = 0; i < ssm_table_mapping_n_headers (mapping); i++)
    if (is_quota (ssm_table_mapping_header (mapping, i)))
      return (int) i;
  return -1;
}

/* Only days that stand in the first rows as year, month and day, or with names of months, are
 * found; a number is none. */
static int
find_day (const SsmTableLook *look)
{
  for (guint i = 0; i < ssm_table_mapping_n_headers (look->mapping); i++)
    {
      guint n = 0;

      for (guint row = 0; row < look->samples->len; row++)
        {
          char **cells = g_ptr_array_index (look->samples, row);
          guint32 day;

          n += strpbrk (cells[i], "-/. ") != NULL
               && ssm_table_day (cells[i], ssm_table_mapping_date_order (look->mapping, i),
                                 &day) == SSM_VALUE_GOOD;
        }
      if (n > 0 && n == look->samples->len)
        return (int) i;
    }
  return -1;
}

static gboolean
fail (const Reading *reading, guint line, const char *text, GError **error)
{
  g_set_error (error, SSM_IO_ERROR, SSM_IO_ERROR_BAD_INPUT, "%s:%u: %s",
               ssm_table_source_name (reading->source), line, text);
  return FALSE;
}

static gboolean
add_row (const Reading *reading, const SsmCsvRow *row, guint32 from, guint32 to,
         GError **error)
{
  const SsmTableMapping *mapping = reading->mapping;
  const char *day_text = ssm_csv_row_text (row, (guint) reading->day);
  const char *text = ssm_csv_row_text (row, (guint) reading->quota);
  SsmDecimal decimal = ssm_table_mapping_decimal (mapping, (guint) reading->quota);
  SsmAmount amount;
  guint32 day;

  if (ssm_table_day (day_text, ssm_table_mapping_date_order (mapping, (guint) reading->day),
                     &day) != SSM_VALUE_GOOD)
    return fail (reading, row->line, _("the quota has no day; write it as in 2026-11-01"),
                 error);
  if (day < from || day > to)
    return TRUE;
  switch (ssm_table_amount (text, decimal, &amount, NULL, NULL))
    {
    case SSM_VALUE_GOOD:
      (*reading->n_rows)++;
      if (ssm_money_add (reading->sum, (SsmMoney) { amount.whole, amount.millionths }))
        return TRUE;
      return fail (reading, row->line, _("the quotas are too large"), error);
    case SSM_VALUE_EMPTY:
      return TRUE;
    case SSM_VALUE_BAD:
    case SSM_VALUE_AMBIGUOUS:
    default:
      return fail (reading, row->line,
                   _("the quota is no amount; write it as in 84000.00"), error);
    }
}

static gboolean
add_rows (const Reading *reading, guint32 from, guint32 to, GError **error)
{
  g_autoptr (SsmCsvReader) rows
    = ssm_csv_reader_new (reading->source, ssm_table_mapping_charset (reading->mapping),
                          ssm_table_mapping_separator (reading->mapping));
  const SsmCsvRow *row;

  while (ssm_csv_reader_next (rows, &row, error))
    {
      if (row == NULL)
        return TRUE;
      if (row->line > ssm_table_mapping_header_line (reading->mapping)
          && !ssm_csv_row_is_blank (row) && !add_row (reading, row, from, to, error))
        return FALSE;
    }
  return FALSE;
}

gboolean
ssm_quota_table_sum (SsmTableSource *source, guint32 from, guint32 to, SsmMoney *sum,
                     guint *n_rows, GError **error)
{
  g_autoptr (SsmTableLook) look = ssm_table_look_new (source, NULL, error);
  Reading reading = { .source = source, .sum = sum, .n_rows = n_rows };

  *sum = SSM_MONEY_ZERO;
  *n_rows = 0;
  if (look == NULL)
    return FALSE;
  reading.mapping = look->mapping;
  reading.quota = find_quota (look->mapping);
  reading.day = find_day (look);
  if (reading.quota < 0 || reading.day < 0)
    return fail (&reading, ssm_table_mapping_header_line (look->mapping),
                 _("a table of quotas needs a column called “quota”, and one with days"),
                 error);
  return add_rows (&reading, from, to, error);
}
