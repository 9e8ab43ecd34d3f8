/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the menu of the form does to the whole stage: where the window is too narrow for the
 * page, this is the only way to it. */

#include "ssm-inspector-stage-private.h"

#include "ssm-commands.h"
#include "ssm-inspector.h"

#define ACTION(name) name (GtkWidget *widget, const char *action, GVariant *parameter)

static SsmMap *
get_map (GtkWidget *widget)
{
  return ssm_document_get_map (SSM_INSPECTOR_STAGE (widget)->document);
}

static const char *
get_id (GtkWidget *widget)
{
  return SSM_INSPECTOR_STAGE (widget)->id;
}

/* Takes @command. Its stage has a name that waits to be written. */
static void
run_and_name (GtkWidget *widget, SsmCommand *command)
{
  ssm_inspector_run (widget, command);
  ssm_inspector_stage_name (SSM_INSPECTOR_STAGE (widget));
}

static void
ACTION (insert_activated_cb)
{
  run_and_name (widget, ssm_command_insert_stage (get_map (widget), get_id (widget),
                                                  g_str_equal (action, "stage.insert-after")));
}

static void
ACTION (move_activated_cb)
{
  ssm_inspector_run (widget, ssm_command_move (get_map (widget), get_id (widget),
                                               g_str_equal (action, "stage.later") ? 1 : -1));
}

static void
ACTION (split_activated_cb)
{
  run_and_name (widget, ssm_command_split_stage (get_map (widget), get_id (widget)));
}

static void
ACTION (join_activated_cb)
{
  run_and_name (widget, ssm_command_join_stages (get_map (widget), get_id (widget)));
}

static void
ACTION (delete_activated_cb)
{
  ssm_inspector_run (widget, ssm_command_delete (get_map (widget), get_id (widget)));
}

static const struct
{
  const char *name;
  GtkWidgetActionActivateFunc func;
} actions[] = {
  { "stage.insert-before", insert_activated_cb },
  { "stage.insert-after", insert_activated_cb },
  { "stage.earlier", move_activated_cb },
  { "stage.later", move_activated_cb },
  { "stage.split", split_activated_cb },
  { "stage.join", join_activated_cb },
  { "stage.delete", delete_activated_cb },
};

void
ssm_inspector_stage_class_add_actions (GtkWidgetClass *widget_class)
{
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, NULL, actions[i].func);
}

void
ssm_inspector_stage_update_actions (SsmInspectorStage *self, guint index)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean later = index + 1 < ssm_map_n_stages (get_map (widget));

  gtk_widget_action_set_enabled (widget, "stage.previous", index > 0);
  gtk_widget_action_set_enabled (widget, "stage.next", later);
  gtk_widget_action_set_enabled (widget, "stage.earlier", index > 0);
  gtk_widget_action_set_enabled (widget, "stage.later", later);
  gtk_widget_action_set_enabled (widget, "stage.join", later);
}
