/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-definition-row.h"

#include <glib/gi18n-lib.h>

struct _SsmDefinitionRow
{
  GtkListBoxRow parent_instance;

  char *id;
  GtkLabel *term;
  GtkWidget *pin;
};

G_DEFINE_FINAL_TYPE (SsmDefinitionRow, ssm_definition_row, GTK_TYPE_LIST_BOX_ROW)

static void
ssm_definition_row_finalize (GObject *object)
{
  g_free (SSM_DEFINITION_ROW (object)->id);
  G_OBJECT_CLASS (ssm_definition_row_parent_class)->finalize (object);
}

static void
ssm_definition_row_class_init (SsmDefinitionRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ssm_definition_row_finalize;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/salesmap/SalesSystemMap/ui/ssm-definition-row.ui");
  gtk_widget_class_bind_template_child (widget_class, SsmDefinitionRow, term);
  gtk_widget_class_bind_template_child (widget_class, SsmDefinitionRow, pin);
}

static void
ssm_definition_row_init (SsmDefinitionRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
ssm_definition_row_new (void)
{
  return g_object_new (SSM_TYPE_DEFINITION_ROW, NULL);
}

void
ssm_definition_row_show (SsmDefinitionRow *self, const SsmPart *definition)
{
  const char *term;
  gboolean pinned;

  g_return_if_fail (SSM_IS_DEFINITION_ROW (self));

  term = ssm_part_text (definition, SSM_DEFINITION_TERM);
  if (*term == '\0')
    term = _ ("New term");
  pinned = ssm_part_flag (definition, SSM_DEFINITION_ON_PAGE);
  g_free (self->id);
  self->id = g_strdup (ssm_part_id (definition));
  gtk_label_set_text (self->term, term);
  gtk_widget_set_visible (self->pin, pinned);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, term,
                                  -1);
}

const char *
ssm_definition_row_get_id (SsmDefinitionRow *self)
{
  g_return_val_if_fail (SSM_IS_DEFINITION_ROW (self), NULL);

  return self->id;
}
