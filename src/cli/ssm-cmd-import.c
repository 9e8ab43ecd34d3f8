/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is not read of a table is said, and makes the status a no; what is missing in it, such
 * as an owner, is said and does not. */

#include "ssm-command.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ssm-console.h"
#include "ssm-deal-import.h"
#include "ssm-file.h"
#include "ssm-input.h"
#include "ssm-io-error.h"
#include "ssm-quote.h"
#include "ssm-table-input.h"
#include "ssm-table-memory.h"
#include "ssm-xml-read.h"
#include "ssm-xml-write.h"

typedef struct
{
  const SsmArguments *arguments;
  const char *output;
  char *date;
  SsmInput *map;
  GBytes *base; /* of the book as it lies on the disk, or NULL: it is new */
  SsmBook *book;
  GString *said; /* on standard output */
  gboolean is_clean;
} Run;

static void
run_clear (Run *run)
{
  g_free (run->date);
  g_clear_pointer (&run->map, ssm_input_free);
  g_clear_pointer (&run->base, g_bytes_unref);
  g_clear_pointer (&run->book, ssm_part_unref);
  if (run->said != NULL)
    g_string_free (run->said, TRUE);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Run, run_clear)

static int
read_date (Run *run)
{
  const char *given = ssm_arguments_value (run->arguments, "as-of");
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *quoted = NULL;
  g_autofree char *text = NULL;
  guint32 day;

  run->date = given != NULL ? g_strdup (given) : g_date_time_format (now, "%Y-%m-%d");
  if (ssm_table_day (run->date, SSM_DATE_ORDER_UNKNOWN, &day) == SSM_VALUE_GOOD
      && strlen (run->date) == strlen ("2026-11-23"))
    return SSM_EXIT_YES;

  quoted = ssm_quote (given, -1);
  text = g_strdup_printf (_("--as-of cannot be “%s”; it is a day like 2026-11-23"), quoted);
  return ssm_console_misused (&ssm_command_import, text);
}

static gsize
limit_book (const char *start, gsize size)
{
  return SSM_MAX_BOOK;
}

static void
say_map (const Run *run, const char *name)
{
  const char *theirs = ssm_part_text (run->book, SSM_BOOK_MAP);
  const char *ours = ssm_part_id (run->map->map);
  g_autofree char *text = NULL;

  if (*theirs == '\0' || g_str_equal (theirs, ours))
    return;
  text = g_strdup_printf (_("these deals belong to the map “%s”, and this is the map “%s”"),
                          theirs, ours);
  ssm_console_say (name, text);
}

/* The book that is there, or a new one. */
static int
read_book (Run *run)
{
  g_autofree char *name = ssm_quote_path (run->output);
  g_autoptr (GError) error = NULL;

  if (!g_str_equal (run->output, "-"))
    run->base = ssm_file_read_kind (run->output, limit_book, &error);
  if (run->base != NULL)
    run->book = ssm_xml_read_book (run->base, name, NULL, &error);
  else if (error == NULL || g_error_matches (error, SSM_IO_ERROR, SSM_IO_ERROR_CANNOT_OPEN))
    {
      g_clear_error (&error);
      run->book = ssm_book_new (ssm_part_id (run->map->map));
    }
  if (run->book == NULL)
    return ssm_console_fail (name, error);
  say_map (run, name);
  return SSM_EXIT_YES;
}

/* Whether all rows and values of it were taken. */
static gboolean
is_clean (const SsmTableReport *report)
{
  for (guint fault = 0; fault < SSM_FAULT_FIRST_GAP; fault++)
    if (report->counts[fault] > 0)
      return FALSE;
  return TRUE;
}

static void
say_counts (Run *run, const SsmTableInput *input, const SsmDealImport *import)
{
  const SsmTableReport *report = ssm_deal_reader_report (import->reader);

  /* Translators: a file, and what became of the rows in it. */
  g_string_append_printf (run->said,
                          _("%s: %u rows read, %u left out; %u deals added, %u changed, %u as "
                            "they were"),
                          input->name, report->n_rows, ssm_table_report_n_skipped (report),
                          import->n_added, import->n_changed, import->n_same);
  g_string_append_c (run->said, '\n');
  if (import->n_kept_closed > 0)
    g_string_append_printf (
      run->said,
      ngettext ("%s: %u deal is open in the table but closed in the deal book, and stays closed\n",
                "%s: %u deals are open in the table but closed in the deal book, and stay "
                "closed\n",
                import->n_kept_closed),
      input->name, import->n_kept_closed);
}

static int
import_table (Run *run, const char *operand)
{
  int status;
  g_autoptr (SsmTableInput) input
      = ssm_table_input_new (operand, NULL, run->map->map,
                             ssm_part_only (run->book, SSM_LIST_IMPORT), run->arguments, &status);
  g_autoptr (SsmDealImport) import = NULL;
  g_autoptr (GError) error = NULL;

  if (input == NULL)
    return status;
  import = ssm_deal_import_new (input->source, input->mapping, run->map->map, run->book,
                                run->date, &error);
  if (import == NULL)
    return ssm_console_fail (input->name, error);

  ssm_table_input_say (input, ssm_deal_reader_report (import->reader));
  say_counts (run, input, import);
  run->is_clean &= is_clean (ssm_deal_reader_report (import->reader));
  ssm_part_unref (run->book);
  run->book = ssm_part_ref (import->book);
  return SSM_EXIT_YES;
}

/* What is too large to be read again is not written. */
static gboolean
check_size (GBytes *contents, const char *name, GError **error)
{
  if (g_bytes_get_size (contents) <= SSM_MAX_BOOK)
    return TRUE;
  g_set_error (error, SSM_IO_ERROR, SSM_IO_ERROR_TOO_BIG,
               _("%s: the deal book would be larger than 256 MB; import fewer deals"), name);
  return FALSE;
}

static int
save_book (Run *run)
{
  g_autofree char *name = ssm_quote_path (run->output);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) contents = ssm_xml_write_checked (run->book, &error);

  if (contents == NULL || !check_size (contents, name, &error))
    return ssm_console_fail (name, error);
  if (g_str_equal (run->output, "-"))
    return ssm_console_print_bytes (contents);
  if (!ssm_file_save (run->output, contents, run->base, SSM_FILE_PRIVATE, &error))
    return ssm_console_fail (name, error);
  return ssm_console_print (run->said->str);
}

static int
run (const SsmArguments *arguments)
{
  g_auto (Run) run = { .arguments = arguments, .is_clean = TRUE };
  int status;

  run.output = ssm_arguments_value (arguments, "output");
  run.said = g_string_new (NULL);
  if (run.output == NULL)
    return ssm_console_misused (&ssm_command_import, _("-o BOOK is missing"));
  status = read_date (&run);
  if (status != SSM_EXIT_YES)
    return status;
  run.map = ssm_input_new (ssm_arguments_operand (arguments, 0), &status);
  if (run.map != NULL)
    status = read_book (&run);
  for (guint i = 1; status == SSM_EXIT_YES && i < ssm_arguments_n_operands (arguments); i++)
    status = import_table (&run, ssm_arguments_operand (arguments, i));
  if (status == SSM_EXIT_YES && !ssm_arguments_has (arguments, "dry-run"))
    status = save_book (&run);
  else if (status == SSM_EXIT_YES)
    status = ssm_console_print (run.said->str);
  return status == SSM_EXIT_YES && !run.is_clean ? SSM_EXIT_NO : status;
}

static const SsmOption options[] = {
  { "output", 'o', "BOOK", NULL,
    N_("The deal book: made, or brought up to date; “-” is standard output") },
  { "as-of", 0, "DATE", NULL, N_("The day of the tables, by default today") },
  { "dry-run", 0, NULL, NULL, N_("Says what would be done and writes nothing") },
  SSM_TABLE_OPTIONS,
  { NULL },
};

const SsmCommand ssm_command_import = {
  .name = "import",
  .operands = "MAP TABLE…",
  .min_operands = 2,
  .max_operands = G_MAXUINT,
  .summary = N_("Brings deals of a CRM’s table into a deal book"),
  .description
  = N_("Reads tables (CSV) as HubSpot, Pipedrive, Salesforce and others export them. Deals\n"
       "are found again by their id in the CRM; what people have answered stays. The status\n"
       "is 1 if a row or a value could not be taken, or a stage is not in the map."),
  .options = options,
  .run = run,
};
