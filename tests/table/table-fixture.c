/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "table-fixture.h"

#include <string.h>

SsmTableSource *
table_source_new (const char *text, gssize size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, size < 0 ? strlen (text) : (gsize) size);

  return ssm_table_source_new_bytes (bytes, "deals.csv");
}

static void
dump_row (GString *dump, const SsmCsvRow *row)
{
  g_string_append_printf (dump, "%u:", row->line);
  if (row->fault != SSM_CSV_GOOD)
    {
      g_string_append_printf (dump, "!%d\n", row->fault);
      return;
    }
  for (guint i = 0; i < row->n_cells; i++)
    {
      g_assert_cmpuint (strlen (row->cells[i].text), ==, row->cells[i].length);
      g_string_append_printf (dump, "%c%s", i == 0 ? '[' : '|', row->cells[i].text);
    }
  g_string_append (dump, "]\n");
}

char *
table_dump (SsmTableSource *source, const SsmTableCharset *charset, char separator)
{
  g_autoptr (SsmCsvReader) reader = ssm_csv_reader_new (source, charset, separator);
  g_autoptr (GError) error = NULL;
  GString *dump = g_string_new (NULL);
  const SsmCsvRow *row;

  while (ssm_csv_reader_next (reader, &row, &error) && row != NULL)
    dump_row (dump, row);
  if (error != NULL)
    g_string_append (dump, error->message);
  return g_string_free (dump, FALSE);
}

static const char *
bom_of (SsmEncoding encoding, gsize *size)
{
  *size = encoding == SSM_ENCODING_UTF_8 ? 3 : 2;
  if (encoding == SSM_ENCODING_UTF_8)
    return "\xef\xbb\xbf";
  return encoding == SSM_ENCODING_UTF_16LE ? "\xff\xfe" : "\xfe\xff";
}

GBytes *
table_encode (const char *text, gssize size, SsmEncoding encoding, gboolean bom)
{
  gsize n_start = 0;
  const char *start = bom ? bom_of (encoding, &n_start) : "";
  gsize n_written;
  g_autofree char *written = g_convert (text, size, ssm_encoding_name (encoding), "UTF-8",
                                        NULL, &n_written, NULL);
  GByteArray *bytes = g_byte_array_new ();

  g_assert_nonnull (written);
  g_byte_array_append (bytes, (const guint8 *) start, (guint) n_start);
  g_byte_array_append (bytes, (const guint8 *) written, (guint) n_written);
  return g_byte_array_free_to_bytes (bytes);
}
