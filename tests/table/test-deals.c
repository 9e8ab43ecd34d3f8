/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Deals out of what HubSpot, Pipedrive, Salesforce and others export. Whole public files are
 * read where SSM_TEST_DATA names their folder. */

#include <string.h>

#include "deal-fixture.h"
#include "ssm-table-look.h"
#include "table-fixture.h"

/* (transfer full): the deals of @source as it is guessed to be meant. */
static char *
dump_guessed (SsmTableSource *source)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SsmMap) map = deal_map_new ();
  g_autoptr (SsmTableLook) look = ssm_table_look_new (source, NULL, &error);

  if (look == NULL)
    return g_strdup (error->message);
  return deal_dump (source, look->mapping, map, deal_day ("2026-11-25"));
}

typedef struct
{
  const char *file;
  const char *deals;
} FileCase;

static const FileCase files[] = {
  { "hubspot-deals.csv",
    "2 19000000001 “Northwind, phase 2” stage 2 open 48000 by Ada Nowak created=2026-09-30 "
    "close=2026-12-18\n"
    "3 19000000002 “Kestrel rollout” stage -2 lost 22500 by Ada Nowak created=2026-07-19 "
    "close=2026-10-07 closed=2026-10-07 (Chose to stay with\nthe current supplier)\n"
    "5 19000000003 “Orchard” stage 1 open by Ines Moreau created=2026-10-02 "
    "close=2026-12-01\n"
    "6 19000000004 “Pinewood” stage -2 won 90000 created=2026-04-28 close=2026-08-14 "
    "closed=2026-08-14\n"
    "7 19000000005 “Quay” stage 3 open 12000 by Tom Vidal created=2026-08-01 "
    "close=2026-11-02\n"
    "8 19000000006 “Rook & Sons” stage 3 open 25000 by Tom Vidal created=2026-08-11\n"
    "9 19000000007 “Saltmarsh” stage 1 open 5000 by Tom Vidal created=2026-03-20 "
    "close=2027-01-15\n"
    "10 19000000008 “Tern pilot” stage -2 won 7500 by Ines Moreau created=2026-06-02 "
    "close=2026-05-01 closed=2026-05-01\n"
    "12 19000000009 “Upland” stage 2 open -300 by Ines Moreau created=2026-10-30 "
    "close=2026-12-20\n"
    "duplicate-id: 11\nnegative-amount: 12\nclosed-before-created: 10\npast-close: 7\n"
    "stale: 9\nno-amount: 5\nno-close: 8\nno-owner: 6\n" },
  { "pipedrive-deals-de.csv",
    "2 501 “Nachrüstung Halle 4” stage 3 open 18000.50EUR by Ines Moreau created=2026-09-02 "
    "since=2026-10-20 close=2026-12-15\n"
    "3 502 “Pilotlinie” stage -1 lost 7500.00EUR by Ines Moreau created=2026-07-01 "
    "since=2026-07-09 close=2026-09-01 closed=2026-08-30 (Keine Entscheidung)\n"
    "4 503 “Lager” stage -1 won 1250000.00CHF by Jonas Weber created=2026-02-03 "
    "since=2026-03-09 close=2026-05-01 closed=2026-04-28\n"
    "unknown-stage: 3 4\n" },
  { "salesforce-report.csv",
    "5 006000000000001AAA “Fleet telematics” stage 1 open 48000.00USD by Lee Park "
    "created=2026-09-30 since=2026-10-14 close=2026-12-18\n"
    "6 006000000000002AAA “Cold chain” stage 4 open 152000.50USD by Lee Park "
    "created=2026-08-03 since=2026-11-12 close=2027-01-29\n"
    "7 006000000000003AAA “Yard gates” stage -2 won 9900.00USD by Noa Cohen "
    "created=2026-02-11 since=2026-06-30 close=2026-06-30 closed=2026-06-30\n"
    "8 006000000000004AAA “Dock doors” stage -2 lost 1000.00USD by Noa Cohen "
    "created=2026-03-05 since=2026-07-04 close=2026-07-04 closed=2026-07-04 (Price)\n"
    "one-cell: 10\n" },
  { "generic-pipeline.csv",
    "2 A1 “Cargo” stage -2 won 1054 by Mo Frey created=2026-01-20 close=2026-03-01 "
    "closed=2026-03-01\n"
    "3 A2 “Isle” stage -2 lost 0 by Mo Frey created=2026-01-25 close=2026-03-11 "
    "closed=2026-03-11\n"
    "4 A3 “A3” stage -1 open by Di Sachs created=2026-02-25\n"
    "5 A4 “Codex” stage -1 open by Di Sachs\n"
    "unknown-stage: 4 5\nno-amount: 4 5\nno-close: 4 5\n" },
};

static void
test_files (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (SsmTableSource) source = deal_fixture_open (files[i].file);
      g_autofree char *deals = dump_guessed (source);

      g_assert_cmpstr (deals, ==, files[i].deals);
    }
}

static const FileCase traps[] = {
  /* what a stage is called */
  { "Id,Name,Stage\n1,a,discovery\n2,b,  DISCOVERY \n3,c,3. Discovery\n4,d,03 - discovery\n",
    "2 1 “a” stage 2 open\n3 2 “b” stage 2 open\n4 3 “c” stage 2 open\n5 4 “d” stage 2 open\n" },
  { "Id,Name,Stage\n1,a,Negotiation%2FReview\n2,b,negotiation review\n3,c,Angebot\n4,d,s-3\n",
    "2 1 “a” stage 4 open\n3 2 “b” stage 4 open\n4 3 “c” stage 3 open\n5 4 “d” stage -1 open\n"
    "unknown-stage: 5\n" },
  { "Id,Name,Stage\n1,a,\n2,b,(No value)\n", "2 1 “a” stage -1 open\n3 2 “b” stage -1 open\n"
                                             "no-stage: 2 3\n" },
  /* how a deal ended */
  { "Id,Name,Stage\n1,a,Closed Won\n2,b,Cerrado perdido\n3,c,失注\n4,d,Geschlossen - gewonnen\n",
    "2 1 “a” stage -2 won\n3 2 “b” stage -2 lost\n4 3 “c” stage -2 lost\n"
    "5 4 “d” stage -2 won\n" },
  { "Id,Name,Stage,Status\n1,a,Discovery,Lost\n2,b,Discovery,Ganado\n3,c,Discovery,Open\n"
    "4,d,Discovery,On hold\n",
    "2 1 “a” stage 2 lost\n3 2 “b” stage 2 won\n4 3 “c” stage 2 open\n5 4 “d” stage 2 open\n"
    "result: 5\n" },
  { "Id,Name,Stage,IsClosed,IsWon\n1,a,Discovery,false,false\n2,b,Discovery,TRUE,true\n"
    "3,c,Discovery,true,false\n",
    "2 1 “a” stage 2 open\n3 2 “b” stage 2 won\n4 3 “c” stage 2 lost\n" },
  /* won and lost without a day are accepted */
  { "Id,Name,Status,Won time,Lost time\n1,a,Won,,\n2,b,Won,2026-01-02,\n3,c,Lost,,2026-03-04\n",
    "2 1 “a” stage -2 won\n3 2 “b” stage -2 won closed=2026-01-02\n"
    "4 3 “c” stage -2 lost closed=2026-03-04\n" },
  /* days */
  { "Id,Name,Stage,Close Date\n1,a,Close,25/12/2026\n2,b,Close,05/12/2026\n",
    "2 1 “a” stage 5 open close=2026-12-25\n3 2 “b” stage 5 open close=2026-12-05\n" },
  { "Id,Name,Stage,Close Date,Created\n1,a,Close,05/12/2026,03/25/2026\n",
    "2 1 “a” stage 5 open created=2026-03-25 close=2026-05-12\npast-close: 2\n" },
  { "Id,Name,Stage,Close Date\n1,a,Close,05/12/2026\n",
    "2 1 “a” stage 5 open\nambiguous-date: 2\n" },
  { "Id,Name,Stage,Close Date\n1,a,Close,25/12/2026\n2,b,Close,12/25/2026\n3,c,Close,1/2/2027\n",
    "2 1 “a” stage 5 open close=2026-12-25\n3 2 “b” stage 5 open close=2026-12-25\n"
    "4 3 “c” stage 5 open\nambiguous-date: 4\n" },
  { "Id,Name,Stage,Close Date\n1,a,Close,2026-02-30\n2,b,Close,soon\n",
    "2 1 “a” stage 5 open\n3 2 “b” stage 5 open\ndate: 2 3\n" },
  /* amounts */
  { "Id,Name,Stage,Amount\n1,a,Close,\"1.234,50 €\"\n2,b,Close,1.234\n3,c,Close,\"9,5\"\n",
    "2 1 “a” stage 5 open 1234.50EUR\n3 2 “b” stage 5 open 1234\n4 3 “c” stage 5 open 9.5\n" },
  { "Id,Name,Stage,Amount\n1,a,Close,1.234\n",
    "2 1 “a” stage 5 open\nambiguous-amount: 2\n" },
  { "Id,Name,Stage,Amount,Currency\n1,a,Close,5,EUR\n2,b,Close,5,\n3,c,Close,5,£\n"
    "4,d,Close,5,shells\n5,e,Close,\"$7\",\n",
    "2 1 “a” stage 5 open 5EUR\n3 2 “b” stage 5 open 5\n4 3 “c” stage 5 open 5GBP\n"
    "5 4 “d” stage 5 open 5\n6 5 “e” stage 5 open 7\ncurrency: 5\n" },
  { "Id,Name,Stage,Amount\n1,a,Close,1e400\n2,b,Close,50%\n3,c,Close,0.1234567\n4,d,Close,-5\n"
    "5,e,Close,0\n",
    "2 1 “a” stage 5 open\n3 2 “b” stage 5 open\n4 3 “c” stage 5 open 0.123457\n"
    "5 4 “d” stage 5 open -5\n6 5 “e” stage 5 open 0\namount: 2 3\nrounded: 4\n"
    "negative-amount: 5\n" },
  /* who it is */
  { "Id,Name,Company,Stage\n1,a,,Close\n1,b,,Close\n,c,,Close\n4,,x,Close\n5,,,Close\n,,,Close\n",
    "2 1 “a” stage 5 open\n4  “c” stage 5 open\n5 4 “x” stage 5 open\n6 5 “5” stage 5 open\n"
    "no-name: 7\nduplicate-id: 3\nno-id: 4\n" },
  /* rows of any length, blank ones, footers, headers that are not the first line */
  { "Id,Name,Stage\n1,a\n2,b,Close,\n3,c,Close,x\n,,\n\n   \nTotal: 3\n",
    "2 1 “a” stage -1 open\n3 2 “b” stage 5 open\n4 3 “c” stage 5 open\none-cell: 8\n"
    "length: 2 4\nno-stage: 2\n" },
  { "Report of all deals\n\nDeal - ID\tDeal - Title\tDeal - Stage\n1\ta\tClose",
    "4 1 “a” stage 5 open\n" },
  { "sep=|\nId|Name|Stage\n1|a|Close\n", "3 1 “a” stage 5 open\n" },
  { "Id;Name;Stage;Amount\n1;a;Close;1,5\n2;b;Close;2,5\n",
    "2 1 “a” stage 5 open 1.5\n3 2 “b” stage 5 open 2.5\n" },
  { "Id,Name,Stage\n1,\"a\"b,Close\n2,\"c\nd\",Close\n",
    "3 2 “c\nd” stage 5 open\nquote: 2\n" },
  { "Id,Name,Stage\n1,a,Close\n2,\"b,Close\n",
    "2 1 “a” stage 5 open\n"
    "deals.csv:3: the quote that opens here is not closed; close it, or take it out" },
  /* what is no table of deals */
  { "Name,Amount\na,5\n", "deals.csv:1: no header is known to name this column: Stage; say "
                          "which one does" },
  { "Stage,Amount\na,5\n", "deals.csv:1: no header is known to name this column: Name; say "
                           "which one does" },
  { "1,a,Close\n2,b,Close\n", "deals.csv: its first row has no names of columns; export again "
                              "with headers" },
  { "", "deals.csv: it is empty; export again" },
  { "\n\n \n", "deals.csv: it is empty; export again" },
  { "<!DOCTYPE html><html>", "deals.csv: this is a web page, most likely one to log in; log in "
                             "and export again" },
  { "{\"status\":\"error\"}", "deals.csv: this is JSON, perhaps an answer that says what went "
                              "wrong; export as CSV" },
  { "PK\003\004rest", "deals.csv: this is a workbook, not a table of separated values; save it "
                      "as CSV and take that" },
};

static void
test_traps (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (traps); i++)
    {
      g_autoptr (SsmTableSource) source = table_source_new (traps[i].file, -1);
      g_autofree char *deals = dump_guessed (source);

      g_assert_cmpstr (deals, ==, traps[i].deals);
    }
}

/* The same table in every encoding says the same, letters that are not ASCII included. */
static void
test_encodings (void)
{
  static const char text[] = "Id;Name;Stage\r\n1;Müller & Söhne;Close\r\n2;Café “Öl”;Close\r\n";
  static const char expected[]
      = "2 1 “Müller & Söhne” stage 5 open\n3 2 “Café “Öl”” stage 5 open\n";

  for (guint i = 0; i < SSM_N_ENCODINGS; i++)
    {
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (SsmTableSource) source = NULL;
      g_autofree char *deals = NULL;

      if (i == SSM_ENCODING_WINDOWS_1250 || i == SSM_ENCODING_LATIN_1)
        continue;
      bytes = table_encode (text, -1, i, i == SSM_ENCODING_UTF_16LE);
      source = ssm_table_source_new_bytes (bytes, "deals.csv");
      deals = dump_guessed (source);
      g_assert_cmpstr (deals, ==, expected);
    }
}

static void
test_broken_characters (void)
{
  g_autoptr (SsmTableSource) source
      = table_source_new ("Id,Name,Stage\n1,é\xff,Close\n2,ü,Close\n", -1);
  g_autofree char *deals = dump_guessed (source);

  g_assert_cmpstr (deals, ==, "2 1 “é�” stage 5 open\n3 2 “ü” stage 5 open\ncharacters: 2\n");
}

/* What a person says goes before what is guessed. */
static void
test_corrected (void)
{
  g_autoptr (SsmTableSource) source = table_source_new (
      "Key,What,Phase,When,Worth\nk,a,Demo,05/12/2026,1.234\nl,b,Done,06/12/2026,\n", -1);
  g_autoptr (SsmMap) map = deal_map_new ();
  g_autoptr (SsmTableLook) look = ssm_table_look_new (source, NULL, NULL);
  g_autoptr (SsmTableMapping) a
      = ssm_table_mapping_with_column (look->mapping, SSM_COLUMN_NAME, 1);
  g_autoptr (SsmTableMapping) b = ssm_table_mapping_with_column (a, SSM_COLUMN_CLOSE, 3);
  g_autoptr (SsmTableMapping) c = ssm_table_mapping_with_column (b, SSM_COLUMN_AMOUNT, 4);
  g_autoptr (SsmTableMapping) d
      = ssm_table_mapping_with_date_order (c, SSM_DATE_ORDER_DMY);
  g_autoptr (SsmTableMapping) e = ssm_table_mapping_with_decimal (d, SSM_DECIMAL_COMMA);
  g_autoptr (SsmTableMapping) f = ssm_table_mapping_with_currency (e, "SEK");
  g_autoptr (SsmTableMapping) g
      = ssm_table_mapping_with_meaning (f, SSM_COLUMN_STAGE, "Demo", "s-3");
  g_autoptr (SsmTableMapping) h
      = ssm_table_mapping_with_meaning (g, SSM_COLUMN_STAGE, "Done", "won");
  g_autofree char *deals = deal_dump (source, h, map, 0);
  g_autofree char *text = ssm_table_mapping_to_text (h);
  g_autoptr (SsmTableMapping) remembered = ssm_table_mapping_with_text (look->mapping, text);
  g_autofree char *again = ssm_table_mapping_to_text (remembered);
  g_autofree char *deals_again = deal_dump (source, remembered, map, 0);

  g_assert_true (ssm_table_mapping_is_open (c, SSM_COLUMN_CLOSE));
  g_assert_true (ssm_table_mapping_is_open (c, SSM_COLUMN_AMOUNT));
  g_assert_false (ssm_table_mapping_is_open (e, SSM_COLUMN_CLOSE));
  g_assert_false (ssm_table_mapping_is_open (e, SSM_COLUMN_AMOUNT));
  g_assert_cmpstr (deals, ==,
                   "2 k “a” stage 2 open 1234SEK close=2026-12-05\n"
                   "3 l “b” stage -2 won close=2026-12-06 closed=2026-12-06\nno-amount: 3\n");
  g_assert_cmpstr (again, ==, text);
  g_assert_cmpstr (deals_again, ==, deals);
}

/* What was remembered of another table, or is damaged, does no harm. */
static void
test_foreign_memory (void)
{
  static const char * const texts[] = { "", "nonsense", "[columns]\nname=Nowhere\n",
                                        "[table]\ndates=ymd\ndecimal=\ncurrency=shells\n",
                                        "[stage]\n1=alone;\n2=a;b;c;\nx=Demo;s-3;\n" };
  g_autoptr (SsmTableSource) source = table_source_new ("Id,Name,Stage\n1,a,Close\n", -1);
  g_autoptr (SsmTableLook) look = ssm_table_look_new (source, NULL, NULL);
  g_autofree char *before = ssm_table_mapping_to_text (look->mapping);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (SsmTableMapping) mapping
          = ssm_table_mapping_with_text (look->mapping, texts[i]);
      g_autofree char *after = ssm_table_mapping_to_text (mapping);

      g_assert_true (g_str_has_prefix (after, before));
      g_assert_cmpint (ssm_table_mapping_column (mapping, SSM_COLUMN_NAME), ==, 1);
    }
}

/* A column without a header is nobody's, whatever is remembered. */
static void
test_nameless_header (void)
{
  g_autoptr (SsmTableSource) source
      = table_source_new ("Id,Name,Stage,\n1,a,Close,25/12/2026\n", -1);
  g_autoptr (SsmTableLook) look = ssm_table_look_new (source, NULL, NULL);
  g_autofree char *text = ssm_table_mapping_to_text (look->mapping);
  g_autoptr (SsmTableMapping) mapping = ssm_table_mapping_with_text (look->mapping, text);

  g_assert_cmpint (ssm_table_mapping_find_header (mapping, ""), ==, -1);
  for (SsmColumn column = 0; column < SSM_N_COLUMNS; column++)
    g_assert_cmpint (ssm_table_mapping_column (mapping, column), ==,
                     ssm_table_mapping_column (look->mapping, column));
}

static void
test_signature (void)
{
  g_autoptr (SsmTableSource) one = table_source_new ("Id,Name,Stage\n1,a,Close\n", -1);
  g_autoptr (SsmTableSource) other = table_source_new ("Id;Name;Stage\r\n2;b;Close\r\n", -1);
  g_autoptr (SsmTableSource) third = table_source_new ("Id,Nam,eStage\n1,a,Close\n", -1);
  g_autoptr (SsmTableLook) a = ssm_table_look_new (one, NULL, NULL);
  g_autoptr (SsmTableLook) b = ssm_table_look_new (other, NULL, NULL);
  g_autoptr (SsmTableLook) c = ssm_table_look_new (third, NULL, NULL);
  g_autofree char *first = ssm_table_mapping_signature (a->mapping);
  g_autofree char *second = ssm_table_mapping_signature (b->mapping);
  g_autofree char *different = ssm_table_mapping_signature (c->mapping);

  g_assert_cmpstr (first, ==, second);
  g_assert_cmpstr (first, !=, different);
}

static void
test_samples (void)
{
  g_autoptr (GString) text = g_string_new ("Id,Name,Stage\n");
  g_autoptr (SsmTableSource) source = NULL;
  g_autoptr (SsmTableLook) look = NULL;
  const char * const *row;

  for (guint i = 0; i < 20; i++)
    g_string_append_printf (text, "%u, a ,\n", i);
  source = table_source_new (text->str, -1);
  look = ssm_table_look_new (source, NULL, NULL);
  g_assert_cmpuint (look->samples->len, ==, SSM_TABLE_N_SAMPLES);
  row = g_ptr_array_index (look->samples, 1);
  g_assert_cmpstr (row[0], ==, "1");
  g_assert_cmpstr (row[1], ==, "a");
  g_assert_cmpstr (row[2], ==, "");
  g_assert_null (row[3]);
}

/* Each unknown word is asked for once, however many rows have it. */
static void
test_unknown_stages (void)
{
  g_autoptr (SsmTableSource) source
      = table_source_new ("Id,Name,Stage\n1,a,Demo\n2,b,Trial\n3,c,Demo\n4,d,Close\n", -1);
  g_autoptr (SsmMap) map = deal_map_new ();
  g_autoptr (SsmTableLook) look = ssm_table_look_new (source, NULL, NULL);
  g_autoptr (SsmDealReader) reader = ssm_deal_reader_new (source, look->mapping, map, 0, NULL);
  const SsmTableReport *report = ssm_deal_reader_report (reader);
  const SsmTableDeal *deal;
  const SsmUnknownStage *stage;

  while (ssm_deal_reader_next (reader, &deal, NULL) && deal != NULL)
    g_assert_cmpuint (deal->line, >, 1);
  g_assert_cmpuint (report->unknown_stages->len, ==, 2);
  stage = g_ptr_array_index (report->unknown_stages, 0);
  g_assert_cmpstr (stage->value, ==, "Demo");
  g_assert_cmpuint (stage->n, ==, 2);
  g_assert_cmpuint (stage->first_line, ==, 2);
}

static void
test_messages (void)
{
  g_autoptr (SsmTableSource) source = table_source_new (
      "Id,Name,Stage,Amount\n1,a,Close,x%d\n1,b,Close,5\n", -1);
  g_autoptr (SsmMap) map = deal_map_new ();
  g_autoptr (SsmTableLook) look = ssm_table_look_new (source, NULL, NULL);
  g_autoptr (SsmDealReader) reader = ssm_deal_reader_new (source, look->mapping, map, 0, NULL);
  GPtrArray *notes = ssm_deal_reader_report (reader)->notes;
  const SsmTableDeal *deal;
  g_autofree char *amount = NULL;
  g_autofree char *duplicate = NULL;

  while (ssm_deal_reader_next (reader, &deal, NULL) && deal != NULL)
    g_assert_false (deal->has_amount);
  g_assert_cmpuint (notes->len, ==, 2);
  amount = ssm_table_note_message (g_ptr_array_index (notes, 0), look->mapping);
  duplicate = ssm_table_note_message (g_ptr_array_index (notes, 1), look->mapping);
  g_assert_cmpstr (amount, ==, "column “Amount”: “x%d” is no amount and was left out");
  g_assert_cmpstr (duplicate, ==, "the row was left out: line 2 has the same id, “1”");
}

/* A million faults are counted, and do not fill the memory. */
static void
test_many_faults (void)
{
  g_autoptr (GString) text = g_string_new ("Id,Name,Stage,Amount\n");
  g_autoptr (SsmTableSource) source = NULL;
  g_autoptr (SsmMap) map = deal_map_new ();
  g_autoptr (SsmTableLook) look = NULL;
  g_autoptr (SsmDealReader) reader = NULL;
  const SsmTableReport *report;
  const SsmTableDeal *deal;

  for (guint i = 0; i < 5000; i++)
    g_string_append_printf (text, "%u,n,stage %u,?\n", i, i);
  source = table_source_new (text->str, -1);
  look = ssm_table_look_new (source, NULL, NULL);
  reader = ssm_deal_reader_new (source, look->mapping, map, 0, NULL);
  while (ssm_deal_reader_next (reader, &deal, NULL) && deal != NULL)
    g_assert_cmpint (deal->stage, ==, SSM_STAGE_UNKNOWN);
  report = ssm_deal_reader_report (reader);
  g_assert_cmpuint (report->n_deals, ==, 5000);
  g_assert_cmpuint (report->counts[SSM_FAULT_AMOUNT], ==, 5000);
  g_assert_cmpuint (report->counts[SSM_FAULT_UNKNOWN_STAGE], ==, 5000);
  g_assert_cmpuint (report->notes->len, ==, 2 * SSM_TABLE_MAX_NOTES);
  g_assert_cmpuint (report->unknown_stages->len, ==, SSM_TABLE_MAX_NOTES);
}

typedef struct
{
  const char *file;
  const char *as_of;
  guint n_deals, n_won, n_lost;
  const char *faults; /* each with its count; unknown stages apart */
} PublicCase;

static const PublicCase public_files[] = {
  { "hubspot/deals.csv", "2026-07-30", 120, 26, 13,
    "past-close 12 stale 15 no-amount 10 no-close 8 no-owner 8 " },
  { "saas/opportunities.csv", "2026-06-30", 2266, 789, 1338, NULL },
  { "maven/sales_pipeline.csv", "2017-12-31", 8800, 4238, 2473,
    "no-amount 2089 no-close 2089 " },
};

static char *
count_faults (const SsmTableReport *report)
{
  GString *faults = g_string_new (NULL);

  for (guint i = 0; i < SSM_N_FAULTS; i++)
    if (report->counts[i] > 0 && i != SSM_FAULT_UNKNOWN_STAGE)
      g_string_append_printf (faults, "%s %u ", ssm_table_fault_name (i), report->counts[i]);
  return g_string_free (faults, FALSE);
}

static void
check_public (const PublicCase *c, const char *folder)
{
  g_autofree char *path = g_build_filename (folder, c->file, NULL);
  g_autoptr (SsmTableSource) source = ssm_table_source_new_file (path, NULL);
  g_autoptr (SsmMap) map = deal_map_new ();
  g_autoptr (SsmTableLook) look = ssm_table_look_new (source, NULL, NULL);
  g_autoptr (SsmDealReader) reader
      = ssm_deal_reader_new (source, look->mapping, map, deal_day (c->as_of), NULL);
  const SsmTableReport *report = ssm_deal_reader_report (reader);
  const SsmTableDeal *deal;
  g_autofree char *faults = NULL;
  guint n[3] = { 0 };

  while (ssm_deal_reader_next (reader, &deal, NULL) && deal != NULL)
    n[deal->result]++;
  faults = count_faults (report);
  g_assert_cmpuint (report->n_deals, ==, c->n_deals);
  g_assert_cmpuint (n[SSM_RESULT_WON], ==, c->n_won);
  g_assert_cmpuint (n[SSM_RESULT_LOST], ==, c->n_lost);
  if (c->faults != NULL)
    g_assert_cmpstr (faults, ==, c->faults);
}

static void
test_public (void)
{
  const char *folder = g_getenv ("SSM_TEST_DATA");

  if (folder == NULL)
    {
      g_test_skip ("SSM_TEST_DATA does not name the folder of the public files");
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (public_files); i++)
    check_public (&public_files[i], folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/table/deals/files", test_files);
  g_test_add_func ("/table/deals/traps", test_traps);
  g_test_add_func ("/table/deals/encodings", test_encodings);
  g_test_add_func ("/table/deals/broken-characters", test_broken_characters);
  g_test_add_func ("/table/deals/corrected", test_corrected);
  g_test_add_func ("/table/deals/foreign-memory", test_foreign_memory);
  g_test_add_func ("/table/deals/nameless-header", test_nameless_header);
  g_test_add_func ("/table/deals/signature", test_signature);
  g_test_add_func ("/table/deals/samples", test_samples);
  g_test_add_func ("/table/deals/unknown-stages", test_unknown_stages);
  g_test_add_func ("/table/deals/messages", test_messages);
  g_test_add_func ("/table/deals/many-faults", test_many_faults);
  g_test_add_func ("/table/deals/public", test_public);
  return g_test_run ();
}
