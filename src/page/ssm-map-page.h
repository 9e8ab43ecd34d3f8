/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Map → page: the layout of the one page. */

#pragma once

#include "ssm-page.h"

G_BEGIN_DECLS

typedef enum
{
  SSM_THEME_COLOUR,
  SSM_THEME_MONO,   /* greyscale-safe */
  SSM_THEME_OUTLINE /* white heads with black outlines: saves ink, high contrast */
} SsmTheme;

typedef struct
{
  const char *paper;       /* "A4" …, letter case apart; NULL: what the map says */
  const char *orientation; /* "landscape", "portrait"; NULL: what the map says */
  double width_mm;         /* custom size where both are > 0 */
  double height_mm;
  SsmTheme theme;
  gboolean handout;        /* the empty worksheet: boxes to fill with a pen */
  gboolean shrink;         /* go down to 6.5 pt rather than say it does not fit */
  const char *footer;      /* file name for the footer, or NULL */
  gboolean source_embedded;/* the footer says so */
} SsmPageOptions;

/* Limits of a sheet, in millimetres. */
#define SSM_MIN_SHEET_MM 50.0
#define SSM_MAX_SHEET_MM 5000.0

/* @options: NULL for the map's own paper and colours. (transfer full); always one page:
 * where the map does not fit at the floor size, the page's fit says so. Texts measured for
 * earlier pages of the same thread are remembered, so that a page after one keystroke
 * measures one text. */
SsmPage *ssm_map_page_new (const SsmMap *map, const SsmPageOptions *options);

G_END_DECLS
