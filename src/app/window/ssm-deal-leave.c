/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-deal-leave.h"

#include <glib/gi18n-lib.h>

#include "ssm-deal-page.h"
#include "ssm-deal-text.h"
#include "ssm-export.h"
#include "ssm-file-choice.h"
#include "ssm-file-toast.h"
#include "ssm-file.h"
#include "ssm-format.h"
#include "ssm-page-print.h"
#include "ssm-print-flow.h"
#include "ssm-purpose.h"
#include "ssm-resources.h"

/* What is not said is a PDF. */
#define ENDING ".pdf"

static SsmDealBoard *
get_board (SsmWindow *window)
{
  return ssm_deals_view_get_board (ssm_editor_get_deals (ssm_window_get_editor (window)));
}

/* (transfer full): the page of the chosen deal, or NULL. */
static SsmPage *
make_page (SsmWindow *window)
{
  SsmDealBoard *board = get_board (window);
  const SsmDiagnosis *diagnosis = ssm_deal_board_get_diagnosis (board);

  if (diagnosis == NULL)
    return NULL;
  return ssm_deal_page_new (diagnosis, ssm_deal_board_get_deal (board),
                            ssm_deal_board_get_today (board), NULL);
}

/* (transfer full): what the page is called. */
static char *
name_page (SsmWindow *window)
{
  const SsmPart *deal = ssm_deal_board_get_deal (get_board (window));

  /* Translators: the name of a file, without its ending; %s is a deal */
  return g_strdup_printf (_ ("%s – diagnosis"), ssm_part_text (deal, SSM_DEAL_NAME));
}

typedef struct
{
  SsmWindow *window;
  SsmPage *page;
  char *title;
  char *language;
  GFile *file; /* where it goes, once it is known */
  GBytes *bytes;
} Leaving;

static void
leaving_free (Leaving *leaving)
{
  g_object_unref (leaving->window);
  ssm_page_unref (leaving->page);
  g_free (leaving->title);
  g_free (leaving->language);
  g_clear_object (&leaving->file);
  g_clear_pointer (&leaving->bytes, g_bytes_unref);
  g_free (leaving);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Leaving, leaving_free)

/* Texts were measured in this thread and are drawn in it. */
static GBytes *
draw (Leaving *leaving, GError **error)
{
  g_autofree char *path = g_file_get_path (leaving->file);
  SsmExportInfo info = { .title = leaving->title, .language = leaving->language };
  double width, height;

  switch (ssm_format_of_path (path))
    {
    case SSM_FORMAT_PNG:
      ssm_page_get_size (leaving->page, &width, &height);
      return ssm_export_png (leaving->page, &info,
                             ssm_purpose_dpi (SSM_PURPOSE_PAPER, width, height), error);
    case SSM_FORMAT_SVG:
      return ssm_export_svg (leaving->page, &info, error);
    default:
      return ssm_export_pdf (leaving->page, &info, error);
    }
}

static void
write_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Leaving *leaving = data;
  g_autofree char *path = g_file_get_path (leaving->file);
  GError *error = NULL;

  if (ssm_file_save (path, leaving->bytes, NULL, SSM_FILE_SAVE_DEFAULT, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Leaving *leaving = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autofree char *name = ssm_file_choice_name (leaving->file);
  g_autofree char *words = g_strdup_printf (_ ("Exported “%s”."), name);
  GtkWidget *dialog;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    {
      ssm_file_toast (leaving->window, words, leaving->file);
      return;
    }
  dialog = adw_message_dialog_new (GTK_WINDOW (leaving->window), _ ("Could not export"),
                                   error->message);
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

/* Takes @leaving. */
static void
write_page (Leaving *leaving)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, written_cb, NULL);
  GError *error = NULL;

  g_task_set_task_data (task, leaving, (GDestroyNotify) leaving_free);
  leaving->bytes = draw (leaving, &error);
  if (leaving->bytes != NULL)
    g_task_run_in_thread (task, write_in_thread);
  else
    g_task_return_error (task, error);
}

static void
replace_cb (AdwMessageDialog *dialog, const char *response, gpointer data)
{
  g_autoptr (Leaving) leaving = data;

  if (g_str_equal (response, "replace"))
    write_page (g_steal_pointer (&leaving));
}

static void
chosen_cb (GtkNativeDialog *dialog, int response, gpointer data)
{
  g_autoptr (Leaving) leaving = data;
  g_autoptr (GFile) chosen = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  g_autofree char *path = chosen != NULL ? g_file_get_path (chosen) : NULL;

  gtk_native_dialog_hide (dialog);
  g_object_unref (dialog);
  if (response != GTK_RESPONSE_ACCEPT || path == NULL)
    return;
  leaving->file = ssm_format_is_picture (ssm_format_of_path (path))
                    ? g_object_ref (chosen)
                    : ssm_file_choice_with_ending (chosen, ENDING);
  if (g_file_equal (chosen, leaving->file) || !g_file_query_exists (leaving->file, NULL))
    {
      write_page (g_steal_pointer (&leaving));
      return;
    }
  g_signal_connect (
      ssm_file_choice_ask_to_replace (GTK_WINDOW (leaving->window), leaving->file), "response",
      G_CALLBACK (replace_cb), leaving);
  leaving = NULL;
}

static GtkFileFilter *
filter_new (void)
{
  GtkFileFilter *filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _ ("PDF, PNG or SVG"));
  gtk_file_filter_add_suffix (filter, "pdf");
  gtk_file_filter_add_suffix (filter, "png");
  gtk_file_filter_add_suffix (filter, "svg");
  return filter;
}

void
ssm_deal_leave_export (SsmWindow *window)
{
  SsmDocument *document = ssm_window_get_document (window);
  SsmPage *page = make_page (window);
  GtkFileChooserNative *dialog;
  g_autoptr (GFile) folder = ssm_file_choice_folder (document);
  g_autoptr (GtkFileFilter) filter = filter_new ();
  g_autofree char *name = NULL;
  Leaving *leaving;

  if (page == NULL)
    return;
  leaving = g_new0 (Leaving, 1);
  leaving->window = g_object_ref (window);
  leaving->page = page;
  leaving->title = name_page (window);
  leaving->language = g_strdup (ssm_map_language (ssm_document_get_map (document)));
  name = ssm_file_choice_from_title (leaving->title, ENDING);
  dialog = gtk_file_chooser_native_new (_ ("Export the Diagnosis"), GTK_WINDOW (window),
                                        GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Export"),
                                        _ ("_Cancel"));
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), filter);
  gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (dialog), folder, NULL);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect (dialog, "response", G_CALLBACK (chosen_cb), leaving);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

void
ssm_deal_leave_print (SsmWindow *window)
{
  g_autoptr (SsmPage) page = make_page (window);
  g_autoptr (GtkPrintOperation) operation = NULL;
  g_autofree char *name = NULL;

  if (page == NULL)
    return;
  name = name_page (window);
  operation = GTK_PRINT_OPERATION (ssm_page_print_new (page, name));
  ssm_print_flow_start (window, operation, name);
}

void
ssm_deal_leave_copy (SsmWindow *window)
{
  SsmDealBoard *board = get_board (window);
  const SsmDiagnosis *diagnosis = ssm_deal_board_get_diagnosis (board);
  SsmMap *map = ssm_document_get_map (ssm_window_get_document (window));
  g_autofree char *text = NULL;

  if (diagnosis == NULL)
    return;
  text = ssm_deal_to_text (diagnosis, ssm_deal_board_get_deal (board),
                           ssm_deal_board_get_today (board),
                           ssm_resources_words (ssm_map_language (map)));
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (window)), text);
  ssm_window_toast (window, _ ("Diagnosis copied as text."), NULL, NULL);
}
