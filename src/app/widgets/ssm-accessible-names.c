/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What GTK and libadwaita make within their own widgets, and leave without a name for a
 * screen reader, or name "_Cancel Cancel". These widgets are private or come and go by
 * themselves, so each is mended at the moment when it is shown. */

#include "ssm-accessible-names.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "ssm-widget-find.h"

static void
say (GtkWidget *widget, GtkAccessibleProperty property, const char *words)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), property, words, -1);
}

static void
set_name (GtkWidget *widget, const char *words)
{
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (widget),
                                 GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  say (widget, GTK_ACCESSIBLE_PROPERTY_LABEL, words);
}

static void
name_menu (GtkWidget *menu)
{
  const char *words = gtk_widget_get_tooltip_text (gtk_widget_get_parent (menu));

  set_name (menu, words != NULL ? words : _ ("Context menu"));
}

/* GTK 4.18 takes the name from a label of a role that may not have one. */
static void
name_menu_item (GtkWidget *item)
{
  g_autofree char *text = NULL;

  g_object_get (item, "text", &text, NULL);
  if (text != NULL && *text != '\0')
    set_name (item, text);
}

static void
name_list_item (GtkWidget *item)
{
  GtkWidget *label = ssm_widget_find (item, GTK_TYPE_LABEL);

  if (label != NULL)
    gtk_accessible_update_relation (GTK_ACCESSIBLE (item),
                                    GTK_ACCESSIBLE_RELATION_LABELLED_BY, label, NULL, -1);
}

static void
name_views (GtkWidget *switcher)
{
  set_name (switcher, _ ("View"));
}

/* What is written on a button, or by its side. */
static const char *
button_words (GtkWidget *button)
{
  GtkWidget *label = ssm_widget_find (button, GTK_TYPE_LABEL);

  return label != NULL ? gtk_label_get_text (GTK_LABEL (label))
                       : gtk_widget_get_tooltip_text (button);
}

static gboolean
is_only_a_cross (GtkWidget *button)
{
  return GTK_IS_BUTTON (button) && gtk_widget_get_tooltip_text (button) == NULL
         && g_strcmp0 (gtk_button_get_icon_name (GTK_BUTTON (button)),
                       "window-close-symbolic") == 0;
}

/* With an underscore GTK says both what it was given and what is seen. Toasts and info bars
 * have a cross to close them, and the window about the program buttons with no name. */
static void
name_button (GtkWidget *button)
{
  gboolean underlined = FALSE;
  const char *words = NULL;

  g_object_get (button, "use-underline", &underlined, NULL);
  if (underlined || ADW_IS_ABOUT_WINDOW (gtk_widget_get_root (button)))
    words = button_words (button);
  else if (is_only_a_cross (button))
    words = _ ("Close");
  if (words != NULL)
    set_name (button, words);
}

static const char *
chosen_words (AdwActionRow *row)
{
  gpointer item
    = ADW_IS_COMBO_ROW (row) ? adw_combo_row_get_selected_item (ADW_COMBO_ROW (row)) : NULL;

  return GTK_IS_STRING_OBJECT (item) ? gtk_string_object_get_string (item) : "";
}

/* "Letter. Of new maps": what is chosen, and what stands under the title. */
static void
describe_row (AdwActionRow *row)
{
  const char *chosen = chosen_words (row);
  const char *subtitle = adw_action_row_get_subtitle (row);
  g_autofree char *both = NULL;

  if (subtitle == NULL || *subtitle == '\0')
    subtitle = chosen;
  else if (*chosen != '\0')
    subtitle = both = g_strdup_printf (_ ("%s. %s"), chosen, subtitle);
  if (*subtitle != '\0')
    say (GTK_WIDGET (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, subtitle);
}

static void
follow (gpointer object, const char *detailed_signal, GCallback callback, gpointer data)
{
  g_signal_handlers_disconnect_by_func (object, callback, data);
  g_signal_connect_object (object, detailed_signal, callback, data, G_CONNECT_SWAPPED);
}

static void
describe_action_row (GtkWidget *row)
{
  describe_row (ADW_ACTION_ROW (row));
  follow (row, "notify::subtitle", G_CALLBACK (describe_row), row);
  if (ADW_IS_COMBO_ROW (row))
    follow (row, "notify::selected-item", G_CALLBACK (describe_row), row);
}

/* The row within is where the keyboard is. */
static void
say_expanded (AdwExpanderRow *row)
{
  GtkWidget *head = ssm_widget_find (GTK_WIDGET (row), ADW_TYPE_ACTION_ROW);

  gtk_accessible_update_state (GTK_ACCESSIBLE (head), GTK_ACCESSIBLE_STATE_EXPANDED,
                               adw_expander_row_get_expanded (row), -1);
}

static void
describe_expander_row (GtkWidget *row)
{
  say_expanded (ADW_EXPANDER_ROW (row));
  follow (row, "notify::expanded", G_CALLBACK (say_expanded), row);
}

/* By name, because some of the types are private. */
static const struct
{
  const char *type;
  void (*mend) (GtkWidget *widget);
} menders[] = {
  { "GtkModelButton", name_menu_item },
  { "GtkListItemWidget", name_list_item },
  { "GtkPopoverMenu", name_menu },
  { "GtkButton", name_button },
  { "GtkCheckButton", name_button },
  { "AdwViewSwitcher", name_views },
  { "AdwActionRow", describe_action_row },
  { "AdwExpanderRow", describe_expander_row },
};

/* TRUE: it stays. */
static gboolean
widget_mapped_cb (GSignalInvocationHint *hint, guint n_values, const GValue *values,
                  gpointer data)
{
  GtkWidget *widget = g_value_get_object (values);

  for (guint i = 0; i < G_N_ELEMENTS (menders); i++)
    {
      if (g_type_is_a (G_OBJECT_TYPE (widget), g_type_from_name (menders[i].type)))
        menders[i].mend (widget);
    }

  return TRUE;
}

void
ssm_accessible_names_watch (void)
{
  g_autoptr (GTypeClass) loaded = g_type_class_ref (GTK_TYPE_WIDGET);

  g_signal_add_emission_hook (g_signal_lookup ("map", GTK_TYPE_WIDGET), 0, widget_mapped_cb,
                              NULL, NULL);
}
