/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-table-report.h"

#include <glib/gi18n-lib.h>

#include "ssm-quote.h"

typedef struct
{
  const char *name;
  const char *message; /* marked for translation; %1 the column, %2 the value, %3 a line */
} FaultInfo;

static const FaultInfo faults[SSM_N_FAULTS] = {
  [SSM_FAULT_QUOTE]
  = { "quote", N_("the row was left out: text follows a closing quote; write a quote within "
                  "quotes twice") },
  [SSM_FAULT_TOO_MANY] = { "too-many-cells", N_("the row was left out: it has too many cells") },
  [SSM_FAULT_ONE_CELL]
  = { "one-cell", N_("the row was left out: it has one cell only, “%2”") },
  [SSM_FAULT_NO_NAME]
  = { "no-name", N_("the row was left out: it has neither a name nor an id") },
  [SSM_FAULT_DUPLICATE]
  = { "duplicate-id", N_("the row was left out: line %3 has the same id, “%2”") },
  [SSM_FAULT_STAGELESS]
  = { "stage-missing", N_("column “%1”: the row was left out: it has no stage") },
  [SSM_FAULT_NO_DAY]
  = { "no-date", N_("column “%1”: the row was left out: it has no date") },
  [SSM_FAULT_LENGTH]
  = { "length", N_("the row has more or fewer cells than there are headers; check the quotes "
                   "in it") },
  [SSM_FAULT_CHARACTERS]
  = { "characters", N_("column “%1”: “%2” has bytes that are no characters; check the "
                       "encoding") },
  [SSM_FAULT_DAY] = { "date", N_("column “%1”: “%2” is no date and was left out") },
  [SSM_FAULT_OPEN_DAY]
  = { "ambiguous-date", N_("column “%1”: “%2” can be two days and was left out; say whether "
                           "day or month comes first") },
  [SSM_FAULT_AMOUNT] = { "amount", N_("column “%1”: “%2” is no amount and was left out") },
  [SSM_FAULT_OPEN_AMOUNT]
  = { "ambiguous-amount", N_("column “%1”: “%2” can be two amounts and was left out; say "
                             "whether point or comma stands in front of decimals") },
  [SSM_FAULT_CURRENCY]
  = { "currency", N_("column “%1”: “%2” is no currency and was left out") },
  [SSM_FAULT_RESULT]
  = { "result", N_("column “%1”: “%2” says neither open nor won nor lost; the deal counts as "
                   "open") },
  [SSM_FAULT_UNKNOWN_STAGE]
  = { "unknown-stage", N_("column “%1”: “%2” is no stage of the map; say which one it is") },
  [SSM_FAULT_ROUNDED]
  = { "rounded", N_("column “%1”: “%2” was rounded to six decimals") },
  [SSM_FAULT_NEGATIVE] = { "negative-amount", N_("column “%1”: “%2” is less than nothing") },
  [SSM_FAULT_BEFORE]
  = { "closed-before-created", N_("column “%1”: it was closed before it was created, on "
                                  "“%2”") },
  [SSM_FAULT_LEFT]
  = { "left-before-entered", N_("column “%1”: it left the stage before it came there, on “%2”; "
                                "that day was left out") },
  [SSM_FAULT_PAST_CLOSE]
  = { "past-close", N_("column “%1”: the deal is open and was to close on “%2”; set a new "
                       "date, or close it") },
  [SSM_FAULT_STALE]
  = { "stale", N_("column “%1”: the deal is open and nothing has happened since “%2”") },
  [SSM_FAULT_NO_ID] = { "no-id", N_("column “%1”: the deal has no id") },
  [SSM_FAULT_NO_STAGE] = { "no-stage", N_("column “%1”: the deal has no stage") },
  [SSM_FAULT_NO_AMOUNT] = { "no-amount", N_("column “%1”: the deal has no amount") },
  [SSM_FAULT_NO_CLOSE] = { "no-close", N_("column “%1”: the deal has no date to close on") },
  [SSM_FAULT_NO_OWNER] = { "no-owner", N_("column “%1”: the deal has no owner") },
};

static void
note_free (gpointer data)
{
  SsmTableNote *note = data;

  g_free (note->value);
  g_free (note->crm);
  g_free (note);
}

static void
unknown_stage_free (gpointer data)
{
  SsmUnknownStage *stage = data;

  g_free (stage->value);
  g_free (stage);
}

SsmTableReport *
ssm_table_report_new (void)
{
  SsmTableReport *self = g_new0 (SsmTableReport, 1);

  self->notes = g_ptr_array_new_with_free_func (note_free);
  self->unknown_stages = g_ptr_array_new_with_free_func (unknown_stage_free);
  self->unknown_index = g_hash_table_new (g_str_hash, g_str_equal);
  return self;
}

void
ssm_table_report_free (SsmTableReport *report)
{
  if (report == NULL)
    return;

  g_hash_table_unref (report->unknown_index);
  g_ptr_array_unref (report->unknown_stages);
  g_ptr_array_unref (report->notes);
  g_free (report);
}

const char *
ssm_table_fault_name (SsmTableFault fault)
{
  g_return_val_if_fail (fault < SSM_N_FAULTS, "");

  return faults[fault].name;
}

gboolean
ssm_table_fault_skips_row (SsmTableFault fault)
{
  return fault < SSM_FAULT_FIRST_VALUE;
}

guint
ssm_table_report_n_skipped (const SsmTableReport *report)
{
  return report->n_rows - report->n_deals;
}

void
ssm_table_report_add (SsmTableReport *report,
                      SsmTableFault fault,
                      guint line,
                      guint other_line,
                      int column,
                      const char *value,
                      const char *crm)
{
  SsmTableNote *note;

  if (report->counts[fault]++ >= SSM_TABLE_MAX_NOTES)
    return;

  note = g_new0 (SsmTableNote, 1);
  note->fault = fault;
  note->line = line;
  note->other_line = other_line;
  note->column = column;
  note->value = value != NULL ? ssm_quote (value, -1) : NULL;
  note->crm = crm != NULL && *crm != '\0' ? ssm_quote (crm, -1) : NULL;
  g_ptr_array_add (report->notes, note);
}

void
ssm_table_report_add_stage (SsmTableReport *report, const char *value, guint line)
{
  SsmUnknownStage *stage = g_hash_table_lookup (report->unknown_index, value);

  if (stage == NULL && report->unknown_stages->len < SSM_TABLE_MAX_NOTES)
    {
      stage = g_new0 (SsmUnknownStage, 1);
      stage->value = g_strdup (value);
      stage->first_line = line;
      g_ptr_array_add (report->unknown_stages, stage);
      g_hash_table_insert (report->unknown_index, stage->value, stage);
    }
  if (stage != NULL)
    stage->n++;
}

/* Whether @row has nothing behind its first cell: what stands below a table. */
static gboolean
has_one_cell (const SsmCsvRow *row)
{
  for (guint i = 1; i < row->n_cells; i++)
    if (*row->cells[i].text != '\0')
      return FALSE;
  return TRUE;
}

static gboolean
is_too_long (const SsmCsvRow *row, guint n_headers)
{
  for (guint i = n_headers; i < row->n_cells; i++)
    if (*row->cells[i].text != '\0')
      return TRUE;
  return FALSE;
}

gboolean
ssm_table_report_check_row (SsmTableReport *report, const SsmCsvRow *row, guint n_headers)
{
  SsmTableFault fault = row->fault == SSM_CSV_TOO_MANY_CELLS ? SSM_FAULT_TOO_MANY
                                                             : SSM_FAULT_QUOTE;
  gboolean is_footer = row->fault == SSM_CSV_GOOD && n_headers > 1 && has_one_cell (row);

  if (row->fault != SSM_CSV_GOOD || is_footer)
    {
      ssm_table_report_add (report, is_footer ? SSM_FAULT_ONE_CELL : fault, row->line, 0, -1,
                            is_footer ? row->cells[0].text : NULL, NULL);
      return FALSE;
    }
  if (row->n_cells < n_headers || is_too_long (row, n_headers))
    ssm_table_report_add (report, SSM_FAULT_LENGTH, row->line, 0, -1, NULL, NULL);
  return TRUE;
}

char *
ssm_table_note_message (const SsmTableNote *note, const SsmTableMapping *mapping)
{
  g_autofree char *header = note->column >= 0
                                ? ssm_quote (ssm_table_mapping_header (mapping,
                                                                       (guint) note->column),
                                             -1)
                                : NULL;
  g_autofree char *line = g_strdup_printf ("%u", note->other_line);
  const char *parts[] = { header, note->value, line };
  GString *message = g_string_new (NULL);

  for (const char *p = _(faults[note->fault].message); *p != '\0'; p++)
    if (*p == '%' && p[1] >= '1' && p[1] <= '3')
      {
        const char *part = parts[*++p - '1'];

        g_string_append (message, part != NULL ? part : "");
      }
    else
      g_string_append_c (message, *p);
  return g_string_free (message, FALSE);
}
