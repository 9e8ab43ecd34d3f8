/* SPDX-License-Identifier: GPL-3.0-or-later */

/* An empty window: it ends when its first frame is on the screen. */

#include <adwaita.h>

static void
painted_cb (GdkFrameClock *clock, gpointer data)
{
  g_application_quit (data);
}

static void
activate_cb (GApplication *application, gpointer data)
{
  GtkWidget *window = adw_application_window_new (GTK_APPLICATION (application));

  gtk_window_set_default_size (GTK_WINDOW (window), 1440, 900);
  gtk_window_present (GTK_WINDOW (window));
  g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint",
                    G_CALLBACK (painted_cb), application);
}

int
main (int argc, char **argv)
{
  g_autoptr (AdwApplication) application
    = adw_application_new (NULL, G_APPLICATION_NON_UNIQUE);

  g_signal_connect (application, "activate", G_CALLBACK (activate_cb), NULL);
  return g_application_run (G_APPLICATION (application), 1, argv);
}
