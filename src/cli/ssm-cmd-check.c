/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Several files give one answer: no, if any of them is a no; and a file that cannot be read
 * is no reason not to look at the others. */

#include "ssm-command.h"

#include <glib/gi18n-lib.h>

#include "ssm-console.h"
#include "ssm-deals.h"
#include "ssm-input.h"
#include "ssm-report.h"
#include "ssm-target.h"
#include "ssm-text.h"
#include "ssm-xml-write.h"

/* One file's answer. */
typedef struct
{
  char *name;
  SsmReport *report; /* NULL where the file could not be read */
} Answer;

static void
answer_free (gpointer data)
{
  Answer *answer = data;

  g_free (answer->name);
  ssm_report_free (answer->report);
  g_free (answer);
}

/* Files that cannot be read weigh more than findings; of those the first counts. */
static void
raise_status (int *status, int other)
{
  if (*status == SSM_EXIT_YES || (*status == SSM_EXIT_NO && other != SSM_EXIT_YES))
    *status = other;
}

/* (transfer full): reads @operand; writes a repaired copy of it to @repaired, if not NULL. */
static SsmInput *
read_map (const char *operand, const char *repaired, int *status)
{
  g_autoptr (SsmInput) input = NULL;
  g_autoptr (GBytes) contents = NULL;
  g_autoptr (GError) error = NULL;

  if (repaired == NULL)
    return ssm_input_new (operand, status);

  input = ssm_input_new_repaired (operand, status);
  if (input == NULL)
    return NULL;
  contents = ssm_xml_write_checked (input->map, &error);
  *status = contents != NULL ? ssm_target_save (repaired, contents, FALSE)
                             : ssm_console_fail (input->name, error);
  return *status == SSM_EXIT_YES ? g_steal_pointer (&input) : NULL;
}

/* (transfer full): the deal book beside @map; NULL where none was given, or with @status it
 * cannot be read. */
static SsmBook *
read_deals (const SsmArguments *arguments, const SsmMap *map, int *status)
{
  const char *operand = ssm_arguments_value (arguments, "deals");
  SsmDealSource source = { .operand = operand };
  g_autoptr (SsmDeals) deals = NULL;

  if (operand != NULL)
    deals = ssm_deals_new (&source, map, arguments, NULL, status);
  return deals != NULL ? ssm_part_ref (deals->book) : NULL;
}

static Answer *
check_file (const char *operand, const SsmArguments *arguments, int *status)
{
  gboolean strict = ssm_arguments_has (arguments, "strict");
  Answer *answer = g_new0 (Answer, 1);
  int input_status = SSM_EXIT_YES;
  g_autoptr (SsmInput) input = read_map (operand, ssm_arguments_value (arguments, "repair"),
                                         &input_status);
  g_autoptr (SsmBook) deals
    = input != NULL ? read_deals (arguments, input->map, &input_status) : NULL;

  answer->name = ssm_input_name (operand);
  if (input_status != SSM_EXIT_YES)
    {
      raise_status (status, input_status);
      return answer;
    }
  answer->report = ssm_report_new (input->map, deals, strict);
  if (!answer->report->complete || !answer->report->clean)
    raise_status (status, SSM_EXIT_NO);
  return answer;
}

static char *
to_text (GPtrArray *answers)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < answers->len; i++)
    {
      const Answer *answer = g_ptr_array_index (answers, i);

      if (answer->report != NULL)
        {
          g_autofree char *lines = ssm_report_to_text (answer->report, answer->name);

          g_string_append (text, lines);
        }
    }
  return g_string_free (text, FALSE);
}

/* The object of one file is the document; those of several stand in its list "files". */
static char *
to_json (GPtrArray *answers)
{
  g_autoptr (SsmJson) json = ssm_json_new ();
  gboolean several = answers->len > 1;

  if (several)
    ssm_json_begin_array (json, "files");
  for (guint i = 0; i < answers->len; i++)
    {
      const Answer *answer = g_ptr_array_index (answers, i);

      if (answer->report == NULL)
        continue;
      if (several)
        {
          ssm_json_begin_object (json, NULL);
          ssm_json_add_string (json, "file", answer->name);
        }
      ssm_report_add_to_json (answer->report, json);
      if (several)
        ssm_json_end_object (json);
    }
  if (several)
    ssm_json_end_array (json);
  return ssm_json_to_text (json);
}

/* Standard input can be read once only. */
static int
check_deals (const SsmArguments *arguments)
{
  if (g_strcmp0 (ssm_arguments_value (arguments, "deals"), "-") == 0
      && ssm_arguments_n_operands (arguments) > 1)
    return ssm_console_misused (&ssm_command_check,
                                _("--deals from standard input goes with one file; give one"));
  return SSM_EXIT_YES;
}

/* 0, or the status with which the command ends because of its --repair. */
static int
check_repair (const SsmArguments *arguments)
{
  const char *repaired = ssm_arguments_value (arguments, "repair");
  g_autoptr (GError) error = NULL;

  if (repaired == NULL)
    return SSM_EXIT_YES;
  if (ssm_arguments_n_operands (arguments) > 1)
    return ssm_console_misused (&ssm_command_check,
                                _("--repair writes a copy of one file; give one"));
  return ssm_target_check_new (repaired, &error) ? SSM_EXIT_YES
                                                 : ssm_console_fail (NULL, error);
}

static int
run (const SsmArguments *arguments)
{
  const char *format = ssm_arguments_value (arguments, "format");
  guint n_files = ssm_arguments_n_operands (arguments);
  g_autoptr (GPtrArray) answers = g_ptr_array_new_with_free_func (answer_free);
  g_autofree char *text = NULL;
  int status = check_repair (arguments);
  int print_status;

  if (status == SSM_EXIT_YES)
    status = check_deals (arguments);
  if (status != SSM_EXIT_YES)
    return status;

  ssm_text_load_fonts ();
  for (guint i = 0; i < n_files; i++)
    g_ptr_array_add (answers,
                     check_file (ssm_arguments_operand (arguments, i), arguments, &status));
  if (n_files == 1 && status > SSM_EXIT_NO)
    return status;

  text = g_strcmp0 (format, "json") == 0 ? to_json (answers) : to_text (answers);
  print_status = ssm_console_print (text);
  return print_status != SSM_EXIT_YES ? print_status : status;
}

static const SsmOption options[] = {
  { "format", 'f', "FORMAT", "text|json", N_("How the answer is printed, “text” by default") },
  { "deals", 0, "FILE", NULL,
    N_("A deal book: has one of its live deals been diagnosed?") },
  { "strict", 0, NULL, NULL,
    N_("Reports also hidden characters, and characters no font has") },
  { "repair", 0, "OUT", NULL,
    N_("Writes a copy of a damaged map, mended, and checks that") },
  { NULL },
};

const SsmCommand ssm_command_check = {
  .name = "check",
  .operands = "FILE…",
  .min_operands = 1,
  .max_operands = G_MAXUINT,
  .summary = N_("Tells whether a map is complete"),
  .description = N_("Answers the self-check, and looks for criteria nobody could check.\n"
                    "The status is 1 if a check is answered no or there is a warning."),
  .options = options,
  .run = run,
};
