/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The one table of what can be done by key: accelerators, menus and the shortcuts window
 * are all made from it, so that none can promise what another does not have. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef enum
{
  SSM_SECTION_GENERAL,
  SSM_SECTION_VIEW,
  SSM_SECTION_MAP,
  SSM_SECTION_WRITING,
  SSM_SECTION_DEALS,
  SSM_SECTION_WORKSHOP,
  SSM_N_SECTIONS
} SsmSection;

typedef struct
{
  const char *action; /* detailed name; NULL: the widget that has the focus takes the key */
  const char *accels; /* parted by blanks, the first is shown; NULL: none */
  const char *title;  /* untranslated; pass it through _() */
  SsmSection section;
  /* For each key the action that does the same to what is selected, so that a context menu
   * can show the key; several are parted by "|". NULL: none. */
  const char *same;
} SsmActionInfo;

/* Owned by the program. */
const SsmActionInfo *ssm_actions_get (guint *n_actions);

/* The row of the detailed action name @action, or NULL. */
const SsmActionInfo *ssm_actions_find (const char *action);

void ssm_actions_set_accels (GtkApplication *application);

/* Gives @button a menu of @actions, a NULL terminated list in which "-" begins a new
 * section. Each must be a row of the table. Its tooltip stays away while the menu is open. */
void ssm_actions_fill_menu_button (GtkMenuButton *button, const char * const *actions);

/* (transfer full): an item of a context menu: hidden where its action cannot be used, and
 * with the key that does the same. */
GMenuItem *ssm_actions_context_item (const char *label, const char *action);

/* (transfer full): "Save As (Ctrl+Shift+S)" for a tooltip, "Save As" where it has no key. */
char *ssm_actions_tooltip (const char *action);

/* Translated: "General". */
const char *ssm_actions_section_title (SsmSection section);

G_END_DECLS
