/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-definition-drag.h"

typedef struct
{
  SsmDefinitionDropFunc func;
  gpointer data;
} Drop;

static GdkContentProvider *
prepare_cb (GtkDragSource *source, double x, double y, GtkWidget *row)
{
  g_autoptr (GdkPaintable) picture = gtk_widget_paintable_new (row);

  gtk_drag_source_set_icon (source, picture, (int) x, (int) y);
  return gdk_content_provider_new_typed (SSM_TYPE_DEFINITION_ROW, row);
}

/* Where a row goes that is let go at @y; with it still in the list. */
static int
place_at (GtkListBox *list, double y)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_y (list, (int) y);
  graphene_rect_t bounds;

  if (row == NULL)
    {
      int n = 0;

      while (gtk_list_box_get_row_at_index (list, n) != NULL)
        n++;
      return n;
    }
  if (!gtk_widget_compute_bounds (GTK_WIDGET (row), GTK_WIDGET (list), &bounds))
    return 0;
  return gtk_list_box_row_get_index (row)
         + (y > bounds.origin.y + bounds.size.height / 2 ? 1 : 0);
}

/* A line between the rows shows the place. */
static void
show_place (GtkListBox *list, int place)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (list, i)) != NULL; i++)
    {
      gboolean last = gtk_list_box_get_row_at_index (list, i + 1) == NULL;

      gtk_widget_remove_css_class (GTK_WIDGET (row), "drop-before");
      gtk_widget_remove_css_class (GTK_WIDGET (row), "drop-after");
      if (i == place)
        gtk_widget_add_css_class (GTK_WIDGET (row), "drop-before");
      else if (last && place > i)
        gtk_widget_add_css_class (GTK_WIDGET (row), "drop-after");
    }
}

static GdkDragAction
motion_cb (GtkDropTarget *target, double x, double y, GtkListBox *list)
{
  show_place (list, place_at (list, y));
  return GDK_ACTION_MOVE;
}

static void
leave_cb (GtkDropTarget *target, GtkListBox *list)
{
  show_place (list, -1);
}

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, Drop *drop)
{
  GtkWidget *list = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target));
  SsmDefinitionRow *row = g_value_get_object (value);
  int place = place_at (GTK_LIST_BOX (list), y);
  int now = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));
  g_autofree char *id = g_strdup (ssm_definition_row_get_id (row));

  show_place (GTK_LIST_BOX (list), -1);
  /* One of another window. */
  if (!gtk_widget_is_ancestor (GTK_WIDGET (row), list))
    return FALSE;
  drop->func (id, (guint) (place > now ? place - 1 : place), drop->data);
  return TRUE;
}

void
ssm_definition_drag_add_source (SsmDefinitionRow *row)
{
  GtkDragSource *source = gtk_drag_source_new ();

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect (source, "prepare", G_CALLBACK (prepare_cb), row);
  gtk_widget_add_controller (GTK_WIDGET (row), GTK_EVENT_CONTROLLER (source));
}

static void
free_drop (gpointer data, GClosure *closure)
{
  g_free (data);
}

void
ssm_definition_drag_add_target (GtkListBox *list, SsmDefinitionDropFunc dropped,
                                gpointer data)
{
  GtkDropTarget *target
    = gtk_drop_target_new (SSM_TYPE_DEFINITION_ROW, GDK_ACTION_MOVE);
  Drop *drop = g_new (Drop, 1);

  *drop = (Drop) { dropped, data };
  g_signal_connect (target, "motion", G_CALLBACK (motion_cb), list);
  g_signal_connect (target, "leave", G_CALLBACK (leave_cb), list);
  g_signal_connect_data (target, "drop", G_CALLBACK (drop_cb), drop, free_drop, 0);
  gtk_widget_add_controller (GTK_WIDGET (list), GTK_EVENT_CONTROLLER (target));
}
