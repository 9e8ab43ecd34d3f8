/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-name-dialog.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

typedef struct
{
  GtkEditable *entry; /* owned by the dialog */
  SsmNameFunc func;
  gpointer data;
  GDestroyNotify destroy;
} Asking;

static void
asking_free (gpointer data, GClosure *closure)
{
  Asking *asking = data;

  if (asking->destroy != NULL)
    asking->destroy (asking->data);
  g_free (asking);
}

/* (transfer full) */
static char *
get_name (GtkEditable *entry)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (entry)));
}

static void
changed_cb (GtkEditable *entry, gpointer dialog)
{
  g_autofree char *name = get_name (entry);
  gboolean empty = *name == '\0';

  adw_message_dialog_set_response_enabled (dialog, "accept", !empty);
  gtk_accessible_update_state (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_STATE_INVALID,
                               empty ? GTK_ACCESSIBLE_INVALID_TRUE
                                     : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
}

static void
answered_cb (AdwMessageDialog *dialog, const char *response, gpointer data)
{
  Asking *asking = data;
  g_autofree char *name = get_name (asking->entry);

  if (g_str_equal (response, "accept") && *name != '\0')
    asking->func (name, asking->data);
}

/* At once: the button that Enter presses would first look pressed for a while, in which
 * whoever types on would still write into the name. */
static void
activate_cb (GtkEntry *entry, gpointer dialog)
{
  g_autofree char *name = get_name (GTK_EDITABLE (entry));

  if (*name == '\0')
    return;
  adw_message_dialog_response (dialog, "accept");
  gtk_window_destroy (dialog);
}

static GtkWidget *
entry_new (const SsmNameQuestion *question)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_editable_set_text (GTK_EDITABLE (entry), question->text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  question->label, GTK_ACCESSIBLE_PROPERTY_REQUIRED, TRUE,
                                  -1);
  return entry;
}

void
ssm_name_dialog_ask (GtkWindow *parent, const SsmNameQuestion *question, SsmNameFunc func,
                     gpointer data, GDestroyNotify destroy)
{
  GtkWidget *dialog = adw_message_dialog_new (parent, question->heading, question->body);
  AdwMessageDialog *message = ADW_MESSAGE_DIALOG (dialog);
  GtkWidget *entry = entry_new (question);
  Asking *asking = g_new0 (Asking, 1);

  *asking = (Asking) { GTK_EDITABLE (entry), func, data, destroy };
  adw_message_dialog_set_extra_child (message, entry);
  adw_message_dialog_add_responses (message, "cancel", _("_Cancel"), "accept", question->verb,
                                    NULL);
  adw_message_dialog_set_response_appearance (message, "accept", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (message, "accept");
  adw_message_dialog_set_close_response (message, "cancel");
  g_signal_connect (entry, "changed", G_CALLBACK (changed_cb), dialog);
  g_signal_connect (entry, "activate", G_CALLBACK (activate_cb), dialog);
  g_signal_connect_data (dialog, "response", G_CALLBACK (answered_cb), asking, asking_free, 0);
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (entry);
}
