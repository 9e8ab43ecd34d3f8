/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-save-flow.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "ssm-file-choice.h"
#include "ssm-io-error.h"
#include "ssm-recent.h"
#include "ssm-save-trouble.h"
#include "ssm-window.h"


#define ENDING ".salesmap"
#define BOOK_ENDING ".salesdeals"

struct _SsmSaveFlow
{
  GObject parent_instance;

  SsmWindow *window; /* weak */
  SsmDocument *document;
  GFile *target; /* of the last save */
  guint n_running;
  guint n_started; /* saves so far */
  guint n_before_look;
  gboolean close_after;
  gboolean discarded;
  gboolean asking;
  gboolean looking;
  char *said; /* of a change by others, or NULL */
};

G_DEFINE_FINAL_TYPE (SsmSaveFlow, ssm_save_flow, G_TYPE_OBJECT)

static void save_to (SsmSaveFlow *self, GFile *file);

static gboolean
is_book (SsmSaveFlow *self)
{
  return ssm_part_kind (ssm_document_get_root (self->document)) == SSM_KIND_BOOK;
}

static const char *
ending (SsmSaveFlow *self)
{
  return is_book (self) ? BOOK_ENDING : ENDING;
}

static void
close_window (SsmSaveFlow *self)
{
  self->close_after = FALSE;
  if (self->window != NULL)
    gtk_window_close (GTK_WINDOW (self->window));
}

static gboolean
close_later_cb (gpointer data)
{
  close_window (data);

  return G_SOURCE_REMOVE;
}

static void
failure_answered_cb (AdwMessageDialog *dialog, const char *response, gpointer data)
{
  g_autoptr (SsmSaveFlow) self = data;

  if (self->window == NULL)
    return;
  if (g_str_equal (response, "again") || g_str_equal (response, "anew"))
    save_to (self, self->target);
  else if (g_str_equal (response, "copy"))
    ssm_save_flow_save_copy (self);
  else
    self->close_after = FALSE;
}

static void
say_failure (SsmSaveFlow *self, const GError *error)
{
  g_autofree char *draft_error = NULL;

  g_object_get (self->document, "draft-error", &draft_error, NULL);
  g_signal_connect (ssm_save_trouble_failed (GTK_WINDOW (self->window), self->target, error,
                                             draft_error),
                    "response", G_CALLBACK (failure_answered_cb), g_object_ref (self));
}

/* Writing it anew is for the person to say: whoever took it away may have had a reason. */
static void
ask_to_write_anew (SsmSaveFlow *self)
{
  g_signal_connect (ssm_save_trouble_gone (GTK_WINDOW (self->window), self->target), "response",
                    G_CALLBACK (failure_answered_cb), g_object_ref (self));
}

/* Once for each change is enough: @words tell it from another. */
static void
say_changed (SsmSaveFlow *self)
{
  GFile *file = ssm_document_get_file (self->document);
  g_autofree char *words = ssm_save_trouble_describe_change (file);

  ssm_notice_show (ssm_window_get_notice (self->window), GTK_MESSAGE_WARNING, words,
                   is_book (self) ? NULL : "win.save-copy",
                   !g_file_query_exists (file, NULL) ? NULL
                   : is_book (self)                  ? "win.reload-deals"
                                                     : "win.reload");
  g_free (self->said);
  self->said = g_steal_pointer (&words);
}

static void
take_back_said (SsmSaveFlow *self)
{
  if (self->said != NULL && self->window != NULL)
    ssm_notice_hide (ssm_window_get_notice (self->window));
  g_clear_pointer (&self->said, g_free);
}

/* Nobody opens a deal book by itself, and its name may be a customer's. */
static void
saved (SsmSaveFlow *self)
{
  if (!is_book (self))
    ssm_recent_add (self->target);
  take_back_said (self);
  if (self->close_after)
    close_window (self);
}

static void
not_saved (SsmSaveFlow *self, const GError *error)
{
  if (self->window == NULL)
    return;
  if (g_error_matches (error, SSM_IO_ERROR, SSM_IO_ERROR_CHANGED)
      && !g_file_query_exists (self->target, NULL))
    {
      ask_to_write_anew (self);
      return;
    }
  if (g_error_matches (error, SSM_IO_ERROR, SSM_IO_ERROR_CHANGED))
    say_changed (self);
  else if (g_error_matches (error, SSM_IO_ERROR, SSM_IO_ERROR_MAYBE_NOT_DURABLE))
    ssm_notice_show (ssm_window_get_notice (self->window), GTK_MESSAGE_WARNING,
                     error->message, is_book (self) ? NULL : "win.save-copy", NULL);
  else
    {
      say_failure (self, error);
      return;
    }
  self->close_after = FALSE;
}

static void
save_finished_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SsmSaveFlow) self = data;
  g_autoptr (GError) error = NULL;
  gboolean done = ssm_document_save_finish (self->document, result, &error);

  self->n_running--;
  if (done)
    saved (self);
  else
    not_saved (self, error);
  g_application_release (g_application_get_default ());
}

/* NULL: to the document's own file, as long as it is what the document knows.
 * The program stays until the last byte is on the disk, whatever closes meanwhile. */
static void
save_to (SsmSaveFlow *self, GFile *file)
{
  GFile *target = file != NULL ? file : ssm_document_get_file (self->document);

  g_set_object (&self->target, target);
  self->n_running++;
  self->n_started++;
  g_application_hold (g_application_get_default ());
  ssm_document_save_async (self->document, file, NULL, save_finished_cb, g_object_ref (self));
}

static void
replace_answered_cb (AdwMessageDialog *dialog, const char *response, gpointer data)
{
  g_autoptr (SsmSaveFlow) self = data;

  if (g_str_equal (response, "replace") && self->window != NULL)
    save_to (self, self->target);
  else
    self->close_after = FALSE;
}

static void
chosen_cb (GtkNativeDialog *dialog, int response, gpointer data)
{
  g_autoptr (SsmSaveFlow) self = data;
  g_autoptr (GFile) chosen = NULL;
  g_autoptr (GFile) file = NULL;

  self->asking = FALSE;
  if (response != GTK_RESPONSE_ACCEPT || self->window == NULL)
    {
      self->close_after = FALSE;
      g_object_unref (dialog);
      return;
    }
  chosen = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  file = ssm_file_choice_with_ending (chosen, ending (self));
  g_object_unref (dialog);
  if (g_file_equal (chosen, file) || !g_file_query_exists (file, NULL))
    {
      save_to (self, file);
      return;
    }
  g_set_object (&self->target, file);
  g_signal_connect (
      ssm_file_choice_ask_to_replace (GTK_WINDOW (self->window), self->target), "response",
      G_CALLBACK (replace_answered_cb), g_object_ref (self));
}

static void
ask_for_file (SsmSaveFlow *self, const char *title, const char *name)
{
  GtkFileChooserNative *dialog;
  g_autoptr (GtkFileFilter) filter = NULL;
  g_autoptr (GFile) folder = NULL;

  if (self->asking || self->window == NULL)
    return;
  self->asking = TRUE;
  dialog = gtk_file_chooser_native_new (title, GTK_WINDOW (self->window),
                                        GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Save"),
                                        _ ("_Cancel"));
  filter = gtk_file_filter_new ();
  gtk_file_filter_set_name (filter, is_book (self) ? _ ("Deals") : _ ("Sales system maps"));
  gtk_file_filter_add_suffix (filter, ending (self) + 1);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), filter);
  folder = ssm_file_choice_folder (self->document);
  gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (dialog), folder, NULL);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect (dialog, "response", G_CALLBACK (chosen_cb), g_object_ref (self));
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

static void
close_answered_cb (AdwMessageDialog *dialog, const char *response, gpointer data)
{
  g_autoptr (SsmSaveFlow) self = data;

  self->asking = FALSE;
  if (g_str_equal (response, "save"))
    {
      self->close_after = TRUE;
      ssm_save_flow_save (self);
    }
  else if (g_str_equal (response, "discard") && self->window != NULL)
    {
      ssm_document_discard_draft (self->document);
      self->discarded = TRUE;
      /* Not yet: the dialog that asked still looks at the window it belongs to. */
      g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, close_later_cb, g_object_ref (self),
                       g_object_unref);
    }
}

static void
ask_before_close (SsmSaveFlow *self)
{
  g_autofree char *heading = g_strdup_printf (_ ("Save changes to “%s”?"),
                                              ssm_document_get_title (self->document));
  GtkWidget *dialog = adw_message_dialog_new (
      GTK_WINDOW (self->window), heading, _ ("What was not saved is lost when you discard it."));

  self->asking = TRUE;
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"),
                                    "discard", _ ("_Discard"), "save", _ ("_Save"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "discard",
                                              ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "save",
                                              ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "save");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect (dialog, "response", G_CALLBACK (close_answered_cb), g_object_ref (self));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
looked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SsmSaveFlow) self = data;
  SsmFileLook look = ssm_document_look_at_file_finish (self->document, result);
  g_autofree char *words = NULL;

  self->looking = FALSE;
  /* What a save of our own was writing meanwhile is no news, and saving looks for itself. */
  if (self->n_started != self->n_before_look || self->window == NULL)
    return;
  if (look == SSM_FILE_LOOK_SAME)
    {
      take_back_said (self);
      return;
    }
  words = ssm_save_trouble_describe_change (ssm_document_get_file (self->document));
  if (g_strcmp0 (words, self->said) != 0)
    say_changed (self);
}

static void
ssm_save_flow_dispose (GObject *object)
{
  SsmSaveFlow *self = SSM_SAVE_FLOW (object);

  g_clear_weak_pointer (&self->window);
  g_clear_object (&self->document);
  g_clear_object (&self->target);
  g_clear_pointer (&self->said, g_free);
  G_OBJECT_CLASS (ssm_save_flow_parent_class)->dispose (object);
}

static void
ssm_save_flow_class_init (SsmSaveFlowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ssm_save_flow_dispose;
}

static void
ssm_save_flow_init (SsmSaveFlow *self)
{
}

SsmSaveFlow *
ssm_save_flow_new (SsmWindow *window, SsmDocument *document)
{
  SsmSaveFlow *self = g_object_new (SSM_TYPE_SAVE_FLOW, NULL);

  g_set_weak_pointer (&self->window, window);
  self->document = g_object_ref (document);

  return self;
}

void
ssm_save_flow_save (SsmSaveFlow *self)
{
  g_return_if_fail (SSM_IS_SAVE_FLOW (self));

  if (ssm_document_get_file (self->document) != NULL)
    save_to (self, NULL);
  else
    ssm_save_flow_save_as (self);
}

void
ssm_save_flow_save_to (SsmSaveFlow *self, GFile *file)
{
  g_return_if_fail (SSM_IS_SAVE_FLOW (self) && G_IS_FILE (file));

  save_to (self, file);
}

void
ssm_save_flow_save_as (SsmSaveFlow *self)
{
  g_autofree char *name = NULL;

  g_return_if_fail (SSM_IS_SAVE_FLOW (self));

  name = ssm_file_choice_from_title (ssm_document_get_title (self->document), ending (self));
  ask_for_file (self, _ ("Save the Map"), name);
}

void
ssm_save_flow_save_copy (SsmSaveFlow *self)
{
  g_autofree char *title = NULL;
  g_autofree char *name = NULL;

  g_return_if_fail (SSM_IS_SAVE_FLOW (self));

  /* Translators: the name of a copy of the file %s */
  title = g_strdup_printf (_ ("%s (copy)"), ssm_document_get_title (self->document));
  name = ssm_file_choice_from_title (title, ending (self));
  ask_for_file (self, _ ("Save a Copy"), name);
}

gboolean
ssm_save_flow_may_close (SsmSaveFlow *self)
{
  g_return_val_if_fail (SSM_IS_SAVE_FLOW (self), TRUE);

  if (self->discarded)
    return TRUE;
  /* It may fail, and then somebody has to be there to be told. */
  if (self->n_running > 0)
    {
      self->close_after = TRUE;
      return FALSE;
    }
  if (!ssm_document_needs_question (self->document))
    return TRUE;
  if (!self->asking)
    ask_before_close (self);

  return FALSE;
}

void
ssm_save_flow_look_at_file (SsmSaveFlow *self)
{
  g_return_if_fail (SSM_IS_SAVE_FLOW (self));

  if (self->looking || self->n_running > 0 || ssm_document_get_file (self->document) == NULL)
    return;
  self->looking = TRUE;
  self->n_before_look = self->n_started;
  ssm_document_look_at_file_async (self->document, looked_cb, g_object_ref (self));
}
