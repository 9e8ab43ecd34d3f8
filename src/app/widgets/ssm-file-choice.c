/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-file-choice.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ssm-quote.h"

/* Bytes of a name before its ending: some disks take no more than 255 in all. */
#define MAX_NAME 120

char *
ssm_file_choice_name (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);

  return ssm_quote (name, -1);
}

/* Appends @words as a sentence. */
static void
append_sentence (GString *text, const char *words)
{
  if (text->len > 0)
    g_string_append_c (text, ' ');
  g_string_append_unichar (text, g_unichar_toupper (g_utf8_get_char (words)));
  g_string_append (text, g_utf8_next_char (words));
  if (!g_str_has_suffix (words, ".") && !g_str_has_suffix (words, "。"))
    g_string_append_c (text, '.');
}

char *
ssm_file_choice_sentence (GFile *file, const char *message)
{
  g_autofree char *path = g_file_get_path (file);
  g_autofree char *name = path != NULL ? ssm_quote_path (path) : g_strdup ("");
  g_autofree char *prefix = g_strconcat (name, ": ", NULL);
  GString *text = g_string_new (NULL);
  g_auto (GStrv) parts = NULL;

  if (g_str_has_prefix (message, prefix))
    message += strlen (prefix);
  parts = g_strsplit (message, "; ", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    append_sentence (text, g_strstrip (parts[i]));
  return g_string_free (text, FALSE);
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

GFile *
ssm_file_choice_beside (GFile *file, const char *ending)
{
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autofree char *name = g_file_get_basename (file);
  char *dot = strrchr (name, '.');
  GFile *place = NULL;

  if (dot != NULL)
    *dot = '\0';
  for (guint i = 1; place == NULL; i++)
    {
      g_autofree char *stem = i == 1 ? g_strdup (name) : g_strdup_printf ("%s %u", name, i);
      g_autofree char *full = g_strconcat (stem, ending, NULL);
      g_autoptr (GFile) candidate = g_file_get_child (folder, full);

      if (!g_file_query_exists (candidate, NULL))
        place = g_steal_pointer (&candidate);
    }

  return place;
}

char *
ssm_file_choice_from_title (const char *title, const char *ending)
{
  g_autoptr (GString) name = g_string_new (NULL);

  for (const char *p = title; *p != '\0' && name->len < MAX_NAME; p = g_utf8_next_char (p))
    {
      gunichar letter = g_utf8_get_char (p);
      gboolean bad = g_unichar_iscntrl (letter)
                     || (letter < 128 && strchr ("/\\:*?\"<>|", (int) letter) != NULL);

      g_string_append_unichar (name, bad ? ' ' : letter);
    }
  g_strstrip (name->str);
  /* A name that begins with a point is hidden; one that begins with "-" is an option. */
  for (char *p = name->str; *p == '.' || *p == '-'; p++)
    *p = '_';
  if (*name->str == '\0')
    return g_strconcat (_ ("Sales system map"), ending, NULL);

  return g_strconcat (name->str, ending, NULL);
}

GFile *
ssm_file_choice_folder (SsmDocument *document)
{
  GFile *file = ssm_document_get_file (document);
  const char *documents = g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS);

  if (file != NULL)
    return g_file_get_parent (file);

  return g_file_new_for_path (documents != NULL ? documents : g_get_home_dir ());
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
