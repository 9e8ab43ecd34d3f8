/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-rename.h"

#include <glib/gi18n-lib.h>

#include "ssm-file-choice.h"
#include "ssm-name-dialog.h"
#include "ssm-recent.h"

static void ask (SsmWindow *window, const char *name, const char *why);

static void
named_cb (const char *name, gpointer data)
{
  SsmWindow *window = data;
  SsmDocument *document = ssm_window_get_document (window);
  g_autoptr (GFile) old = NULL, folder = NULL, file = NULL;
  g_autofree char *file_name = ssm_file_choice_from_title (name, ".salesmap");
  g_autoptr (GError) error = NULL;

  if (document == NULL || ssm_document_get_file (document) == NULL)
    return;
  old = g_object_ref (ssm_document_get_file (document));
  folder = g_file_get_parent (old);
  file = g_file_get_child (folder, file_name);
  if (g_file_equal (old, file))
    return;
  if (!ssm_document_rename (document, file, &error))
    {
      ask (window, name, error->message);
      return;
    }
  ssm_recent_remove (old);
  ssm_recent_add (file);
}

/* @why: what was wrong with the name given before, or NULL. */
static void
ask (SsmWindow *window, const char *name, const char *why)
{
  SsmNameQuestion question = { .heading = _ ("Rename the File"),
                               .body = why,
                               .label = _ ("Name of the file"),
                               .text = name,
                               .verb = _ ("_Rename") };

  ssm_name_dialog_ask (GTK_WINDOW (window), &question, named_cb, g_object_ref (window),
                       g_object_unref);
}

void
ssm_rename_file (SsmWindow *window)
{
  SsmDocument *document = ssm_window_get_document (window);

  g_return_if_fail (document != NULL && ssm_document_get_file (document) != NULL);

  ask (window, ssm_document_get_title (document), NULL);
}
