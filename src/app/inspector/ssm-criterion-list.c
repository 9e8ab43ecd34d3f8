/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-criterion-list.h"

#include <glib/gi18n-lib.h>

#include "ssm-commands.h"
#include "ssm-field-row.h"
#include "ssm-inspector.h"

struct _SsmCriterionList
{
  GtkBox parent_instance;

  SsmDocument *document;
  SsmSelection *selection;
  SsmList list;
  char *stage;
  SsmFieldRow *begun; /* for a criterion to come, behind the others; or NULL */

  GtkLabel *title;
  GtkLabel *count;
  GtkWidget *add;
  GtkListBox *rows;
  GtkLabel *prompt;
};

enum
{
  PROP_0,
  PROP_TITLE,
  PROP_PROMPT,
  PROP_ADD,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (SsmCriterionList, ssm_criterion_list, GTK_TYPE_BOX)

static SsmCriterionRow *
row_at (SsmCriterionList *self, guint index)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->rows, (int) index);

  return row != NULL && SSM_IS_CRITERION_ROW (row) ? SSM_CRITERION_ROW (row) : NULL;
}

SsmCriterionRow *
ssm_criterion_list_find (SsmCriterionList *self, const char *id)
{
  SsmCriterionRow *row;

  g_return_val_if_fail (SSM_IS_CRITERION_LIST (self), NULL);

  for (guint i = 0; (row = row_at (self, i)) != NULL; i++)
    {
      if (g_strcmp0 (ssm_criterion_row_get_id (row), id) == 0)
        return row;
    }

  return NULL;
}

/* Puts the row of @id at @index, a new one if there is none. */
static void
put_row (SsmCriterionList *self, guint index, const char *id)
{
  SsmCriterionRow *row = ssm_criterion_list_find (self, id);

  if (row != NULL && row == row_at (self, index))
    {
      ssm_criterion_row_refresh (row);
      return;
    }

  if (row != NULL)
    {
      g_object_ref (row);
      gtk_list_box_remove (self->rows, GTK_WIDGET (row));
      gtk_list_box_insert (self->rows, GTK_WIDGET (row), (int) index);
      ssm_criterion_row_refresh (row);
      g_object_unref (row);
      return;
    }
  gtk_list_box_insert (self->rows,
                       ssm_criterion_row_new (self->document, self->selection, id),
                       (int) index);
}

static gboolean
is_begun (SsmCriterionList *self, const SsmPart *criterion)
{
  return self->begun != NULL
         && g_strcmp0 (ssm_field_row_get_id (self->begun), ssm_part_id (criterion)) == 0;
}

static void
show_rows (SsmCriterionList *self, const SsmPart *stage)
{
  guint n = ssm_part_n_children (stage, self->list), shown = 0;
  SsmCriterionRow *row;

  for (guint i = 0; i < n; i++)
    {
      const SsmPart *criterion = ssm_part_child (stage, self->list, i);

      if (!is_begun (self, criterion))
        put_row (self, shown++, ssm_part_id (criterion));
    }

  while ((row = row_at (self, shown)) != NULL)
    gtk_list_box_remove (self->rows, GTK_WIDGET (row));
}

static void
show_count (SsmCriterionList *self, guint n)
{
  g_autofree char *digits = g_strdup_printf ("%u", n);
  g_autofree char *name = g_strdup_printf ("%s, %u", gtk_label_get_text (self->title), n);

  gtk_label_set_text (self->count, digits);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->rows), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
}

static void
end_begun (SsmCriterionList *self)
{
  GtkWidget *row = GTK_WIDGET (self->begun);

  if (row == NULL)
    return;

  self->begun = NULL;
  gtk_list_box_remove (self->rows, row);
  if (self->stage != NULL)
    ssm_criterion_list_show (self, self->stage);
}

static gboolean
end_begun_cb (gpointer data)
{
  SsmCriterionList *self = data;

  if (self->begun != NULL && !gtk_widget_has_focus (GTK_WIDGET (self->begun))
      && gtk_widget_get_focus_child (GTK_WIDGET (self->begun)) == NULL)
    end_begun (self);
  return G_SOURCE_REMOVE;
}

/* A row that is on its way out of the keyboard may not go at once. */
static void
begun_left_cb (SsmCriterionList *self)
{
  g_idle_add_full (G_PRIORITY_HIGH_IDLE, end_begun_cb, g_object_ref (self), g_object_unref);
}

/* FALSE where no more fit into a map. */
static gboolean
begin_writing (SsmCriterionList *self)
{
  SsmWriting *writing = ssm_writing_new_criterion (self->document, self->stage, self->list,
                                                   G_MAXUINT);

  if (writing == NULL)
    return FALSE;

  ssm_field_row_begin (self->begun, writing);
  return TRUE;
}

/* Return: the next one, as on the page; on an empty one it is enough. */
static void
begun_entered_cb (SsmCriterionList *self)
{
  const char *id = ssm_field_row_get_id (self->begun);
  gboolean written = ssm_map_find (ssm_document_get_map (self->document), id) != NULL;

  if (written && begin_writing (self))
    ssm_criterion_list_show (self, self->stage);
  else
    gtk_widget_grab_focus (self->add);
}

static void
add_clicked_cb (SsmCriterionList *self)
{
  if (self->stage == NULL)
    return;

  if (self->begun == NULL)
    {
      self->begun = SSM_FIELD_ROW (ssm_field_row_new (_ ("New criterion")));
      g_object_set (self->begun, "ends", TRUE, NULL);
      ssm_field_row_follow (self->begun, self->document, SSM_CRITERION_TEXT);
      g_signal_connect_object (self->begun, "entered", G_CALLBACK (begun_entered_cb), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (self->begun, "left", G_CALLBACK (begun_left_cb), self,
                               G_CONNECT_SWAPPED);
      gtk_list_box_append (self->rows, GTK_WIDGET (self->begun));
      if (!begin_writing (self))
        {
          end_begun (self);
          return;
        }
    }
  gtk_widget_grab_focus (GTK_WIDGET (self->begun));
}

/* The place between rows at @y. */
static guint
place_at (SsmCriterionList *self, double y)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_y (self->rows, (int) y);
  graphene_rect_t bounds;
  guint index;

  if (row == NULL)
    return G_MAXUINT;

  index = (guint) gtk_list_box_row_get_index (row);
  if (gtk_widget_compute_bounds (GTK_WIDGET (row), GTK_WIDGET (self->rows), &bounds)
      && y > bounds.origin.y + bounds.size.height / 2)
    index++;
  return index;
}

static GdkDragAction
dragged_cb (SsmCriterionList *self, double x, double y)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_y (self->rows, (int) y);

  gtk_list_box_drag_unhighlight_row (self->rows);
  if (row != NULL)
    gtk_list_box_drag_highlight_row (self->rows, row);
  return GDK_ACTION_MOVE;
}

static void
drag_left_cb (SsmCriterionList *self)
{
  gtk_list_box_drag_unhighlight_row (self->rows);
}

static gboolean
dropped_cb (SsmCriterionList *self, const GValue *value, double x, double y)
{
  SsmCriterionRow *row = g_value_get_object (value);
  const char *id = ssm_criterion_row_get_id (row);
  SsmMap *map = ssm_document_get_map (self->document);
  guint index = place_at (self, y);
  SsmPosition position;

  gtk_list_box_drag_unhighlight_row (self->rows);
  /* A row of another window may have an id that is here, too. */
  if (gtk_widget_get_root (GTK_WIDGET (row)) != gtk_widget_get_root (GTK_WIDGET (self))
      || !ssm_map_locate (map, id, &position))
    return FALSE;

  /* Counted with the row taken out. */
  if (position.list == self->list && position.index < index && index != G_MAXUINT)
    index--;
  ssm_inspector_run (GTK_WIDGET (self),
                     ssm_command_move_to (map, id, self->stage, self->list, index));
  return TRUE;
}

static void
ssm_criterion_list_set_property (GObject *object, guint id, const GValue *value,
                                 GParamSpec *pspec)
{
  SsmCriterionList *self = SSM_CRITERION_LIST (object);
  const char *words = g_value_get_string (value);

  if (id == PROP_TITLE)
    gtk_label_set_text (self->title, words);
  else if (id == PROP_PROMPT)
    gtk_label_set_text (self->prompt, words);
  else
    {
      gtk_widget_set_tooltip_text (self->add, words);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->add),
                                      GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
    }
}

static void
ssm_criterion_list_dispose (GObject *object)
{
  SsmCriterionList *self = SSM_CRITERION_LIST (object);

  self->begun = NULL;
  gtk_widget_dispose_template (GTK_WIDGET (self), SSM_TYPE_CRITERION_LIST);
  g_clear_object (&self->document);
  g_clear_object (&self->selection);
  g_clear_pointer (&self->stage, g_free);
  G_OBJECT_CLASS (ssm_criterion_list_parent_class)->dispose (object);
}

static void
ssm_criterion_list_class_init (SsmCriterionListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS;

  object_class->dispose = ssm_criterion_list_dispose;
  object_class->set_property = ssm_criterion_list_set_property;
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, "", flags);
  properties[PROP_PROMPT] = g_param_spec_string ("prompt", NULL, NULL, "", flags);
  properties[PROP_ADD] = g_param_spec_string ("add", NULL, NULL, "", flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/salesmap/SalesSystemMap/ui/ssm-criterion-list.ui");
  gtk_widget_class_bind_template_child (widget_class, SsmCriterionList, title);
  gtk_widget_class_bind_template_child (widget_class, SsmCriterionList, count);
  gtk_widget_class_bind_template_child (widget_class, SsmCriterionList, add);
  gtk_widget_class_bind_template_child (widget_class, SsmCriterionList, rows);
  gtk_widget_class_bind_template_child (widget_class, SsmCriterionList, prompt);
  gtk_widget_class_bind_template_callback (widget_class, add_clicked_cb);
}

static void
ssm_criterion_list_init (SsmCriterionList *self)
{
  GtkDropTarget *drop = gtk_drop_target_new (SSM_TYPE_CRITERION_ROW, GDK_ACTION_MOVE);

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_swapped (drop, "motion", G_CALLBACK (dragged_cb), self);
  g_signal_connect_swapped (drop, "leave", G_CALLBACK (drag_left_cb), self);
  g_signal_connect_swapped (drop, "drop", G_CALLBACK (dropped_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->rows), GTK_EVENT_CONTROLLER (drop));
}

void
ssm_criterion_list_follow (SsmCriterionList *self, SsmDocument *document,
                           SsmSelection *selection, SsmList list)
{
  g_return_if_fail (SSM_IS_CRITERION_LIST (self) && self->document == NULL);

  self->document = g_object_ref (document);
  self->selection = g_object_ref (selection);
  self->list = list;
}

/* Undo may have taken away what was begun. */
static void
follow_begun (SsmCriterionList *self)
{
  if (self->begun == NULL)
    return;

  ssm_field_row_show (self->begun, ssm_field_row_get_id (self->begun));
  if (!ssm_field_row_is_writing (self->begun))
    end_begun (self);
}

void
ssm_criterion_list_show (SsmCriterionList *self, const char *id)
{
  const SsmPart *stage;

  g_return_if_fail (SSM_IS_CRITERION_LIST (self) && self->document != NULL);

  if (g_strcmp0 (self->stage, id) != 0)
    {
      g_free (self->stage);
      self->stage = g_strdup (id);
      end_begun (self);
    }
  follow_begun (self);
  stage = ssm_map_find (ssm_document_get_map (self->document), self->stage);
  show_rows (self, stage);
  show_count (self, ssm_part_n_children (stage, self->list));
}
