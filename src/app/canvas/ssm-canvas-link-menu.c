/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Return paths by menu and key: from the selected stage to another, and of the selected
 * path, where it comes from and leads to. */

#include "ssm-canvas-structure.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define ACTION(name) name (GtkWidget *widget, const char *action, GVariant *parameter)

/* Takes @target. */
static void
append_place (GMenu *menu, const char *words, const char *action, GVariant *target)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (NULL, NULL);
  g_autofree char *label = NULL;
  g_auto (GStrv) parts = g_strsplit (words, "_", -1);

  /* In a menu one underscore marks a key. */
  label = g_strjoinv ("__", parts);
  g_menu_item_set_label (item, label);
  g_menu_item_set_action_and_target_value (item, action, target);
  g_menu_append_item (menu, item);
}

/* All stages but those with the ids @but and @nor. @from: of the new path; NULL: @action
 * takes the stage alone. */
static void
append_stages (SsmCanvas *self, GMenu *menu, const char *action, const char *from,
               const char *but, const char *nor)
{
  for (guint i = 0; i < ssm_map_n_stages (self->map); i++)
    {
      const SsmPart *stage = ssm_map_stage (self->map, i);
      const char *id = ssm_part_id (stage);
      g_autofree char *words = NULL;

      if (g_strcmp0 (id, but) == 0 || g_strcmp0 (id, nor) == 0)
        continue;
      /* Translators: number and name of a stage, in a menu of stages */
      words = g_strdup_printf (_("%u %s"), i + 1, ssm_part_text (stage, SSM_STAGE_NAME));
      append_place (menu, words, action,
                    from != NULL ? g_variant_new ("(ss)", from, id) : g_variant_new_string (id));
    }
}

GMenu *
ssm_canvas_link_menu (SsmCanvas *self, const char *stage)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) outside = g_menu_new ();

  append_stages (self, menu, "canvas.link", stage, stage, NULL);
  append_place (outside, _("Nurture"), "canvas.link",
                g_variant_new ("(ss)", stage, "nurture"));
  append_place (outside, _("From Lost Deals to Here"), "canvas.link",
                g_variant_new ("(ss)", "lost", stage));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (outside));
  return menu;
}

GMenu *
ssm_canvas_lost_menu (SsmCanvas *self)
{
  GMenu *menu = g_menu_new ();

  append_stages (self, menu, "canvas.link", "lost", NULL, NULL);
  return menu;
}

GMenu *
ssm_canvas_ends_menu (SsmCanvas *self, const char *link)
{
  const SsmPart *part = ssm_map_index_find (self->index, link);
  const char *from = ssm_part_text (part, SSM_LINK_FROM);
  const char *to = ssm_part_text (part, SSM_LINK_TO);
  g_autoptr (GMenu) leaves = g_menu_new ();
  g_autoptr (GMenu) arrives = g_menu_new ();
  GMenu *menu = g_menu_new ();

  append_stages (self, leaves, "canvas.link-from", NULL, from, to);
  if (strcmp (from, "lost") != 0 && ssm_map_index_find (self->index, to) != NULL)
    append_place (leaves, _("Lost Deals"), "canvas.link-from", g_variant_new_string ("lost"));
  append_stages (self, arrives, "canvas.link-to", NULL, from, to);
  if (strcmp (to, "nurture") != 0 && ssm_map_index_find (self->index, from) != NULL)
    append_place (arrives, _("Nurture"), "canvas.link-to", g_variant_new_string ("nurture"));

  /* Translators: where a return path begins; a list of stages follows */
  g_menu_append_submenu (menu, _("From"), G_MENU_MODEL (leaves));
  /* Translators: where a return path ends; a list of stages follows */
  g_menu_append_submenu (menu, _("To"), G_MENU_MODEL (arrives));
  return menu;
}

static void
ACTION (link_activated_cb)
{
  SsmCanvas *self = SSM_CANVAS (widget);
  const char *from, *to;

  g_variant_get (parameter, "(&s&s)", &from, &to);
  ssm_canvas_run_and_name (self, ssm_command_link (ssm_canvas_get_map (self), from, to));
}

static void
ACTION (point_activated_cb)
{
  SsmCanvas *self = SSM_CANVAS (widget);
  const SsmArea *area = ssm_canvas_selected_area (self);
  SsmField end = strcmp (action, "canvas.link-from") == 0 ? SSM_LINK_FROM : SSM_LINK_TO;

  if (area != NULL && area->role == SSM_AREA_LINK)
    ssm_canvas_run (self,
                    ssm_command_point_link (ssm_canvas_get_map (self), area->id, end,
                                            g_variant_get_string (parameter, NULL)));
}

/* The menu that the key opens: what the selected stage can lead to, or a path's ends. */
static void
ACTION (link_menu_activated_cb)
{
  SsmCanvas *self = SSM_CANVAS (widget);
  const SsmArea *area = ssm_canvas_selected_area (self);
  const char *stage = ssm_canvas_selected_stage (self);
  g_autoptr (GMenu) menu = NULL;

  if (area != NULL && area->role == SSM_AREA_LINK)
    menu = ssm_canvas_ends_menu (self, area->id);
  else if (stage != NULL)
    menu = ssm_canvas_link_menu (self, stage);
  if (menu != NULL)
    ssm_canvas_popup (self, menu);
}

void
ssm_canvas_class_add_link_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "canvas.link", "(ss)", link_activated_cb);
  gtk_widget_class_install_action (widget_class, "canvas.link-from", "s", point_activated_cb);
  gtk_widget_class_install_action (widget_class, "canvas.link-to", "s", point_activated_cb);
  gtk_widget_class_install_action (widget_class, "canvas.link-menu", NULL,
                                   link_menu_activated_cb);
}
