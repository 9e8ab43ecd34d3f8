/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What happened to deals, out of the tables in which it is told: a row a deal, a change or a
 * stay, or a column a stage. */

#include <string.h>

#include "deal-fixture.h"
#include "ssm-pipeline-table.h"
#include "ssm-table-look.h"
#include "table-fixture.h"

#define MAX_STAYS 20

typedef struct
{
  const char *name;
  const char *table;
  const char *told;
} TableCase;

static void
dump_instant (GString *dump, SsmInstant instant)
{
  SsmInstant midnight = ssm_instant_of_day (ssm_instant_day (instant));
  GDate date;
  char text[32];

  if (instant == SSM_INSTANT_NONE)
    return;
  g_date_clear (&date, 1);
  g_date_set_julian (&date, ssm_instant_day (instant));
  g_date_strftime (text, sizeof text, "%Y-%m-%d", &date);
  g_string_append (dump, text);
  if (ssm_instant_has_time (instant))
    {
      SsmInstant start = ssm_instant_of_time (
          ((gint64) ssm_instant_day (midnight) - 719163) * SSM_DAY_MS, 0);

      g_string_append_printf (dump, "+%" G_GINT64_FORMAT "m",
                              ssm_instant_span (start, instant) / 60000);
    }
}

static void
dump_stays (GString *dump, const SsmPipeline *pipeline, guint deal)
{
  static const char * const ends[] = { "nowhere", "elsewhere", "unmapped", "lost", "won" };
  SsmPipelineStay stays[MAX_STAYS];
  guint n = ssm_pipeline_deal_stays (pipeline, deal, stays, MAX_STAYS);

  for (guint i = 0; i < n; i++)
    {
      if (stays[i].step >= 0)
        g_string_append_printf (dump, " s%d@", stays[i].step + 1);
      else
        g_string_append_printf (dump, " %s@", ends[stays[i].step - SSM_STEP_NOWHERE]);
      dump_instant (dump, stays[i].entered);
    }
}

static void
dump_report (GString *dump, const SsmTableReport *report)
{
  for (guint fault = 0; fault < SSM_N_FAULTS; fault++)
    if (report->counts[fault] > 0 && fault < SSM_FAULT_FIRST_GAP)
      {
        const SsmTableNote *note;
        guint i = 0;

        do
          note = g_ptr_array_index (report->notes, i++);
        while (note->fault != fault);
        g_string_append_printf (dump, "%s %u from %u\n", ssm_table_fault_name (fault),
                                report->counts[fault], note->line);
      }
  for (guint i = 0; i < report->unknown_stages->len; i++)
    {
      const SsmUnknownStage *stage = g_ptr_array_index (report->unknown_stages, i);

      g_string_append_printf (dump, "unknown “%s” %u from %u\n", stage->value, stage->n,
                              stage->first_line);
    }
}

/* (transfer full): what @source tells of deals. */
static char *
dump_source (SsmTableSource *source, const SsmTableMapping *mapping)
{
  g_autoptr (SsmMap) map = deal_map_new ();
  g_autoptr (SsmPipelineBuilder) builder = ssm_pipeline_builder_new (map);
  g_autoptr (GError) error = NULL;
  g_autoptr (SsmTableReport) report
      = ssm_pipeline_table_read (source, mapping, map, builder, &error);
  g_autoptr (SsmPipeline) pipeline = ssm_pipeline_builder_finish (builder);
  GString *dump = g_string_new (NULL);

  if (report == NULL)
    {
      g_string_append (dump, error->message);
      return g_string_free (dump, FALSE);
    }
  for (guint i = 0; i < ssm_pipeline_n_deals (pipeline); i++)
    {
      g_string_append (dump, ssm_pipeline_deal_id (pipeline, i));
      dump_stays (dump, pipeline, i);
      g_string_append_c (dump, '\n');
    }
  dump_report (dump, report);
  return g_string_free (dump, FALSE);
}

static char *
dump_text (const char *text)
{
  g_autoptr (SsmTableSource) source = table_source_new (text, -1);
  g_autoptr (GError) error = NULL;
  g_autoptr (SsmTableLook) look = ssm_table_look_new (source, NULL, &error);

  return look != NULL ? dump_source (source, look->mapping) : g_strdup (error->message);
}

static const TableCase cases[] = {
  { "salesforce-history",
    "Id,OpportunityId,StageName,Amount,CloseDate,CreatedDate,CurrencyIsoCode\n"
    "01A,06A,Qualification,48000,2026-12-18,2026-09-30T08:41:00.000+0000,EUR\n"
    "02A,06A,Qualification,48000,2027-01-29,2026-10-14T07:02:00.000+0000,EUR\n"
    "03A,06A,Negotiation/Review,52000,2027-01-29,2026-11-12T16:20:00.000+0000,EUR\n"
    "04A,06B,Closed Won,1,2027-01-29,2026-11-12T00:30:00.000+0100,EUR\n",
    "06A s2@2026-09-30+521m s5@2026-11-12+980m\n06B won@2026-11-12+-30m\n" },
  { "salesforce-field-history",
    "OpportunityId,Field,OldValue,NewValue,CreatedDate\n"
    "06A,StageName,,Sourcing,2026-01-05\n"
    "06A,Amount,1000,2000,2026-01-06\n"
    "06A,StageName,Sourcing,Discovery,2026-01-07\n",
    "06A s1@2026-01-05 s3@2026-01-07\n" },
  { "log-with-another-name-for-its-day",
    "deal_id;stage;when it was\nA;Sourcing;5.1.2026\nA;Discovery;20.1.2026 14:30\n"
    "B;Sourcing;7.1.2026\nB;Closed Lost;8.1.2026\n",
    "A s1@2026-01-05 s3@2026-01-20+870m\nB s1@2026-01-07 lost@2026-01-08\n" },
  { "stays",
    "deal\tphase\tentered\tleft\nA\tQualification\t03.02.2026\t13.02.2026\n"
    "A\tDiscovery\t15.02.2026\t\nB\tQualification\t25.02.2026\t01.02.2026\n",
    "A s2@2026-02-03 nowhere@2026-02-13 s3@2026-02-15\nB s2@2026-02-25\n"
    "left-before-entered 1 from 4\n" },
  { "sequence-in-one-moment",
    "deal_id,stage,changed at,seq\nA,Discovery,2026-01-05,2\nA,Sourcing,2026-01-05,1\n"
    "A,Proposal,2026-01-05,10\n",
    "A s1@2026-01-05 s3@2026-01-05 s4@2026-01-05\n" },
  { "hubspot-wide",
    "Record ID,Deal Name,Deal Stage,\"Date entered \"\"Qualification (Sales Pipeline)\"\"\","
    "\"Date exited \"\"Qualification (Sales Pipeline)\"\"\",Date entered Discovery (Sales "
    "Pipeline),\"Date entered \"\"Foo (Sales Pipeline)\"\"\"\n"
    "1,Alpha,Discovery,2026-01-05 10:00,2026-01-08 22:00,2026-01-09 22:00,\n"
    "2,Beta,Proposal,2026-01-05,2026-01-02,,2026-01-07\n",
    "1 s2@2026-01-05+600m nowhere@2026-01-08+1320m s3@2026-01-09+1320m\n"
    "2 s2@2026-01-05 unmapped@2026-01-07\nleft-before-entered 1 from 3\n"
    "unknown “Foo” 1 from 3\n" },
  { "hubspot-internal-names",
    "hs_object_id,dealname,hs_v2_date_entered_qualifiedtobuy,hs_v2_date_entered_"
    "qualifiedtobuy_77,hs_v2_date_exited_qualifiedtobuy\n1,A,1767607200000,,1767693600000\n",
    "1 s2@2026-01-05+600m nowhere@2026-01-06+600m\n" },
  { "names-of-stages-above-days",
    "Name,Sourcing,Discovery date,Won,Lost\nA,1/5/2026,1/25/2026,2/3/2026,\n"
    "B,1/6/2026,,,1/9/2026\n",
    "A s1@2026-01-05 s3@2026-01-25 won@2026-02-03\nB s1@2026-01-06 lost@2026-01-09\n" },
  { "deals",
    "Id,Stage,Created,Closed on\n1,Discovery,2026-01-05 10:00,\n"
    "2,Closed Won,2026-01-06,2026-01-09 12:00\n1,Discovery,2026-01-05,\n",
    "1 s3@\n2 won@2026-01-09+720m\nduplicate-id 1 from 4\n" },
  { "bad-rows",
    "deal_id,stage,entered\nA,Sourcing,2026-02-30\n,Sourcing,2026-01-05\nB,,2026-01-05\n"
    "B,Sourcing,\nB,\"Dis\"covery,2026-01-05\nC,Nowhere,2026-01-05,x\nend\n"
    "D,Sourcing,2026-01-05 25:10\n",
    "A\nB\nC unmapped@2026-01-05\nD\nquote 1 from 6\none-cell 1 from 8\nno-name 1 from 3\n"
    "stage-missing 1 from 4\nno-date 1 from 5\nlength 1 from 7\ndate 2 from 2\n"
    "unknown-stage 1 from 7\nunknown “Nowhere” 1 from 7\n" },
  { "days-that-can-be-two",
    "deal_id,stage,entered\nA,Sourcing,01/02/2026\nA,Discovery,03/02/2026\n",
    "deals.csv:1: column “entered”: it does not show whether days or months come first; say "
    "which" },
  { "unclosed-quote",
    "deal_id,stage,entered\nA,Sourcing,2026-01-05\nA,\"Discovery,2026-01-05\n",
    "deals.csv:3: the quote that opens here is not closed; close it, or take it out" },
};

static void
test_tables (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *told = dump_text (cases[i].table);

      g_test_message ("%s", cases[i].name);
      g_assert_cmpstr (told, ==, cases[i].told);
    }
}

/* What a person says of rows and stages goes before what is guessed, and is remembered. */
static void
test_corrected (void)
{
  g_autoptr (SsmTableSource) source = table_source_new (
      "deal_id,name,stage,created\nA,Alpha,Start,2026-01-05\nA,Alpha,Discovery,2026-01-07\n"
      "B,Beta,Start,2026-01-05\nC,Gamma,Start,2026-01-06\nD,Delta,Start,2026-01-06\n", -1);
  g_autoptr (SsmTableLook) look = ssm_table_look_new (source, NULL, NULL);
  g_autoptr (SsmTableMapping) history
      = ssm_table_mapping_with_rows (look->mapping, SSM_TABLE_ROWS_HISTORY);
  g_autoptr (SsmTableMapping) known
      = ssm_table_mapping_with_meaning (history, SSM_COLUMN_STAGE, "Start", "s-1");
  g_autofree char *text = ssm_table_mapping_to_text (known);
  g_autoptr (SsmTableMapping) remembered
      = ssm_table_mapping_with_text (look->mapping, text);
  g_autofree char *told = dump_source (source, remembered);

  g_assert_cmpint (ssm_table_mapping_rows (look->mapping), ==, SSM_TABLE_ROWS_DEALS);
  g_assert_cmpstr (told, ==,
                   "A s1@2026-01-05 s3@2026-01-07\nB s1@2026-01-05\nC s1@2026-01-06\n"
                   "D s1@2026-01-06\n");
}

/* A log that is sorted by time has few rows of one deal in its first thousand. */
static void
test_sorted_by_time (void)
{
  static const char * const stages[] = { "Sourcing", "Discovery" };
  g_autoptr (GString) table = g_string_new ("deal_id,stage,stage entered\n");
  g_autofree char *told = NULL;

  for (guint i = 0; i < 4000; i++)
    g_string_append_printf (table, "d%u,%s,2026-0%u-05\n", i % 2000, stages[i / 2000],
                            i / 2000 + 1);
  told = dump_text (table->str);
  g_assert_true (g_str_has_prefix (told, "d0 s1@2026-01-05 s3@2026-02-05\n"));
}

typedef struct
{
  const char *text;
  gint64 minutes; /* since the day began in UTC; -1: no time */
} InstantCase;

static const InstantCase instants[] = {
  { "2026-01-05", -1 },
  { "2026-01-05 10:20", 620 },
  { "2026-01-05T10:20:30Z", 620 },
  { "2026-01-05T10:20:30.250+02:00", 500 },
  { "2026-01-05T10:20-0530", 950 },
  { "1/5/2026 10:20 PM", 1340 },
  { "1/5/2026, 12:05 am", 5 },
  { "5. Jan 2026 8:41", 521 },
  { "1767607200000", 600 },
  { "1767607200", 600 },
  { "46027.5", 720 },
  { "20260105", -1 },
};

static void
test_instants (void)
{
  guint32 day = deal_day ("2026-01-05");
  SsmInstant start = ssm_instant_of_time (((gint64) day - 719163) * SSM_DAY_MS, 0);
  SsmInstant instant;

  for (guint i = 0; i < G_N_ELEMENTS (instants); i++)
    {
      g_test_message ("%s", instants[i].text);
      g_assert_cmpint (ssm_table_instant (instants[i].text, SSM_DATE_ORDER_MDY, &instant), ==,
                       SSM_VALUE_GOOD);
      g_assert_cmpuint (ssm_instant_day (instant), ==, day);
      g_assert_cmpint (ssm_instant_has_time (instant), ==, instants[i].minutes >= 0);
      if (instants[i].minutes >= 0)
        g_assert_cmpint (ssm_instant_span (start, instant) / 60000, ==, instants[i].minutes);
    }
  g_assert_cmpint (ssm_table_instant ("2026-01-05 10:61", 0, &instant), ==, SSM_VALUE_BAD);
  g_assert_cmpint (ssm_table_instant ("2026-01-05 13:00 PM", 0, &instant), ==, SSM_VALUE_BAD);
  g_assert_cmpint (ssm_table_instant ("  ", 0, &instant), ==, SSM_VALUE_EMPTY);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/table/history/tables", test_tables);
  g_test_add_func ("/table/history/corrected", test_corrected);
  g_test_add_func ("/table/history/sorted-by-time", test_sorted_by_time);
  g_test_add_func ("/table/history/instants", test_instants);
  return g_test_run ();
}
