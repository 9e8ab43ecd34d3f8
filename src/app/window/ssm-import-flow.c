/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-import-flow.h"

#include <glib/gi18n-lib.h>

#include "ssm-import-dialog.h"

gboolean
ssm_import_flow_takes (SsmWindow *window, GFile *file)
{
  SsmEditor *editor = ssm_window_get_editor (window);
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *lower = g_ascii_strdown (name, -1);

  return editor != NULL && g_str_equal (ssm_editor_get_view_name (editor), "deals")
         && (g_str_has_suffix (lower, ".csv") || g_str_has_suffix (lower, ".tsv"));
}

void
ssm_import_flow_run (SsmWindow *window, GFile *file)
{
  SsmEditor *editor = ssm_window_get_editor (window);
  GtkWindow *dialog;

  ssm_editor_show (editor, "deals");
  dialog = ssm_import_dialog_new (GTK_WINDOW (window),
                                  ssm_deals_view_get_board (ssm_editor_get_deals (editor)),
                                  file);
  g_signal_connect_object (dialog, "imported", G_CALLBACK (ssm_window_toast_step), window,
                           G_CONNECT_SWAPPED);
  gtk_window_present (dialog);
}

static void
chosen_cb (GtkNativeDialog *dialog, int response, gpointer data)
{
  g_autoptr (SsmWindow) window = data;
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  gtk_native_dialog_hide (dialog);
  g_object_unref (dialog);
  if (response == GTK_RESPONSE_ACCEPT && path != NULL
      && ssm_window_get_document (window) != NULL)
    ssm_import_flow_run (window, file);
}

void
ssm_import_flow_choose (SsmWindow *window)
{
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (
      _ ("Import Deals"), GTK_WINDOW (window), GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Open"),
      _ ("_Cancel"));
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) any = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _ ("Tables (CSV)"));
  gtk_file_filter_add_suffix (filter, "csv");
  gtk_file_filter_add_suffix (filter, "tsv");
  gtk_file_filter_add_suffix (filter, "txt");
  gtk_file_filter_set_name (any, _ ("All files"));
  gtk_file_filter_add_pattern (any, "*");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), filter);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), any);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect (dialog, "response", G_CALLBACK (chosen_cb), g_object_ref (window));
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}
