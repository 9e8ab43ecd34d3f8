/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Papers by name, and the limits of those with a size of their own. */

#include "ssm-sheet.h"

typedef struct
{
  const char *name;
  double width, height; /* millimetres, upright */
} Paper;

static const Paper papers[] = {
  { "A4", 210, 297 },
  { "Letter", 215.9, 279.4 },
  { "A3", 297, 420 },
  { "A5", 148, 210 },
  { "Legal", 215.9, 355.6 },
  { "A2", 420, 594 },
  { "A1", 594, 841 },
  { "A0", 841, 1189 },
};

static const Paper *
find_paper (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    if (g_ascii_strcasecmp (papers[i].name, name) == 0)
      return &papers[i];
  return &papers[0];
}

static double
limit_side (double millimetres)
{
  return CLAMP (millimetres, SSM_MIN_SHEET_MM, SSM_MAX_SHEET_MM);
}

/* A size of its own lies as it is written, unless another way is asked for. */
static void
turn_sheet (const char *orientation, double *width, double *height)
{
  double across = *width;

  if (orientation == NULL
      || (*width > *height) == (g_ascii_strcasecmp (orientation, "landscape") == 0))
    return;
  *width = *height;
  *height = across;
}

void
ssm_sheet_find (const SsmMap *map, const SsmPageOptions *options, double *width,
                double *height)
{
  const SsmPart *page = ssm_part_only (map, SSM_LIST_PAGE);
  const char *name = options->paper != NULL ? options->paper
                                            : ssm_part_text (page, SSM_PAGE_PAPER);
  const char *orientation = options->orientation != NULL
                              ? options->orientation
                              : ssm_part_text (page, SSM_PAGE_ORIENTATION);
  const Paper *paper = find_paper (name);
  gboolean portrait = g_ascii_strcasecmp (orientation, "portrait") == 0;

  *width = portrait ? paper->width : paper->height;
  *height = portrait ? paper->height : paper->width;
  if (options->width_mm > 0 && options->height_mm > 0)
    {
      *width = limit_side (options->width_mm);
      *height = limit_side (options->height_mm);
    }
  else if (options->paper == NULL && g_ascii_strcasecmp (name, "custom") == 0)
    {
      *width = limit_side (ssm_part_number (page, SSM_PAGE_WIDTH, *width));
      *height = limit_side (ssm_part_number (page, SSM_PAGE_HEIGHT, *height));
    }
  turn_sheet (options->orientation, width, height);
}

double
ssm_sheet_factor (double width, double height)
{
  double factor = MIN (MAX (width, height) / 297, MIN (width, height) / 210);

  return factor > 0.9 && factor < 1.15 ? 1 : factor;
}
