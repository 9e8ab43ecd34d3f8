/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Finding in all views of a map: where what was found is shown. */

#include "ssm-editor-private.h"

/* A definition that is not on the page, or is looked at in its own view, is shown there. */
static gboolean
belongs_to_definitions (SsmEditor *self, const SsmMatch *match)
{
  return ssm_field_info (match->field)->kind == SSM_KIND_DEFINITION
         && (gtk_widget_get_mapped (GTK_WIDGET (self->definitions))
             || !ssm_canvas_shows_match (ssm_map_view_get_canvas (self->view), match));
}

static void
show_match (SsmEditor *self, gboolean with_keyboard)
{
  const SsmMatch *match = ssm_finder_get_match (self->finder);

  if (match == NULL)
    return;
  if (belongs_to_definitions (self, match))
    {
      adw_view_stack_set_visible_child_name (self->stack, "definitions");
      ssm_selection_set_id (self->selection, match->id);
    }
  else
    {
      adw_view_stack_set_visible_child_name (self->stack, "map");
      ssm_canvas_show_match (ssm_map_view_get_canvas (self->view), match);
    }
  if (with_keyboard)
    gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
go_to_match_cb (SsmEditor *self)
{
  show_match (self, TRUE);
}

/* Whether somebody is at the bar or its list, and not at work on the map beside them. */
static gboolean
is_finding (SsmEditor *self)
{
  return gtk_widget_get_focus_child (GTK_WIDGET (self->find_bar)) != NULL
         || gtk_widget_get_focus_child (self->find_list) != NULL;
}

static void
found_cb (SsmEditor *self)
{
  gboolean open = ssm_find_bar_get_open (self->find_bar);

  ssm_canvas_set_found (ssm_map_view_get_canvas (self->view),
                        open ? ssm_finder_get_matches (self->finder) : NULL);
  if (open && is_finding (self))
    show_match (self, FALSE);
}

static void
show_find_list (SsmEditor *self)
{
  gboolean open, wide;

  g_object_get (self->find_bar, "open", &open, "wide", &wide, NULL);
  gtk_widget_set_visible (self->find_list, open && wide);
  ssm_side_pane_set_between (self->side, open && wide);
}

static void
find_closed_cb (SsmEditor *self)
{
  ssm_finder_set_query (self->finder, "");
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

void
ssm_editor_find (SsmEditor *self, gboolean replace)
{
  g_return_if_fail (SSM_IS_EDITOR (self));

  ssm_map_view_end_edit (self->view);
  ssm_find_bar_open (self->find_bar, replace);
  found_cb (self);
}

void
ssm_editor_find_step (SsmEditor *self, int step)
{
  g_return_if_fail (SSM_IS_EDITOR (self));

  if (!ssm_find_bar_get_open (self->find_bar))
    {
      ssm_editor_find (self, FALSE);
      return;
    }
  ssm_map_view_end_edit (self->view);
  ssm_finder_step (self->finder, step);
  show_match (self, !is_finding (self));
}

void
ssm_editor_bind_find (GtkWidgetClass *widget_class)
{
  g_type_ensure (SSM_TYPE_FIND_BAR);
  g_type_ensure (SSM_TYPE_FIND_LIST);
  gtk_widget_class_bind_template_callback (widget_class, go_to_match_cb);
  gtk_widget_class_bind_template_callback (widget_class, find_closed_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_find_list);
}

void
ssm_editor_begin_find (SsmEditor *self)
{
  self->finder = ssm_finder_new (self->document);
  ssm_find_bar_follow (self->find_bar, self->finder);
  ssm_find_list_follow (SSM_FIND_LIST (self->find_list), self->finder);
  g_object_connect (self->finder, "swapped-object-signal::changed", found_cb, self, NULL);
}
