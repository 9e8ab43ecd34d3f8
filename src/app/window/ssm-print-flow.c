/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-print-flow.h"

#include <glib/gi18n-lib.h>

#include "ssm-file-choice.h"
#include "ssm-file-toast.h"
#include "ssm-print.h"
#include "ssm-state.h"

#define STATE "print.ini"
#define PAGE "page"

/* A number in the state file that may have been damaged. */
static guint
read_number (GKeyFile *file, const char *key, guint least, guint most, guint fallback)
{
  int number = g_key_file_get_integer (file, PAGE, key, NULL);

  return number >= (int) least && number <= (int) most ? (guint) number : fallback;
}

static void
read_plan (GKeyFile *file, SsmPrintPlan *plan)
{
  plan->kind = read_number (file, "kind", 0, SSM_N_PRINTS - 1, SSM_PRINT_MAP);
  plan->theme = read_number (file, "theme", 0, SSM_THEME_OUTLINE, SSM_THEME_COLOUR);
  plan->columns = read_number (file, "columns", 1, SSM_POSTER_MAX, 2);
  plan->rows = read_number (file, "rows", 1, SSM_POSTER_MAX, 2);
}

static void
store_plan (GtkPrintOperation *operation)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  const SsmPrintPlan *plan = ssm_print_get_plan (SSM_PRINT (operation));

  g_key_file_set_integer (file, PAGE, "kind", (int) plan->kind);
  g_key_file_set_integer (file, PAGE, "theme", (int) plan->theme);
  g_key_file_set_integer (file, PAGE, "columns", (int) plan->columns);
  g_key_file_set_integer (file, PAGE, "rows", (int) plan->rows);
  ssm_state_store (file, STATE);
}

/* The file is called after the map, and not as an export of it is: what is printed carries
 * no map and must not take its place. The printer of the last time is not asked for: with
 * one in the settings, the dialog of GTK 4.8 complains when it is cancelled. */
static void
name_file (GtkPrintOperation *operation, const char *name)
{
  g_autoptr (GtkPrintSettings) settings = gtk_print_settings_new ();
  /* Translators: the name of a PDF that is printed, without its ending; %s is the map */
  g_autofree char *title = g_strdup_printf (_ ("%s (print)"), name);
  g_autofree char *base = ssm_file_choice_from_title (title, "");

  gtk_print_settings_set (settings, GTK_PRINT_SETTINGS_OUTPUT_BASENAME, base);
  gtk_print_operation_set_print_settings (operation, settings);
}

static void
say_success (SsmWindow *window, GtkPrintOperation *operation)
{
  GtkPrintSettings *settings = gtk_print_operation_get_print_settings (operation);
  const char *uri = gtk_print_settings_get (settings, GTK_PRINT_SETTINGS_OUTPUT_URI);
  const char *printer = gtk_print_settings_get_printer (settings);
  g_autofree char *words = NULL;

  if (uri != NULL)
    {
      g_autoptr (GFile) file = g_file_new_for_uri (uri);

      g_autofree char *name = ssm_file_choice_name (file);

      words = g_strdup_printf (_ ("Printed to “%s”."), name);
      ssm_file_toast (window, words, file);
      return;
    }
  words = printer != NULL ? g_strdup_printf (_ ("Sent to %s."), printer)
                          : g_strdup (_ ("Sent to the printer."));
  ssm_window_toast (window, words, NULL, NULL);
}

static void
say_failure (SsmWindow *window, const GError *error)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (window), _ ("Could not print"),
                                              error->message);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
done_cb (SsmWindow *window, GtkPrintOperationResult result, GtkPrintOperation *operation)
{
  g_autoptr (GError) error = NULL;

  if (!gtk_widget_get_mapped (GTK_WIDGET (window)))
    return; /* closed meanwhile */
  if (result == GTK_PRINT_OPERATION_RESULT_APPLY)
    {
      if (SSM_IS_PRINT (operation))
        store_plan (operation);
      say_success (window, operation);
    }
  else if (result == GTK_PRINT_OPERATION_RESULT_ERROR)
    {
      gtk_print_operation_get_error (operation, &error);
      say_failure (window, error);
    }
}

void
ssm_print_flow_start (SsmWindow *window, GtkPrintOperation *operation, const char *name)
{
  name_file (operation, name);
  gtk_print_operation_set_allow_async (operation, TRUE);
  g_signal_connect_object (operation, "done", G_CALLBACK (done_cb), window, G_CONNECT_SWAPPED);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG,
                           GTK_WINDOW (window), NULL);
}

void
ssm_print_flow_run (SsmWindow *window)
{
  SsmDocument *document = ssm_window_get_document (window);
  g_autoptr (GKeyFile) file = ssm_state_load (STATE);
  const char *name = ssm_document_get_title (document);
  g_autoptr (GtkPrintOperation) operation = NULL;
  SsmPrintPlan plan;

  read_plan (file, &plan);
  operation = GTK_PRINT_OPERATION (ssm_print_new (ssm_document_get_map (document), &plan, name));
  ssm_print_flow_start (window, operation, name);
}
