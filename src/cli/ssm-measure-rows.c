/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-measure-rows.h"

#include "ssm-csv-write.h"
#include "ssm-measure-words.h"

/* A row: what it is, of which stage, of which reason; a ratio has a denominator. */
static void
append_row (GString *out, const char *figure, const char *stage, const char *reason,
            const char *value, const char *denominator, const char *currency)
{
  ssm_csv_append_cell (out, figure, ',');
  g_string_append_c (out, ',');
  ssm_csv_append_words (out, stage, ',');
  g_string_append_c (out, ',');
  ssm_csv_append_words (out, reason, ',');
  g_string_append_printf (out, ",%s,%s,%s\r\n", value, denominator, currency);
}

static void
append_count (GString *out, const char *figure, const char *stage, const char *reason,
              guint count)
{
  char value[16];

  g_snprintf (value, sizeof value, "%u", count);
  append_row (out, figure, stage, reason, value, "", "");
}

static void
append_ratio (GString *out, const char *figure, const char *stage, SsmRatio ratio)
{
  char value[16], denominator[16];

  g_snprintf (value, sizeof value, "%u", ratio.numerator);
  g_snprintf (denominator, sizeof denominator, "%u", ratio.denominator);
  append_row (out, figure, stage, "", value, denominator, "");
}

/* Nothing where it is not known. */
static void
append_number (GString *out, const char *figure, const char *stage, double number)
{
  char value[G_ASCII_DTOSTR_BUF_SIZE] = "";

  if (number >= 0)
    g_ascii_formatd (value, sizeof value, "%.15g", ssm_measure_rounded (number));
  append_row (out, figure, stage, "", value, "", "");
}

static void
append_money (GString *out, const char *figure, const char *reason, SsmMoney money,
              const char *currency)
{
  char value[SSM_MONEY_TEXT];

  append_row (out, figure, "", reason, ssm_money_to_text (money, value), "", currency);
}

static void
append_stage (GString *out, const SsmMeasure *measure, const SsmStageFigures *figures)
{
  const char *id = ssm_part_id (ssm_map_stage (measure->map, figures->stage));
  SsmRatio advanced = { figures->advanced, figures->entered };
  SsmRatio lost = { figures->lost, figures->entered };
  SsmRatio open = { figures->open, figures->entered };
  SsmRatio over = { figures->n_over, figures->n_here };

  append_count (out, "entered", id, "", figures->entered);
  append_ratio (out, "advanced", id, advanced);
  append_ratio (out, "lost", id, lost);
  append_ratio (out, "open", id, open);
  append_count (out, "skipped", id, "", figures->skipped);
  append_count (out, "moved_back", id, "", figures->moved_back);
  append_number (out, "median_days", id, figures->days.median);
  append_number (out, "p90_days", id, figures->days.p90);
  append_number (out, "survival_median_days", id, figures->days.survival_median);
  append_number (out, "limit_days", id, figures->limit);
  append_ratio (out, "over_limit", id, over);
}

static void
append_currency (GString *out, const SsmMeasure *measure, const SsmMoneyFigures *money)
{
  char value[SSM_MONEY_TEXT], denominator[SSM_MONEY_TEXT];
  SsmMoneyRatio ratio;

  if (ssm_money_figures_win_rate (money, &measure->win, &ratio))
    append_row (out, "win_rate_by_value", "", "",
                ssm_money_to_text (ratio.numerator, value),
                ssm_money_to_text (ratio.denominator, denominator), money->currency);
  if (money->overflow)
    return;
  append_money (out, "won_value", "", money->won, money->currency);
  append_money (out, "lost_value", "", money->lost, money->currency);
  append_money (out, "open_value", "", money->open, money->currency);
  if (money->has_weighted)
    append_money (out, "weighted_value", "", money->weighted, money->currency);
}

static void
append_coverage (GString *out, const SsmCoverageFigures *coverage)
{
  char open[SSM_MONEY_TEXT], remaining[SSM_MONEY_TEXT];
  g_autofree char *note = ssm_measure_coverage_note (coverage);

  ssm_money_to_text (coverage->open, open);
  if (note == NULL)
    append_row (out, "coverage", "", "", open,
                ssm_money_to_text (coverage->remaining, remaining), coverage->currency);
  else
    append_row (out, "coverage", "", note, open, "", coverage->currency);
}

static void
append_reason (GString *out, const SsmMeasure *measure, const SsmReasonFigures *reason)
{
  append_count (out, "lost_reason", "", reason->code, reason->count);
  for (guint i = 0; i < measure->n_currencies; i++)
    if (!measure->money[i].overflow)
      append_money (out, "lost_reason_value", reason->code, reason->values[i],
                    measure->money[i].currency);
}

static void
append_totals (GString *out, const SsmMeasure *measure)
{
  append_count (out, "deals", "", "", measure->n_deals);
  append_count (out, "deals_open", "", "", measure->n_open);
  append_count (out, "deals_won", "", "", measure->n_won);
  append_count (out, "deals_lost", "", "", measure->n_lost);
  append_ratio (out, "win_rate", "", measure->win.count);
  append_ratio (out, "win_rate_narrow", "", measure->win.narrow);
  append_ratio (out, "win_rate_cohort", "", measure->win.cohort);
  append_number (out, "cycle_won_median_days", "", measure->cycle.won.median);
  append_number (out, "cycle_lost_median_days", "", measure->cycle.lost.median);
  append_number (out, "cycle_survival_median_days", "",
                 measure->cycle.closed.survival_median);
}

char *
ssm_measure_to_csv (const SsmMeasure *measure)
{
  GString *out = g_string_new ("figure,stage,reason,value,denominator,currency\r\n");
  g_autofree char *day = ssm_day_to_iso (measure->as_of);

  append_row (out, "as_of", "", "", day != NULL ? day : "", "", "");
  for (guint i = 0; i < measure->n_stages; i++)
    if (measure->stages[i].kind != SSM_STAGE_LOST)
      append_stage (out, measure, &measure->stages[i]);
  append_totals (out, measure);
  for (guint i = 0; i < measure->n_currencies; i++)
    append_currency (out, measure, &measure->money[i]);
  append_coverage (out, &measure->coverage);
  for (guint i = 0; i < measure->n_reasons; i++)
    append_reason (out, measure, &measure->reasons[i]);
  for (guint i = 0; i < SSM_N_MEASURE_NOTES; i++)
    if (measure->notes[i].count > 0)
      append_count (out, ssm_measure_note_name (i), "", "", measure->notes[i].count);
  return g_string_free (out, FALSE);
}
