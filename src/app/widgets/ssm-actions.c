/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The table and the three things made from it. A row without an action is a plain key that
 * only the focused widget may take: as an accelerator it would be stolen from every text. */

#include "ssm-actions.h"

#include <glib/gi18n-lib.h>

#define GENERAL SSM_SECTION_GENERAL
#define VIEW SSM_SECTION_VIEW
#define MAP SSM_SECTION_MAP
#define WRITING SSM_SECTION_WRITING
#define DEALS SSM_SECTION_DEALS
#define WORKSHOP SSM_SECTION_WORKSHOP

static const SsmActionInfo actions[] = {
  { "app.new-window", "<Control>n", N_ ("New Window"), GENERAL },
  { "win.open", "<Control>o", N_ ("Open…"), GENERAL },
  { "win.save", "<Control>s", N_ ("Save"), GENERAL },
  { "win.save-as", "<Shift><Control>s", N_ ("Save As…"), GENERAL },
  { "win.export", "<Control>e", N_ ("Export…"), GENERAL },
  { "win.print", "<Control>p", N_ ("Print…"), GENERAL },
  { "win.undo", "<Control>z", N_ ("Undo"), GENERAL },
  { "win.redo", "<Shift><Control>z", N_ ("Redo"), GENERAL },
  { "win.rename", NULL, N_ ("Rename…"), GENERAL },
  { "win.keep-version", "<Control>d", N_ ("Keep This Version"), GENERAL },
  { "win.compare-versions", NULL, N_ ("Compare Versions…"), GENERAL },
  { "win.find", "<Control>f", N_ ("Find…"), GENERAL },
  { "win.replace", "<Control>h", N_ ("Find and Replace…"), GENERAL },
  { "win.find-next", "F3 <Control>g", N_ ("Next Place Found"), GENERAL },
  { "win.find-previous", "<Shift>F3 <Shift><Control>g", N_ ("Previous Place Found"), GENERAL },
  { "win.properties", NULL, N_ ("Properties…"), GENERAL },
  { "win.show-in-files", NULL, N_ ("Show in Files"), GENERAL },
  { "app.preferences", "<Control>comma", N_ ("Preferences"), GENERAL },
  { "app.shortcuts", "<Control>question", N_ ("Keyboard Shortcuts"), GENERAL },
  { "app.help", "F1", N_ ("Help"), GENERAL },
  { "app.about", NULL, N_ ("About Sales System Map"), GENERAL },
  { "win.save-copy", NULL, N_ ("Save a Copy…"), GENERAL },
  { "win.reload", NULL, N_ ("Reload"), GENERAL },
  { "win.reload-deals", NULL, N_ ("Reload"), GENERAL },
  { "win.discard-restored", NULL, N_ ("Discard it"), GENERAL },
  { "win.restore-file-draft", NULL, N_ ("Bring It Back"), GENERAL },
  { NULL, "F10", N_ ("Main Menu"), GENERAL },
  { "window.close", "<Control>w", N_ ("Close Window"), GENERAL },
  { "app.quit", "<Control>q", N_ ("Quit"), GENERAL },

  { "win.show-view::map", "<Control>1 <Control>KP_1", N_ ("Map"), VIEW },
  { "win.show-view::definitions", "<Control>2 <Control>KP_2", N_ ("Definitions"), VIEW },
  { "win.show-view::measurement", "<Control>3 <Control>KP_3", N_ ("Measurement"), VIEW },
  { "win.show-view::deals", "<Control>4 <Control>KP_4", N_ ("Deals"), VIEW },
  { "win.zoom-in", "<Control>plus <Control>equal <Control>KP_Add", N_ ("Zoom In"), VIEW },
  { "win.zoom-out", "<Control>minus <Control>KP_Subtract", N_ ("Zoom Out"), VIEW },
  { "win.zoom-fit", "<Control>0 <Control>KP_0", N_ ("Zoom to Fit"), VIEW,
    "canvas.zoom-fit" },
  { "win.refresh-figures", "<Control>r", N_ ("Measure Again"), VIEW },
  { "win.inspector", "F9", N_ ("Inspector"), VIEW },
  { "win.inspect", NULL, N_ ("Proof and Tag…"), VIEW },
  { "win.fullscreen", "F11", N_ ("Full Screen"), VIEW },
  { "win.next-pane", "F6", N_ ("Next Pane"), VIEW },
  { "win.previous-pane", "<Shift>F6", N_ ("Previous Pane"), VIEW },

  { NULL, "Left Right Up Down", N_ ("Neighbouring cell"), MAP },
  { NULL, "Home End", N_ ("First or last stage in the row"), MAP },
  { NULL, "<Control>Home <Control>End", N_ ("First or last cell"), MAP },
  { NULL, "<Control>Page_Down <Control>Page_Up", N_ ("Next or previous stage"), MAP },
  { NULL, "F2 Return", N_ ("Edit, or just type to replace"), MAP, "canvas.edit-end" },
  { NULL, "Delete", N_ ("Delete"), MAP, "canvas.delete|canvas.delete-stage" },
  { NULL, "<Control>Up <Control>Down", N_ ("Move criterion in its list"), MAP,
    "canvas.item-up canvas.item-down" },
  { NULL, "<Control>Left <Control>Right", N_ ("Move criterion to the next stage"), MAP,
    "canvas.item-left canvas.item-right" },
  { NULL, "<Shift><Control>Up <Shift><Control>Down",
    N_ ("Send criterion to “Enter when” or “Leave when”"), MAP,
    "canvas.send-entry canvas.send-exit" },
  { NULL, "<Shift><Control>Right <Shift><Control>Left",
    N_ ("Insert stage after or before"), MAP, "canvas.insert-after canvas.insert-before" },
  { NULL, "<Shift><Control>Page_Down <Shift><Control>Page_Up", N_ ("Move stage"), MAP,
    "canvas.stage-right canvas.stage-left" },
  { NULL, "<Shift><Control>Return", N_ ("Split stage at the criterion, or in two"), MAP,
    "canvas.split-stage" },
  { NULL, "<Shift><Control>j", N_ ("Join stage with the next"), MAP, "canvas.join-stages" },
  { NULL, "<Shift><Control>l", N_ ("Link stage to another, or move a return path"), MAP },
  { NULL, "<Control>c <Control>x <Control>v",
    N_ ("Copy, cut, paste criterion, cell or stage"), MAP,
    "canvas.copy|canvas.copy-stage canvas.cut canvas.paste" },
  { "win.copy-page", "<Shift><Control>c", N_ ("Copy Page as Picture, Table and Text"), MAP },
  { NULL, "<Control>a", N_ ("Select the cell, the stage, then the map"), MAP },
  { NULL, "Menu <Shift>F10", N_ ("Context menu"), MAP },

  { "win.new-deal", "<Shift><Control>d", N_ ("New Deal"), DEALS },
  { "win.import-deals", NULL, N_ ("Import Deals…"), DEALS },
  { "win.export-diagnosis", "<Shift><Control>e", N_ ("Export This Diagnosis…"), DEALS },
  { NULL, "y p n u", N_ ("Answer Yes, Partly, No, Not known"), DEALS },
  { NULL, "a", N_ ("Answer that a criterion does not apply"), DEALS },
  { NULL, "Return", N_ ("Evidence, or the next criterion"), DEALS },
  { NULL, "Up Down", N_ ("Previous or next criterion"), DEALS },
  { NULL, "Tab", N_ ("From the criteria to the next action"), DEALS },

  { "win.workshop", "F5", N_ ("Workshop"), WORKSHOP },
  { NULL, "<Control>Page_Down <Control>Page_Up", N_ ("Next or previous block"), WORKSHOP },
  { NULL, "Tab", N_ ("To the other list"), WORKSHOP },
  { NULL, "F7", N_ ("Pause, or go on"), WORKSHOP },
  { NULL, "F8", N_ ("30 seconds more"), WORKSHOP },
  { NULL, "F9", N_ ("Clock and questions"), WORKSHOP },
  { NULL, "<Control>k", N_ ("Park an idea for later"), WORKSHOP },
  { NULL, "<Control>h", N_ ("Proposals"), WORKSHOP },
  { NULL, "Escape", N_ ("Leave, keep everything"), WORKSHOP },

  { NULL, "Return", N_ ("Next criterion, a new one after the last"), WRITING },
  { NULL, "<Shift>Return", N_ ("Line break"), WRITING },
  { NULL, "Tab <Shift>Tab", N_ ("Next or previous text"), WRITING },
  { NULL, "BackSpace", N_ ("In an empty criterion: remove it"), WRITING },
  { NULL, "Escape", N_ ("Leave the text and keep it"), WRITING },
};

#undef GENERAL
#undef VIEW
#undef MAP
#undef WRITING
#undef DEALS
#undef WORKSHOP

static const char * const section_titles[SSM_N_SECTIONS] = {
  [SSM_SECTION_GENERAL] = N_ ("General"),
  [SSM_SECTION_VIEW] = N_ ("View"),
  [SSM_SECTION_MAP] = N_ ("Map, something selected"),
  [SSM_SECTION_WRITING] = N_ ("Writing"),
  [SSM_SECTION_DEALS] = N_ ("Deals"),
  [SSM_SECTION_WORKSHOP] = N_ ("Workshop"),
};

const SsmActionInfo *
ssm_actions_get (guint *n_actions)
{
  *n_actions = G_N_ELEMENTS (actions);
  return actions;
}

const SsmActionInfo *
ssm_actions_find (const char *action)
{
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    if (g_strcmp0 (actions[i].action, action) == 0)
      return &actions[i];
  return NULL;
}

void
ssm_actions_set_accels (GtkApplication *application)
{
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      g_auto (GStrv) accels = NULL;

      if (actions[i].action == NULL || actions[i].accels == NULL)
        continue;
      accels = g_strsplit (actions[i].accels, " ", -1);
      gtk_application_set_accels_for_action (application, actions[i].action,
                                             (const char **) accels);
    }
}

/* (transfer full): the key of the place at which @action stands in @info, or NULL. */
static char *
find_same (const SsmActionInfo *info, const char *action)
{
  g_auto (GStrv) keys = g_strsplit (info->accels, " ", -1);
  g_auto (GStrv) same = g_strsplit (info->same, " ", -1);

  for (guint i = 0; same[i] != NULL && keys[i] != NULL; i++)
    {
      g_auto (GStrv) names = g_strsplit (same[i], "|", -1);

      if (g_strv_contains ((const char * const *) names, action))
        return g_strdup (keys[i]);
    }

  return NULL;
}

GMenuItem *
ssm_actions_context_item (const char *label, const char *action)
{
  GMenuItem *item = g_menu_item_new (label, action);

  g_menu_item_set_attribute (item, "hidden-when", "s", "action-disabled");
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      g_autofree char *key
        = actions[i].same != NULL ? find_same (&actions[i], action) : NULL;

      if (key != NULL)
        g_menu_item_set_attribute (item, "accel", "s", key);
    }

  return item;
}

/* (transfer full) */
static GMenu *
menu_new (const char * const *names)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) section = g_menu_new ();

  for (guint i = 0; names[i] != NULL; i++)
    {
      const SsmActionInfo *info = ssm_actions_find (names[i]);

      if (info != NULL)
        {
          g_menu_append (section, _ (info->title), names[i]);
          continue;
        }
      g_assert (g_str_equal (names[i], "-"));
      g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
      g_object_unref (section);
      section = g_menu_new ();
    }
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
  return menu;
}

void
ssm_actions_fill_menu_button (GtkMenuButton *button, const char * const *names)
{
  g_autoptr (GMenu) menu = menu_new (names);

  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
  g_object_bind_property (gtk_menu_button_get_popover (button), "visible", button,
                          "has-tooltip", G_BINDING_INVERT_BOOLEAN);
}

char *
ssm_actions_tooltip (const char *action)
{
  const SsmActionInfo *info = ssm_actions_find (action);
  g_auto (GStrv) accels = NULL;
  g_autofree char *label = NULL;
  guint key;
  GdkModifierType modifiers;

  g_return_val_if_fail (info != NULL, NULL);
  if (info->accels == NULL)
    return g_strdup (_ (info->title));
  accels = g_strsplit (info->accels, " ", 2);
  if (!gtk_accelerator_parse (accels[0], &key, &modifiers))
    return g_strdup (_ (info->title));
  label = gtk_accelerator_get_label (key, modifiers);
  /* Translators: an action and its key, "Save As (Ctrl+Shift+S)" */
  return g_strdup_printf (_ ("%s (%s)"), _ (info->title), label);
}

const char *
ssm_actions_section_title (SsmSection section)
{
  g_return_val_if_fail (section < SSM_N_SECTIONS, "");

  return _ (section_titles[section]);
}
