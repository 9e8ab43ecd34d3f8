/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What keys and menus ask of what is selected. Every way to a command comes through the
 * actions here, so the key, the menu and the screen reader do the same. */

#include "ssm-canvas-structure.h"

#include <string.h>

#include "ssm-canvas-clipboard.h"
#include "ssm-canvas-terms.h"
#include "ssm-page-walk.h"

#define ACTION(name) name (GtkWidget *widget, const char *action, GVariant *parameter)

const SsmArea *
ssm_canvas_selected_area (SsmCanvas *self)
{
  int index = ssm_canvas_selected (self);

  return index >= 0 ? ssm_page_area (self->page, (guint) index) : NULL;
}

const char *
ssm_canvas_selected_stage (SsmCanvas *self)
{
  int index = ssm_canvas_selected (self);
  int stage = index >= 0 ? ssm_page_stage_area (self->page, index) : -1;

  return stage >= 0 ? ssm_page_area (self->page, (guint) stage)->id : NULL;
}

void
ssm_canvas_run (SsmCanvas *self, SsmCommand *command)
{
  g_autoptr (SsmCommand) owned = command;

  ssm_document_apply (self->document, ssm_part_ref (owned->map), owned->label,
                      owned->merge_key);
  ssm_canvas_select_area (self, ssm_canvas_find (self, &owned->select));
  if (owned->toast != NULL)
    ssm_canvas_toast (self, owned->toast);
}

/* A way of walking, by the last word of the action. */
static int
walk (SsmCanvas *self, const char *action, int from)
{
  static const char * const directions[] = {
    [SSM_WALK_LEFT] = "canvas.left",
    [SSM_WALK_RIGHT] = "canvas.right",
    [SSM_WALK_UP] = "canvas.up",
    [SSM_WALK_DOWN] = "canvas.down",
  };

  for (guint i = 0; i < G_N_ELEMENTS (directions); i++)
    {
      if (strcmp (action, directions[i]) == 0)
        return ssm_page_neighbour (self->page, from, (SsmWalk) i);
    }

  if (strcmp (action, "canvas.row-start") == 0)
    return ssm_page_row_end (self->page, from, FALSE);
  if (strcmp (action, "canvas.row-end") == 0)
    return ssm_page_row_end (self->page, from, TRUE);
  if (strcmp (action, "canvas.next-stage") == 0)
    return ssm_page_other_stage (self->page, from, 1);
  if (strcmp (action, "canvas.previous-stage") == 0)
    return ssm_page_other_stage (self->page, from, -1);
  return ssm_page_end_cell (self->page, strcmp (action, "canvas.last") == 0);
}

static void
ACTION (walk_activated_cb)
{
  SsmCanvas *self = SSM_CANVAS (widget);
  int from = ssm_canvas_selected (self);

  if (from < 0)
    ssm_canvas_focus_any (self);
  else
    ssm_canvas_select_area (self, walk (self, action, from));
}

static void
ACTION (edit_activated_cb)
{
  SsmCanvas *self = SSM_CANVAS (widget);
  gboolean at_end = strcmp (action, "canvas.edit-end") == 0;

  if (ssm_canvas_selected (self) < 0)
    {
      ssm_canvas_focus_any (self);
      if (!at_end)
        return;
    }
  ssm_canvas_edit_area (self, ssm_canvas_selected (self),
                        at_end ? SSM_CARET_END : SSM_CARET_ALL, NULL);
}

static void
ACTION (add_activated_cb)
{
  SsmCanvas *self = SSM_CANVAS (widget);
  int index = ssm_canvas_selected (self);
  int list = index >= 0 ? ssm_page_list_area (self->page, index) : -1;

  if (list >= 0)
    ssm_canvas_begin_criterion (self, list, ssm_page_n_criteria (self->page, list));
}

static void
ACTION (delete_activated_cb)
{
  SsmCanvas *self = SSM_CANVAS (widget);
  const SsmArea *area = ssm_canvas_selected_area (self);

  if (area == NULL)
    return;

  /* In a text of the map or a stage, Delete takes the text and leaves the rest. */
  if (area->role == SSM_AREA_TEXT || area->role == SSM_AREA_OUTCOME)
    {
      SsmWriting *writing = ssm_writing_new (self->document, area->id, area->field);

      ssm_writing_set_text (writing, "");
      ssm_writing_finish (writing);
      ssm_writing_free (writing);
      return;
    }
  if (area->role == SSM_AREA_LIST)
    ssm_canvas_run (self, ssm_command_clear (ssm_canvas_get_map (self), area->id, area->list));
  else
    ssm_canvas_run (self, ssm_command_delete (ssm_canvas_get_map (self), area->id));
}

static void
ACTION (move_item_activated_cb)
{
  SsmCanvas *self = SSM_CANVAS (widget);
  const SsmArea *area = ssm_canvas_selected_area (self);
  int step = strcmp (action, "canvas.item-up") == 0 ? -1 : 1;

  if (area != NULL && area->role == SSM_AREA_CRITERION)
    ssm_canvas_run (self, ssm_command_move (ssm_canvas_get_map (self), area->id, step));
}

static void
ACTION (pass_activated_cb)
{
  SsmCanvas *self = SSM_CANVAS (widget);
  const SsmArea *area = ssm_canvas_selected_area (self);
  gboolean right = strcmp (action, "canvas.item-right") == 0;

  if (area != NULL && area->role == SSM_AREA_CRITERION)
    ssm_canvas_run (self, ssm_command_pass (ssm_canvas_get_map (self), area->id,
                                            right != ssm_page_is_rtl (self->page) ? 1 : -1));
}

static void
ACTION (send_activated_cb)
{
  SsmCanvas *self = SSM_CANVAS (widget);
  const SsmArea *area = ssm_canvas_selected_area (self);
  SsmList list = strcmp (action, "canvas.send-entry") == 0 ? SSM_LIST_ENTRY : SSM_LIST_EXIT;

  if (area != NULL && area->role == SSM_AREA_CRITERION)
    ssm_canvas_run (self, ssm_command_send (ssm_canvas_get_map (self), area->id, list));
}

static void
ACTION (leave_activated_cb)
{
  SsmCanvas *self = SSM_CANVAS (widget);
  int index = ssm_canvas_selected (self);
  int stage = index >= 0 ? ssm_page_stage_area (self->page, index) : -1;

  if (ssm_canvas_cancel_drag (self))
    return;
  if (stage == index)
    gtk_widget_activate_action (widget, "editor.close-find", NULL);
  if (index >= 0)
    ssm_canvas_select_area (self, stage);
  else
    ssm_canvas_focus_selected (self);
}

/* From a criterion to its cell, from there to its stage, and to the map. */
static void
ACTION (widen_activated_cb)
{
  SsmCanvas *self = SSM_CANVAS (widget);
  int index = ssm_canvas_selected (self);
  int list = index >= 0 ? ssm_page_list_area (self->page, index) : -1;
  int stage = index >= 0 ? ssm_page_stage_area (self->page, index) : -1;

  if (list >= 0 && list != index)
    ssm_canvas_select_area (self, list);
  else if (stage >= 0 && stage != index)
    ssm_canvas_select_area (self, stage);
  else
    ssm_selection_set_id (self->selection, ssm_part_id (self->map));
}

static void
ACTION (copy_activated_cb)
{
  ssm_canvas_copy (SSM_CANVAS (widget));
}

static void
ACTION (copy_picture_activated_cb)
{
  ssm_canvas_copy_picture (SSM_CANVAS (widget));
}

static void
ACTION (cut_activated_cb)
{
  ssm_canvas_cut (SSM_CANVAS (widget));
}

static void
ACTION (paste_activated_cb)
{
  ssm_canvas_paste (SSM_CANVAS (widget));
}

/* What is not meant for the selected place, as from the menu of the page. */
static void
ACTION (paste_page_activated_cb)
{
  SsmCanvas *self = SSM_CANVAS (widget);

  ssm_selection_set_id (self->selection, ssm_part_id (self->map));
  ssm_canvas_paste (self);
}

static void
ACTION (menu_activated_cb)
{
  SsmCanvas *self = SSM_CANVAS (widget);
  int index = ssm_canvas_selected (self);
  graphene_rect_t rect;

  if (index < 0)
    return;

  rect = ssm_canvas_area_pixels (self, &ssm_page_area (self->page, (guint) index)->rect);
  ssm_canvas_open_menu (self, index, rect.origin.x + rect.size.width / 2,
                        rect.origin.y + rect.size.height);
}

static void
ACTION (properties_activated_cb)
{
  g_signal_emit_by_name (widget, "properties");
}

static void
ACTION (zoom_fit_activated_cb)
{
  g_signal_emit_by_name (widget, "zoom-fit");
}

static const struct
{
  const char *name;
  GtkWidgetActionActivateFunc func;
} actions[] = {
  { "canvas.left", walk_activated_cb },
  { "canvas.right", walk_activated_cb },
  { "canvas.up", walk_activated_cb },
  { "canvas.down", walk_activated_cb },
  { "canvas.row-start", walk_activated_cb },
  { "canvas.row-end", walk_activated_cb },
  { "canvas.first", walk_activated_cb },
  { "canvas.last", walk_activated_cb },
  { "canvas.next-stage", walk_activated_cb },
  { "canvas.previous-stage", walk_activated_cb },
  { "canvas.edit", edit_activated_cb },
  { "canvas.edit-end", edit_activated_cb },
  { "canvas.add", add_activated_cb },
  { "canvas.delete", delete_activated_cb },
  { "canvas.item-up", move_item_activated_cb },
  { "canvas.item-down", move_item_activated_cb },
  { "canvas.item-left", pass_activated_cb },
  { "canvas.item-right", pass_activated_cb },
  { "canvas.send-entry", send_activated_cb },
  { "canvas.send-exit", send_activated_cb },
  { "canvas.leave", leave_activated_cb },
  { "canvas.widen", widen_activated_cb },
  { "canvas.copy", copy_activated_cb },
  { "canvas.copy-picture", copy_picture_activated_cb },
  { "canvas.cut", cut_activated_cb },
  { "canvas.paste", paste_activated_cb },
  { "canvas.paste-page", paste_page_activated_cb },
  { "canvas.menu", menu_activated_cb },
  { "canvas.properties", properties_activated_cb },
  { "canvas.zoom-fit", zoom_fit_activated_cb },
};

void
ssm_canvas_class_add_actions (GtkWidgetClass *widget_class)
{
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, NULL, actions[i].func);
  ssm_canvas_class_add_stage_actions (widget_class);
  ssm_canvas_class_add_link_actions (widget_class);
  ssm_canvas_class_add_term_actions (widget_class);
}

static gboolean
has_stage_beside (SsmCanvas *self, int step)
{
  const char *stage = ssm_canvas_selected_stage (self);
  guint position;

  return stage != NULL && ssm_map_index_stage (self->index, stage, &position) != NULL
         && position + (guint) step < ssm_map_n_stages (self->map);
}

void
ssm_canvas_update_actions (SsmCanvas *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  int index = ssm_canvas_selected (self);
  const SsmArea *area = ssm_canvas_selected_area (self);
  SsmPosition position = { 0 };
  gboolean criterion = area != NULL && area->role == SSM_AREA_CRITERION
                       && ssm_map_locate (self->map, area->id, &position);
  guint n = criterion ? ssm_part_n_children (position.parent, position.list) : 0;
  gboolean rtl = ssm_page_is_rtl (self->page);

  gtk_widget_action_set_enabled (widget, "canvas.item-up", criterion && position.index > 0);
  gtk_widget_action_set_enabled (widget, "canvas.item-down",
                                 criterion && position.index + 1 < n);
  gtk_widget_action_set_enabled (widget, "canvas.item-left",
                                 criterion && has_stage_beside (self, rtl ? 1 : -1));
  gtk_widget_action_set_enabled (widget, "canvas.item-right",
                                 criterion && has_stage_beside (self, rtl ? -1 : 1));
  gtk_widget_action_set_enabled (widget, "canvas.send-entry",
                                 criterion && position.list == SSM_LIST_EXIT);
  gtk_widget_action_set_enabled (widget, "canvas.send-exit",
                                 criterion && position.list == SSM_LIST_ENTRY);
  gtk_widget_action_set_enabled (widget, "canvas.add",
                                 index >= 0 && ssm_page_list_area (self->page, index) >= 0);
  ssm_canvas_update_stage_actions (self);
}
