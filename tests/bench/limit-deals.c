/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The limit of diagnosing a table of deals: the same reader with nothing behind it.
 *
 *   limit-deals MAP TABLE
 */

#include <string.h>

#include "ssm-deal-reader.h"
#include "ssm-table-look.h"
#include "ssm-xml-read.h"

int
main (int argc, char *argv[])
{
  g_autoptr (SsmTableSource) source = NULL;
  g_autoptr (SsmTableLook) look = NULL;
  g_autoptr (SsmDealReader) reader = NULL;
  g_autoptr (SsmMap) map = NULL;
  g_autoptr (GBytes) bytes = NULL;
  const SsmTableDeal *deal;
  guint n = 0;
  char *contents;
  gsize length;

  g_assert_cmpint (argc, ==, 3);
  g_assert_true (g_file_get_contents (argv[1], &contents, &length, NULL));
  bytes = g_bytes_new_take (contents, length);
  map = ssm_xml_read (bytes, argv[1], NULL, NULL);
  source = ssm_table_source_new_file (argv[2], NULL);
  look = ssm_table_look_new (source, NULL, NULL);
  reader = ssm_deal_reader_new (source, look->mapping, map, 0, NULL);
  g_assert_nonnull (reader);
  while (ssm_deal_reader_next (reader, &deal, NULL) && deal != NULL)
    n++;
  g_print ("%u deals\n", n);
  return 0;
}
