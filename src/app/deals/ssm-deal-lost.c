/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-deal-lost.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "ssm-deal-commands.h"

typedef struct
{
  SsmDealBoard *board;
  char *deal;
  GPtrArray *buttons; /* owned by the dialog, one a reason */
  GPtrArray *reasons; /* their ids */
  GtkEditable *note;  /* owned by the dialog */
} Asking;

static void
asking_free (gpointer data, GClosure *closure)
{
  Asking *asking = data;

  g_object_unref (asking->board);
  g_free (asking->deal);
  g_ptr_array_unref (asking->buttons);
  g_ptr_array_unref (asking->reasons);
  g_free (asking);
}

static void
answered_cb (AdwMessageDialog *dialog, const char *response, gpointer data)
{
  Asking *asking = data;
  SsmMap *map = ssm_document_get_map (ssm_deal_board_get_document (asking->board));
  const SsmPart *reason = NULL;

  for (guint i = 0; i < asking->buttons->len; i++)
    if (gtk_check_button_get_active (asking->buttons->pdata[i]))
      reason = ssm_map_find (map, asking->reasons->pdata[i]);
  if (!g_str_equal (response, "lost") || reason == NULL)
    return;
  ssm_document_end_merge (ssm_deal_board_get_book (asking->board));
  ssm_deal_board_run (asking->board,
                      ssm_deal_command_close (ssm_document_get_book (
                                                ssm_deal_board_get_book (asking->board)),
                                              asking->deal, reason,
                                              gtk_editable_get_text (asking->note),
                                              ssm_deal_board_get_today (asking->board)));
}

static void
chosen_cb (GtkCheckButton *button, GParamSpec *pspec, gpointer dialog)
{
  adw_message_dialog_set_response_enabled (dialog, "lost", TRUE);
}

static void
add_reason (Asking *asking, GtkWidget *box, const SsmPart *reason, GtkWidget *dialog)
{
  g_autofree char *words = g_strjoin (" ", ssm_part_text (reason, SSM_REASON_CODE),
                                      ssm_part_text (reason, SSM_REASON_TEXT), NULL);
  GtkWidget *button = gtk_check_button_new_with_label (g_strstrip (words));

  if (asking->buttons->len > 0)
    gtk_check_button_set_group (GTK_CHECK_BUTTON (button), asking->buttons->pdata[0]);
  g_ptr_array_add (asking->buttons, button);
  g_ptr_array_add (asking->reasons, g_strdup (ssm_part_id (reason)));
  g_signal_connect (button, "notify::active", G_CALLBACK (chosen_cb), dialog);
  gtk_box_append (GTK_BOX (box), button);
}

static GtkWidget *
content_new (Asking *asking, const SsmMap *map, GtkWidget *dialog)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *note = gtk_entry_new ();

  for (guint i = 0; i < ssm_part_n_children (map, SSM_LIST_REASONS); i++)
    add_reason (asking, box, ssm_part_child (map, SSM_LIST_REASONS, i), dialog);
  gtk_entry_set_placeholder_text (GTK_ENTRY (note), _("What happened, in one line"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (note), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("What happened, in one line"), -1);
  gtk_entry_set_activates_default (GTK_ENTRY (note), TRUE);
  gtk_box_append (GTK_BOX (box), note);
  asking->note = GTK_EDITABLE (note);
  return box;
}

void
ssm_deal_lost_ask (GtkWindow *parent, SsmDealBoard *board)
{
  SsmMap *map = ssm_document_get_map (ssm_deal_board_get_document (board));
  const char *name = ssm_part_text (ssm_deal_board_get_deal (board), SSM_DEAL_NAME);
  g_autofree char *heading = g_strdup_printf (_("Why was “%s” lost?"), name);
  gboolean has_reasons = ssm_part_n_children (map, SSM_LIST_REASONS) > 0;
  GtkWidget *dialog = adw_message_dialog_new (
    parent, heading,
    has_reasons ? NULL
                : _("The map has no coded reasons yet. Add them to the page properties first."));
  AdwMessageDialog *message = ADW_MESSAGE_DIALOG (dialog);
  Asking *asking;

  if (!has_reasons)
    {
      adw_message_dialog_add_response (message, "close", _("_Close"));
      gtk_window_present (GTK_WINDOW (dialog));
      return;
    }
  asking = g_new0 (Asking, 1);
  *asking = (Asking) { g_object_ref (board), g_strdup (ssm_deal_board_get_chosen (board)),
                       g_ptr_array_new (), g_ptr_array_new_with_free_func (g_free), NULL };
  adw_message_dialog_set_extra_child (message, content_new (asking, map, dialog));
  adw_message_dialog_add_responses (message, "cancel", _("_Cancel"), "lost", _("Mark _Lost"),
                                    NULL);
  adw_message_dialog_set_response_enabled (message, "lost", FALSE);
  adw_message_dialog_set_response_appearance (message, "lost", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (message, "lost");
  adw_message_dialog_set_close_response (message, "cancel");
  g_signal_connect_data (dialog, "response", G_CALLBACK (answered_cb), asking, asking_free, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}
