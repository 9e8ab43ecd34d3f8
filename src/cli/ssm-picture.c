/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-picture.h"

#include "ssm-purpose.h"

GBytes *
ssm_picture_make (const SsmPage *page, const SsmExportInfo *info, SsmFormat format,
                  GError **error)
{
  double width, height;

  g_return_val_if_fail (ssm_format_is_picture (format), NULL);

  if (format == SSM_FORMAT_PDF)
    return ssm_export_pdf (page, info, error);
  if (format == SSM_FORMAT_SVG)
    return ssm_export_svg (page, info, error);
  ssm_page_get_size (page, &width, &height);
  return ssm_export_png (page, info, ssm_purpose_dpi (SSM_PURPOSE_PAPER, width, height),
                         error);
}
