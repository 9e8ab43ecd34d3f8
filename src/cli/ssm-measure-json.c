/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>

#include "ssm-json.h"
#include "ssm-measure-rows.h"
#include "ssm-measure-words.h"

double
ssm_measure_rounded (double number)
{
  return rint (number * 1e6) / 1e6;
}

char *
ssm_measure_coverage_note (const SsmCoverageFigures *coverage)
{
  char over[SSM_MONEY_TEXT];

  switch (coverage->state)
    {
    case SSM_COVERAGE_RATIO:
      return NULL;
    case SSM_COVERAGE_MET:
      ssm_money_to_text (ssm_money_negative (coverage->remaining), over);
      return g_strdup_printf ("quota met, %s over", over);
    case SSM_COVERAGE_CURRENCIES:
      return g_strdup ("several currencies, and the quota does not say which");
    case SSM_COVERAGE_NONE:
    default:
      return g_strdup ("no quota set");
    }
}

/* -1 is what is not known. */
static void
add_days (SsmJson *json, const char *key, double days)
{
  if (days >= 0)
    ssm_json_add_number (json, key, ssm_measure_rounded (days));
  else
    ssm_json_add_null (json, key);
}

static void
add_money (SsmJson *json, const char *key, SsmMoney money)
{
  char text[SSM_MONEY_TEXT];

  ssm_json_add_decimal (json, key, ssm_money_to_text (money, text));
}

static void
add_currency (SsmJson *json, const char *currency)
{
  ssm_json_add_string (json, "currency", *currency != '\0' ? currency : NULL);
}

static void
add_ratio (SsmJson *json, const char *key, SsmRatio ratio)
{
  ssm_json_begin_object (json, key);
  ssm_json_add_number (json, "numerator", ratio.numerator);
  ssm_json_add_number (json, "denominator", ratio.denominator);
  ssm_json_end_object (json);
}

static void
add_day (SsmJson *json, const char *key, guint32 day)
{
  g_autofree char *text = ssm_day_to_iso (day);

  ssm_json_add_string (json, key, text);
}

static void
add_deals (SsmJson *json, const char *key, const SsmMeasure *measure,
           const SsmDealAge *ages, guint n)
{
  ssm_json_begin_array (json, key);
  for (guint i = 0; i < n; i++)
    {
      ssm_json_begin_object (json, NULL);
      ssm_json_add_string (json, "id", ssm_pipeline_deal_id (measure->pipeline, ages[i].deal));
      ssm_json_add_string (json, "name",
                           ssm_pipeline_deal_name (measure->pipeline, ages[i].deal));
      ssm_json_add_number (json, "days", ages[i].days);
      ssm_json_end_object (json);
    }
  ssm_json_end_array (json);
}

static void
add_stay (SsmJson *json, const SsmStayFigures *figures)
{
  ssm_json_begin_object (json, "days");
  ssm_json_add_number (json, "finished", figures->n_finished);
  ssm_json_add_number (json, "censored", figures->n_censored);
  add_days (json, "median", figures->median);
  add_days (json, "p90", figures->p90);
  add_days (json, "survival_median", figures->survival_median);
  add_days (json, "longest", figures->longest);
  add_days (json, "open_median", figures->open_median);
  ssm_json_end_object (json);
}

static void
add_snapshot (SsmJson *json, const SsmStageSnapshot *snapshot)
{
  ssm_json_begin_object (json, "snapshot");
  ssm_json_add_number (json, "present", snapshot->present);
  ssm_json_add_number (json, "moved_on", snapshot->moved_on);
  ssm_json_add_number (json, "lost", snapshot->lost);
  ssm_json_end_object (json);
}

static void
add_stage (SsmJson *json, const SsmMeasure *measure, const SsmStageFigures *figures)
{
  const SsmPart *stage = ssm_map_stage (measure->map, figures->stage);

  ssm_json_begin_object (json, NULL);
  ssm_json_add_string (json, "id", ssm_part_id (stage));
  ssm_json_add_number (json, "entered", figures->entered);
  ssm_json_add_number (json, "advanced", figures->advanced);
  ssm_json_add_number (json, "lost", figures->lost);
  ssm_json_add_number (json, "open", figures->open);
  ssm_json_add_number (json, "skipped", figures->skipped);
  ssm_json_add_number (json, "moved_back", figures->moved_back);
  add_stay (json, &figures->days);
  ssm_json_add_number (json, "won", figures->won);
  add_snapshot (json, &figures->snapshot);
  ssm_json_add_number (json, "here", figures->n_here);
  add_days (json, "limit_days", figures->limit);
  add_deals (json, "over_limit", measure, figures->here, figures->n_over);
  ssm_json_end_object (json);
}

static void
add_counts (SsmJson *json, const SsmMeasure *measure, const SsmMeasureRows *rows)
{
  ssm_json_begin_object (json, "rows");
  ssm_json_add_number (json, "read", rows->n_read);
  ssm_json_add_number (json, "skipped", rows->n_skipped);
  ssm_json_add_number (json, "unmapped", rows->n_unmapped);
  ssm_json_end_object (json);
  ssm_json_begin_object (json, "deals");
  ssm_json_add_number (json, "total", measure->n_deals);
  ssm_json_add_number (json, "open", measure->n_open);
  ssm_json_add_number (json, "won", measure->n_won);
  ssm_json_add_number (json, "lost", measure->n_lost);
  ssm_json_end_object (json);
}

static gboolean
add_value_rate (SsmJson *json, const char *key, const SsmMeasure *measure, guint index)
{
  const SsmMoneyFigures *money = &measure->money[index];
  SsmMoneyRatio ratio;

  if (!ssm_money_figures_win_rate (money, &measure->win, &ratio))
    return FALSE;
  ssm_json_begin_object (json, key);
  add_money (json, "numerator", ratio.numerator);
  add_money (json, "denominator", ratio.denominator);
  add_currency (json, money->currency);
  ssm_json_end_object (json);
  return TRUE;
}

static void
add_win_rate (SsmJson *json, const SsmMeasure *measure)
{
  ssm_json_begin_object (json, "win_rate");
  add_ratio (json, "count", measure->win.count);
  if (measure->n_currencies != 1 || !add_value_rate (json, "value", measure, 0))
    ssm_json_add_null (json, "value");
  add_ratio (json, "narrow", measure->win.narrow);
  add_ratio (json, "cohort", measure->win.cohort);
  add_ratio (json, "of_all", measure->win.of_all);
  ssm_json_begin_array (json, "values");
  for (guint i = 0; i < measure->n_currencies; i++)
    add_value_rate (json, NULL, measure, i);
  ssm_json_end_array (json);
  ssm_json_end_object (json);
}

static void
add_cycle (SsmJson *json, const SsmCycleFigures *cycle)
{
  ssm_json_begin_object (json, "cycle_days");
  add_days (json, "won_median", cycle->won.median);
  add_days (json, "lost_median", cycle->lost.median);
  add_days (json, "survival_median", cycle->closed.survival_median);
  add_days (json, "closed_median", cycle->closed.median);
  add_days (json, "closed_p90", cycle->closed.p90);
  add_ratio (json, "open_over_p90", (SsmRatio) { cycle->n_over, cycle->n_open });
  ssm_json_end_object (json);
}

static void
add_required (SsmJson *json, const SsmCoverageFigures *coverage)
{
  if (ssm_money_is_zero (coverage->required.denominator))
    {
      ssm_json_add_null (json, "required");
      return;
    }
  ssm_json_begin_object (json, "required");
  add_money (json, "numerator", coverage->required.numerator);
  add_money (json, "denominator", coverage->required.denominator);
  ssm_json_end_object (json);
}

static void
add_coverage_ratio (SsmJson *json, const SsmCoverageFigures *coverage)
{
  SsmMoneyRatio ratio = { coverage->open, coverage->remaining };
  g_autofree char *note = ssm_measure_coverage_note (coverage);

  if (coverage->state == SSM_COVERAGE_RATIO || coverage->state == SSM_COVERAGE_MET)
    add_money (json, "remaining_quota", coverage->remaining);
  else
    ssm_json_add_null (json, "remaining_quota");
  if (coverage->state == SSM_COVERAGE_RATIO)
    ssm_json_add_number (json, "ratio", ssm_measure_rounded (ssm_money_ratio_share (ratio)));
  else
    ssm_json_add_null (json, "ratio");
  ssm_json_add_string (json, "note", note);
}

static void
add_coverage (SsmJson *json, const SsmMeasure *measure)
{
  const SsmCoverageFigures *coverage = &measure->coverage;

  ssm_json_begin_object (json, "coverage");
  add_money (json, "open", coverage->open);
  add_coverage_ratio (json, coverage);
  add_currency (json, coverage->currency);
  add_day (json, "from", coverage->from);
  add_day (json, "to", coverage->to);
  add_money (json, "quota", coverage->quota);
  add_money (json, "won", coverage->won);
  add_money (json, "late", coverage->late);
  if (coverage->has_weighted)
    add_money (json, "weighted", coverage->weighted);
  else
    ssm_json_add_null (json, "weighted");
  add_required (json, coverage);
  add_deals (json, "past_due", measure, coverage->past_due, coverage->n_past_due);
  ssm_json_end_object (json);
}

static void
add_reason (SsmJson *json, const SsmMeasure *measure, const SsmReasonFigures *reason)
{
  gboolean has_value = measure->n_currencies == 1 && !measure->money[0].overflow;

  ssm_json_begin_object (json, NULL);
  ssm_json_add_string (json, "code", *reason->code != '\0' ? reason->code : NULL);
  ssm_json_add_number (json, "count", reason->count);
  if (has_value)
    add_money (json, "value", reason->values[0]);
  else
    ssm_json_add_null (json, "value");
  add_currency (json, has_value ? measure->money[0].currency : "");
  ssm_json_add_string (json, "words", *reason->words != '\0' ? reason->words : NULL);
  ssm_json_begin_array (json, "stages");
  for (guint i = 0; i <= measure->n_stages; i++)
    if (reason->at_stage[i] > 0)
      {
        const SsmPart *stage = i < measure->n_stages ? ssm_map_stage (measure->map, i) : NULL;

        ssm_json_begin_object (json, NULL);
        ssm_json_add_string (json, "stage", stage != NULL ? ssm_part_id (stage) : NULL);
        ssm_json_add_number (json, "count", reason->at_stage[i]);
        ssm_json_end_object (json);
      }
  ssm_json_end_array (json);
  ssm_json_end_object (json);
}

static void
add_notes (SsmJson *json, const SsmMeasure *measure)
{
  ssm_json_begin_array (json, "findings");
  for (guint i = 0; i < SSM_N_MEASURE_NOTES; i++)
    {
      const SsmMeasureNote *note = &measure->notes[i];

      if (note->count == 0)
        continue;
      ssm_json_begin_object (json, NULL);
      ssm_json_add_string (json, "code", ssm_measure_note_name (i));
      ssm_json_add_number (json, "count", note->count);
      ssm_json_add_string (json, "deal",
                           note->example != G_MAXUINT
                               ? ssm_pipeline_deal_id (measure->pipeline, note->example)
                               : NULL);
      ssm_json_end_object (json);
    }
  ssm_json_end_array (json);
}

static void
add_sums (SsmJson *json, const SsmMoneyFigures *money)
{
  ssm_json_begin_object (json, NULL);
  add_currency (json, money->currency);
  add_money (json, "won", money->won);
  add_money (json, "lost", money->lost);
  add_money (json, "open", money->open);
  if (money->has_weighted)
    add_money (json, "weighted", money->weighted);
  else
    ssm_json_add_null (json, "weighted");
  if (money->velocity >= 0)
    ssm_json_add_number (json, "velocity", rint (money->velocity * 100) / 100);
  else
    ssm_json_add_null (json, "velocity");
  ssm_json_end_object (json);
}

static void
add_period (SsmJson *json, const SsmMeasure *measure)
{
  ssm_json_begin_object (json, "period");
  add_day (json, "from", measure->from);
  add_day (json, "to", measure->to);
  ssm_json_end_object (json);
}

char *
ssm_measure_to_json (const SsmMeasure *measure, const SsmMeasureRows *rows)
{
  g_autoptr (SsmJson) json = ssm_json_new ();

  add_day (json, "as_of", measure->as_of);
  add_counts (json, measure, rows);
  ssm_json_begin_array (json, "stages");
  for (guint i = 0; i < measure->n_stages; i++)
    if (measure->stages[i].kind != SSM_STAGE_LOST)
      add_stage (json, measure, &measure->stages[i]);
  ssm_json_end_array (json);
  add_win_rate (json, measure);
  add_cycle (json, &measure->cycle);
  add_coverage (json, measure);
  ssm_json_begin_array (json, "lost_reasons");
  for (guint i = 0; i < measure->n_reasons; i++)
    add_reason (json, measure, &measure->reasons[i]);
  ssm_json_end_array (json);
  add_notes (json, measure);
  add_period (json, measure);
  ssm_json_begin_array (json, "money");
  for (guint i = 0; i < measure->n_currencies; i++)
    if (!measure->money[i].overflow)
      add_sums (json, &measure->money[i]);
  ssm_json_end_array (json);
  return ssm_json_to_text (json);
}
