/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-pipeline-input.h"

#include "ssm-console.h"
#include "ssm-pipeline-table.h"
#include "ssm-table-input.h"

typedef struct
{
  SsmPipelineInput *input;
  SsmPipelineBuilder *builder;
  const SsmArguments *arguments;
  const SsmMap *map;
} Reading;

static void
set_rows (const Reading *reading, SsmTableInput *table)
{
  const char *rows = ssm_arguments_value (reading->arguments, "rows");
  SsmTableMapping *mapping;

  if (rows == NULL)
    return;
  mapping = ssm_table_mapping_with_rows (table->mapping, g_str_equal (rows, "deals")
                                                             ? SSM_TABLE_ROWS_DEALS
                                                             : SSM_TABLE_ROWS_HISTORY);
  ssm_table_mapping_unref (table->mapping);
  table->mapping = mapping;
}

static int
read_rows (const Reading *reading, const SsmTableInput *table)
{
  SsmPipelineInput *input = reading->input;
  g_autoptr (GError) error = NULL;
  g_autoptr (SsmTableReport) report = ssm_pipeline_table_read (
      table->source, table->mapping, reading->map, reading->builder, &error);

  if (report == NULL)
    return ssm_console_fail (table->name, error);
  ssm_table_input_say_faults (table, report);
  input->n_read += report->n_rows;
  input->n_skipped += ssm_table_report_n_skipped (report);
  return SSM_EXIT_YES;
}

/* Only when all rows are there is it known whether some that were dropped are needed. */
static int
read_again (Reading *reading, GPtrArray *tables)
{
  g_autoptr (GError) error = NULL;

  ssm_pipeline_builder_free (reading->builder);
  reading->builder = ssm_pipeline_builder_new (reading->map);
  ssm_pipeline_builder_keep (reading->builder);
  for (guint i = 0; i < tables->len; i++)
    {
      const SsmTableInput *table = g_ptr_array_index (tables, i);
      g_autoptr (SsmTableReport) report = ssm_pipeline_table_read (
          table->source, table->mapping, reading->map, reading->builder, &error);

      if (report == NULL)
        return ssm_console_fail (table->name, error);
    }
  return SSM_EXIT_YES;
}

static void
name_source (SsmPipelineInput *input, const char *operand)
{
  g_autofree char *base = g_path_get_basename (operand);
  g_autofree char *name = g_utf8_make_valid (base, -1);
  char *names = input->source != NULL ? g_strdup_printf ("%s, %s", input->source, name)
                                      : g_strdup (name);

  if (g_str_equal (operand, "-"))
    {
      g_free (names);
      return;
    }
  g_free (input->source);
  input->source = names;
}

/* Adds what was opened to @tables. */
static int
read_table (const Reading *reading, const char *operand, GPtrArray *tables)
{
  int status;
  SsmTableInput *table
    = ssm_table_input_new_of_several (operand, reading->map, reading->arguments, &status);

  name_source (reading->input, operand);
  if (table == NULL)
    return status;
  g_ptr_array_add (tables, table);
  set_rows (reading, table);
  return read_rows (reading, table);
}

static int
read_tables (Reading *reading)
{
  g_autoptr (GPtrArray) tables
    = g_ptr_array_new_with_free_func ((GDestroyNotify) ssm_table_input_free);
  int status = SSM_EXIT_YES;

  for (guint i = 1; status == SSM_EXIT_YES
                    && i < ssm_arguments_n_operands (reading->arguments); i++)
    status = read_table (reading, ssm_arguments_operand (reading->arguments, i), tables);
  if (status == SSM_EXIT_YES)
    status = ssm_table_input_check_columns (tables, reading->arguments);
  if (status == SSM_EXIT_YES && ssm_pipeline_builder_must_keep (reading->builder))
    status = read_again (reading, tables);
  return status;
}

SsmPipelineInput *
ssm_pipeline_input_new (const SsmArguments *arguments, const SsmMap *map, int *status)
{
  g_autoptr (SsmPipelineInput) self = g_new0 (SsmPipelineInput, 1);
  Reading reading = { self, ssm_pipeline_builder_new (map), arguments, map };

  *status = read_tables (&reading);
  if (*status == SSM_EXIT_YES)
    {
      self->pipeline = ssm_pipeline_builder_finish (reading.builder);
      self->n_unmapped = ssm_pipeline_notes (self->pipeline)->n_unmapped;
    }
  ssm_pipeline_builder_free (reading.builder);
  return *status == SSM_EXIT_YES ? g_steal_pointer (&self) : NULL;
}

void
ssm_pipeline_input_free (SsmPipelineInput *input)
{
  if (input == NULL)
    return;

  g_clear_pointer (&input->pipeline, ssm_pipeline_unref);
  g_free (input->source);
  g_free (input);
}
