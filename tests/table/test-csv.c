/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What other programs write as separated values, and what is wrong with it. */

#include <gio/gio.h>
#include <string.h>
#include <unistd.h>

#include "ssm-csv-write.h"
#include "ssm-io-error.h"
#include "table-fixture.h"

static const SsmTableCharset utf8 = { SSM_ENCODING_UTF_8 };

typedef struct
{
  const char *text;
  char separator;
  const char *rows;
} Case;

static const Case cases[] = {
  { "", ',', "" },
  { "a", ',', "1:[a]\n" },
  { "a\n", ',', "1:[a]\n" },
  { "a,b\n1,2", ',', "1:[a|b]\n2:[1|2]\n" },
  { "a;b\r\n1;2\r\n", ';', "1:[a|b]\n2:[1|2]\n" },
  { "a\tb\r1\t2\r", '\t', "1:[a|b]\n2:[1|2]\n" },
  { "a|b\n1|2\r\n3|4\r5|6", '|', "1:[a|b]\n2:[1|2]\n3:[3|4]\n4:[5|6]\n" },
  /* quotes */
  { "\"a\",\"b,c\"\n", ',', "1:[a|b,c]\n" },
  { "\"a\"\"b\",c\n", ',', "1:[a\"b|c]\n" },
  { "\"\"\n\"\",\"\"\n", ',', "1:[]\n2:[|]\n" },
  { "\"\"\"\"\n", ',', "1:[\"]\n" },
  { "\"\"\"a\"\"\",b", ',', "1:[\"a\"|b]\n" },
  { "\"a\nb\",c\nd,e\n", ',', "1:[a\nb|c]\n3:[d|e]\n" },
  { "\"a\r\nb\r\nc\",d\r\ne\r\n", ',', "1:[a\r\nb\r\nc|d]\n4:[e]\n" },
  { "\"a\rb\",c\rd", ',', "1:[a\rb|c]\n3:[d]\n" },
  { "a\"b,c\"\n", ',', "1:[a\"b|c\"]\n" },
  { "5\" pipe,2\n", ',', "1:[5\" pipe|2]\n" },
  { "\"a\" ,b\n", ',', "1:[a|b]\n" },
  { "\"a\"  \nb\n", ',', "1:[a]\n2:[b]\n" },
  /* rows of any length */
  { "a,b,c\n1\n1,2,3,4\n\n,\n", ',', "1:[a|b|c]\n2:[1]\n3:[1|2|3|4]\n4:[]\n5:[|]\n" },
  { "\n\na\n\n", ',', "1:[]\n2:[]\n3:[a]\n4:[]\n" },
  { "a,\n,b", ',', "1:[a|]\n2:[|b]\n" },
  { "\r\n\r\n", ',', "1:[]\n2:[]\n" },
  /* Excel's own line */
  { "sep=;\na;b\n", ';', "2:[a|b]\n" },
  { "sep=;\r\na;b\r\n", ';', "2:[a|b]\n" },
  { "\"sep=;\"\na;b\n", ';', "2:[a|b]\n" },
  { "sep=x;y\na;b\n", ';', "1:[sep=x|y]\n2:[a|b]\n" },
  /* a quote out of place spoils its row */
  { "a,b\n\"x\"y,1\nc,d\n", ',', "1:[a|b]\n2:!1\n3:[c|d]\n" },
  { "a\n\"x \"y\" z\",1\nb\n", ',', "1:[a]\n2:!1\n3:[b]\n" },
  { "a\n\"x,1\nb,2\n\"c\",3\n", ',', "1:[a]\n2:!1\n3:[b|2]\n4:[c|3]\n" },
  { "\"a\"b", ',', "1:!1\n" },
  { "\"a\"b\r\nc", ',', "1:!1\n2:[c]\n" },
  /* and one that never closes ends it */
  { "a,b\n1,\"2\n3,4\n", ',',
    "1:[a|b]\ndeals.csv:2: the quote that opens here is not closed; close it, or take it out" },
  { "\"a\nb\",\"c", ',',
    "deals.csv:2: the quote that opens here is not closed; close it, or take it out" },
  { "\"", ',', "deals.csv:1: the quote that opens here is not closed; close it, or take it out" },
  { "é,\"ü\n“”\"\n", ',', "1:[é|ü\n“”]\n" },
};

static void
test_cases (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SsmTableSource) source = table_source_new (cases[i].text, -1);
      g_autofree char *rows = table_dump (source, &utf8, cases[i].separator);

      g_assert_cmpstr (rows, ==, cases[i].rows);
    }
}

typedef struct
{
  const char *bytes;
  gsize size;
  SsmTableCharset charset;
  const char *rows;
} Charset;

#define BYTES(text) text, sizeof text - 1

static const Charset charsets[] = {
  { BYTES ("abc"), { SSM_ENCODING_UTF_8 }, "1:[abc]\n" },
  { BYTES ("\xef\xbb\xbf" "a,é"), { SSM_ENCODING_UTF_8, 3 }, "1:[a|é]\n" },
  { BYTES ("M\xfcller,\x80"), { SSM_ENCODING_WINDOWS_1252 }, "1:[Müller|€]\n" },
  { BYTES ("M\xfcller,\x81"), { SSM_ENCODING_LATIN_1 }, "1:[Müller|\xc2\x81]\n" },
  { BYTES ("\xff\xfe" "a\0,\0\xfc\0\n\0"), { SSM_ENCODING_UTF_16LE, 2, TRUE }, "1:[a|ü]\n" },
  { BYTES ("\xfe\xff\0a\0,\0\xfc\0\n"), { SSM_ENCODING_UTF_16BE, 2, TRUE }, "1:[a|ü]\n" },
  { BYTES ("a\0,\0b\0\n\0"), { SSM_ENCODING_UTF_16LE, 0, TRUE }, "1:[a|b]\n" },
  { BYTES ("\0a\0,\0b\0\n"), { SSM_ENCODING_UTF_16BE, 0, TRUE }, "1:[a|b]\n" },
  /* a lone half of a pair, and half a character at the end */
  { BYTES ("\xff\xfe\0\xd8,\0b\0c"), { SSM_ENCODING_UTF_16LE, 2, TRUE }, "1:[�|b�]\n" },
  /* UTF-8 that was damaged, and NUL */
  { BYTES ("é,ü\xff,ö"), { SSM_ENCODING_UTF_8, 0, TRUE }, "1:[é|ü�|ö]\n" },
  { BYTES ("é,\xc3"), { SSM_ENCODING_WINDOWS_1252 }, "1:[Ã©|Ã]\n" },
  { BYTES ("éü,\xc3"), { SSM_ENCODING_UTF_8, 0, TRUE }, "1:[éü|�]\n" },
  { BYTES ("a\0b,abc,abcd"), { SSM_ENCODING_UTF_8, 0, TRUE }, "1:[a�b|abc|abcd]\n" },
  { BYTES ("a\0b,M\xfcller"), { SSM_ENCODING_WINDOWS_1252, 0, TRUE }, "1:[a�b|Müller]\n" },
};

static void
test_charsets (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (charsets); i++)
    {
      const Charset *c = &charsets[i];
      g_autoptr (SsmTableSource) source = table_source_new (c->bytes, (gssize) c->size);
      SsmTableCharset found;
      g_autofree char *rows = NULL;

      g_assert_true (ssm_table_charset_guess (source, &found, NULL));
      g_assert_cmpint (found.encoding, ==, c->charset.encoding);
      g_assert_cmpint (found.bom, ==, c->charset.bom);
      g_assert_cmpint (found.broken, ==, c->charset.broken);
      rows = table_dump (source, &found, ',');
      g_assert_cmpstr (rows, ==, c->rows);
    }
}

/* The first letter that tells may be the last of a long file, or cut by a block. */
static void
test_late_letter (void)
{
  for (guint at = 256 * 1024 - 4; at < 256 * 1024 + 4; at++)
    {
      g_autofree char *text = g_strnfill (at, 'x');
      g_autofree char *latin = g_strconcat (text, "\xfc", NULL);
      g_autofree char *utf = g_strconcat (text, "€", NULL);
      g_autoptr (SsmTableSource) one = table_source_new (latin, -1);
      g_autoptr (SsmTableSource) other = table_source_new (utf, -1);
      SsmTableCharset charset;

      g_assert_true (ssm_table_charset_guess (one, &charset, NULL));
      g_assert_cmpint (charset.encoding, ==, SSM_ENCODING_WINDOWS_1252);
      g_assert_true (ssm_table_charset_guess (other, &charset, NULL));
      g_assert_cmpint (charset.encoding, ==, SSM_ENCODING_UTF_8);
      g_assert_false (charset.broken);
    }
}

static void
test_names (void)
{
  SsmEncoding encoding;

  for (guint i = 0; i < SSM_N_ENCODINGS; i++)
    {
      g_autofree char *lower = g_ascii_strdown (ssm_encoding_name (i), -1);

      g_assert_true (ssm_encoding_from_name (lower, &encoding));
      g_assert_cmpint (encoding, ==, i);
    }
  g_assert_false (ssm_encoding_from_name ("utf-7", &encoding));
}

/* (transfer full): a cell that may hold anything. */
static char *
random_cell (GRand *random, gboolean is_latin)
{
  static const char * const pieces[] = { "a",  "Müller", ",",  ";",    "\t", "|",   "\"",
                                         "\n", "\r\n",   " ",  "\"\"", "1.5", "=x", "é",
                                         "€",  "商談",   "🙂", "\r",  "'",  "\xc2\xa0" };
  GString *cell = g_string_new (NULL);
  int n = g_rand_int_range (random, 0, 6);

  if (g_rand_int_range (random, 0, 400) == 0)
    n = 3000;
  while (n-- > 0)
    g_string_append (cell, pieces[g_rand_int_range (random, 0, is_latin ? 14 : 20)]);
  return g_string_free (cell, FALSE);
}

typedef struct
{
  char separator;
  const char *line_end;
  SsmEncoding encoding;
  gboolean bom;
} Dialect;

static Dialect
random_dialect (GRand *random)
{
  static const char * const ends[] = { "\n", "\r\n", "\r" };
  Dialect dialect = {
    .separator = ",;\t|"[g_rand_int_range (random, 0, 4)],
    .line_end = ends[g_rand_int_range (random, 0, 3)],
    .encoding = (SsmEncoding) g_rand_int_range (random, 0, 4),
  };

  dialect.bom = dialect.encoding != SSM_ENCODING_WINDOWS_1252 && g_rand_boolean (random);
  return dialect;
}

/* Writes random rows in @dialect to @text and what they must be read as to @rows. */
static void
write_random (GRand *random, const Dialect *dialect, GString *text, GString *rows)
{
  gboolean is_latin = dialect->encoding == SSM_ENCODING_WINDOWS_1252;
  guint line = 1;

  for (int n = g_rand_int_range (random, 1, 40); n > 0; n--)
    {
      gsize start = text->len;

      g_string_append_printf (rows, "%u:", line);
      for (int cells = g_rand_int_range (random, 1, 8); cells > 0; cells--)
        {
          g_autofree char *cell = random_cell (random, is_latin);

          g_string_append_printf (rows, "%c%s", rows->str[rows->len - 1] == ':' ? '[' : '|',
                                  cell);
          ssm_csv_append_cell (text, cell, dialect->separator);
          if (cells > 1)
            g_string_append_c (text, dialect->separator);
        }
      g_string_append (rows, "]\n");
      g_string_append (text, dialect->line_end);
      for (const char *p = text->str + start; *p != '\0'; p++)
        line += *p == '\n' || (*p == '\r' && p[1] != '\n');
    }
}

/* Whatever is written is read again: any separator, end of line, encoding, and cells cut by
 * the reader's buffer at any place. */
static void
test_round_trip (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (20);

  for (guint i = 0; i < 2000; i++)
    {
      Dialect dialect = random_dialect (random);
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GString) rows = g_string_new (NULL);
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (SsmTableSource) source = NULL;
      SsmTableCharset charset;
      g_autofree char *read = NULL;

      write_random (random, &dialect, text, rows);
      bytes = table_encode (text->str, (gssize) text->len, dialect.encoding, dialect.bom);
      source = ssm_table_source_new_bytes (bytes, "random");
      g_assert_true (ssm_table_charset_given (source, dialect.encoding, &charset, NULL));
      read = table_dump (source, &charset, dialect.separator);
      g_assert_cmpstr (read, ==, rows->str);
    }
}

/* A buffer's end may fall on every byte of a row. */
static void
test_cut_anywhere (void)
{
  static const char row[] = "\"a\"\"b\r\nc\",d\r\ne;\"f\"\r\n";

  for (gsize before = 256 * 1024 - sizeof row; before <= 256 * 1024; before++)
    {
      g_autofree char *fill = g_strnfill (before - 2, 'x');
      g_autofree char *text = g_strconcat (fill, "\r\n", row, NULL);
      g_autofree char *expected = g_strconcat ("1:[", fill, "]\n2:[a\"b\r\nc|d]\n",
                                               "4:[e;\"f\"]\n", NULL);
      g_autoptr (SsmTableSource) source = table_source_new (text, -1);
      g_autofree char *rows = table_dump (source, &utf8, ',');

      g_assert_cmpstr (rows, ==, expected);
    }
}

static void
test_large_cell (void)
{
  g_autofree char *fill = g_strnfill (5 * 1024 * 1024, '"');
  g_autofree char *text = g_strconcat ("a,\"", fill, "\"\nb", NULL);
  g_autoptr (SsmTableSource) source = table_source_new (text, -1);
  g_autoptr (SsmCsvReader) reader = ssm_csv_reader_new (source, &utf8, ',');
  const SsmCsvRow *row;

  g_assert_true (ssm_csv_reader_next (reader, &row, NULL));
  g_assert_cmpuint (row->cells[1].length, ==, 5 * 1024 * 1024 / 2);
  g_assert_true (ssm_csv_reader_next (reader, &row, NULL));
  g_assert_cmpstr (row->cells[0].text, ==, "b");
}

/* It is found out long before the file ends. */
static void
test_unclosed_in_large_file (void)
{
  g_autoptr (GString) text = g_string_new ("a,b\n1,\"x\n");
  g_autoptr (SsmTableSource) source = NULL;
  g_autofree char *rows = NULL;

  while (text->len < 40 * 1024 * 1024)
    g_string_append (text, "123456,some words of no interest,2026-01-01\n");
  source = table_source_new (text->str, (gssize) text->len);
  rows = table_dump (source, &utf8, ',');
  g_assert_cmpstr (rows, ==, "1:[a|b]\ndeals.csv:2: the quote that opens here is not closed; "
                             "close it, or take it out");
}

static void
test_too_long (void)
{
  g_autofree char *wide = g_strnfill (SSM_CSV_MAX_CELLS, ',');
  g_autofree char *text = g_strconcat ("a\n", wide, "\nb\n", NULL);
  g_autoptr (SsmTableSource) source = table_source_new (text, -1);
  g_autofree char *rows = table_dump (source, &utf8, ',');
  g_autofree char *fill = g_strnfill (20 * 1024 * 1024, 'x');
  g_autoptr (SsmTableSource) other = table_source_new (fill, -1);
  g_autoptr (SsmCsvReader) reader = ssm_csv_reader_new (other, &utf8, ',');
  g_autoptr (GError) error = NULL;
  const SsmCsvRow *row;

  g_assert_cmpstr (rows, ==, "1:[a]\n2:!2\n3:[b]\n");
  g_assert_false (ssm_csv_reader_next (reader, &row, &error));
  g_assert_error (error, SSM_IO_ERROR, SSM_IO_ERROR_TOO_BIG);
}

static gboolean
stop_cb (guint64 done, guint64 total, gpointer data)
{
  guint *calls = data;

  g_assert_cmpuint (done, <=, total);
  return ++*calls < 3;
}

static void
test_stop (void)
{
  g_autofree char *text = g_strnfill (2 * 1024 * 1024, '\n');
  g_autoptr (SsmTableSource) source = table_source_new (text, -1);
  g_autofree char *rows = NULL;
  guint calls = 0;

  ssm_table_source_set_progress (source, stop_cb, &calls);
  rows = table_dump (source, &utf8, ',');
  g_assert_cmpuint (calls, ==, 3);
  g_assert_true (g_str_has_suffix (rows, "Reading was stopped"));
}

static void
test_file (void)
{
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "ssm-test-table.csv", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (SsmTableSource) source = NULL;
  g_autofree char *rows = NULL;

  g_assert_true (g_file_set_contents (path, "a,b\n1,2\n", -1, NULL));
  source = ssm_table_source_new_file (path, &error);
  g_assert_no_error (error);
  rows = table_dump (source, &utf8, ',');
  g_assert_cmpstr (rows, ==, "1:[a|b]\n2:[1|2]\n");
  g_assert_true (ssm_table_source_check (source, &error));

  g_assert_true (g_file_set_contents_full (path, "a,b\n1,2\n3,4\n", -1,
                                           G_FILE_SET_CONTENTS_NONE, 0600, NULL));
  g_clear_pointer (&source, ssm_table_source_free);
  source = ssm_table_source_new_file (path, NULL);
  g_assert_cmpint (truncate (path, 2), ==, 0);
  g_assert_false (ssm_table_source_check (source, &error));
  g_assert_error (error, SSM_IO_ERROR, SSM_IO_ERROR_CHANGED);
  unlink (path);
}

static void
test_missing_file (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (ssm_table_source_new_file ("/nonexistent/deals.csv", &error));
  g_assert_error (error, SSM_IO_ERROR, SSM_IO_ERROR_CANNOT_OPEN);
  g_clear_error (&error);
  g_assert_null (ssm_table_source_new_file ("/", &error));
  g_assert_error (error, SSM_IO_ERROR, SSM_IO_ERROR_CANNOT_OPEN);
}

static void
test_formulas (void)
{
  static const char * const words[] = { "=1+1", "+1",  "-x", "@a",  "\tx", "＝1",
                                        "a=b",  "x\"", "é",  "a,b", "" };
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      ssm_csv_append_words (out, words[i], ',');
      g_string_append_c (out, ';');
    }
  g_assert_cmpstr (out->str, ==,
                   "'=1+1;'+1;'-x;'@a;'\tx;'＝1;a=b;\"x\"\"\";é;\"a,b\";;");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/table/csv/cases", test_cases);
  g_test_add_func ("/table/csv/charsets", test_charsets);
  g_test_add_func ("/table/csv/late-letter", test_late_letter);
  g_test_add_func ("/table/csv/names", test_names);
  g_test_add_func ("/table/csv/round-trip", test_round_trip);
  g_test_add_func ("/table/csv/cut-anywhere", test_cut_anywhere);
  g_test_add_func ("/table/csv/large-cell", test_large_cell);
  g_test_add_func ("/table/csv/unclosed-in-large-file", test_unclosed_in_large_file);
  g_test_add_func ("/table/csv/too-long", test_too_long);
  g_test_add_func ("/table/csv/stop", test_stop);
  g_test_add_func ("/table/csv/file", test_file);
  g_test_add_func ("/table/csv/missing-file", test_missing_file);
  g_test_add_func ("/table/csv/formulas", test_formulas);
  return g_test_run ();
}
