/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-table-input.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ssm-console.h"
#include "ssm-input.h"
#include "ssm-io-error.h"
#include "ssm-quote.h"
#include "ssm-table-look.h"
#include "ssm-table-memory.h"

/* Of each kind so many lines are said; all are counted. */
#define MAX_SAID 20

typedef struct
{
  SsmTableInput *input;
  const SsmMap *map;
  const SsmPart *memory; /* of the last table, or NULL */
  const SsmArguments *arguments;
  gboolean is_one_of_several;
} Setup;

gboolean
ssm_table_input_is_table (const char *start, gsize size)
{
  const char *end = start + size;

  while (start < end && (g_ascii_isspace (*start) || (guint8) *start >= 0xef || *start == '\0'
                         || strchr ("\xbb\xbf", *start) != NULL))
    start++;
  return start == end || *start != '<';
}

/* Says what is wrong with the value of an option. */
static int
misused (const Setup *setup, const char *format, const char *value)
{
  g_autofree char *quoted = ssm_quote (value, -1);
  g_autoptr (GString) text = g_string_new (format);

  g_string_replace (text, "%s", quoted, 1);
  return ssm_console_misused (ssm_arguments_command (setup->arguments), text->str);
}

/* Replaces the mapping by @mapping, (transfer full). */
static int
set_mapping (const Setup *setup, SsmTableMapping *mapping)
{
  ssm_table_mapping_unref (setup->input->mapping);
  setup->input->mapping = mapping;
  return SSM_EXIT_YES;
}

/* Splits "KEY=VALUE" at the last sign for stages, whose words may have one, else at the
 * first. */
static char *
split (const char *pair, gboolean at_last, char **value)
{
  const char *sign = at_last ? strrchr (pair, '=') : strchr (pair, '=');

  *value = sign != NULL ? g_strdup (sign + 1) : NULL;
  return sign != NULL ? g_strndup (pair, (gsize) (sign - pair)) : NULL;
}

static int
apply_column (const Setup *setup, const char *pair)
{
  g_autofree char *header = NULL;
  g_autofree char *field = split (pair, FALSE, &header);
  SsmColumn column = field != NULL ? ssm_column_from_name (field) : SSM_N_COLUMNS;
  int index = header != NULL ? ssm_table_mapping_find_header (setup->input->mapping, header)
                             : -1;

  if (column == SSM_N_COLUMNS)
    return misused (setup,
                    _("--column cannot be “%s”; it is FIELD=HEADER, and FIELD one of those in "
                      "the manual page"),
                    pair);
  if (index < 0 && *header != '\0')
    return setup->is_one_of_several
             ? SSM_EXIT_YES
             : misused (setup, _("--column: the table has no header “%s”"), header);
  return set_mapping (setup, ssm_table_mapping_with_column (setup->input->mapping, column,
                                                            index));
}

static gboolean
is_meaning (const SsmMap *map, const char *is)
{
  const SsmPart *part = ssm_map_find (map, is);

  return g_str_equal (is, "won") || g_str_equal (is, "lost") || g_str_equal (is, "none")
         || (part != NULL && ssm_part_kind (part) == SSM_KIND_STAGE);
}

static int
apply_stage (const Setup *setup, const char *pair)
{
  g_autofree char *is = NULL;
  g_autofree char *value = split (pair, TRUE, &is);

  if (value == NULL || !is_meaning (setup->map, is))
    return misused (setup,
                    _("--stage cannot be “%s”; it is VALUE=STAGE-ID, with the id of a stage "
                      "of the map, won, lost or none"),
                    pair);
  return set_mapping (setup, ssm_table_mapping_with_meaning (setup->input->mapping,
                                                             SSM_COLUMN_STAGE, value, is));
}

static int
apply_currency (const Setup *setup, const char *word)
{
  const char *code = ssm_currency_code (word, strlen (word));

  if (code == NULL)
    return misused (setup, _("--currency cannot be “%s”; it is a code like EUR"), word);
  return set_mapping (setup, ssm_table_mapping_with_currency (setup->input->mapping, code));
}

/* @word is an end, whether it stands in the column of stages or of results. */
static int
apply_end (const Setup *setup, const char *word, const char *is)
{
  set_mapping (setup, ssm_table_mapping_with_meaning (setup->input->mapping,
                                                      SSM_COLUMN_STAGE, word, is));
  return set_mapping (setup, ssm_table_mapping_with_meaning (setup->input->mapping,
                                                             SSM_COLUMN_RESULT, word, is));
}

static int
apply_won (const Setup *setup, const char *word)
{
  return apply_end (setup, word, "won");
}

static int
apply_lost (const Setup *setup, const char *word)
{
  return apply_end (setup, word, "lost");
}

typedef int (*Apply) (const Setup *setup, const char *value);

static int
apply_all (const Setup *setup, const char *option, Apply apply)
{
  const char * const *values = ssm_arguments_values (setup->arguments, option);
  int status = SSM_EXIT_YES;

  for (guint i = 0; status == SSM_EXIT_YES && values[i] != NULL; i++)
    status = apply (setup, values[i]);
  return status;
}

static void
apply_style (const Setup *setup)
{
  const char *order = ssm_arguments_value (setup->arguments, "date-order");
  const char *decimal = ssm_arguments_value (setup->arguments, "decimal");

  if (order != NULL)
    set_mapping (setup, ssm_table_mapping_with_date_order (
                            setup->input->mapping, g_str_equal (order, "dmy")
                                                       ? SSM_DATE_ORDER_DMY
                                                       : SSM_DATE_ORDER_MDY));
  if (decimal != NULL)
    set_mapping (setup, ssm_table_mapping_with_decimal (
                            setup->input->mapping, g_str_equal (decimal, "point")
                                                       ? SSM_DECIMAL_POINT
                                                       : SSM_DECIMAL_COMMA));
}

static int
apply_options (const Setup *setup)
{
  int status = apply_all (setup, "column", apply_column);

  if (status == SSM_EXIT_YES)
    status = apply_all (setup, "stage", apply_stage);
  if (status == SSM_EXIT_YES)
    status = apply_all (setup, "won", apply_won);
  if (status == SSM_EXIT_YES)
    status = apply_all (setup, "lost", apply_lost);
  if (status == SSM_EXIT_YES)
    status = apply_all (setup, "currency", apply_currency);
  apply_style (setup);
  return status;
}

/* A day in the wrong order is a wrong number without a word: nobody guesses here. */
static int
check_open (const Setup *setup)
{
  SsmTableMapping *mapping = setup->input->mapping;

  for (SsmColumn column = 0; column < SSM_N_COLUMNS; column++)
    {
      g_autofree char *header = NULL;
      g_autoptr (GError) error = NULL;

      if (!ssm_table_mapping_is_open (mapping, column))
        continue;
      header = ssm_quote (ssm_table_mapping_header (
                              mapping, (guint) ssm_table_mapping_column (mapping, column)),
                          -1);
      g_set_error (&error, SSM_IO_ERROR, SSM_IO_ERROR_BAD_INPUT,
                   ssm_column_type (column) == SSM_COLUMN_DAY
                       ? _("%s:%u: column “%s”: it does not show whether days or months come "
                           "first; give --date-order")
                       : _("%s:%u: column “%s”: it does not show whether point or comma "
                           "stands in front of decimals; give --decimal"),
                   setup->input->name, ssm_table_mapping_header_line (mapping), header);
      return ssm_console_fail (NULL, error);
    }
  return SSM_EXIT_YES;
}

/* What the options say before the table is looked at. */
static int
read_given (const Setup *setup, SsmTableGiven *given)
{
  const char *encoding = ssm_arguments_value (setup->arguments, "encoding");
  const char *delimiter = ssm_arguments_value (setup->arguments, "delimiter");

  *given = (SsmTableGiven) { 0 };
  given->has_encoding = encoding != NULL;
  if (encoding != NULL && !ssm_encoding_from_name (encoding, &given->encoding))
    return misused (setup,
                    _("--encoding cannot be “%s”; it is one of utf-8, utf-16le, utf-16be, "
                      "windows-1252, windows-1250, iso-8859-1"),
                    encoding);
  if (delimiter == NULL)
    return SSM_EXIT_YES;
  given->separator = g_str_equal (delimiter, "tab") ? '\t' : delimiter[0];
  if ((delimiter[1] != '\0' && !g_str_equal (delimiter, "tab"))
      || (guint8) delimiter[0] >= 0x80 || strchr ("\"\r\n", delimiter[0]) != NULL)
    return misused (setup, _("--delimiter cannot be “%s”; it is one character, or tab"),
                    delimiter);
  return SSM_EXIT_YES;
}

static gsize
limit_table (const char *start, gsize size)
{
  return G_MAXSIZE / 8;
}

static SsmTableSource *
open_source (const char *operand, GBytes *bytes, const char *name, GError **error)
{
  g_autoptr (GBytes) read = NULL;

  if (bytes != NULL)
    return ssm_table_source_new_bytes (bytes, name);
  if (!g_str_equal (operand, "-"))
    return ssm_table_source_new_file (operand, error);
  read = ssm_input_read_limited (operand, limit_table, error);
  return read != NULL ? ssm_table_source_new_bytes (read, name) : NULL;
}

static int
set_up (const Setup *setup, const char *operand, GBytes *bytes)
{
  SsmTableInput *self = setup->input;
  g_autoptr (SsmTableLook) look = NULL;
  g_autoptr (GError) error = NULL;
  SsmTableGiven given;
  int status = read_given (setup, &given);

  if (status != SSM_EXIT_YES)
    return status;
  self->source = open_source (operand, bytes, self->name, &error);
  if (self->source != NULL)
    look = ssm_table_look_new (self->source, &given, &error);
  if (look == NULL)
    return ssm_console_fail (self->name, error);
  self->mapping = ssm_table_memory_apply (setup->memory, look->mapping);
  status = apply_options (setup);
  return status == SSM_EXIT_YES ? check_open (setup) : status;
}

SsmTableInput *
ssm_table_input_new (const char *operand,
                     GBytes *bytes,
                     const SsmMap *map,
                     const SsmPart *memory,
                     const SsmArguments *arguments,
                     int *status)
{
  g_autoptr (SsmTableInput) self = g_new0 (SsmTableInput, 1);
  Setup setup = { self, map, memory, arguments, FALSE };

  self->name = ssm_input_name (operand);
  *status = set_up (&setup, operand, bytes);
  return *status == SSM_EXIT_YES ? g_steal_pointer (&self) : NULL;
}

SsmTableInput *
ssm_table_input_new_of_several (const char *operand, const SsmMap *map,
                                const SsmArguments *arguments, int *status)
{
  g_autoptr (SsmTableInput) self = g_new0 (SsmTableInput, 1);
  Setup setup = { self, map, NULL, arguments, TRUE };

  self->name = ssm_input_name (operand);
  *status = set_up (&setup, operand, NULL);
  return *status == SSM_EXIT_YES ? g_steal_pointer (&self) : NULL;
}

static gboolean
is_in_one (const char *header, GPtrArray *inputs)
{
  for (guint i = 0; i < inputs->len; i++)
    {
      const SsmTableInput *input = inputs->pdata[i];

      if (ssm_table_mapping_find_header (input->mapping, header) >= 0)
        return TRUE;
    }
  return FALSE;
}

int
ssm_table_input_check_columns (GPtrArray *inputs, const SsmArguments *arguments)
{
  const char * const *pairs = ssm_arguments_values (arguments, "column");

  for (guint i = 0; pairs[i] != NULL; i++)
    {
      g_autofree char *header = NULL;
      g_autofree char *field = split (pairs[i], FALSE, &header);
      Setup setup = { .arguments = arguments };

      if (field != NULL && *header != '\0' && !is_in_one (header, inputs))
        return misused (&setup, _("--column: the table has no header “%s”"), header);
    }
  return SSM_EXIT_YES;
}

void
ssm_table_input_free (SsmTableInput *input)
{
  if (input == NULL)
    return;

  g_clear_pointer (&input->mapping, ssm_table_mapping_unref);
  g_clear_pointer (&input->source, ssm_table_source_free);
  g_free (input->name);
  g_free (input);
}

static void
say_note (const SsmTableInput *input, const SsmTableNote *note)
{
  g_autofree char *place = g_strdup_printf ("%s:%u", input->name, note->line);
  g_autofree char *message = ssm_table_note_message (note, input->mapping);

  ssm_console_say (place, message);
}

/* Those of the first @n_faults. Unknown stages are said once each, below, and not for every
 * row. */
static void
say_notes (const SsmTableInput *input, const SsmTableReport *report, guint n_faults)
{
  guint n_said[SSM_N_FAULTS] = { 0 };

  for (guint i = 0; i < report->notes->len; i++)
    {
      const SsmTableNote *note = g_ptr_array_index (report->notes, i);

      if (note->fault != SSM_FAULT_UNKNOWN_STAGE && note->fault < n_faults
          && n_said[note->fault]++ < MAX_SAID)
        say_note (input, note);
    }
  for (guint fault = 0; fault < SSM_N_FAULTS; fault++)
    if (n_said[fault] > 0 && report->counts[fault] > MAX_SAID)
      {
        g_autofree char *text
            = g_strdup_printf (_("%s: %u rows in all, of which the first %u are named"),
                               ssm_table_fault_name (fault), report->counts[fault], MAX_SAID);

        ssm_console_say (input->name, text);
      }
}

static void
say_stages (const SsmTableInput *input, const SsmTableReport *report)
{
  for (guint i = 0; i < report->unknown_stages->len; i++)
    {
      const SsmUnknownStage *stage = g_ptr_array_index (report->unknown_stages, i);
      g_autofree char *quoted = ssm_quote (stage->value, -1);
      g_autofree char *place = g_strdup_printf ("%s:%u", input->name, stage->first_line);
      g_autofree char *text
          = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                          "“%s” is no stage of the map, and %u row has it; "
                                          "give --stage “%s”=STAGE-ID",
                                          "“%s” is no stage of the map, and %u rows have it; "
                                          "give --stage “%s”=STAGE-ID",
                                          stage->n),
                             quoted, stage->n, quoted);

      ssm_console_say (place, text);
    }
}

void
ssm_table_input_say (const SsmTableInput *input, const SsmTableReport *report)
{
  say_notes (input, report, SSM_N_FAULTS);
  say_stages (input, report);
}

void
ssm_table_input_say_faults (const SsmTableInput *input, const SsmTableReport *report)
{
  say_notes (input, report, SSM_FAULT_BEFORE + 1);
  say_stages (input, report);
}
