/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-part-list.h"

#include <glib/gi18n-lib.h>

#include "ssm-commands.h"
#include "ssm-measure-kinds.h"
#include "ssm-part-row.h"

struct _SsmPartList
{
  GtkBox parent_instance;

  SsmDocument *document;
  SsmList list;
  GtkLabel *title;
  GtkWidget *add;
  GtkListBox *rows;
  GtkLabel *prompt;
};

G_DEFINE_FINAL_TYPE (SsmPartList, ssm_part_list, GTK_TYPE_BOX)

static SsmPartRow *
row_at (SsmPartList *self, guint index)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->rows, (int) index);

  return row != NULL ? SSM_PART_ROW (row) : NULL;
}

static SsmPartRow *
find_row (SsmPartList *self, const char *id)
{
  SsmPartRow *row;

  for (guint i = 0; (row = row_at (self, i)) != NULL; i++)
    {
      if (g_str_equal (ssm_part_row_get_id (row), id))
        return row;
    }
  return NULL;
}

/* Puts the row of @id at @index, a new one if there is none. */
static void
put_row (SsmPartList *self, guint index, const char *id)
{
  SsmPartRow *row = find_row (self, id);

  if (row == NULL)
    {
      GtkWidget *made
        = ssm_part_row_new (self->document, ssm_list_info (self->list)->child, id);

      gtk_list_box_insert (self->rows, made, (int) index);
      return;
    }
  if (row != row_at (self, index))
    {
      g_object_ref (row);
      gtk_list_box_remove (self->rows, GTK_WIDGET (row));
      gtk_list_box_insert (self->rows, GTK_WIDGET (row), (int) index);
      g_object_unref (row);
    }
  ssm_part_row_refresh (row);
}

void
ssm_part_list_refresh (SsmPartList *self)
{
  SsmMap *map;
  SsmPartRow *row;
  guint n;

  g_return_if_fail (SSM_IS_PART_LIST (self) && self->document != NULL);

  map = ssm_document_get_map (self->document);
  n = ssm_part_n_children (map, self->list);
  for (guint i = 0; i < n; i++)
    put_row (self, i, ssm_part_id (ssm_part_child (map, self->list, i)));
  while ((row = row_at (self, n)) != NULL)
    gtk_list_box_remove (self->rows, GTK_WIDGET (row));
  if (self->list == SSM_LIST_MEASURES)
    {
      g_auto (GStrv) kinds = ssm_measure_kinds_free (map, "");

      gtk_widget_set_sensitive (self->add, kinds[0] != NULL);
    }
}

/* Takes @command. The keyboard goes to what is selected by it, else to the button. */
static void
run (SsmPartList *self, SsmCommand *command)
{
  g_autoptr (SsmCommand) owned = command;
  SsmPartRow *row;

  ssm_document_end_merge (self->document);
  ssm_document_apply (self->document, ssm_part_ref (owned->map), owned->label, NULL);
  ssm_part_list_refresh (self);
  row = find_row (self, owned->select.id);
  if (row == NULL || !gtk_widget_child_focus (GTK_WIDGET (row), GTK_DIR_TAB_FORWARD))
    gtk_widget_grab_focus (self->add);
  if (owned->toast != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.say", "s", owned->toast);
}

static void
add_clicked_cb (SsmPartList *self)
{
  SsmMap *map = ssm_document_get_map (self->document);
  g_auto (GStrv) kinds = ssm_measure_kinds_free (map, "");
  SsmCommand *command = self->list == SSM_LIST_REASONS ? ssm_command_add_reason (map)
                                                       : ssm_command_add_measure (map, kinds[0]);
  g_autofree char *id = g_strdup (command->select.id);
  SsmPartRow *row;

  run (self, command);
  row = find_row (self, id);
  if (row != NULL)
    ssm_part_row_edit (row);
}

static void
move_activated_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SsmPartList *self = SSM_PART_LIST (widget);
  g_autofree char *id = g_variant_dup_string (parameter, NULL);

  run (self, ssm_command_move (ssm_document_get_map (self->document), id,
                               g_str_equal (action, "parts.up") ? -1 : 1));
}

static void
delete_activated_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SsmPartList *self = SSM_PART_LIST (widget);
  g_autofree char *id = g_variant_dup_string (parameter, NULL);

  run (self, ssm_command_delete (ssm_document_get_map (self->document), id));
}

static void
ssm_part_list_dispose (GObject *object)
{
  SsmPartList *self = SSM_PART_LIST (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), SSM_TYPE_PART_LIST);
  g_clear_object (&self->document);
  G_OBJECT_CLASS (ssm_part_list_parent_class)->dispose (object);
}

static void
ssm_part_list_class_init (SsmPartListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ssm_part_list_dispose;
  gtk_widget_class_install_action (widget_class, "parts.up", "s", move_activated_cb);
  gtk_widget_class_install_action (widget_class, "parts.down", "s", move_activated_cb);
  gtk_widget_class_install_action (widget_class, "parts.delete", "s", delete_activated_cb);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/salesmap/SalesSystemMap/ui/ssm-part-list.ui");
  gtk_widget_class_bind_template_child (widget_class, SsmPartList, title);
  gtk_widget_class_bind_template_child (widget_class, SsmPartList, add);
  gtk_widget_class_bind_template_child (widget_class, SsmPartList, rows);
  gtk_widget_class_bind_template_child (widget_class, SsmPartList, prompt);
  gtk_widget_class_bind_template_callback (widget_class, add_clicked_cb);
}

static void
ssm_part_list_init (SsmPartList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
say (SsmPartList *self, const char *title, const char *add, const char *prompt)
{
  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->prompt, prompt);
  gtk_widget_set_tooltip_text (self->add, add);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->add), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  add, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->rows), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  title, -1);
}

void
ssm_part_list_follow (SsmPartList *self, SsmDocument *document, SsmList list)
{
  g_return_if_fail (SSM_IS_PART_LIST (self) && self->document == NULL);
  g_return_if_fail (list == SSM_LIST_MEASURES || list == SSM_LIST_REASONS);

  self->document = g_object_ref (document);
  self->list = list;
  if (list == SSM_LIST_MEASURES)
    say (self, _ ("Targets"), _ ("Add target"),
         _ ("What is the whole system held against? A win rate, for example."));
  else
    say (self, _ ("Lost reasons"), _ ("Add lost reason"),
         _ ("Why are deals lost? Coded reasons can be counted."));
  ssm_part_list_refresh (self);
}
