/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-quota.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ssm-console.h"
#include "ssm-input.h"
#include "ssm-measure-words.h"
#include "ssm-quota-table.h"
#include "ssm-table-value.h"

static gboolean
read_amount (const char *text, SsmMeasureOptions *options, char currency[4])
{
  const char *sign = NULL;
  gsize n_sign = 0;
  SsmAmount amount;
  const char *code;

  if (ssm_table_amount (text, SSM_DECIMAL_POINT, &amount, &sign, &n_sign) != SSM_VALUE_GOOD)
    return FALSE;
  code = n_sign > 0 ? ssm_currency_code (sign, n_sign) : NULL;
  if (code != NULL)
    g_strlcpy (currency, code, 4);
  options->quota = (SsmMoney) { amount.whole, amount.millionths };
  options->has_quota = TRUE;
  return TRUE;
}

static void
say_none (const char *name, guint32 from, guint32 to)
{
  g_autofree char *first = ssm_day_to_iso (from);
  g_autofree char *last = ssm_day_to_iso (to);
  g_autofree char *text = NULL;

  /* Translators: two days. */
  text = g_strdup_printf (_("it has no quota from %s to %s; give --from and --to"), first,
                          last);
  ssm_console_say (name, text);
}

static int
read_table (const char *path, const SsmPipeline *pipeline, SsmMeasureOptions *options)
{
  g_autofree char *name = ssm_input_name (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (SsmTableSource) source = ssm_table_source_new_file (path, &error);
  guint32 from, to;
  guint n_rows;

  if (source == NULL)
    return ssm_console_fail (name, error);
  if (!ssm_measure_quota_period (pipeline, options, &from, &to))
    return SSM_EXIT_YES;
  if (!ssm_quota_table_sum (source, from, to, &options->quota, &n_rows, &error))
    return ssm_console_fail (name, error);
  options->has_quota = n_rows > 0;
  if (n_rows == 0)
    say_none (name, from, to);
  return SSM_EXIT_YES;
}

int
ssm_quota_read (const SsmArguments *arguments, const SsmPipeline *pipeline,
                SsmMeasureOptions *options, char currency[4])
{
  const char *quota = ssm_arguments_value (arguments, "quota");

  currency[0] = '\0';
  options->quota_currency = currency;
  if (quota == NULL || read_amount (quota, options, currency))
    return SSM_EXIT_YES;
  return read_table (quota, pipeline, options);
}
