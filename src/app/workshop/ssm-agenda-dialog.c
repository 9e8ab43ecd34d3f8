/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-agenda-dialog.h"

#include <glib/gi18n-lib.h>

#include "ssm-agenda-edit.h"
#include "ssm-agenda-file.h"
#include "ssm-agenda-row.h"
#include "ssm-file-choice.h"
#include "ssm-workshop-script.h"

#define WIDTH 680
#define HEIGHT 720

struct _SsmAgendaDialog
{
  AdwWindow parent_instance;

  SsmWorkshopSession *session;
  GtkFileChooserNative *chooser;

  AdwWindowTitle *title;
  GtkListBox *list;
  GtkLabel *problem;
};

G_DEFINE_FINAL_TYPE (SsmAgendaDialog, ssm_agenda_dialog, ADW_TYPE_WINDOW)

static SsmMap *
get_map (SsmAgendaDialog *self)
{
  return ssm_document_get_map (ssm_workshop_session_get_document (self->session));
}

static void
show_total (SsmAgendaDialog *self)
{
  SsmAgenda *agenda = ssm_workshop_session_get_agenda (self->session);
  g_autofree char *time = ssm_workshop_session_format ((int) ssm_agenda_seconds (agenda));

  adw_window_title_set_subtitle (self->title, time);
}

/* Takes @agenda. */
static void
change (SsmAgendaDialog *self, SsmAgenda *agenda)
{
  g_autoptr (SsmAgenda) changed = agenda;

  ssm_workshop_session_set_agenda (self->session, changed);
  show_total (self);
}

static void
edited_cb (SsmAgendaDialog *self, SsmAgendaRow *row)
{
  guint step = (guint) gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));
  SsmAgenda *agenda = ssm_workshop_session_get_agenda (self->session);
  g_autofree char *prompts = ssm_agenda_row_get_prompts (row);
  g_autoptr (SsmAgenda) on
    = ssm_agenda_with_step_on (agenda, step, ssm_agenda_row_is_on (row));
  g_autoptr (SsmAgenda) timed
    = ssm_agenda_with_step_seconds (on, step, ssm_agenda_row_get_seconds (row));

  change (self, ssm_agenda_with_step_prompts (timed, step, prompts));
}

static void refresh (SsmAgendaDialog *self);

static void
moved_cb (SsmAgendaDialog *self, int by, SsmAgendaRow *row)
{
  int to = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) + by;
  SsmAgenda *agenda = ssm_workshop_session_get_agenda (self->session);

  if (to < 0 || to >= (int) ssm_agenda_n_steps (agenda))
    return;
  change (self, ssm_agenda_with_step_moved (agenda, (guint) (to - by), (guint) to));
  refresh (self);
  gtk_widget_child_focus (GTK_WIDGET (gtk_list_box_get_row_at_index (self->list, to)),
                          GTK_DIR_TAB_FORWARD);
}

static void
refresh (SsmAgendaDialog *self)
{
  SsmAgenda *agenda = ssm_workshop_session_get_agenda (self->session);
  GtkListBoxRow *old;

  while ((old = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (old));
  for (guint i = 0; i < ssm_agenda_n_steps (agenda); i++)
    {
      GtkWidget *row = ssm_agenda_row_new (get_map (self), ssm_agenda_step (agenda, i));

      g_signal_connect_object (row, "edited", G_CALLBACK (edited_cb), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (row, "moved", G_CALLBACK (moved_cb), self, G_CONNECT_SWAPPED);
      gtk_list_box_append (self->list, row);
    }
  show_total (self);
}

static void
say (SsmAgendaDialog *self, GFile *file, const GError *error)
{
  g_autofree char *words
    = error != NULL ? ssm_file_choice_sentence (file, error->message) : NULL;

  gtk_label_set_text (self->problem, words != NULL ? words : "");
}

static void
open_file (SsmAgendaDialog *self, GFile *file)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SsmAgenda) agenda = ssm_agenda_load (g_file_peek_path (file), &error);

  say (self, file, error);
  if (agenda == NULL)
    return;
  change (self, ssm_agenda_fit (agenda, get_map (self)));
  refresh (self);
}

static void
save_file (SsmAgendaDialog *self, GFile *file)
{
  g_autoptr (GFile) named = ssm_file_choice_with_ending (file, SSM_AGENDA_ENDING);
  g_autoptr (GError) error = NULL;

  ssm_agenda_save (ssm_workshop_session_get_agenda (self->session), g_file_peek_path (named),
                   &error);
  say (self, named, error);
}

static void
chosen_cb (SsmAgendaDialog *self, int response)
{
  g_autoptr (GtkFileChooserNative) chooser = g_steal_pointer (&self->chooser);
  g_autoptr (GFile) file = response == GTK_RESPONSE_ACCEPT
                             ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser)) : NULL;

  if (file == NULL || g_file_peek_path (file) == NULL)
    return;
  if (gtk_file_chooser_get_action (GTK_FILE_CHOOSER (chooser)) == GTK_FILE_CHOOSER_ACTION_SAVE)
    save_file (self, file);
  else
    open_file (self, file);
}

static void
ask (SsmAgendaDialog *self, GtkFileChooserAction action)
{
  gboolean saves = action == GTK_FILE_CHOOSER_ACTION_SAVE;
  SsmDocument *document = ssm_workshop_session_get_document (self->session);
  g_autoptr (GFile) folder = ssm_file_choice_folder (document);
  g_autofree char *name
    = ssm_file_choice_from_title (ssm_document_get_title (document), SSM_AGENDA_ENDING);
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  if (self->chooser != NULL)
    return;
  self->chooser = gtk_file_chooser_native_new (NULL, GTK_WINDOW (self), action,
                                               saves ? _("_Save") : _("_Open"), _("_Cancel"));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  gtk_file_filter_add_pattern (filter, "*" SSM_AGENDA_ENDING);
  gtk_file_chooser_set_filter (GTK_FILE_CHOOSER (self->chooser), filter);
  gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (self->chooser), folder, NULL);
  if (saves)
    gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (self->chooser), name);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (chosen_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
open_cb (SsmAgendaDialog *self)
{
  ask (self, GTK_FILE_CHOOSER_ACTION_OPEN);
}

static void
save_cb (SsmAgendaDialog *self)
{
  ask (self, GTK_FILE_CHOOSER_ACTION_SAVE);
}

static gboolean
escape_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  gtk_window_close (GTK_WINDOW (widget));
  return TRUE;
}

static void
ssm_agenda_dialog_dispose (GObject *object)
{
  SsmAgendaDialog *self = SSM_AGENDA_DIALOG (object);

  g_clear_object (&self->chooser);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (ssm_agenda_dialog_parent_class)->dispose (object);
}

static void
ssm_agenda_dialog_class_init (SsmAgendaDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ssm_agenda_dialog_dispose;
  gtk_widget_class_add_binding (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, escape_cb, NULL);
}

static void
ssm_agenda_dialog_init (SsmAgendaDialog *self)
{
}

static GtkWidget *
bar_new (SsmAgendaDialog *self)
{
  GtkWidget *bar = adw_header_bar_new ();
  GtkWidget *open = gtk_button_new_with_mnemonic (_("_Open"));
  GtkWidget *save = gtk_button_new_with_mnemonic (_("_Save"));

  self->title = ADW_WINDOW_TITLE (
    adw_window_title_new (gtk_window_get_title (GTK_WINDOW (self)), ""));
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (bar), GTK_WIDGET (self->title));
  adw_header_bar_pack_start (ADW_HEADER_BAR (bar), open);
  adw_header_bar_pack_start (ADW_HEADER_BAR (bar), save);
  g_signal_connect_object (open, "clicked", G_CALLBACK (open_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (save, "clicked", G_CALLBACK (save_cb), self, G_CONNECT_SWAPPED);
  return bar;
}

static GtkWidget *
list_new (SsmAgendaDialog *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "agenda-list");
  gtk_widget_set_valign (GTK_WIDGET (self->list), GTK_ALIGN_START);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->list));
  gtk_widget_set_vexpand (scroller, TRUE);
  return scroller;
}

GtkWindow *
ssm_agenda_dialog_new (GtkWindow *parent, SsmWorkshopSession *session)
{
  SsmMap *map = ssm_document_get_map (ssm_workshop_session_get_document (session));
  SsmAgendaDialog *self = g_object_new (
    SSM_TYPE_AGENDA_DIALOG, "transient-for", parent, "modal", TRUE, "destroy-with-parent", TRUE,
    "title", ssm_workshop_script_word (ssm_map_language (map), "minutes-blocks"),
    "default-width", WIDTH, "default-height", HEIGHT, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *status = g_object_new (GTK_TYPE_BOX, "accessible-role",
                                    GTK_ACCESSIBLE_ROLE_STATUS, NULL);

  self->session = g_object_ref (session);
  self->problem = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->problem, TRUE);
  gtk_box_append (GTK_BOX (status), GTK_WIDGET (self->problem));
  gtk_box_append (GTK_BOX (box), bar_new (self));
  gtk_box_append (GTK_BOX (box), list_new (self));
  gtk_box_append (GTK_BOX (box), status);
  adw_window_set_content (ADW_WINDOW (self), box);
  refresh (self);
  return GTK_WINDOW (self);
}
