/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One small map in every format, word for word, and a hostile one that must stay text. */

#include <json-glib/json-glib.h>
#include <string.h>

#include "ssm-convert.h"
#include "ssm-map-edit.h"
#include "ssm-resources.h"

#define EDIT(map, call) \
  G_STMT_START                                  \
  {                                             \
    SsmMap *edited = call;                      \
    ssm_part_unref (map);                       \
    map = edited;                               \
  }                                             \
  G_STMT_END

static void
add_criterion (SsmMap **map, const char *stage, SsmList list, const char *text,
               const char *proof)
{
  g_autofree char *id = NULL;

  EDIT (*map, ssm_map_with_criterion_added (*map, stage, list,
                                            ssm_part_n_children (ssm_map_find (*map, stage),
                                                                 list), text, &id));
  EDIT (*map, ssm_map_with_text (*map, id, SSM_CRITERION_PROOF, proof));
}

static SsmMap *
small_map (void)
{
  SsmMap *map = ssm_map_new ();
  g_autofree char *id = g_strdup (ssm_part_id (map));
  g_autofree char *lead = NULL, *discovery = NULL, *link = NULL, *term = NULL;

  EDIT (map, ssm_map_with_text (map, id, SSM_MAP_TITLE, "Northgate"));
  EDIT (map, ssm_map_with_text (map, id, SSM_EDITION_DATE, "2026-11-23"));
  EDIT (map, ssm_map_with_stage_added (map, 0, "Lead", &lead));
  EDIT (map, ssm_map_with_text (map, lead, SSM_STAGE_LIMIT_DAYS, "7"));
  EDIT (map, ssm_map_with_text (map, lead, SSM_STAGE_GOAL, "0.6"));
  add_criterion (&map, lead, SSM_LIST_EXIT, "min data", "");
  add_criterion (&map, lead, SSM_LIST_EXIT, "a + b (c)", "record");
  EDIT (map, ssm_map_with_stage_added (map, 1, "Discovery (paid)", &discovery));
  EDIT (map, ssm_map_with_text (map, discovery, SSM_STAGE_DOES, "Pain"));
  add_criterion (&map, discovery, SSM_LIST_ENTRY, "booked", "");
  EDIT (map, ssm_map_with_link_added (map, discovery, lead, "Not now", &link));
  EDIT (map, ssm_map_with_outcome (map, lead, "SQL"));
  term = g_strdup (ssm_part_id (ssm_map_definition_of (map, "SQL")));
  EDIT (map, ssm_map_with_text (map, term, SSM_DEFINITION_TEXT, "Fits."));
  EDIT (map, ssm_map_with_text (map, term, SSM_DEFINITION_COUNTS, "Asked us\n\nMet us"));
  EDIT (map, ssm_map_with_text (map, term, SSM_DEFINITION_COUNTS_NOT, "A <card>"));
  return map;
}

static void
test_text (void)
{
  g_autoptr (SsmMap) map = small_map ();
  g_autofree char *text = ssm_map_to_text (map, ssm_resources_words ("en"));

  g_assert_cmpstr (text, ==,
                   "Northgate\n"
                   "Date: 23 Nov 2026\n"
                   "\n"
                   "1 Lead\n"
                   "  Leave when\n"
                   "    [ ] min data\n"
                   "    [ ] a + b (c) (record)\n"
                   "  It is now a: SQL\n"
                   "\n"
                   "2 Discovery (paid)\n"
                   "  What we do: Pain\n"
                   "  Enter when\n"
                   "    - booked\n"
                   "  → Lead: Not now\n"
                   "\n"
                   "Shared definitions\n"
                   "  SQL: Fits.\n"
                   "    Counts: Asked us\n"
                   "    Counts: Met us\n"
                   "    Does not count: A <card>\n");
}

static void
test_arrows (void)
{
  g_autoptr (SsmMap) map = small_map ();
  g_autofree char *arrows = ssm_map_to_arrows (map);

  g_assert_cmpstr (arrows, ==, "Lead (min data + a \\+ b (c)) → Discovery \\(paid\\)\n");
}

static void
test_markdown (void)
{
  g_autoptr (SsmMap) map = small_map ();
  g_autofree char *text = ssm_map_to_markdown (map, ssm_resources_words ("en"));

  g_assert_cmpstr (text, ==,
                   "# Northgate\n\n"
                   "- **Date:** 23 Nov 2026\n\n"
                   "## 1 Lead\n\n"
                   "### Leave when\n\n"
                   "- [ ] min data\n"
                   "- [ ] a + b (c) (record)\n\n"
                   "**It is now a:** SQL\n\n"
                   "## 2 Discovery (paid)\n\n"
                   "**What we do:** Pain\n\n"
                   "### Enter when\n\n"
                   "- booked\n\n"
                   "**→ Lead:** Not now\n\n"
                   "## Shared definitions\n\n"
                   "- **SQL:** Fits.\n"
                   "  - **Counts:** Asked us\n"
                   "  - **Counts:** Met us\n"
                   "  - **Does not count:** A \\<card\\>\n");
}

static void
test_html (void)
{
  g_autoptr (SsmMap) map = small_map ();
  g_autofree char *html = ssm_map_to_html (map, ssm_resources_words ("en"));
  g_autofree char *arabic = NULL;

  g_assert_true (g_str_has_prefix (html, "<!DOCTYPE html>\n<html lang=\"en\" dir=\"ltr\">"));
  g_assert_nonnull (strstr (html, "<div class=\"example\"><dt><bdi>Does not count</bdi></dt>"
                                  " <dd><bdi>A &lt;card&gt;</bdi></dd></div>"));
  g_assert_nonnull (strstr (html, "<h1><bdi>Northgate</bdi></h1>\n<dl>\n<div><dt>"));
  g_assert_nonnull (strstr (html, "<section>\n<h2>1 <bdi>Lead</bdi></h2>\n"
                                  "<h3><bdi>Leave when</bdi></h3>\n<ul class=\"leave\">\n"
                                  "<li><bdi>min data</bdi></li>\n"
                                  "<li><bdi>a + b (c)</bdi> <small>(<bdi>record</bdi>)"
                                  "</small></li>\n</ul>\n"));
  g_assert_true (g_str_has_suffix (html, " <dd><bdi>A &lt;card&gt;</bdi></dd></div>\n</dl>\n"
                                         "</section>\n</main>\n</body>\n</html>\n"));

  EDIT (map, ssm_map_with_text (map, ssm_part_id (map), SSM_MAP_LANGUAGE, "ar"));
  arabic = ssm_map_to_html (map, ssm_resources_words ("ar"));
  g_assert_nonnull (strstr (arabic, "<html lang=\"ar\" dir=\"rtl\">"));
}

static void
test_json (void)
{
  g_autoptr (SsmMap) map = small_map ();
  g_autofree char *text = ssm_map_to_json (map);
  g_autoptr (JsonNode) root = json_from_string (text, NULL);
  JsonObject *object = json_node_get_object (root);
  JsonArray *stages = json_object_get_array_member (object, "stages");
  JsonObject *lead = json_array_get_object_element (stages, 0);
  JsonArray *leave = json_object_get_array_member (lead, "exit");
  JsonObject *second = json_array_get_object_element (leave, 1);

  g_assert_cmpstr (json_object_get_string_member (object, "title"), ==, "Northgate");
  g_assert_true (json_object_get_null_member (object, "measured"));
  g_assert_cmpfloat (json_object_get_double_member (lead, "goal"), ==, 0.6);
  g_assert_nonnull (strstr (text, "\"goal\": 0.6,"));
  g_assert_cmpint (json_object_get_int_member (lead, "limit_days"), ==, 7);
  g_assert_cmpstr (json_object_get_string_member (second, "text"), ==, "a + b (c)");
  g_assert_cmpstr (json_object_get_string_member (second, "proof"), ==, "record");
  g_assert_false (json_object_get_boolean_member (second, "example"));
}

static const char hostile[]
    = "<img src=https://x.example/p onerror=alert(1)> ![p](http://x.example/p) @you `x` **b** "
      "www.x.example </title></style><script>1</script> &amp; \u202e";

static SsmMap *
hostile_map (void)
{
  SsmMap *map = ssm_map_new ();
  g_autofree char *id = g_strdup (ssm_part_id (map));
  g_autofree char *stage = NULL, *term = NULL;

  EDIT (map, ssm_map_with_text (map, id, SSM_MAP_TITLE, hostile));
  EDIT (map, ssm_map_with_stage_added (map, 0, hostile, &stage));
  EDIT (map, ssm_map_with_text (map, stage, SSM_STAGE_DOES, "# no heading"));
  EDIT (map, ssm_map_with_text (map, stage, SSM_STAGE_OWNER, "1. no list"));
  add_criterion (&map, stage, SSM_LIST_ENTRY, "- no list\n# no heading", hostile);
  add_criterion (&map, stage, SSM_LIST_EXIT, hostile, hostile);
  EDIT (map, ssm_map_with_definition_added (map, 0, hostile, &term));
  return map;
}

static void
test_hostile_html (void)
{
  g_autoptr (SsmMap) map = hostile_map ();
  g_autofree char *html = ssm_map_to_html (map, ssm_resources_words ("en"));

  g_assert_null (strstr (html, "<img"));
  g_assert_null (strstr (html, "<script"));
  g_assert_null (strstr (html, "&amp; "));
  g_assert_nonnull (strstr (html, "&amp;amp; "));
  g_assert_nonnull (strstr (html, "default-src 'none'"));
}

static void
test_hostile_markdown (void)
{
  static const char * const absent[] = {
    " <", "\n<", " [p", "p](", " @you", " `", "http:", "www.", "** b", "\n# no", "\n1. ", "- - ",
  };
  g_autoptr (SsmMap) map = hostile_map ();
  g_autofree char *text = ssm_map_to_markdown (map, ssm_resources_words ("en"));

  for (guint i = 0; i < G_N_ELEMENTS (absent); i++)
    if (strstr (text, absent[i]) != NULL)
      g_error ("“%s” in: %s", absent[i], text);
  g_assert_nonnull (strstr (text, "- \\- no list # no heading"));
  g_assert_nonnull (strstr (text, "**What we do:** \\# no heading"));
  g_assert_nonnull (strstr (text, "**Owner:** 1\\. no list"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/convert/text", test_text);
  g_test_add_func ("/convert/arrows", test_arrows);
  g_test_add_func ("/convert/markdown", test_markdown);
  g_test_add_func ("/convert/html", test_html);
  g_test_add_func ("/convert/json", test_json);
  g_test_add_func ("/convert/hostile-html", test_hostile_html);
  g_test_add_func ("/convert/hostile-markdown", test_hostile_markdown);
  return g_test_run ();
}
