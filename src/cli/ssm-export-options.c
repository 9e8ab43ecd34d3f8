/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-export-options.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "ssm-export.h"
#include "ssm-quote.h"

#define POINTS_AN_INCH 72.0

static const char * const papers[] = { "a4", "letter", "a3", "a5", "legal",
                                      "a2", "a1", "a0", NULL };

/* Takes @message. */
static gboolean
refuse (GError **error, char *message)
{
  g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, message);
  g_free (message);
  return FALSE;
}

/* Reads the digits at *@text, with a decimal point or without, and moves behind them. No
 * sign, no exponent, no "nan"; -1 where there are none. */
static double
take_number (const char **text)
{
  gsize length = strspn (*text, "0123456789.");
  g_autofree char *digits = g_strndup (*text, length);
  char *end;
  double number = g_ascii_strtod (digits, &end);

  if (length == 0 || length > 20 || *end != '\0')
    return -1;
  *text += length;
  return number;
}

static gboolean
read_custom_paper (SsmPageOptions *page, const char *text)
{
  page->width_mm = take_number (&text);
  if (page->width_mm < 0 || g_ascii_tolower (*text) != 'x')
    return FALSE;
  text++;
  page->height_mm = take_number (&text);
  return page->height_mm >= 0 && g_ascii_strcasecmp (text, "mm") == 0;
}

static gboolean
read_paper (SsmPageOptions *page, const char *text, GError **error)
{
  g_autofree char *lower = text != NULL ? g_ascii_strdown (text, -1) : NULL;
  g_autofree char *quoted = text != NULL ? ssm_quote (text, -1) : NULL;

  if (text == NULL)
    return TRUE;
  for (guint i = 0; papers[i] != NULL; i++)
    if (g_str_equal (papers[i], lower))
      {
        page->paper = papers[i];
        return TRUE;
      }
  if (!read_custom_paper (page, text))
    return refuse (error, g_strdup_printf (_("--paper cannot be “%s”; it is a4, letter, a5, "
                                             "legal, a3 to a0, or a size like 297x210mm"),
                                           quoted));
  if (MIN (page->width_mm, page->height_mm) < SSM_MIN_SHEET_MM
      || MAX (page->width_mm, page->height_mm) > SSM_MAX_SHEET_MM)
    return refuse (error, g_strdup_printf (_("--paper cannot be “%s”; each side is %d to %d "
                                             "mm"),
                                           quoted, (int) SSM_MIN_SHEET_MM,
                                           (int) SSM_MAX_SHEET_MM));
  return TRUE;
}

static gboolean
read_dpi (SsmExportOptions *options, const char *text, GError **error)
{
  const char *end = text;

  if (text == NULL)
    return TRUE;
  options->dpi = take_number (&end);
  if (options->dpi < 1 || *end != '\0')
    {
      g_autofree char *quoted = ssm_quote (text, -1);

      return refuse (error, g_strdup_printf (_("--dpi cannot be “%s”; it is a number of "
                                               "pixels per inch, 1 or more"),
                                             quoted));
    }
  return TRUE;
}

static gboolean
read_width (SsmExportOptions *options, const char *text, GError **error)
{
  guint64 width;

  if (text == NULL)
    return TRUE;
  if (!g_ascii_string_to_unsigned (text, 10, 1, SSM_PNG_MAX_SIDE, &width, NULL))
    {
      g_autofree char *quoted = ssm_quote (text, -1);

      return refuse (error, g_strdup_printf (_("--width cannot be “%s”; it is 1 to %d "
                                               "pixels"),
                                             quoted, SSM_PNG_MAX_SIDE));
    }
  options->width = (guint) width;
  return TRUE;
}

static gboolean
read_resolution (SsmExportOptions *options, const SsmArguments *arguments, GError **error)
{
  const char *dpi = ssm_arguments_value (arguments, "dpi");
  const char *width = ssm_arguments_value (arguments, "width");

  if (dpi != NULL && width != NULL)
    return refuse (error, g_strdup (_("--dpi and --width both say how large the picture is; "
                                      "give one of them")));
  if ((dpi != NULL || width != NULL) && options->format != SSM_FORMAT_PNG)
    return refuse (error, g_strdup_printf (_("--%s is for PNG; leave it out"),
                                           dpi != NULL ? "dpi" : "width"));
  return read_dpi (options, dpi, error) && read_width (options, width, error);
}

static gboolean
read_format (SsmExportOptions *options, const SsmArguments *arguments, GError **error)
{
  const char *format = ssm_arguments_value (arguments, "format");

  options->output = ssm_arguments_value (arguments, "output");
  if (options->output == NULL)
    return refuse (error, g_strdup (_("-o OUT is missing")));

  options->format = format != NULL ? ssm_format_of_name (format)
                                   : ssm_format_of_path (options->output);
  if (ssm_format_of_path (options->output) == SSM_FORMAT_MAP)
    return refuse (error, g_strdup (_("export would write a page over a map; end OUT in "
                                      ".pdf, .png, .svg, .html, .md or .txt")));
  if (options->format == SSM_FORMAT_UNKNOWN)
    return refuse (error, g_strdup (_("the ending of OUT names no format; end it in .pdf, "
                                      ".png, .svg, .html, .md or .txt, or give --format")));
  return TRUE;
}

static SsmTheme
read_theme (const char *text)
{
  if (g_strcmp0 (text, "mono") == 0)
    return SSM_THEME_MONO;
  if (g_strcmp0 (text, "outline") == 0)
    return SSM_THEME_OUTLINE;
  return SSM_THEME_COLOUR;
}

gboolean
ssm_export_options_read (SsmExportOptions *options, const SsmArguments *arguments,
                         GError **error)
{
  const char *purpose = ssm_arguments_value (arguments, "purpose");

  *options = (SsmExportOptions) { 0 };
  if (purpose != NULL)
    options->purpose = ssm_purpose_of_name (purpose);
  if (ssm_arguments_has (arguments, "handout"))
    options->purpose = SSM_PURPOSE_HANDOUT;
  options->page.orientation = ssm_arguments_value (arguments, "orientation");
  options->page.theme = read_theme (ssm_arguments_value (arguments, "theme"));
  options->page.shrink = ssm_arguments_has (arguments, "shrink");
  options->with_source = !ssm_arguments_has (arguments, "no-source")
                         && ssm_purpose_carries_source (options->purpose);
  options->with_ideas = ssm_arguments_has (arguments, "include-ideas");
  options->page.source_embedded = options->with_source;
  if (!read_format (options, arguments, error)
      || !read_paper (&options->page, ssm_arguments_value (arguments, "paper"), error)
      || !read_resolution (options, arguments, error))
    return FALSE;
  ssm_purpose_set_page (options->purpose, &options->page);
  return TRUE;
}

gboolean
ssm_export_options_dpi (const SsmExportOptions *options, double width, double height,
                        double *dpi, GError **error)
{
  double across, down;

  *dpi = options->width > 0 ? options->width * POINTS_AN_INCH / width
         : options->dpi > 0 ? options->dpi : ssm_purpose_dpi (options->purpose, width, height);
  across = ceil (width / POINTS_AN_INCH * *dpi);
  down = ceil (height / POINTS_AN_INCH * *dpi);
  if (across <= SSM_PNG_MAX_SIDE && down <= SSM_PNG_MAX_SIDE
      && across * down <= SSM_PNG_MAX_PIXELS)
    return TRUE;
  return refuse (error, g_strdup_printf (_("the picture would be too large; a side has at "
                                           "most %d pixels, and all have %d million: use a "
                                           "lower --dpi or --width"),
                                         SSM_PNG_MAX_SIDE,
                                         (int) (SSM_PNG_MAX_PIXELS / 1e6)));
}
