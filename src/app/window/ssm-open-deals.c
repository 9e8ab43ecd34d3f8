/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-open-deals.h"

#include <glib/gi18n-lib.h>

#include "ssm-deal-places.h"
#include "ssm-file-choice.h"
#include "ssm-open.h"
#include "ssm-recent.h"

typedef struct
{
  SsmWindow *window;
  GFile *book;
} Opening;

static void
opening_free (Opening *opening)
{
  g_object_unref (opening->window);
  g_object_unref (opening->book);
  g_free (opening);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Opening, opening_free)

static Opening *
opening_new (SsmWindow *window, GFile *book)
{
  Opening *opening = g_new0 (Opening, 1);

  opening->window = g_object_ref (window);
  opening->book = g_object_ref (book);
  return opening;
}

/* The person has closed the window meanwhile. */
static gboolean
is_gone (SsmWindow *window)
{
  return gtk_window_get_application (GTK_WINDOW (window)) == NULL;
}

static void
chosen_cb (GtkNativeDialog *dialog, int response, gpointer data)
{
  g_autoptr (Opening) opening = data;
  g_autoptr (GFile) map = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));

  gtk_native_dialog_hide (dialog);
  g_object_unref (dialog);
  if (response == GTK_RESPONSE_ACCEPT && map != NULL && !is_gone (opening->window))
    ssm_open_with_deals (opening->window, map, opening->book);
}

static void
answered_cb (AdwMessageDialog *question, const char *response, gpointer data)
{
  Opening *opening = data;
  GtkFileChooserNative *dialog;
  g_autoptr (GtkFileFilter) filter = NULL;

  if (!g_str_equal (response, "choose") || is_gone (opening->window))
    {
      opening_free (opening);
      return;
    }
  dialog = gtk_file_chooser_native_new (_ ("Choose the Map"), GTK_WINDOW (opening->window),
                                        GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Open"),
                                        _ ("_Cancel"));
  filter = gtk_file_filter_new ();
  gtk_file_filter_set_name (filter, _ ("Maps"));
  gtk_file_filter_add_suffix (filter, "salesmap");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), filter);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect (dialog, "response", G_CALLBACK (chosen_cb), opening);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

static void
ask (Opening *opening)
{
  g_autofree char *name = ssm_file_choice_name (opening->book);
  /* Translators: the name of a file */
  g_autofree char *body = g_strdup_printf (
    _ ("“%s” is read together with its map, which is neither beside it nor among the maps "
       "that were opened lately."),
    name);
  GtkWidget *dialog
    = adw_message_dialog_new (GTK_WINDOW (opening->window),
                              _ ("Which map are these deals of?"), body);

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"),
                                    "choose", _ ("_Choose the Map…"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "choose",
                                              ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "choose");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect (dialog, "response", G_CALLBACK (answered_cb),
                    opening_new (opening->window, opening->book));
  gtk_window_present (GTK_WINDOW (opening->window));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
found_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Opening) opening = data;
  g_autoptr (GPtrArray) maps = ssm_deal_places_find_finish (result);

  if (is_gone (opening->window))
    return;
  if (maps->len > 0)
    ssm_open_with_deals (opening->window, maps->pdata[0], opening->book);
  else
    ask (opening);
}

/* (transfer container): of GFile, the maps opened lately. */
static GPtrArray *
list_recent (void)
{
  g_autoptr (GListModel) recent = ssm_recent_load ();
  GPtrArray *files = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (recent); i++)
    {
      g_autoptr (SsmRecentItem) item = g_list_model_get_item (recent, i);

      g_ptr_array_add (files, g_object_ref (ssm_recent_item_get_file (item)));
    }
  return files;
}

static void
look_for_map (Opening *opening, const char *id)
{
  g_autoptr (GPtrArray) recent = list_recent ();
  SsmDealPlaces places = {
    .file = opening->book, .others = recent, .ending = ".salesmap", .id = id
  };

  ssm_deal_places_find_async (&places, NULL, found_cb,
                              opening_new (opening->window, opening->book));
}

static gboolean
shows_map (SsmWindow *window, const char *id)
{
  SsmDocument *document = ssm_window_get_document (window);

  return document != NULL && g_str_equal (ssm_part_id (ssm_document_get_map (document)), id);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Opening) opening = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SsmDocument) book = ssm_document_open_finish (result, NULL, &error);
  const char *id;

  if (is_gone (opening->window))
    return;
  if (book == NULL)
    {
      ssm_open_say_failed (opening->window, opening->book, error);
      return;
    }
  id = ssm_part_text (ssm_document_get_book (book), SSM_BOOK_MAP);
  if (shows_map (opening->window, id))
    ssm_deal_flow_open (ssm_window_get_deal_flow (opening->window), opening->book);
  else
    look_for_map (opening, id);
  ssm_document_close (book);
}

void
ssm_open_deals (SsmWindow *window, GFile *file)
{
  ssm_document_open_async (file, SSM_KIND_BOOK, NULL, read_cb, opening_new (window, file));
}
