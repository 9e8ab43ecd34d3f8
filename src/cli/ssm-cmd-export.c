/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-command.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ssm-console.h"
#include "ssm-convert.h"
#include "ssm-export-options.h"
#include "ssm-export.h"
#include "ssm-input.h"
#include "ssm-proposal-edit.h"
#include "ssm-quote.h"
#include "ssm-report.h"
#include "ssm-resources.h"
#include "ssm-target.h"
#include "ssm-text.h"
#include "ssm-xml-write.h"

/* (transfer full): what the page's footer and the attachment are called. */
static char *
source_name (const char *operand)
{
  g_autofree char *base = g_path_get_basename (operand);

  return g_str_equal (operand, "-") ? g_strdup ("map.salesmap") : ssm_quote_path (base);
}

/* (transfer full): the map in words. */
static GBytes *
export_words (const SsmMap *map, SsmFormat format)
{
  const SsmLanguage *language = ssm_resources_words (ssm_map_language (map));
  char *text = ssm_map_to_words (map, language, format);

  return g_bytes_new_take (text, strlen (text));
}

/* @written: small text was asked for, and is smaller than even that allows. */
static void
say_does_not_fit (const SsmInput *input, const SsmFit *fit, gboolean written)
{
  g_autofree char *problem = ssm_fit_problem (fit);
  g_autofree char *text = g_strconcat (
    problem, " ",
    written ? _("The page is written all the same, too small to read; shorten it, or use a "
                "larger --paper.")
            : _("Nothing is written; shorten it, use a larger --paper, or allow small text "
                "with --shrink."),
    NULL);

  ssm_console_say (input->name, text);
}

static void
say_font_notes (const SsmInput *input, const SsmPage *page)
{
  const char * const *notes = ssm_page_font_notes (page);

  for (guint i = 0; notes[i] != NULL; i++)
    ssm_console_say (input->name, notes[i]);
}

/* The exit status; @contents is (transfer full) where it is 0. */
static int
export_png (const SsmExportOptions *options, const SsmPage *page, const SsmExportInfo *info,
            GBytes **contents)
{
  g_autoptr (GError) error = NULL;
  double width, height, dpi;

  ssm_page_get_size (page, &width, &height);
  if (!ssm_export_options_dpi (options, width, height, &dpi, &error))
    return ssm_console_misused (&ssm_command_export, error->message);

  *contents = ssm_export_png (page, info, dpi, &error);
  return *contents != NULL ? SSM_EXIT_YES : ssm_console_fail (NULL, error);
}

static int
draw (const SsmExportOptions *options, const SsmPage *page, const SsmExportInfo *info,
      GBytes **contents)
{
  g_autoptr (GError) error = NULL;

  if (options->format == SSM_FORMAT_PNG)
    return export_png (options, page, info, contents);

  *contents = options->format == SSM_FORMAT_PDF ? ssm_export_pdf (page, info, &error)
                                                : ssm_export_svg (page, info, &error);
  return *contents != NULL ? SSM_EXIT_YES : ssm_console_fail (NULL, error);
}

/* (transfer full): the file as it is, unless it holds what is not to be handed on. */
static GBytes *
make_source (const SsmExportOptions *options, const SsmInput *input, GError **error)
{
  g_autoptr (SsmMap) handed_on = ssm_map_to_hand_on (input->map);

  if (handed_on == input->map || options->with_ideas)
    return g_bytes_ref (input->bytes);
  return ssm_xml_write (handed_on, error);
}

static int
export_picture (SsmExportOptions *options, const SsmInput *input, const char *operand,
                GBytes **contents, gboolean *fits)
{
  g_autofree char *name = source_name (operand);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) source = make_source (options, input, &error);
  g_autoptr (SsmPage) page = NULL;
  SsmExportInfo info = {
    .title = ssm_map_text (input->map, SSM_MAP_TITLE),
    .language = ssm_map_language (input->map),
    .source = options->with_source ? source : NULL,
    .file_name = name,
  };

  if (source == NULL)
    return ssm_console_fail (NULL, error);

  options->page.footer = g_str_equal (operand, "-") ? NULL : name;
  page = ssm_map_page_new (input->map, &options->page);
  *fits = ssm_page_fit (page)->fits;
  if (!*fits)
    say_does_not_fit (input, ssm_page_fit (page), options->page.shrink);
  if (!*fits && !options->page.shrink)
    return SSM_EXIT_NO;
  say_font_notes (input, page);
  return draw (options, page, &info, contents);
}

static int
run (const SsmArguments *arguments)
{
  const char *operand = ssm_arguments_operand (arguments, 0);
  SsmExportOptions options;
  g_autoptr (SsmInput) input = NULL;
  g_autoptr (GBytes) contents = NULL;
  g_autoptr (GError) error = NULL;
  int status = SSM_EXIT_YES;
  gboolean fits = TRUE;

  if (!ssm_export_options_read (&options, arguments, &error))
    return ssm_console_misused (&ssm_command_export, error->message);
  if (!ssm_target_check (options.output, options.format, operand, &error))
    return ssm_console_fail (NULL, error);
  if (ssm_format_is_picture (options.format))
    ssm_text_load_fonts ();
  input = ssm_input_new (operand, &status);
  if (input == NULL)
    return status;

  if (ssm_format_is_picture (options.format))
    status = export_picture (&options, input, operand, &contents, &fits);
  else
    contents = export_words (input->map, options.format);
  if (status == SSM_EXIT_YES)
    status = ssm_target_save (options.output, contents,
                              ssm_arguments_has (arguments, "break-links"));
  return status == SSM_EXIT_YES && !fits ? SSM_EXIT_NO : status;
}

static const SsmOption options_table[] = {
  { "output", 'o', "OUT", NULL,
    N_("The file to write; its ending says the format") },
  { "format", 'f', "FORMAT", SSM_EXPORT_FORMATS,
    N_("The format, where the ending does not say it") },
  { "purpose", 0, "PURPOSE", SSM_PURPOSES,
    N_("What for: it says paper and pixels, unless they are given") },
  { "paper", 'p', "PAPER", NULL,
    N_("a4, letter, a5, legal, a3 to a0, or like 297x210mm; else the map's") },
  { "orientation", 0, "WAY", "landscape|portrait", N_("Which way the paper lies; else the map's") },
  { "dpi", 0, "N", NULL, N_("Pixels per inch of a PNG, by default 300") },
  { "width", 0, "PX", NULL, N_("Pixels across of a PNG, for slides") },
  { "theme", 0, "THEME", "color|mono|outline", N_("Colours, greys, or outlines") },
  { "handout", 0, NULL, NULL, N_("The same as --purpose handout") },
  { "shrink", 0, NULL, NULL, N_("Allows text smaller than is good to read") },
  { "no-source", 0, NULL, NULL, N_("Leaves the map out: the file cannot be opened as one") },
  { "include-ideas", 0, NULL, NULL,
    N_("Leaves parked ideas and proposals in the map that goes along") },
  { "break-links", 0, NULL, NULL, N_("Replaces OUT although it has further names") },
  { NULL },
};

const SsmCommand ssm_command_export = {
  .name = "export",
  .operands = "FILE",
  .min_operands = 1,
  .max_operands = 1,
  .summary = N_("Draws a map on its one page"),
  .description = N_("Writes the one page as PDF, PNG or SVG, or the map in words as HTML,\n"
                    "Markdown or text. Where the map does not fit its page, says which\n"
                    "stage has how many lines too many, writes nothing, and the status is 1."),
  .options = options_table,
  .run = run,
};
