/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-choice-row.h"

#include "ssm-field.h"

struct _SsmChoiceRow
{
  SsmComboRow parent_instance;

  SsmDocument *document;
  SsmField field;
  char *id;
  char **values;
  char **labels;
  char *unknown;  /* a value of the map that is none of these, offered behind them */
  gboolean showing;
};

G_DEFINE_FINAL_TYPE (SsmChoiceRow, ssm_choice_row, SSM_TYPE_COMBO_ROW)

static int
find_value (SsmChoiceRow *self, const char *value)
{
  for (int i = 0; self->values[i] != NULL; i++)
    {
      if (g_ascii_strcasecmp (self->values[i], value) == 0)
        return i;
    }

  return *value == '\0' ? 0 : -1;
}

static void
chosen_cb (SsmChoiceRow *self)
{
  guint selected = adw_combo_row_get_selected (ADW_COMBO_ROW (self));
  const char *now;

  if (self->showing || self->id == NULL || selected >= g_strv_length (self->values))
    return;

  now = ssm_field_text (ssm_document_get_map (self->document), self->id, self->field);
  if (find_value (self, now) != (int) selected)
    ssm_field_apply (self->document, self->id, self->field, self->values[selected], NULL);
}

static void
fill (SsmChoiceRow *self)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new ((const char * const *) self->labels);

  if (self->unknown != NULL)
    gtk_string_list_append (list, self->unknown);
  adw_combo_row_set_model (ADW_COMBO_ROW (self), G_LIST_MODEL (list));
}

static void
ssm_choice_row_dispose (GObject *object)
{
  SsmChoiceRow *self = SSM_CHOICE_ROW (object);

  self->showing = TRUE;
  g_clear_object (&self->document);
  G_OBJECT_CLASS (ssm_choice_row_parent_class)->dispose (object);
}

static void
ssm_choice_row_finalize (GObject *object)
{
  SsmChoiceRow *self = SSM_CHOICE_ROW (object);

  g_strfreev (self->values);
  g_strfreev (self->labels);
  g_free (self->unknown);
  g_free (self->id);
  G_OBJECT_CLASS (ssm_choice_row_parent_class)->finalize (object);
}

static void
ssm_choice_row_class_init (SsmChoiceRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ssm_choice_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = ssm_choice_row_finalize;
}

static void
ssm_choice_row_init (SsmChoiceRow *self)
{
  /* Not without a limit: GTK 4.8 then measures words whose letters join, as in Arabic, too
   * narrow, and says so at every start. */
  adw_action_row_set_title_lines (ADW_ACTION_ROW (self), 2);
  g_signal_connect (self, "notify::selected", G_CALLBACK (chosen_cb), NULL);
}

void
ssm_choice_row_follow (SsmChoiceRow *self, SsmDocument *document, SsmField field)
{
  g_return_if_fail (SSM_IS_CHOICE_ROW (self) && self->document == NULL);

  self->document = g_object_ref (document);
  self->field = field;
}

void
ssm_choice_row_offer (SsmChoiceRow *self, const char * const *values,
                      const char * const *labels)
{
  g_return_if_fail (SSM_IS_CHOICE_ROW (self));

  if (self->values != NULL && g_strv_equal ((const char * const *) self->values, values)
      && g_strv_equal ((const char * const *) self->labels, labels))
    return;

  g_strfreev (self->values);
  g_strfreev (self->labels);
  self->values = g_strdupv ((char **) values);
  self->labels = g_strdupv ((char **) labels);
  self->showing = TRUE;
  fill (self);
  self->showing = FALSE;
}

void
ssm_choice_row_show (SsmChoiceRow *self, const char *id)
{
  const char *value;
  int index;

  g_return_if_fail (SSM_IS_CHOICE_ROW (self) && self->values != NULL);

  if (g_strcmp0 (self->id, id) != 0)
    {
      g_free (self->id);
      self->id = g_strdup (id);
    }
  value = ssm_field_text (ssm_document_get_map (self->document), id, self->field);
  index = find_value (self, value);
  self->showing = TRUE;
  if (g_strcmp0 (self->unknown, index < 0 ? value : NULL) != 0)
    {
      g_free (self->unknown);
      self->unknown = index < 0 ? g_strdup (value) : NULL;
      fill (self);
    }
  if (index < 0)
    index = (int) g_strv_length (self->values);
  adw_combo_row_set_selected (ADW_COMBO_ROW (self), (guint) index);
  self->showing = FALSE;
}
