/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-block.h"

#include <math.h>

#include "ssm-block-keys.h"
#include "ssm-block-prompt.h"
#include "ssm-paint.h"

#define DOT_COLOUR 0.11, 0.44, 0.85, 0.8
#define DUE_GROUND { 0.984f, 0.945f, 0.855f, 1.0f } /* #FBF1DA */
#define DUE_LINE { 0.541f, 0.353f, 0.0f, 1.0f }     /* #8A5A00 */

struct _SsmBlock
{
  GtkWidget parent_instance;

  SsmPage *page;
  guint index;
  double scale;
  int x, y; /* on the page, in pixels */
  gboolean unvisited;
  gboolean due;
  gboolean empty;
  gboolean selected;
  gboolean has_ink; /* ink is known */
  SsmRect ink;      /* what the shapes of the area cover, in points */
  GArray *marks;    /* SsmTermMark, or NULL */
  GskRenderNode *node;
  char *name;
  char *description;
};

enum
{
  FOCUSED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SsmBlock, ssm_block, GTK_TYPE_WIDGET)

static const SsmArea *
area_of (SsmBlock *self)
{
  return ssm_page_area (self->page, self->index);
}

/* What the area paints, to the point: shapes may reach out of the area, as arrow heads do,
 * and a picture as large as the page for each of them would be waste. */
static void
measure_ink (SsmBlock *self)
{
  cairo_surface_t *surface
    = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  cairo_t *cr = cairo_create (surface);

  ssm_paint_area (self->page, self->index, cr);
  cairo_destroy (cr);
  cairo_recording_surface_ink_extents (surface, &self->ink.x, &self->ink.y, &self->ink.width,
                                       &self->ink.height);
  cairo_surface_destroy (surface);
  self->has_ink = TRUE;
}

/* Whole pixels: a picture that begins between two would be blurred. */
static graphene_rect_t
pixels_around (const SsmRect *rect, double scale)
{
  double x = floor (rect->x * scale), y = floor (rect->y * scale);

  return GRAPHENE_RECT_INIT ((float) x, (float) y,
                             (float) (ceil ((rect->x + rect->width) * scale) - x),
                             (float) (ceil ((rect->y + rect->height) * scale) - y));
}

static void
append_shapes (SsmBlock *self, GtkSnapshot *snapshot)
{
  graphene_rect_t bounds;
  cairo_t *cr;

  if (area_of (self)->n_shapes == 0)
    return;
  if (!self->has_ink)
    measure_ink (self);
  if (self->ink.width <= 0 || self->ink.height <= 0)
    return;

  bounds = pixels_around (&self->ink, self->scale);
  cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  cairo_scale (cr, self->scale, self->scale);
  ssm_paint_area (self->page, self->index, cr);
  cairo_destroy (cr);
}

/* The example mark, under every line of the text. */
static void
append_dots (SsmBlock *self, GtkSnapshot *snapshot)
{
  guint n = 0;
  g_autofree SsmRect *lines = ssm_page_area_lines (self->page, self->index, &n);
  graphene_rect_t bounds = pixels_around (&area_of (self)->rect, self->scale);
  double dots[] = { 0.0, 3.0 };
  cairo_t *cr;

  graphene_rect_inset (&bounds, 0, -2);
  cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  cairo_set_source_rgba (cr, DOT_COLOUR);
  cairo_set_line_width (cr, 1.0);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_dash (cr, dots, G_N_ELEMENTS (dots), 0);
  for (guint i = 0; i < n; i++)
    {
      double below = (lines[i].y + lines[i].height) * self->scale;

      cairo_move_to (cr, lines[i].x * self->scale, floor (below) + 0.5);
      cairo_rel_line_to (cr, lines[i].width * self->scale, 0);
    }
  cairo_stroke (cr);
  cairo_destroy (cr);
}

/* Below the text: an amber ground, and a line for those who do not see its colour. */
static void
append_due (SsmBlock *self, GtkSnapshot *snapshot)
{
  static const GdkRGBA ground = DUE_GROUND, line = DUE_LINE;
  graphene_rect_t rect = pixels_around (&area_of (self)->rect, self->scale);

  graphene_rect_inset (&rect, -3, -2);
  gtk_snapshot_append_color (snapshot, &ground, &rect);
  rect.origin.y += rect.size.height - 2;
  rect.size.height = 2;
  gtk_snapshot_append_color (snapshot, &line, &rect);
}

/* Made once for a page and a scale; scrolling and selecting only show it again. */
static GskRenderNode *
make_node (SsmBlock *self)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();

  if (self->due)
    append_due (self, snapshot);
  append_shapes (self, snapshot);
  if (self->empty)
    ssm_block_prompt_append (snapshot, GTK_WIDGET (self), self->page, self->index,
                             self->scale);
  if (self->marks != NULL)
    ssm_term_marks_append (self->marks, snapshot, self->scale);
  if (self->unvisited)
    append_dots (self, snapshot);

  return gtk_snapshot_free_to_node (snapshot);
}

static void
ssm_block_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  SsmBlock *self = SSM_BLOCK (widget);

  if (self->node == NULL)
    self->node = make_node (self);
  if (self->node != NULL)
    {
      graphene_point_t back = GRAPHENE_POINT_INIT ((float) -self->x, (float) -self->y);

      gtk_snapshot_save (snapshot);
      gtk_snapshot_translate (snapshot, &back);
      gtk_snapshot_append_node (snapshot, self->node);
      gtk_snapshot_restore (snapshot);
    }

  GTK_WIDGET_CLASS (ssm_block_parent_class)->snapshot (widget, snapshot);
}

static void
ssm_block_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  SsmBlock *self = SSM_BLOCK (widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (SSM_IS_BLOCK (child))
        ssm_block_place (SSM_BLOCK (child), self->scale, self->x, self->y);
    }
}

static void
focus_changed_cb (SsmBlock *self, GParamSpec *pspec, GtkEventControllerFocus *controller)
{
  if (gtk_event_controller_focus_is_focus (controller))
    g_signal_emit (self, signals[FOCUSED], 0);
}

static gboolean
ssm_block_query_tooltip (GtkWidget *widget, int x, int y, gboolean by_key,
                         GtkTooltip *tooltip)
{
  SsmBlock *self = SSM_BLOCK (widget);
  const char *words = ssm_block_words_at (self, (x + self->x) / self->scale,
                                          (y + self->y) / self->scale);

  gtk_tooltip_set_text (tooltip, words);
  return words != NULL;
}

static void
select_activated_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_widget_grab_focus (widget);
}

static void
edit_activated_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_widget_grab_focus (widget);
  gtk_widget_activate_action (widget, "canvas.edit", NULL);
}

static void
ssm_block_dispose (GObject *object)
{
  SsmBlock *self = SSM_BLOCK (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  g_clear_pointer (&self->node, gsk_render_node_unref);
  g_clear_pointer (&self->marks, g_array_unref);
  g_clear_pointer (&self->page, ssm_page_unref);
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->description, g_free);
  G_OBJECT_CLASS (ssm_block_parent_class)->dispose (object);
}

static void
ssm_block_class_init (SsmBlockClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ssm_block_dispose;
  widget_class->query_tooltip = ssm_block_query_tooltip;
  widget_class->snapshot = ssm_block_snapshot;
  widget_class->size_allocate = ssm_block_size_allocate;

  signals[FOCUSED] = g_signal_new ("focused", SSM_TYPE_BLOCK, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_install_action (widget_class, "block.select", NULL, select_activated_cb);
  gtk_widget_class_install_action (widget_class, "block.edit", NULL, edit_activated_cb);
  ssm_block_class_add_keys (widget_class);
  gtk_widget_class_set_css_name (widget_class, "block");
}

static void
ssm_block_init (SsmBlock *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect_swapped (focus, "notify::is-focus", G_CALLBACK (focus_changed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}

static GtkAccessibleRole
accessible_role (SsmAreaRole role)
{
  switch (role)
    {
    case SSM_AREA_GROUP:
      return GTK_ACCESSIBLE_ROLE_GROUP;
    case SSM_AREA_LIST:
      return GTK_ACCESSIBLE_ROLE_LIST;
    default:
      return GTK_ACCESSIBLE_ROLE_LIST_ITEM;
    }
}

/* The pointer meets the canvas and not the block: one that is dragged to another parent would
 * take what is pressed with it, and the window would no longer hear where the pointer is. */
GtkWidget *
ssm_block_new (SsmAreaRole role)
{
  /* What cannot be written or moved is read by screen readers, but is no place to be. */
  gboolean focusable = role != SSM_AREA_GROUP && role != SSM_AREA_MEASURE
                       && role != SSM_AREA_DEFINITION;

  return g_object_new (SSM_TYPE_BLOCK, "accessible-role", accessible_role (role),
                       "focusable", focusable, "can-target", FALSE, NULL);
}

static void
drop_node (SsmBlock *self)
{
  g_clear_pointer (&self->node, gsk_render_node_unref);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
ssm_block_set_area (SsmBlock *self, SsmPage *page, guint index)
{
  gboolean same;

  g_return_if_fail (SSM_IS_BLOCK (self));

  same = self->page != NULL && ssm_page_area_equal (self->page, self->index, page, index);
  ssm_page_ref (page);
  g_clear_pointer (&self->page, ssm_page_unref);
  self->page = page;
  self->index = index;
  if (same)
    return;

  self->has_ink = FALSE;
  drop_node (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

guint
ssm_block_get_index (SsmBlock *self)
{
  return self->index;
}

void
ssm_block_place (SsmBlock *self, double scale, int x, int y)
{
  graphene_rect_t rect = pixels_around (&area_of (self)->rect, scale);
  graphene_point_t at = GRAPHENE_POINT_INIT (rect.origin.x - (float) x,
                                             rect.origin.y - (float) y);

  if (self->scale != scale)
    drop_node (self);
  /* What GTK remembers of us stands where we were: a child that only moves is not drawn
   * again. */
  if (self->x != (int) rect.origin.x || self->y != (int) rect.origin.y)
    gtk_widget_queue_draw (GTK_WIDGET (self));
  self->scale = scale;
  self->x = (int) rect.origin.x;
  self->y = (int) rect.origin.y;
  gtk_widget_measure (GTK_WIDGET (self), GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL,
                      NULL);
  gtk_widget_allocate (GTK_WIDGET (self), (int) rect.size.width, (int) rect.size.height, -1,
                       gsk_transform_translate (NULL, &at));
}

void
ssm_block_set_names (SsmBlock *self, const char *name, const char *description)
{
  if (g_strcmp0 (self->name, name) != 0)
    {
      g_free (self->name);
      self->name = g_strdup (name);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      name, -1);
    }
  if (g_strcmp0 (self->description, description) != 0)
    {
      g_free (self->description);
      self->description = g_strdup (description);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                      GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description, -1);
    }
}

void
ssm_block_set_unvisited (SsmBlock *self, gboolean unvisited)
{
  if (self->unvisited == unvisited)
    return;

  self->unvisited = unvisited;
  drop_node (self);
}

void
ssm_block_set_due (SsmBlock *self, gboolean due)
{
  if (self->due == due)
    return;

  self->due = due;
  drop_node (self);
}

void
ssm_block_set_marks (SsmBlock *self, GArray *marks)
{
  if (ssm_term_marks_equal (self->marks, marks))
    return;

  g_clear_pointer (&self->marks, g_array_unref);
  if (marks->len > 0)
    self->marks = g_array_ref (marks);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), marks->len > 0);
  drop_node (self);
}

const char *
ssm_block_words_at (SsmBlock *self, double x, double y)
{
  return self->marks != NULL ? ssm_term_marks_at (self->marks, x, y) : NULL;
}

void
ssm_block_set_empty (SsmBlock *self, gboolean empty)
{
  if (self->empty == empty)
    return;

  self->empty = empty;
  drop_node (self);
}

gboolean
ssm_block_is_empty (SsmBlock *self)
{
  return self->empty;
}

void
ssm_block_set_selected (SsmBlock *self, gboolean selected)
{
  if (self->selected == selected)
    return;

  self->selected = selected;
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED,
                               selected, -1);
}

char *
ssm_block_key (const SsmArea *area)
{
  return g_strdup_printf ("%d/%s/%d/%d", area->role, area->id, area->field, area->list);
}
