/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the tests of reading and writing share. */

#pragma once

#include <stdlib.h>
#include <string.h>

#include "ssm-io-error.h"
#include "ssm-xml-read.h"
#include "ssm-xml-write.h"

G_BEGIN_DECLS

#define XML "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
#define HEAD "<map xmlns=\"urn:sales-system-map:1\" version=\"1.0\" id=\"m-1\">\n"
#define MAP(body) XML HEAD body "</map>\n"

/* Line of the first byte behind HEAD in MAP. */
#define BODY 3

static inline GBytes *
bytes_of (const char *text)
{
  return g_bytes_new (text, strlen (text));
}

static inline SsmMap *
read_text (const char *text, GPtrArray **notes)
{
  g_autoptr (GBytes) bytes = bytes_of (text);
  g_autoptr (GError) error = NULL;
  SsmMap *map = ssm_xml_read (bytes, "a.salesmap", notes, &error);

  g_assert_no_error (error);
  g_assert_nonnull (map);
  return map;
}

/* (transfer full): what is written of @map. */
static inline char *
write_text (const SsmMap *map)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = ssm_xml_write_checked (map, &error);
  gsize length;
  const char *data;

  g_assert_no_error (error);
  data = g_bytes_get_data (bytes, &length);
  return g_strndup (data, length);
}

static inline char *
canonical (const char *text)
{
  g_autoptr (SsmMap) map = read_text (text, NULL);

  return write_text (map);
}

/* Asserts that @bytes are refused with @code and a message that begins with "a.salesmap:"
 * and @place and holds @text. */
static inline void
assert_refused (GBytes *bytes, SsmIoError code, const char *place, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SsmMap) map = ssm_xml_read (bytes, "a.salesmap", NULL, &error);
  g_autofree char *start = g_strconcat ("a.salesmap:", place, NULL);

  g_assert_null (map);
  g_assert_error (error, SSM_IO_ERROR, (int) code);
  g_test_message ("%s", error->message);
  g_assert_true (g_str_has_prefix (error->message, start));
  g_assert_nonnull (strstr (error->message, text));
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
  g_assert_null (strpbrk (error->message, "\n\r\t\x1b"));
}

G_END_DECLS
