/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-open.h"

#include <glib/gi18n-lib.h>

#include "ssm-file-choice.h"
#include "ssm-newer-window.h"
#include "ssm-open-deals.h"
#include "ssm-recent.h"

static AdwMessageDialog *
say_failure (SsmWindow *window, const char *heading, const char *why)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (window), heading, why);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));

  return ADW_MESSAGE_DIALOG (dialog);
}

static void
forget_cb (GFile *file, const char *response, AdwMessageDialog *dialog)
{
  SsmWindow *window = SSM_WINDOW (gtk_window_get_transient_for (GTK_WINDOW (dialog)));

  if (!g_str_equal (response, "forget"))
    return;
  ssm_recent_remove (file);
  ssm_window_refresh_start (window);
}

/* A disk may only be unplugged: whether the map leaves the list is for the person to say. */
void
ssm_open_say_failed (SsmWindow *window, GFile *file, const GError *error)
{
  g_autofree char *shown = ssm_file_choice_name (file);
  g_autofree char *heading = g_strdup_printf (_ ("Could not open “%s”"), shown);
  g_autofree char *why = ssm_file_choice_sentence (file, error->message);
  AdwMessageDialog *dialog;

  gtk_window_present (GTK_WINDOW (window));
  dialog = say_failure (window, heading, why);
  if (!ssm_recent_contains (file))
    return;
  adw_message_dialog_add_response (dialog, "forget", _ ("_Remove from Recent"));
  g_signal_connect_object (dialog, "response", G_CALLBACK (forget_cb), file, G_CONNECT_SWAPPED);
  g_object_set_data_full (G_OBJECT (dialog), "file", g_object_ref (file), g_object_unref);
}

static SsmWindow *
find_window (SsmWindow *window, GFile *file)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (window));

  for (GList *link = gtk_application_get_windows (application); link != NULL; link = link->next)
    {
      SsmDocument *document = SSM_IS_WINDOW (link->data)
                                  ? ssm_window_get_document (link->data)
                                  : NULL;

      if (document != NULL && ssm_document_get_file (document) != NULL
          && g_file_equal (ssm_document_get_file (document), file))
        return link->data;
    }

  return NULL;
}

/* The newest of @drafts that holds work on @file, or NULL. */
static SsmDraft *
find_draft (GPtrArray *drafts, GFile *file)
{
  g_autofree char *path = g_file_get_path (file);

  for (guint i = 0; i < drafts->len && path != NULL; i++)
    if (g_strcmp0 (ssm_draft_get_path (g_ptr_array_index (drafts, i)), path) == 0)
      return g_ptr_array_index (drafts, i);

  return NULL;
}

static char *
describe_time (SsmDraft *draft)
{
  g_autoptr (GDateTime) time = g_date_time_to_local (ssm_draft_get_time (draft));

  return g_date_time_format (time, "%H:%M");
}

/* What there is to say of a map just opened, the weightiest first. */
static void
say_notes (SsmWindow *window, GFile *file, char **notes)
{
  g_autoptr (GPtrArray) drafts = ssm_recovery_list (SSM_KIND_MAP);
  SsmDraft *draft = find_draft (drafts, file);
  g_autofree char *words = NULL;

  if (draft != NULL)
    {
      g_autofree char *time = describe_time (draft);

      words = g_strdup_printf (_ ("Work on this map from %s was never saved."), time);
      ssm_notice_show (ssm_window_get_notice (window), GTK_MESSAGE_INFO, words,
                       "win.restore-file-draft", NULL);
    }
  else if (ssm_document_get_read_only (ssm_window_get_document (window)))
    ssm_notice_show (ssm_window_get_notice (window), GTK_MESSAGE_INFO,
                     _ ("This file can only be read here. To keep changes, save a copy."),
                     "win.save-copy", NULL);
  else if (notes != NULL && notes[0] != NULL)
    {
      words = g_strjoinv ("\n", notes);
      ssm_notice_show (ssm_window_get_notice (window), GTK_MESSAGE_INFO, words, NULL, NULL);
    }
}

typedef struct
{
  SsmWindow *window;
  GFile *file;
  GFile *deals; /* the deal book that goes with it, or NULL */
} Opening;

static void
opening_free (Opening *opening)
{
  g_object_unref (opening->window);
  g_object_unref (opening->file);
  g_clear_object (&opening->deals);
  g_free (opening);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Opening, opening_free)

/* A map of a newer version is shown and no more; a window that shows nothing yet makes room
 * for it. */
static void
say_not_opened (Opening *opening, SsmMap *newer, const GError *error)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (opening->window));

  if (newer == NULL)
    {
      ssm_open_say_failed (opening->window, opening->file, error);
      return;
    }
  gtk_window_present (ssm_newer_window_new (application, newer, opening->file));
  if (ssm_window_get_document (opening->window) == NULL)
    gtk_window_destroy (GTK_WINDOW (opening->window));
}

static SsmWindow *
window_for (Opening *opening)
{
  SsmWindow *window = opening->window;
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (window));

  if (ssm_window_get_document (window) == NULL)
    return window;

  return ssm_window_new (application);
}

static void
show_deals (SsmWindow *window, GFile *deals)
{
  if (deals == NULL)
    return;
  ssm_deal_flow_open (ssm_window_get_deal_flow (window), deals);
  ssm_editor_show (ssm_window_get_editor (window), "deals");
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Opening) opening = data;
  g_auto (GStrv) notes = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (SsmDocument) document = ssm_document_open_finish (result, &notes, &error);
  SsmWindow *window;

  if (gtk_window_get_application (GTK_WINDOW (opening->window)) == NULL)
    return; /* closed meanwhile */
  if (document == NULL)
    {
      say_not_opened (opening, ssm_document_open_get_newer (result), error);
      return;
    }
  window = find_window (opening->window, opening->file);
  if (window != NULL)
    {
      /* It was asked for twice. */
      gtk_window_present (GTK_WINDOW (window));
      show_deals (window, opening->deals);
      return;
    }
  window = window_for (opening);
  ssm_recent_add (opening->file);
  ssm_window_show_document (window, document);
  say_notes (window, opening->file, notes);
  gtk_window_present (GTK_WINDOW (window));
  show_deals (window, opening->deals);
}

static void
start_opening (SsmWindow *window, GFile *file, GFile *deals)
{
  Opening *opening = g_new0 (Opening, 1);

  opening->window = g_object_ref (window);
  opening->file = g_object_ref (file);
  g_set_object (&opening->deals, deals);
  ssm_document_open_async (file, SSM_KIND_MAP, NULL, opened_cb, opening);
}

static void
chosen_cb (GtkNativeDialog *dialog, int response, gpointer data)
{
  g_autoptr (SsmWindow) window = data;

  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));

      ssm_open_file (window, file);
    }
  g_object_unref (dialog);
}

static GtkFileFilter *
filter_new (void)
{
  GtkFileFilter *filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _ ("Maps, and pictures made of them"));
  gtk_file_filter_add_suffix (filter, "salesmap");
  gtk_file_filter_add_suffix (filter, "salesdeals");
  gtk_file_filter_add_suffix (filter, "pdf");
  gtk_file_filter_add_suffix (filter, "png");
  gtk_file_filter_add_suffix (filter, "svg");

  return filter;
}

void
ssm_open_choose (SsmWindow *window)
{
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (
      _ ("Open a Map"), GTK_WINDOW (window), GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Open"),
      _ ("_Cancel"));
  g_autoptr (GtkFileFilter) filter = filter_new ();
  g_autoptr (GtkFileFilter) any = gtk_file_filter_new ();

  gtk_file_filter_set_name (any, _ ("All files"));
  gtk_file_filter_add_pattern (any, "*");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), filter);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), any);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect (dialog, "response", G_CALLBACK (chosen_cb), g_object_ref (window));
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

void
ssm_open_file (SsmWindow *window, GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);

  if (g_str_has_suffix (name, ".salesdeals"))
    ssm_open_deals (window, file);
  else
    ssm_open_with_deals (window, file, NULL);
}

void
ssm_open_with_deals (SsmWindow *window, GFile *map, GFile *deals)
{
  SsmWindow *shown = find_window (window, map);

  if (shown == NULL)
    {
      start_opening (window, map, deals);
      return;
    }
  gtk_window_present (GTK_WINDOW (shown));
  show_deals (shown, deals);
}

static void
reloaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SsmWindow) window = data;
  SsmDocument *document = SSM_DOCUMENT (source);
  SsmMap *before = ssm_document_get_map (document);
  g_autoptr (GError) error = NULL;
  gboolean done = ssm_document_reload_finish (document, result, &error);

  if (ssm_window_get_document (window) != document)
    return; /* closed meanwhile */
  if (!done)
    {
      g_autofree char *why
        = ssm_file_choice_sentence (ssm_document_get_file (document), error->message);

      say_failure (window, _ ("Could not read the file again"), why);
      return;
    }
  ssm_notice_hide (ssm_window_get_notice (window));
  ssm_save_flow_look_at_file (ssm_window_get_save_flow (window));
  if (ssm_document_get_map (document) != before)
    ssm_window_toast_step (window, _ ("The file was read again."));
}

void
ssm_open_reload (SsmWindow *window)
{
  ssm_document_reload_async (ssm_window_get_document (window), reloaded_cb,
                             g_object_ref (window));
}

void
ssm_open_draft (SsmWindow *window, SsmDraft *draft)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SsmDocument) document = NULL;
  g_autofree char *time = NULL, *words = NULL;

  if (draft == NULL)
    return;
  time = describe_time (draft);
  document = ssm_draft_restore (draft, &error);
  if (document == NULL)
    {
      say_failure (window, _ ("Could not bring the draft back"), error->message);
      ssm_start_view_refresh (ssm_window_get_start (window));
      return;
    }
  ssm_window_show_document (window, document);
  words = g_strdup_printf (_ ("Your work from %s is back."), time);
  ssm_notice_show (ssm_window_get_notice (window), GTK_MESSAGE_INFO, words,
                   "win.discard-restored", NULL);
}

void
ssm_open_draft_of_file (SsmWindow *window)
{
  g_autoptr (GPtrArray) drafts = ssm_recovery_list (SSM_KIND_MAP);
  SsmDocument *document = ssm_window_get_document (window);
  SsmDraft *draft = find_draft (drafts, ssm_document_get_file (document));
  SsmWindow *target = window;

  if (draft == NULL)
    return;

  /* What was written since then stays where it is. */
  if (ssm_document_get_modified (document))
    {
      ssm_notice_hide (ssm_window_get_notice (window));
      target = ssm_window_new (gtk_window_get_application (GTK_WINDOW (window)));
    }
  ssm_open_draft (target, draft);
  gtk_window_present (GTK_WINDOW (target));
}
