/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A small window from which the files named on the command line can be dragged, as from a
 * file manager: what is dropped must come from another program. */

#include <gtk/gtk.h>

int
main (int argc, char **argv)
{
  GtkWidget *window, *label;
  GtkDragSource *source;
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  GdkFileList *list;

  gtk_init ();
  for (int i = 1; i < argc; i++)
    g_ptr_array_add (files, g_file_new_for_path (argv[i]));
  list = gdk_file_list_new_from_array ((GFile **) files->pdata, files->len);
  source = gtk_drag_source_new ();
  gtk_drag_source_set_content (source,
                               gdk_content_provider_new_typed (GDK_TYPE_FILE_LIST, list));
  label = gtk_label_new ("Drag me");
  gtk_widget_add_controller (label, GTK_EVENT_CONTROLLER (source));
  window = gtk_window_new ();
  gtk_window_set_child (GTK_WINDOW (window), label);
  gtk_window_set_decorated (GTK_WINDOW (window), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (window), 120, 80);
  gtk_window_present (GTK_WINDOW (window));
  while (gtk_widget_get_visible (window))
    g_main_context_iteration (NULL, TRUE);

  return 0;
}
