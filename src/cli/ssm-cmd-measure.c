/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is found on the way is said and counted; it is no answer of no, because every export
 * of a CRM has some of it. */

#include "ssm-command.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ssm-console.h"
#include "ssm-input.h"
#include "ssm-measure-map.h"
#include "ssm-measure-page.h"
#include "ssm-measure-rows.h"
#include "ssm-measure-words.h"
#include "ssm-picture.h"
#include "ssm-pipeline-input.h"
#include "ssm-quota.h"
#include "ssm-quote.h"
#include "ssm-resources.h"
#include "ssm-table-input.h"
#include "ssm-target.h"
#include "ssm-xml-write.h"

typedef struct
{
  const SsmArguments *arguments;
  SsmInput *map;
  SsmPipelineInput *deals;
  SsmMeasureOptions options;
  char currency[4];
  SsmMeasure *measure;
  SsmFormat format; /* of the file that is asked for */
} Run;

static void
run_clear (Run *run)
{
  g_clear_pointer (&run->map, ssm_input_free);
  g_clear_pointer (&run->deals, ssm_pipeline_input_free);
  g_clear_pointer (&run->measure, ssm_measure_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Run, run_clear)

static int
read_day (const Run *run, const char *option, guint32 *day)
{
  const char *given = ssm_arguments_value (run->arguments, option);
  g_autofree char *quoted = NULL;
  g_autofree char *text = NULL;

  if (given == NULL)
    return SSM_EXIT_YES;
  if (ssm_table_day (given, SSM_DATE_ORDER_UNKNOWN, day) == SSM_VALUE_GOOD
      && strlen (given) == strlen ("2026-11-23"))
    return SSM_EXIT_YES;
  quoted = ssm_quote (given, -1);
  /* Translators: an option without its dashes, and what stands behind it. */
  text = g_strdup_printf (_("--%s cannot be “%s”; it is a day like 2026-11-23"), option,
                          quoted);
  return ssm_console_misused (&ssm_command_measure, text);
}

static int
read_period (Run *run)
{
  int status = read_day (run, "as-of", &run->options.as_of);

  if (status == SSM_EXIT_YES)
    status = read_day (run, "from", &run->options.from);
  if (status == SSM_EXIT_YES)
    status = read_day (run, "to", &run->options.to);
  if (status == SSM_EXIT_YES && run->options.to != 0 && run->options.to < run->options.from)
    return ssm_console_misused (&ssm_command_measure, _("--to is before --from"));
  return status;
}

static int
refuse_output (const char *output)
{
  g_autofree char *quoted = ssm_quote (output, -1);
  g_autofree char *text
    = g_strdup_printf (_("--output cannot be “%s”; its name ends in .salesmap, .pdf, .png or .svg"), quoted);

  return ssm_console_misused (&ssm_command_measure, text);
}

/* A map or a picture; none is written over something else. */
static int
check_output (Run *run)
{
  const char *output = ssm_arguments_value (run->arguments, "output");
  g_autoptr (GError) error = NULL;

  if (output == NULL)
    return SSM_EXIT_YES;
  run->format = g_str_equal (output, "-") ? SSM_FORMAT_MAP : ssm_format_of_path (output);
  if (run->format != SSM_FORMAT_MAP && !ssm_format_is_picture (run->format))
    return refuse_output (output);
  if (g_str_equal (output, "-") && ssm_arguments_has (run->arguments, "format"))
    return ssm_console_misused (&ssm_command_measure,
                                _("--format and -o - would both be standard output"));
  return ssm_target_check (output, run->format, ssm_arguments_operand (run->arguments, 0),
                           &error)
             ? SSM_EXIT_YES
             : ssm_console_fail (NULL, error);
}

static int
measure (Run *run)
{
  int status;

  run->map = ssm_input_new (ssm_arguments_operand (run->arguments, 0), &status);
  if (run->map == NULL)
    return status;
  run->deals = ssm_pipeline_input_new (run->arguments, run->map->map, &status);
  if (run->deals == NULL)
    return status;
  run->options.words = ssm_resources_words (ssm_map_language (run->map->map));
  status = ssm_quota_read (run->arguments, run->deals->pipeline, &run->options,
                           run->currency);
  if (status == SSM_EXIT_YES)
    run->measure = ssm_measure_new (run->deals->pipeline, run->map->map, &run->options);
  return status;
}

/* (transfer full) */
static GBytes *
make_map (const Run *run, GError **error)
{
  g_autoptr (SsmMap) map
    = ssm_measure_to_map (run->measure, run->map->map, run->deals->source);

  return ssm_xml_write_checked (map, error);
}

/* (transfer full) */
static GBytes *
make_picture (const Run *run, GError **error)
{
  SsmExportInfo info = { .title = ssm_map_text (run->map->map, SSM_MAP_TITLE),
                         .language = ssm_map_language (run->map->map) };
  g_autoptr (SsmPage) page
    = ssm_measure_page_new (run->measure, run->deals->source, NULL);

  return ssm_picture_make (page, &info, run->format, error);
}

static int
write_output (const Run *run)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) contents = run->format == SSM_FORMAT_MAP ? make_map (run, &error)
                                                              : make_picture (run, &error);

  if (contents == NULL)
    return ssm_console_fail (NULL, error);
  return ssm_target_save (ssm_arguments_value (run->arguments, "output"), contents, FALSE);
}

static int
print (const Run *run)
{
  const char *format = ssm_arguments_value (run->arguments, "format");
  SsmMeasureRows rows
    = { run->deals->n_read, run->deals->n_skipped, run->deals->n_unmapped };
  g_autofree char *text = NULL;

  if (g_strcmp0 (format, "json") == 0)
    text = ssm_measure_to_json (run->measure, &rows);
  else if (g_strcmp0 (format, "csv") == 0)
    text = ssm_measure_to_csv (run->measure);
  else
    text = ssm_measure_to_text (run->measure);
  return ssm_console_print (text);
}

/* A file that was asked for is all that is made, unless a format is asked for too. */
static int
run (const SsmArguments *arguments)
{
  g_auto (Run) run = { .arguments = arguments };
  gboolean has_output = ssm_arguments_has (arguments, "output");
  int status = read_period (&run);

  if (status == SSM_EXIT_YES)
    status = check_output (&run);
  if (status == SSM_EXIT_YES)
    status = measure (&run);
  if (status == SSM_EXIT_YES && has_output)
    status = write_output (&run);
  if (status == SSM_EXIT_YES && (!has_output || ssm_arguments_has (arguments, "format")))
    status = print (&run);
  return status;
}

static const SsmOption options[] = {
  { "quota", 0, "FILE|AMOUNT", NULL,
    N_("What is to be sold in the period: 500000 EUR, or a table of quotas with their days") },
  { "as-of", 0, "DATE", NULL,
    N_("The day for which is measured, by default the newest of the tables") },
  { "from", 0, "DATE", NULL, N_("The first day of the period, by default all days") },
  { "to", 0, "DATE", NULL, N_("The last day of the period") },
  { "won", 0, "VALUE", NULL, N_("A table’s word for a deal that is won; may be given again"),
    TRUE },
  { "lost", 0, "VALUE", NULL, N_("The same for one that is lost"), TRUE },
  { "rows", 0, "KIND", "deals|history",
    N_("What a row of the tables is, where it does not show: a deal, or a deal that came to a "
       "stage") },
  { "format", 'f', "FORMAT", "text|json|csv",
    N_("How the figures are printed, “text” by default") },
  { "output", 'o', "OUT", NULL, N_("Writes a copy of the map with the figures in it, or a picture: "
                            ".salesmap, .pdf, .png or .svg") },
  SSM_TABLE_OPTIONS,
  { NULL },
};

const SsmCommand ssm_command_measure = {
  .name = "measure",
  .operands = "MAP CSV…",
  .min_operands = 2,
  .max_operands = G_MAXUINT,
  .summary = N_("Measures what became of the deals of a CRM"),
  .description
  = N_("Reads tables (CSV) of a CRM and holds them against a map: how many deals move\n"
       "from stage to stage, how long they take, how many are won, whether the open ones\n"
       "cover the quota, and why deals are lost."),
  .options = options,
  .run = run,
};
