/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-export-flow.h"

#include <glib/gi18n-lib.h>

#include "ssm-export-dialog.h"
#include "ssm-file-choice.h"
#include "ssm-file-toast.h"

/* A map that has no file yet gets one beside its page: who exports has something to keep. */
static void
exported_cb (SsmWindow *window, GFile *file)
{
  SsmDocument *document = ssm_window_get_document (window);
  g_autofree char *shown = ssm_file_choice_name (file);
  g_autofree char *words = g_strdup_printf (_ ("Exported “%s”."), shown);

  if (document != NULL && ssm_document_get_file (document) == NULL)
    {
      g_autoptr (GFile) beside = ssm_file_choice_beside (file, ".salesmap");

      ssm_save_flow_save_to (ssm_window_get_save_flow (window), beside);
    }
  ssm_file_toast (window, words, file);
}

void
ssm_export_flow_run (SsmWindow *window)
{
  GtkWindow *dialog
      = ssm_export_dialog_new (GTK_WINDOW (window), ssm_window_get_document (window));

  g_signal_connect_object (dialog, "exported", G_CALLBACK (exported_cb), window,
                           G_CONNECT_SWAPPED);
  gtk_window_present (dialog);
}
