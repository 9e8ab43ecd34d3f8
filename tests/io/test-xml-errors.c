/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is refused, where the message points, and what it says. */

#include "xml-fixture.h"

#define STAGE(attributes, body) \
  MAP ("<stages>\n<stage id=\"s-1\" " attributes ">\n" body "</stage>\n</stages>\n")

typedef struct
{
  const char *name;
  const char *contents;
  const char *place; /* "LINE:COLUMN:" */
  const char *text;
} Case;

/* Not well-formed. */
static const Case broken[] = {
  { "wrong end tag", MAP ("<title>x</titel>"), "3:17:", "</titel> stands where </title>" },
  { "missing end tag", MAP ("<stages>"), "3:15:", "</map> stands where </stages>" },
  { "extra end tag", MAP ("</title>"), "3:", "</title> stands where </map>" },
  { "ampersand", MAP ("<title>R & D</title>"), "3:", "&amp;" },
  { "unfinished reference", MAP ("<title>R &amp D</title>"), "3:", "&amp;" },
  { "less-than", MAP ("<title>a < b</title>"), "3:", "&lt;" },
  { "less-than in attribute", MAP ("<edition label=\"<\"/>"), "3:", "&lt;" },
  { "attribute twice", MAP ("<edition label=\"a\"\n label=\"b\"/>"), "4:", "twice" },
  { "attribute unquoted", MAP ("<edition label=a/>"), "3:", "quot" },
  { "attribute without value", MAP ("<edition label/>"), "3:", "name=\"value\"" },
  { "attributes stuck", MAP ("<edition label=\"a\"date=\"b\"/>"), "3:", "blank is missing" },
  { "comment", MAP ("<!-- a -- b -->"), "3:", "--" },
  { "comment without end", MAP ("<!-- a "), "4:", "ends too early" },
  { "quotation mark without end", MAP ("<edition label=\"a/>"), "3:", "&lt;" },
  { "end of CDATA", MAP ("<title>a ]]> b</title>"), "3:", "]]>" },
  { "late declaration", "\n" MAP (""), "2:", "<?xml" },
  { "declaration inside", MAP ("\n<?xml version=\"1.0\"?>\n"), "4:", "<?xml" },
  { "two roots", MAP ("") "<map/>", "4:", "behind the end" },
  { "text behind", MAP ("") "x", "4:", "behind the end" },
  { "entity", MAP ("<title>\n&nbsp;</title>"), "4:", "&nbsp;" },
  { "prefix of an element", MAP ("\n<x:a/>"), "4:1:", "prefix x:" },
  { "prefix of an attribute", MAP ("\n<edition x:a=\"\"/>"), "4:1:", "prefix x:" },
  { "empty name", MAP ("< title/>"), "3:", "name is missing" },
  { "broken declaration", "<?xml version=1.0?><map/>", "1:", "declaration is broken" },
  { "no version in it", "<?xml encoding=\"UTF-8\"?><map/>", "1:", "declaration is broken" },
  { "reference to NUL", MAP ("<title>\n&#0;</title>"), "4:", "XML cannot hold" },
  { "reference to U+FFFE", MAP ("<title>&#xFFFE;</title>"), "3:", "XML cannot hold" },
  { "reference to a surrogate", MAP ("<title>&#xD800;</title>"), "3:", "XML cannot hold" },
  { "huge reference", MAP ("<title>&#99999999999;</title>"), "3:", "XML cannot hold" },
  { "git's markers", MAP ("<<<<<<< ours\n<title>a</title>\n=======\n"
                          "<title>b</title>\n>>>>>>> theirs\n"),
    "3:1:", "git left a conflict" },
  { "git's last marker", MAP ("<title>b</title>\n>>>>>>> theirs\n"), "4:1:", "git left" },
};

/* DOCTYPE in all its forms: nothing of it is looked at. */
static const Case doctypes[] = {
  { "plain", XML "<!DOCTYPE map>\n" HEAD "</map>", "2:1:", "DOCTYPE is not allowed" },
  { "empty subset", "<!DOCTYPE map []>" HEAD "</map>", "1:1:", "DOCTYPE" },
  { "external", XML "\n<!DOCTYPE map SYSTEM \"file:///etc/passwd\">" HEAD "</map>", "3:1:",
    "DOCTYPE" },
  { "public", XML "<!DOCTYPE map PUBLIC \"-//x\" \"http://localhost:9/\">" HEAD, "2:1:",
    "DOCTYPE" },
  { "entity", XML "<!DOCTYPE map [<!ENTITY a SYSTEM \"/etc/passwd\">]>" HEAD "&a;</map>",
    "2:1:", "DOCTYPE" },
  { "parameter entity", XML "<!DOCTYPE map [<!ENTITY % a SYSTEM \"x\"> %a;]>" HEAD, "2:1:",
    "DOCTYPE" },
  { "laughs", XML "<!-- --><!DOCTYPE map [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;\">]>" HEAD,
    "2:9:", "DOCTYPE" },
  { "defaults", XML "<!DOCTYPE map [<!ATTLIST map id CDATA \"m\">]>" HEAD "</map>", "2:1:",
    "DOCTYPE" },
  { "inside", MAP ("<!DOCTYPE map>"), "3:1:", "DOCTYPE" },
  { "entity alone", MAP ("<!ENTITY a 'b'>"), "3:1:", "<!" },
};

/* Well-formed, but no map, or not one of ours. */
static const Case foreign_roots[] = {
  { "no namespace", "<map version=\"1.0\" id=\"m-1\"/>", "1:1:", "in no namespace" },
  { "other namespace", "<map xmlns=\"urn:x\"/>", "1:1:", "of “urn:x”" },
  { "other element", "\n<maps xmlns=\"urn:sales-system-map:1\"/>", "2:1:", "<maps>" },
  { "deal book", "<deals xmlns=\"urn:sales-system-map:1\" version=\"1.0\"/>", "1:1:",
    "deal book" },
  { "SVG", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>", "1:1:", "SVG picture" },
  { "XHTML", XML "<html xmlns=\"http://www.w3.org/1999/xhtml\"/>", "2:1:", "HTML" },
  { "version missing", "<map xmlns=\"urn:sales-system-map:1\" id=\"m-1\"/>", "1:1:",
    "version=\"1.0\"" },
  { "version empty", "<map xmlns=\"urn:sales-system-map:1\" version=\"\" id=\"m\"/>", "1:",
    "version=\"\"" },
  { "version negative", "<map xmlns=\"urn:sales-system-map:1\" version=\"-1.0\" id=\"m\"/>",
    "1:", "version=\"-1.0\"" },
  { "version zero", "<map xmlns=\"urn:sales-system-map:1\" version=\"0.9\" id=\"m\"/>", "1:",
    "version=\"0.9\"" },
  { "version too long",
    "<map xmlns=\"urn:sales-system-map:1\"\n version=\"1.99999999999999999999\" id=\"m\"/>",
    "2:2:", "no version" },
  { "other digits",
    "<map xmlns=\"urn:sales-system-map:1\" version=\"\xd9\xa1.\xd9\xa0\" id=\"m\"/>", "1:",
    "no version" },
  { "version with a blank", "<map xmlns=\"urn:sales-system-map:1\" version=\"1.0 \"/>", "1:",
    "no version" },
};

static const Case wrong_values[] = {
  { "no id", MAP ("\n<stages><stage/></stages>"), "4:9:", "<stage> has no id" },
  { "empty id", MAP ("<stages>\n<stage\n id=\"\"/></stages>"), "5:2:", "id=\"\" is no id" },
  { "path", MAP ("<stages><stage id=\"../x\"/></stages>"), "3:", "id=\"../x\"" },
  { "capital", MAP ("<stages><stage id=\"S-1\"/></stages>"), "3:", "id=\"S-1\"" },
  { "look-alike", MAP ("<stages><stage id=\"s-\xd0\xb0\"/></stages>"), "3:", "is no id" },
  { "bidi", MAP ("<stages><stage id=\"s&#x202e;\"/></stages>"), "3:", "id=\"s\\u202e\"" },
  { "id twice", MAP ("<stages>\n<stage id=\"s-1\"/>\n<stage id=\"s-1\"/>\n</stages>"),
    "5:8:", "id=\"s-1\" is used twice, first in line 4" },
  { "the map's id", MAP ("<stages>\n<stage id=\"m-1\"/></stages>"), "4:8:", "line 2" },
  { "a day in February", MAP ("<edition\ndate=\"2026-02-30\"/>"), "4:1:",
    "date=\"2026-02-30\" is no day" },
  { "time of day", MAP ("<edition date=\"2026-02-03T10:00\"/>"), "3:10:", "is no day" },
  { "far year", MAP ("<edition date=\"9999999-01-01\"/>"), "3:", "is no day" },
  { "short date", MAP ("<edition date=\"2026\"/>"), "3:", "is no day" },
  { "empty date", MAP ("<edition date=\"\"/>"), "3:", "is no day" },
  { "NaN", STAGE ("goal=\"NaN\"", ""), "4:17:", "goal=\"NaN\" is no number" },
  { "exponent", STAGE ("goal=\"1e400\"", ""), "4:", "is no number" },
  { "comma", STAGE ("goal=\"1.234,56\"", ""), "4:", "is no number" },
  { "blank", STAGE ("goal=\" 1\"", ""), "4:", "is no number" },
  { "16 digits", STAGE ("goal=\"1234567890123456\"", ""), "4:", "is no number" },
  { "7 behind the point", STAGE ("goal=\"1.1234567\"", ""), "4:", "is no number" },
  { "no digit", STAGE ("goal=\"-\"", ""), "4:", "is no number" },
  { "flag", MAP ("<definitions><definition id=\"d-1\" page=\"true\"/></definitions>"),
    "3:35:", "page=\"true\" is neither yes nor no" },
  { "language", STAGE ("xml:lang=\"en_US\"", ""), "4:", "is no language" },
  { "reference", STAGE ("outcome=\"a b\"", ""), "4:", "outcome=\"a b\" is no id" },
  { "escape in a value", STAGE ("goal=\"&#x9b;31m\"", ""), "4:", "goal=\"\\u009b31m\"" },
};

static const Case wrong_places[] = {
  { "stray text", MAP ("<stages>\n \n  stray &amp; text</stages>"), "5:3:", "stray" },
  { "stray CDATA", MAP ("<stages>\n<![CDATA[stray]]></stages>"), "4:1:", "“stray”" },
  { "text in an empty part", MAP ("\n<edition>x</edition>"), "4:10:", "“x”" },
  { "stage in a criterion",
    STAGE ("", "<entry><criterion id=\"c-1\">a\n<stage id=\"s-2\"/></criterion></entry>"),
    "6:1:", "<stage> cannot stand in <criterion>" },
  { "stage in a title", MAP ("<title><stage id=\"s-2\"/></title>"), "3:8:",
    "<stage> cannot stand in <title>" },
  { "stage in the map", MAP ("<stage id=\"s-2\"/>"), "3:1:", "cannot stand in <map>" },
  { "link among stages", MAP ("<stages>\n<link id=\"l-1\"/></stages>"), "4:1:",
    "cannot stand in <stages>" },
  { "title twice", MAP ("<title>a</title>\n<title>b</title>"), "4:1:", "second time" },
  { "stages twice", MAP ("<stages/>\n<links/><stages/>"), "4:9:", "second time" },
  { "edition twice", MAP ("<edition/>\n\n<edition/>"), "5:1:", "second time" },
};

static void
run (const Case *cases, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GBytes) bytes = bytes_of (cases[i].contents);

      g_test_message ("%s", cases[i].name);
      assert_refused (bytes, SSM_IO_ERROR_BAD_INPUT, cases[i].place, cases[i].text);
    }
}

static void
test_broken (void)
{
  run (broken, G_N_ELEMENTS (broken));
}

static void
test_doctypes (void)
{
  run (doctypes, G_N_ELEMENTS (doctypes));
}

static void
test_roots (void)
{
  run (foreign_roots, G_N_ELEMENTS (foreign_roots));
}

static void
test_values (void)
{
  run (wrong_values, G_N_ELEMENTS (wrong_values));
}

static void
test_places (void)
{
  run (wrong_places, G_N_ELEMENTS (wrong_places));
}

static void
test_newer (void)
{
  static const char *const newer[] = {
    "<map xmlns=\"urn:sales-system-map:2\" version=\"1.0\" id=\"m-1\"/>",
    "<anything xmlns=\"urn:sales-system-map:12\"/>",
    "<map xmlns=\"urn:sales-system-map:1\" version=\"2.0\" id=\"m-1\"/>",
    "<map xmlns=\"urn:sales-system-map:1\" version=\"10.3\" id=\"m-1\"/>",
  };

  for (guint i = 0; i < G_N_ELEMENTS (newer); i++)
    {
      g_autoptr (GBytes) bytes = bytes_of (newer[i]);

      assert_refused (bytes, SSM_IO_ERROR_NEWER, "1:", "newer version");
    }
}

/* A byte more than a line's number fits into 16 bits. */
static void
test_far_line (void)
{
  g_autoptr (GString) text = g_string_new (XML HEAD);
  g_autoptr (GBytes) bytes = NULL;

  for (guint i = 0; i < 70000; i++)
    g_string_append (text, "\r\n");
  g_string_append (text, "\xc3\xa9<edition date=\"x\"/></map>");
  bytes = bytes_of (text->str);
  assert_refused (bytes, SSM_IO_ERROR_BAD_INPUT, "70003:1:", "“é”");
}

static void
test_name (void)
{
  g_autoptr (GBytes) bytes = bytes_of ("<map/>");
  g_autoptr (GError) error = NULL;

  g_assert_null (ssm_xml_read (bytes, "a\n\x1b[31m\xff.salesmap", NULL, &error));
  g_assert_true (g_str_has_prefix (error->message, "a\\n\\x1b[31m\\xff.salesmap:1:1: "));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/io/xml-errors/broken", test_broken);
  g_test_add_func ("/io/xml-errors/doctypes", test_doctypes);
  g_test_add_func ("/io/xml-errors/roots", test_roots);
  g_test_add_func ("/io/xml-errors/values", test_values);
  g_test_add_func ("/io/xml-errors/places", test_places);
  g_test_add_func ("/io/xml-errors/newer", test_newer);
  g_test_add_func ("/io/xml-errors/far-line", test_far_line);
  g_test_add_func ("/io/xml-errors/name", test_name);
  return g_test_run ();
}
