/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-map-view.h"

#include <math.h>

#include "ssm-canvas.h"
#include "ssm-scroll.h"
#include "ssm-tab-within.h"

#define MIN_ZOOM 0.5
#define MAX_ZOOM 4.0

struct _SsmMapView
{
  GtkWidget parent_instance;

  GtkWidget *scroller;
  GtkWidget *viewport;
  SsmCanvas *canvas; /* owned by the viewport */
  SsmDocument *document;
  SsmSelection *selection;
  double pinch_zoom;     /* zoom when the pinch began */
  double pointer_x, pointer_y;
};

enum
{
  PROP_0,
  PROP_DOCUMENT,
  PROP_SELECTION,
  PROP_PAGE,
  PROP_ZOOM,
  PROP_FIT,
  N_PROPS
};

enum
{
  STEPPED,
  TOAST,
  PROPERTIES,
  N_SIGNALS
};

static const double steps[] = { 0.5, 0.67, 0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3, 4 };

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SsmMapView, ssm_map_view, GTK_TYPE_WIDGET)

/* Zooms; the point @x, @y of the view stays where it is. */
static void
zoom_about (SsmMapView *self, double zoom, double x, double y)
{
  GtkScrolledWindow *scroller = GTK_SCROLLED_WINDOW (self->scroller);
  int view_width = gtk_widget_get_width (self->viewport);
  int view_height = gtk_widget_get_height (self->viewport);
  double old = ssm_canvas_get_scale (self->canvas), new = CLAMP (zoom, MIN_ZOOM, MAX_ZOOM);
  int old_width, old_height, width, height, old_x, old_y, new_x, new_y;

  ssm_canvas_get_size (self->canvas, old, &old_width, &old_height);
  ssm_canvas_get_size (self->canvas, new, &width, &height);
  ssm_canvas_get_origin (self->canvas, old, gtk_widget_get_width (GTK_WIDGET (self->canvas)),
                         gtk_widget_get_height (GTK_WIDGET (self->canvas)), &old_x, &old_y);
  ssm_canvas_get_origin (self->canvas, new, MAX (width, view_width),
                         MAX (height, view_height), &new_x, &new_y);

  ssm_canvas_set_zoom (self->canvas, new);
  ssm_scroll_zoomed (gtk_scrolled_window_get_hadjustment (scroller), x, old_x, new_x, new / old,
               width);
  ssm_scroll_zoomed (gtk_scrolled_window_get_vadjustment (scroller), y, old_y, new_y, new / old,
               height);
  ssm_selection_set_zoom (self->selection, new);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FIT]);
}

/* Without a pointer: about what is selected, if it is in sight, else about the middle. */
static void
zoom_about_middle (SsmMapView *self, double zoom)
{
  GtkScrolledWindow *scroller = GTK_SCROLLED_WINDOW (self->scroller);
  int width = gtk_widget_get_width (self->viewport);
  int height = gtk_widget_get_height (self->viewport);
  double x, y;

  if (ssm_canvas_get_selected_point (self->canvas, &x, &y))
    {
      x -= gtk_adjustment_get_value (gtk_scrolled_window_get_hadjustment (scroller));
      y -= gtk_adjustment_get_value (gtk_scrolled_window_get_vadjustment (scroller));
      if (x > 0 && y > 0 && x < width && y < height)
        {
          zoom_about (self, zoom, x, y);
          return;
        }
    }

  zoom_about (self, zoom, width / 2.0, height / 2.0);
}

/* The next step above (@direction 1) or below (-1) what is seen. */
static double
next_zoom (SsmMapView *self, int direction)
{
  double now = ssm_canvas_get_scale (self->canvas);

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      double step = steps[direction > 0 ? i : G_N_ELEMENTS (steps) - 1 - i];

      if ((step - now) * direction > 0.01)
        return step;
    }

  return direction > 0 ? MAX_ZOOM : MIN_ZOOM;
}

void
ssm_map_view_zoom_in (SsmMapView *self)
{
  g_return_if_fail (SSM_IS_MAP_VIEW (self));

  zoom_about_middle (self, next_zoom (self, 1));
}

void
ssm_map_view_zoom_out (SsmMapView *self)
{
  g_return_if_fail (SSM_IS_MAP_VIEW (self));

  zoom_about_middle (self, next_zoom (self, -1));
}

void
ssm_map_view_zoom_fit (SsmMapView *self)
{
  g_return_if_fail (SSM_IS_MAP_VIEW (self));

  ssm_canvas_set_zoom (self->canvas, 0);
  ssm_selection_set_zoom (self->selection, 0);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FIT]);
}

/* Somebody else, as a menu, has set the zoom. */
static void
selection_zoomed_cb (SsmMapView *self)
{
  double zoom = ssm_selection_get_zoom (self->selection);

  if (zoom == ssm_canvas_get_zoom (self->canvas))
    return;

  if (zoom > 0)
    zoom_about_middle (self, zoom);
  else
    ssm_map_view_zoom_fit (self);
}

static void
zoom_activated_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SsmMapView *self = SSM_MAP_VIEW (widget);

  if (g_str_equal (action, "map.zoom-in"))
    ssm_map_view_zoom_in (self);
  else if (g_str_equal (action, "map.zoom-out"))
    ssm_map_view_zoom_out (self);
  else
    ssm_map_view_zoom_fit (self);
}

static gboolean
scrolled_cb (GtkEventControllerScroll *scroll, double dx, double dy, SsmMapView *self)
{
  GdkModifierType state
    = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (scroll));

  if ((state & GDK_CONTROL_MASK) == 0)
    return FALSE;

  /* A tenth for each notch of a wheel, in proportion for a touchpad. */
  zoom_about (self, ssm_canvas_get_scale (self->canvas) * pow (1.1, -dy), self->pointer_x,
              self->pointer_y);
  return TRUE;
}

static void
pointer_moved_cb (GtkEventControllerMotion *motion, double x, double y, SsmMapView *self)
{
  self->pointer_x = x;
  self->pointer_y = y;
}

static void
pinch_begun_cb (GtkGesture *gesture, GdkEventSequence *sequence, SsmMapView *self)
{
  self->pinch_zoom = ssm_canvas_get_scale (self->canvas);
}

static void
pinched_cb (GtkGestureZoom *gesture, double factor, SsmMapView *self)
{
  double x, y;

  if (gtk_gesture_get_bounding_box_center (GTK_GESTURE (gesture), &x, &y))
    zoom_about (self, self->pinch_zoom * factor, x, y);
}

static void
reveal_cb (SsmCanvas *canvas, double x, double y, double width, double height,
           SsmMapView *self)
{
  GtkScrolledWindow *scroller = GTK_SCROLLED_WINDOW (self->scroller);

  ssm_scroll_to (gtk_scrolled_window_get_hadjustment (scroller), x, width);
  ssm_scroll_to (gtk_scrolled_window_get_vadjustment (scroller), y, height);
}

static void
page_changed_cb (SsmMapView *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PAGE]);
}

static void
scale_changed_cb (SsmMapView *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ZOOM]);
}

static void
toast_cb (SsmMapView *self, const char *words)
{
  g_signal_emit (self, signals[TOAST], 0, words);
}

static void
stepped_cb (SsmMapView *self)
{
  g_signal_emit (self, signals[STEPPED], 0);
}

static void
properties_cb (SsmMapView *self)
{
  g_signal_emit (self, signals[PROPERTIES], 0);
}

static gboolean
ssm_map_view_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (SSM_MAP_VIEW (widget)->canvas));
}

static void
add_canvas (SsmMapView *self)
{
  self->canvas = SSM_CANVAS (ssm_canvas_new (self->document, self->selection));
  gtk_viewport_set_child (GTK_VIEWPORT (self->viewport), GTK_WIDGET (self->canvas));
  g_signal_connect_object (self->canvas, "notify::page", G_CALLBACK (page_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->canvas, "notify::scale", G_CALLBACK (scale_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->canvas, "reveal", G_CALLBACK (reveal_cb), self, 0);
  g_signal_connect_object (self->canvas, "toast", G_CALLBACK (toast_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->canvas, "stepped", G_CALLBACK (stepped_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->canvas, "properties", G_CALLBACK (properties_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->canvas, "zoom-fit", G_CALLBACK (ssm_map_view_zoom_fit),
                           self, G_CONNECT_SWAPPED);
}

static void
add_gestures (SsmMapView *self)
{
  GtkEventController *scroll
    = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkGesture *pinch = gtk_gesture_zoom_new ();

  /* Before the scrolled window takes the wheel for itself. */
  gtk_event_controller_set_propagation_phase (scroll, GTK_PHASE_CAPTURE);
  gtk_event_controller_set_propagation_phase (motion, GTK_PHASE_CAPTURE);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (pinch),
                                              GTK_PHASE_CAPTURE);
  g_signal_connect (scroll, "scroll", G_CALLBACK (scrolled_cb), self);
  g_signal_connect (motion, "motion", G_CALLBACK (pointer_moved_cb), self);
  g_signal_connect (pinch, "begin", G_CALLBACK (pinch_begun_cb), self);
  g_signal_connect (pinch, "scale-changed", G_CALLBACK (pinched_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), scroll);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (pinch));
}

static void
ssm_map_view_constructed (GObject *object)
{
  SsmMapView *self = SSM_MAP_VIEW (object);

  G_OBJECT_CLASS (ssm_map_view_parent_class)->constructed (object);
  add_canvas (self);
  add_gestures (self);
  g_signal_connect_object (self->selection, "notify::zoom", G_CALLBACK (selection_zoomed_cb),
                           self, G_CONNECT_SWAPPED);
}

static void
ssm_map_view_dispose (GObject *object)
{
  SsmMapView *self = SSM_MAP_VIEW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), SSM_TYPE_MAP_VIEW);
  g_clear_object (&self->document);
  g_clear_object (&self->selection);
  G_OBJECT_CLASS (ssm_map_view_parent_class)->dispose (object);
}

static void
ssm_map_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  SsmMapView *self = SSM_MAP_VIEW (object);

  switch (id)
    {
    case PROP_PAGE:
      g_value_set_boxed (value, ssm_map_view_get_page (self));
      break;
    case PROP_ZOOM:
      g_value_set_double (value, ssm_canvas_get_scale (self->canvas));
      break;
    case PROP_FIT:
      g_value_set_boolean (value, ssm_canvas_get_zoom (self->canvas) == 0);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
set_fit (SsmMapView *self, gboolean fit)
{
  if (fit)
    ssm_map_view_zoom_fit (self);
  else if (ssm_canvas_get_zoom (self->canvas) == 0)
    zoom_about_middle (self, ssm_canvas_get_scale (self->canvas));
}

static void
ssm_map_view_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  SsmMapView *self = SSM_MAP_VIEW (object);

  switch (id)
    {
    case PROP_DOCUMENT:
      self->document = g_value_dup_object (value);
      break;
    case PROP_SELECTION:
      self->selection = g_value_dup_object (value);
      break;
    case PROP_ZOOM:
      zoom_about_middle (self, g_value_get_double (value));
      break;
    case PROP_FIT:
      set_fit (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
add_properties (GObjectClass *object_class)
{
  GParamFlags once = G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;
  GParamFlags writable = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS
                         | G_PARAM_EXPLICIT_NOTIFY;

  properties[PROP_DOCUMENT]
    = g_param_spec_object ("document", NULL, NULL, SSM_TYPE_DOCUMENT, once);
  properties[PROP_SELECTION]
    = g_param_spec_object ("selection", NULL, NULL, SSM_TYPE_SELECTION, once);
  properties[PROP_PAGE] = g_param_spec_boxed ("page", NULL, NULL, SSM_TYPE_PAGE,
                                              G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_ZOOM] = g_param_spec_double ("zoom", NULL, NULL, 0, G_MAXDOUBLE, 1,
                                               writable);
  properties[PROP_FIT] = g_param_spec_boolean ("fit", NULL, NULL, TRUE, writable);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
add_signals (void)
{
  signals[STEPPED] = g_signal_new ("stepped", SSM_TYPE_MAP_VIEW, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  signals[TOAST] = g_signal_new ("toast", SSM_TYPE_MAP_VIEW, G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[PROPERTIES] = g_signal_new ("properties", SSM_TYPE_MAP_VIEW, G_SIGNAL_RUN_LAST, 0,
                                      NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
ssm_map_view_class_init (SsmMapViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = ssm_map_view_constructed;
  object_class->dispose = ssm_map_view_dispose;
  object_class->get_property = ssm_map_view_get_property;
  object_class->set_property = ssm_map_view_set_property;
  widget_class->focus = ssm_tab_within;
  widget_class->grab_focus = ssm_map_view_grab_focus;
  add_properties (object_class);
  add_signals ();

  gtk_widget_class_install_action (widget_class, "map.zoom-in", NULL, zoom_activated_cb);
  gtk_widget_class_install_action (widget_class, "map.zoom-out", NULL, zoom_activated_cb);
  gtk_widget_class_install_action (widget_class, "map.zoom-fit", NULL, zoom_activated_cb);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/salesmap/SalesSystemMap/ui/ssm-map-view.ui");
  gtk_widget_class_bind_template_child (widget_class, SsmMapView, scroller);
  gtk_widget_class_bind_template_child (widget_class, SsmMapView, viewport);
  gtk_widget_class_set_css_name (widget_class, "mapview");
}

static void
ssm_map_view_init (SsmMapView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

SsmMapView *
ssm_map_view_new (SsmDocument *document, SsmSelection *selection)
{
  return g_object_new (SSM_TYPE_MAP_VIEW, "document", document, "selection", selection, NULL);
}

SsmPage *
ssm_map_view_get_page (SsmMapView *self)
{
  g_return_val_if_fail (SSM_IS_MAP_VIEW (self), NULL);

  return ssm_canvas_get_page (self->canvas);
}

GtkScrolledWindow *
ssm_map_view_get_scroller (SsmMapView *self)
{
  g_return_val_if_fail (SSM_IS_MAP_VIEW (self), NULL);

  return GTK_SCROLLED_WINDOW (self->scroller);
}

void
ssm_map_view_edit (SsmMapView *self, const char *id, SsmField field)
{
  g_return_if_fail (SSM_IS_MAP_VIEW (self));

  ssm_canvas_edit (self->canvas, id, field, SSM_LIST_NONE, SSM_CARET_ALL);
}

void
ssm_map_view_go_to (SsmMapView *self, const char *id)
{
  g_return_if_fail (SSM_IS_MAP_VIEW (self));

  ssm_canvas_end_edit (self->canvas);
  ssm_selection_set_id (self->selection, id);
  ssm_canvas_focus_selected (self->canvas);
}

void
ssm_map_view_end_edit (SsmMapView *self)
{
  g_return_if_fail (SSM_IS_MAP_VIEW (self));

  ssm_canvas_end_edit (self->canvas);
}

SsmCanvas *
ssm_map_view_get_canvas (SsmMapView *self)
{
  g_return_val_if_fail (SSM_IS_MAP_VIEW (self), NULL);

  return self->canvas;
}
