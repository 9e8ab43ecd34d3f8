/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-paper.h"

#include <glib/gi18n-lib.h>

#define MM_PER_POINT (25.4 / 72)

char *
ssm_paper_describe (const SsmMap *map, const SsmPage *page)
{
  if (*ssm_map_text (map, SSM_PAGE_WIDTH) != '\0')
    return ssm_paper_describe_page (NULL, page);

  return ssm_paper_describe_page (ssm_map_text (map, SSM_PAGE_PAPER), page);
}

char *
ssm_paper_describe_page (const char *paper, const SsmPage *page)
{
  double width, height;

  ssm_page_get_size (page, &width, &height);
  if (paper == NULL)
    return g_strdup_printf (_ ("%.0f × %.0f mm"), width * MM_PER_POINT, height * MM_PER_POINT);
  if (*paper == '\0')
    paper = "A4";
  /* Translators: %s is a paper such as A4 */
  return g_strdup_printf (width >= height ? _ ("%s landscape") : _ ("%s portrait"), paper);
}
