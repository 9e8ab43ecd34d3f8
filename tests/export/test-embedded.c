/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Files from anywhere: whatever is in them, the answer is the source or an error. */

#include "ssm-embedded.h"
#include "ssm-io-error.h"
#include "ssm-schema.h"

#include <gio/gio.h>
#include <string.h>
#include <time.h>

#define PDF_HEAD "%PDF-1.4\n"
#define SUBTYPE "/Type /EmbeddedFile /Subtype /application#2Fvnd.salesmap+xml"

static GBytes *
bytes_of (const char *text)
{
  return g_bytes_new (text, strlen (text));
}

static void
assert_source (GBytes *file, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) source = ssm_embedded_extract (file, "a.pdf", &error);
  g_autoptr (GBytes) wanted = bytes_of (expected);

  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (source, wanted));
}

static void
assert_lost (GBytes *file)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (ssm_embedded_extract (file, "a.pdf", &error));
  g_assert_error (error, SSM_IO_ERROR, SSM_IO_ERROR_BAD_INPUT);
  g_assert_true (g_str_has_prefix (error->message, "a.pdf: "));
}

/* What our own program and others make of the same attached file. */
static const struct
{
  const char *name, *file, *source; /* source: NULL where there is none */
} pdfs[] = {
  { "ours",
    PDF_HEAD "7 0 obj\n<< " SUBTYPE " /Length 5 >>\nstream\n<map>\nendstream\nendobj\n",
    "<map>" },
  { "keys sorted, CRLF",
    PDF_HEAD "7 0 obj\r\n<< /Length 6 " SUBTYPE " >>\r\nstream\r\n<map>\n\r\nendstream",
    "<map>\n" },
  { "length in another object",
    PDF_HEAD "7 0 obj\n<< " SUBTYPE " /Length 9 0 R >>\nstream\n<map>\nendstream\nendobj\n",
    "<map>" },
  { "length in another object, a line feed at the end",
    PDF_HEAD "7 0 obj\n<< /Params << /Size 6 >> " SUBTYPE " /Length 8 0 R >>\nstream\n<map>\n"
             "endstream\nendobj\n",
    "<map>\n" },
  { "the words in a title",
    PDF_HEAD "2 0 obj\n<< /Title (" SUBTYPE ") >>\nendobj\n7 0 obj\n<< " SUBTYPE
             " /Length 5 >>\nstream\n<map>\nendstream\nendobj\n",
    "<map>" },
  { "endstream in the source",
    PDF_HEAD "7 0 obj\n<< " SUBTYPE " /Length 18 >>\nstream\n<!-- endstream -->"
             "\nendstream\nendobj\n",
    "<!-- endstream -->" },
  { "the name written otherwise",
    PDF_HEAD "7 0 obj\n<< /Subtype /application#2fvnd.salesmap#2bxml /Length 5 >>\nstream\n"
             "<map>\nendstream\nendobj\n",
    "<map>" },
  { "no attachment", PDF_HEAD "1 0 obj\n<< >>\nendobj\n", NULL },
  { "cut in the dictionary", PDF_HEAD "7 0 obj\n<< " SUBTYPE, NULL },
  { "cut in the stream", PDF_HEAD "7 0 obj\n<< " SUBTYPE " /Length 500 >>\nstream\n<ma", NULL },
  { "not packed as it says",
    PDF_HEAD "7 0 obj\n<< " SUBTYPE " /Filter /FlateDecode /Length 5 >>\nstream\n<map>"
             "\nendstream\nendobj\n",
    NULL },
};

static void
test_pdf (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (pdfs); i++)
    {
      g_autoptr (GBytes) file = bytes_of (pdfs[i].file);

      g_test_message ("%s", pdfs[i].name);
      g_assert_true (ssm_embedded_is_picture (file));
      if (pdfs[i].source != NULL)
        assert_source (file, pdfs[i].source);
      else
        assert_lost (file);
    }
}

/* (transfer full): @data packed by zlib. */
static GBytes *
pack (const char *data, gsize length)
{
  g_autoptr (GConverter) zlib
    = G_CONVERTER (g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB, 9));
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();
  g_autoptr (GOutputStream) out = g_converter_output_stream_new (memory, zlib);

  g_assert_true (g_output_stream_write_all (out, data, length, NULL, NULL, NULL));
  g_assert_true (g_output_stream_close (out, NULL, NULL));
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (memory));
}

static GBytes *
packed_pdf (const char *data, gsize length)
{
  g_autoptr (GBytes) packed = pack (data, length);
  GString *file = g_string_new (PDF_HEAD);
  gsize n;
  const char *bytes = g_bytes_get_data (packed, &n);

  g_string_append_printf (
    file, "7 0 obj\n<< " SUBTYPE " /Filter /FlateDecode /Length %" G_GSIZE_FORMAT
    " >>\nstream\n", n);
  g_string_append_len (file, bytes, (gssize) n);
  g_string_append (file, "\nendstream\nendobj\n");
  return g_string_free_to_bytes (file);
}

static void
test_packed (void)
{
  g_autoptr (GBytes) file = packed_pdf ("<map/>", 6);

  assert_source (file, "<map/>");
}

/* 16 MiB and a byte from a few kilobytes. */
static void
test_bomb (void)
{
  g_autofree char *zeros = g_malloc0 (SSM_MAX_FILE + 1);
  g_autoptr (GBytes) too_big = packed_pdf (zeros, SSM_MAX_FILE + 1);

  g_assert_cmpuint (g_bytes_get_size (too_big), <, 100 * 1024);
  assert_lost (too_big);
}

/* Every place that looks like the source costs time. */
static void
test_many_marks (void)
{
  static const char marks[] = "1 0 obj <<" SUBTYPE " /Length 9>> stream\nabc ";
  static const char dictionary[] = "1 0 obj << " SUBTYPE " ";
  const char *traps[] = { marks, dictionary };

  for (guint i = 0; i < G_N_ELEMENTS (traps); i++)
    {
      GString *text = g_string_new (PDF_HEAD);
      g_autoptr (GBytes) file = NULL;
      clock_t start = clock ();

      while (text->len < 20 * 1024 * 1024)
        g_string_append (text, traps[i]);
      file = g_string_free_to_bytes (text);
      assert_lost (file);
      g_assert_cmpint (clock () - start, <, 5 * CLOCKS_PER_SEC);
    }
}

static void
append_chunk (GByteArray *file, const char *type, const char *data, guint32 length)
{
  guint32 big = GUINT32_TO_BE (length);

  g_byte_array_append (file, (guint8 *) &big, 4);
  g_byte_array_append (file, (const guint8 *) type, 4);
  g_byte_array_append (file, (const guint8 *) data, length);
  g_byte_array_append (file, (const guint8 *) "CRC!", 4);
}

static GBytes *
png_with (const char *chunk, guint32 length)
{
  GByteArray *file = g_byte_array_new ();

  g_byte_array_append (file, (const guint8 *) "\x89PNG\r\n\x1a\n", 8);
  append_chunk (file, "IHDR", "0123456789abc", 13);
  append_chunk (file, "iTXt", "Title\0\0\0\0\0A map", 15);
  append_chunk (file, "iTXt", chunk, length);
  append_chunk (file, "IEND", "", 0);
  return g_byte_array_free_to_bytes (file);
}

static void
test_png (void)
{
  static const char ours[] = "salesmap\0\0\0en\0\0<map/>";
  static const char other[] = "salesmapx\0\0\0\0\0<map/>";
  static const char cut[] = "salesmap\0\0\0en";
  g_autoptr (GBytes) good = png_with (ours, sizeof ours - 1);
  g_autoptr (GBytes) without = png_with (other, sizeof other - 1);
  g_autoptr (GBytes) short_one = png_with (cut, sizeof cut - 1);

  g_assert_true (ssm_embedded_is_picture (good));
  assert_source (good, "<map/>");
  assert_lost (without);
  assert_lost (short_one);
}

static void
test_svg (void)
{
  g_autoptr (GBytes) good = bytes_of (
    "<?xml version=\"1.0\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\"><metadata>"
    "<salesmap:source xmlns:salesmap=\"urn:sales-system-map:source\">\n  PG1hcC8+\n"
    "</salesmap:source></metadata></svg>");
  g_autoptr (GBytes) without = bytes_of ("<svg><metadata/></svg>");

  g_assert_true (ssm_embedded_is_picture (good));
  assert_source (good, "<map/>");
  assert_lost (without);
}

static void
test_no_picture (void)
{
  g_autoptr (GBytes) map = bytes_of ("<?xml version=\"1.0\"?><map/>");
  g_autoptr (GBytes) empty = g_bytes_new (NULL, 0);

  g_assert_false (ssm_embedded_is_picture (map));
  g_assert_false (ssm_embedded_is_picture (empty));
  assert_lost (map);
  assert_lost (empty);
}

/* Every cut and many flips of every kind: no crash, no hang, no read past the end. */
static void
test_damage (void)
{
  static const char chunk[] = "salesmap\0\0\0en\0\0<map/>";
  GBytes *files[] = { bytes_of (pdfs[0].file), png_with (chunk, sizeof chunk - 1),
                                 packed_pdf ("<map/>", 6) };

  for (guint f = 0; f < G_N_ELEMENTS (files); f++)
    {
      gsize length;
      const char *data = g_bytes_get_data (files[f], &length);

      for (gsize i = 0; i < length * 4; i++)
        {
          g_autofree char *damaged = g_memdup2 (data, length);
          g_autoptr (GBytes) file = NULL;
          g_autoptr (GBytes) source = NULL;

          if (i >= length)
            damaged[i % length] ^= (char) (1 << (i / length * 2));
          file = g_bytes_new (damaged, i < length ? i : length);
          source = ssm_embedded_extract (file, "a", NULL);
          g_assert_true (source == NULL || g_bytes_get_size (source) <= length);
        }
    }

  for (guint f = 0; f < G_N_ELEMENTS (files); f++)
    g_bytes_unref (files[f]);
}

/* What a map says makes no picture of it; a picture may be larger. */
static void
test_limit (void)
{
  static const struct { const char *start; gboolean is_picture; } cases[] = {
    { "<map><title>%PDF-1.7</title></map>", FALSE },
    { "<!-- <svg> --><map><svg/></map>", FALSE },
    { "", FALSE }, { "x", FALSE }, { "<", FALSE }, { "<!", FALSE }, { "<!--", FALSE },
    { "\xef\xbb\xbf <?xml version='1.0'?>\n<!-- a --><!DOCTYPE svg>\n<svg/>", TRUE },
    { "junk\n%PDF-1.7", TRUE }, { "<svg", TRUE }, { "\x89PNG\r\n\x1a\n", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) file = bytes_of (cases[i].start);
      gsize limit = ssm_embedded_limit (cases[i].start, strlen (cases[i].start));

      g_test_message ("case %u", i);
      g_assert_cmpint (ssm_embedded_is_picture (file), ==, cases[i].is_picture);
      g_assert_cmpint (limit > SSM_MAX_FILE, ==, cases[i].is_picture);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/export/embedded/pdf", test_pdf);
  g_test_add_func ("/export/embedded/packed", test_packed);
  g_test_add_func ("/export/embedded/bomb", test_bomb);
  g_test_add_func ("/export/embedded/many-marks", test_many_marks);
  g_test_add_func ("/export/embedded/limit", test_limit);
  g_test_add_func ("/export/embedded/png", test_png);
  g_test_add_func ("/export/embedded/svg", test_svg);
  g_test_add_func ("/export/embedded/no-picture", test_no_picture);
  g_test_add_func ("/export/embedded/damage", test_damage);
  return g_test_run ();
}
