/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-inspector-stage-private.h"

#include <glib/gi18n-lib.h>

#include "ssm-check.h"
#include "ssm-map-edit.h"

G_DEFINE_FINAL_TYPE (SsmInspectorStage, ssm_inspector_stage, GTK_TYPE_BOX)

static void
step_activated_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SsmInspectorStage *self = SSM_INSPECTOR_STAGE (widget);
  SsmMap *map = ssm_document_get_map (self->document);
  gboolean next = g_str_equal (action, "stage.next");
  guint index;

  if (self->id == NULL || ssm_map_stage_of (map, self->id, &index) == NULL
      || (next ? index + 1 >= ssm_map_n_stages (map) : index == 0))
    return;

  index = next ? index + 1 : index - 1;
  ssm_selection_set_id (self->selection, ssm_part_id (ssm_map_stage (map, index)));
}

static void
outcome_activated_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SsmInspectorStage *self = SSM_INSPECTOR_STAGE (widget);
  SsmMap *map = ssm_document_get_map (self->document);

  ssm_field_row_finish (self->outcome);
  ssm_document_apply (self->document,
                      ssm_map_with_outcome (map, self->id,
                                            g_variant_get_string (parameter, NULL)),
                      _ ("Edit outcome"), NULL);
}

static void
append_term (GMenu *menu, const char *label, const char *term)
{
  g_auto (GStrv) words = g_strsplit (label, "_", -1);
  g_autofree char *plain = g_strjoinv ("__", words);
  g_autoptr (GMenuItem) item = g_menu_item_new (plain, NULL);

  g_menu_item_set_action_and_target (item, "stage.outcome", "s", term);
  g_menu_append_item (menu, item);
}

static void
fill_terms_cb (GtkMenuButton *button, gpointer data)
{
  SsmInspectorStage *self = data;
  SsmMap *map = ssm_document_get_map (self->document);
  g_autoptr (GMenu) menu = g_menu_new ();

  for (guint i = 0; i < ssm_part_n_children (map, SSM_LIST_DEFINITIONS); i++)
    {
      const char *term = ssm_part_text (ssm_part_child (map, SSM_LIST_DEFINITIONS, i),
                                        SSM_DEFINITION_TERM);

      if (*term != '\0')
        append_term (menu, term, term);
    }
  /* Translators: no name of its own for what a record is after a stage */
  append_term (menu, _ ("None"), "");
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
}

static void
add_terms_button (SsmInspectorStage *self)
{
  GtkWidget *button = gtk_menu_button_new ();

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "pan-down-symbolic");
  gtk_widget_set_tooltip_text (button, _ ("Defined terms"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Defined terms"), -1);
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (button), fill_terms_cb, self, NULL);
  ssm_field_row_add_suffix (self->outcome, button);
}

static void
ssm_inspector_stage_dispose (GObject *object)
{
  SsmInspectorStage *self = SSM_INSPECTOR_STAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), SSM_TYPE_INSPECTOR_STAGE);
  g_clear_object (&self->document);
  g_clear_object (&self->selection);
  g_clear_pointer (&self->id, g_free);
  G_OBJECT_CLASS (ssm_inspector_stage_parent_class)->dispose (object);
}

static void
ensure_types (void)
{
  g_type_ensure (SSM_TYPE_CHOICE_ROW);
  g_type_ensure (SSM_TYPE_CRITERION_LIST);
  g_type_ensure (SSM_TYPE_FIELD_ROW);
  g_type_ensure (SSM_TYPE_HINTS);
  g_type_ensure (SSM_TYPE_NUMBER_ROW);
  g_type_ensure (SSM_TYPE_COLOUR_CHOICE);
}

static void
ssm_inspector_stage_class_init (SsmInspectorStageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ssm_inspector_stage_dispose;
  ensure_types ();
  gtk_widget_class_install_action (widget_class, "stage.previous", NULL, step_activated_cb);
  gtk_widget_class_install_action (widget_class, "stage.next", NULL, step_activated_cb);
  gtk_widget_class_install_action (widget_class, "stage.outcome", "s",
                                   outcome_activated_cb);
  ssm_inspector_stage_class_add_actions (widget_class);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/salesmap/SalesSystemMap/ui/ssm-inspector-stage.ui");
  gtk_widget_class_bind_template_child (widget_class, SsmInspectorStage, chip);
  gtk_widget_class_bind_template_child (widget_class, SsmInspectorStage, heading);
  gtk_widget_class_bind_template_child (widget_class, SsmInspectorStage, name);
  gtk_widget_class_bind_template_child (widget_class, SsmInspectorStage, does);
  gtk_widget_class_bind_template_child (widget_class, SsmInspectorStage, owner);
  gtk_widget_class_bind_template_child (widget_class, SsmInspectorStage, block);
  gtk_widget_class_bind_template_child (widget_class, SsmInspectorStage, entry);
  gtk_widget_class_bind_template_child (widget_class, SsmInspectorStage, exit);
  gtk_widget_class_bind_template_child (widget_class, SsmInspectorStage, hints);
  gtk_widget_class_bind_template_child (widget_class, SsmInspectorStage, outcome);
  gtk_widget_class_bind_template_child (widget_class, SsmInspectorStage, goal);
  gtk_widget_class_bind_template_child (widget_class, SsmInspectorStage, limit);
  gtk_widget_class_bind_template_child (widget_class, SsmInspectorStage, colours);
}

static void
ssm_inspector_stage_init (SsmInspectorStage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  add_terms_button (self);
}

static void
offer_blocks (SsmInspectorStage *self)
{
  g_autoptr (GPtrArray) values = g_ptr_array_new ();
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();

  g_ptr_array_add (values, (gpointer) "");
  /* Translators: none of the seven blocks of a sales system is said */
  g_ptr_array_add (labels, (gpointer) _ ("Not said"));
  for (guint i = 0; ssm_blocks[i] != NULL; i++)
    {
      g_ptr_array_add (values, (gpointer) ssm_blocks[i]);
      g_ptr_array_add (labels, (gpointer) ssm_block_name (i));
    }
  g_ptr_array_add (values, (gpointer) "other");
  /* Translators: a stage that belongs to none of the seven blocks */
  g_ptr_array_add (labels, (gpointer) _ ("Other"));
  g_ptr_array_add (values, NULL);
  g_ptr_array_add (labels, NULL);
  ssm_choice_row_offer (self->block, (const char * const *) values->pdata,
                        (const char * const *) labels->pdata);
}

void
ssm_inspector_stage_follow (SsmInspectorStage *self, SsmDocument *document,
                            SsmSelection *selection)
{
  g_return_if_fail (SSM_IS_INSPECTOR_STAGE (self) && self->document == NULL);

  self->document = g_object_ref (document);
  self->selection = g_object_ref (selection);
  ssm_field_row_follow (self->name, document, SSM_STAGE_NAME);
  ssm_field_row_follow (self->does, document, SSM_STAGE_DOES);
  ssm_field_row_follow (self->owner, document, SSM_STAGE_OWNER);
  ssm_choice_row_follow (self->block, document, SSM_STAGE_BLOCK);
  ssm_criterion_list_follow (self->entry, document, selection, SSM_LIST_ENTRY);
  ssm_criterion_list_follow (self->exit, document, selection, SSM_LIST_EXIT);
  ssm_field_row_follow (self->outcome, document, SSM_STAGE_OUTCOME);
  ssm_number_row_follow (self->goal, document, SSM_STAGE_GOAL);
  ssm_number_row_set_unit (self->goal, SSM_UNIT_PERCENT);
  ssm_number_row_follow (self->limit, document, SSM_STAGE_LIMIT_DAYS);
  ssm_number_row_set_unit (self->limit, SSM_UNIT_DAYS);
  offer_blocks (self);
}

static void
show_head (SsmInspectorStage *self, SsmMap *map)
{
  guint index;
  const SsmPart *stage = ssm_map_stage_of (map, self->id, &index);
  g_autofree char *title = ssm_stage_title (stage, index);

  gtk_label_set_text (self->heading, title);
  ssm_colour_paint (self->chip, ssm_map_stage_colour (map, index));
  ssm_inspector_stage_update_actions (self, index);
}

void
ssm_inspector_stage_show (SsmInspectorStage *self, const char *id, const char *selected)
{
  g_return_if_fail (SSM_IS_INSPECTOR_STAGE (self) && self->document != NULL);

  if (g_strcmp0 (self->id, id) != 0)
    {
      g_free (self->id);
      self->id = g_strdup (id);
    }
  show_head (self, ssm_document_get_map (self->document));
  ssm_field_row_show (self->name, id);
  ssm_field_row_show (self->does, id);
  ssm_field_row_show (self->owner, id);
  ssm_choice_row_show (self->block, id);
  ssm_criterion_list_show (self->entry, id);
  ssm_criterion_list_show (self->exit, id);
  ssm_hints_show (self->hints, self->document, id,
                  g_str_equal (selected, id) ? "" : selected);
  ssm_field_row_show (self->outcome, id);
  ssm_number_row_show (self->goal, id);
  ssm_number_row_show (self->limit, id);
  ssm_colour_choice_show (self->colours, self->document, id);
}

static SsmCriterionRow *
find_row (SsmInspectorStage *self, const char *criterion)
{
  SsmCriterionRow *row = ssm_criterion_list_find (self->entry, criterion);

  return row != NULL ? row : ssm_criterion_list_find (self->exit, criterion);
}

GtkWidget *
ssm_inspector_stage_find (SsmInspectorStage *self, const char *criterion)
{
  SsmCriterionRow *row;

  g_return_val_if_fail (SSM_IS_INSPECTOR_STAGE (self), NULL);

  row = find_row (self, criterion);
  return row != NULL ? GTK_WIDGET (row) : NULL;
}

gboolean
ssm_inspector_stage_focus (SsmInspectorStage *self, const char *criterion)
{
  SsmCriterionRow *row = find_row (self, criterion);

  return row != NULL && gtk_widget_grab_focus (GTK_WIDGET (row));
}

gboolean
ssm_inspector_stage_edit_proof (SsmInspectorStage *self, const char *criterion)
{
  SsmCriterionRow *row = find_row (self, criterion);

  if (row == NULL)
    return FALSE;

  ssm_criterion_row_edit_proof (row);
  return TRUE;
}

void
ssm_inspector_stage_name (SsmInspectorStage *self)
{
  g_return_if_fail (SSM_IS_INSPECTOR_STAGE (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->name));
}
