/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Any bytes are either refused with an error or are a map or a deal book; and what is one
 * can be written, is read back as the same value, and is then written as the same bytes. */

#include <stddef.h>
#include <stdint.h>

#include "ssm-xml-read.h"
#include "ssm-xml-write.h"

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

static void
check_round_trip (const SsmPart *root)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) written = ssm_xml_write (root, &error);
  g_autoptr (SsmPart) again = NULL;
  g_autoptr (GBytes) rewritten = NULL;

  g_assert_no_error (error);
  again = ssm_xml_read_root (ssm_part_kind (root), written, "again.salesmap", NULL, &error);
  g_assert_no_error (error);
  g_assert_true (ssm_part_equal (root, again));
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
  SsmKind kind = ssm_xml_guess_root ((const char *) data, size);
  g_autoptr (SsmPart) root = ssm_xml_read_root (kind, bytes, "fuzz.salesmap", NULL, &error);
  g_autoptr (SsmMap) repaired = NULL;

  g_assert_true ((root == NULL) == (error != NULL));
  if (root != NULL)
    check_round_trip (root);
  if (kind == SSM_KIND_BOOK)
    return 0;

  repaired = ssm_xml_read_repaired (bytes, "fuzz.salesmap", NULL, &repair_error);
  g_assert_true ((repaired == NULL) == (repair_error != NULL));
  g_assert_true (root == NULL || repaired != NULL);
  if (repaired != NULL)
    check_round_trip (repaired);
  return 0;
}
