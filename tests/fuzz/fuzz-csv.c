/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whatever comes as a table is read to its end or refused; what it is read as is the same
 * whether it comes whole or is looked at again, and the book that is made of it is a file. */

#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "ssm-deal-import.h"
#include "ssm-pipeline-table.h"
#include "ssm-table-look.h"
#include "ssm-xml-write.h"

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

/* (transfer full): a map with two stages and a criterion that a column answers. */
static SsmMap *
map_new (void)
{
  SsmMap *map = ssm_part_new (SSM_KIND_MAP, "m-fuzz");
  SsmPart *stage = ssm_part_new (SSM_KIND_STAGE, "s-1");
  SsmPart *criterion = ssm_part_new (SSM_KIND_CRITERION, "c-1");

  ssm_part_set_text (criterion, SSM_CRITERION_FIELD, "amount");
  ssm_part_set_text (criterion, SSM_CRITERION_TEST, "at-least");
  ssm_part_set_text (criterion, SSM_CRITERION_VALUE, "100");
  ssm_part_set_text (stage, SSM_STAGE_NAME, "Discovery");
  ssm_part_insert (stage, SSM_LIST_EXIT, 0, criterion);
  ssm_part_insert (map, SSM_LIST_STAGES, 0, stage);
  return ssm_part_seal (map);
}

/* Every cell is text that ends where it says. */
static void
check_rows (SsmTableSource *source, const SsmTableMapping *mapping)
{
  g_autoptr (SsmCsvReader) reader
      = ssm_csv_reader_new (source, ssm_table_mapping_charset (mapping),
                            ssm_table_mapping_separator (mapping));
  const SsmCsvRow *row;
  guint line = 0;

  while (ssm_csv_reader_next (reader, &row, NULL) && row != NULL)
    {
      g_assert_cmpuint (row->line, >, line);
      line = row->line;
      for (guint i = 0; i < row->n_cells; i++)
        {
          g_assert_cmpuint (strlen (row->cells[i].text), ==, row->cells[i].length);
          g_assert_true (g_utf8_validate (row->cells[i].text, -1, NULL));
        }
    }
}

static void
check_import (SsmTableSource *source, const SsmTableMapping *mapping)
{
  g_autoptr (SsmMap) map = map_new ();
  g_autoptr (SsmBook) empty = ssm_book_new ("m-fuzz");
  g_autoptr (SsmDealImport) one
      = ssm_deal_import_new (source, mapping, map, empty, "2026-11-25", NULL);
  g_autoptr (SsmDealImport) other = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  if (one == NULL)
    return;
  other = ssm_deal_import_new (source, mapping, map, one->book, "2026-11-26", NULL);
  g_assert_true (other->n_added == 0 && other->n_changed == 0);
  g_assert_true (other->book == one->book);
  bytes = ssm_xml_write_checked (one->book, &error);
  g_assert_no_error (error);
}

/* Whatever its rows are said to be, a table is read or refused, and a row counted once. */
static void
check_history (SsmTableSource *source, const SsmTableMapping *mapping, SsmTableRows rows)
{
  g_autoptr (SsmMap) map = map_new ();
  g_autoptr (SsmPipelineBuilder) builder = ssm_pipeline_builder_new (map);
  g_autoptr (SsmTableMapping) said = ssm_table_mapping_with_rows (mapping, rows);
  g_autoptr (SsmTableReport) report
      = ssm_pipeline_table_read (source, said, map, builder, NULL);
  g_autoptr (SsmPipeline) pipeline = ssm_pipeline_builder_finish (builder);

  if (report == NULL)
    return;
  g_assert_cmpuint (report->n_deals, <=, report->n_rows);
  g_assert_cmpuint (ssm_pipeline_n_deals (pipeline), <=, ssm_table_source_size (source));
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (SsmTableSource) source = ssm_table_source_new_bytes (bytes, "fuzz.csv");
  g_autoptr (SsmTableLook) look = ssm_table_look_new (source, NULL, NULL);
  g_autoptr (SsmTableMapping) remembered = NULL;
  g_autofree char *text = NULL;
  g_autofree char *again = NULL;

  if (look == NULL)
    return 0;
  text = ssm_table_mapping_to_text (look->mapping);
  remembered = ssm_table_mapping_with_text (look->mapping, text);
  again = ssm_table_mapping_to_text (remembered);
  g_assert_cmpstr (again, ==, text);
  check_rows (source, look->mapping);
  check_import (source, look->mapping);
  check_history (source, look->mapping, SSM_TABLE_ROWS_UNKNOWN);
  check_history (source, look->mapping, SSM_TABLE_ROWS_DEALS);
  check_history (source, look->mapping, SSM_TABLE_ROWS_HISTORY);
  return 0;
}
