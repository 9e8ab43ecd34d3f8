/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Return paths by hand: a grip under the selected stage from which a new one is drawn, and
 * one at each end of the selected path. */

#include "ssm-canvas-structure.h"

#include <math.h>
#include <string.h>

#include "ssm-page-walk.h"

#define ACCENT { 0.110f, 0.443f, 0.847f, 1.0f } /* #1C71D8 */
#define WHITE { 1.0f, 1.0f, 1.0f, 1.0f }

/* Pixels: of a grip as it is seen, and as it is met. */
#define GRIP_RADIUS 6.0
#define GRIP_REACH 17.0

/* Pixels of the line that is drawn by dragging. */
#define LINE 2.0
#define DASH 6.0
#define ARROW 8.0

static graphene_point_t
spot_pixels (SsmCanvas *self, SsmSpot spot)
{
  return GRAPHENE_POINT_INIT ((float) (self->x + spot.x * self->scale),
                              (float) (self->y + spot.y * self->scale));
}

/* The selected path's area, or -1. */
static int
selected_link (SsmCanvas *self)
{
  int index = ssm_canvas_selected (self);

  return index >= 0 && ssm_page_area (self->page, (guint) index)->role == SSM_AREA_LINK
           ? index
           : -1;
}

/* The stage under which the grip of a new path is, or -1. */
static int
linkable_stage (SsmCanvas *self)
{
  int index = ssm_canvas_selected (self);

  return index >= 0 ? ssm_page_stage_area (self->page, index) : -1;
}

/* In the middle of the lower edge of a column. */
static SsmSpot
stage_spot (const SsmPage *page, int stage)
{
  const SsmRect *rect = &ssm_page_area (page, (guint) stage)->rect;

  return (SsmSpot) { rect->x + rect->width / 2, rect->y + rect->height };
}

static gboolean
is_near (SsmCanvas *self, SsmSpot spot, double x, double y)
{
  graphene_point_t at = spot_pixels (self, spot);

  return hypot (at.x - x, at.y - y) <= GRIP_REACH;
}

SsmGrip
ssm_canvas_link_grip (SsmCanvas *self, double x, double y)
{
  int link = selected_link (self), stage = linkable_stage (self);
  SsmSpot from, to;

  if (self->writing != NULL)
    return (SsmGrip) { .area = -1 };
  if (link >= 0 && ssm_page_link_ends (self->page, (guint) link, &from, &to))
    {
      if (is_near (self, to, x, y))
        return (SsmGrip) { SSM_GRIP_TO, link, from };
      if (is_near (self, from, x, y))
        return (SsmGrip) { SSM_GRIP_FROM, link, to };
    }
  if (stage >= 0 && is_near (self, stage_spot (self->page, stage), x, y))
    return (SsmGrip) { SSM_GRIP_NEW_LINK, stage, stage_spot (self->page, stage) };
  return (SsmGrip) { .area = -1 };
}

SsmCommand *
ssm_canvas_link_drop (SsmCanvas *self, const SsmGrip *grip, const SsmPage *page, int stage)
{
  SsmMap *map = ssm_canvas_get_map (self);
  const char *id = ssm_page_area (page, (guint) grip->area)->id;
  const char *target = ssm_page_area (page, (guint) stage)->id;
  g_autoptr (SsmCommand) command = NULL;

  if (grip->kind == SSM_GRIP_NEW_LINK)
    command = ssm_command_link (map, id, target);
  else
    command = ssm_command_point_link (map, id,
                                      grip->kind == SSM_GRIP_FROM ? SSM_LINK_FROM : SSM_LINK_TO,
                                      target);

  /* Where a path leads already it can be dropped again, but not on its own stage. */
  return command->map != map || command->select.field == SSM_LINK_TEXT
           ? g_steal_pointer (&command)
           : NULL;
}

static void
append_grip (SsmCanvas *self, GtkSnapshot *snapshot, SsmSpot spot)
{
  static const GdkRGBA accent = ACCENT, white = WHITE;
  graphene_point_t at = spot_pixels (self, spot);
  graphene_rect_t rect = GRAPHENE_RECT_INIT (at.x - (float) GRIP_RADIUS,
                                             at.y - (float) GRIP_RADIUS,
                                             (float) GRIP_RADIUS * 2, (float) GRIP_RADIUS * 2);
  GskRoundedRect disc;

  gsk_rounded_rect_init_from_rect (&disc, &rect, (float) GRIP_RADIUS);
  gtk_snapshot_push_rounded_clip (snapshot, &disc);
  gtk_snapshot_append_color (snapshot, &white, &rect);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_append_border (snapshot, &disc, (float[4]) { 2, 2, 2, 2 },
                              (GdkRGBA[4]) { accent, accent, accent, accent });
}

static void
draw_arrow (cairo_t *cr, graphene_point_t from, graphene_point_t to)
{
  double angle = atan2 (to.y - from.y, to.x - from.x);

  cairo_move_to (cr, to.x, to.y);
  cairo_line_to (cr, to.x - ARROW * cos (angle - 0.45), to.y - ARROW * sin (angle - 0.45));
  cairo_line_to (cr, to.x - ARROW * cos (angle + 0.45), to.y - ARROW * sin (angle + 0.45));
  cairo_close_path (cr);
  cairo_fill (cr);
}

static void
append_line (SsmCanvas *self, GtkSnapshot *snapshot, graphene_point_t from,
             graphene_point_t to)
{
  static const GdkRGBA accent = ACCENT;
  double dash = DASH;
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (
    MIN (from.x, to.x), MIN (from.y, to.y), fabsf (to.x - from.x), fabsf (to.y - from.y));
  cairo_t *cr;

  graphene_rect_inset (&bounds, (float) -ARROW, (float) -ARROW);
  cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  gdk_cairo_set_source_rgba (cr, &accent);
  cairo_set_line_width (cr, LINE);
  cairo_set_dash (cr, &dash, 1, 0);
  cairo_move_to (cr, from.x, from.y);
  cairo_line_to (cr, to.x, to.y);
  cairo_stroke (cr);
  draw_arrow (cr, from, to);
  cairo_destroy (cr);
}

/* The column in which the path would end. */
static void
append_target (SsmCanvas *self, GtkSnapshot *snapshot, int stage)
{
  static const GdkRGBA accent = ACCENT;
  graphene_rect_t rect
    = ssm_canvas_area_pixels (self, &ssm_page_area (self->page, (guint) stage)->rect);
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline, &rect, 6);
  gtk_snapshot_append_border (snapshot, &outline, (float[4]) { 3, 3, 3, 3 },
                              (GdkRGBA[4]) { accent, accent, accent, accent });
}

static void
append_drag (SsmCanvas *self, GtkSnapshot *snapshot, const SsmGrip *grip, SsmSpot pointer,
             int stage)
{
  graphene_point_t other = spot_pixels (self, grip->other);
  graphene_point_t moved = spot_pixels (self, pointer);

  if (stage >= 0)
    append_target (self, snapshot, stage);
  if (grip->kind == SSM_GRIP_FROM)
    append_line (self, snapshot, moved, other);
  else
    append_line (self, snapshot, other, moved);
}

void
ssm_canvas_snapshot_links (SsmCanvas *self, GtkSnapshot *snapshot)
{
  int link = selected_link (self), stage = linkable_stage (self);
  SsmSpot from, to, pointer;
  SsmGrip grip;

  if (ssm_canvas_get_dragged_link (self, &grip, &pointer, &stage))
    {
      append_drag (self, snapshot, &grip, pointer, stage);
      return;
    }
  if (self->writing != NULL || self->drag != NULL)
    return;
  if (link >= 0 && ssm_page_link_ends (self->page, (guint) link, &from, &to))
    {
      append_grip (self, snapshot, from);
      append_grip (self, snapshot, to);
    }
  if (stage >= 0)
    append_grip (self, snapshot, stage_spot (self->page, stage));
}
