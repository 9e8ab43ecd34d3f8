/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-export-dialog.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ssm-columns.h"
#include "ssm-combo-row.h"
#include "ssm-export-job.h"
#include "ssm-file-choice.h"
#include "ssm-page-view.h"
#include "ssm-quote.h"

#define SSM_TYPE_EXPORT_DIALOG (ssm_export_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SsmExportDialog, ssm_export_dialog, SSM, EXPORT_DIALOG, AdwWindow)

struct _SsmExportDialog
{
  AdwWindow parent_instance;

  SsmDocument *document;
  GFile *target;
  GCancellable *running; /* the export in the thread, or NULL */
  gboolean filling;      /* rows are being set, not chosen */

  GtkWidget *options;
  GtkWidget *export_button;
  GtkSpinner *spinner;
  GtkStack *previews;
  SsmPageView *preview;
  GtkTextView *words;
  AdwComboRow *purpose;
  AdwComboRow *format;
  AdwComboRow *paper;
  AdwComboRow *poster;
  GtkWidget *size;
  GtkSpinButton *width;
  GtkSpinButton *height;
  AdwComboRow *orientation;
  AdwComboRow *colours;
  GtkWidget *shrink_row;
  GtkSwitch *shrink;
  GtkEditable *name;
  GtkLabel *summary;
  GtkWidget *problem_row;
  GtkLabel *problem;
  GtkWidget *notes_row;
  GtkLabel *notes;
  GtkLabel *beside;
};

enum
{
  EXPORTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SsmExportDialog, ssm_export_dialog, ADW_TYPE_WINDOW)

static void
get_plan (SsmExportDialog *self, SsmExportPlan *plan)
{
  plan->purpose = adw_combo_row_get_selected (self->purpose);
  plan->format = adw_combo_row_get_selected (self->format);
  plan->paper = (int) adw_combo_row_get_selected (self->paper);
  plan->poster = (int) adw_combo_row_get_selected (self->poster);
  plan->width_mm = gtk_spin_button_get_value_as_int (self->width);
  plan->height_mm = gtk_spin_button_get_value_as_int (self->height);
  plan->orientation = (int) adw_combo_row_get_selected (self->orientation);
  plan->theme = adw_combo_row_get_selected (self->colours);
  plan->shrink = gtk_switch_get_active (self->shrink);
}

static void
show_plan (SsmExportDialog *self, const SsmExportPlan *plan)
{
  self->filling = TRUE;
  adw_combo_row_set_selected (self->purpose, plan->purpose);
  adw_combo_row_set_selected (self->format, (guint) plan->format);
  adw_combo_row_set_selected (self->paper, (guint) plan->paper);
  adw_combo_row_set_selected (self->poster, (guint) plan->poster);
  gtk_spin_button_set_value (self->width, plan->width_mm);
  gtk_spin_button_set_value (self->height, plan->height_mm);
  adw_combo_row_set_selected (self->orientation, (guint) plan->orientation);
  adw_combo_row_set_selected (self->colours, plan->theme);
  self->filling = FALSE;
}

/* (transfer full): what the source inside is called, and the map beside a first export. */
static char *
source_name (SsmExportDialog *self)
{
  GFile *file = ssm_document_get_file (self->document);

  if (file != NULL)
    return g_file_get_basename (file);

  return ssm_file_choice_from_title (gtk_editable_get_text (self->name), ".salesmap");
}

/* Only what makes a difference can be chosen. */
static void
show_rows (SsmExportDialog *self, const SsmExportPlan *plan)
{
  gboolean picture = ssm_format_is_picture (plan->format);
  gboolean on_paper = picture && (plan->purpose == SSM_PURPOSE_PAPER
                                  || plan->purpose == SSM_PURPOSE_HANDOUT);
  gboolean own_size = on_paper && plan->paper == SSM_EXPORT_PAPER_CUSTOM;
  gboolean poster = picture && plan->purpose == SSM_PURPOSE_POSTER;

  gtk_widget_set_visible (GTK_WIDGET (self->paper), on_paper);
  gtk_widget_set_visible (self->size, own_size);
  gtk_widget_set_visible (GTK_WIDGET (self->poster), poster);
  gtk_widget_set_visible (GTK_WIDGET (self->orientation), poster || (on_paper && !own_size));
  gtk_widget_set_visible (GTK_WIDGET (self->colours), picture);
}

static void
show_problem (SsmExportDialog *self, const SsmExportPlan *plan, const SsmFit *fit)
{
  g_autofree char *words = fit != NULL ? ssm_fit_problem (fit) : NULL;

  gtk_label_set_text (self->problem, words != NULL ? words : "");
  gtk_widget_set_visible (self->problem_row, words != NULL);
  gtk_widget_set_visible (self->shrink_row, words != NULL || (fit != NULL && plan->shrink));
  gtk_widget_set_sensitive (self->export_button, words == NULL || plan->shrink);
}

/* (transfer full): that older versions go out with the file, or NULL where they do not. */
static char *
versions_note (const SsmExportPlan *plan, const SsmMap *map)
{
  guint n = ssm_part_n_children (map, SSM_LIST_VERSIONS);

  if (n == 0 || !ssm_format_is_picture (plan->format)
      || !ssm_purpose_carries_source (plan->purpose))
    return NULL;
  return g_strdup_printf (ngettext ("The file carries the map and its kept version. A handout "
                                    "carries neither.",
                                    "The file carries the map and its %u kept versions. A "
                                    "handout carries neither.", n),
                          n);
}

/* What goes out unseen, which fonts stand in for others, and which characters nobody will
 * see. */
static void
show_notes (SsmExportDialog *self, const SsmExportPlan *plan, const SsmPage *page)
{
  const char * const *fonts = page != NULL ? ssm_page_font_notes (page) : NULL;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autofree char *versions
    = versions_note (plan, ssm_document_get_map (self->document));
  g_auto (GStrv) notes = NULL;
  g_autofree char *words = NULL;

  if (versions != NULL)
    g_strv_builder_add (builder, versions);
  for (guint i = 0; fonts != NULL && fonts[i] != NULL; i++)
    g_strv_builder_add (builder, fonts[i]);
  notes = g_strv_builder_end (builder);
  words = g_strjoinv ("\n", notes);
  gtk_label_set_text (self->notes, words);
  gtk_widget_set_visible (self->notes_row, *words != '\0');
}

/* The page as it comes out, or the words. */
static void
show_preview (SsmExportDialog *self, const SsmExportPlan *plan, SsmPage *page,
              const char *summary)
{
  g_autofree char *words = NULL;

  if (page != NULL)
    {
      ssm_page_view_set_page (self->preview, page, summary);
      gtk_stack_set_visible_child_name (self->previews, "page");
      return;
    }
  words = ssm_export_plan_words (plan, ssm_document_get_map (self->document));
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->words), words, -1);
  gtk_stack_set_visible_child_name (self->previews, "words");
}

static void
refresh_cb (SsmExportDialog *self)
{
  SsmExportPlan plan;
  g_autofree char *source = NULL;
  g_autoptr (SsmPage) page = NULL;
  g_autofree char *summary = NULL;
  g_autofree char *beside = NULL;
  g_autofree char *shown = NULL;
  SsmMap *map;

  if (self->document == NULL || self->filling)
    return;
  map = ssm_document_get_map (self->document);
  get_plan (self, &plan);
  source = source_name (self);
  shown = ssm_quote (source, -1);
  if (ssm_format_is_picture (plan.format))
    page = ssm_export_plan_page (&plan, map, shown);
  summary = ssm_export_plan_describe (&plan, map, page);
  beside = g_strdup_printf (_ ("The map itself is saved next to it as “%s”."), shown);
  gtk_label_set_text (self->summary, summary);
  gtk_label_set_text (self->beside, beside);
  gtk_widget_set_visible (GTK_WIDGET (self->beside),
                          ssm_document_get_file (self->document) == NULL);
  show_rows (self, &plan);
  show_preview (self, &plan, page, summary);
  show_problem (self, &plan, page != NULL ? ssm_page_fit (page) : NULL);
  show_notes (self, &plan, page);
}

static void
purpose_chosen_cb (SsmExportDialog *self)
{
  SsmPurpose purpose = adw_combo_row_get_selected (self->purpose);

  if (self->filling)
    return;
  self->filling = TRUE;
  adw_combo_row_set_selected (self->format, (guint) ssm_export_plan_usual_format (purpose));
  self->filling = FALSE;
  refresh_cb (self);
}

static void
show_stage_cb (SsmExportDialog *self)
{
  SsmExportPlan plan;
  g_autoptr (SsmPage) page = NULL;
  SsmMap *map = ssm_document_get_map (self->document);
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  int stage;

  get_plan (self, &plan);
  page = ssm_export_plan_page (&plan, map, NULL);
  stage = ssm_page_fit (page)->stage;
  if (stage >= 0 && parent != NULL)
    gtk_widget_activate_action (GTK_WIDGET (parent), "win.go-to", "s",
                                ssm_part_id (ssm_map_stage (map, (guint) stage)));
  gtk_window_close (GTK_WINDOW (self));
}

static void
set_running (SsmExportDialog *self, gboolean running)
{
  g_clear_object (&self->running);
  if (running)
    self->running = g_cancellable_new ();
  gtk_spinner_set_spinning (self->spinner, running);
  gtk_widget_set_sensitive (self->options, !running);
  gtk_widget_set_sensitive (self->export_button, !running);
}

static void
say_failure (SsmExportDialog *self, const GError *error)
{
  g_autofree char *shown = ssm_file_choice_name (self->target);
  g_autofree char *heading = g_strdup_printf (_ ("Could not export “%s”"), shown);
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), heading, error->message);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
exported_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SsmExportDialog) self = data;
  g_autoptr (GError) error = NULL;
  gboolean done = ssm_export_job_finish (result, &error);

  g_application_release (g_application_get_default ());
  if (self->document == NULL)
    return; /* closed meanwhile */
  set_running (self, FALSE);
  if (!done)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        say_failure (self, error);
      gtk_widget_grab_focus (self->export_button);
      return;
    }
  g_signal_emit (self, signals[EXPORTED], 0, self->target);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
start_export (SsmExportDialog *self)
{
  SsmExportPlan plan;
  g_autofree char *source = source_name (self);

  get_plan (self, &plan);
  ssm_export_plan_remember (&plan, ssm_document_get_map (self->document));
  set_running (self, TRUE);
  g_application_hold (g_application_get_default ());
  ssm_export_job_async (ssm_document_get_map (self->document), &plan, source, self->target,
                        self->running, exported_cb, g_object_ref (self));
}

static void
replace_answered_cb (AdwMessageDialog *dialog, const char *response, gpointer data)
{
  g_autoptr (SsmExportDialog) self = data;

  if (g_str_equal (response, "replace") && self->document != NULL)
    start_export (self);
}

static void
chosen_cb (GtkNativeDialog *dialog, int response, gpointer data)
{
  g_autoptr (SsmExportDialog) self = data;
  g_autoptr (GFile) chosen = NULL;
  SsmExportPlan plan;

  if (response == GTK_RESPONSE_ACCEPT && self->document != NULL)
    {
      get_plan (self, &plan);
      chosen = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
      g_clear_object (&self->target);
      self->target = ssm_file_choice_with_ending (chosen,
                                                  ssm_format_ending (plan.format));
      if (g_file_equal (chosen, self->target) || !g_file_query_exists (self->target, NULL))
        start_export (self);
      else
        g_signal_connect (
            ssm_file_choice_ask_to_replace (GTK_WINDOW (self), self->target), "response",
            G_CALLBACK (replace_answered_cb), g_object_ref (self));
    }
  g_object_unref (dialog);
}

static void
export_clicked_cb (SsmExportDialog *self)
{
  SsmExportPlan plan;
  g_autofree char *name = NULL;
  g_autoptr (GFile) folder = ssm_file_choice_folder (self->document);
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (
      _ ("Export"), GTK_WINDOW (self), GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Export"),
      _ ("_Cancel"));

  get_plan (self, &plan);
  name = ssm_file_choice_from_title (gtk_editable_get_text (self->name),
                                  ssm_format_ending (plan.format));
  gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (dialog), folder, NULL);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect (dialog, "response", G_CALLBACK (chosen_cb), g_object_ref (self));
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

/* At once: the button that Enter presses by default would first look pressed for a while, in
 * which whoever types on would still write into the name. */
static void
name_activated_cb (SsmExportDialog *self)
{
  if (gtk_widget_is_sensitive (self->export_button))
    export_clicked_cb (self);
}

static void
ssm_export_dialog_dispose (GObject *object)
{
  SsmExportDialog *self = SSM_EXPORT_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), SSM_TYPE_EXPORT_DIALOG);
  g_clear_object (&self->document);
  g_clear_object (&self->target);
  g_clear_object (&self->running);
  G_OBJECT_CLASS (ssm_export_dialog_parent_class)->dispose (object);
}

/* While the page is written the dialog stays; what would close it, stops that instead. */
static gboolean
ssm_export_dialog_close_request (GtkWindow *window)
{
  SsmExportDialog *self = SSM_EXPORT_DIALOG (window);

  if (self->running != NULL)
    {
      g_cancellable_cancel (self->running);
      return TRUE;
    }

  return GTK_WINDOW_CLASS (ssm_export_dialog_parent_class)->close_request (window);
}

static void
ssm_export_dialog_class_init (SsmExportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ssm_export_dialog_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = ssm_export_dialog_close_request;
  signals[EXPORTED] = g_signal_new ("exported", SSM_TYPE_EXPORT_DIALOG, G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_FILE);
  g_type_ensure (SSM_TYPE_COLUMNS);
  g_type_ensure (SSM_TYPE_COMBO_ROW);
  g_type_ensure (SSM_TYPE_PAGE_VIEW);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/salesmap/SalesSystemMap/ui/ssm-export-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SsmExportDialog, options);
  gtk_widget_class_bind_template_child (widget_class, SsmExportDialog, export_button);
  gtk_widget_class_bind_template_child (widget_class, SsmExportDialog, spinner);
  gtk_widget_class_bind_template_child (widget_class, SsmExportDialog, previews);
  gtk_widget_class_bind_template_child (widget_class, SsmExportDialog, preview);
  gtk_widget_class_bind_template_child (widget_class, SsmExportDialog, words);
  gtk_widget_class_bind_template_child (widget_class, SsmExportDialog, purpose);
  gtk_widget_class_bind_template_child (widget_class, SsmExportDialog, format);
  gtk_widget_class_bind_template_child (widget_class, SsmExportDialog, paper);
  gtk_widget_class_bind_template_child (widget_class, SsmExportDialog, poster);
  gtk_widget_class_bind_template_child (widget_class, SsmExportDialog, size);
  gtk_widget_class_bind_template_child (widget_class, SsmExportDialog, width);
  gtk_widget_class_bind_template_child (widget_class, SsmExportDialog, height);
  gtk_widget_class_bind_template_child (widget_class, SsmExportDialog, orientation);
  gtk_widget_class_bind_template_child (widget_class, SsmExportDialog, colours);
  gtk_widget_class_bind_template_child (widget_class, SsmExportDialog, shrink_row);
  gtk_widget_class_bind_template_child (widget_class, SsmExportDialog, shrink);
  gtk_widget_class_bind_template_child (widget_class, SsmExportDialog, name);
  gtk_widget_class_bind_template_child (widget_class, SsmExportDialog, summary);
  gtk_widget_class_bind_template_child (widget_class, SsmExportDialog, problem_row);
  gtk_widget_class_bind_template_child (widget_class, SsmExportDialog, problem);
  gtk_widget_class_bind_template_child (widget_class, SsmExportDialog, notes_row);
  gtk_widget_class_bind_template_child (widget_class, SsmExportDialog, notes);
  gtk_widget_class_bind_template_child (widget_class, SsmExportDialog, beside);
  gtk_widget_class_bind_template_callback (widget_class, refresh_cb);
  gtk_widget_class_bind_template_callback (widget_class, purpose_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_stage_cb);
  gtk_widget_class_bind_template_callback (widget_class, export_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, name_activated_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
ssm_export_dialog_init (SsmExportDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWindow *
ssm_export_dialog_new (GtkWindow *parent, SsmDocument *document)
{
  SsmExportDialog *self = g_object_new (SSM_TYPE_EXPORT_DIALOG, "transient-for", parent, NULL);
  SsmExportPlan plan;

  ssm_export_plan_restore (&plan, ssm_document_get_map (document));
  show_plan (self, &plan);
  gtk_editable_set_text (self->name, ssm_document_get_title (document));
  self->document = g_object_ref (document);
  refresh_cb (self);
  gtk_window_set_focus (GTK_WINDOW (self), self->export_button);

  return GTK_WINDOW (self);
}
