/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-format.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  const char *name;
  const char *title; /* marked for translation */
  const char *endings[3];
} FormatInfo;

static const FormatInfo formats[SSM_N_FORMATS] = {
  [SSM_FORMAT_PDF] = { "pdf", N_("PDF"), { ".pdf" } },
  [SSM_FORMAT_PNG] = { "png", N_("PNG"), { ".png" } },
  [SSM_FORMAT_SVG] = { "svg", N_("SVG"), { ".svg" } },
  [SSM_FORMAT_HTML] = { "html", N_("HTML"), { ".html", ".htm" } },
  [SSM_FORMAT_MARKDOWN] = { "markdown", N_("Markdown"), { ".md", ".markdown" } },
  [SSM_FORMAT_TEXT] = { "text", N_("text"), { ".txt", ".text" } },
  [SSM_FORMAT_MAP] = { "map", N_("map"), { ".salesmap" } },
};

SsmFormat
ssm_format_of_name (const char *name)
{
  for (int format = 0; format < SSM_N_FORMATS; format++)
    if (g_str_equal (formats[format].name, name))
      return format;
  return SSM_FORMAT_UNKNOWN;
}

SsmFormat
ssm_format_of_path (const char *path)
{
  g_autofree char *lower = g_ascii_strdown (path, -1);

  for (int format = 0; format < SSM_N_FORMATS; format++)
    for (guint i = 0; i < G_N_ELEMENTS (formats[0].endings); i++)
      if (formats[format].endings[i] != NULL
          && g_str_has_suffix (lower, formats[format].endings[i]))
        return format;
  return SSM_FORMAT_UNKNOWN;
}

const char *
ssm_format_title (SsmFormat format)
{
  g_return_val_if_fail (format > SSM_FORMAT_UNKNOWN && format < SSM_N_FORMATS, "");

  return _(formats[format].title);
}

const char *
ssm_format_ending (SsmFormat format)
{
  g_return_val_if_fail (format > SSM_FORMAT_UNKNOWN && format < SSM_N_FORMATS, "");

  return formats[format].endings[0];
}

gboolean
ssm_format_is_picture (SsmFormat format)
{
  return format == SSM_FORMAT_PDF || format == SSM_FORMAT_PNG || format == SSM_FORMAT_SVG;
}

/* The name of the root element of what may be XML or HTML, with what follows; NULL if there
 * is no element. */
static const char *
find_root (const char *start)
{
  const char *p = start;

  while ((p = strchr (p, '<')) != NULL)
    {
      if (g_ascii_isalpha (p[1]))
        return p + 1;
      p++;
    }
  return NULL;
}

static SsmFormat
format_of_markup (const char *start)
{
  const char *root = find_root (start);

  if (root == NULL || strchr ("<\xef", *start) == NULL)
    return SSM_FORMAT_TEXT;
  if (g_ascii_strncasecmp (root, "svg", 3) == 0)
    return SSM_FORMAT_SVG;
  if (g_ascii_strncasecmp (root, "html", 4) == 0)
    return SSM_FORMAT_HTML;
  return SSM_FORMAT_MAP;
}

/* What a file with this start is; a document of words may be text or Markdown. */
static SsmFormat
format_of_start (const char *start, gsize size)
{
  g_autofree char *text = g_strndup (start, size);

  if (g_str_has_prefix (text, "%PDF-"))
    return SSM_FORMAT_PDF;
  if (size >= 8 && memcmp (start, "\x89PNG\r\n\x1a\n", 8) == 0)
    return SSM_FORMAT_PNG;
  if (strlen (text) < size)
    return SSM_FORMAT_UNKNOWN;
  return format_of_markup (text);
}

gboolean
ssm_format_may_replace (SsmFormat format, const char *start, gsize size)
{
  SsmFormat old;

  if (size == 0)
    return TRUE;

  old = format_of_start (start, size);
  if (format == SSM_FORMAT_MARKDOWN)
    return old == SSM_FORMAT_TEXT;
  return old == format;
}
