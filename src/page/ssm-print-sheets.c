/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-print-sheets.h"

#include "ssm-page-private.h"
#include "ssm-theme.h"

/* Around the piece of a poster: room for marks, and the least that any printer keeps. */
#define MARKS (6 * SSM_MM)
#define LEAST_MARGIN (4 * SSM_MM)

/* Around shapes: half of the widest line, and what letters reach beyond their box. */
#define BLEED 1.0

/* A margin is never taken for more than this share of a side. */
#define MAX_MARGIN 0.25

static SsmPrintPaper
sane_paper (const SsmPrintPaper *paper)
{
  SsmPrintPaper sane = *paper;

  sane.top = CLAMP (sane.top, 0, MAX_MARGIN * sane.height);
  sane.bottom = CLAMP (sane.bottom, 0, MAX_MARGIN * sane.height);
  sane.left = CLAMP (sane.left, 0, MAX_MARGIN * sane.width);
  sane.right = CLAMP (sane.right, 0, MAX_MARGIN * sane.width);
  return sane;
}

/* The box around all that is drawn. */
static SsmRect
find_ink (const SsmPage *page)
{
  double left = page->width, right = 0, top = page->height, bottom = 0;

  for (guint i = 0; i < page->shapes->len; i++)
    {
      const SsmRect *r = &g_array_index (page->shapes, SsmShape, i).rect;

      left = MIN (left, MIN (r->x, r->x + r->width) - BLEED);
      right = MAX (right, MAX (r->x, r->x + r->width) + BLEED);
      top = MIN (top, MIN (r->y, r->y + r->height) - BLEED);
      bottom = MAX (bottom, MAX (r->y, r->y + r->height) + BLEED);
    }
  return (SsmRect) { left, top, MAX (right - left, 0), MAX (bottom - top, 0) };
}

/* Where the page begins on one axis: in the middle of the paper, or so much beside it that
 * the ink keeps to what can be printed. */
static double
place_axis (double paper, double page, double first, double last, double ink_start,
            double ink_size)
{
  return CLAMP ((paper - page) / 2, first - ink_start,
                MAX (first - ink_start, last - ink_start - ink_size));
}

void
ssm_print_sheets_single (SsmPrintSheets *self, const SsmPrintPaper *paper,
                         const SsmPage *page)
{
  SsmPrintPaper p = sane_paper (paper);
  SsmRect ink = find_ink (page);
  double scale = 1;

  if (ink.width > 0)
    scale = MIN (scale, (p.width - p.left - p.right) / ink.width);
  if (ink.height > 0)
    scale = MIN (scale, (p.height - p.top - p.bottom) / ink.height);
  self->paper = p;
  self->columns = self->rows = 1;
  self->scale = scale;
  self->area.width = page->width * scale;
  self->area.height = page->height * scale;
  self->area.x = place_axis (p.width, self->area.width, p.left, p.width - p.right,
                             ink.x * scale, ink.width * scale);
  self->area.y = place_axis (p.height, self->area.height, p.top, p.height - p.bottom,
                             ink.y * scale, ink.height * scale);
}

void
ssm_print_sheets_poster (SsmPrintSheets *self, const SsmPrintPaper *paper, guint columns,
                         guint rows)
{
  SsmPrintPaper p = sane_paper (paper);
  double left = MAX (p.left, LEAST_MARGIN) + MARKS;
  double top = MAX (p.top, LEAST_MARGIN) + MARKS;

  g_return_if_fail (columns >= 1 && columns <= SSM_POSTER_MAX);
  g_return_if_fail (rows >= 1 && rows <= SSM_POSTER_MAX);

  self->paper = p;
  self->columns = columns;
  self->rows = rows;
  self->scale = 1;
  self->area.x = left;
  self->area.y = top;
  self->area.width = p.width - left - MAX (p.right, LEAST_MARGIN) - MARKS;
  self->area.height = p.height - top - MAX (p.bottom, LEAST_MARGIN) - MARKS;
  /* on labels and the like: more pieces, no less overlap */
  self->area.width = MAX (self->area.width, 1.5 * SSM_POSTER_OVERLAP);
  self->area.height = MAX (self->area.height, 1.5 * SSM_POSTER_OVERLAP);
}

void
ssm_print_sheets_get_size (const SsmPrintSheets *self, double *width, double *height)
{
  *width = (self->columns * self->area.width - (self->columns - 1) * SSM_POSTER_OVERLAP)
           / self->scale;
  *height = (self->rows * self->area.height - (self->rows - 1) * SSM_POSTER_OVERLAP)
            / self->scale;
}

guint
ssm_print_sheets_count (const SsmPrintSheets *self)
{
  return self->columns * self->rows;
}

void
ssm_print_sheets_get (const SsmPrintSheets *self, guint index, SsmRect *piece,
                      SsmRect *place)
{
  guint column = index % self->columns;
  guint row = index / self->columns;

  g_return_if_fail (index < ssm_print_sheets_count (self));

  *place = self->area;
  piece->x = column * (self->area.width - SSM_POSTER_OVERLAP) / self->scale;
  piece->y = row * (self->area.height - SSM_POSTER_OVERLAP) / self->scale;
  piece->width = self->area.width / self->scale;
  piece->height = self->area.height / self->scale;
}

SsmPage *
ssm_print_page_new (const SsmMap *map, const SsmPrintPlan *plan, const SsmPrintPaper *paper,
                    SsmPrintSheets *sheets)
{
  SsmPageOptions options = {
    .width_mm = paper->width / SSM_MM, .height_mm = paper->height / SSM_MM,
    .theme = plan->theme, .handout = plan->kind == SSM_PRINT_WORKSHEET,
  };
  g_autoptr (SsmPage) page = NULL;

  if (plan->kind == SSM_PRINT_POSTER)
    {
      ssm_print_sheets_poster (sheets, paper, plan->columns, plan->rows);
      ssm_print_sheets_get_size (sheets, &options.width_mm, &options.height_mm);
      options.width_mm /= SSM_MM;
      options.height_mm /= SSM_MM;
    }
  page = ssm_map_page_new (map, &options);
  if (!ssm_page_fit (page)->fits)
    {
      SsmFit fit = *ssm_page_fit (page);

      options.shrink = TRUE;
      ssm_page_unref (page);
      page = ssm_map_page_new (map, &options);
      page->fit = fit;
    }
  if (plan->kind != SSM_PRINT_POSTER)
    ssm_print_sheets_single (sheets, paper, page);

  return g_steal_pointer (&page);
}
