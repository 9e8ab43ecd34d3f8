/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-shortcuts-window.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "ssm-actions.h"

/* Keys that are wider together stand below each other, for narrow windows. */
#define MAX_BESIDE 16

#define SSM_TYPE_SHORTCUTS_WINDOW (ssm_shortcuts_window_get_type ())
G_DECLARE_FINAL_TYPE (SsmShortcutsWindow, ssm_shortcuts_window, SSM, SHORTCUTS_WINDOW,
                      AdwWindow)

struct _SsmShortcutsWindow
{
  AdwWindow parent_instance;

  GtkWidget *groups[SSM_N_SECTIONS];
  GPtrArray *rows; /* of GtkWidget, owned by the groups */

  AdwPreferencesPage *page;
  GtkStack *stack;
  GtkEditable *search;
  GtkLabel *nothing_found;
};

G_DEFINE_FINAL_TYPE (SsmShortcutsWindow, ssm_shortcuts_window, ADW_TYPE_WINDOW)

/* (transfer full): "Shift+Ctrl+Page Down" for each key of the action. A key that another
 * keyboard writes otherwise is named once. */
static char **
name_keys (const SsmActionInfo *action)
{
  g_auto (GStrv) accels = g_strsplit (action->accels, " ", action->action != NULL ? 2 : -1);
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  guint n = action->action != NULL ? 1 : g_strv_length (accels);

  for (guint i = 0; i < n; i++)
    {
      guint key;
      GdkModifierType modifiers;
      g_autofree char *name = NULL;

      gtk_accelerator_parse (accels[i], &key, &modifiers);
      name = gtk_accelerator_get_label (key, modifiers);
      g_strv_builder_add (names, name);
    }

  return g_strv_builder_end (names);
}

static GtkWidget *
keys_new (char **keys)
{
  g_autofree char *all = g_strjoinv ("", keys);
  gboolean beside = g_utf8_strlen (all, -1) <= MAX_BESIDE;
  GtkWidget *box = gtk_box_new (
      beside ? GTK_ORIENTATION_HORIZONTAL : GTK_ORIENTATION_VERTICAL, 6);

  for (guint i = 0; keys[i] != NULL; i++)
    {
      GtkWidget *label = gtk_label_new (keys[i]);

      gtk_widget_add_css_class (label, "keycap");
      gtk_widget_set_halign (label, GTK_ALIGN_END);
      gtk_box_append (GTK_BOX (box), label);
    }
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);

  return box;
}

static void
add_row (SsmShortcutsWindow *self, const SsmActionInfo *action)
{
  GtkWidget *row = adw_action_row_new ();
  g_auto (GStrv) keys = name_keys (action);
  g_autofree char *said = g_strjoinv (", ", keys);
  g_autofree char *words = g_strconcat (_ (action->title), " ", said, NULL);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (action->title));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), keys_new (keys));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  said, -1);
  g_object_set_data_full (G_OBJECT (row), "words", g_utf8_casefold (words, -1), g_free);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->groups[action->section]), row);
  g_ptr_array_add (self->rows, row);
}

static void
fill (SsmShortcutsWindow *self)
{
  guint n;
  const SsmActionInfo *actions = ssm_actions_get (&n);

  for (SsmSection section = 0; section < SSM_N_SECTIONS; section++)
    {
      self->groups[section] = adw_preferences_group_new ();
      adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self->groups[section]),
                                       ssm_actions_section_title (section));
      adw_preferences_page_add (self->page, ADW_PREFERENCES_GROUP (self->groups[section]));
    }
  for (guint i = 0; i < n; i++)
    if (actions[i].accels != NULL)
      add_row (self, &actions[i]);
}

/* A group without a row has no title to show. */
static void
search_changed_cb (SsmShortcutsWindow *self)
{
  g_autofree char *wanted = g_utf8_casefold (gtk_editable_get_text (self->search), -1);
  gboolean found = FALSE;

  for (guint i = 0; i < SSM_N_SECTIONS; i++)
    gtk_widget_set_visible (self->groups[i], FALSE);
  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = self->rows->pdata[i];
      gboolean shown = strstr (g_object_get_data (G_OBJECT (row), "words"), wanted) != NULL;

      gtk_widget_set_visible (row, shown);
      if (!shown)
        continue;
      found = TRUE;
      gtk_widget_set_visible (gtk_widget_get_ancestor (row, ADW_TYPE_PREFERENCES_GROUP), TRUE);
    }
  if (!found)
    {
      g_autofree char *words = g_strdup_printf (_ ("Nothing found. No key does “%s”."),
                                                gtk_editable_get_text (self->search));

      gtk_label_set_text (self->nothing_found, words);
    }
  gtk_stack_set_visible_child_name (self->stack, found ? "keys" : "nothing");
}

/* Escape clears the search first and closes the window then. */
static void
search_stopped_cb (SsmShortcutsWindow *self)
{
  if (*gtk_editable_get_text (self->search) != '\0')
    gtk_editable_set_text (self->search, "");
  else
    gtk_window_close (GTK_WINDOW (self));
}

static void
ssm_shortcuts_window_dispose (GObject *object)
{
  SsmShortcutsWindow *self = SSM_SHORTCUTS_WINDOW (object);

  g_clear_pointer (&self->rows, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), SSM_TYPE_SHORTCUTS_WINDOW);
  G_OBJECT_CLASS (ssm_shortcuts_window_parent_class)->dispose (object);
}

static void
ssm_shortcuts_window_class_init (SsmShortcutsWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ssm_shortcuts_window_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/salesmap/SalesSystemMap/ui/ssm-shortcuts-window.ui");
  gtk_widget_class_bind_template_child (widget_class, SsmShortcutsWindow, page);
  gtk_widget_class_bind_template_child (widget_class, SsmShortcutsWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, SsmShortcutsWindow, search);
  gtk_widget_class_bind_template_child (widget_class, SsmShortcutsWindow, nothing_found);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_stopped_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
ssm_shortcuts_window_init (SsmShortcutsWindow *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  fill (self);
}

GtkWindow *
ssm_shortcuts_window_new (GtkWindow *parent)
{
  return g_object_new (SSM_TYPE_SHORTCUTS_WINDOW, "transient-for", parent, NULL);
}
