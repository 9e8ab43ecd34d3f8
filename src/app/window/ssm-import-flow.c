/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-import-flow.h"

#include <glib/gi18n-lib.h>

#include "ssm-import-dialog.h"
#include "ssm-table-choice.h"

gboolean
ssm_import_flow_takes (SsmWindow *window, GFile *file)
{
  SsmEditor *editor = ssm_window_get_editor (window);

  return editor != NULL && g_str_equal (ssm_editor_get_view_name (editor), "deals")
         && ssm_table_choice_knows (file);
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
  GtkFileChooserNative *dialog
    = ssm_table_choice_new (GTK_WINDOW (window), _ ("Import Deals"), FALSE);

  g_signal_connect (dialog, "response", G_CALLBACK (chosen_cb), g_object_ref (window));
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

void
ssm_import_flow_measure_again (SsmWindow *window)
{
  SsmEditor *editor = ssm_window_get_editor (window);

  ssm_window_cover (window, NULL);
  ssm_editor_show (editor, "measurement");
  ssm_measurement_view_refresh (ssm_editor_get_measurement (editor));
}
