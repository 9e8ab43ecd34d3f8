/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-font-button.h"

#include <glib/gi18n-lib.h>

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return g_utf8_collate (*(const char * const *) a, *(const char * const *) b);
}

/* (transfer full): the program's own first. */
static GtkStringList *
list_families (GtkWidget *widget)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);
  g_autofree PangoFontFamily **families = NULL;
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  GtkStringList *list = gtk_string_list_new (NULL);
  int n;

  pango_context_list_families (context, &families, &n);
  for (int i = 0; i < n; i++)
    g_ptr_array_add (names, (gpointer) pango_font_family_get_name (families[i]));
  g_ptr_array_sort (names, compare_names);

  gtk_string_list_append (list, _ ("Our own"));
  for (guint i = 0; i < names->len; i++)
    gtk_string_list_append (list, g_ptr_array_index (names, i));
  return list;
}

static void
activated_cb (GtkListView *view, guint position, const char *action)
{
  GtkWidget *button = gtk_widget_get_ancestor (GTK_WIDGET (view), GTK_TYPE_MENU_BUTTON);
  GListModel *fonts = G_LIST_MODEL (gtk_list_view_get_model (view));
  g_autoptr (GtkStringObject) font = g_list_model_get_item (fonts, position);
  const char *name = gtk_string_object_get_string (font);

  gtk_menu_button_popdown (GTK_MENU_BUTTON (button));
  gtk_widget_activate_action (button, action, "s",
                              g_str_equal (name, _ ("Our own")) ? "" : name);
}

static void
setup_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_list_item_set_child (item, label);
}

static void
bind_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  GtkStringObject *font = gtk_list_item_get_item (item);

  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (item)),
                      gtk_string_object_get_string (font));
}

/* (transfer full): @fonts as far as their name has what is searched for. */
static GtkSelectionModel *
filter_by (GtkStringList *fonts, GtkWidget *search)
{
  GtkExpression *name = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");
  GtkStringFilter *filter = gtk_string_filter_new (name);
  GtkFilterListModel *found
    = gtk_filter_list_model_new (G_LIST_MODEL (fonts), GTK_FILTER (filter));

  g_object_bind_property (search, "text", filter, "search", G_BINDING_SYNC_CREATE);
  return GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (found)));
}

static GtkWidget *
list_new (GtkMenuButton *button, GtkWidget *search, const char *action)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *view;

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  view = gtk_list_view_new (filter_by (list_families (GTK_WIDGET (button)), search), factory);
  gtk_list_view_set_single_click_activate (GTK_LIST_VIEW (view), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Fonts"), -1);
  g_signal_connect (view, "activate", G_CALLBACK (activated_cb),
                    (gpointer) action);
  return view;
}

/* The first time somebody wants to see them. */
static void
fill_cb (GtkMenuButton *button, gpointer action)
{
  GtkWidget *popover, *box, *search, *scroller;

  if (gtk_menu_button_get_popover (button) != NULL)
    return;

  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  search = gtk_search_entry_new ();
  gtk_accessible_update_property (GTK_ACCESSIBLE (search), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Search fonts"), -1);
  scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller),
                                 list_new (button, search, action));
  gtk_widget_set_size_request (scroller, 240, 300);
  gtk_box_append (GTK_BOX (box), search);
  gtk_box_append (GTK_BOX (box), scroller);
  popover = gtk_popover_new ();
  g_signal_connect_object (search, "stop-search", G_CALLBACK (gtk_popover_popdown), popover,
                           G_CONNECT_SWAPPED);
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  gtk_menu_button_set_popover (button, popover);
}

GtkWidget *
ssm_font_button_new (const char *action)
{
  GtkWidget *button = gtk_menu_button_new ();

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "pan-down-symbolic");
  gtk_widget_set_tooltip_text (button, _ ("Fonts of this computer"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Fonts of this computer"), -1);
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (button), fill_cb,
                                         (gpointer) action, NULL);
  return button;
}
