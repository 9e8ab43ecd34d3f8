/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where the editor stands: over its text, or, where that is too small to read, beside it
 * in a lens while the page behind goes on showing what it will look like. */

#include "ssm-canvas-private.h"

#include <math.h>

/* A text smaller than this on the screen is written in the lens, at the size below. */
#define LENS_BELOW 11.0
#define LENS_SIZE 14.0
#define LENS_MIN_WIDTH 220
#define LENS_GAP 8

static SsmInlineEditor *
editor_of (SsmCanvas *self)
{
  return SSM_INLINE_EDITOR (self->editor);
}

int
ssm_canvas_written (SsmCanvas *self)
{
  return self->writing != NULL
           ? ssm_page_find_area (self->page, ssm_writing_get_id (self->writing),
                                 ssm_writing_get_field (self->writing), SSM_LIST_NONE)
           : -1;
}

/* Text larger than usual in the whole desktop is larger in the lens too. */
static double
lens_factor (SsmCanvas *self)
{
  int dpi = 96 * 1024;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-xft-dpi", &dpi, NULL);
  return dpi > 0 ? dpi / (96.0 * 1024.0) : 1.0;
}

void
ssm_canvas_update_editor (SsmCanvas *self)
{
  const SsmArea *area;
  double factor = lens_factor (self);
  int index = ssm_canvas_written (self);

  if (index < 0)
    return;

  area = ssm_page_area (self->page, (guint) index);

  self->look = area->look;
  self->lens = area->look.size * self->scale < LENS_BELOW * factor;
  self->editor_scale = self->lens ? LENS_SIZE * factor / area->look.size : self->scale;
  ssm_inline_editor_set_look (editor_of (self), &area->look, self->editor_scale, self->lens,
                              ssm_page_is_rtl (self->page));
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/* The lens stands below its text, or above where there is no room, and stays in sight. */
static void
place_lens (SsmCanvas *self, const SsmArea *area, int width, int height,
            graphene_rect_t *rect)
{
  graphene_rect_t text = ssm_canvas_area_pixels (self, &area->rect);
  double wanted = area->text_rect.width * self->editor_scale + 16;
  int lens_width = (int) MIN (MAX (wanted, LENS_MIN_WIDTH), width - 2.0 * LENS_GAP);
  int lens_height = ssm_inline_editor_get_height (editor_of (self), &area->look,
                                                  self->editor_scale, lens_width);
  float x = text.origin.x + (text.size.width - (float) lens_width) / 2;
  float y = text.origin.y + text.size.height + LENS_GAP;

  if (y + (float) lens_height > (float) height)
    y = text.origin.y - (float) lens_height - LENS_GAP;
  x = CLAMP (x, LENS_GAP, MAX (LENS_GAP, (float) (width - lens_width - LENS_GAP)));
  *rect = GRAPHENE_RECT_INIT (x, MAX (y, 0), (float) lens_width, (float) lens_height);
}

/* The page is laid out anew with every letter, so its own box is high enough. */
static void
place_over (SsmCanvas *self, const SsmArea *area, graphene_rect_t *rect)
{
  int padding = ssm_inline_editor_get_padding (editor_of (self));

  *rect = ssm_canvas_area_pixels (self, &area->text_rect);
  rect->size.width = ceilf (rect->size.width) + 1;
  graphene_rect_inset (rect, (float) -padding, (float) -padding);
}

void
ssm_canvas_place_editor (SsmCanvas *self, int width, int height)
{
  int index = ssm_canvas_written (self);
  graphene_rect_t rect;
  graphene_point_t at;

  if (index < 0 || !gtk_widget_get_visible (self->editor))
    return;

  if (self->lens)
    place_lens (self, ssm_page_area (self->page, (guint) index), width, height, &rect);
  else
    place_over (self, ssm_page_area (self->page, (guint) index), &rect);

  at = GRAPHENE_POINT_INIT (roundf (rect.origin.x), roundf (rect.origin.y));
  gtk_widget_measure (self->editor, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_allocate (self->editor, (int) ceilf (rect.size.width),
                       (int) ceilf (rect.size.height), -1,
                       gsk_transform_translate (NULL, &at));
}
