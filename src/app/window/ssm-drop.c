/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-drop.h"

#include <glib/gi18n-lib.h>

#include "ssm-bring-in.h"
#include "ssm-import-flow.h"
#include "ssm-open.h"
#include "ssm-table-choice.h"

/* Each takes a window; nobody means to open a thousand. */
#define MAX_FILES 8

/* Whether @file, dropped on figures, has the next ones. */
static gboolean
takes_figures (SsmWindow *window, GFile *file)
{
  SsmEditor *editor = ssm_window_get_editor (window);

  return editor != NULL && g_str_equal (ssm_editor_get_view_name (editor), "measurement")
         && ssm_table_choice_knows (file);
}

static void
measure_file (SsmWindow *window, GFile *file)
{
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);

  g_list_store_append (files, file);
  ssm_measurement_view_read (ssm_editor_get_measurement (ssm_window_get_editor (window)),
                             G_LIST_MODEL (files));
}

static gboolean
dropped_cb (GtkDropTarget *target, const GValue *value, double x, double y, gpointer data)
{
  SsmWindow *window = data;
  GSList *files = g_value_get_boxed (value);
  guint n = 0, n_files = g_slist_length (files);

  for (GSList *link = files; link != NULL && n < MAX_FILES; link = link->next, n++)
    {
      if (takes_figures (window, link->data))
        measure_file (window, link->data);
      else if (ssm_import_flow_takes (window, link->data))
        ssm_import_flow_run (window, link->data);
      else if (ssm_bring_in_knows (link->data))
        ssm_bring_in_file (window, link->data, x, y);
      else
        ssm_open_file (window, link->data);
    }
  if (n < n_files)
    {
      g_autofree char *words = g_strdup_printf (
          _ ("Opened the first %u of %u files. Drop fewer at a time."), n, n_files);

      ssm_window_toast (window, words, NULL, NULL);
    }

  return n > 0;
}

GtkEventController *
ssm_drop_controller_new (SsmWindow *window)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  /* Before a text under the pointer takes the file's address as words. */
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (target),
                                              GTK_PHASE_CAPTURE);
  g_signal_connect_object (target, "drop", G_CALLBACK (dropped_cb), window, 0);

  return GTK_EVENT_CONTROLLER (target);
}
