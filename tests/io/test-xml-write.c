/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The canonical form, and where foreign content stands in it. */

#include "xml-fixture.h"

#include "ssm-map-edit.h"

/* What is read, and what is then written of it. */
static const struct
{
  const char *name, *read, *written;
} forms[] = {
  { "nothing in it", MAP (""), XML "<map xmlns=\"urn:sales-system-map:1\" version=\"1.0\" "
    "id=\"m-1\"/>\n" },
  { "order of elements and attributes",
    MAP ("<links/><reasons><reason code='L1' no-decision='yes' id='r-1'>No</reason></reasons>"
         "<stages><stage goal='0.5' block='close' id='s-1'><exit>\n\n<criterion id='c-1'>A"
         "</criterion></exit><name>Close</name></stage></stages><subtitle>b</subtitle>"
         "<title>a</title>"),
    XML HEAD "  <title>a</title>\n  <subtitle>b</subtitle>\n  <stages>\n"
    "    <stage id=\"s-1\" block=\"close\" goal=\"0.5\">\n      <name>Close</name>\n"
    "      <exit>\n        <criterion id=\"c-1\">A</criterion>\n      </exit>\n"
    "    </stage>\n  </stages>\n  <reasons>\n"
    "    <reason id=\"r-1\" code=\"L1\" no-decision=\"yes\">No</reason>\n  </reasons>\n"
    "</map>\n" },
  { "defaults",
    MAP ("<definitions><definition id='d-1' page='no' term=''/></definitions>"
         "<stages><stage id='s-1'><name/><entry/></stage></stages>"),
    XML HEAD "  <stages>\n    <stage id=\"s-1\"/>\n  </stages>\n  <definitions>\n"
    "    <definition id=\"d-1\"/>\n  </definitions>\n</map>\n" },
  { "a prefix for all that is ours",
    "<s:map s:id='x' id='m-1' version='1.0' xmlns:s='urn:sales-system-map:1' xmlns='urn:d'>"
    "<s:title>a</s:title><b/></s:map>",
    XML "<map xmlns=\"urn:sales-system-map:1\" version=\"1.0\" id=\"m-1\" "
    "xmlns:s=\"urn:sales-system-map:1\" s:id=\"x\">\n  <title>a</title>\n"
    "  <b xmlns=\"urn:d\"/>\n</map>\n" },
  { "escapes in a text",
    MAP ("<title> &#32;a&amp;&lt;&gt;\"'&#9;&#10;&#13;\n]]&gt; b </title>"),
    XML HEAD "  <title>&#32;&#32;a&amp;&lt;&gt;\"'&#9;&#10;&#13;&#10;]]&gt; b&#32;</title>\n"
    "</map>\n" },
  { "only blanks", MAP ("<title>  </title>"),
    XML HEAD "  <title>&#32;&#32;</title>\n</map>\n" },
  { "escapes in an attribute", MAP ("<edition label=' &amp;&lt;>&quot;&#9;&#10;&#13;\n'/>"),
    XML HEAD "  <edition label=\" &amp;&lt;&gt;&quot;&#9;&#10;&#13; \"/>\n</map>\n" },
  { "what hides", MAP ("<title>\xe2\x80\xae\xe2\x80\x8b\xc2\xad\xc2\x85\xef\xbb\xbf</title>"),
    XML HEAD "  <title>&#x202E;&#x200B;&#xAD;&#x85;&#xFEFF;</title>\n</map>\n" },
  { "joiners", MAP ("<title>a\xe2\x80\x8d \xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x92\xbb "
                    "\xe2\x9d\xa4\xef\xb8\x8f 1\xef\xb8\x8f</title>"),
    XML HEAD "  <title>a&#x200D; \xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x92\xbb "
    "\xe2\x9d\xa4\xef\xb8\x8f 1&#xFE0F;</title>\n</map>\n" },
  { "CDATA", MAP ("<title>a<![CDATA[<b>&amp;]]>c</title>"),
    XML HEAD "  <title>a&lt;b&gt;&amp;amp;c</title>\n</map>\n" },
  { "comments and instructions",
    "<!-- 1 --><?p q?>" HEAD "<!-- 2 --><title>a<!-- 3 -->b</title><!-- 4 --><stages>"
    "<!-- 5 --><stage id='s-1'/><!-- 6\n --></stages><!-- 7 --></map><!-- 8 -->",
    XML "<!-- 1 -->\n<?p q?>\n" HEAD "  <!-- 2 -->\n  <title>a<!-- 3 -->b</title>\n"
    "  <!-- 4 -->\n  <stages>\n    <!-- 5 -->\n    <stage id=\"s-1\"/>\n    <!-- 6\n -->\n"
    "  </stages>\n  <!-- 7 -->\n</map>\n<!-- 8 -->\n" },
  { "in front of what is not written",
    MAP ("<!-- 1 --><title/><!-- 2 --><links> </links><!-- 3 --><reasons><!-- 4 --></reasons>"),
    XML HEAD "  <!-- 1 -->\n  <!-- 2 -->\n  <!-- 3 -->\n  <reasons>\n    <!-- 4 -->\n"
    "  </reasons>\n</map>\n" },
  { "unknown and ours",
    MAP ("<title new='1'>a</title><conflicts><conflict of='s-1'> a\n b </conflict></conflicts>"
         "<stages new='2'/>"),
    XML HEAD "  <title new=\"1\">a</title>\n  <conflicts><conflict of=\"s-1\"> a\n b "
    "</conflict></conflicts>\n  <stages new=\"2\"/>\n</map>\n" },
  { "foreign in a text",
    MAP ("<links><link id='l-1'> a <x:b xmlns:x='urn:x'>bold</x:b> </link></links>"),
    XML HEAD "  <links>\n    <link id=\"l-1\">&#32;a <x:b xmlns:x=\"urn:x\">bold</x:b>&#32;"
    "</link>\n  </links>\n</map>\n" },
  { "our names in another namespace",
    MAP ("<stages xmlns='urn:x'><stage id='m-1' b='1' a='2'/></stages>"),
    XML HEAD "  <stages xmlns=\"urn:x\"><stage a=\"2\" b=\"1\" id=\"m-1\"/></stages>\n"
    "</map>\n" },
  { "no namespace, and ours within", MAP ("<a xmlns=''><map xmlns='urn:sales-system-map:1'>"
                                          "<b/></map></a>"),
    XML HEAD "  <a xmlns=\"\"><map xmlns=\"urn:sales-system-map:1\"><b/></map></a>\n"
    "</map>\n" },
  { "declared further out",
    "<map xmlns='urn:sales-system-map:1' xmlns:x='urn:x' version='1.0' id='m-1'>"
    "<stages xmlns:x='urn:x' x:a='1'><stage id='s-1'><x:b xmlns:x='urn:x'/></stage></stages>"
    "</map>",
    XML "<map xmlns=\"urn:sales-system-map:1\" version=\"1.0\" id=\"m-1\" "
    "xmlns:x=\"urn:x\">\n  <stages x:a=\"1\">\n    <stage id=\"s-1\">\n      <x:b/>\n"
    "    </stage>\n  </stages>\n</map>\n" },
  { "newer minor version",
    "<map xmlns='urn:sales-system-map:1' version='1.4' id='m-1'><stage><new/></stage></map>",
    XML "<map xmlns=\"urn:sales-system-map:1\" version=\"1.4\" id=\"m-1\">\n"
    "  <stage><new/></stage>\n</map>\n" },
};

static void
test_forms (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      g_autofree char *first = canonical (forms[i].read);
      g_autofree char *second = canonical (first);

      g_test_message ("%s", forms[i].name);
      g_assert_cmpstr (first, ==, forms[i].written);
      g_assert_cmpstr (second, ==, first);
    }
}

/* A criterion with a prefix of its stage goes to where that does not hold: the prefix is
 * declared again, and left out once it is back. */
static void
test_moved (void)
{
  static const char text[]
    = MAP ("  <stages>\n"
           "    <stage id=\"s-1\" xmlns:x=\"urn:x\">\n      <exit>\n"
           "        <criterion id=\"c-1\" x:a=\"1\">a<x:b>\xc3\xa9</x:b></criterion>\n"
           "      </exit>\n    </stage>\n"
           "    <stage id=\"s-2\" xmlns:x=\"urn:other\"/>\n  </stages>\n");
  g_autoptr (SsmMap) map = read_text (text, NULL);
  g_autoptr (SsmMap) moved = ssm_map_with_part_moved (map, "c-1", "s-2", SSM_LIST_ENTRY, 0);
  g_autoptr (SsmMap) back = ssm_map_with_part_moved (moved, "c-1", "s-1", SSM_LIST_EXIT, 0);
  g_autofree char *there = write_text (moved);
  g_autofree char *here = write_text (back);

  g_assert_nonnull (strstr (there, "<criterion id=\"c-1\" xmlns:x=\"urn:x\" x:a=\"1\">a<x:b>"));
  g_assert_cmpstr (here, ==, text);
}

/* A prefix that only a value speaks of goes along, too. */
static void
test_moved_value (void)
{
  g_autoptr (SsmMap) map
    = read_text (MAP ("<stages><stage id='s-1' xmlns:x='urn:x' xmlns:y='urn:y'><exit>"
                      "<criterion id='c-1'><a type='x:t'/></criterion></exit></stage>"
                      "<stage id='s-2'/></stages>"),
                 NULL);
  g_autoptr (SsmMap) moved = ssm_map_with_part_moved (map, "c-1", "s-2", SSM_LIST_EXIT, 0);
  g_autofree char *there = write_text (moved);

  g_assert_nonnull (strstr (there, "<a xmlns:x=\"urn:x\" type=\"x:t\"/>"));
}

/* One criterion changed is one line changed. */
static void
test_one_line (void)
{
  g_autoptr (SsmMap) map
    = read_text (MAP ("<!-- 1 --><stages><stage id='s-1'><exit><criterion id='c-1'>a"
                      "</criterion><criterion id='c-2'>b</criterion></exit></stage></stages>"),
                 NULL);
  g_autoptr (SsmMap) edited = ssm_map_with_text (map, "c-2", SSM_CRITERION_TEXT, "new");
  g_autofree char *before = write_text (map);
  g_autofree char *after = write_text (edited);
  char *place = strstr (after, "new");

  g_assert_nonnull (place);
  *place = 'b';
  memmove (place + 1, place + 3, strlen (place + 3) + 1);
  g_assert_cmpstr (before, ==, after);
}

static SsmMap *
titled (const char *title)
{
  SsmPart *map = ssm_part_new (SSM_KIND_MAP, "m-1");

  ssm_part_set_text (map, SSM_MAP_VERSION, "1.0");
  ssm_part_set_text (map, SSM_MAP_TITLE, title);
  return ssm_part_seal (map);
}

/* What only a bug can bring: nothing is written of it. */
static void
test_refused (void)
{
  static const char *const titles[]
    = { "\x0b", "\x1b", "\xff", "\xed\xa0\x80", "\xef\xbf\xbf", "half \xe2\x80", "\x01" };

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      g_autoptr (SsmMap) map = titled (titles[i]);
      g_autoptr (GError) error = NULL;

      g_assert_null (ssm_xml_write (map, &error));
      g_assert_error (error, SSM_IO_ERROR, SSM_IO_ERROR_INTERNAL);
      g_clear_error (&error);
      g_assert_null (ssm_xml_write_checked (map, &error));
      g_assert_error (error, SSM_IO_ERROR, SSM_IO_ERROR_INTERNAL);
    }
}

static void
test_read_again (void)
{
  g_autofree char *text = g_strnfill (SSM_MAX_TEXT + 1, 'x');
  g_autoptr (SsmMap) long_map = titled (text);
  g_autoptr (SsmPart) twice = ssm_part_new (SSM_KIND_MAP, "m-1");
  g_autoptr (GError) error = NULL;

  g_assert_null (ssm_xml_write_checked (long_map, &error));
  g_assert_error (error, SSM_IO_ERROR, SSM_IO_ERROR_TOO_BIG);
  g_clear_error (&error);

  ssm_part_set_text (twice, SSM_MAP_VERSION, "1.0");
  ssm_part_insert (twice, SSM_LIST_LINKS, 0, ssm_part_new (SSM_KIND_LINK, "m-1"));
  g_assert_null (ssm_xml_write_checked (twice, &error));
  g_assert_error (error, SSM_IO_ERROR, SSM_IO_ERROR_INTERNAL);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/io/xml-write/forms", test_forms);
  g_test_add_func ("/io/xml-write/moved", test_moved);
  g_test_add_func ("/io/xml-write/moved-value", test_moved_value);
  g_test_add_func ("/io/xml-write/one-line", test_one_line);
  g_test_add_func ("/io/xml-write/refused", test_refused);
  g_test_add_func ("/io/xml-write/read-again", test_read_again);
  return g_test_run ();
}
