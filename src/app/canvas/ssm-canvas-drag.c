/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Dragging on the page. What is dragged is shown where it would be: the page is laid out
 * from a trial of the map, which becomes the document's on release. Beside every place for
 * it nothing changes. Near an edge of what is in sight the page scrolls on. */

#include "ssm-canvas-structure.h"

#include <math.h>

#include "ssm-page-walk.h"

/* How far beside its cell or column something may be dropped, in points. */
#define CELL_SLACK 3.0
#define COLUMN_SLACK 30.0

/* Milliseconds between two steps of scrolling. */
#define SCROLL_INTERVAL 33

struct _SsmDrag
{
  GtkGesture *gesture;
  SsmGrip grip;         /* of page */
  SsmPage *page;        /* as it was when the drag began */
  graphene_point_t at;  /* the pointer, in pixels of what the canvas scrolls in */
  guint scroll_source;
};

static void
drag_free (SsmDrag *drag)
{
  g_source_remove (drag->scroll_source);
  ssm_page_unref (drag->page);
  g_free (drag);
}

/* What can be dragged from a point: a return path, the stage by its head, a criterion. */
static SsmGrip
grip_at (SsmCanvas *self, double x, double y)
{
  SsmGrip grip = ssm_canvas_link_grip (self, x, y);
  int index = ssm_page_hit (self->page, (x - self->x) / self->scale,
                            (y - self->y) / self->scale);
  const SsmArea *area = index >= 0 ? ssm_page_area (self->page, (guint) index) : NULL;

  if (grip.area >= 0 || area == NULL)
    return grip;
  if (area->role == SSM_AREA_CRITERION)
    grip.area = index;
  else if (area->role == SSM_AREA_STAGE || area->field == SSM_STAGE_NAME)
    grip.area = ssm_page_stage_area (self->page, index);
  return grip;
}

gboolean
ssm_canvas_can_drag (SsmCanvas *self, double x, double y)
{
  return grip_at (self, x, y).area >= 0;
}

static double
distance_to (const SsmRect *rect, double x, double y)
{
  double dx = MAX (MAX (rect->x - x, x - rect->x - rect->width), 0);
  double dy = MAX (MAX (rect->y - y, y - rect->y - rect->height), 0);

  return hypot (dx, dy);
}

/* The nearest area of a role within @slack points on the page as it was when the drag
 * began, or -1; @position counts the areas of that role. */
static int
nearest (SsmDrag *drag, SsmAreaRole role, double slack, double x, double y, guint *position)
{
  double best = slack;
  int found = -1;
  guint seen = 0;

  for (guint i = 0; i < ssm_page_n_areas (drag->page); i++)
    {
      const SsmArea *area = ssm_page_area (drag->page, i);

      if (area->role != role)
        continue;
      if (distance_to (&area->rect, x, y) <= best)
        {
          best = distance_to (&area->rect, x, y);
          found = (int) i;
          *position = seen;
        }
      seen++;
    }

  return found;
}

/* How many criteria of @list, the dragged one apart, stand above @y. */
static guint
count_above (SsmDrag *drag, int list, double y)
{
  guint n = ssm_page_n_criteria (drag->page, list), above = 0;

  for (guint i = 0; i < n; i++)
    {
      int index = ssm_page_criterion (drag->page, list, i);
      const SsmRect *rect = &ssm_page_area (drag->page, (guint) index)->rect;

      if (index != drag->grip.area && rect->y + rect->height / 2 < y)
        above++;
    }

  return above;
}

static SsmCommand *
drop_stage (SsmCanvas *self, const char *id, double x, double y)
{
  SsmMap *map = ssm_canvas_get_map (self);
  guint position = 0;
  int index = nearest (self->drag, SSM_AREA_STAGE, COLUMN_SLACK, x, y, &position);

  return index < 0 ? NULL
                   : ssm_command_move_to (map, id, ssm_part_id (map), SSM_LIST_STAGES,
                                          position);
}

static SsmCommand *
drop_criterion (SsmCanvas *self, const char *id, double x, double y)
{
  guint position;
  int index = nearest (self->drag, SSM_AREA_LIST, CELL_SLACK, x, y, &position);
  const SsmArea *target;

  if (index < 0)
    return NULL;

  target = ssm_page_area (self->drag->page, (guint) index);
  return ssm_command_move_to (ssm_canvas_get_map (self), id, target->id,
                              target->list, count_above (self->drag, index, y));
}

static SsmCommand *
drop_link (SsmCanvas *self, double x, double y)
{
  guint position;
  int index = nearest (self->drag, SSM_AREA_STAGE, CELL_SLACK, x, y, &position);

  return index < 0 ? NULL
                   : ssm_canvas_link_drop (self, &self->drag->grip, self->drag->page, index);
}

/* (transfer full): the command that dropping at a point of the page would be, or NULL. */
static SsmCommand *
drop_command (SsmCanvas *self, double x, double y)
{
  const SsmArea *dragged = ssm_page_area (self->drag->page, (guint) self->drag->grip.area);

  if (self->drag->grip.kind != SSM_GRIP_PART)
    return drop_link (self, x, y);
  if (dragged->role == SSM_AREA_STAGE)
    return drop_stage (self, dragged->id, x, y);
  return drop_criterion (self, dragged->id, x, y);
}

static void
show_trial (SsmCanvas *self, SsmMap *trial)
{
  g_clear_pointer (&self->trial, ssm_part_unref);
  if (trial != NULL)
    self->trial = ssm_part_ref (trial);
  ssm_canvas_refresh (self);
}

/* Where a point of what the canvas scrolls in lies on the canvas. */
static graphene_point_t
on_canvas (SsmCanvas *self, graphene_point_t at)
{
  GtkWidget *canvas = GTK_WIDGET (self);
  graphene_point_t point = at;

  if (!gtk_widget_compute_point (gtk_widget_get_parent (canvas), canvas, &at, &point))
    return at;
  return point;
}

/* Where the pointer is now, in points of the page. */
static SsmSpot
pointer_spot (SsmCanvas *self)
{
  graphene_point_t at = on_canvas (self, self->drag->at);

  return (SsmSpot) { (at.x - self->x) / self->scale, (at.y - self->y) / self->scale };
}

/* (transfer full): the command of a drop there, or NULL. */
static SsmCommand *
command_here (SsmCanvas *self)
{
  SsmSpot spot = pointer_spot (self);

  return drop_command (self, spot.x, spot.y);
}

gboolean
ssm_canvas_get_dragged_link (SsmCanvas *self, SsmGrip *grip, SsmSpot *pointer, int *stage)
{
  g_autoptr (SsmCommand) command = NULL;
  guint position;

  if (self->drag == NULL || self->drag->grip.kind == SSM_GRIP_PART)
    return FALSE;

  *grip = self->drag->grip;
  *pointer = pointer_spot (self);
  command = command_here (self);
  *stage = command == NULL ? -1
                           : nearest (self->drag, SSM_AREA_STAGE, CELL_SLACK, pointer->x,
                                      pointer->y, &position);
  return TRUE;
}

static void
preview (SsmCanvas *self)
{
  g_autoptr (SsmCommand) command = command_here (self);

  gtk_widget_set_cursor_from_name (GTK_WIDGET (self),
                                   command != NULL ? "grabbing" : "no-drop");
  /* A path is shown as a line until it is there: a page that made room for it would move
   * away from under the pointer. */
  if (self->drag->grip.kind != SSM_GRIP_PART)
    gtk_widget_queue_draw (GTK_WIDGET (self));
  else
    show_trial (self, command != NULL ? command->map : NULL);
}

/* The pointer, and the margin that is kept around what is scrolled to, come into sight:
 * the nearer the pointer is to the edge, the faster. */
static gboolean
scroll_cb (gpointer data)
{
  SsmCanvas *self = data;
  GtkWidget *view = gtk_widget_get_parent (GTK_WIDGET (self));
  float width = (float) gtk_widget_get_width (view);
  float height = (float) gtk_widget_get_height (view);
  graphene_point_t at = GRAPHENE_POINT_INIT (CLAMP (self->drag->at.x, 0, width),
                                             CLAMP (self->drag->at.y, 0, height));

  at = on_canvas (self, at);
  g_signal_emit_by_name (self, "reveal", (double) at.x, (double) at.y, 0.0, 0.0);
  return G_SOURCE_CONTINUE;
}

static void
start_drag (SsmCanvas *self, GtkGesture *gesture, const SsmGrip *grip)
{
  if (grip->kind == SSM_GRIP_PART)
    ssm_canvas_select_area (self, grip->area);
  self->drag = g_new0 (SsmDrag, 1);
  self->drag->gesture = gesture;
  self->drag->grip = *grip;
  self->drag->page = ssm_page_ref (self->page);
  self->drag->scroll_source = g_timeout_add (SCROLL_INTERVAL, scroll_cb, self);
  ssm_canvas_update_add (self);
  ssm_canvas_update_insert (self);
}

static void
stop_drag (SsmCanvas *self)
{
  g_clear_pointer (&self->drag, drag_free);
  gtk_widget_set_cursor (GTK_WIDGET (self), NULL);
  show_trial (self, NULL);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  ssm_canvas_update_add (self);
  ssm_canvas_update_insert (self);
}

gboolean
ssm_canvas_cancel_drag (SsmCanvas *self)
{
  GtkGesture *gesture;

  if (self->drag == NULL)
    return FALSE;

  gesture = self->drag->gesture;
  stop_drag (self);
  /* The button is still held: moving on must not begin anew. */
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_DENIED);
  return TRUE;
}

static void
drag_begin_cb (GtkGestureDrag *gesture, double x, double y, SsmCanvas *self)
{
  if (ssm_canvas_is_on_widget (self, GTK_GESTURE (gesture), x, y)
      || !ssm_canvas_can_drag (self, x, y))
    gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
}

/* FALSE where there is nothing to drag any more: what is under the pointer was looked up
 * when it was pressed, and pressing may have ended a text and so changed the page. */
static gboolean
claim (SsmCanvas *self, GtkGestureDrag *gesture, double x, double y)
{
  SsmGrip grip = grip_at (self, x, y);

  gtk_gesture_set_state (GTK_GESTURE (gesture), grip.area >= 0 ? GTK_EVENT_SEQUENCE_CLAIMED
                                                               : GTK_EVENT_SEQUENCE_DENIED);
  if (grip.area >= 0)
    start_drag (self, GTK_GESTURE (gesture), &grip);
  return grip.area >= 0;
}

/* Whether a point of the canvas lies beside its window. */
static gboolean
is_outside (SsmCanvas *self, const graphene_point_t *at)
{
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)));
  graphene_point_t point;

  return gtk_widget_compute_point (GTK_WIDGET (self), window, at, &point)
         && (point.x < 0 || point.y < 0 || point.x >= gtk_widget_get_width (window)
             || point.y >= gtk_widget_get_height (window));
}

static void
drag_update_cb (GtkGestureDrag *gesture, double dx, double dy, SsmCanvas *self)
{
  GtkWidget *canvas = GTK_WIDGET (self);
  graphene_point_t at;
  double x, y;

  gtk_gesture_drag_get_start_point (gesture, &x, &y);
  if (self->drag == NULL
      && (!gtk_drag_check_threshold (canvas, 0, 0, (int) dx, (int) dy)
          || !claim (self, gesture, x, y)))
    return;

  at = GRAPHENE_POINT_INIT ((float) (x + dx), (float) (y + dy));
  if (self->drag->grip.kind == SSM_GRIP_PART && is_outside (self, &at))
    ssm_canvas_drag_out (self, GTK_GESTURE (gesture));
  else if (gtk_widget_compute_point (canvas, gtk_widget_get_parent (canvas), &at,
                                &self->drag->at))
    preview (self);
}

static void
drag_end_cb (GtkGestureDrag *gesture, double dx, double dy, SsmCanvas *self)
{
  gboolean is_new_link;
  SsmCommand *command;

  if (self->drag == NULL)
    return;

  is_new_link = self->drag->grip.kind == SSM_GRIP_NEW_LINK;
  command = command_here (self);
  stop_drag (self);
  if (command != NULL && is_new_link)
    ssm_canvas_run_and_name (self, command);
  else if (command != NULL)
    ssm_canvas_run (self, command);
}

SsmCommand *
ssm_canvas_drop_part (SsmCanvas *self, const char *id, double x, double y)
{
  SsmDrag drag = { .page = self->page };
  SsmCommand *command;

  drag.grip.area = ssm_page_find_area (self->page, id, SSM_FIELD_NONE, SSM_LIST_NONE);
  if (drag.grip.area < 0 || self->drag != NULL)
    return NULL;

  self->drag = &drag;
  command = drop_command (self, (x - self->x) / self->scale, (y - self->y) / self->scale);
  self->drag = NULL;
  return command;
}

void
ssm_canvas_add_drag (SsmCanvas *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();

  g_signal_connect (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect (drag, "drag-end", G_CALLBACK (drag_end_cb), self);
  g_signal_connect_swapped (drag, "cancel", G_CALLBACK (ssm_canvas_cancel_drag), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
}
