/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What depends on the map alone is looked up before the first row. */

#include "ssm-deal-stream.h"

#include <glib/gi18n-lib.h>

#include "ssm-console.h"
#include "ssm-deal-facts.h"
#include "ssm-deal-rows.h"
#include "ssm-field-test.h"

/* Bytes after which what was made is written. */
#define CHUNK (256 * 1024)

typedef struct
{
  const SsmDealStream *stream;
  SsmFieldTests *tests;
  int *criterion_of_test; /* of the path, or -1 */
  int *stage_of_map;      /* of the path, or SSM_NO_STAGE */
  SsmDealFacts *facts;
  SsmDiagnosis *diagnosis;
  GString *out;
  gboolean any_stuck;
} Printer;

static void
printer_clear (Printer *printer)
{
  g_clear_pointer (&printer->tests, ssm_field_tests_free);
  g_clear_pointer (&printer->facts, ssm_deal_facts_free);
  g_clear_pointer (&printer->diagnosis, ssm_diagnosis_free);
  g_free (printer->criterion_of_test);
  g_free (printer->stage_of_map);
  g_string_free (printer->out, TRUE);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Printer, printer_clear)

static void
printer_init (Printer *printer,
              const SsmDealStream *stream,
              const SsmTableMapping *mapping)
{
  const SsmDealPath *path = stream->path;
  guint n_stages = ssm_map_n_stages (path->map);
  guint n_tests;

  printer->stream = stream;
  printer->tests = ssm_field_tests_new (path->map, mapping, stream->as_of);
  n_tests = ssm_field_tests_n (printer->tests);
  printer->criterion_of_test = g_new (int, n_tests);
  for (guint i = 0; i < n_tests; i++)
    printer->criterion_of_test[i] = ssm_deal_path_criterion (
      path, ssm_part_id (ssm_field_tests_criterion (printer->tests, i)));
  printer->stage_of_map = g_new (int, n_stages);
  for (guint i = 0; i < n_stages; i++)
    printer->stage_of_map[i] =
        ssm_deal_path_stage (path, ssm_part_id (ssm_map_stage (path->map, i)));
  printer->facts = ssm_deal_facts_new (path);
  printer->diagnosis = ssm_diagnosis_new (path);
  printer->out = g_string_sized_new (CHUNK + CHUNK / 8);
}

static gboolean
is_open (const SsmTableDeal *deal)
{
  return deal->result != SSM_RESULT_WON && deal->result != SSM_RESULT_LOST;
}

/* What a column answers is answered, and what it does not tell is not known. */
static void
take_facts (Printer *printer, const SsmTableDeal *deal)
{
  SsmDealFacts *facts = printer->facts;

  ssm_deal_facts_clear (facts, printer->stream->path);
  if (deal->stage >= 0)
    {
      facts->claimed = printer->stage_of_map[deal->stage];
      facts->since = deal->since;
    }
  if (is_open (deal))
    facts->close = deal->close;
  for (guint i = 0; i < ssm_field_tests_n (printer->tests); i++)
    {
      SsmFieldAnswer answer = ssm_field_tests_answer (printer->tests, i, deal->row);

      if (printer->criterion_of_test[i] >= 0 && answer != SSM_FIELD_UNKNOWN)
        facts->answers[printer->criterion_of_test[i]]
          = answer == SSM_FIELD_YES ? SSM_VERDICT_YES : SSM_VERDICT_NO;
    }
}

static void
print_deal (Printer *printer, const SsmTableDeal *deal)
{
  char amount[SSM_AMOUNT_TEXT] = "";
  SsmDealRow row = {
    .id = deal->crm, .crm = deal->crm, .name = deal->name, .owner = deal->owner,
    .amount = amount, .currency = deal->currency, .claimed = "", .what = "", .who = "",
    .by = ""
  };

  take_facts (printer, deal);
  ssm_diagnosis_make (printer->diagnosis, printer->facts, printer->stream->as_of);
  if (deal->has_amount)
    ssm_amount_to_text (&deal->amount, amount);
  if (deal->stage >= 0)
    row.claimed = ssm_part_id (ssm_map_stage (printer->stream->path->map,
                                              (guint) deal->stage));
  ssm_deal_row_append (&row, printer->diagnosis, printer->out);
  printer->any_stuck |= printer->diagnosis->is_stuck;
}

static gboolean
is_wanted (const SsmDealStream *stream, const SsmTableDeal *deal)
{
  if (stream->only != NULL)
    return g_str_equal (deal->crm, stream->only);
  return is_open (deal);
}

static int
flush (Printer *printer, gsize more_than)
{
  int status = SSM_EXIT_YES;

  if (printer->out->len <= more_than)
    return status;
  status = ssm_console_print (printer->out->str);
  g_string_truncate (printer->out, 0);
  return status;
}

static int
print_all (Printer *printer, SsmDealReader *reader, const char *name)
{
  g_autoptr (GError) error = NULL;
  const SsmTableDeal *deal = NULL;
  int status = SSM_EXIT_YES;

  ssm_deal_row_append_head (printer->out);
  while (status == SSM_EXIT_YES && ssm_deal_reader_next (reader, &deal, &error)
         && deal != NULL)
    {
      if (is_wanted (printer->stream, deal))
        print_deal (printer, deal);
      status = flush (printer, CHUNK);
    }
  if (status == SSM_EXIT_YES)
    status = flush (printer, 0);
  return error != NULL ? ssm_console_fail (name, error) : status;
}

int
ssm_deal_stream_print (const SsmDealStream *stream, const SsmTableInput *input)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SsmDealReader) reader = ssm_deal_reader_new (
      input->source, input->mapping, stream->path->map, stream->as_of, &error);
  g_auto (Printer) printer = { 0 };
  int status;

  printer_init (&printer, stream, input->mapping);
  if (reader == NULL)
    return ssm_console_fail (input->name, error);
  status = print_all (&printer, reader, input->name);
  ssm_table_input_say (input, ssm_deal_reader_report (reader));
  return status == SSM_EXIT_YES && printer.any_stuck ? SSM_EXIT_NO : status;
}
