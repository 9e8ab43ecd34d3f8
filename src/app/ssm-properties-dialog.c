/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-properties-dialog.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "ssm-map-edit.h"

#define SSM_TYPE_PROPERTIES_DIALOG (ssm_properties_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SsmPropertiesDialog, ssm_properties_dialog, SSM, PROPERTIES_DIALOG,
                      AdwWindow)

enum
{
  N_ENTRIES = 6
};

struct _SsmPropertiesDialog
{
  AdwWindow parent_instance;

  SsmDocument *document;
  gboolean refreshing;

  GtkWidget *title;
  GtkWidget *subtitle;
  GtkWidget *owner;
  GtkWidget *label;
  GtkWidget *date;
  GtkWidget *review;
  AdwComboRow *paper;
  AdwComboRow *orientation;
};

G_DEFINE_FINAL_TYPE (SsmPropertiesDialog, ssm_properties_dialog, ADW_TYPE_WINDOW)

/* In the order of the rows. */
static const SsmField entry_fields[N_ENTRIES] = { SSM_MAP_TITLE,     SSM_MAP_SUBTITLE,
                                                  SSM_EDITION_OWNER, SSM_EDITION_LABEL,
                                                  SSM_EDITION_DATE,  SSM_EDITION_REVIEW };

static const char * const papers[] = { "A4", "Letter", "A3", "A5", "Legal" };
static const char * const orientations[] = { "landscape", "portrait" };

static void
get_entries (SsmPropertiesDialog *self, GtkWidget **entries)
{
  entries[0] = self->title;
  entries[1] = self->subtitle;
  entries[2] = self->owner;
  entries[3] = self->label;
  entries[4] = self->date;
  entries[5] = self->review;
}

static void
set_text (SsmPropertiesDialog *self, SsmField field, const char *text, const char *label)
{
  SsmMap *map = ssm_document_get_map (self->document);
  g_autofree char *key = g_strdup_printf ("properties-%d", field);

  ssm_document_apply (self->document, ssm_map_with_text (map, ssm_part_id (map), field, text),
                      label, key);
}

/* What a person types on the way to a date is none yet. */
static gboolean
is_complete (SsmField field, const char *text)
{
  g_autoptr (GTimeZone) zone = NULL;
  g_autoptr (GDateTime) date = NULL;
  g_autofree char *moment = NULL;

  if (ssm_field_info (field)->type != SSM_TYPE_DATE || *text == '\0')
    return TRUE;
  moment = g_strconcat (text, "T00:00:00Z", NULL);
  zone = g_time_zone_new_utc ();
  date = g_date_time_new_from_iso8601 (moment, zone);

  return date != NULL && g_utf8_strlen (text, -1) == 10;
}

static void
entry_changed_cb (GtkEditable *entry, gpointer data)
{
  SsmPropertiesDialog *self = data;
  const char *text = gtk_editable_get_text (entry);
  GtkWidget *entries[N_ENTRIES];

  get_entries (self, entries);
  for (guint i = 0; i < N_ENTRIES && !self->refreshing; i++)
    {
      if (entries[i] != GTK_WIDGET (entry))
        continue;
      if (is_complete (entry_fields[i], text))
        {
          gtk_widget_remove_css_class (GTK_WIDGET (entry), "error");
          set_text (self, entry_fields[i], text, _ ("Change properties"));
        }
      else
        gtk_widget_add_css_class (GTK_WIDGET (entry), "error");
    }
}

static void
set_choice (SsmPropertiesDialog *self, AdwComboRow *row, SsmField field,
            const char * const *names, guint n_names)
{
  const char *now = ssm_map_text (ssm_document_get_map (self->document), field);
  guint selected = adw_combo_row_get_selected (row);

  /* What is not said is the first, and need not be said. */
  if (selected < n_names && g_ascii_strcasecmp (*now == '\0' ? names[0] : now, names[selected]))
    set_text (self, field, names[selected], _ ("Change paper"));
}

static void
paper_changed_cb (SsmPropertiesDialog *self)
{
  if (self->refreshing)
    return;
  set_choice (self, self->paper, SSM_PAGE_PAPER, papers, G_N_ELEMENTS (papers));
  set_choice (self, self->orientation, SSM_PAGE_ORIENTATION, orientations,
              G_N_ELEMENTS (orientations));
}

static void
select_name (AdwComboRow *row, const char * const *names, guint n_names, const char *name)
{
  guint found = *name == '\0' ? 0 : GTK_INVALID_LIST_POSITION;

  for (guint i = 0; i < n_names; i++)
    if (g_ascii_strcasecmp (names[i], name) == 0)
      found = i;
  adw_combo_row_set_selected (row, found);
}

/* Sets only what differs, so that the caret stays where somebody writes. */
static void
refresh (SsmPropertiesDialog *self)
{
  SsmMap *map = ssm_document_get_map (self->document);
  GtkWidget *entries[N_ENTRIES];

  self->refreshing = TRUE;
  get_entries (self, entries);
  for (guint i = 0; i < N_ENTRIES; i++)
    {
      const char *text = ssm_map_text (map, entry_fields[i]);

      if (!g_str_equal (gtk_editable_get_text (GTK_EDITABLE (entries[i])), text))
        gtk_editable_set_text (GTK_EDITABLE (entries[i]), text);
    }
  select_name (self->paper, papers, G_N_ELEMENTS (papers), ssm_map_text (map, SSM_PAGE_PAPER));
  select_name (self->orientation, orientations, G_N_ELEMENTS (orientations),
               ssm_map_text (map, SSM_PAGE_ORIENTATION));
  self->refreshing = FALSE;
}

static void
ssm_properties_dialog_dispose (GObject *object)
{
  SsmPropertiesDialog *self = SSM_PROPERTIES_DIALOG (object);

  if (self->document != NULL)
    ssm_document_end_merge (self->document);
  gtk_widget_dispose_template (GTK_WIDGET (self), SSM_TYPE_PROPERTIES_DIALOG);
  g_clear_object (&self->document);
  G_OBJECT_CLASS (ssm_properties_dialog_parent_class)->dispose (object);
}

static void
ssm_properties_dialog_class_init (SsmPropertiesDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ssm_properties_dialog_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/salesmap/SalesSystemMap/ui/ssm-properties-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SsmPropertiesDialog, title);
  gtk_widget_class_bind_template_child (widget_class, SsmPropertiesDialog, subtitle);
  gtk_widget_class_bind_template_child (widget_class, SsmPropertiesDialog, owner);
  gtk_widget_class_bind_template_child (widget_class, SsmPropertiesDialog, label);
  gtk_widget_class_bind_template_child (widget_class, SsmPropertiesDialog, date);
  gtk_widget_class_bind_template_child (widget_class, SsmPropertiesDialog, review);
  gtk_widget_class_bind_template_child (widget_class, SsmPropertiesDialog, paper);
  gtk_widget_class_bind_template_child (widget_class, SsmPropertiesDialog, orientation);
  gtk_widget_class_bind_template_callback (widget_class, entry_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, paper_changed_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
ssm_properties_dialog_init (SsmPropertiesDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWindow *
ssm_properties_dialog_new (GtkWindow *parent, SsmDocument *document)
{
  SsmPropertiesDialog *self = g_object_new (SSM_TYPE_PROPERTIES_DIALOG, "transient-for",
                                            parent, NULL);

  self->document = g_object_ref (document);
  ssm_document_end_merge (document);
  g_signal_connect_object (document, "notify::map", G_CALLBACK (refresh), self,
                           G_CONNECT_SWAPPED);
  refresh (self);

  return GTK_WINDOW (self);
}
