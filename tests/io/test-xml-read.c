/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Other kinds of file, encodings, limits from both sides, damage, repair, and notes. */

#include "xml-fixture.h"

#include <time.h>

typedef struct
{
  const char *name;
  const char *bytes;
  gsize length;
  const char *text;
} Kind;

#define BYTES(literal) literal, sizeof literal - 1

static const Kind kinds[] = {
  { "gzip", BYTES ("\x1f\x8b\x08\0\0\0"), "gzip" },
  { "bzip2", BYTES ("BZh91AY"), "bzip2" },
  { "xz", BYTES ("\xfd" "7zXZ\0"), "xz" },
  { "zip", BYTES ("PK\x03\x04\x14\0"), "ZIP" },
  { "pdf", BYTES ("%PDF-1.7\n"), "PDF" },
  { "png", BYTES ("\x89PNG\r\n\x1a\n"), "PNG" },
  { "jpeg", BYTES ("\xff\xd8\xff\xe0"), "JPEG" },
  { "sqlite", BYTES ("SQLite format 3\0<"), "SQLite" },
  { "html", BYTES ("<!doctype HTML><html><p>Log in"), "HTML" },
  { "html without doctype", BYTES ("\n<HTML>"), "HTML" },
  { "json", BYTES ("{\"title\": 1}"), "JSON" },
  { "json list", BYTES ("[{\"a<b\": 1}]"), "JSON" },
  { "csv", BYTES ("Deal,Amount\nA,1\n"), "CSV" },
  { "csv with mark", BYTES ("\xef\xbb\xbf" "Deal;Amount\r\nA;<1\r\n"), "CSV" },
  { "words", BYTES ("Dear all\n<map>"), "begins with" },
  { "noise", BYTES ("\x93\x12\xaa\x07\x9d<\x01"), "begins with" },
  { "empty", BYTES (""), "empty" },
  { "only a mark", BYTES ("\xef\xbb\xbf"), "empty" },
  { "blanks", BYTES (" \r\n\t "), "empty" },
  { "zeros", BYTES ("\0\0\0\0\0\0\0\0"), "zero bytes" },
  { "a zero", BYTES ("\0"), "zero bytes" },
  { "zeros at the end", BYTES (XML HEAD "<tit\0\0\0\0"), "only zero bytes" },
  { "zero inside", BYTES (XML HEAD "a\0b</map>"), "0x00" },
  { "utf-32", BYTES ("\xff\xfe\0\0<\0\0\0"), "UTF-8 (or" },
  { "utf-16 without mark", BYTES ("<\0?\0x\0m\0l\0"), "UTF-8 (or" },
  { "ebcdic", BYTES ("\x4c\x6f\xa7\x94\x93"), "UTF-8 (or" },
  { "utf-7", BYTES ("+ADw-map/+AD4-"), "UTF-8 (or" },
  { "utf-7 declared", BYTES ("<?xml version=\"1.0\" encoding=\"utf-7\"?>+ADw-"), "utf-7" },
  { "windows-1252", BYTES ("<?xml version=\"1.0\" encoding=\"windows-1252\"?><map/>"),
    "windows-1252" },
  { "utf-16 declared", BYTES ("<?xml version=\"1.0\" encoding=\"UTF-16\"?><map/>"), "but it is not" },
  { "ascii that is not", BYTES ("<?xml version=\"1.0\" encoding=\"US-ASCII\"?><map>\xc3\xa9"),
    "0xC3" },
  { "utf-8 that is not", BYTES (XML HEAD "<title>caf\xe9 </title></map>"), "0xE9" },
  { "overlong", BYTES (XML HEAD "<title>\xc0\xbc</title></map>"), "0xC0" },
  { "surrogate", BYTES (XML HEAD "<title>\xed\xa0\x80</title></map>"), "0xED" },
  { "control", BYTES (XML HEAD "<title>\x0b</title></map>"), "0x0B" },
  { "noncharacter", BYTES (XML HEAD "<title>\xef\xbf\xbe</title></map>"), "U+FFFE" },
  { "half a character", BYTES (XML HEAD "<title>\xe2\x80"), "too early" },
};

static void
test_kinds (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new (kinds[i].bytes, kinds[i].length);

      g_test_message ("%s", kinds[i].name);
      assert_refused (bytes, SSM_IO_ERROR_BAD_INPUT, "", kinds[i].text);
    }
}

/* An encoding's name of 5,000 letters. */
static void
test_long_encoding (void)
{
  g_autofree char *name = g_strnfill (5000, 'x');
  g_autofree char *text
    = g_strconcat ("<?xml version=\"1.0\" encoding=\"", name, "\"?><map/>", NULL);
  g_autoptr (GBytes) bytes = bytes_of (text);

  assert_refused (bytes, SSM_IO_ERROR_BAD_INPUT, "1:1:", "…");
}

#define ACCENTS MAP ("<title>caf\xc3\xa9</title>\n")

static GBytes *
converted (const char *encoding, const char *mark, gsize mark_length)
{
  g_autofree char *declaration
    = g_strdup_printf ("<?xml version='1.0' encoding='%s' ?>\n", encoding);
  g_autofree char *text = g_strconcat (declaration, ACCENTS + strlen (XML), NULL);
  const char *to = g_str_has_prefix (encoding, "UTF-16")
                     ? (mark[0] == '\xff' ? "UTF-16LE" : "UTF-16BE")
                     : encoding;
  gsize length;
  g_autofree char *bytes = g_convert (text, -1, to, "UTF-8", NULL, &length, NULL);
  GByteArray *array = g_byte_array_new ();

  g_byte_array_append (array, (const guint8 *) mark, mark_length);
  g_byte_array_append (array, (const guint8 *) bytes, length);
  return g_byte_array_free_to_bytes (array);
}

static const struct
{
  const char *encoding;
  const char *mark;
  gsize mark_length;
  guint n_notes;
} encodings[] = {
  { "UTF-8", BYTES (""), 0 },
  { "utf-8", BYTES ("\xef\xbb\xbf"), 0 },
  { "ISO-8859-1", BYTES (""), 1 },
  { "UTF-16", BYTES ("\xff\xfe"), 1 },
  { "UTF-16", BYTES ("\xfe\xff"), 1 },
};

static void
test_encodings (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (encodings); i++)
    {
      g_autoptr (GBytes) bytes = converted (encodings[i].encoding, encodings[i].mark,
                                            encodings[i].mark_length);
      g_autoptr (GPtrArray) notes = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (SsmMap) map = ssm_xml_read (bytes, "a", &notes, &error);
      g_autofree char *written = NULL;

      g_test_message ("%s", encodings[i].encoding);
      g_assert_no_error (error);
      g_assert_cmpuint (notes->len, ==, encodings[i].n_notes);
      written = write_text (map);
      g_assert_cmpstr (written, ==,
                       XML HEAD "  <title>caf\xc3\xa9</title>\n</map>\n");
    }
}

/* @n times @item between @head and @tail; "@" is the number of the item. */
static GBytes *
repeated (const char *head, const char *item, guint n, const char *tail)
{
  GString *text = g_string_new (head);

  for (guint i = 0; i < n; i++)
    {
      const char *at = strchr (item, '@');

      g_string_append_len (text, item, at != NULL ? at - item : -1);
      if (at != NULL)
        g_string_append_printf (text, "%u%s", i, at + 1);
    }
  g_string_append (text, tail);
  return g_string_free_to_bytes (text);
}

#define FIRST XML HEAD

/* The most that is read, and one more. */
static const struct
{
  const char *name, *head, *item, *tail;
  guint most;
} limits[] = {
  { "depth", FIRST, "<a x@=''>", "", SSM_XML_MAX_DEPTH - 1 },
  { "elements", FIRST, "<a/>", "</map>", SSM_XML_MAX_NODES - 1 },
  { "comments", FIRST, "<!---->", "</map>", SSM_XML_MAX_NODES - 1 },
  { "attributes", FIRST "<a", " x@=''", "/></map>", SSM_XML_MAX_ATTRIBUTES },
  { "name", FIRST "<", "x", "/></map>", SSM_XML_MAX_NAME },
  { "attribute's name", FIRST "<edition ", "x", "=''/></map>", SSM_XML_MAX_NAME },
  { "text", FIRST "<title>", "x", "</title></map>", SSM_MAX_TEXT },
  { "attribute's value", FIRST "<edition label='", "x", "'/></map>", SSM_MAX_TEXT },
  { "stages", FIRST "<stages>", "<stage id='s-@'/>", "</stages></map>", SSM_MAX_STAGES },
  { "criteria", FIRST "<stages><stage id='s'><entry>", "<criterion id='c-@'/>",
    "</entry></stage></stages></map>", SSM_MAX_CRITERIA },
};

static void
test_limits (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (limits); i++)
    {
      gboolean is_depth = strcmp (limits[i].name, "depth") == 0;
      g_autoptr (GBytes) closing = repeated ("", "</a>", is_depth ? limits[i].most : 0,
                                             is_depth ? "</map>" : "");
      gsize n;
      const char *end = g_bytes_get_data (closing, &n);
      g_autofree char *tail = g_strdup_printf ("%.*s%s", (int) n, end, limits[i].tail);
      g_autoptr (GBytes) most
        = repeated (limits[i].head, limits[i].item, limits[i].most, tail);
      g_autoptr (GBytes) more
        = repeated (limits[i].head, limits[i].item, limits[i].most + 1, tail);
      g_autoptr (GError) error = NULL;
      g_autoptr (SsmMap) map = ssm_xml_read (most, "a", NULL, &error);

      g_test_message ("%s", limits[i].name);
      g_assert_no_error (error);
      assert_refused (more, SSM_IO_ERROR_TOO_BIG, "", "may have; ");
    }
}

static void
test_size (void)
{
  gsize most = SSM_XML_MAX_BYTES;
  g_autofree char *text = g_strnfill (most + 1, ' ');
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GBytes) more = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (SsmMap) map = NULL;

  memcpy (text, FIRST, strlen (FIRST));
  for (gsize i = 1; i < 16; i++)
    memcpy (text + i * 1024 * 1024, "<!---->", 7);
  memcpy (text + most - 7, "</map>\n", 7);

  bytes = g_bytes_new (text, most);
  more = g_bytes_new (text, most + 1);
  map = ssm_xml_read (bytes, "a", NULL, &error);
  g_assert_no_error (error);
  assert_refused (more, SSM_IO_ERROR_TOO_BIG, "", "larger than 16 MiB");
}

static void
test_id_length (void)
{
  g_autofree char *letters = g_strnfill (SSM_MAX_ID - 1, 'x');
  g_autofree char *most = g_strdup_printf (MAP ("<links><link id='l%s'/></links>"), letters);
  g_autofree char *more
    = g_strdup_printf (MAP ("<links><link id='la%s'/></links>"), letters);
  g_autoptr (GBytes) bytes = bytes_of (more);
  g_autoptr (SsmMap) map = read_text (most, NULL);

  g_assert_cmpuint (strlen (ssm_part_id (ssm_part_child (map, SSM_LIST_LINKS, 0))), ==, 64);
  assert_refused (bytes, SSM_IO_ERROR_BAD_INPUT, "3:14:", "…");
}

/* How many seconds of a processor each of the files below may cost. The address sanitizer
 * notes for each allocation where it was made. */
#ifdef __SANITIZE_ADDRESS__
#define MOST_SECONDS 60
#else
#define MOST_SECONDS 10
#endif

/* Bad and large files that could cost much. */
static const struct
{
  const char *name, *head, *item, *tail;
  guint n;
} heavy[] = {
  { "a million attributes", FIRST "<a ", "x@='' ", "/></map>", 1000000 },
  { "a million namespaces", FIRST "<a ", "xmlns:x@='u' ", "/></map>", 700000 },
  { "open elements", FIRST, "<a>", "", 200000 },
  { "two million elements", FIRST, "<a/>", "</map>", 2000000 },
  { "name of 60,000 letters", FIRST "<", "x", "/></map>", 60000 },
  { "one name of megabytes", FIRST "<", "x", "/></map>", 12000000 },
  { "one text of megabytes", FIRST "<title>", "x", "</title></map>", 12000000 },
  { "one value of megabytes", FIRST "<edition label='", "x", "'/></map>", 12000000 },
  { "references", FIRST "<edition label='", "&#65;", "'/></map>", 3000000 },
  { "control characters", FIRST "<title>", "\x01", "</title></map>", 12000000 },
  { "angle brackets", FIRST, "<", "", 12000000 },
  { "quotation marks", FIRST "<a ", "'\"", "", 6000000 },
  { "text in comments", FIRST, "<!--<a b=''-->", "", 900000 },
};

static void
test_heavy (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (heavy); i++)
    {
      g_autoptr (GBytes) bytes = repeated (heavy[i].head, heavy[i].item, heavy[i].n,
                                           heavy[i].tail);
      g_autoptr (GError) error = NULL;
      clock_t start = clock ();
      g_autoptr (SsmMap) map = ssm_xml_read (bytes, "a", NULL, &error);
      double seconds = (double) (clock () - start) / CLOCKS_PER_SEC;

      g_test_message ("%s: %.3f s, %s", heavy[i].name, seconds,
                      error != NULL ? error->message : "");
      g_assert_null (map);
      g_assert_cmpint (ssm_io_error_exit_status (error), ==, 65);
      g_assert_cmpfloat (seconds, <, MOST_SECONDS);
    }
}

static const char whole[] = MAP (
  "<title>Map \xe2\x80\x93 \xc3\xa9</title>\n<edition label=\"1\" date=\"2026-11-23\"/>\n"
  "<stages x:a='b' xmlns:x='urn:x'>\n<!-- a \xe2\x80\x93 -->\n<stage id='s-1' outcome='d-1'>"
  "<name>A &amp; b &#x202e;</name><exit><criterion id='c-1'>Text <x:b>bold</x:b> "
  "<![CDATA[<>]]></criterion></exit></stage></stages>\n<?pi data?>\n<definitions>"
  "<definition id='d-1' term='T' page='yes'>Text</definition></definitions>\n");

static void
test_every_cut (void)
{
  for (gsize n = 1; n < sizeof whole - 2; n++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new (whole, n);

      assert_refused (bytes, SSM_IO_ERROR_BAD_INPUT, "", "too early");
    }
}

/* A flip may leave a map; what is read is then written and read again. */
static void
test_every_flip (void)
{
  for (gsize i = 0; i < 8 * (sizeof whole - 1); i++)
    {
      g_autofree char *text = g_strdup (whole);
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (SsmMap) map = NULL;

      text[i / 8] = (char) (text[i / 8] ^ 1 << i % 8);
      bytes = g_bytes_new (text, sizeof whole - 1);
      map = ssm_xml_read (bytes, "a.salesmap", NULL, &error);
      if (map != NULL)
        g_free (write_text (map));
      else
        g_assert_cmpint (ssm_io_error_exit_status (error), ==, 65);
    }
}

static void
test_repair (void)
{
  static const char damaged[]
    = MAP ("<title>a\x0b&#0;\xff<!-- &#0; --> \xef\xbf\xbf</title>\n"
           "<links>\n<link id='l-1'/>\n<link id='l-1'/></links>\n") "\0\0\0";
  g_autoptr (GBytes) bytes = g_bytes_new (damaged, sizeof damaged - 1);
  g_autoptr (GPtrArray) notes = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (SsmMap) map = ssm_xml_read_repaired (bytes, "a", &notes, &error);
  g_autofree char *written = NULL;
  const char *first, *second;

  g_assert_no_error (error);
  g_assert_cmpuint (notes->len, ==, 3);
  g_assert_cmpstr (ssm_part_text (map, SSM_MAP_TITLE), ==,
                   "a\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd \xef\xbf\xbd");
  first = ssm_part_id (ssm_part_child (map, SSM_LIST_LINKS, 0));
  second = ssm_part_id (ssm_part_child (map, SSM_LIST_LINKS, 1));
  g_assert_cmpstr (first, ==, "l-1");
  g_assert_cmpstr (second, !=, "l-1");
  written = write_text (map);
  g_assert_nonnull (strstr (written, "<!-- &#0; -->"));
}

/* A later version is understood as far as that goes, and only to be looked at. */
static void
test_to_look (void)
{
  static const char * const newer[] = {
    "<map xmlns='urn:sales-system-map:1' version='2.0' id='m-1'><aim/><title>A</title></map>",
    "<n:map xmlns:n='urn:sales-system-map:7' version='7.1' id='m-1'><n:aim><n:title/></n:aim>"
    "<n:title>A</n:title></n:map>",
  };

  for (guint i = 0; i < G_N_ELEMENTS (newer); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (newer[i], strlen (newer[i]));
      g_autoptr (GError) error = NULL;
      g_autoptr (SsmMap) map = ssm_xml_read_to_look (bytes, "a", &error);

      g_assert_no_error (error);
      g_assert_cmpstr (ssm_part_text (map, SSM_MAP_TITLE), ==, "A");
      g_assert_null (ssm_xml_read (bytes, "a", NULL, &error));
      g_assert_error (error, SSM_IO_ERROR, SSM_IO_ERROR_NEWER);
    }
}

/* What loads with a word about it. */
static const struct
{
  const char *contents;
  guint line;
  const char *text;
} notable[] = {
  { "<map xmlns=\"urn:sales-system-map:1\"\nversion=\"1.7\" id=\"m-1\"><new/></map>", 2,
    "1.7" },
  { MAP ("<links>\n<link id='l-1' from='s-9' to='lost'/></links>"), 4, "from=\"s-9\"" },
  { MAP ("<links>\n<link id='l-1' from='m-1' to='nurture'/></links>"), 4, "from=\"m-1\"" },
  { MAP ("<stages><stage id='s-1' outcome='d-1'/></stages>"), 3, "outcome=\"d-1\"" },
  { MAP ("<measured>\n\n<at stage='s-1'/></measured>"), 5, "stage=\"s-1\"" },
  { MAP ("<measured><lost reason='r-1'/></measured>"), 3, "reason=\"r-1\"" },
  { MAP ("<stages><stage id='s-1'\nblock='prayer'/></stages>"), 4, "block=\"prayer\"" },
  { MAP ("<page paper='B5'/>"), 3, "paper=\"B5\"" },
  { MAP ("<measures><measure id='q-1' kind='&#10;'/></measures>"), 3, "kind=\"\\n\"" },
};

static void
test_notes (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (notable); i++)
    {
      g_autoptr (GPtrArray) notes = NULL;
      g_autoptr (SsmMap) map = read_text (notable[i].contents, &notes);
      const SsmXmlNote *note;

      g_assert_cmpuint (notes->len, ==, 1);
      note = g_ptr_array_index (notes, 0);
      g_test_message ("%s", note->message);
      g_assert_cmpuint (note->line, ==, notable[i].line);
      g_assert_nonnull (strstr (note->message, notable[i].text));
    }
}

static void
test_many_notes (void)
{
  g_autoptr (GBytes) bytes = repeated (FIRST "<links>", "<link id='l-@' from='x' to='y'/>\n",
                                       5000, "</links></map>");
  g_autoptr (GPtrArray) notes = NULL;
  g_autoptr (SsmMap) map = ssm_xml_read (bytes, "a", &notes, NULL);
  const SsmXmlNote *last;

  g_assert_nonnull (map);
  g_assert_cmpuint (notes->len, ==, 101);
  last = g_ptr_array_index (notes, 100);
  g_assert_nonnull (strstr (last->message, "9900"));
}

/* What a person may well have made: it loads without a word. */
static void
test_quiet (void)
{
  static const char *const quiet[] = {
    MAP (""),
    MAP ("<stages/><links></links>"),
    MAP ("<links><link id='a' from='lost' to='nurture'/>"
         "<link id='b' from='lost' to='nurture'/></links>"),
    MAP ("<stages><stage id='s-1'/></stages>"
         "<links><link id='a' from='s-1' to='s-1'/></links>"),
    MAP ("<versions><version id='v-1'><map id='m-1'><stages><stage id='s-1'/></stages>"
         "</map></version></versions><stages><stage id='s-1'/></stages>"),
    MAP ("<i:include xmlns:i='http://www.w3.org/2001/XInclude' href='/etc/passwd'/>"),
    MAP ("<?xml-stylesheet href='http://localhost:9/'?>"),
  };

  for (guint i = 0; i < G_N_ELEMENTS (quiet); i++)
    {
      g_autoptr (GPtrArray) notes = NULL;
      g_autoptr (SsmMap) map = read_text (quiet[i], &notes);

      g_free (write_text (map));
      g_assert_cmpuint (notes->len, ==, 0);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/io/xml-read/kinds", test_kinds);
  g_test_add_func ("/io/xml-read/long-encoding", test_long_encoding);
  g_test_add_func ("/io/xml-read/encodings", test_encodings);
  g_test_add_func ("/io/xml-read/limits", test_limits);
  g_test_add_func ("/io/xml-read/size", test_size);
  g_test_add_func ("/io/xml-read/id-length", test_id_length);
  g_test_add_func ("/io/xml-read/heavy", test_heavy);
  g_test_add_func ("/io/xml-read/every-cut", test_every_cut);
  g_test_add_func ("/io/xml-read/every-flip", test_every_flip);
  g_test_add_func ("/io/xml-read/repair", test_repair);
  g_test_add_func ("/io/xml-read/to-look", test_to_look);
  g_test_add_func ("/io/xml-read/notes", test_notes);
  g_test_add_func ("/io/xml-read/many-notes", test_many_notes);
  g_test_add_func ("/io/xml-read/quiet", test_quiet);
  return g_test_run ();
}
