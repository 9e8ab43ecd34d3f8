/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-version-flow.h"

#include <glib/gi18n-lib.h>

#include "ssm-commands.h"
#include "ssm-name-dialog.h"
#include "ssm-version-words.h"
#include "ssm-versions-view.h"

static void
named_cb (const char *name, gpointer data)
{
  SsmWindow *window = data;
  SsmDocument *document = ssm_window_get_document (window);
  g_autofree char *today = ssm_version_today ();
  g_autoptr (SsmCommand) command = NULL;

  if (document == NULL)
    return;
  command = ssm_command_keep_version (ssm_document_get_map (document), name, today);
  ssm_document_apply (document, g_steal_pointer (&command->map), command->label, NULL);
  ssm_window_toast (window, command->toast, NULL, NULL);
}

void
ssm_version_keep (SsmWindow *window)
{
  SsmDocument *document = ssm_window_get_document (window);
  SsmNameQuestion question
    = { .heading = _ ("Keep This Version"),
        .body = _ ("It stays in the file, to compare with and to go back to."),
        .label = _ ("Name of the version"),
        .verb = _ ("_Keep") };
  g_autofree char *name = NULL;

  g_return_if_fail (document != NULL);

  ssm_map_view_end_edit (ssm_editor_get_view (ssm_window_get_editor (window)));
  name = ssm_version_suggest_name (ssm_document_get_map (document));
  question.text = name;
  ssm_name_dialog_ask (GTK_WINDOW (window), &question, named_cb, g_object_ref (window),
                       g_object_unref);
}

static void
left_cb (SsmWindow *window)
{
  ssm_window_cover (window, NULL);
}

static void
go_to_cb (SsmWindow *window, const char *id)
{
  /* Leaving ends the view, whose the id is. */
  g_autofree char *kept = g_strdup (id);

  ssm_window_cover (window, NULL);
  ssm_editor_go_to (ssm_window_get_editor (window), kept);
}

void
ssm_version_compare (SsmWindow *window)
{
  SsmVersionsView *view;

  if (ssm_window_get_cover (window) != NULL)
    return;
  ssm_map_view_end_edit (ssm_editor_get_view (ssm_window_get_editor (window)));
  view = ssm_versions_view_new (ssm_window_get_document (window));
  g_signal_connect_object (view, "left", G_CALLBACK (left_cb), window, G_CONNECT_SWAPPED);
  g_signal_connect_object (view, "go-to", G_CALLBACK (go_to_cb), window, G_CONNECT_SWAPPED);
  g_signal_connect_object (view, "toast", G_CALLBACK (ssm_window_toast_step), window,
                           G_CONNECT_SWAPPED);
  ssm_window_cover (window, GTK_WIDGET (view));
}
