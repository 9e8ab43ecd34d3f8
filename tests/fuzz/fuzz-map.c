/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Any bytes are either refused with an error or are a map; and what is a map can be
 * written, is read back as the same map, and is then written as the same bytes. */

#include <stddef.h>
#include <stdint.h>

#include "ssm-xml-read.h"
#include "ssm-xml-write.h"

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

static void
check_round_trip (const SsmMap *map)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) written = ssm_xml_write (map, &error);
  g_autoptr (SsmMap) again = NULL;
  g_autoptr (GBytes) rewritten = NULL;

  g_assert_no_error (error);
  again = ssm_xml_read (written, "again.salesmap", NULL, &error);
  g_assert_no_error (error);
  g_assert_true (ssm_part_equal (map, again));
  rewritten = ssm_xml_write (again, &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (written, rewritten));
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) repair_error = NULL;
  g_autoptr (SsmMap) map = ssm_xml_read (bytes, "fuzz.salesmap", NULL, &error);
  g_autoptr (SsmMap) repaired = NULL;

  g_assert_true ((map == NULL) == (error != NULL));
  if (map != NULL)
    check_round_trip (map);

  repaired = ssm_xml_read_repaired (bytes, "fuzz.salesmap", NULL, &repair_error);
  g_assert_true ((repaired == NULL) == (repair_error != NULL));
  g_assert_true (map == NULL || repaired != NULL);
  if (repaired != NULL)
    check_round_trip (repaired);
  return 0;
}
