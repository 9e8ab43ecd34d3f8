/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-definition-form.h"

#include <glib/gi18n-lib.h>

#include "ssm-map-edit.h"
#include "ssm-text-row.h"

struct _SsmDefinitionForm
{
  GtkWidget parent_instance;

  SsmDocument *document;
  char *id; /* of the definition shown, or NULL */
  gboolean refreshing;

  GtkWidget *content;
  SsmTextRow *term;
  SsmTextRow *text;
  GtkSwitch *pinned;
};

G_DEFINE_FINAL_TYPE (SsmDefinitionForm, ssm_definition_form, GTK_TYPE_WIDGET)

/* One undo step for as long as one text is written. */
static void
set_text (SsmDefinitionForm *self, SsmField field, const char *text, const char *label)
{
  SsmMap *map = ssm_document_get_map (self->document);
  g_autofree char *key = g_strdup_printf ("definition-%s-%d", self->id, field);

  ssm_document_apply (self->document, ssm_map_with_text (map, self->id, field, text), label,
                      key);
}

static void
term_changed_cb (SsmDefinitionForm *self)
{
  g_autofree char *term = ssm_text_row_get_text (self->term);

  set_text (self, SSM_DEFINITION_TERM, term, _ ("Rename term"));
}

static void
text_changed_cb (SsmDefinitionForm *self)
{
  g_autofree char *text = ssm_text_row_get_text (self->text);

  set_text (self, SSM_DEFINITION_TEXT, text, _ ("Edit definition"));
}

static void
pinned_changed_cb (SsmDefinitionForm *self)
{
  gboolean pinned = gtk_switch_get_active (self->pinned);

  if (self->refreshing)
    return;
  ssm_document_end_merge (self->document);
  set_text (self, SSM_DEFINITION_ON_PAGE, pinned ? "yes" : "",
            pinned ? _ ("Pin to page") : _ ("Unpin from page"));
  ssm_document_end_merge (self->document);
}

static void
ssm_definition_form_dispose (GObject *object)
{
  SsmDefinitionForm *self = SSM_DEFINITION_FORM (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), SSM_TYPE_DEFINITION_FORM);
  g_clear_object (&self->document);
  g_clear_pointer (&self->id, g_free);
  G_OBJECT_CLASS (ssm_definition_form_parent_class)->dispose (object);
}

static void
ssm_definition_form_class_init (SsmDefinitionFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ssm_definition_form_dispose;

  g_type_ensure (SSM_TYPE_TEXT_ROW);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/salesmap/SalesSystemMap/ui/ssm-definition-form.ui");
  gtk_widget_class_bind_template_child (widget_class, SsmDefinitionForm, content);
  gtk_widget_class_bind_template_child (widget_class, SsmDefinitionForm, term);
  gtk_widget_class_bind_template_child (widget_class, SsmDefinitionForm, text);
  gtk_widget_class_bind_template_child (widget_class, SsmDefinitionForm, pinned);
  gtk_widget_class_bind_template_callback (widget_class, term_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, text_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, pinned_changed_cb);
}

static void
ssm_definition_form_init (SsmDefinitionForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
ssm_definition_form_follow (SsmDefinitionForm *self, SsmDocument *document)
{
  g_return_if_fail (SSM_IS_DEFINITION_FORM (self) && self->document == NULL);

  self->document = g_object_ref (document);
}

void
ssm_definition_form_show (SsmDefinitionForm *self, const char *id)
{
  const SsmPart *definition;

  g_return_if_fail (SSM_IS_DEFINITION_FORM (self));

  definition = ssm_map_find (ssm_document_get_map (self->document), id);
  g_return_if_fail (definition != NULL);

  g_free (self->id);
  self->id = g_strdup (ssm_part_id (definition));
  self->refreshing = TRUE;
  ssm_text_row_set_text (self->term, ssm_part_text (definition, SSM_DEFINITION_TERM));
  ssm_text_row_set_text (self->text, ssm_part_text (definition, SSM_DEFINITION_TEXT));
  gtk_switch_set_active (self->pinned, ssm_part_flag (definition, SSM_DEFINITION_ON_PAGE));
  self->refreshing = FALSE;
}

void
ssm_definition_form_edit_term (SsmDefinitionForm *self)
{
  g_return_if_fail (SSM_IS_DEFINITION_FORM (self));

  ssm_text_row_select_all (self->term);
}
