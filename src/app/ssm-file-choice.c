/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-file-choice.h"

#include <glib/gi18n-lib.h>

#include "ssm-quote.h"

char *
ssm_file_choice_name (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);

  return ssm_quote (name, -1);
}

GFile *
ssm_file_choice_with_ending (GFile *file, const char *ending)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *lower = g_ascii_strdown (name, -1);
  g_autofree char *longer = g_strconcat (name, ending, NULL);
  g_autoptr (GFile) folder = g_file_get_parent (file);

  if (g_str_has_suffix (lower, ending))
    return g_object_ref (file);

  return g_file_get_child (folder, longer);
}

AdwMessageDialog *
ssm_file_choice_ask_to_replace (GtkWindow *parent, GFile *file)
{
  g_autofree char *name = ssm_file_choice_name (file);
  g_autofree char *heading = g_strdup_printf (_ ("Replace “%s”?"), name);
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (
      parent, heading,
      _ ("A file of this name is there already. Replacing it loses what it holds.")));

  adw_message_dialog_add_responses (dialog, "cancel", _ ("_Cancel"), "replace",
                                    _ ("_Replace"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "replace", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_close_response (dialog, "cancel");
  gtk_window_present (GTK_WINDOW (dialog));

  return dialog;
}
