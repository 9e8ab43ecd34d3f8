/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A page on real paper, in a printer that cannot reach the paper's edge: on one sheet, or
 * as a poster on many, which overlap so that they can be glued together. Nothing of the
 * page is ever lost. */

#pragma once

#include "ssm-map-page.h"

G_BEGIN_DECLS

/* Points; the sheet as it lies, and how far from each edge nothing can be printed. */
typedef struct
{
  double width, height;
  double top, bottom, left, right;
} SsmPrintPaper;

/* How many sheets a poster has at most, across and down. */
#define SSM_POSTER_MAX 10

/* What two neighbouring sheets of a poster both show, in points: 10 mm. */
#define SSM_POSTER_OVERLAP (10 * 72 / 25.4)

typedef struct
{
  SsmPrintPaper paper;
  guint columns, rows; /* of sheets */
  double scale;        /* from the page to paper: 1, or less on a single sheet */
  SsmRect area;        /* of each sheet: where its piece of the page stands */
} SsmPrintSheets;

typedef enum
{
  SSM_PRINT_MAP,
  SSM_PRINT_WORKSHEET, /* the empty handout */
  SSM_PRINT_POSTER,
  SSM_N_PRINTS
} SsmPrintKind;

typedef struct
{
  SsmPrintKind kind;
  SsmTheme theme;
  guint columns, rows; /* of a poster's sheets */
} SsmPrintPlan;

/* (transfer full): the page of @map that @plan asks for, laid out for @paper; @sheets says
 * how it goes on paper. Where the map does not fit, its text is smaller than is good to
 * read; the page's fit then tells of the page without that. */
SsmPage *ssm_print_page_new (const SsmMap *map, const SsmPrintPlan *plan,
                             const SsmPrintPaper *paper, SsmPrintSheets *sheets);

/* One sheet for @page, which is as large as the paper: as it is where its ink stays clear of
 * the edges, else smaller by so much that it does. */
void ssm_print_sheets_single (SsmPrintSheets *self, const SsmPrintPaper *paper,
                              const SsmPage *page);

/* The sheets of a poster, @columns × @rows, each with room for marks around its piece. */
void ssm_print_sheets_poster (SsmPrintSheets *self, const SsmPrintPaper *paper,
                              guint columns, guint rows);

/* The size of the page that fills the sheets of a poster. */
void ssm_print_sheets_get_size (const SsmPrintSheets *self, double *width, double *height);

guint ssm_print_sheets_count (const SsmPrintSheets *self);

/* What sheet @index, from 0 on, row by row, shows: @piece of the page, at @place on paper. */
void ssm_print_sheets_get (const SsmPrintSheets *self, guint index, SsmRect *piece,
                           SsmRect *place);

/* (transfer full): what is printed around the piece on sheet @index of a poster: where to
 * cut, where the next sheet is glued on, and "2 / 4" in the words of @language. */
SsmPage *ssm_print_marks_new (const SsmPrintSheets *self, guint index, const char *language);

G_END_DECLS
