/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-purpose.h"

#include <math.h>

#include "ssm-export.h"

/* A slide as office programs make them, 13.333 × 7.5 inches. */
#define SLIDE_WIDTH_MM (25.4 * 40 / 3)
#define SLIDE_HEIGHT_MM (25.4 * 7.5)
#define SLIDE_PIXELS 3840

#define POSTER_PAPER "A3"
#define POSTER_DPI 600.0
#define PAPER_DPI 300.0
#define POINTS_PER_INCH 72.0

SsmPurpose
ssm_purpose_of_name (const char *name)
{
  g_auto (GStrv) names = g_strsplit (SSM_PURPOSES, "|", -1);

  for (int i = 0; names[i] != NULL; i++)
    if (g_str_equal (names[i], name))
      return i;
  g_return_val_if_reached (SSM_PURPOSE_PAPER);
}

void
ssm_purpose_set_page (SsmPurpose purpose, SsmPageOptions *options)
{
  gboolean has_paper = options->paper != NULL || options->width_mm > 0;

  if (purpose == SSM_PURPOSE_SLIDE && !has_paper)
    {
      options->width_mm = SLIDE_WIDTH_MM;
      options->height_mm = SLIDE_HEIGHT_MM;
    }
  else if (purpose == SSM_PURPOSE_POSTER && !has_paper)
    options->paper = POSTER_PAPER;
  else if (purpose == SSM_PURPOSE_HANDOUT)
    options->handout = TRUE;
}

/* As sharp as asked for, or as a picture of the page may be at most. */
static double
limit_dpi (double dpi, double width, double height)
{
  double inches_across = width / POINTS_PER_INCH;
  double inches_down = height / POINTS_PER_INCH;
  double most = sqrt (SSM_PNG_MAX_PIXELS / (inches_across * inches_down));

  most = MIN (most, SSM_PNG_MAX_SIDE / MAX (inches_across, inches_down));
  /* pixels are whole: one more on either side must not be too many */
  return MIN (dpi, floor (most) - 1);
}

double
ssm_purpose_dpi (SsmPurpose purpose, double width, double height)
{
  if (purpose == SSM_PURPOSE_SLIDE)
    return limit_dpi (SLIDE_PIXELS * POINTS_PER_INCH / width, width, height);
  return limit_dpi (purpose == SSM_PURPOSE_POSTER ? POSTER_DPI : PAPER_DPI, width, height);
}

gboolean
ssm_purpose_carries_source (SsmPurpose purpose)
{
  return purpose != SSM_PURPOSE_HANDOUT;
}
