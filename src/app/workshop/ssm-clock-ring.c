/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-clock-ring.h"

/* Shares of the ring's size. */
#define THICK 0.1
#define THIN 0.07

struct _SsmClockRing
{
  GtkWidget parent_instance;

  double share;
  gboolean urgent;
  GtkLabel *label;
};

G_DEFINE_FINAL_TYPE (SsmClockRing, ssm_clock_ring, GTK_TYPE_WIDGET)

static void
draw_arc (cairo_t *cr, double radius, double share, const GdkRGBA *colour)
{
  gdk_cairo_set_source_rgba (cr, colour);
  cairo_new_path (cr);
  cairo_arc_negative (cr, 0, 0, radius, -G_PI / 2, -G_PI / 2 - 2 * G_PI * share);
  cairo_stroke (cr);
}

/* Time runs out clockwise from the top. */
static void
ssm_clock_ring_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  SsmClockRing *self = SSM_CLOCK_RING (widget);
  double size = MIN (gtk_widget_get_width (widget), gtk_widget_get_height (widget));
  double line = size * (self->urgent ? THICK : THIN);
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (widget),
                                               gtk_widget_get_height (widget));
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  GdkRGBA colour, track;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &colour);
  track = colour;
  track.alpha = 0.15f;
  cairo_translate (cr, bounds.size.width / 2, bounds.size.height / 2);
  cairo_set_line_width (cr, line);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  draw_arc (cr, (size - line) / 2 - 1, 1, &track);
  if (self->share > 0)
    draw_arc (cr, (size - line) / 2 - 1, self->share, &colour);
  cairo_destroy (cr);
  GTK_WIDGET_CLASS (ssm_clock_ring_parent_class)->snapshot (widget, snapshot);
}

static void
ssm_clock_ring_dispose (GObject *object)
{
  SsmClockRing *self = SSM_CLOCK_RING (object);

  if (self->label != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->label));
  self->label = NULL;
  G_OBJECT_CLASS (ssm_clock_ring_parent_class)->dispose (object);
}

static void
ssm_clock_ring_class_init (SsmClockRingClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ssm_clock_ring_dispose;
  widget_class->snapshot = ssm_clock_ring_snapshot;
  gtk_widget_class_set_css_name (widget_class, "clock-ring");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_TIMER);
}

static void
ssm_clock_ring_init (SsmClockRing *self)
{
  self->label = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->label), "numeric");
  gtk_widget_set_parent (GTK_WIDGET (self->label), GTK_WIDGET (self));
}

void
ssm_clock_ring_show (SsmClockRing *self, const char *words, double share, gboolean urgent)
{
  g_return_if_fail (SSM_IS_CLOCK_RING (self));

  if (g_str_equal (gtk_label_get_text (self->label), words) && self->urgent == urgent)
    return;
  gtk_label_set_text (self->label, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words,
                                  -1);
  self->share = share;
  self->urgent = urgent;
  if (urgent)
    gtk_widget_add_css_class (GTK_WIDGET (self), "urgent");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "urgent");
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
