/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What keys and menus ask of the stage that is selected, or holds what is selected. */

#include "ssm-canvas-structure.h"

#include <string.h>

#include "ssm-canvas-clipboard.h"
#include "ssm-page-walk.h"

#define ACTION(name) name (GtkWidget *widget, const char *action, GVariant *parameter)

static void
ACTION (rename_activated_cb)
{
  SsmCanvas *self = SSM_CANVAS (widget);
  const char *stage = ssm_canvas_selected_stage (self);

  if (stage != NULL)
    ssm_canvas_edit (self, stage, SSM_STAGE_NAME, SSM_LIST_NONE, SSM_CARET_ALL);
}

void
ssm_canvas_run_and_name (SsmCanvas *self, SsmCommand *command)
{
  gboolean changes = command->map != ssm_canvas_get_map (self);

  ssm_canvas_run (self, command);
  if (changes)
    ssm_canvas_edit_area (self, ssm_canvas_selected (self), SSM_CARET_ALL, NULL);
}

static void
ACTION (add_stage_activated_cb)
{
  SsmCanvas *self = SSM_CANVAS (widget);

  ssm_canvas_run_and_name (
    self, ssm_command_insert_stage (ssm_canvas_get_map (self), "", TRUE));
}

static void
ACTION (insert_activated_cb)
{
  SsmCanvas *self = SSM_CANVAS (widget);
  const char *stage = ssm_canvas_selected_stage (self);
  gboolean left = strcmp (action, "canvas.insert-left") == 0;
  gboolean right = strcmp (action, "canvas.insert-right") == 0;
  gboolean after = left || right ? right != ssm_page_is_rtl (self->page)
                                 : strcmp (action, "canvas.insert-after") == 0;
  SsmMap *map = ssm_canvas_get_map (self);

  if (stage != NULL)
    ssm_canvas_run_and_name (self, ssm_command_insert_stage (map, stage, after));
}

/* The stage moves, and what is selected in it stays selected. */
static void
move_stage (SsmCanvas *self, int step)
{
  const SsmArea *area = ssm_canvas_selected_area (self);
  const char *stage = ssm_canvas_selected_stage (self);
  SsmCommand *command;

  if (stage == NULL)
    return;

  command = ssm_command_move (ssm_canvas_get_map (self), stage, step);
  g_free (command->select.id);
  command->select = (SsmPlaceInMap) { g_strdup (area->id), area->field, area->list };
  ssm_canvas_run (self, command);
}

static void
ACTION (move_stage_activated_cb)
{
  SsmCanvas *self = SSM_CANVAS (widget);
  gboolean rtl = ssm_page_is_rtl (self->page);

  if (strcmp (action, "canvas.stage-earlier") == 0)
    move_stage (self, -1);
  else if (strcmp (action, "canvas.stage-later") == 0)
    move_stage (self, 1);
  else if (strcmp (action, "canvas.stage-left") == 0)
    move_stage (self, rtl ? 1 : -1);
  else
    move_stage (self, rtl ? -1 : 1);
}

static void
ACTION (colour_activated_cb)
{
  SsmCanvas *self = SSM_CANVAS (widget);
  const SsmArea *area = ssm_canvas_selected_area (self);
  const char *stage = ssm_canvas_selected_stage (self);
  int colour = g_variant_get_int32 (parameter);
  SsmCommand *command;

  if (stage == NULL || colour < 0 || colour > 8)
    return;

  command = ssm_command_colour_stage (ssm_canvas_get_map (self), stage, (guint) colour);
  g_free (command->select.id);
  command->select = (SsmPlaceInMap) { g_strdup (area->id), area->field, area->list };
  ssm_canvas_run (self, command);
}

static void
ACTION (delete_stage_activated_cb)
{
  SsmCanvas *self = SSM_CANVAS (widget);
  const char *stage = ssm_canvas_selected_stage (self);

  if (stage != NULL)
    ssm_canvas_run (self, ssm_command_delete (ssm_canvas_get_map (self), stage));
}

static void
ACTION (copy_stage_activated_cb)
{
  SsmCanvas *self = SSM_CANVAS (widget);
  const char *stage = ssm_canvas_selected_stage (self);

  if (stage != NULL)
    ssm_canvas_copy_stage (self, stage);
}

static void
ACTION (split_activated_cb)
{
  SsmCanvas *self = SSM_CANVAS (widget);
  const SsmArea *area = ssm_canvas_selected_area (self);

  if (area != NULL && ssm_canvas_selected_stage (self) != NULL)
    ssm_canvas_run_and_name (
      self, ssm_command_split_stage (ssm_canvas_get_map (self), area->id));
}

static void
ACTION (join_activated_cb)
{
  SsmCanvas *self = SSM_CANVAS (widget);
  const char *stage = ssm_canvas_selected_stage (self);

  if (stage != NULL)
    ssm_canvas_run_and_name (self,
                             ssm_command_join_stages (ssm_canvas_get_map (self), stage));
}

static const struct
{
  const char *name;
  GtkWidgetActionActivateFunc func;
} actions[] = {
  { "canvas.rename-stage", rename_activated_cb },
  { "canvas.delete-stage", delete_stage_activated_cb },
  { "canvas.insert-before", insert_activated_cb },
  { "canvas.insert-after", insert_activated_cb },
  { "canvas.insert-left", insert_activated_cb },
  { "canvas.insert-right", insert_activated_cb },
  { "canvas.stage-earlier", move_stage_activated_cb },
  { "canvas.stage-later", move_stage_activated_cb },
  { "canvas.stage-left", move_stage_activated_cb },
  { "canvas.stage-right", move_stage_activated_cb },
  { "canvas.add-stage", add_stage_activated_cb },
  { "canvas.copy-stage", copy_stage_activated_cb },
  { "canvas.split-stage", split_activated_cb },
  { "canvas.join-stages", join_activated_cb },
};

void
ssm_canvas_class_add_stage_actions (GtkWidgetClass *widget_class)
{
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, NULL, actions[i].func);

  gtk_widget_class_install_action (widget_class, "canvas.colour", "i", colour_activated_cb);
}

void
ssm_canvas_update_stage_actions (SsmCanvas *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  const char *id = ssm_canvas_selected_stage (self);
  guint n = ssm_map_n_stages (self->map), position = 0;
  gboolean stage = id != NULL && ssm_map_index_stage (self->index, id, &position) != NULL;
  gboolean rtl = ssm_page_is_rtl (self->page);
  gboolean earlier = stage && position > 0, later = stage && position + 1 < n;

  gtk_widget_action_set_enabled (widget, "canvas.stage-earlier", earlier);
  gtk_widget_action_set_enabled (widget, "canvas.stage-later", later);
  gtk_widget_action_set_enabled (widget, "canvas.stage-left", rtl ? later : earlier);
  gtk_widget_action_set_enabled (widget, "canvas.stage-right", rtl ? earlier : later);
  gtk_widget_action_set_enabled (widget, "canvas.join-stages", later);
  gtk_widget_action_set_enabled (widget, "canvas.split-stage", stage);
}
