/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A table becomes a deal book, and the next one brings it up to date. */

#include <gio/gio.h>
#include <string.h>

#include "deal-fixture.h"
#include "ssm-book-edit.h"
#include "ssm-deal-edit.h"
#include "ssm-deal-import.h"
#include "ssm-field-test.h"
#include "ssm-table-look.h"
#include "ssm-table-memory.h"
#include "ssm-xml-read.h"
#include "ssm-xml-write.h"
#include "table-fixture.h"

#define TODAY "2026-11-25"

/* (transfer full): the map of deal_map_new () with a criterion that a column answers, and a
 * reason. */
static SsmMap *
map_new (void)
{
  g_autoptr (SsmMap) plain = deal_map_new ();
  SsmMap *map = ssm_part_copy (plain);
  SsmPart *stage = ssm_part_copy (ssm_map_stage (plain, 2));
  SsmPart *criterion = ssm_part_new (SSM_KIND_CRITERION, "c-budget");
  SsmPart *reason = ssm_part_new (SSM_KIND_REASON, "r-price");

  ssm_part_set_text (criterion, SSM_CRITERION_TEXT, "Budget is 10,000 or more");
  ssm_part_set_text (criterion, SSM_CRITERION_FIELD, "Amount");
  ssm_part_set_text (criterion, SSM_CRITERION_TEST, "at-least");
  ssm_part_set_text (criterion, SSM_CRITERION_VALUE, "10000");
  ssm_part_insert (stage, SSM_LIST_EXIT, 0, criterion);
  ssm_part_replace (map, SSM_LIST_STAGES, 2, stage);
  ssm_part_set_text (reason, SSM_REASON_CODE, "L4");
  ssm_part_set_text (reason, SSM_REASON_TEXT, "Price or terms");
  ssm_part_insert (map, SSM_LIST_REASONS, 0, reason);
  return ssm_part_seal (map);
}

/* (transfer full): @book after @table was imported. */
static SsmDealImport *
import (const SsmMap *map, SsmBook *book, const char *table, const char *date)
{
  g_autoptr (SsmTableSource) source = table_source_new (table, -1);
  g_autoptr (SsmTableLook) look = ssm_table_look_new (source, NULL, NULL);
  g_autoptr (SsmTableMapping) mapping
      = ssm_table_memory_apply (ssm_part_only (book, SSM_LIST_IMPORT), look->mapping);
  g_autoptr (GError) error = NULL;
  SsmDealImport *result = ssm_deal_import_new (source, mapping, map, book, date, &error);

  g_assert_no_error (error);
  return result;
}

/* (transfer full): the deals of @book as a file has them, ids apart. */
static char *
deals_to_xml (SsmBook *book)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = ssm_xml_write_checked (book, &error);
  g_autofree char *xml = NULL;
  g_autoptr (GRegex) ids = g_regex_new (" id=\"x-[a-z0-9]*\"", 0, 0, NULL);

  g_assert_no_error (error);
  xml = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_assert_nonnull (strstr (xml, "</import>\n"));
  return g_regex_replace_literal (ids, strstr (xml, "</import>\n") + 10, -1, 0, "", 0, NULL);
}

static const char first_table[]
    = "Id,Deal Name,Company,Owner,Stage,Since,Amount,Currency,Close Date,Create Date,"
      "Lost reason,E-mail\n"
      "1,Alpha,Alpha SE,Ada,Discovery,,48000,EUR,2026-12-18,2026-09-30,,a@example.com\n"
      "2,Beta,Beta SA,Ines,Proposal,,900,EUR,2026-12-01,2026-09-01,,b@example.com\n"
      "3,Gamma,Gamma Oy,Ines,Closed Lost,,,,2026-10-01,2026-08-01,price or terms,\n";

static void
test_new (void)
{
  g_autoptr (SsmMap) map = map_new ();
  g_autoptr (SsmBook) book = ssm_book_new ("m-test");
  g_autoptr (SsmDealImport) result = import (map, book, first_table, TODAY);
  g_autofree char *xml = deals_to_xml (result->book);

  g_assert_cmpuint (result->n_added, ==, 3);
  g_assert_cmpuint (result->n_changed + result->n_same, ==, 0);
  g_assert_cmpuint (result->n_answers, ==, 2);
  g_assert_cmpstr (
      xml, ==,
      "  <deal claimed=\"s-3\" crm=\"1\" amount=\"48000\" currency=\"EUR\" close=\"2026-12-18\" "
      "created=\"2026-09-30\">\n"
      "    <name>Alpha</name>\n    <account>Alpha SE</account>\n    <owner>Ada</owner>\n"
      "    <diagnosis>\n"
      "      <answer criterion=\"c-budget\" is=\"yes\" on=\"2026-11-25\" source=\"data\" "
      "words=\"Budget is 10,000 or more\">Amount: 48000</answer>\n"
      "    </diagnosis>\n"
      "    <move to=\"s-3\"/>\n"
      "    <value column=\"Amount\">48000</value>\n"
      "  </deal>\n"
      "  <deal claimed=\"s-4\" crm=\"2\" amount=\"900\" currency=\"EUR\" close=\"2026-12-01\" "
      "created=\"2026-09-01\">\n"
      "    <name>Beta</name>\n    <account>Beta SA</account>\n    <owner>Ines</owner>\n"
      "    <diagnosis>\n"
      "      <answer criterion=\"c-budget\" is=\"no\" on=\"2026-11-25\" source=\"data\" "
      "words=\"Budget is 10,000 or more\">Amount: 900</answer>\n"
      "    </diagnosis>\n"
      "    <move to=\"s-4\"/>\n"
      "    <value column=\"Amount\">900</value>\n"
      "  </deal>\n"
      "  <deal crm=\"3\" close=\"2026-10-01\" created=\"2026-08-01\">\n"
      "    <name>Gamma</name>\n    <account>Gamma Oy</account>\n    <owner>Ines</owner>\n"
      "    <closed as=\"lost\" on=\"2026-10-01\" reason=\"r-price\" code=\"L4\">price or "
      "terms</closed>\n"
      "  </deal>\n"
      "</deals>\n");
  g_assert_null (strstr (xml, "example.com"));
}

/* The same table again, on another day, is no change. */
static void
test_again (void)
{
  g_autoptr (SsmMap) map = map_new ();
  g_autoptr (SsmBook) book = ssm_book_new ("m-test");
  g_autoptr (SsmDealImport) one = import (map, book, first_table, TODAY);
  g_autoptr (SsmDealImport) other = import (map, one->book, first_table, "2026-12-24");

  g_assert_true (other->book == one->book);
  g_assert_cmpuint (other->n_same, ==, 3);
  g_assert_cmpuint (other->n_added + other->n_changed, ==, 0);
}

/* (transfer full): @book with an answer that a person gave to the criterion of its deal. */
static SsmBook *
answer (SsmBook *book, guint index, const char *is)
{
  const SsmAnswer given = { .is = is, .evidence = "She said so", .date = TODAY, .by = "Ada" };
  g_autoptr (SsmPart) deal
      = ssm_deal_with_answer (ssm_book_deal (book, index), "c-budget", &given);

  return ssm_book_with_deal (book, deal);
}

static const char second_table[]
    = "Id,Deal Name,Company,Owner,Stage,Since,Amount,Currency,Close Date,Create Date,"
      "Lost reason,E-mail\n"
      "1,Alpha,Alpha SE,Ada,Proposal,,500,EUR,2027-01-18,2026-09-30,,\n"
      "2,Beta phase 2,,,Proposal,,,,,,,\n"
      "3,Gamma,Gamma Oy,Ines,Discovery,,,,2026-10-01,2026-08-01,,\n"
      "4,Delta,,,Sourcing,2026-11-20,,,,,,\n";

/* What changed comes over; what a person said stays, and so does what is closed; what is
 * empty changes nothing. */
static void
test_update (void)
{
  g_autoptr (SsmMap) map = map_new ();
  g_autoptr (SsmBook) book = ssm_book_new ("m-test");
  g_autoptr (SsmDealImport) one = import (map, book, first_table, "2026-11-18");
  g_autoptr (SsmBook) answered = answer (one->book, 0, "yes");
  g_autoptr (SsmDealImport) other = import (map, answered, second_table, TODAY);
  const SsmPart *alpha = ssm_book_deal (other->book, 0);
  const SsmPart *beta = ssm_book_deal (other->book, 1);
  const SsmPart *delta = ssm_book_deal (other->book, 3);
  const SsmPart *said = ssm_deal_answer (alpha, "c-budget");

  g_assert_cmpuint (other->n_added, ==, 1);
  g_assert_cmpuint (other->n_changed, ==, 3);
  g_assert_cmpuint (other->n_same, ==, 0);
  g_assert_false (ssm_deal_is_open (ssm_book_deal (other->book, 2)));
  g_assert_cmpuint (one->n_kept_closed, ==, 0);
  g_assert_cmpuint (other->n_kept_closed, ==, 1);
  g_assert_cmpstr (ssm_part_id (alpha), ==, ssm_part_id (ssm_book_deal (one->book, 0)));
  g_assert_cmpstr (ssm_part_text (said, SSM_ANSWER_IS), ==, "yes");
  g_assert_cmpstr (ssm_part_text (said, SSM_ANSWER_EVIDENCE), ==, "She said so");
  g_assert_cmpstr (ssm_part_text (alpha, SSM_DEAL_CLAIMED), ==, "s-4");
  g_assert_cmpstr (ssm_part_text (alpha, SSM_DEAL_SINCE), ==, TODAY);
  g_assert_cmpstr (ssm_part_text (alpha, SSM_DEAL_AMOUNT), ==, "500");
  g_assert_cmpstr (ssm_part_text (alpha, SSM_DEAL_SLIPS), ==, "1");
  g_assert_cmpstr (ssm_part_text (beta, SSM_DEAL_NAME), ==, "Beta phase 2");
  g_assert_cmpstr (ssm_part_text (beta, SSM_DEAL_OWNER), ==, "Ines");
  g_assert_cmpstr (ssm_part_text (beta, SSM_DEAL_AMOUNT), ==, "900");
  g_assert_null (ssm_deal_answer (beta, "c-budget"));
  g_assert_cmpstr (ssm_part_text (delta, SSM_DEAL_SINCE), ==, "2026-11-20");
}

/* A deal that is named only is found by its name, and two of one name are two. */
static void
test_names (void)
{
  static const char table[] = "Deal Name,Stage,Amount\nTwin,Discovery,1\nTwin,Proposal,2\n";
  g_autoptr (SsmMap) map = map_new ();
  g_autoptr (SsmBook) book = ssm_book_new ("m-test");
  g_autoptr (SsmDealImport) one = import (map, book, table, TODAY);
  g_autoptr (SsmDealImport) other = import (map, one->book, table, TODAY);

  g_assert_cmpuint (one->n_added, ==, 2);
  g_assert_cmpuint (other->n_same, ==, 2);
  g_assert_true (other->book == one->book);
}

/* What a person explained in the last table is not asked of the next. */
static void
test_memory (void)
{
  g_autoptr (SsmMap) map = map_new ();
  g_autoptr (SsmBook) book = ssm_book_new ("m-test");
  g_autoptr (SsmTableSource) source
      = table_source_new ("Id;What;Stage;When\n1;Alpha;Demo;25/11/2026\n", -1);
  g_autoptr (SsmTableLook) look = ssm_table_look_new (source, NULL, NULL);
  g_autoptr (SsmTableMapping) a
      = ssm_table_mapping_with_column (look->mapping, SSM_COLUMN_NAME, 1);
  g_autoptr (SsmTableMapping) b = ssm_table_mapping_with_column (a, SSM_COLUMN_CLOSE, 3);
  g_autoptr (SsmTableMapping) mapping
      = ssm_table_mapping_with_meaning (b, SSM_COLUMN_STAGE, "Demo", "s-4");
  g_autoptr (SsmDealImport) one
      = ssm_deal_import_new (source, mapping, map, book, TODAY, NULL);
  g_autoptr (SsmDealImport) other
      = import (map, one->book, "Id;What;Stage;When\n2;Beta;Demo;05/12/2026\n", TODAY);
  const SsmPart *beta = ssm_book_deal (other->book, 1);

  g_assert_cmpstr (ssm_part_text (beta, SSM_DEAL_NAME), ==, "Beta");
  g_assert_cmpstr (ssm_part_text (beta, SSM_DEAL_CLAIMED), ==, "s-4");
  g_assert_cmpstr (ssm_part_text (beta, SSM_DEAL_CLOSE), ==, "2026-12-05");
}

static gboolean
stop_cb (guint64 done, guint64 total, gpointer data)
{
  guint *calls = data;

  return ++*calls < 20;
}

/* A reading that is stopped, or ends in the middle, leaves nothing. */
static void
test_all_or_nothing (void)
{
  g_autoptr (SsmMap) map = map_new ();
  g_autoptr (SsmBook) book = ssm_book_new ("m-test");
  g_autoptr (GString) text = g_string_new ("Id,Name,Stage\n");
  g_autoptr (SsmTableSource) source = NULL;
  g_autoptr (SsmTableLook) look = NULL;
  g_autoptr (GError) error = NULL;
  guint calls = 0;

  for (guint i = 0; i < 200000; i++)
    g_string_append_printf (text, "%u,some name of a deal,Discovery\n", i);
  source = table_source_new (text->str, -1);
  look = ssm_table_look_new (source, NULL, NULL);
  ssm_table_source_set_progress (source, stop_cb, &calls);
  g_assert_null (ssm_deal_import_new (source, look->mapping, map, book, TODAY, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (ssm_book_n_deals (book), ==, 0);
}

/* Whatever an import makes of hostile cells is a book that can be saved and read. */
static void
test_hostile (void)
{
  static const char table[]
      = "Id\xef\xbf\xbf,Name,Stage,Owner,Lost reason,\x01" "Amount\n"
        "1,\"a\vb\x1b[31m\",Discovery,\"\xe2\x80\xae evil\",,7\n"
        "2,<b>&amp;]]>,Closed Lost,\"two\nlines\",\"--><x/>\"\n"
        "\"3\n4\",=1+1,Discovery,\xff,\n";
  g_autoptr (SsmMap) map = map_new ();
  g_autoptr (SsmBook) book = ssm_book_new ("m-test");
  g_autoptr (SsmDealImport) one = import (map, book, table, TODAY);
  g_autoptr (SsmDealImport) other = import (map, one->book, table, TODAY);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = ssm_xml_write_checked (one->book, &error);
  g_autoptr (SsmBook) back = NULL;

  g_assert_no_error (error);
  back = ssm_xml_read_book (bytes, "book", NULL, &error);
  g_assert_no_error (error);
  g_assert_true (ssm_part_equal (back, one->book));
  g_assert_cmpuint (other->n_same, ==, 3);
}

typedef struct
{
  const char *test, *value, *cell;
  SsmFieldAnswer answer;
} FieldCase;

#define UNKNOWN SSM_FIELD_UNKNOWN
#define NO SSM_FIELD_NO
#define YES SSM_FIELD_YES

static const FieldCase field_cases[] = {
  { "known", "", "x", YES },
  { "known", "", "0", YES },
  { "known", "", "", UNKNOWN },
  { "known", "", "(No value)", UNKNOWN },
  { "at-least", "10000", "10000", YES },
  { "at-least", "10000", "10,000.00", YES },
  { "at-least", "10000", "9999.99", NO },
  { "at-least", "10000", "", UNKNOWN },
  { "at-least", "10000", "much", UNKNOWN },
  { "at-least", "2026-12-01", "2026-12-01", YES },
  { "at-least", "2026-12-01", "30.11.2026", NO },
  { "at-most", "10000", "10000.01", NO },
  { "at-most", "10000", "-5", YES },
  { "is", "Yes", "yes ", YES },
  { "is", "Yes", "no", NO },
  { "is", "Straße", "STRASSE", YES },
  { "is-not", "None yet", "none yet", NO },
  { "is-not", "None yet", "Ada", YES },
  { "is-not", "None yet", "", UNKNOWN },
  { "one-of", "A|B | C", "b", YES },
  { "one-of", "A|B | C", "c", YES },
  { "one-of", "A|B", "D", NO },
  { "within-days", "14", "2026-11-20", YES },
  { "within-days", "14", "2026-11-11", YES },
  { "within-days", "14", "2026-11-10", NO },
  { "within-days", "14", "2026-12-09", YES },
  { "within-days", "14", "2026-12-10", NO },
  { "within-days", "soon", "2026-11-20", UNKNOWN },
  { "within-days", "14", "yesterday", UNKNOWN },
  { "unheard-of", "1", "1", UNKNOWN },
};

static void
test_fields (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (field_cases); i++)
    {
      const FieldCase *c = &field_cases[i];
      g_autoptr (SsmPart) criterion = ssm_part_new (SSM_KIND_CRITERION, "c-1");

      ssm_part_set_text (criterion, SSM_CRITERION_TEST, c->test);
      ssm_part_set_text (criterion, SSM_CRITERION_VALUE, c->value);
      g_test_message ("%s %s: %s", c->test, c->value, c->cell);
      g_assert_cmpint (ssm_field_test (criterion, c->cell, SSM_DATE_ORDER_UNKNOWN,
                                       SSM_DECIMAL_POINT, deal_day (TODAY)),
                       ==, c->answer);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/table/import/new", test_new);
  g_test_add_func ("/table/import/again", test_again);
  g_test_add_func ("/table/import/update", test_update);
  g_test_add_func ("/table/import/names", test_names);
  g_test_add_func ("/table/import/memory", test_memory);
  g_test_add_func ("/table/import/all-or-nothing", test_all_or_nothing);
  g_test_add_func ("/table/import/hostile", test_hostile);
  g_test_add_func ("/table/import/fields", test_fields);
  return g_test_run ();
}
