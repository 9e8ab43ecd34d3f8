/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-inspector-link.h"

#include <glib/gi18n-lib.h>

#include "ssm-check.h"
#include "ssm-choice-row.h"
#include "ssm-commands.h"
#include "ssm-field-row.h"
#include "ssm-field.h"
#include "ssm-inspector.h"

struct _SsmInspectorLink
{
  GtkBox parent_instance;

  SsmDocument *document;
  char *id;

  GtkLabel *heading;
  GtkWidget *rows;
  SsmChoiceRow *from;
  SsmChoiceRow *to;
  SsmFieldRow *text;
};

G_DEFINE_FINAL_TYPE (SsmInspectorLink, ssm_inspector_link, GTK_TYPE_BOX)

static void
delete_activated_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SsmInspectorLink *self = SSM_INSPECTOR_LINK (widget);

  ssm_inspector_run (widget, ssm_command_delete (ssm_document_get_map (self->document),
                                                 self->id));
}

static void
ssm_inspector_link_dispose (GObject *object)
{
  SsmInspectorLink *self = SSM_INSPECTOR_LINK (object);

  g_clear_object (&self->document);
  g_clear_pointer (&self->id, g_free);
  G_OBJECT_CLASS (ssm_inspector_link_parent_class)->dispose (object);
}

static void
ssm_inspector_link_class_init (SsmInspectorLinkClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ssm_inspector_link_dispose;
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "link.delete", NULL,
                                   delete_activated_cb);
}

static void
ssm_inspector_link_init (SsmInspectorLink *self)
{
  GtkWidget *heading = g_object_new (GTK_TYPE_LABEL, "accessible-role",
                                     GTK_ACCESSIBLE_ROLE_HEADING, "xalign", 0.0, "wrap", TRUE,
                                     NULL);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 12);
  self->heading = GTK_LABEL (heading);
  gtk_widget_add_css_class (heading, "title-3");
  gtk_box_append (GTK_BOX (self), heading);
  self->rows = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->rows), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->rows, "boxed-list");
  gtk_box_append (GTK_BOX (self), self->rows);
}

static SsmFieldRow *
add_text (SsmInspectorLink *self, const char *title, SsmField field)
{
  GtkWidget *row = ssm_field_row_new (title);

  ssm_field_row_follow (SSM_FIELD_ROW (row), self->document, field);
  gtk_list_box_append (GTK_LIST_BOX (self->rows), row);
  return SSM_FIELD_ROW (row);
}

static SsmChoiceRow *
add_choice (SsmInspectorLink *self, const char *title, SsmField field)
{
  SsmChoiceRow *row = g_object_new (SSM_TYPE_CHOICE_ROW, "title", title, NULL);

  ssm_choice_row_follow (row, self->document, field);
  gtk_list_box_append (GTK_LIST_BOX (self->rows), GTK_WIDGET (row));
  return row;
}

static void
add_link_rows (SsmInspectorLink *self)
{
  GtkWidget *button = gtk_button_new_with_label (_ ("Delete Return Path"));

  self->from = add_choice (self, _ ("Starts at"), SSM_LINK_FROM);
  self->to = add_choice (self, _ ("Leads to"), SSM_LINK_TO);
  self->text = add_text (self, _ ("Who goes this way, and why"), SSM_LINK_TEXT);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "delete-button");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "link.delete");
  gtk_box_append (GTK_BOX (self), button);
}

GtkWidget *
ssm_inspector_link_new (SsmDocument *document)
{
  SsmInspectorLink *self = g_object_new (SSM_TYPE_INSPECTOR_LINK, NULL);

  self->document = g_object_ref (document);
  add_link_rows (self);
  return GTK_WIDGET (self);
}

/* Takes @label. */
static void
append_place (GPtrArray *values, GPtrArray *labels, const char *value, char *label)
{
  g_ptr_array_add (values, g_strdup (value));
  g_ptr_array_add (labels, label);
}

/* Stages but the one at the @other end, and the place outside where a path may have this
 * @end, if there is a stage at the other. */
static void
offer_places (SsmChoiceRow *row, SsmMap *map, SsmField end, const char *other)
{
  g_autoptr (GPtrArray) values = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) labels = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < ssm_map_n_stages (map); i++)
    {
      const SsmPart *stage = ssm_map_stage (map, i);

      if (!g_str_equal (ssm_part_id (stage), other))
        append_place (values, labels, ssm_part_id (stage), ssm_stage_title (stage, i));
    }
  if (end == SSM_LINK_FROM && !g_str_equal (other, "nurture"))
    /* Translators: where a return path begins: deals that were lost */
    append_place (values, labels, "lost", g_strdup (_ ("Lost")));
  else if (end == SSM_LINK_TO && !g_str_equal (other, "lost"))
    /* Translators: where a path ends: contacts that are kept warm until they may buy */
    append_place (values, labels, "nurture", g_strdup (_ ("Nurture")));
  g_ptr_array_add (values, NULL);
  g_ptr_array_add (labels, NULL);
  ssm_choice_row_offer (row, (const char * const *) values->pdata,
                        (const char * const *) labels->pdata);
}

static void
show_link (SsmInspectorLink *self, SsmMap *map)
{
  gtk_label_set_text (self->heading, _ ("Return path"));
  offer_places (self->from, map, SSM_LINK_FROM, ssm_field_text (map, self->id, SSM_LINK_TO));
  offer_places (self->to, map, SSM_LINK_TO, ssm_field_text (map, self->id, SSM_LINK_FROM));
  ssm_choice_row_show (self->from, self->id);
  ssm_choice_row_show (self->to, self->id);
  ssm_field_row_show (self->text, self->id);
}

void
ssm_inspector_link_show (SsmInspectorLink *self, const char *id)
{
  SsmMap *map;

  g_return_if_fail (SSM_IS_INSPECTOR_LINK (self));

  map = ssm_document_get_map (self->document);
  if (g_strcmp0 (self->id, id) != 0)
    {
      g_free (self->id);
      self->id = g_strdup (id);
    }
  show_link (self, map);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->rows), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  gtk_label_get_text (self->heading), -1);
}
