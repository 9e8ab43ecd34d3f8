/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What depends on the map alone is looked up before the first row. */

#include "ssm-deal-stream.h"

#include <glib/gi18n-lib.h>

#include "ssm-book.h"
#include "ssm-console.h"
#include "ssm-deal-clock.h"
#include "ssm-deal-facts.h"
#include "ssm-deal-list.h"
#include "ssm-deal-rows.h"
#include "ssm-deal-text.h"
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
  GString *out;      /* of CSV */
  SsmJson *json;
  SsmDealList *list; /* of texts */
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
  g_clear_pointer (&printer->json, ssm_json_free);
  g_clear_pointer (&printer->list, ssm_deal_list_free);
  if (printer->out != NULL)
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
set_text (SsmPart *part, SsmField field, const char *text)
{
  if (*text != '\0')
    ssm_part_set_text (part, field, text);
}

/* (transfer full): what texts say of a deal beside its diagnosis. */
static SsmPart *
deal_part (const SsmTableDeal *deal, const SsmDealRow *row, guint32 close)
{
  SsmPart *part = ssm_part_new (SSM_KIND_DEAL, "d-1");
  char text[16];
  GDate date;

  set_text (part, SSM_DEAL_NAME, deal->name);
  set_text (part, SSM_DEAL_OWNER, deal->owner);
  set_text (part, SSM_DEAL_AMOUNT, row->amount);
  set_text (part, SSM_DEAL_CURRENCY, row->currency);
  if (close == 0)
    return part;
  g_date_clear (&date, 1);
  g_date_set_julian (&date, close);
  g_date_strftime (text, sizeof text, "%Y-%m-%d", &date);
  ssm_part_set_text (part, SSM_DEAL_CLOSE, text);
  return part;
}

static gboolean
list_deal (Printer *printer, const SsmTableDeal *deal, const SsmDealRow *row, GError **error)
{
  g_autoptr (SsmPart) part = deal_part (deal, row, printer->facts->close);
  g_autofree char *text
      = ssm_deal_to_short_text (printer->diagnosis, part, printer->stream->words);

  return ssm_deal_list_add (printer->list, printer->diagnosis, text, error);
}

static gboolean
print_deal (Printer *printer, const SsmTableDeal *deal, GError **error)
{
  char amount[SSM_AMOUNT_TEXT] = "";
  SsmDealRow row = {
    .id = deal->crm, .crm = deal->crm, .name = deal->name, .owner = deal->owner,
    .amount = amount, .currency = deal->currency, .claimed = "", .what = "", .who = "",
    .by = ""
  };

  take_facts (printer, deal);
  ssm_diagnosis_make (printer->diagnosis, printer->facts, printer->stream->as_of);
  printer->any_stuck |= printer->diagnosis->is_stuck;
  if (deal->has_amount)
    ssm_amount_to_text (&deal->amount, amount);
  if (deal->stage >= 0)
    row.claimed = ssm_part_id (ssm_map_stage (printer->stream->path->map,
                                              (guint) deal->stage));
  switch (printer->stream->format)
    {
    case SSM_DEAL_STREAM_TEXT:
      return list_deal (printer, deal, &row, error);
    case SSM_DEAL_STREAM_JSON:
      ssm_deal_row_add_to_json (&row, printer->diagnosis, printer->json);
      return TRUE;
    case SSM_DEAL_STREAM_CSV:
    default:
      ssm_deal_row_append (&row, printer->diagnosis, printer->out);
      return TRUE;
    }
}

static gboolean
is_wanted (const SsmDealStream *stream, const SsmTableDeal *deal)
{
  if (stream->only != NULL)
    return g_str_equal (deal->crm, stream->only);
  return is_open (deal);
}

/* Prints what is longer than @more_than by now. */
static int
flush (Printer *printer, gsize more_than)
{
  g_autofree char *text = NULL;
  int status = SSM_EXIT_YES;

  if (printer->json != NULL && ssm_json_length (printer->json) > more_than)
    {
      text = ssm_json_take (printer->json);
      status = ssm_console_print (text);
    }
  if (printer->out != NULL && printer->out->len > more_than)
    {
      status = ssm_console_print (printer->out->str);
      g_string_truncate (printer->out, 0);
    }
  return status;
}

static gboolean
begin (Printer *printer, GError **error)
{
  switch (printer->stream->format)
    {
    case SSM_DEAL_STREAM_TEXT:
      printer->list = ssm_deal_list_new (error);
      return printer->list != NULL;
    case SSM_DEAL_STREAM_JSON:
      printer->json = ssm_json_new ();
      ssm_json_add_string (printer->json, "as_of", printer->stream->date);
      ssm_json_begin_array (printer->json, "deals");
      return TRUE;
    case SSM_DEAL_STREAM_CSV:
    default:
      printer->out = g_string_sized_new (CHUNK + CHUNK / 8);
      ssm_deal_row_append_head (printer->out);
      return TRUE;
    }
}

char *
ssm_deal_stream_head (const SsmLanguage *words, const char *date, guint n_deals,
                      guint n_stuck)
{
  g_autofree char *day = ssm_language_date (words, date);
  g_autofree char *text
      = g_strdup_printf (/* Translators: how many deals, a date, how many of them */
                         g_dngettext (GETTEXT_PACKAGE, "%u open deal on %s, %u stuck.",
                                      "%u open deals on %s, %u stuck.", n_deals),
                         n_deals, day, n_stuck);

  return g_strconcat (text, "\n", NULL);
}

static int
print_list (Printer *printer)
{
  g_autofree char *head = ssm_deal_stream_head (printer->stream->words, printer->stream->date,
                                                ssm_deal_list_n (printer->list),
                                                ssm_deal_list_n_stuck (printer->list));
  int status = ssm_console_print (head);

  return status == SSM_EXIT_YES ? ssm_deal_list_print (printer->list) : status;
}

static int
finish (Printer *printer)
{
  g_autofree char *text = NULL;

  if (printer->list != NULL)
    return print_list (printer);
  if (printer->json == NULL)
    return flush (printer, 0);
  ssm_json_end_array (printer->json);
  text = ssm_json_to_text (printer->json);
  return ssm_console_print (text);
}

static int
print_all (Printer *printer, SsmDealReader *reader, const char *name)
{
  g_autoptr (GError) error = NULL;
  const SsmTableDeal *deal = NULL;
  int status = SSM_EXIT_YES;

  begin (printer, &error);
  while (status == SSM_EXIT_YES && error == NULL
         && ssm_deal_reader_next (reader, &deal, &error) && deal != NULL)
    {
      if (is_wanted (printer->stream, deal))
        print_deal (printer, deal, &error);
      status = flush (printer, CHUNK);
    }
  if (error != NULL)
    return ssm_console_fail (name, error);
  return status == SSM_EXIT_YES ? finish (printer) : status;
}

int
ssm_deal_stream_print (const SsmDealStream *stream, const SsmTableInput *input)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SsmDealReader) reader = ssm_deal_reader_new (
      input->source, input->mapping, stream->path->map, stream->as_of, &error);
  g_auto (Printer) printer = { 0 };
  int status;

  if (reader == NULL || !ssm_deal_clock_take (stream->path, input, &error))
    return ssm_console_fail (input->name, error);
  printer_init (&printer, stream, input->mapping);
  status = print_all (&printer, reader, input->name);
  ssm_table_input_say (input, ssm_deal_reader_report (reader));
  return status == SSM_EXIT_YES && printer.any_stuck ? SSM_EXIT_NO : status;
}
