/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-import-result.h"

#include <glib/gi18n-lib.h>

/* Problems that are listed; the rest is counted. */
#define MAX_LISTED 200

struct _SsmImportResult
{
  AdwBin parent_instance;

  GtkWidget *box;
  GtkLabel *counts;
  GtkLabel *changes;
  GtkLabel *kept;
  GtkWidget *problems; /* an expander around the list */
  GtkWidget *list;
};

G_DEFINE_FINAL_TYPE (SsmImportResult, ssm_import_result, ADW_TYPE_BIN)

static void
ssm_import_result_class_init (SsmImportResultClass *klass)
{
}

static GtkLabel *
add_label (SsmImportResult *self, const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (self->box), label);
  return GTK_LABEL (label);
}

static void
ssm_import_result_init (SsmImportResult *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  adw_bin_set_child (ADW_BIN (self), self->box);
  self->counts = add_label (self, "heading");
  self->changes = add_label (self, "secondary");
  self->kept = add_label (self, "secondary");
  self->list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  self->problems = gtk_expander_new (NULL);
  gtk_expander_set_child (GTK_EXPANDER (self->problems), self->list);
  gtk_box_append (GTK_BOX (self->box), self->problems);
}

static const SsmTableReport *
get_report (const SsmImportPreview *preview)
{
  return ssm_deal_reader_report (preview->import->reader);
}

char *
ssm_import_result_describe (const SsmImportPreview *preview)
{
  const SsmTableReport *report = get_report (preview);

  /* Translators: rows of a table; %'u has the signs between thousands */
  return g_strdup_printf (ngettext ("%'u row read, %'u skipped.", "%'u rows read, %'u skipped.",
                                    report->n_rows),
                          report->n_rows, ssm_table_report_n_skipped (report));
}

/* What a person closed is not opened by a table. */
static void
show_kept (SsmImportResult *self, guint n)
{
  g_autofree char *words = g_strdup_printf (
    ngettext ("%'u deal is open in the table but closed here, and stays closed. Reopen it by "
              "its menu if the table is right.",
              "%'u deals are open in the table but closed here, and stay closed. Reopen them "
              "by their menu if the table is right.",
              n),
    n);

  gtk_label_set_text (self->kept, words);
  gtk_widget_set_visible (GTK_WIDGET (self->kept), n > 0);
}

static void
add_problem (SsmImportResult *self, const SsmTableNote *note, const SsmTableMapping *mapping)
{
  g_autofree char *message = ssm_table_note_message (note, mapping);
  /* Translators: a line of a file, and what is wrong with it */
  g_autofree char *words = note->line > 0 ? g_strdup_printf (_("Line %u: %s"), note->line,
                                                             message)
                                          : g_strdup (message);
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "small-secondary");
  gtk_box_append (GTK_BOX (self->list), label);
}

/* All of them are counted, the first listed. */
static void
show_problems (SsmImportResult *self, const SsmTableReport *report,
               const SsmTableMapping *mapping)
{
  g_autofree char *title = NULL;
  GtkWidget *child;
  guint n = 0;

  while ((child = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_box_remove (GTK_BOX (self->list), child);
  for (guint i = 0; i < SSM_N_FAULTS; i++)
    n += report->counts[i];
  for (guint i = 0; i < MIN (report->notes->len, MAX_LISTED); i++)
    add_problem (self, report->notes->pdata[i], mapping);
  title = g_strdup_printf (ngettext ("%'u problem", "%'u problems", n), n);
  gtk_expander_set_label (GTK_EXPANDER (self->problems), title);
  gtk_widget_set_visible (self->problems, n > 0);
}

void
ssm_import_result_show (SsmImportResult *self, const SsmImportPreview *preview)
{
  const SsmDealImport *import = preview->import;
  g_autofree char *counts = NULL, *changes = NULL;

  g_return_if_fail (SSM_IS_IMPORT_RESULT (self));

  gtk_widget_set_visible (self->problems, FALSE);
  show_kept (self, import != NULL ? import->n_kept_closed : 0);
  if (import == NULL)
    {
      gtk_label_set_text (self->counts, preview->problem);
      gtk_label_set_text (self->changes, "");
      return;
    }
  counts = ssm_import_result_describe (preview);
  /* Translators: what becomes of the deals of a table */
  changes = g_strdup_printf (_("%'u deals are new, %'u change, %'u stay as they are; %'u "
                               "answers come from columns."),
                             import->n_added, import->n_changed, import->n_same,
                             import->n_answers);
  gtk_label_set_text (self->counts, counts);
  gtk_label_set_text (self->changes, changes);
  show_problems (self, get_report (preview), preview->mapping);
}
