/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Every correction reads the table again in a thread, so that what is shown is what will be
 * taken; the button only applies it. */

#include "ssm-import-dialog.h"

#include <glib/gi18n-lib.h>

#include "ssm-combo-row.h"
#include "ssm-deal-values.h"
#include "ssm-import-columns.h"
#include "ssm-import-job.h"
#include "ssm-import-result.h"
#include "ssm-import-stages.h"

/* Milliseconds between two looks at how far reading has come. */
#define PROGRESS_MS 100

struct _SsmImportDialog
{
  AdwWindow parent_instance;

  SsmDealBoard *board;
  char *path;
  SsmTableGiven given;
  gboolean has_given;
  SsmImportProgress *progress; /* of the job that runs, or NULL */
  SsmImportPreview *preview;   /* of the last one that ran through */
  guint timer;
  gboolean setting;

  GtkLabel *file;
  GtkWidget *cancel;
  GtkWidget *import;
  GtkStack *mode;
  AdwStatusPage *failure;
  GtkProgressBar *bar;
  AdwComboRow *separator;
  AdwComboRow *encoding;
  AdwComboRow *days;
  AdwComboRow *decimal;
  AdwEntryRow *currency;
  SsmImportColumns *columns;
  SsmImportStages *stages;
  SsmImportResult *result;
};

enum
{
  IMPORTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SsmImportDialog, ssm_import_dialog, ADW_TYPE_WINDOW)

static const char separators[] = { ',', ';', '\t', '|' };

static void read_table (SsmImportDialog *self, const SsmTableMapping *mapping);

static void
progress_free (SsmImportProgress *progress)
{
  g_object_unref (progress->cancellable);
  g_free (progress);
}

static gboolean
timer_cb (gpointer data)
{
  SsmImportDialog *self = data;

  if (self->progress != NULL)
    gtk_progress_bar_set_fraction (self->bar,
                                   g_atomic_int_get (&self->progress->percent) / 100.0);
  return G_SOURCE_CONTINUE;
}

static void
show_running (SsmImportDialog *self, gboolean running)
{
  g_clear_handle_id (&self->timer, g_source_remove);
  if (running)
    self->timer = g_timeout_add (PROGRESS_MS, timer_cb, self);
  gtk_widget_set_visible (GTK_WIDGET (self->bar), running);
  gtk_widget_set_sensitive (self->import,
                            !running && self->preview != NULL && self->preview->import != NULL);
}

static void
show_choices (SsmImportDialog *self)
{
  const SsmTableMapping *mapping = self->preview->mapping;
  char separator = ssm_table_mapping_separator (mapping);
  int since = ssm_table_mapping_column (mapping, SSM_COLUMN_CREATED);
  int amount = ssm_table_mapping_column (mapping, SSM_COLUMN_AMOUNT);

  self->setting = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (separators); i++)
    if (separators[i] == separator)
      adw_combo_row_set_selected (self->separator, i);
  adw_combo_row_set_selected (self->encoding, ssm_table_mapping_charset (mapping)->encoding);
  if (since >= 0)
    adw_combo_row_set_selected (self->days,
                                ssm_table_mapping_date_order (mapping, (guint) since));
  if (amount >= 0)
    adw_combo_row_set_selected (self->decimal,
                                ssm_table_mapping_decimal (mapping, (guint) amount));
  gtk_widget_set_visible (GTK_WIDGET (self->currency), amount >= 0);
  gtk_editable_set_text (GTK_EDITABLE (self->currency), ssm_table_mapping_currency (mapping));
  self->setting = FALSE;
}

static void
show_preview (SsmImportDialog *self)
{
  gtk_stack_set_visible_child_name (self->mode, "table");
  show_choices (self);
  ssm_import_columns_show (self->columns, self->preview->mapping, self->preview->samples);
  ssm_import_stages_show (self->stages, self->preview);
  ssm_import_result_show (self->result, self->preview);
}

static void
say_failure (SsmImportDialog *self, const GError *error)
{
  g_autofree char *escaped = g_markup_escape_text (error->message, -1);

  adw_status_page_set_description (self->failure, escaped);
  gtk_stack_set_visible_child_name (self->mode, "failure");
}

/* What unknown words for stages probably are is taken where it can be seen and changed. */
static void
propose_stages (SsmImportDialog *self)
{
  g_autoptr (SsmTableMapping) mapping
    = self->preview != NULL ? ssm_import_stages_propose (self->stages, self->preview) : NULL;

  if (mapping != NULL)
    read_table (self, mapping);
}

typedef struct
{
  SsmImportDialog *dialog;
  SsmImportProgress *progress;
} Running;

/* Only the last question counts: an earlier one was stopped. */
static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Running *running = data;
  g_autoptr (SsmImportDialog) self = running->dialog;
  g_autoptr (GError) error = NULL;
  g_autoptr (SsmImportPreview) preview = ssm_import_job_finish (result, &error);
  gboolean is_last = self->progress == running->progress;

  if (is_last)
    self->progress = NULL;
  progress_free (running->progress);
  g_free (running);
  if (!is_last || self->board == NULL)
    return;
  if (preview == NULL)
    say_failure (self, error);
  else
    {
      ssm_import_preview_free (self->preview);
      self->preview = g_steal_pointer (&preview);
      show_preview (self);
    }
  show_running (self, FALSE);
  propose_stages (self);
  if (gtk_window_get_focus (GTK_WINDOW (self)) == self->cancel)
    gtk_widget_grab_focus (self->import);
}

static void
stop (SsmImportDialog *self)
{
  if (self->progress != NULL)
    g_cancellable_cancel (self->progress->cancellable);
  self->progress = NULL;
}

/* @mapping: NULL for the first look, or where the cells themselves are others. */
static void
read_table (SsmImportDialog *self, const SsmTableMapping *mapping)
{
  Running *running = g_new0 (Running, 1);
  SsmImportQuestion question = {
    .path = self->path,
    .given = self->has_given ? &self->given : NULL,
    .mapping = mapping,
    .samples = mapping != NULL ? self->preview->samples : NULL,
    .map = ssm_document_get_map (ssm_deal_board_get_document (self->board)),
    .book = ssm_document_get_book (ssm_deal_board_get_book (self->board)),
    .today = ssm_deal_board_get_today (self->board),
  };

  stop (self);
  self->progress = g_new0 (SsmImportProgress, 1);
  self->progress->cancellable = g_cancellable_new ();
  question.progress = self->progress;
  *running = (Running) { g_object_ref (self), self->progress };
  show_running (self, TRUE);
  ssm_import_job_async (&question, read_cb, running);
}

/* Takes @mapping. */
static void
correct (SsmImportDialog *self, SsmTableMapping *mapping)
{
  g_autoptr (SsmTableMapping) taken = mapping;

  read_table (self, taken);
}

static void
form_changed_cb (SsmImportDialog *self)
{
  SsmTableCharset charset;

  if (self->setting || self->preview == NULL)
    return;
  charset = *ssm_table_mapping_charset (self->preview->mapping);
  self->has_given = TRUE;
  self->given.separator = separators[adw_combo_row_get_selected (self->separator)];
  self->given.has_encoding = adw_combo_row_get_selected (self->encoding) != charset.encoding
                             || self->given.has_encoding;
  self->given.encoding = adw_combo_row_get_selected (self->encoding);
  read_table (self, NULL);
}

static void
days_changed_cb (SsmImportDialog *self)
{
  if (!self->setting && self->preview != NULL)
    correct (self, ssm_table_mapping_with_date_order (
                     self->preview->mapping, adw_combo_row_get_selected (self->days)));
}

static void
decimal_changed_cb (SsmImportDialog *self)
{
  if (!self->setting && self->preview != NULL)
    correct (self, ssm_table_mapping_with_decimal (
                     self->preview->mapping, adw_combo_row_get_selected (self->decimal)));
}

/* What is no currency stays to be mended, and marked. */
static void
currency_applied_cb (SsmImportDialog *self)
{
  g_autofree char *text
    = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->currency))));
  const char *code = *text != '\0' ? ssm_deal_read_currency (text) : "";

  if (code == NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->currency), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->currency), "error");
  if (code != NULL && self->preview != NULL)
    correct (self, ssm_table_mapping_with_currency (self->preview->mapping, code));
}

static void
column_changed_cb (SsmImportDialog *self, int column, int header)
{
  correct (self, ssm_table_mapping_with_column (self->preview->mapping, column, header));
}

static void
stage_changed_cb (SsmImportDialog *self, const char *value, const char *is)
{
  correct (self, ssm_table_mapping_with_meaning (self->preview->mapping, SSM_COLUMN_STAGE,
                                                 value, is));
}

static void
import_cb (SsmImportDialog *self)
{
  SsmDocument *book = ssm_deal_board_get_book (self->board);
  g_autofree char *words = NULL;

  /* Somebody may have gone on answering meanwhile. */
  if (ssm_document_get_book (book) != self->preview->book)
    {
      correct (self, ssm_table_mapping_ref (self->preview->mapping));
      return;
    }
  ssm_document_end_merge (book);
  ssm_document_apply (book, ssm_part_ref (self->preview->import->book), _("Import deals"),
                      NULL);
  words = ssm_import_result_describe (self->preview);
  g_signal_emit (self, signals[IMPORTED], 0, words);
  gtk_window_close (GTK_WINDOW (self));
}

static gboolean
ssm_import_dialog_close_request (GtkWindow *window)
{
  stop (SSM_IMPORT_DIALOG (window));
  return GTK_WINDOW_CLASS (ssm_import_dialog_parent_class)->close_request (window);
}

static void
ssm_import_dialog_dispose (GObject *object)
{
  SsmImportDialog *self = SSM_IMPORT_DIALOG (object);

  stop (self);
  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_pointer (&self->preview, ssm_import_preview_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), SSM_TYPE_IMPORT_DIALOG);
  g_clear_object (&self->board);
  g_clear_pointer (&self->path, g_free);
  G_OBJECT_CLASS (ssm_import_dialog_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/salesmap/SalesSystemMap/ui/ssm-import-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SsmImportDialog, file);
  gtk_widget_class_bind_template_child (widget_class, SsmImportDialog, cancel);
  gtk_widget_class_bind_template_child (widget_class, SsmImportDialog, import);
  gtk_widget_class_bind_template_child (widget_class, SsmImportDialog, mode);
  gtk_widget_class_bind_template_child (widget_class, SsmImportDialog, failure);
  gtk_widget_class_bind_template_child (widget_class, SsmImportDialog, bar);
  gtk_widget_class_bind_template_child (widget_class, SsmImportDialog, separator);
  gtk_widget_class_bind_template_child (widget_class, SsmImportDialog, encoding);
  gtk_widget_class_bind_template_child (widget_class, SsmImportDialog, days);
  gtk_widget_class_bind_template_child (widget_class, SsmImportDialog, decimal);
  gtk_widget_class_bind_template_child (widget_class, SsmImportDialog, currency);
  gtk_widget_class_bind_template_child (widget_class, SsmImportDialog, columns);
  gtk_widget_class_bind_template_child (widget_class, SsmImportDialog, stages);
  gtk_widget_class_bind_template_child (widget_class, SsmImportDialog, result);
  gtk_widget_class_bind_template_callback (widget_class, form_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, days_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, decimal_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, currency_applied_cb);
  gtk_widget_class_bind_template_callback (widget_class, column_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stage_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, import_cb);
}

static void
ssm_import_dialog_class_init (SsmImportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ssm_import_dialog_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = ssm_import_dialog_close_request;
  signals[IMPORTED] = g_signal_new ("imported", SSM_TYPE_IMPORT_DIALOG, G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  g_type_ensure (SSM_TYPE_COMBO_ROW);
  g_type_ensure (SSM_TYPE_IMPORT_COLUMNS);
  g_type_ensure (SSM_TYPE_IMPORT_RESULT);
  g_type_ensure (SSM_TYPE_IMPORT_STAGES);
  bind_template (widget_class);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
offer_encodings (SsmImportDialog *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 0; i < SSM_N_ENCODINGS; i++)
    gtk_string_list_append (names, ssm_encoding_name (i));
  self->setting = TRUE;
  adw_combo_row_set_model (self->encoding, G_LIST_MODEL (names));
  self->setting = FALSE;
}

static void
ssm_import_dialog_init (SsmImportDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  offer_encodings (self);
}

GtkWindow *
ssm_import_dialog_new (GtkWindow *parent, SsmDealBoard *board, GFile *file)
{
  SsmImportDialog *self
    = g_object_new (SSM_TYPE_IMPORT_DIALOG, "transient-for", parent, NULL);
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *shown = g_filename_display_name (name);

  self->board = g_object_ref (board);
  self->path = g_file_get_path (file);
  gtk_label_set_text (self->file, shown);
  read_table (self, NULL);
  return GTK_WINDOW (self);
}
