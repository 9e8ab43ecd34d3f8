/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is on the screen and not on the paper: its shadow, the ground of a text being
 * written, the rings around what is selected. */

#include "ssm-canvas-private.h"

#include "ssm-canvas-clipboard.h"
#include "ssm-page-walk.h"
#include "ssm-paint.h"

#define RING { 0.110f, 0.443f, 0.847f, 1.0f }   /* #1C71D8 */
#define GROUND { 0.910f, 0.945f, 0.988f, 1.0f } /* #E8F1FC */
#define WHITE { 1.0f, 1.0f, 1.0f, 1.0f }

/* Pixels between a text and the ring around it. */
#define RING_GAP 3

static graphene_rect_t
paper_pixels (SsmCanvas *self)
{
  SsmRect sheet = { 0 };

  ssm_page_get_size (self->page, &sheet.width, &sheet.height);
  return ssm_canvas_area_pixels (self, &sheet);
}

static void
append_shadow (SsmCanvas *self, GtkSnapshot *snapshot)
{
  static const GdkRGBA soft = { 0, 0, 0, 0.16f }, edge = { 0, 0, 0, 0.20f };
  graphene_rect_t rect = paper_pixels (self);
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline, &rect, 0);
  gtk_snapshot_append_outset_shadow (snapshot, &outline, &soft, 0, 3, 0, 12);
  gtk_snapshot_append_outset_shadow (snapshot, &outline, &edge, 0, 0, 1, 0);
}

static GskRenderNode *
make_paper (SsmCanvas *self)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  graphene_rect_t rect = paper_pixels (self);
  cairo_t *cr;

  rect.origin = *graphene_point_zero ();
  cr = gtk_snapshot_append_cairo (snapshot, &rect);
  cairo_scale (cr, self->scale, self->scale);
  ssm_paint_background (self->page, cr);
  cairo_destroy (cr);
  return gtk_snapshot_free_to_node (snapshot);
}

/* Where the ring of an area runs: tight around a criterion, whose neighbours are near,
 * inside a cell, outside everything else. */
static graphene_rect_t
ring_rect (SsmCanvas *self, int index, float width)
{
  const SsmArea *area = ssm_page_area (self->page, (guint) index);
  graphene_rect_t rect = ssm_canvas_area_pixels (self, &area->rect);
  graphene_rect_t text = ssm_canvas_text_pixels (self, (guint) index);

  switch (area->role)
    {
    case SSM_AREA_CRITERION:
      rect.origin.y = text.origin.y;
      rect.size.height = text.size.height;
      graphene_rect_inset (&rect, 1, -width);
      break;
    case SSM_AREA_LIST:
    case SSM_AREA_OUTCOME:
      graphene_rect_inset (&rect, 1, 1);
      break;
    default:
      graphene_rect_inset (&rect, -RING_GAP, -RING_GAP);
      break;
    }

  return rect;
}

void
ssm_canvas_snapshot_paper (SsmCanvas *self, GtkSnapshot *snapshot)
{
  static const GdkRGBA white = WHITE, ground = GROUND;
  graphene_rect_t rect = paper_pixels (self);
  graphene_point_t origin = GRAPHENE_POINT_INIT ((float) self->x, (float) self->y);
  int written = ssm_canvas_written (self);

  append_shadow (self, snapshot);
  gtk_snapshot_append_color (snapshot, &white, &rect);

  if (self->paper == NULL)
    self->paper = make_paper (self);
  if (self->paper != NULL)
    {
      gtk_snapshot_save (snapshot);
      gtk_snapshot_translate (snapshot, &origin);
      gtk_snapshot_append_node (snapshot, self->paper);
      gtk_snapshot_restore (snapshot);
    }

  if (written >= 0)
    {
      rect = ring_rect (self, written, 2);
      gtk_snapshot_append_color (snapshot, &ground, &rect);
    }
}

static void
append_border (GtkSnapshot *snapshot, const graphene_rect_t *rect, float width,
               const GdkRGBA *colour)
{
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline, rect, 6);
  gtk_snapshot_append_border (snapshot, &outline, (float[4]) { width, width, width, width },
                              (GdkRGBA[4]) { *colour, *colour, *colour, *colour });
}

/* The editor over its text, cut where its ring is: a text view asks for more room than the
 * page's lines take, and would hide what is below. */
void
ssm_canvas_snapshot_editor (SsmCanvas *self, GtkSnapshot *snapshot)
{
  int written = ssm_canvas_written (self);
  graphene_rect_t rect;

  if (written < 0)
    return;

  rect = ring_rect (self, written, 2);
  gtk_snapshot_push_clip (snapshot, &rect);
  gtk_widget_snapshot_child (GTK_WIDGET (self), self->editor, snapshot);
  gtk_snapshot_pop (snapshot);
}

static void
append_ring (SsmCanvas *self, GtkSnapshot *snapshot, int index)
{
  static const GdkRGBA ring = RING, white = WHITE;
  const SsmArea *area = ssm_page_area (self->page, (guint) index);
  float width = self->high_contrast ? 3 : 2;
  graphene_rect_t rect = ring_rect (self, index, width);
  graphene_rect_t inner = rect;

  append_border (snapshot, &rect, width, &ring);
  /* Blue on a dark head is hard to see. */
  if (area->field == SSM_STAGE_NAME)
    {
      graphene_rect_inset (&inner, width, width);
      append_border (snapshot, &inner, 1.5, &white);
    }
}

/* The whole map is selected. */
static void
append_page_ring (SsmCanvas *self, GtkSnapshot *snapshot)
{
  static const GdkRGBA ring = RING;
  graphene_rect_t rect = paper_pixels (self);

  graphene_rect_inset (&rect, -RING_GAP, -RING_GAP);
  append_border (snapshot, &rect, self->high_contrast ? 3 : 2, &ring);
}

void
ssm_canvas_snapshot_rings (SsmCanvas *self, GtkSnapshot *snapshot)
{
  int index = ssm_canvas_selected (self);
  int written = ssm_canvas_written (self);
  int stage = index >= 0 ? ssm_page_stage_area (self->page, index) : -1;

  if (ssm_canvas_is_whole_selected (self))
    append_page_ring (self, snapshot);
  if (stage >= 0)
    append_ring (self, snapshot, stage);
  if (written >= 0)
    index = written;
  if (index >= 0 && index != stage)
    append_ring (self, snapshot, index);
}
