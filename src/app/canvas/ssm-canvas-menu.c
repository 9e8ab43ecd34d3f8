/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Context menus of the page. */

#include "ssm-canvas-structure.h"

#include <glib/gi18n-lib.h>

#include "ssm-actions.h"
#include "ssm-canvas-terms.h"
#include "ssm-page-walk.h"
#include "ssm-swatches.h"

/* Where the colours stand in the menu of a stage. */
#define SWATCHES "swatches"

static void
append_item (GMenu *menu, const char *label, const char *action)
{
  g_autoptr (GMenuItem) item = ssm_actions_context_item (label, action);

  g_menu_append_item (menu, item);
}

static void
append_target (GMenu *menu, const char *label, const char *action, const char *id)
{
  g_autoptr (GMenuItem) item = ssm_actions_context_item (label, action);

  g_menu_item_set_action_and_target (item, action, "s", id);
  g_menu_append_item (menu, item);
}

/* The key moves a stage on, and so to the left on a page that is read from the right. */
static void
append_move (GMenu *menu, const char *label, const char *action, const char *mirrored,
             gboolean rtl)
{
  g_autoptr (GMenuItem) item = ssm_actions_context_item (label, rtl ? mirrored : action);

  g_menu_item_set_detailed_action (item, action);
  g_menu_append_item (menu, item);
}

static void
append_section (GMenu *menu, GMenu *section)
{
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
}

static GMenu *
criterion_menu (SsmCanvas *self, guint index)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) edit = g_menu_new ();
  g_autoptr (GMenu) move = g_menu_new ();
  g_autoptr (GMenu) split = g_menu_new ();
  g_autoptr (GMenu) clipboard = g_menu_new ();
  g_autoptr (GMenu) terms = ssm_canvas_term_section (self, index);

  append_item (edit, _("Edit"), "canvas.edit-end");
  append_item (edit, _("Proof and Tag…"), "win.inspect");
  append_target (edit, _("Deals That Miss This"), "win.show-missing",
                 ssm_page_area (self->page, index)->id);
  append_item (move, _("Move Up"), "canvas.item-up");
  append_item (move, _("Move Down"), "canvas.item-down");
  append_item (move, _("Move to Stage on the Left"), "canvas.item-left");
  append_item (move, _("Move to Stage on the Right"), "canvas.item-right");
  append_item (move, _("Send to Enter When"), "canvas.send-entry");
  append_item (move, _("Send to Leave When"), "canvas.send-exit");
  append_item (split, _("Split Stage Here"), "canvas.split-stage");
  append_item (clipboard, _("Cut"), "canvas.cut");
  append_item (clipboard, _("Copy"), "canvas.copy");
  append_item (clipboard, _("Paste"), "canvas.paste");
  append_item (clipboard, _("Delete"), "canvas.delete");
  append_section (menu, edit);
  append_section (menu, terms);
  append_section (menu, move);
  append_section (menu, split);
  append_section (menu, clipboard);
  return menu;
}

static GMenu *
cell_menu (void)
{
  GMenu *menu = g_menu_new ();

  append_item (menu, _("Add Criterion"), "canvas.add");
  append_item (menu, _("Cut"), "canvas.cut");
  append_item (menu, _("Copy"), "canvas.copy");
  append_item (menu, _("Paste"), "canvas.paste");
  return menu;
}

static GMenu *
colour_menu (void)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenuItem) swatches = g_menu_item_new (NULL, NULL);

  g_menu_item_set_attribute (swatches, "custom", "s", SWATCHES);
  g_menu_append_item (menu, swatches);
  return menu;
}

static GMenu *
stage_menu (SsmCanvas *self, const char *id)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) edit = g_menu_new ();
  g_autoptr (GMenu) move = g_menu_new ();
  g_autoptr (GMenu) clipboard = g_menu_new ();
  g_autoptr (GMenu) change = g_menu_new ();
  g_autoptr (GMenu) colours = colour_menu ();
  g_autoptr (GMenu) links = ssm_canvas_link_menu (self, id);
  gboolean rtl = ssm_page_is_rtl (self->page);

  append_item (edit, _("Rename"), "canvas.rename-stage");
  append_item (edit, _("Insert Before"), "canvas.insert-before");
  append_item (edit, _("Insert After"), "canvas.insert-after");
  append_move (move, _("Move Left"), "canvas.stage-left", "canvas.stage-right", rtl);
  append_move (move, _("Move Right"), "canvas.stage-right", "canvas.stage-left", rtl);
  append_item (change, _("Split Stage"), "canvas.split-stage");
  append_item (change, _("Join with Next Stage"), "canvas.join-stages");
  /* Translators: a list of stages follows, to which a return path can lead */
  g_menu_append_submenu (change, _("Link To"), G_MENU_MODEL (links));
  g_menu_append_submenu (change, _("Colour"), G_MENU_MODEL (colours));
  append_item (clipboard, _("Copy Stage"), "canvas.copy-stage");
  append_item (clipboard, _("Paste"), "canvas.paste");
  append_item (clipboard, _("Delete Stage"), "canvas.delete-stage");
  append_section (menu, edit);
  append_section (menu, move);
  append_section (menu, change);
  append_section (menu, clipboard);
  return menu;
}

static GMenu *
link_menu (SsmCanvas *self, const char *id)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) edit = g_menu_new ();
  g_autoptr (GMenu) ends = ssm_canvas_ends_menu (self, id);
  g_autoptr (GMenu) clipboard = g_menu_new ();

  append_item (edit, _("Edit"), "canvas.edit-end");
  append_item (clipboard, _("Copy"), "canvas.copy");
  append_item (clipboard, _("Delete"), "canvas.delete");
  append_section (menu, edit);
  append_section (menu, ends);
  append_section (menu, clipboard);
  return menu;
}

static GMenu *
text_menu (void)
{
  GMenu *menu = g_menu_new ();

  append_item (menu, _("Edit"), "canvas.edit-end");
  append_item (menu, _("Copy"), "canvas.copy");
  append_item (menu, _("Paste"), "canvas.paste");
  return menu;
}

static GMenu *
page_menu (SsmCanvas *self)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) lost = ssm_canvas_lost_menu (self);

  append_item (menu, _("Add Stage"), "canvas.add-stage");
  /* Translators: a list of stages follows */
  g_menu_append_submenu (menu, _("Lost Deals Go To"), G_MENU_MODEL (lost));
  append_item (menu, _("Paste"), "canvas.paste-page");
  append_item (menu, _("Copy as Picture"), "canvas.copy-picture");
  append_item (menu, _("Page Properties…"), "canvas.properties");
  append_item (menu, _("Zoom to Fit"), "canvas.zoom-fit");
  return menu;
}

static GMenu *
menu_for (SsmCanvas *self, int index)
{
  const SsmArea *area = index >= 0 ? ssm_page_area (self->page, (guint) index) : NULL;

  if (area == NULL)
    return page_menu (self);
  if (area->role == SSM_AREA_CRITERION)
    return criterion_menu (self, (guint) index);
  if (area->role == SSM_AREA_LIST)
    return cell_menu ();
  if (area->role == SSM_AREA_STAGE || area->field == SSM_STAGE_NAME)
    return stage_menu (self, area->id);
  if (area->role == SSM_AREA_LINK)
    return link_menu (self, area->id);
  if (area->field == SSM_DEFINITION_TERM || area->field == SSM_DEFINITION_TEXT)
    return ssm_canvas_definition_menu (self, (guint) index);
  return text_menu ();
}

static gboolean
drop_menu_cb (gpointer data)
{
  gtk_widget_unparent (data);
  return G_SOURCE_REMOVE;
}

/* The popover is still at work when it says that it closed. */
static void
menu_closed_cb (GtkWidget *menu, SsmCanvas *self)
{
  if (self->menu == menu)
    self->menu = NULL;
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, drop_menu_cb, g_object_ref (menu),
                   g_object_unref);
}

static void
popup (SsmCanvas *self, GMenu *model, double x, double y)
{
  GtkWidget *swatches = g_object_ref_sink (ssm_swatches_new ("canvas.colour"));
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  if (self->menu != NULL)
    gtk_popover_popdown (GTK_POPOVER (self->menu));
  self->menu = gtk_popover_menu_new_from_model (G_MENU_MODEL (model));
  /* Menus without colours have no place for them. */
  gtk_popover_menu_add_child (GTK_POPOVER_MENU (self->menu), swatches, SWATCHES);
  g_object_unref (swatches);
  gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
  gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
  /* Beside the place a menu is moved along it until all of it is on the screen. */
  gtk_popover_set_position (GTK_POPOVER (self->menu), rtl ? GTK_POS_LEFT : GTK_POS_RIGHT);
  gtk_widget_set_valign (self->menu, GTK_ALIGN_START);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu),
                               &(GdkRectangle) { (int) x, (int) y, 1, 1 });
  g_signal_connect (self->menu, "closed", G_CALLBACK (menu_closed_cb), self);
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

void
ssm_canvas_open_menu (SsmCanvas *self, int index, double x, double y)
{
  g_autoptr (GMenu) model = menu_for (self, index);

  popup (self, model, x, y);
}

void
ssm_canvas_popup (SsmCanvas *self, GMenu *model)
{
  double x, y;

  if (ssm_canvas_get_selected_point (self, &x, &y))
    popup (self, model, x, y);
}
