/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-import-columns.h"

#include <glib/gi18n-lib.h>

#include "ssm-combo-row.h"

/* Values of a column that are shown, and characters of all of them. */
#define N_SHOWN 3
#define MAX_SHOWN 60

/* What most people look for, in its order. */
static const SsmColumn columns[] = { SSM_COLUMN_NAME,    SSM_COLUMN_STAGE,   SSM_COLUMN_CRM,
                                     SSM_COLUMN_ACCOUNT, SSM_COLUMN_OWNER,   SSM_COLUMN_AMOUNT,
                                     SSM_COLUMN_CURRENCY, SSM_COLUMN_CREATED,
                                     SSM_COLUMN_SINCE,   SSM_COLUMN_CLOSE,   SSM_COLUMN_CLOSED,
                                     SSM_COLUMN_RESULT,  SSM_COLUMN_REASON };

struct _SsmImportColumns
{
  AdwBin parent_instance;

  AdwPreferencesGroup *group;
  AdwComboRow *rows[G_N_ELEMENTS (columns)];
  GStrv headers; /* that the rows offer */
  gboolean setting;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SsmImportColumns, ssm_import_columns, ADW_TYPE_BIN)

/* The first choice is that no header names it. */
static void
selected_cb (SsmImportColumns *self, GParamSpec *pspec, AdwComboRow *row)
{
  for (guint i = 0; i < G_N_ELEMENTS (columns) && !self->setting; i++)
    if (self->rows[i] == row)
      {
        g_signal_emit (self, signals[CHANGED], 0, columns[i],
                       (int) adw_combo_row_get_selected (row) - 1);
        return;
      }
}

static void
ssm_import_columns_finalize (GObject *object)
{
  g_strfreev (SSM_IMPORT_COLUMNS (object)->headers);
  G_OBJECT_CLASS (ssm_import_columns_parent_class)->finalize (object);
}

static void
ssm_import_columns_class_init (SsmImportColumnsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ssm_import_columns_finalize;
  signals[CHANGED] = g_signal_new ("changed", SSM_TYPE_IMPORT_COLUMNS, G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_INT);
}

static void
ssm_import_columns_init (SsmImportColumns *self)
{
  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_group_set_title (self->group, _("Columns"));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->group));
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      self->rows[i] = g_object_new (SSM_TYPE_COMBO_ROW, NULL);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->rows[i]),
                                     ssm_column_title (columns[i]));
      adw_preferences_group_add (self->group, GTK_WIDGET (self->rows[i]));
      g_signal_connect_swapped (self->rows[i], "notify::selected", G_CALLBACK (selected_cb),
                                self);
    }
}

/* Models only for other headers: a row whose model changes closes its list. */
static void
offer_headers (SsmImportColumns *self, const SsmTableMapping *mapping)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) headers = NULL;
  g_autoptr (GtkStringList) names = NULL;

  g_strv_builder_add (builder, _("In no column"));
  for (guint i = 0; i < ssm_table_mapping_n_headers (mapping); i++)
    g_strv_builder_add (builder, ssm_table_mapping_header (mapping, i));
  headers = g_strv_builder_end (builder);
  if (self->headers != NULL
      && g_strv_equal ((const char * const *) headers, (const char * const *) self->headers))
    return;
  names = gtk_string_list_new ((const char * const *) headers);
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    adw_combo_row_set_model (self->rows[i], G_LIST_MODEL (names));
  g_strfreev (self->headers);
  self->headers = g_steal_pointer (&headers);
}

/* (transfer full): "Wayne336 - Expansion · Hooli686 - Renewal", as markup. */
static char *
describe (GPtrArray *samples, int header)
{
  g_autoptr (GString) words = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; header >= 0 && i < samples->len && n < N_SHOWN; i++)
    {
      GStrv cells = samples->pdata[i];

      if ((guint) header >= g_strv_length (cells) || *cells[header] == '\0')
        continue;
      g_string_append_printf (words, "%s%s", n > 0 ? " · " : "", cells[header]);
      n++;
    }
  if (g_utf8_strlen (words->str, -1) > MAX_SHOWN)
    g_string_truncate (words,
                       (gsize) (g_utf8_offset_to_pointer (words->str, MAX_SHOWN) - words->str));
  return g_markup_escape_text (words->str, -1);
}

void
ssm_import_columns_show (SsmImportColumns *self, const SsmTableMapping *mapping,
                         GPtrArray *samples)
{
  g_return_if_fail (SSM_IS_IMPORT_COLUMNS (self));

  self->setting = TRUE;
  offer_headers (self, mapping);
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      int header = ssm_table_mapping_column (mapping, columns[i]);
      g_autofree char *words = describe (samples, header);

      adw_combo_row_set_selected (self->rows[i], (guint) (header + 1));
      adw_action_row_set_subtitle (ADW_ACTION_ROW (self->rows[i]), words);
    }
  self->setting = FALSE;
}
