/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A small window that says what text is dropped on it, as a program that knows nothing of
 * maps. */

#include <gtk/gtk.h>

static gboolean
dropped_cb (GtkDropTarget *target, const GValue *value, double x, double y, GtkLabel *label)
{
  gtk_label_set_text (label, g_value_get_string (value));
  return TRUE;
}

int
main (void)
{
  GtkWidget *window, *label;
  GtkDropTarget *target;

  gtk_init ();
  target = gtk_drop_target_new (G_TYPE_STRING, GDK_ACTION_COPY);
  label = gtk_label_new ("Drop here");
  g_signal_connect (target, "drop", G_CALLBACK (dropped_cb), label);
  gtk_widget_add_controller (label, GTK_EVENT_CONTROLLER (target));
  window = gtk_window_new ();
  gtk_window_set_child (GTK_WINDOW (window), label);
  gtk_window_set_decorated (GTK_WINDOW (window), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (window), 200, 120);
  gtk_window_present (GTK_WINDOW (window));
  while (gtk_widget_get_visible (window))
    g_main_context_iteration (NULL, TRUE);

  return 0;
}
