/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Deals that are won or lost are not stuck, and not diagnosed unless one is asked for. */

#include "ssm-command.h"

#include <glib/gi18n-lib.h>

#include "ssm-console.h"
#include "ssm-deal-facts.h"
#include "ssm-deal-list.h"
#include "ssm-deal-rows.h"
#include "ssm-deal-sheets.h"
#include "ssm-deal-text.h"
#include "ssm-deal-stream.h"
#include "ssm-deals.h"
#include "ssm-input.h"
#include "ssm-quote.h"
#include "ssm-resources.h"
#include "ssm-text.h"

typedef struct
{
  const SsmArguments *arguments;
  const SsmLanguage *words;
  SsmInput *map;
  SsmDealSource *source;
  SsmDeals *deals;
  char *as_of;         /* YYYY-MM-DD */
  guint32 day;         /* the same */
  GPtrArray *chosen;   /* SsmPart: the deals to diagnose */
  SsmDealFacts *facts;
  SsmDiagnosis *diagnosis;
  gboolean any_stuck;
} Run;

static void
run_free (Run *run)
{
  g_clear_pointer (&run->map, ssm_input_free);
  g_clear_pointer (&run->source, ssm_deal_source_free);
  g_clear_pointer (&run->facts, ssm_deal_facts_free);
  g_clear_pointer (&run->diagnosis, ssm_diagnosis_free);
  g_clear_pointer (&run->deals, ssm_deals_free);
  g_clear_pointer (&run->chosen, g_ptr_array_unref);
  g_free (run->as_of);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Run, run_free)

/* The day of --as-of, else today. */
static int
read_day (Run *run)
{
  const char *given = ssm_arguments_value (run->arguments, "as-of");
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *quoted = NULL;
  g_autofree char *text = NULL;

  run->as_of = given != NULL ? g_strdup (given) : g_date_time_format (now, "%Y-%m-%d");
  run->day = ssm_deal_day (run->as_of);
  if (run->day > 0)
    return SSM_EXIT_YES;

  quoted = ssm_quote (given, -1);
  text =
      g_strdup_printf (_("--as-of cannot be “%s”; it is a day like 2026-11-23"), quoted);
  return ssm_console_misused (&ssm_command_diagnose, text);
}

static int
choose_one (Run *run, const char *id)
{
  SsmPart *deal = ssm_deals_find (run->deals, id);
  g_autofree char *quoted = NULL;
  g_autofree char *text = NULL;

  if (deal != NULL)
    {
      g_ptr_array_add (run->chosen, deal);
      return SSM_EXIT_YES;
    }
  quoted = ssm_quote (id, -1);
  text = g_strdup_printf (_("%s has no deal “%s”; give its id or its key in the CRM"),
                          run->deals->name, quoted);
  return ssm_console_misused (&ssm_command_diagnose, text);
}

static int
choose_deals (Run *run)
{
  const char *id = ssm_arguments_value (run->arguments, "deal");

  run->chosen = g_ptr_array_new ();
  if (id != NULL)
    return choose_one (run, id);
  for (guint i = 0; i < ssm_book_n_deals (run->deals->book); i++)
    {
      SsmPart *deal = ssm_book_deal (run->deals->book, i);

      if (ssm_deal_is_open (deal))
        g_ptr_array_add (run->chosen, deal);
    }
  return SSM_EXIT_YES;
}

static int
read_deals (Run *run)
{
  int status;

  run->deals =
      ssm_deals_new (run->source, run->map->map, run->arguments, run->as_of, &status);
  if (run->deals == NULL)
    return status;
  run->facts = ssm_deal_facts_new (run->deals->path);
  run->diagnosis = ssm_diagnosis_new (run->deals->path);
  return choose_deals (run);
}

static int
read_input (Run *run)
{
  g_autoptr (GError) error = NULL;
  int status = read_day (run);

  if (status != SSM_EXIT_YES)
    return status;
  run->map = ssm_input_new (ssm_arguments_operand (run->arguments, 0), &status);
  if (run->map == NULL)
    return status;
  run->words = ssm_resources_words (ssm_map_language (run->map->map));
  run->source = ssm_deal_source_new (ssm_arguments_operand (run->arguments, 1), &error);
  return run->source != NULL ? SSM_EXIT_YES : ssm_console_fail (NULL, error);
}

static const SsmDiagnosis *
diagnose (Run *run, const SsmPart *deal)
{
  ssm_deal_facts_read (run->facts, run->deals->path, deal);
  ssm_diagnosis_make (run->diagnosis, run->facts, run->day);
  return run->diagnosis;
}

/* What a manager looks at first comes first. */
static gint
compare_deals (gconstpointer a, gconstpointer b, gpointer data)
{
  SsmDealWeight one = ssm_deal_weight (diagnose (data, *(SsmPart * const *) a));
  SsmDealWeight other = ssm_deal_weight (diagnose (data, *(SsmPart * const *) b));

  return ssm_deal_weight_compare (one, other);
}

/* "10 open deals on 23 Nov 2026, 4 of them stuck." */
static void
append_head (Run *run, GString *text)
{
  g_autofree char *head = NULL;
  guint n_stuck = 0;

  for (guint i = 0; i < run->chosen->len; i++)
    n_stuck += diagnose (run, g_ptr_array_index (run->chosen, i))->is_stuck;
  head = ssm_deal_stream_head (run->words, run->as_of, run->chosen->len, n_stuck);
  g_string_append (text, head);
}

static char *
to_text (Run *run)
{
  GString *text = g_string_new (NULL);
  gboolean is_one = ssm_arguments_has (run->arguments, "deal");

  g_ptr_array_sort_with_data (run->chosen, compare_deals, run);
  if (!is_one)
    append_head (run, text);
  for (guint i = 0; i < run->chosen->len; i++)
    {
      const SsmPart *deal = g_ptr_array_index (run->chosen, i);
      const SsmDiagnosis *diagnosis = diagnose (run, deal);
      g_autofree char *words
        = is_one ? ssm_deal_to_text (diagnosis, deal, run->as_of, run->words)
                 : ssm_deal_to_short_text (diagnosis, deal, run->words);

      g_string_append_printf (text, "%s%s", is_one ? "" : "\n", words);
    }
  return g_string_free (text, FALSE);
}

/* Ids made up while reading a table would be others each time. */
static SsmDealRow
row_of (const Run *run, const SsmPart *deal)
{
  SsmDealRow row = ssm_deal_row_of (deal, run->deals->path);

  if (run->deals->is_table)
    row.id = row.crm;
  return row;
}

static char *
to_json (Run *run)
{
  g_autoptr (SsmJson) json = ssm_json_new ();

  ssm_json_add_string (json, "as_of", run->as_of);
  ssm_json_begin_array (json, "deals");
  for (guint i = 0; i < run->chosen->len; i++)
    {
      const SsmPart *deal = g_ptr_array_index (run->chosen, i);
      SsmDealRow row = row_of (run, deal);

      ssm_deal_row_add_to_json (&row, diagnose (run, deal), json);
    }
  ssm_json_end_array (json);
  return ssm_json_to_text (json);
}

static char *
to_csv (Run *run)
{
  GString *text = g_string_new (NULL);

  ssm_deal_row_append_head (text);
  for (guint i = 0; i < run->chosen->len; i++)
    {
      const SsmPart *deal = g_ptr_array_index (run->chosen, i);
      SsmDealRow row = row_of (run, deal);

      ssm_deal_row_append (&row, diagnose (run, deal), text);
    }
  return g_string_free (text, FALSE);
}

static int
print (Run *run)
{
  const char *format = ssm_arguments_value (run->arguments, "format");
  g_autofree char *text = NULL;

  if (g_strcmp0 (format, "json") == 0)
    text = to_json (run);
  else
    text = g_strcmp0 (format, "csv") == 0 ? to_csv (run) : to_text (run);
  return ssm_console_print (text);
}

static const SsmDiagnosis *
diagnose_cb (const SsmPart *deal, gpointer data)
{
  return diagnose (data, deal);
}

/* A file that was asked for is all that is made, unless a format is asked for too. */
static int
write_sheets (Run *run)
{
  SsmDealSheets sheets = { run->map->map, run->chosen, run->as_of, diagnose_cb, run };

  if (!ssm_arguments_has (run->arguments, "output"))
    return SSM_EXIT_YES;
  g_ptr_array_sort_with_data (run->chosen, compare_deals, run);
  return ssm_deal_sheets_write (&sheets, run->arguments);
}

static gboolean
is_any_stuck (Run *run)
{
  for (guint i = 0; i < run->chosen->len; i++)
    if (diagnose (run, g_ptr_array_index (run->chosen, i))->is_stuck)
      return TRUE;
  return FALSE;
}

static gboolean
is_printed (const SsmArguments *arguments)
{
  return ssm_arguments_has (arguments, "format") ||
         !ssm_arguments_has (arguments, "output");
}

static SsmDealStreamFormat
stream_format (const Run *run)
{
  const char *format = ssm_arguments_value (run->arguments, "format");

  if (g_strcmp0 (format, "csv") == 0)
    return SSM_DEAL_STREAM_CSV;
  return g_strcmp0 (format, "json") == 0 ? SSM_DEAL_STREAM_JSON : SSM_DEAL_STREAM_TEXT;
}

/* Whether deals of a table are told of one by one: no page, and no deal in full. */
static gboolean
is_stream (const Run *run)
{
  return run->source->is_table && !ssm_arguments_has (run->arguments, "output")
         && (stream_format (run) == SSM_DEAL_STREAM_CSV
             || !ssm_arguments_has (run->arguments, "deal"));
}

static int
run_stream (Run *run)
{
  const SsmMap *map = run->map->map;
  g_autoptr (SsmDealPath) path = ssm_deal_path_new (map, run->words);
  SsmDealStream stream = { path, stream_format (run), run->day, run->as_of, run->words,
                           ssm_arguments_value (run->arguments, "deal") };
  g_autoptr (SsmTableInput) input = NULL;
  int status;

  input = ssm_table_input_new (run->source->operand, run->source->bytes, map, NULL,
                               run->arguments, &status);
  return input != NULL ? ssm_deal_stream_print (&stream, input) : status;
}

static int
run_all (Run *run)
{
  int status = read_deals (run);

  if (status == SSM_EXIT_YES)
    status = write_sheets (run);
  if (status == SSM_EXIT_YES && is_printed (run->arguments))
    status = print (run);
  return status == SSM_EXIT_YES && is_any_stuck (run) ? SSM_EXIT_NO : status;
}

static int
run (const SsmArguments *arguments)
{
  g_auto (Run) run = { .arguments = arguments };
  int status = ssm_deal_sheets_check (arguments);

  if (status == SSM_EXIT_YES && ssm_arguments_has (arguments, "output"))
    ssm_text_load_fonts ();
  if (status == SSM_EXIT_YES)
    status = read_input (&run);
  if (status != SSM_EXIT_YES)
    return status;
  return is_stream (&run) ? run_stream (&run) : run_all (&run);
}

static const SsmOption options[] = {
  { "deal", 'd', "ID", NULL,
    N_("Only the deal with this id or key in the CRM, in full") },
  { "as-of", 0, "DATE", NULL, N_("The day on which clocks are read, by default today") },
  { "format", 'f', "FORMAT", "text|json|csv",
    N_("How the diagnoses are printed, “text” by default") },
  { "output", 'o', "OUT", NULL,
    N_("Writes a page for each deal: a PDF or, of one deal, a PNG or SVG") },
  SSM_TABLE_OPTIONS,
  { NULL },
};

const SsmCommand ssm_command_diagnose = {
  .name = "diagnose",
  .operands = "MAP DEALS",
  .min_operands = 2,
  .max_operands = 2,
  .summary = N_("Tells where deals are really stuck"),
  .description =
      N_("Holds deals against a map: the stage that is claimed, the stage that\n"
          "evidence shows, and what is missing to move. DEALS is a deal book or a\n"
          "table (CSV) of a CRM; all open deals are diagnosed, or the one that is\n"
          "named. The status is 1 if one is stuck."),
  .options = options,
  .run = run,
};
