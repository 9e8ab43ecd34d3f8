/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-import-stages.h"

#include <glib/gi18n-lib.h>

/* Words that are asked for; more are no stages of a pipeline. */
#define MAX_WORDS 40

struct _SsmImportStages
{
  AdwBin parent_instance;

  AdwPreferencesGroup *group;
  GPtrArray *words; /* that were asked for, answered or not */
  GPtrArray *rows;  /* owned by the group */
  GStrv ids;        /* what can be chosen; the first is nothing */
  gboolean setting;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SsmImportStages, ssm_import_stages, ADW_TYPE_BIN)

static void
selected_cb (SsmImportStages *self, GParamSpec *pspec, AdwComboRow *row)
{
  guint chosen = adw_combo_row_get_selected (row), index;

  if (self->setting || chosen == 0 || !g_ptr_array_find (self->rows, row, &index))
    return;
  g_signal_emit (self, signals[CHANGED], 0, self->words->pdata[index], self->ids[chosen]);
}

static void
ssm_import_stages_finalize (GObject *object)
{
  SsmImportStages *self = SSM_IMPORT_STAGES (object);

  g_ptr_array_unref (self->words);
  g_ptr_array_unref (self->rows);
  g_strfreev (self->ids);
  G_OBJECT_CLASS (ssm_import_stages_parent_class)->finalize (object);
}

static void
ssm_import_stages_class_init (SsmImportStagesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ssm_import_stages_finalize;
  signals[CHANGED] = g_signal_new ("changed", SSM_TYPE_IMPORT_STAGES, G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING,
                                   G_TYPE_STRING);
}

static void
ssm_import_stages_init (SsmImportStages *self)
{
  self->words = g_ptr_array_new_with_free_func (g_free);
  self->rows = g_ptr_array_new ();
  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_group_set_title (self->group, _("Stages that the map does not have"));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->group));
}

/* (transfer full): what can be chosen; their ids go to @self. */
static GtkStringList *
list_choices (SsmImportStages *self, const SsmMap *map)
{
  GtkStringList *names = gtk_string_list_new (NULL);
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  const struct
  {
    const char *id, *name;
  } ends[] = { { "won", _("Won") }, { "lost", _("Lost") }, { "none", _("No stage of this map") } };

  gtk_string_list_append (names, _("Choose…"));
  g_strv_builder_add (ids, "");
  for (guint i = 0; i < ssm_map_n_stages (map); i++)
    {
      const SsmPart *stage = ssm_map_stage (map, i);

      gtk_string_list_append (names, ssm_part_text (stage, SSM_STAGE_NAME));
      g_strv_builder_add (ids, ssm_part_id (stage));
    }
  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      gtk_string_list_append (names, ends[i].name);
      g_strv_builder_add (ids, ends[i].id);
    }
  g_strfreev (self->ids);
  self->ids = g_strv_builder_end (ids);
  return names;
}

static void
add_row (SsmImportStages *self, const SsmUnknownStage *unknown, GtkStringList *choices)
{
  GtkWidget *row = adw_combo_row_new ();
  /* Translators: a word of the table for a stage */
  g_autofree char *title = g_strdup_printf (_("“%s” is no stage here. It is:"), unknown->value);
  g_autofree char *escaped = g_markup_escape_text (title, -1);
  g_autofree char *count = g_strdup_printf (ngettext ("%u row", "%u rows", unknown->n),
                                            unknown->n);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), escaped);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), count);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (choices));
  g_signal_connect_swapped (row, "notify::selected", G_CALLBACK (selected_cb), self);
  adw_preferences_group_add (self->group, row);
  g_ptr_array_add (self->words, g_strdup (unknown->value));
  g_ptr_array_add (self->rows, row);
}

static gboolean
is_asked (SsmImportStages *self, const char *word)
{
  return g_ptr_array_find_with_equal_func (self->words, word, g_str_equal, NULL);
}

/* What was answered stays to be corrected. */
void
ssm_import_stages_show (SsmImportStages *self, const SsmImportPreview *preview)
{
  const SsmTableReport *report;

  g_return_if_fail (SSM_IS_IMPORT_STAGES (self));

  self->setting = TRUE;
  if (preview->import != NULL)
    {
      g_autoptr (GtkStringList) choices = list_choices (self, preview->map);

      report = ssm_deal_reader_report (preview->import->reader);
      for (guint i = 0; i < report->unknown_stages->len && self->words->len < MAX_WORDS; i++)
        {
          const SsmUnknownStage *unknown = report->unknown_stages->pdata[i];

          if (!is_asked (self, unknown->value))
            add_row (self, unknown, choices);
        }
    }
  gtk_widget_set_visible (GTK_WIDGET (self), self->rows->len > 0);
  self->setting = FALSE;
}
