/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where the editor stands: on its text, at the size of the page, or, where that is too
 * small to read, larger in a lens that begins where its text begins. */

#include "ssm-canvas-private.h"

#include <math.h>

/* A text smaller than this on the screen is written in the lens, at the size below. */
#define LENS_BELOW 8.5
#define LENS_SIZE 14.0
#define LENS_GAP 8

/* Letters fitted to the screen's pixels are wider at some sizes than those of the page. */
#define LENS_SLACK 1.05

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

  self->lens = area->look.size * self->scale < LENS_BELOW * factor;
  self->editor_scale = self->lens ? LENS_SIZE * factor / area->look.size : self->scale;
  ssm_inline_editor_set_look (editor_of (self), &area->look, self->editor_scale, self->lens,
                              ssm_page_is_rtl (self->page));
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/* What is in sight of the canvas: it may be larger than what it scrolls in. */
static graphene_rect_t
get_sight (SsmCanvas *self, int width, int height)
{
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));
  graphene_rect_t sight = GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height);
  GtkAdjustment *across, *down;

  if (!GTK_IS_SCROLLABLE (parent))
    return sight;

  across = gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (parent));
  down = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (parent));
  sight.origin.x = (float) gtk_adjustment_get_value (across);
  sight.origin.y = (float) gtk_adjustment_get_value (down);
  sight.size.width = MIN ((float) gtk_adjustment_get_page_size (across), (float) width);
  sight.size.height = MIN ((float) gtk_adjustment_get_page_size (down), (float) height);
  return sight;
}

static void
keep_inside (graphene_rect_t *rect, const graphene_rect_t *sight)
{
  float right = sight->origin.x + sight->size.width - rect->size.width;
  float bottom = sight->origin.y + sight->size.height - rect->size.height;

  rect->origin.x = MAX (MIN (rect->origin.x, right), sight->origin.x);
  rect->origin.y = MAX (MIN (rect->origin.y, bottom), sight->origin.y);
}

/* As wide as the text, which has to break where it breaks on the page: what is compared
 * with it stands beside it. */
static int
get_lens_width (SsmCanvas *self, const SsmArea *area, float most)
{
  double line = area->look.size * area->look.spacing;
  gboolean one_line = area->text_rect.height < 1.5 * line;
  int padding = ssm_inline_editor_get_padding (editor_of (self));
  double text = ssm_inline_editor_get_width (editor_of (self), &area->look,
                                             self->editor_scale);
  double broken = area->text_rect.width * self->editor_scale * LENS_SLACK + 2 * padding;
  double least = area->text_rect.width * self->scale + 2 * padding;

  return (int) MIN (MAX (one_line ? text : MIN (text, broken), least), most);
}

/* The first lines of lens and page lie on each other, as far as the lens stays in sight. */
static void
place_lens (SsmCanvas *self, const SsmArea *area, int width, int height,
            graphene_rect_t *rect)
{
  graphene_rect_t text = ssm_canvas_area_pixels (self, &area->text_rect);
  graphene_rect_t sight = get_sight (self, width, height);
  SsmInlineEditor *editor = editor_of (self);
  float padding = (float) ssm_inline_editor_get_padding (editor);
  int lens_width, lens_height;
  double line = area->look.size * area->look.spacing;

  graphene_rect_inset (&sight, LENS_GAP, LENS_GAP);
  lens_width = get_lens_width (self, area, sight.size.width);
  lens_height = ssm_inline_editor_get_height (editor, &area->look, self->editor_scale,
                                              lens_width);
  rect->size.width = (float) lens_width;
  rect->size.height = (float) lens_height;
  rect->origin.x = text.origin.x - padding;
  if (area->look.centred)
    rect->origin.x = text.origin.x + (text.size.width - rect->size.width) / 2;
  else if (ssm_page_is_rtl (self->page))
    rect->origin.x = text.origin.x + text.size.width + padding - rect->size.width;
  rect->origin.y = text.origin.y - padding
                   - (float) (line * (self->editor_scale - self->scale) / 2);
  keep_inside (rect, &sight);
}

/* Pixels of the question of the empty text of area @index at that width. */
static float
question_height (SsmCanvas *self, const SsmArea *area, float width)
{
  int padding = ssm_inline_editor_get_padding (editor_of (self));

  return (float) (ssm_inline_editor_get_height (editor_of (self), &area->look, self->scale,
                                                (int) ceilf (width) + 2 * padding)
                  - 2 * padding);
}

/* Where the text of area @index stands; while it is being written and there is none yet,
 * with room for all of its question, if its cell has that. */
graphene_rect_t
ssm_canvas_text_pixels (SsmCanvas *self, guint index)
{
  const SsmArea *area = ssm_page_area (self->page, index);
  graphene_rect_t rect = ssm_canvas_area_pixels (self, &area->text_rect), room;
  g_autofree char *text = NULL;
  float question;

  if ((int) index != ssm_canvas_written (self) || self->lens)
    return rect;
  text = ssm_inline_editor_dup_text (editor_of (self));
  if (*text != '\0')
    return rect;

  if (area->role == SSM_AREA_CRITERION)
    area = ssm_page_area (self->page, (guint) area->parent);
  room = ssm_canvas_area_pixels (self, &area->rect);
  question = question_height (self, area, rect.size.width);
  if (rect.origin.y + question <= room.origin.y + room.size.height)
    rect.size.height = MAX (rect.size.height, question);
  return rect;
}

/* The page is laid out anew with every letter, so its own box is high enough. */
static void
place_over (SsmCanvas *self, guint index, graphene_rect_t *rect)
{
  int padding = ssm_inline_editor_get_padding (editor_of (self));

  *rect = ssm_canvas_text_pixels (self, index);
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
    place_over (self, (guint) index, &rect);

  at = GRAPHENE_POINT_INIT (roundf (rect.origin.x), roundf (rect.origin.y));
  gtk_widget_measure (self->editor, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_allocate (self->editor, (int) ceilf (rect.size.width),
                       (int) ceilf (rect.size.height), -1,
                       gsk_transform_translate (NULL, &at));
}
