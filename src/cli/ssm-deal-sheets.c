/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-deal-sheets.h"

#include <glib/gi18n-lib.h>

#include "ssm-command.h"
#include "ssm-console.h"
#include "ssm-deal-page.h"
#include "ssm-picture.h"
#include "ssm-target.h"

int
ssm_deal_sheets_check (const SsmArguments *arguments)
{
  const char *output = ssm_arguments_value (arguments, "output");
  g_autoptr (GError) error = NULL;
  SsmFormat format;

  if (output == NULL)
    return SSM_EXIT_YES;
  format = ssm_format_of_path (output);
  if (!ssm_format_is_picture (format))
    return ssm_console_misused (
        &ssm_command_diagnose,
        _("the ending of OUT names no format for a page; end it in "
           ".pdf, .png or .svg"));
  if (format != SSM_FORMAT_PDF && !ssm_arguments_has (arguments, "deal"))
    return ssm_console_misused (&ssm_command_diagnose,
                                _("a picture shows one deal; give --deal, or end OUT in "
                                  ".pdf"));
  for (guint i = 0; i < ssm_arguments_n_operands (arguments); i++)
    if (!ssm_target_check (output, format, ssm_arguments_operand (arguments, i), &error))
      return ssm_console_fail (NULL, error);
  return SSM_EXIT_YES;
}

static SsmPage *
make_page (guint index, gpointer data)
{
  const SsmDealSheets *sheets = data;
  const SsmPart *deal;

  if (index >= sheets->deals->len)
    return NULL;
  deal = g_ptr_array_index (sheets->deals, index);
  return ssm_deal_page_new (sheets->diagnose (deal, sheets->data), deal, sheets->as_of,
                            NULL);
}

static GBytes *
draw_picture (const SsmDealSheets *sheets, const SsmExportInfo *info, SsmFormat format,
              GError **error)
{
  g_autoptr (SsmPage) page = make_page (0, (gpointer) sheets);

  return ssm_picture_make (page, info, format, error);
}

/* The name of the deal, or what all have in common. */
static const char *
find_title (const SsmDealSheets *sheets)
{
  if (sheets->deals->len == 1)
    return ssm_part_text (g_ptr_array_index (sheets->deals, 0), SSM_DEAL_NAME);
  return ssm_map_text (sheets->map, SSM_MAP_TITLE);
}

int
ssm_deal_sheets_write (const SsmDealSheets *sheets, const SsmArguments *arguments)
{
  const char *output = ssm_arguments_value (arguments, "output");
  SsmFormat format = ssm_format_of_path (output);
  SsmExportInfo info = { .title = find_title (sheets),
                         .language = ssm_map_language (sheets->map) };
  g_autoptr (GBytes) contents = NULL;
  g_autoptr (GError) error = NULL;

  if (sheets->deals->len == 0)
    {
      ssm_console_say (NULL, _("there is no open deal; nothing is written"));
      return SSM_EXIT_NO;
    }
  contents = format == SSM_FORMAT_PDF
               ? ssm_export_pdf_pages (make_page, (gpointer) sheets, &info, &error)
               : draw_picture (sheets, &info, format, &error);
  if (contents == NULL)
    return ssm_console_fail (NULL, error);
  return ssm_target_save (output, contents, FALSE);
}
