/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-canvas.h"

#include <math.h>

#include "ssm-canvas-deal.h"
#include "ssm-canvas-structure.h"
#include "ssm-canvas-terms.h"
#include "ssm-page-walk.h"

/* Pixels per point at a zoom of 1. */
#define PIXELS_PER_POINT (96.0 / 72.0)

/* A fitted page never gets smaller than this zoom: the desk scrolls instead. */
#define MIN_FIT 0.1

enum
{
  PROP_0,
  PROP_DOCUMENT,
  PROP_SELECTION,
  PROP_ZOOM,
  PROP_PAGE,
  PROP_SCALE,
  N_PROPS
};

enum
{
  TOAST,
  STEPPED,
  PROPERTIES,
  REVEAL,
  ZOOM_FIT,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SsmCanvas, ssm_canvas, GTK_TYPE_WIDGET)

graphene_rect_t
ssm_canvas_area_pixels (SsmCanvas *self, const SsmRect *rect)
{
  return GRAPHENE_RECT_INIT ((float) (self->x + rect->x * self->scale),
                             (float) (self->y + rect->y * self->scale),
                             (float) (rect->width * self->scale),
                             (float) (rect->height * self->scale));
}

static double
fit_scale (SsmCanvas *self, int width, int height)
{
  double page_width, page_height;

  ssm_page_get_size (self->page, &page_width, &page_height);
  return MAX (MIN ((width - 2 * SSM_DESK_MARGIN) / page_width,
                   (height - 2 * SSM_DESK_MARGIN) / page_height),
              MIN_FIT * PIXELS_PER_POINT);
}

void
ssm_canvas_get_size (SsmCanvas *self, double zoom, int *width, int *height)
{
  double scale = zoom * PIXELS_PER_POINT, page_width, page_height;

  ssm_page_get_size (self->page, &page_width, &page_height);
  *width = (int) ceil (page_width * scale) + 2 * SSM_DESK_MARGIN;
  *height = (int) ceil (page_height * scale) + 2 * SSM_DESK_MARGIN;
}

static void
get_origin (SsmCanvas *self, double scale, int width, int height, int *x, int *y)
{
  double page_width, page_height;

  ssm_page_get_size (self->page, &page_width, &page_height);
  *x = MAX ((int) floor ((width - page_width * scale) / 2), 0);
  *y = MAX ((int) floor ((height - page_height * scale) / 2), 0);
}

void
ssm_canvas_get_origin (SsmCanvas *self, double zoom, int width, int height, int *x, int *y)
{
  get_origin (self, zoom * PIXELS_PER_POINT, width, height, x, y);
}

static void
ssm_canvas_measure (GtkWidget *widget, GtkOrientation orientation, int for_size,
                    int *minimum, int *natural, int *minimum_baseline, int *natural_baseline)
{
  SsmCanvas *self = SSM_CANVAS (widget);
  int width, height;

  ssm_canvas_get_size (self, self->zoom > 0 ? self->zoom : MIN_FIT, &width, &height);
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? width : height;
}

static gboolean
scale_changed_cb (gpointer data)
{
  SsmCanvas *self = data;

  self->scale_source = 0;
  ssm_canvas_update_editor (self);
  ssm_canvas_update_add (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SCALE]);
  return G_SOURCE_REMOVE;
}

/* Labels that show the zoom may not change while sizes are being handed out. */
static void
set_scale (SsmCanvas *self, double scale)
{
  if (self->scale == scale)
    return;

  self->scale = scale;
  g_clear_pointer (&self->paper, gsk_render_node_unref);
  if (self->scale_source == 0)
    self->scale_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, scale_changed_cb, self, NULL);
}

static void
ssm_canvas_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  SsmCanvas *self = SSM_CANVAS (widget);

  set_scale (self, self->zoom > 0 ? self->zoom * PIXELS_PER_POINT
                                  : fit_scale (self, width, height));
  get_origin (self, self->scale, width, height, &self->x, &self->y);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (SSM_IS_BLOCK (child))
        ssm_block_place (SSM_BLOCK (child), self->scale, -self->x, -self->y);
    }

  ssm_canvas_place_add (self);
  ssm_canvas_place_insert (self);
  ssm_canvas_place_editor (self, width, height);
  if (self->menu != NULL)
    gtk_popover_present (GTK_POPOVER (self->menu));
}

static void
ssm_canvas_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  SsmCanvas *self = SSM_CANVAS (widget);

  ssm_canvas_snapshot_paper (self, snapshot);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (SSM_IS_BLOCK (child))
        gtk_widget_snapshot_child (widget, child, snapshot);
    }

  /* The lens lies over everything; the editor on the page has the ring around it. */
  if (!self->lens)
    ssm_canvas_snapshot_editor (self, snapshot);
  ssm_canvas_snapshot_found (self, snapshot);
  ssm_canvas_snapshot_deal (self, snapshot);
  ssm_canvas_snapshot_rings (self, snapshot);
  ssm_canvas_snapshot_links (self, snapshot);
  gtk_widget_snapshot_child (widget, self->add, snapshot);
  gtk_widget_snapshot_child (widget, self->insert, snapshot);
  if (self->lens)
    gtk_widget_snapshot_child (widget, self->editor, snapshot);
}

/* The page is one stop of Tab: inside it arrows lead from cell to cell. */
static gboolean
ssm_canvas_focus (GtkWidget *widget, GtkDirectionType direction)
{
  SsmCanvas *self = SSM_CANVAS (widget);

  /* The context menu is asked through the canvas where its arrow keys lead. */
  if (self->menu != NULL && gtk_widget_get_visible (self->menu))
    {
      gtk_widget_child_focus (self->menu, direction);
      return TRUE;
    }
  if (ssm_canvas_has_keyboard (self)
      || (direction != GTK_DIR_TAB_FORWARD && direction != GTK_DIR_TAB_BACKWARD))
    return FALSE;

  return ssm_canvas_focus_any (self);
}

static gboolean
ssm_canvas_grab_focus (GtkWidget *widget)
{
  return ssm_canvas_focus_selected (SSM_CANVAS (widget));
}

static void
ssm_canvas_constructed (GObject *object)
{
  SsmCanvas *self = SSM_CANVAS (object);

  G_OBJECT_CLASS (ssm_canvas_parent_class)->constructed (object);

  self->add = ssm_canvas_add_new (self);
  self->insert = ssm_canvas_insert_new (self);
  self->editor = ssm_canvas_editor_new (self);
  gtk_widget_set_parent (self->add, GTK_WIDGET (self));
  gtk_widget_set_parent (self->insert, GTK_WIDGET (self));
  gtk_widget_set_parent (self->editor, GTK_WIDGET (self));
  ssm_canvas_add_pointer (self);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);

  ssm_canvas_connect (self);
  ssm_canvas_refresh (self);
}

static void
ssm_canvas_dispose (GObject *object)
{
  SsmCanvas *self = SSM_CANVAS (object);
  GtkWidget *child;

  ssm_canvas_cancel_drag (self);
  g_clear_handle_id (&self->scale_source, g_source_remove);
  g_clear_pointer (&self->writing, ssm_writing_free);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  ssm_canvas_set_deal (self, NULL, NULL, NULL);
  g_clear_pointer (&self->found, g_ptr_array_unref);
  g_clear_pointer (&self->paper, gsk_render_node_unref);
  g_clear_pointer (&self->page, ssm_page_unref);
  g_clear_pointer (&self->map, ssm_part_unref);
  g_clear_pointer (&self->before, ssm_part_unref);
  g_clear_pointer (&self->index, ssm_map_index_free);
  g_clear_pointer (&self->terms, ssm_canvas_terms_free);
  g_clear_pointer (&self->trial, ssm_part_unref);
  g_clear_pointer (&self->insert_at, g_free);
  g_clear_object (&self->document);
  g_clear_object (&self->selection);
  G_OBJECT_CLASS (ssm_canvas_parent_class)->dispose (object);
}

static void
ssm_canvas_finalize (GObject *object)
{
  SsmCanvas *self = SSM_CANVAS (object);

  g_hash_table_unref (self->blocks);
  g_ptr_array_unref (self->by_index);
  G_OBJECT_CLASS (ssm_canvas_parent_class)->finalize (object);
}

static void
ssm_canvas_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  SsmCanvas *self = SSM_CANVAS (object);

  switch (id)
    {
    case PROP_ZOOM:
      g_value_set_double (value, self->zoom);
      break;
    case PROP_PAGE:
      g_value_set_boxed (value, self->page);
      break;
    case PROP_SCALE:
      g_value_set_double (value, ssm_canvas_get_scale (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ssm_canvas_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  SsmCanvas *self = SSM_CANVAS (object);

  switch (id)
    {
    case PROP_DOCUMENT:
      self->document = g_value_dup_object (value);
      break;
    case PROP_SELECTION:
      self->selection = g_value_dup_object (value);
      break;
    case PROP_ZOOM:
      ssm_canvas_set_zoom (self, g_value_get_double (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
add_properties (GObjectClass *object_class)
{
  GParamFlags once = G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;
  GParamFlags readable = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  properties[PROP_DOCUMENT]
    = g_param_spec_object ("document", NULL, NULL, SSM_TYPE_DOCUMENT, once);
  properties[PROP_SELECTION]
    = g_param_spec_object ("selection", NULL, NULL, SSM_TYPE_SELECTION, once);
  properties[PROP_ZOOM]
    = g_param_spec_double ("zoom", NULL, NULL, 0, 4, 0,
                           readable | G_PARAM_WRITABLE | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_PAGE] = g_param_spec_boxed ("page", NULL, NULL, SSM_TYPE_PAGE, readable);
  properties[PROP_SCALE]
    = g_param_spec_double ("scale", NULL, NULL, 0, G_MAXDOUBLE, 0, readable);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static guint
add_signal (const char *name)
{
  return g_signal_new (name, SSM_TYPE_CANVAS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                       G_TYPE_NONE, 0);
}

static void
ssm_canvas_class_init (SsmCanvasClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = ssm_canvas_constructed;
  object_class->dispose = ssm_canvas_dispose;
  object_class->finalize = ssm_canvas_finalize;
  object_class->get_property = ssm_canvas_get_property;
  object_class->set_property = ssm_canvas_set_property;
  widget_class->measure = ssm_canvas_measure;
  widget_class->size_allocate = ssm_canvas_size_allocate;
  widget_class->snapshot = ssm_canvas_snapshot;
  widget_class->focus = ssm_canvas_focus;
  widget_class->grab_focus = ssm_canvas_grab_focus;
  widget_class->query_tooltip = ssm_canvas_query_tooltip;
  add_properties (object_class);

  signals[TOAST] = g_signal_new ("toast", SSM_TYPE_CANVAS, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[STEPPED] = add_signal ("stepped");
  signals[PROPERTIES] = add_signal ("properties");
  signals[ZOOM_FIT] = add_signal ("zoom-fit");
  signals[REVEAL] = g_signal_new ("reveal", SSM_TYPE_CANVAS, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 4, G_TYPE_DOUBLE, G_TYPE_DOUBLE,
                                  G_TYPE_DOUBLE, G_TYPE_DOUBLE);

  ssm_canvas_class_add_actions (widget_class);
  gtk_widget_class_set_css_name (widget_class, "mapcanvas");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);
}

static void
ssm_canvas_init (SsmCanvas *self)
{
  self->blocks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  self->by_index = g_ptr_array_new ();
  self->scale = PIXELS_PER_POINT;
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
}

GtkWidget *
ssm_canvas_new (SsmDocument *document, SsmSelection *selection)
{
  return g_object_new (SSM_TYPE_CANVAS, "document", document, "selection", selection, NULL);
}

SsmPage *
ssm_canvas_get_page (SsmCanvas *self)
{
  g_return_val_if_fail (SSM_IS_CANVAS (self), NULL);

  return self->page;
}

double
ssm_canvas_get_zoom (SsmCanvas *self)
{
  g_return_val_if_fail (SSM_IS_CANVAS (self), 0);

  return self->zoom;
}

void
ssm_canvas_set_zoom (SsmCanvas *self, double zoom)
{
  g_return_if_fail (SSM_IS_CANVAS (self));

  if (self->zoom == zoom)
    return;

  self->zoom = zoom;
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ZOOM]);
}

double
ssm_canvas_get_scale (SsmCanvas *self)
{
  g_return_val_if_fail (SSM_IS_CANVAS (self), 0);

  return self->scale / PIXELS_PER_POINT;
}

gboolean
ssm_canvas_get_selected_point (SsmCanvas *self, double *x, double *y)
{
  int index;
  graphene_rect_t rect;

  g_return_val_if_fail (SSM_IS_CANVAS (self), FALSE);

  index = ssm_canvas_selected (self);
  if (index < 0)
    return FALSE;

  rect = ssm_canvas_area_pixels (self, &ssm_page_area (self->page, (guint) index)->rect);
  *x = rect.origin.x + rect.size.width / 2;
  *y = rect.origin.y + rect.size.height / 2;
  return TRUE;
}

void
ssm_canvas_toast (SsmCanvas *self, const char *words)
{
  g_signal_emit (self, signals[TOAST], 0, words);
}
