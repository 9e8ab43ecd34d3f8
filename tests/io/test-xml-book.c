/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The deal book is read and written by the tables that maps are: what holds for these, its
 * own limits, and what is said where a map is taken for a book. */

#include "xml-fixture.h"

#include "random-map.h"

#define RUNS 300
#define BOOK_HEAD \
  "<deals xmlns=\"urn:sales-system-map:1\" version=\"1.0\" map=\"m-1\">\n"
#define BOOK(body) XML BOOK_HEAD body "</deals>\n"
#define DEAL(attributes) BOOK ("<deal id=\"x-1\"\n" attributes "/>\n")

static SsmBook *
read_book (const char *text, GPtrArray **notes)
{
  g_autoptr (GBytes) bytes = bytes_of (text);
  g_autoptr (GError) error = NULL;
  SsmBook *book = ssm_xml_read_book (bytes, "a.salesdeals", notes, &error);

  g_assert_no_error (error);
  return book;
}

static void
test_laws (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed ((guint32) g_test_rand_int ());

  for (guint i = 0; i < RUNS; i++)
    {
      g_autoptr (SsmBook) book = random_book (random, i % 2 == 0);
      g_autofree char *first = write_text (book);
      g_autoptr (SsmBook) again = read_book (first, NULL);
      g_autofree char *second = write_text (again);
      g_autoptr (SsmBook) third = read_book (second, NULL);

      g_assert_true (strcmp (first, second) == 0);
      g_assert_true (ssm_part_equal (again, third));
      g_assert_true (i % 2 == 0 || ssm_part_equal (book, again));
    }
}

static void
test_example (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("G_TEST_SRCDIR"), "..", "data",
                                            "examples", "northgate.salesdeals", NULL);
  g_autofree char *text = NULL, *written = NULL;
  g_autoptr (SsmBook) book = NULL;
  g_autoptr (GPtrArray) notes = NULL;
  SsmPart *deal, *answer;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  book = read_book (text, &notes);
  written = write_text (book);
  g_assert_true (strcmp (text, written) == 0);
  g_assert_cmpuint (notes->len, ==, 0);

  deal = ssm_book_find (book, "x-7k2m9qpd", NULL);
  answer = ssm_deal_answer (deal, "c-dis-out2");
  g_assert_cmpstr (ssm_part_text (deal, SSM_DEAL_NAME), ==, "Brightline Logistics");
  g_assert_cmpstr (ssm_part_text (answer, SSM_ANSWER_IS), ==, "partly");
  g_assert_cmpstr (ssm_part_text (ssm_deal_next (deal), SSM_NEXT_DATE), ==, "2026-11-27");
}

/* Line and column, the field by its name, and what to write instead. */
static const struct
{
  const char *contents, *place, *text;
} wrong[] = {
  { DEAL ("since=\"2026-02-30\""), "4:1:", "since=\"2026-02-30\" is no day" },
  { DEAL ("since=\"2026-02-03T10:00\""), "4:1:", "is no day" },
  { DEAL ("close=\"9999999-01-01\""), "4:1:", "is no day" },
  { DEAL ("amount=\"NaN\""), "4:1:", "amount=\"NaN\" is no number" },
  { DEAL ("amount=\"1e400\""), "4:1:", "is no number" },
  { DEAL ("amount=\"1.234,56\""), "4:1:", "is no number" },
  { DEAL ("amount=\"1.2345678\""), "4:1:", "is no number" },
  { DEAL ("claimed=\"../x\""), "4:1:", "claimed=\"../x\" is no id" },
  { BOOK ("<deal/>"), "3:1:", "<deal> has no id" },
  { BOOK ("<deal id=\"x-1\"/>\n<deal id=\"x-1\"/>"), "4:7:", "first in line 3" },
  { BOOK ("<deal id=\"x-1\">\n<diagnosis/><diagnosis/></deal>"), "4:13:", "second time" },
  { BOOK ("<deal id=\"x-1\">\n<answer/></deal>"), "4:1:", "cannot stand in <deal>" },
  { BOOK ("<deal id=\"x-1\">\nstray</deal>"), "4:1:", "“stray”" },
  { BOOK ("<stages/>"), "3:1:", "cannot stand in <deals>" },
  { BOOK ("<!DOCTYPE deals>"), "3:1:", "DOCTYPE" },
  { BOOK ("<deal"), "3:6:", "" },
  { "<deals xmlns=\"urn:sales-system-map:1\"/>", "1:1:", "<deals> does not say" },
  { XML HEAD "</map>", "2:1:", "this is no deal book but a map; choose a .salesdeals" },
  { "<deals/>", "1:1:", "no deal book: it begins with <deals> in no namespace" },
  { "<deals xmlns=\"urn:x\"/>", "1:1:", "of “urn:x”; a deal book begins with <deals" },
  { "Deal,Stage\nA,B\n", " ", "no deal book but a table (CSV)" },
  { "?<deals/>", "1:1:", "begins with “<?xml” or “<deals”" },
};

static void
test_errors (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GBytes) bytes = bytes_of (wrong[i].contents);
      g_autoptr (GError) error = NULL;
      g_autofree char *start = g_strconcat ("a.salesdeals:", wrong[i].place, NULL);

      g_assert_null (ssm_xml_read_book (bytes, "a.salesdeals", NULL, &error));
      g_test_message ("%s", error->message);
      g_assert_error (error, SSM_IO_ERROR, (int) SSM_IO_ERROR_BAD_INPUT);
      g_assert_true (g_str_has_prefix (error->message, start));
      g_assert_nonnull (strstr (error->message, wrong[i].text));
    }
}

/* What is not known is kept and said; what points into the map is nobody's business here. */
static void
test_unknown (void)
{
  static const char text[] = BOOK (
    "  <deal id=\"x-1\" claimed=\"s-gone\" currency=\"XX\" new=\"1\">\n"
    "    <diagnosis>\n"
    "      <answer criterion=\"c-gone\" is=\"perhaps\" words=\"Pain stated\">a</answer>\n"
    "    </diagnosis>\n"
    "    <mood>good</mood>\n"
    "  </deal>\n");
  g_autoptr (GPtrArray) notes = NULL;
  g_autoptr (SsmBook) book = read_book (text, &notes);
  g_autofree char *written = write_text (book);

  g_assert_cmpstr (written, ==, text);
  g_assert_cmpuint (notes->len, ==, 2);
}

/* Both sides of a limit that a map reaches much earlier. */
static void
test_elements (void)
{
  g_autoptr (GString) text = g_string_new (XML BOOK_HEAD);
  g_autoptr (SsmBook) book = NULL;

  for (guint i = 0; i < SSM_XML_MAX_NODES / 2 + 1; i++)
    g_string_append_printf (text, "<deal id=\"x-%u\"><name>a</name></deal>\n", i);
  g_string_append (text, "</deals>");
  book = read_book (text->str, NULL);
  g_assert_cmpuint (ssm_book_n_deals (book), ==, SSM_XML_MAX_NODES / 2 + 1);
}

static GString *
deals_text (guint n)
{
  GString *text = g_string_sized_new (64 * 1024 * 1024);

  g_string_append (text, XML BOOK_HEAD);
  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "<deal id=\"x-%u\" amount=\"%u.50\"/>\n", i, i);
  g_string_append (text, "</deals>\n");
  return text;
}

/* The most deals there may be are read, one more is refused. */
static void
test_deals (void)
{
  g_autoptr (GString) most = deals_text (SSM_MAX_DEALS);
  g_autoptr (GString) too_many = deals_text (SSM_MAX_DEALS + 1);
  g_autoptr (GBytes) bytes = bytes_of (too_many->str);
  g_autoptr (SsmBook) book = read_book (most->str, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (ssm_book_n_deals (book), ==, SSM_MAX_DEALS);
  g_assert_null (ssm_xml_read_book (bytes, "a.salesdeals", NULL, &error));
  g_assert_error (error, SSM_IO_ERROR, (int) SSM_IO_ERROR_TOO_BIG);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/io/xml-book/laws", test_laws);
  g_test_add_func ("/io/xml-book/example", test_example);
  g_test_add_func ("/io/xml-book/errors", test_errors);
  g_test_add_func ("/io/xml-book/unknown", test_unknown);
  g_test_add_func ("/io/xml-book/elements", test_elements);
  if (g_test_slow ())
    g_test_add_func ("/io/xml-book/deals", test_deals);
  return g_test_run ();
}
