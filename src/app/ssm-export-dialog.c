/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-export-dialog.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ssm-columns.h"
#include "ssm-export-job.h"
#include "ssm-file-choice.h"
#include "ssm-file-toast.h"
#include "ssm-page-view.h"
#include "ssm-paper.h"
#include "ssm-quote.h"

#define SSM_TYPE_EXPORT_DIALOG (ssm_export_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SsmExportDialog, ssm_export_dialog, SSM, EXPORT_DIALOG, AdwWindow)

struct _SsmExportDialog
{
  AdwWindow parent_instance;

  SsmWindow *window;
  SsmDocument *document;
  GFile *target;

  GtkWidget *content;
  GtkWidget *export_button;
  SsmPageView *preview;
  AdwComboRow *format;
  AdwComboRow *paper;
  AdwComboRow *orientation;
  AdwComboRow *colours;
  AdwComboRow *pixels;
  GtkWidget *shrink_row;
  GtkSwitch *shrink;
  GtkEditable *name;
  GtkLabel *summary;
  GtkLabel *problem;
  GtkLabel *beside;
};

G_DEFINE_FINAL_TYPE (SsmExportDialog, ssm_export_dialog, ADW_TYPE_WINDOW)

/* In the order of the rows in the template; the first of each means: as the map says. */
static const char * const papers[] = { NULL, "A4", "Letter", "A3", "A5", "Legal" };
static const char * const orientations[] = { NULL, "landscape", "portrait" };
static const int widths[] = { 0, 1920, 3840 };

static void
get_plan (SsmExportDialog *self, SsmExportPlan *plan)
{
  plan->format = adw_combo_row_get_selected (self->format);
  plan->paper = papers[adw_combo_row_get_selected (self->paper)];
  plan->orientation = orientations[adw_combo_row_get_selected (self->orientation)];
  plan->theme = adw_combo_row_get_selected (self->colours);
  plan->pixels = widths[adw_combo_row_get_selected (self->pixels)];
  plan->shrink = gtk_switch_get_active (self->shrink);
}

/* (transfer full): what the source inside is called, and the map beside a first export. */
static char *
source_name (SsmExportDialog *self)
{
  GFile *file = ssm_document_get_file (self->document);

  if (file != NULL)
    return g_file_get_basename (file);

  return ssm_save_flow_file_name (gtk_editable_get_text (self->name), ".salesmap");
}

/* "PDF, A4 landscape, one page" */
static char *
describe (SsmExportDialog *self, const SsmExportPlan *plan, SsmPage *page)
{
  static const char * const kinds[SSM_N_EXPORTS] = { "PDF", "PNG", "SVG" };
  SsmMap *map = ssm_document_get_map (self->document);
  g_autofree char *paper = plan->paper != NULL ? ssm_paper_describe_page (plan->paper, page)
                                               : ssm_paper_describe (map, page);

  return g_strdup_printf (_ ("%s, %s, one page"), kinds[plan->format], paper);
}

static void
show_problem (SsmExportDialog *self, const SsmFit *fit)
{
  g_autofree char *words = ssm_fit_problem (fit);

  gtk_label_set_text (self->problem, words != NULL ? words : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), words != NULL);
  if (words != NULL)
    gtk_widget_set_visible (self->shrink_row, TRUE);
  gtk_widget_set_sensitive (self->export_button, words == NULL);
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

  if (self->document == NULL)
    return;
  get_plan (self, &plan);
  source = source_name (self);
  shown = ssm_quote (source, -1);
  page = ssm_export_plan_page (&plan, ssm_document_get_map (self->document), shown);
  summary = describe (self, &plan, page);
  beside = g_strdup_printf (_ ("The map itself is saved next to it as “%s”."), shown);
  gtk_label_set_text (self->summary, summary);
  gtk_label_set_text (self->beside, beside);
  gtk_widget_set_visible (GTK_WIDGET (self->beside),
                          ssm_document_get_file (self->document) == NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->pixels), plan.format == SSM_EXPORT_PNG);
  ssm_page_view_set_page (self->preview, page, summary);
  show_problem (self, ssm_page_fit (page));
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

/* (transfer full): a name beside the exported file that is not taken. */
static GFile *
find_place_beside (SsmExportDialog *self)
{
  g_autoptr (GFile) folder = g_file_get_parent (self->target);
  g_autofree char *name = g_file_get_basename (self->target);
  char *dot = strrchr (name, '.');
  GFile *place = NULL;

  if (dot != NULL)
    *dot = '\0';
  for (guint i = 1; place == NULL; i++)
    {
      g_autofree char *stem = i == 1 ? g_strdup (name) : g_strdup_printf ("%s %u", name, i);
      g_autofree char *full = g_strconcat (stem, ".salesmap", NULL);
      g_autoptr (GFile) candidate = g_file_get_child (folder, full);

      if (!g_file_query_exists (candidate, NULL))
        place = g_steal_pointer (&candidate);
    }

  return place;
}

static void
say_success (SsmExportDialog *self)
{
  g_autofree char *shown = ssm_file_choice_name (self->target);
  g_autofree char *words = g_strdup_printf (_ ("Exported “%s”."), shown);

  ssm_file_toast (self->window, words, self->target);
}

static void
exported_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SsmExportDialog) self = data;
  g_autoptr (GError) error = NULL;
  gboolean done = ssm_export_job_finish (result, &error);

  g_application_release (g_application_get_default ());
  if (self->window == NULL || self->document == NULL)
    return; /* closed meanwhile */
  gtk_widget_set_sensitive (self->content, TRUE);
  if (!done)
    {
      say_failure (self, error);
      return;
    }
  if (ssm_document_get_file (self->document) == NULL
      && ssm_window_get_document (self->window) == self->document)
    {
      g_autoptr (GFile) beside = find_place_beside (self);

      ssm_save_flow_save_to (ssm_window_get_save_flow (self->window), beside);
    }
  say_success (self);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
start_export (SsmExportDialog *self)
{
  SsmExportPlan plan;
  g_autofree char *source = source_name (self);

  get_plan (self, &plan);
  gtk_widget_set_sensitive (self->content, FALSE);
  g_application_hold (g_application_get_default ());
  ssm_export_job_async (ssm_document_get_map (self->document), &plan, source, self->target,
                    exported_cb, g_object_ref (self));
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
                                                  ssm_export_job_ending (plan.format));
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
  g_autoptr (GFile) folder = ssm_save_flow_folder (self->document);
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (
      _ ("Export"), GTK_WINDOW (self), GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Export"),
      _ ("_Cancel"));

  get_plan (self, &plan);
  name = ssm_save_flow_file_name (gtk_editable_get_text (self->name),
                                  ssm_export_job_ending (plan.format));
  gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (dialog), folder, NULL);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect (dialog, "response", G_CALLBACK (chosen_cb), g_object_ref (self));
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

static void
ssm_export_dialog_dispose (GObject *object)
{
  SsmExportDialog *self = SSM_EXPORT_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), SSM_TYPE_EXPORT_DIALOG);
  g_clear_weak_pointer (&self->window);
  g_clear_object (&self->document);
  g_clear_object (&self->target);
  G_OBJECT_CLASS (ssm_export_dialog_parent_class)->dispose (object);
}

/* While the page is written the dialog stays: it says how that went, and closes then. */
static gboolean
ssm_export_dialog_close_request (GtkWindow *window)
{
  if (!gtk_widget_get_sensitive (SSM_EXPORT_DIALOG (window)->content))
    return TRUE;

  return GTK_WINDOW_CLASS (ssm_export_dialog_parent_class)->close_request (window);
}

static void
ssm_export_dialog_class_init (SsmExportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ssm_export_dialog_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = ssm_export_dialog_close_request;
  g_type_ensure (SSM_TYPE_COLUMNS);
  g_type_ensure (SSM_TYPE_PAGE_VIEW);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/salesmap/SalesSystemMap/ui/ssm-export-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SsmExportDialog, content);
  gtk_widget_class_bind_template_child (widget_class, SsmExportDialog, export_button);
  gtk_widget_class_bind_template_child (widget_class, SsmExportDialog, preview);
  gtk_widget_class_bind_template_child (widget_class, SsmExportDialog, format);
  gtk_widget_class_bind_template_child (widget_class, SsmExportDialog, paper);
  gtk_widget_class_bind_template_child (widget_class, SsmExportDialog, orientation);
  gtk_widget_class_bind_template_child (widget_class, SsmExportDialog, colours);
  gtk_widget_class_bind_template_child (widget_class, SsmExportDialog, pixels);
  gtk_widget_class_bind_template_child (widget_class, SsmExportDialog, shrink_row);
  gtk_widget_class_bind_template_child (widget_class, SsmExportDialog, shrink);
  gtk_widget_class_bind_template_child (widget_class, SsmExportDialog, name);
  gtk_widget_class_bind_template_child (widget_class, SsmExportDialog, summary);
  gtk_widget_class_bind_template_child (widget_class, SsmExportDialog, problem);
  gtk_widget_class_bind_template_child (widget_class, SsmExportDialog, beside);
  gtk_widget_class_bind_template_callback (widget_class, refresh_cb);
  gtk_widget_class_bind_template_callback (widget_class, export_clicked_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
ssm_export_dialog_init (SsmExportDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWindow *
ssm_export_dialog_new (SsmWindow *window)
{
  SsmExportDialog *self = g_object_new (SSM_TYPE_EXPORT_DIALOG, "transient-for", window, NULL);
  SsmDocument *document = ssm_window_get_document (window);

  g_set_weak_pointer (&self->window, window);
  gtk_editable_set_text (self->name, ssm_document_get_title (document));
  self->document = g_object_ref (document);
  refresh_cb (self);
  gtk_window_set_focus (GTK_WINDOW (self), self->export_button);

  return GTK_WINDOW (self);
}
