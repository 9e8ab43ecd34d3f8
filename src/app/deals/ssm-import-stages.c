/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-import-stages.h"

#include <glib/gi18n-lib.h>

#include "ssm-combo-row.h"
#include "ssm-stage-guess.h"

/* Words that are asked for; more are no stages of a pipeline. */
#define MAX_WORDS 40

struct _SsmImportStages
{
  AdwBin parent_instance;

  AdwPreferencesGroup *group;
  GPtrArray *words; /* that were asked for, answered or not */
  GPtrArray *rows;  /* owned by the group */
  guint n_proposed; /* words, from the first on, for which there was a proposal or none */
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
add_row (SsmImportStages *self, const char *word, const char *subtitle, GtkStringList *choices)
{
  GtkWidget *row = g_object_new (SSM_TYPE_COMBO_ROW, NULL);
  /* Translators: a word of the table for a stage */
  g_autofree char *title = g_strdup_printf (_("“%s” is no stage here. It is:"), word);
  g_autofree char *escaped = g_markup_escape_text (title, -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), escaped);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (choices));
  g_signal_connect_swapped (row, "notify::selected", G_CALLBACK (selected_cb), self);
  adw_preferences_group_add (self->group, row);
  g_ptr_array_add (self->words, g_strdup (word));
  g_ptr_array_add (self->rows, row);
}

static gboolean
may_ask (SsmImportStages *self, const char *word)
{
  return self->words->len < MAX_WORDS
         && !g_ptr_array_find_with_equal_func (self->words, word, g_str_equal, NULL);
}

/* Said of an earlier table: nothing to be proposed, but it may have been wrong. */
static void
add_remembered (SsmImportStages *self, const SsmTableMapping *mapping, GtkStringList *choices)
{
  g_auto (GStrv) words = ssm_table_mapping_explained (mapping, SSM_COLUMN_STAGE);

  for (guint i = 0; words[i] != NULL; i++)
    if (may_ask (self, words[i]))
      add_row (self, words[i], _("As it was chosen before"), choices);
  self->n_proposed = MAX (self->n_proposed, self->words->len);
}

static void
add_unknown (SsmImportStages *self, const SsmTableReport *report, GtkStringList *choices)
{
  for (guint i = 0; i < report->unknown_stages->len; i++)
    {
      const SsmUnknownStage *unknown = report->unknown_stages->pdata[i];
      g_autofree char *count
        = g_strdup_printf (ngettext ("%u row", "%u rows", unknown->n), unknown->n);

      if (may_ask (self, unknown->value))
        add_row (self, unknown->value, count, choices);
    }
}

/* What each word means now. */
static void
show_meanings (SsmImportStages *self, const SsmTableMapping *mapping)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      const char *is
        = ssm_table_mapping_meaning (mapping, SSM_COLUMN_STAGE, self->words->pdata[i]);

      for (guint k = 1; is != NULL && self->ids[k] != NULL; k++)
        if (g_str_equal (self->ids[k], is))
          adw_combo_row_set_selected (self->rows->pdata[i], k);
    }
}

/* What was answered stays to be corrected. */
void
ssm_import_stages_show (SsmImportStages *self, const SsmImportPreview *preview)
{
  g_return_if_fail (SSM_IS_IMPORT_STAGES (self));

  self->setting = TRUE;
  if (preview->import != NULL)
    {
      g_autoptr (GtkStringList) choices = list_choices (self, preview->map);

      if (self->words->len == 0)
        add_remembered (self, preview->mapping, choices);
      add_unknown (self, ssm_deal_reader_report (preview->import->reader), choices);
      show_meanings (self, preview->mapping);
    }
  gtk_widget_set_visible (GTK_WIDGET (self), self->rows->len > 0);
  self->setting = FALSE;
}

SsmTableMapping *
ssm_import_stages_propose (SsmImportStages *self, const SsmImportPreview *preview)
{
  g_autoptr (SsmTableMapping) mapping = ssm_table_mapping_ref (preview->mapping);

  g_return_val_if_fail (SSM_IS_IMPORT_STAGES (self), NULL);

  for (; self->n_proposed < self->words->len; self->n_proposed++)
    {
      const char *word = self->words->pdata[self->n_proposed];
      const char *is = ssm_stage_guess (preview->map, word);
      g_autoptr (SsmTableMapping) before = NULL;

      if (is == NULL)
        continue;
      before = g_steal_pointer (&mapping);
      mapping = ssm_table_mapping_with_meaning (before, SSM_COLUMN_STAGE, word, is);
      adw_action_row_set_subtitle (
        self->rows->pdata[self->n_proposed],
        _("Proposed because it is often called so. Change it if it is another."));
    }
  return mapping != preview->mapping ? g_steal_pointer (&mapping) : NULL;
}
