/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-save-trouble.h"

#include <glib/gi18n-lib.h>

#include "ssm-file-choice.h"

/* (transfer full): the folder or disk where @file is, as people call it. */
static char *
place_name (GFile *file)
{
  g_autoptr (GFile) folder = g_file_get_parent (file);

  return ssm_file_choice_name (folder != NULL ? folder : file);
}

static AdwMessageDialog *
show (GtkWindow *parent, const char *heading, const char *body, const char *response,
      const char *verb)
{
  AdwMessageDialog *dialog
    = ADW_MESSAGE_DIALOG (adw_message_dialog_new (parent, heading, body));

  adw_message_dialog_add_responses (dialog, "cancel", _ ("_Cancel"), "copy",
                                    _ ("Save a _Copy…"), response, verb, NULL);
  adw_message_dialog_set_response_appearance (dialog, response, ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, response);
  adw_message_dialog_set_close_response (dialog, "cancel");
  gtk_window_present (GTK_WINDOW (dialog));
  return dialog;
}

AdwMessageDialog *
ssm_save_trouble_failed (GtkWindow *parent, GFile *file, const GError *error,
                         const char *draft_error)
{
  g_autofree char *place = place_name (file);
  /* Translators: the folder or disk */
  g_autofree char *heading = g_strdup_printf (_ ("Could not save to “%s”"), place);
  g_autofree char *why = ssm_file_choice_sentence (file, error->message);
  /* A disk that is full is full for drafts, too. */
  g_autofree char *body = g_strdup_printf (
      "%s\n\n%s", why,
      draft_error != NULL ? draft_error : _ ("Your work is safe in a draft."));

  return show (parent, heading, body, "again", _ ("_Try Again"));
}

AdwMessageDialog *
ssm_save_trouble_gone (GtkWindow *parent, GFile *file)
{
  g_autofree char *name = ssm_file_choice_name (file);
  g_autofree char *place = place_name (file);
  g_autofree char *heading = g_strdup_printf (_ ("“%s” is not there any more"), name);
  g_autofree char *body = g_strdup_printf (
      _ ("The file was deleted or moved, or its disk was taken away. It can be written anew "
         "to “%s”.\n\nYour work is still here."),
      place);

  return show (parent, heading, body, "anew", _ ("_Write It Anew"));
}

char *
ssm_save_trouble_describe_change (GFile *file)
{
  g_autoptr (GFileInfo) info = g_file_query_info (file, G_FILE_ATTRIBUTE_TIME_MODIFIED,
                                                  G_FILE_QUERY_INFO_NONE, NULL, NULL);
  g_autoptr (GDateTime) time = info != NULL ? g_file_info_get_modification_date_time (info)
                                            : NULL;
  g_autoptr (GDateTime) local = time != NULL ? g_date_time_to_local (time) : NULL;

  if (local == NULL)
    return g_strdup (_ ("The file of this map was deleted or moved. Your work is still here."));
  /* Translators: %H:%M becomes 10:31 */
  return g_date_time_format (local, _ ("This map was changed by someone else at %H:%M."));
}
