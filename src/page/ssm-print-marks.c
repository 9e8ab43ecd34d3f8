/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What stands around the piece of a poster on its sheet:
 *
 *        │        ╎ │        solid: cut here
 *      ──┌────────╎─┐──      dashed: the next sheet begins here
 *        │        ╎ │
 */

#include "ssm-print-sheets.h"

#include "ssm-page-private.h"
#include "ssm-resources.h"
#include "ssm-theme.h"

#define LENGTH (4 * SSM_MM)
#define DISTANCE (1.2 * SSM_MM) /* from the piece */
#define POINTS 7.2
#define NUMBER_TOP (1.2 * SSM_MM)

/* A line away from the edge of the piece, at @x, @y, into the direction @way_x, @way_y. */
static void
add_mark (SsmPageBuilder *builder, double x, double y, int way_x, int way_y, gboolean dashed)
{
  SsmShape line = {
    .kind = SSM_SHAPE_LINE, .line = SSM_LINE_HAIR, .colour = SSM_COLOUR_INK,
    .dashed = dashed,
    .rect = { x + way_x * DISTANCE, y + way_y * DISTANCE, way_x * LENGTH, way_y * LENGTH }
  };

  ssm_page_builder_add (builder, &line);
}

static void
add_cuts (SsmPageBuilder *builder, const SsmRect *area)
{
  for (guint corner = 0; corner < 4; corner++)
    {
      gboolean right = corner & 1, bottom = corner & 2;
      double x = right ? area->x + area->width : area->x;
      double y = bottom ? area->y + area->height : area->y;

      add_mark (builder, x, y, right ? 1 : -1, 0, FALSE);
      add_mark (builder, x, y, 0, bottom ? 1 : -1, FALSE);
    }
}

static void
add_seams (SsmPageBuilder *builder, const SsmPrintSheets *self, guint index)
{
  const SsmRect *area = &self->area;
  double seam_x = area->x + area->width - SSM_POSTER_OVERLAP;
  double seam_y = area->y + area->height - SSM_POSTER_OVERLAP;

  if (index % self->columns + 1 < self->columns)
    {
      add_mark (builder, seam_x, area->y, 0, -1, TRUE);
      add_mark (builder, seam_x, area->y + area->height, 0, 1, TRUE);
    }
  if (index / self->columns + 1 < self->rows)
    {
      add_mark (builder, area->x, seam_y, -1, 0, TRUE);
      add_mark (builder, area->x + area->width, seam_y, 1, 0, TRUE);
    }
}

static void
add_number (SsmPageBuilder *builder, const SsmPrintSheets *self, guint index,
            const char *language)
{
  const SsmLanguage *words = ssm_resources_words (language);
  g_autofree char *page = g_strdup_printf ("%u", index + 1);
  g_autofree char *pages = g_strdup_printf ("%u", ssm_print_sheets_count (self));
  g_autofree char *string
    = ssm_language_format (words, "page-number", "page", page, "pages", pages, NULL);
  SsmTextBox box = {
    .text = ssm_text_get (string, SSM_FACE_TEXT, language, FALSE),
    .size = POINTS, .spacing = SSM_SPACING, .colour = SSM_COLOUR_INK,
    .x = self->area.x, .y = self->area.y + self->area.height + NUMBER_TOP,
    .width = self->area.width, .align = SSM_ALIGN_CENTRE
  };

  ssm_page_builder_add_text (builder, &box);
}

SsmPage *
ssm_print_marks_new (const SsmPrintSheets *self, guint index, const char *language)
{
  SsmPageBuilder builder;
  SsmFit fit = { .fits = TRUE, .stage = -1 };

  g_return_val_if_fail (index < ssm_print_sheets_count (self), NULL);

  ssm_page_builder_init (&builder, self->paper.width, self->paper.height, 1, FALSE);
  add_cuts (&builder, &self->area);
  add_seams (&builder, self, index);
  add_number (&builder, self, index, language);
  return ssm_page_builder_finish (&builder, &fit);
}
