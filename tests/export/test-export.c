/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Exports are looked at with other people's readers where those are installed: poppler for
 * PDF, libpng for PNG, libxml2's xmllint for SVG. */

#include "ssm-embedded.h"
#include "ssm-export.h"
#include "ssm-io-error.h"
#include "ssm-map-page.h"
#include "ssm-xml-read.h"

#include <cairo.h>
#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>

typedef GBytes *(*ExportFunc) (const SsmPage *page, const SsmExportInfo *info,
                               GError **error);

static GBytes *
export_png (const SsmPage *page, const SsmExportInfo *info, GError **error)
{
  return ssm_export_png (page, info, 100, error);
}

static const struct
{
  const char *ending;
  ExportFunc func;
} formats[] = {
  { "pdf", ssm_export_pdf },
  { "png", export_png },
  { "svg", ssm_export_svg },
};

static GBytes *
example_bytes (void)
{
  g_autofree char *path
    = g_test_build_filename (G_TEST_DIST, "..", "data", "examples", "northgate.salesmap", NULL);
  char *text;
  gsize length;

  g_assert_true (g_file_get_contents (path, &text, &length, NULL));
  return g_bytes_new_take (text, length);
}

static SsmPage *
example_page (GBytes *bytes)
{
  g_autoptr (SsmMap) map = ssm_xml_read (bytes, "northgate.salesmap", NULL, NULL);

  return ssm_map_page_new (map, NULL);
}

static GBytes *
export_example (guint format, GBytes *source, const char *title)
{
  g_autoptr (GBytes) bytes = example_bytes ();
  g_autoptr (SsmPage) page = example_page (bytes);
  SsmExportInfo info = { title, "pt-BR", source, "größe (1).salesmap" };
  g_autoptr (GError) error = NULL;
  GBytes *out = formats[format].func (page, &info, &error);

  g_assert_no_error (error);
  return out;
}

/* Whether @needle is anywhere in @bytes. */
static gboolean
contains (GBytes *bytes, const char *needle)
{
  gsize length;
  gconstpointer data = g_bytes_get_data (bytes, &length);

  return memmem (data, length, needle, strlen (needle)) != NULL;
}

static void
test_source_comes_back (void)
{
  g_autoptr (GBytes) source = example_bytes ();

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autoptr (GBytes) file = export_example (i, source, "Northgate");
      g_autoptr (GBytes) again = ssm_embedded_extract (file, "x", NULL);

      g_test_message ("%s", formats[i].ending);
      g_assert_true (ssm_embedded_is_picture (file));
      g_assert_nonnull (again);
      g_assert_true (g_bytes_equal (source, again));
    }
}

static void
test_without_source (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autoptr (GBytes) file = export_example (i, NULL, "Northgate");

      g_test_message ("%s", formats[i].ending);
      g_assert_null (ssm_embedded_extract (file, "x", NULL));
      g_assert_false (contains (file, "salesmap+xml"));
    }
}

static void
test_same_bytes (void)
{
  g_autoptr (GBytes) source = example_bytes ();

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autoptr (GBytes) a = export_example (i, source, "Northgate");
      g_autoptr (GBytes) b = NULL;

      g_setenv ("TZ", "Asia/Tokyo", TRUE);
      b = export_example (i, source, "Northgate");
      g_unsetenv ("TZ");
      g_test_message ("%s", formats[i].ending);
      g_assert_true (g_bytes_equal (a, b));
      g_assert_false (contains (a, g_get_user_name ()) && strlen (g_get_user_name ()) > 5);
    }
}

/* (transfer full): what @command prints for @bytes in a file, or NULL without it. */
static char *
inspect (const char *command, GBytes *bytes)
{
  g_auto (GStrv) words = g_strsplit (command, " ", 2);
  g_autofree char *program = g_find_program_in_path (words[0]);
  g_autofree char *folder = g_dir_make_tmp ("ssm-export-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "out", NULL);
  g_autofree char *line = NULL;
  char *output = NULL;
  int status;

  if (program == NULL)
    return NULL;

  g_assert_true (g_file_set_contents (path, g_bytes_get_data (bytes, NULL),
                                      (gssize) g_bytes_get_size (bytes), NULL));
  {
    g_auto (GStrv) parts = g_strsplit (command, "%s", 2);
    line = g_strconcat (parts[0], path, parts[1], NULL);
  }
  g_assert_true (g_spawn_command_line_sync (line, &output, NULL, &status, NULL));
  g_assert_cmpint (status, ==, 0);
  g_unlink (path);
  g_rmdir (folder);
  return output;
}

static void
assert_line (const char *output, const char *pattern)
{
  if (!g_regex_match_simple (pattern, output, G_REGEX_MULTILINE, 0))
    g_error ("no line like “%s” in:\n%s", pattern, output);
}

static void
test_pdf_information (void)
{
  g_autoptr (GBytes) source = example_bytes ();
  g_autoptr (GBytes) pdf = export_example (0, source, "Northgate «Größe»");
  g_autofree char *info = inspect ("pdfinfo %s", pdf);
  g_autofree char *attached = inspect ("pdfdetach -list %s", pdf);
  g_autofree char *fonts = inspect ("pdffonts %s", pdf);

  if (info == NULL)
    {
      g_test_skip ("poppler's tools are not installed");
      return;
    }

  assert_line (info, "^Title: +Northgate «Größe»$");
  assert_line (info, "^Tagged: +yes$");
  assert_line (info, "^Pages: +1$");
  assert_line (info, "^Page size: +841.89 x 595.2[78]\\d* pts \\(A4\\)$");
  g_assert_null (strstr (info, "CreationDate"));
  assert_line (attached, "^1 embedded files$");
  assert_line (attached, "größe \\(1\\)\\.salesmap");
  g_assert_false (g_regex_match_simple (" no +(yes|no) +(yes|no) +\\d+ +\\d+$", fonts,
                                        G_REGEX_MULTILINE, 0));
  g_assert_true (contains (pdf, "/Lang <FEFF00700074002D00420052>"));
  g_assert_false (contains (pdf, "cairo"));
  g_assert_false (contains (pdf, "19700101"));
}

static void
test_pdf_is_sound (void)
{
  g_autoptr (GBytes) source = example_bytes ();
  g_autoptr (GBytes) pdf = export_example (0, source, "Northgate");
  g_autofree char *report = inspect ("qpdf --check %s", pdf);

  if (report == NULL)
    {
      g_test_skip ("qpdf is not installed");
      return;
    }

  g_assert_null (strstr (report, "WARNING"));
}

/* Stages in order, each with what belongs to it. */
static void
test_pdf_reading_order (void)
{
  g_autoptr (GBytes) pdf = export_example (0, NULL, "Northgate");
  g_autofree char *text = inspect ("pdfinfo -struct-text %s", pdf);
  static const char * const order[] = {
    "B2B Sales System Map", "Sourcing",     "Segment and ICP", "Minimum data",
    "Qualification",        "First reply",  "Fits the ICP",    "Discovery",
    "Cost or impact",       "Proposal",     "Negotiation",     "Close",
    "Expansion",            "Shared definitions",
  };
  const char *at = text;

  if (text == NULL)
    {
      g_test_skip ("poppler's tools are not installed");
      return;
    }

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      const char *found = strstr (at, order[i]);

      if (found == NULL)
        g_error ("“%s” does not come next in:\n%s", order[i], at);
      at = found;
    }
  assert_line (text, "^ *H1");
  assert_line (text, "^ *H2");
  assert_line (text, "^ *L ");
  assert_line (text, "^ *LI");
  assert_line (text, "^ *LBody");
}

typedef struct
{
  GBytes *bytes;
  gsize at;
} Source;

static cairo_status_t
read_cb (void *closure, unsigned char *data, unsigned int length)
{
  Source *source = closure;
  const guint8 *bytes = g_bytes_get_data (source->bytes, NULL);

  if (source->at + length > g_bytes_get_size (source->bytes))
    return CAIRO_STATUS_READ_ERROR;
  memcpy (data, bytes + source->at, length);
  source->at += length;
  return CAIRO_STATUS_SUCCESS;
}

static void
test_png_is_sound (void)
{
  g_autoptr (GBytes) source = example_bytes ();
  g_autoptr (GBytes) page_bytes = example_bytes ();
  g_autoptr (SsmPage) page = example_page (page_bytes);
  SsmExportInfo info = { "Northgate", "en", source, NULL };
  g_autoptr (GBytes) png = ssm_export_png (page, &info, 300, NULL);
  Source reading = { png, 0 };
  cairo_surface_t *image = cairo_image_surface_create_from_png_stream (read_cb, &reading);
  const guint32 *corner = (const guint32 *) cairo_image_surface_get_data (image);

  g_assert_cmpint (cairo_surface_status (image), ==, CAIRO_STATUS_SUCCESS);
  g_assert_cmpint (cairo_image_surface_get_width (image), ==, 3508);
  g_assert_cmpint (cairo_image_surface_get_height (image), ==, 2480);
  g_assert_cmphex (*corner & 0xffffff, ==, 0xffffff);
  cairo_surface_destroy (image);
  g_assert_true (contains (png, "pHYs"));
}

static void
test_png_limits (void)
{
  g_autoptr (GBytes) bytes = example_bytes ();
  g_autoptr (SsmPage) page = example_page (bytes);
  SsmExportInfo info = { "Northgate", "en", NULL, NULL };
  g_autoptr (GError) error = NULL;

  g_assert_null (ssm_export_png (page, &info, 1500, &error));
  g_assert_error (error, SSM_IO_ERROR, SSM_IO_ERROR_TOO_BIG);
}

static void
test_svg_is_sound (void)
{
  g_autoptr (GBytes) source = example_bytes ();
  g_autoptr (GBytes) svg = export_example (2, source, "A & B <c>");
  g_autofree char *report = inspect ("xmllint --noout --nonet %s", svg);

  if (report == NULL)
    {
      g_test_skip ("xmllint is not installed");
      return;
    }

  g_assert_true (contains (svg, "<title>A &amp; B &lt;c&gt;</title>"));
  g_assert_false (contains (svg, "<text"));
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/export/source-comes-back", test_source_comes_back);
  g_test_add_func ("/export/without-source", test_without_source);
  g_test_add_func ("/export/same-bytes", test_same_bytes);
  g_test_add_func ("/export/pdf/information", test_pdf_information);
  g_test_add_func ("/export/pdf/is-sound", test_pdf_is_sound);
  g_test_add_func ("/export/pdf/reading-order", test_pdf_reading_order);
  g_test_add_func ("/export/png/is-sound", test_png_is_sound);
  g_test_add_func ("/export/png/limits", test_png_limits);
  g_test_add_func ("/export/svg/is-sound", test_svg_is_sound);
  return g_test_run ();
}
