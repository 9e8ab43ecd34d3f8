/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-measure-private.h"

static const char *
words_of (const SsmMeasure *measure, const SsmMeasureQuestion *question, guint slot)
{
  const SsmPart *reason;

  if (slot >= question->n_reasons)
    return ssm_word_pool_word (measure->pipeline->reasons, slot - question->n_reasons);
  reason = ssm_part_child (measure->map, SSM_LIST_REASONS, slot);
  return ssm_part_text (reason, SSM_REASON_TEXT);
}

static void
name_reason (SsmReasonFigures *figures, const SsmMeasure *measure,
             const SsmMeasureQuestion *question, guint slot)
{
  const SsmPart *reason;

  figures->words = figures->code = words_of (measure, question, slot);
  if (slot >= question->n_reasons)
    return;
  reason = ssm_part_child (measure->map, SSM_LIST_REASONS, slot);
  figures->id = ssm_part_id (reason);
  figures->no_decision = ssm_part_flag (reason, SSM_REASON_NO_DECISION);
  if (*ssm_part_text (reason, SSM_REASON_CODE) != '\0')
    figures->code = ssm_part_text (reason, SSM_REASON_CODE);
}

/* Sums of the currencies of @measure out of those of the pipeline. */
static void
fill_values (SsmReasonFigures *figures, const SsmMeasure *measure,
             const SsmMeasureQuestion *question, const SsmReasonTally *tally)
{
  guint n_places = question->path->n_stages + 1;

  for (guint c = 0; c < measure->n_currencies; c++)
    {
      guint currency = ssm_measure_currency (measure, c);

      for (guint i = 0; i < n_places; i++)
        {
          SsmMoney value = tally->values[i * question->n_currencies + currency];

          figures->at_stage_values[i * measure->n_currencies + c] = value;
          if (!ssm_money_add (&figures->values[c], value))
            measure->money[c].overflow = TRUE;
        }
    }
}

static void
fill_reason (SsmReasonFigures *figures, const SsmMeasure *measure,
             const SsmMeasureTally *tally, guint slot)
{
  const SsmReasonTally *reason = &tally->reasons[slot];
  guint n_places = tally->question->path->n_stages + 1;

  name_reason (figures, measure, tally->question, slot);
  figures->count = reason->count;
  figures->at_stage = g_new0 (guint, n_places);
  figures->values = g_new0 (SsmMoney, measure->n_currencies);
  figures->at_stage_values = g_new0 (SsmMoney, n_places * measure->n_currencies);
  if (reason->at_stage == NULL)
    return;
  for (guint i = 0; i < n_places; i++)
    figures->at_stage[i] = reason->at_stage[i];
  fill_values (figures, measure, tally->question, reason);
}

/* Most deals first, then as the CRM's rows have them. */
static gint
compare_slots (gconstpointer a, gconstpointer b, gpointer data)
{
  const SsmMeasureTally *tally = data;
  guint left = *(const guint *) a, right = *(const guint *) b;
  guint n_left = tally->reasons[left].count, n_right = tally->reasons[right].count;

  if (n_left != n_right)
    return n_left > n_right ? -1 : 1;
  return (left > right) - (left < right);
}

/* (transfer full): guint: the slots that are shown, in their order. */
static GArray *
list_slots (const SsmMeasureTally *tally)
{
  const SsmMeasureQuestion *question = tally->question;
  GArray *slots = g_array_new (FALSE, FALSE, sizeof (guint));
  guint none = question->n_reasons;

  for (guint i = none + 1; i < question->n_slots; i++)
    if (tally->reasons[i].count > 0)
      g_array_append_val (slots, i);
  g_array_sort_with_data (slots, compare_slots, (gpointer) tally);
  for (guint i = question->n_reasons; i > 0; i--)
    {
      guint slot = i - 1;

      g_array_prepend_val (slots, slot);
    }
  if (tally->reasons[none].count > 0)
    g_array_append_val (slots, none);
  return slots;
}

void
ssm_measure_fill_reasons (SsmMeasure *measure, const SsmMeasureTally *tally)
{
  g_autoptr (GArray) slots = list_slots (tally);

  measure->n_reasons = slots->len;
  measure->reasons = g_new0 (SsmReasonFigures, slots->len);
  for (guint i = 0; i < slots->len; i++)
    fill_reason (&measure->reasons[i], measure, tally, g_array_index (slots, guint, i));
}

void
ssm_measure_clear_reasons (SsmMeasure *measure)
{
  for (guint i = 0; i < measure->n_reasons; i++)
    {
      g_free (measure->reasons[i].at_stage);
      g_free (measure->reasons[i].values);
      g_free (measure->reasons[i].at_stage_values);
    }
  g_free (measure->reasons);
}
