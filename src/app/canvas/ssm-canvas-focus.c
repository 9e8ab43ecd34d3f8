/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-canvas-private.h"

#include "ssm-page-walk.h"

int
ssm_canvas_find (SsmCanvas *self, const SsmPlaceInMap *place)
{
  int index = -1;

  if (place->id == NULL || *place->id == '\0')
    return -1;

  index = ssm_page_find_area (self->page, place->id, place->field, place->list);
  if (index < 0 && place->field != SSM_FIELD_NONE)
    index = ssm_page_find_area (self->page, place->id, SSM_FIELD_NONE, SSM_LIST_NONE);
  return index;
}

int
ssm_canvas_selected (SsmCanvas *self)
{
  SsmPlaceInMap place = { (char *) ssm_selection_get_id (self->selection),
                          ssm_selection_get_field (self->selection),
                          ssm_selection_get_list (self->selection) };

  return ssm_canvas_find (self, &place);
}

void
ssm_canvas_note_selected (SsmCanvas *self, int index)
{
  const SsmArea *area = ssm_page_area (self->page, (guint) index);

  ssm_selection_select (self->selection, area->id, area->field, area->list);
}

void
ssm_canvas_select_area (SsmCanvas *self, int index)
{
  GtkWidget *block;

  if (index < 0)
    return;

  block = g_ptr_array_index (self->by_index, (guint) index);
  if (gtk_widget_is_focus (block) || !gtk_widget_grab_focus (block))
    ssm_canvas_note_selected (self, index);
}

gboolean
ssm_canvas_focus_selected (SsmCanvas *self)
{
  int index = ssm_canvas_selected (self);

  if (index >= 0)
    ssm_canvas_select_area (self, index);
  else if (gtk_widget_get_root (GTK_WIDGET (self)) != NULL)
    gtk_root_set_focus (gtk_widget_get_root (GTK_WIDGET (self)), GTK_WIDGET (self));
  return TRUE;
}

void
ssm_canvas_select_nothing (SsmCanvas *self)
{
  ssm_selection_set_id (self->selection, NULL);
  ssm_canvas_focus_selected (self);
}

/* Whoever walks by keys has to be somewhere. */
gboolean
ssm_canvas_focus_any (SsmCanvas *self)
{
  if (ssm_canvas_selected (self) < 0)
    ssm_canvas_select_area (self, ssm_page_end_cell (self->page, FALSE));
  return ssm_canvas_focus_selected (self);
}

gboolean
ssm_canvas_has_keyboard (SsmCanvas *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL
         && (focus == GTK_WIDGET (self) || gtk_widget_is_ancestor (focus, GTK_WIDGET (self)));
}
