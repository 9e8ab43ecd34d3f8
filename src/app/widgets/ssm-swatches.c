/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-swatches.h"

#include <glib/gi18n-lib.h>

#include "ssm-theme.h"

#define N_COLOURS 8
#define SIZE 16 /* pixels of a patch */

const char *
ssm_swatch_name (guint colour)
{
  static const char * const names[N_COLOURS]
    = { N_ ("1 Slate"), N_ ("2 Blue"),  N_ ("3 Teal"),   N_ ("4 Green"),
        N_ ("5 Ochre"), N_ ("6 Rust"), N_ ("7 Purple"), N_ ("8 Violet grey") };

  g_return_val_if_fail (colour >= 1 && colour <= N_COLOURS, NULL);

  return _(names[colour - 1]);
}

static void
draw_cb (GtkDrawingArea *patch, cairo_t *cr, int width, int height, gpointer data)
{
  guint32 colour = ssm_theme_stage (SSM_THEME_COLOUR, GPOINTER_TO_UINT (data) - 1);

  cairo_set_source_rgb (cr, (colour >> 16) / 255.0, (colour >> 8 & 0xff) / 255.0,
                        (colour & 0xff) / 255.0);
  cairo_arc (cr, width / 2.0, height / 2.0, SIZE / 2.0, 0, 2 * G_PI);
  cairo_fill (cr);
}

static void
clicked_cb (GtkWidget *button)
{
  gtk_popover_popdown (GTK_POPOVER (gtk_widget_get_ancestor (button, GTK_TYPE_POPOVER)));
}

static GtkWidget *
swatch_new (const char *action, guint colour)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *patch = gtk_drawing_area_new ();
  GtkWidget *label = gtk_label_new (ssm_swatch_name (colour));

  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (patch), SIZE);
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (patch), SIZE);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (patch), draw_cb,
                                  GUINT_TO_POINTER (colour), NULL);
  gtk_widget_set_valign (patch, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), patch);
  gtk_box_append (GTK_BOX (box), label);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "swatch");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "i", (gint32) colour);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  ssm_swatch_name (colour), -1);
  g_signal_connect (button, "clicked", G_CALLBACK (clicked_cb), NULL);
  return button;
}

GtkWidget *
ssm_swatches_new (const char *action)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  for (guint colour = 1; colour <= N_COLOURS; colour++)
    gtk_box_append (GTK_BOX (box), swatch_new (action, colour));

  return box;
}
