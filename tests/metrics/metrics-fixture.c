/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "metrics-fixture.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void
add_reason (SsmMap *map, const char *id, const char *code, const char *words,
            const char *no_decision)
{
  SsmPart *reason = ssm_part_new (SSM_KIND_REASON, id);

  ssm_part_set_text (reason, SSM_REASON_CODE, code);
  ssm_part_set_text (reason, SSM_REASON_NO_DECISION, no_decision);
  ssm_part_set_text (reason, SSM_REASON_TEXT, words);
  ssm_part_insert (map, SSM_LIST_REASONS, ssm_part_n_children (map, SSM_LIST_REASONS),
                   reason);
}

SsmMap *
fixture_map (const char *blocks)
{
  g_auto (GStrv) words = g_strsplit (blocks, " ", -1);
  g_autoptr (SsmMap) empty = ssm_map_new ();
  SsmMap *map = ssm_part_copy (empty);

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autofree char *id = g_strdup_printf ("s-%u", i + 1);
      SsmPart *stage = ssm_part_new (SSM_KIND_STAGE, id);

      ssm_part_set_text (stage, SSM_STAGE_BLOCK, words[i]);
      ssm_part_set_text (stage, SSM_STAGE_NAME, words[i]);
      ssm_part_insert (map, SSM_LIST_STAGES, i, stage);
    }
  add_reason (map, "r-none", "L1", "No decision", "yes");
  add_reason (map, "r-price", "L4", "Price", NULL);
  return ssm_part_seal (map);
}

guint32
fixture_day (const char *text)
{
  int year, month, day;
  GDate date;

  g_assert_cmpint (sscanf (text, "%d-%d-%d", &year, &month, &day), ==, 3);
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  return g_date_get_julian (&date);
}

SsmInstant
fixture_instant (const char *text)
{
  g_autoptr (GDateTime) time = NULL;
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autofree char *full = NULL;

  if (*text == '\0')
    return SSM_INSTANT_NONE;
  if (strchr (text, 'T') == NULL)
    return ssm_instant_of_day (fixture_day (text));
  full = g_strdup_printf ("%.16s:00%s", text, text + strlen ("2026-01-05T14:30"));
  time = g_date_time_new_from_iso8601 (full, utc);
  g_assert_nonnull (time);
  return ssm_instant_of_time (g_date_time_to_unix (time) * 1000
                                  + g_date_time_get_microsecond (time) / 1000,
                              (int) (g_date_time_get_utc_offset (time) / G_TIME_SPAN_MINUTE));
}

static int
read_step (const char *word)
{
  static const struct { const char *word; int step; } steps[] = {
    { "won", SSM_STEP_WON }, { "lost", SSM_STEP_LOST }, { "unmapped", SSM_STEP_UNMAPPED },
    { "elsewhere", SSM_STEP_ELSEWHERE }, { "nowhere", SSM_STEP_NOWHERE } };

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    if (g_str_equal (steps[i].word, word))
      return steps[i].step;
  return atoi (*word == 's' ? word + 1 : word) - 1;
}

static void
add_step (SsmPipelineBuilder *builder, guint deal, const char *word, const char *at)
{
  g_autofree char *step = g_strndup (word, (gsize) (at - word));
  g_auto (GStrv) days = g_strsplit (at + 1, "..", 2);
  g_auto (GStrv) parts = g_strsplit (days[0] != NULL ? days[0] : "", "#", 2);
  gint64 sequence = parts[0] != NULL && parts[1] != NULL ? atoi (parts[1]) : 0;
  SsmInstant when = fixture_instant (parts[0] != NULL ? parts[0] : "");

  if (days[0] != NULL && days[1] != NULL)
    ssm_pipeline_builder_stay (builder, deal, read_step (step), when,
                               fixture_instant (days[1]), sequence);
  else
    ssm_pipeline_builder_enter (builder, deal, read_step (step), when, sequence);
}

static SsmDealState
read_state (const char *word)
{
  if (g_str_equal (word, "won"))
    return SSM_DEAL_STATE_WON;
  return g_str_equal (word, "lost") ? SSM_DEAL_STATE_LOST : SSM_DEAL_STATE_OPEN;
}

static void
set_field (SsmPipelineDeal *row, const char *key, const char *value)
{
  if (g_str_equal (key, "created"))
    row->created = fixture_instant (value);
  else if (g_str_equal (key, "closed"))
    row->closed = fixture_instant (value);
  else if (g_str_equal (key, "expected"))
    row->expected = fixture_instant (value);
  else if (g_str_equal (key, "since"))
    row->since = fixture_instant (value);
  else if (g_str_equal (key, "stage"))
    row->step = read_step (value);
  else if (g_str_equal (key, "state"))
    row->state = read_state (value);
  else if (g_str_equal (key, "amount"))
    row->has_amount = ssm_money_from_text (value, &row->amount);
  else if (g_str_equal (key, "currency"))
    row->currency = value;
  else if (g_str_equal (key, "owner"))
    row->owner = value;
  else if (g_str_equal (key, "segment"))
    row->segment = value;
  else if (g_str_equal (key, "reason"))
    row->reason = value;
  else if (g_str_equal (key, "reason-id"))
    row->reason_id = value;
  else
    g_assert_not_reached ();
}

static void
add_line (SsmPipelineBuilder *builder, const char *line)
{
  g_auto (GStrv) words = g_strsplit (line, " ", -1);
  SsmPipelineDeal row = { .state = SSM_DEAL_STATE_UNKNOWN, .step = SSM_STEP_NOWHERE,
                          .since = SSM_INSTANT_NONE, .created = SSM_INSTANT_NONE,
                          .closed = SSM_INSTANT_NONE, .expected = SSM_INSTANT_NONE };
  guint deal = ssm_pipeline_builder_deal (builder, words[0]);
  gboolean has_row = words[1] == NULL;

  for (guint i = 1; words[i] != NULL; i++)
    {
      char *sign = strchr (words[i], '=');
      const char *at = strchr (words[i], '@');

      if (at != NULL)
        add_step (builder, deal, words[i], at);
      else if (g_str_has_prefix (words[i], "merged="))
        ssm_pipeline_builder_merge (builder, deal, sign + 1);
      else if (sign != NULL)
        {
          *sign = '\0';
          set_field (&row, words[i], sign + 1);
          has_row = TRUE;
        }
    }
  if (has_row)
    ssm_pipeline_builder_set (builder, deal, &row);
}

void
fixture_add (SsmPipelineBuilder *builder, const char *lines)
{
  g_auto (GStrv) all = g_strsplit (lines, "\n", -1);

  for (guint i = 0; all[i] != NULL; i++)
    if (*all[i] != '\0')
      add_line (builder, all[i]);
}

SsmPipeline *
fixture_pipeline (const SsmMap *map, const char *lines)
{
  g_autoptr (SsmPipelineBuilder) builder = ssm_pipeline_builder_new (map);

  fixture_add (builder, lines);
  return ssm_pipeline_builder_finish (builder);
}

void
case_clear (Case *self)
{
  g_clear_pointer (&self->measure, ssm_measure_unref);
  g_clear_pointer (&self->pipeline, ssm_pipeline_unref);
  g_clear_pointer (&self->map, ssm_part_unref);
}

void
measure (Case *self, const char *lines, const SsmMeasureOptions *options)
{
  case_clear (self);
  self->map = fixture_map (BLOCKS);
  self->pipeline = fixture_pipeline (self->map, lines);
  self->measure = ssm_measure_new (self->pipeline, self->map, options);
}

SsmMeasureOptions
as_of (const char *day)
{
  return (SsmMeasureOptions) { .as_of = fixture_day (day) };
}

int
fixture_run (int argc, char *argv[], const char *folder, const FixtureTest *tests)
{
  g_test_init (&argc, &argv, NULL);
  for (; tests->name != NULL; tests++)
    {
      g_autofree char *path = g_strconcat (folder, tests->name, NULL);

      g_test_add_func (path, tests->test);
    }
  return g_test_run ();
}
