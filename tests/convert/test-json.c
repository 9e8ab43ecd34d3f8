/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <json-glib/json-glib.h>

#include "ssm-json.h"

static void
test_document (void)
{
  g_autoptr (SsmJson) json = ssm_json_new ();
  g_autofree char *text = NULL;

  ssm_json_add_number (json, "size", 7.4);
  ssm_json_begin_array (json, "list");
  ssm_json_add_flag (json, NULL, TRUE);
  ssm_json_begin_object (json, NULL);
  ssm_json_end_object (json);
  ssm_json_end_array (json);
  ssm_json_begin_array (json, "empty");
  ssm_json_end_array (json);
  ssm_json_add_decimal (json, "money", "123456789012345.000001");
  ssm_json_add_null (json, "unknown");
  text = ssm_json_to_text (json);
  g_assert_cmpstr (text, ==,
                   "{\n  \"size\": 7.4,\n  \"list\": [\n    true,\n    {}\n  ],\n"
                   "  \"empty\": [],\n  \"money\": 123456789012345.000001,\n"
                   "  \"unknown\": null\n}\n");
}

static void
test_numbers (void)
{
  static const struct
  {
    double number;
    const char *text;
  } cases[] = {
    { 0, "0" }, { 3, "3" }, { -0.25, "-0.25" }, { 0.1, "0.1" }, { 1e21, "1e+21" },
    { 0.1 + 0.2, "0.30000000000000004" }, { 123456789012345.0, "123456789012345" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SsmJson) json = ssm_json_new ();
      g_autofree char *text = NULL;
      g_autofree char *expected = g_strdup_printf ("{\n  \"n\": %s\n}\n", cases[i].text);

      ssm_json_add_number (json, "n", cases[i].number);
      text = ssm_json_to_text (json);
      g_assert_cmpstr (text, ==, expected);
    }
}

/* Whatever a text holds, a parser of JSON gives it back. */
static void
test_strings (void)
{
  static const char * const strings[] = {
    "", "\"\\/", "two\nlines\r\t", "\u202e\u2028", "日本語 \U0001f600", "\U000e0041", "\x7f\x01",
  };

  for (guint i = 0; i < G_N_ELEMENTS (strings); i++)
    {
      g_autoptr (SsmJson) json = ssm_json_new ();
      g_autoptr (JsonNode) root = NULL;
      g_autofree char *text = NULL;

      ssm_json_add_string (json, strings[i], strings[i]);
      text = ssm_json_to_text (json);
      g_assert_null (strstr (text, "\u202e"));
      root = json_from_string (text, NULL);
      g_assert_nonnull (root);
      g_assert_cmpstr (json_object_get_string_member (json_node_get_object (root),
                                                      strings[i]), ==, strings[i]);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/convert/json/document", test_document);
  g_test_add_func ("/convert/json/numbers", test_numbers);
  g_test_add_func ("/convert/json/strings", test_strings);
  return g_test_run ();
}
