/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-deal-rows.h"

#include <math.h>
#include <string.h>

#include "ssm-book.h"
#include "ssm-csv-write.h"

SsmDealRow
ssm_deal_row_of (const SsmPart *deal, const SsmDealPath *path)
{
  const SsmPart *next = ssm_deal_next (deal);
  const char *claimed = ssm_part_text (deal, SSM_DEAL_CLAIMED);
  gboolean is_known = ssm_deal_path_stage (path, claimed) != SSM_NO_STAGE
                      || ssm_map_find (path->map, claimed) != NULL;

  return (SsmDealRow) {
    .id = ssm_part_id (deal),
    .crm = ssm_part_text (deal, SSM_DEAL_CRM),
    .name = ssm_part_text (deal, SSM_DEAL_NAME),
    .owner = ssm_part_text (deal, SSM_DEAL_OWNER),
    .amount = ssm_part_text (deal, SSM_DEAL_AMOUNT),
    .currency = ssm_part_text (deal, SSM_DEAL_CURRENCY),
    .claimed = is_known ? claimed : "",
    .what = ssm_part_text (next, SSM_NEXT_TEXT),
    .who = ssm_part_text (next, SSM_NEXT_WHO),
    .by = ssm_part_text (next, SSM_NEXT_DATE),
  };
}

/* "" where there is no such stage. */
static const char *
stage_id (const SsmDiagnosis *diagnosis, int stage)
{
  return stage != SSM_NO_STAGE ? ssm_part_id (diagnosis->path->stages[stage].part) : "";
}

static const char *
stuck_in (const SsmDiagnosis *diagnosis)
{
  return diagnosis->is_stuck ? stage_id (diagnosis, diagnosis->place) : "";
}

static const char *
text_or_null (const char *text)
{
  return *text != '\0' ? text : NULL;
}

static void
add_number (SsmJson *json, const char *key, double number)
{
  if (number >= 0)
    ssm_json_add_number (json, key, number);
  else
    ssm_json_add_null (json, key);
}

static void
add_missing (const SsmDiagnosis *diagnosis, SsmJson *json)
{
  ssm_json_begin_array (json, "missing");
  for (guint i = 0; i < diagnosis->n_missing; i++)
    {
      guint index = diagnosis->missing[i];
      const SsmPathCriterion *criterion = &diagnosis->path->criteria[index];

      ssm_json_begin_object (json, NULL);
      ssm_json_add_string (json, "stage", stage_id (diagnosis, (int) criterion->stage));
      ssm_json_add_string (json, "criterion", ssm_part_id (criterion->part));
      ssm_json_add_string (json, "answer", ssm_verdict_name (diagnosis->answers[index]));
      ssm_json_end_object (json);
    }
  ssm_json_end_array (json);
}

static void
add_next (const SsmDealRow *row, SsmJson *json)
{
  if (*row->what == '\0' && *row->who == '\0' && *row->by == '\0')
    {
      ssm_json_add_null (json, "next_action");
      return;
    }
  ssm_json_begin_object (json, "next_action");
  ssm_json_add_string (json, "what", text_or_null (row->what));
  ssm_json_add_string (json, "who", text_or_null (row->who));
  ssm_json_add_string (json, "by", text_or_null (row->by));
  ssm_json_end_object (json);
}

void
ssm_deal_row_add_to_json (const SsmDealRow *row, const SsmDiagnosis *diagnosis,
                          SsmJson *json)
{
  ssm_json_begin_object (json, NULL);
  ssm_json_add_string (json, "id", row->id);
  ssm_json_add_string (json, "name", row->name);
  ssm_json_add_string (json, "claimed", text_or_null (row->claimed));
  ssm_json_add_string (json, "evidence",
                       text_or_null (stage_id (diagnosis, diagnosis->evidence)));
  ssm_json_add_flag (json, "stuck", diagnosis->is_stuck);
  ssm_json_add_string (json, "stuck_in", text_or_null (stuck_in (diagnosis)));
  ssm_json_add_number (json, "ahead_by", diagnosis->ahead_by);
  add_number (json, "days_in_stage", diagnosis->days);
  add_number (json, "limit_days", diagnosis->limit);
  add_missing (diagnosis, json);
  add_next (row, json);
  ssm_json_end_object (json);
}

void
ssm_deal_row_append_head (GString *out)
{
  g_string_append (
      out, "id,crm,name,owner,amount,currency,claimed,evidence,stuck,stuck_in,"
           "ahead_by,days_in_stage,limit_days,days_over,slipping,missing,"
           "blocking,first_missing,first_answer,next_action,next_who,next_by\r\n");
}

static void
append_text (GString *out, const char *text)
{
  ssm_csv_append_bytes (out, text, strlen (text));
  ssm_csv_append_bytes (out, ",", 1);
}

static void
append_words (GString *out, const char *text)
{
  ssm_csv_append_words (out, text, ',');
  ssm_csv_append_bytes (out, ",", 1);
}

/* A whole number that is not negative, or nothing. */
static void
append_count (GString *out, int number)
{
  char digits[16];
  guint at = sizeof digits;

  digits[--at] = ',';
  if (number == 0)
    digits[--at] = '0';
  for (; number > 0; number /= 10)
    digits[--at] = (char) ('0' + number % 10);
  ssm_csv_append_bytes (out, digits + at, sizeof digits - at);
}

static void
append_limit (GString *out, double limit)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  if (limit < 0 || limit == floor (limit))
    append_count (out, (int) limit);
  else
    append_text (out, g_ascii_formatd (buffer, sizeof buffer, "%.6g", limit));
}

static void
append_diagnosis (GString *out, const SsmDiagnosis *diagnosis)
{
  append_text (out, stage_id (diagnosis, diagnosis->evidence));
  append_text (out, diagnosis->is_stuck ? "yes" : "no");
  append_text (out, stuck_in (diagnosis));
  append_count (out, (int) diagnosis->ahead_by);
  append_count (out, diagnosis->days);
  append_limit (out, diagnosis->limit);
  append_count (out, ssm_diagnosis_days_over (diagnosis));
  append_text (out, diagnosis->is_slipping ? "yes" : "no");
  append_count (out, (int) diagnosis->n_missing);
  append_count (out, (int) diagnosis->n_blocking);
  if (diagnosis->n_missing == 0)
    {
      g_string_append (out, ",,");
      return;
    }
  append_text (out, ssm_part_id (diagnosis->path->criteria[diagnosis->missing[0]].part));
  append_text (out, ssm_verdict_name (diagnosis->answers[diagnosis->missing[0]]));
}

void
ssm_deal_row_append (const SsmDealRow *row, const SsmDiagnosis *diagnosis, GString *out)
{
  append_words (out, row->id);
  append_words (out, row->crm);
  append_words (out, row->name);
  append_words (out, row->owner);
  append_text (out, row->amount);
  append_words (out, row->currency);
  append_text (out, row->claimed);
  append_diagnosis (out, diagnosis);
  append_words (out, row->what);
  append_words (out, row->who);
  g_string_append (out, row->by);
  g_string_append (out, "\r\n");
}
