/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-preferences-window.h"

#include <glib/gi18n-lib.h>

#include "ssm-combo-row.h"
#include "ssm-recovery.h"
#include "ssm-resources.h"
#include "ssm-settings.h"

#define SSM_TYPE_PREFERENCES_WINDOW (ssm_preferences_window_get_type ())
G_DECLARE_FINAL_TYPE (SsmPreferencesWindow, ssm_preferences_window, SSM, PREFERENCES_WINDOW,
                      AdwPreferencesWindow)

struct _SsmPreferencesWindow
{
  AdwPreferencesWindow parent_instance;

  char **tags; /* of the languages; the row has one more, before them */
  gboolean filling;

  AdwComboRow *style;
  AdwComboRow *paper;
  AdwComboRow *language;
  AdwActionRow *drafts;
  GtkWidget *clear;
};

G_DEFINE_FINAL_TYPE (SsmPreferencesWindow, ssm_preferences_window, ADW_TYPE_PREFERENCES_WINDOW)

/* In the order of the rows' items. */
static const char * const styles[] = { "system", "light", "dark", NULL };
static const char * const papers[] = { "A4", "Letter", NULL };

/* The action applies it and keeps it. */
static void
style_selected_cb (SsmPreferencesWindow *self)
{
  const char *style = styles[adw_combo_row_get_selected (self->style)];

  if (!self->filling)
    g_action_group_activate_action (G_ACTION_GROUP (g_application_get_default ()), "style",
                                    g_variant_new_string (style));
}

static void
paper_selected_cb (SsmPreferencesWindow *self)
{
  if (!self->filling)
    ssm_settings_set_paper (papers[adw_combo_row_get_selected (self->paper)]);
}

static void
language_selected_cb (SsmPreferencesWindow *self)
{
  guint selected = adw_combo_row_get_selected (self->language);

  if (!self->filling)
    ssm_settings_set_language (selected > 0 ? self->tags[selected - 1] : NULL);
}

static void
show_drafts (SsmPreferencesWindow *self)
{
  goffset size;
  guint n = ssm_recovery_measure (&size);
  g_autofree char *bytes = g_format_size (size);
  g_autofree char *words = NULL;

  if (n > 0)
    /* Translators: %s is a size as "12.3 kB" */
    words = g_strdup_printf (ngettext ("%u draft, %s", "%u drafts, %s", n), n, bytes);
  adw_action_row_set_subtitle (self->drafts, words != NULL ? words : _ ("None"));
  gtk_widget_set_sensitive (self->clear, n > 0);
}

static void
clear_answered_cb (SsmPreferencesWindow *self, const char *response)
{
  if (!g_str_equal (response, "remove"))
    return;
  ssm_recovery_clear ();
  show_drafts (self);
  adw_preferences_window_add_toast (ADW_PREFERENCES_WINDOW (self),
                                    adw_toast_new (_ ("Kept drafts removed.")));
}

/* Undo could not bring them back: this is a question. */
static void
clear_clicked_cb (SsmPreferencesWindow *self)
{
  guint n = ssm_recovery_measure (NULL);
  g_autofree char *heading
    = g_strdup_printf (ngettext ("Remove %u kept draft?", "Remove %u kept drafts?", n), n);
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (
      GTK_WINDOW (self), heading,
      _ ("Work in them that was never saved is gone then. Files, and maps that are open, "
         "are not touched.")));

  adw_message_dialog_add_responses (dialog, "cancel", _ ("_Cancel"), "remove", _ ("_Remove"),
                                    NULL);
  adw_message_dialog_set_response_appearance (dialog, "remove", ADW_RESPONSE_DESTRUCTIVE);
  g_signal_connect_object (dialog, "response", G_CALLBACK (clear_answered_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
select_name (AdwComboRow *row, const char * const *names, const char *name)
{
  for (guint i = 0; names[i] != NULL; i++)
    if (g_str_equal (names[i], name))
      adw_combo_row_set_selected (row, i);
}

static void
fill_languages (SsmPreferencesWindow *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  const char *chosen = ssm_settings_get_language ();

  gtk_string_list_append (names, _ ("As the Interface"));
  for (guint i = 0; self->tags[i] != NULL; i++)
    gtk_string_list_append (names, ssm_language_get_name (ssm_resources_words (self->tags[i])));
  adw_combo_row_set_model (self->language, G_LIST_MODEL (names));
  for (guint i = 0; chosen != NULL && self->tags[i] != NULL; i++)
    if (g_str_equal (self->tags[i], chosen))
      adw_combo_row_set_selected (self->language, i + 1);
}

static void
ssm_preferences_window_dispose (GObject *object)
{
  SsmPreferencesWindow *self = SSM_PREFERENCES_WINDOW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), SSM_TYPE_PREFERENCES_WINDOW);
  g_clear_pointer (&self->tags, g_strfreev);
  G_OBJECT_CLASS (ssm_preferences_window_parent_class)->dispose (object);
}

static void
ssm_preferences_window_class_init (SsmPreferencesWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ssm_preferences_window_dispose;
  g_type_ensure (SSM_TYPE_COMBO_ROW);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/salesmap/SalesSystemMap/ui/ssm-preferences-window.ui");
  gtk_widget_class_bind_template_child (widget_class, SsmPreferencesWindow, style);
  gtk_widget_class_bind_template_child (widget_class, SsmPreferencesWindow, paper);
  gtk_widget_class_bind_template_child (widget_class, SsmPreferencesWindow, language);
  gtk_widget_class_bind_template_child (widget_class, SsmPreferencesWindow, drafts);
  gtk_widget_class_bind_template_child (widget_class, SsmPreferencesWindow, clear);
  gtk_widget_class_bind_template_callback (widget_class, style_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, paper_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, language_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, clear_clicked_cb);
}

static void
ssm_preferences_window_init (SsmPreferencesWindow *self)
{
  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->tags = ssm_resources_languages ();
  select_name (self->style, styles, ssm_settings_get_style ());
  select_name (self->paper, papers, ssm_settings_get_paper ());
  fill_languages (self);
  show_drafts (self);
  self->filling = FALSE;
}

GtkWindow *
ssm_preferences_window_new (GtkWindow *parent)
{
  return g_object_new (SSM_TYPE_PREFERENCES_WINDOW, "transient-for", parent, NULL);
}
