/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-deal-list.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "ssm-deal-row.h"
#include "ssm-tab-within.h"
#include "ssm-words.h"

struct _SsmDealList
{
  GtkWidget parent_instance;

  SsmDealBoard *board;
  char *missed; /* criterion that shown deals miss, or NULL */
  GPtrArray *missing; /* these, or NULL */
  char *wanted; /* folded words that are searched for; "" for all */
  GtkFilter *filter;
  GtkSorter *sorter;
  GtkSingleSelection *selection;
  gboolean refreshing;

  GtkWidget *box;
  GtkEditable *search;
  GtkLabel *count;
  GtkDropDown *order;
  GtkWidget *miss_bar;
  GtkLabel *miss_words;
  GtkStack *found;
  AdwStatusPage *nothing;
  GtkListView *view;
};

G_DEFINE_FINAL_TYPE (SsmDealList, ssm_deal_list, GTK_TYPE_WIDGET)

static void
setup_cb (GtkListItemFactory *factory, GtkListItem *item, gpointer data)
{
  gtk_list_item_set_child (item, ssm_deal_row_new (SSM_DEAL_LIST (data)->board));
}

static void
bind_cb (GtkListItemFactory *factory, GtkListItem *item, gpointer data)
{
  ssm_deal_row_set_item (SSM_DEAL_ROW (gtk_list_item_get_child (item)),
                         gtk_list_item_get_item (item));
}

static void
unbind_cb (GtkListItemFactory *factory, GtkListItem *item, gpointer data)
{
  ssm_deal_row_set_item (SSM_DEAL_ROW (gtk_list_item_get_child (item)), NULL);
}

static gboolean
is_wanted (gpointer item, gpointer data)
{
  SsmDealList *self = data;

  return (self->missing == NULL || g_ptr_array_find (self->missing, item, NULL))
         && ssm_deal_item_matches (item, self->wanted);
}

static int
compare (gconstpointer a, gconstpointer b, gpointer data)
{
  SsmDealList *self = data;

  return ssm_deal_item_compare ((SsmDealItem *) a, (SsmDealItem *) b,
                                gtk_drop_down_get_selected (self->order));
}

static void
order_changed_cb (SsmDealList *self)
{
  if (self->sorter != NULL)
    gtk_sorter_changed (self->sorter, GTK_SORTER_CHANGE_DIFFERENT);
}

static void
selected_cb (SsmDealList *self)
{
  SsmDealItem *item = gtk_single_selection_get_selected_item (self->selection);

  if (item != NULL && !self->refreshing)
    ssm_deal_board_choose (self->board, ssm_deal_item_get_id (item));
}

static void
activate_cb (SsmDealList *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "deals.edit", NULL);
}

static void
show_found (SsmDealList *self)
{
  gboolean any = g_list_model_get_n_items (G_LIST_MODEL (self->selection)) > 0;

  gtk_stack_set_visible_child_name (
    self->found, any || (*self->wanted == '\0' && self->missed == NULL) ? "deals" : "nothing");
}

static void
search_changed_cb (SsmDealList *self)
{
  const char *words = gtk_editable_get_text (self->search);
  g_autofree char *nothing = g_strdup_printf (_("No deal is called “%s”."), words);
  g_autofree char *escaped = g_markup_escape_text (nothing, -1);

  g_free (self->wanted);
  self->wanted = ssm_words_fold (words);
  adw_status_page_set_description (self->nothing, escaped);
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  show_found (self);
}

static void
search_stopped_cb (SsmDealList *self)
{
  gtk_editable_set_text (self->search, "");
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
clear_search_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_editable_set_text (SSM_DEAL_LIST (widget)->search, "");
  ssm_deal_list_show_missing (SSM_DEAL_LIST (widget), NULL);
  gtk_widget_grab_focus (widget);
}

/* The list is one stop of Tab; letters that nobody in it wants are searched for. */
static gboolean
key_pressed_cb (SsmDealList *self, guint key, guint code, GdkModifierType state,
                GtkEventControllerKey *controller)
{
  GtkWidget *root = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)));

  if (key == GDK_KEY_Delete && (state & gtk_accelerator_get_default_mod_mask ()) == 0)
    return gtk_widget_activate_action (GTK_WIDGET (self), "deals.delete", NULL);
  if (key == GDK_KEY_Tab && (state & GDK_CONTROL_MASK) == 0)
    return gtk_widget_activate_action (GTK_WIDGET (self), "deals.edit", NULL);
  if (key == GDK_KEY_ISO_Left_Tab)
    return gtk_widget_grab_focus (GTK_WIDGET (self->order));
  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0 || root == NULL
      || !g_unichar_isgraph (gdk_keyval_to_unicode (key)))
    return FALSE;
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
  return gtk_event_controller_key_forward (
    controller, GTK_WIDGET (gtk_editable_get_delegate (self->search)));
}

/* From what is searched for on to what was found. */
static gboolean
search_key_cb (SsmDealList *self, guint key)
{
  return key == GDK_KEY_Down && gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static gboolean
ssm_deal_list_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (SSM_DEAL_LIST (widget)->search));
}

static void
ssm_deal_list_dispose (GObject *object)
{
  SsmDealList *self = SSM_DEAL_LIST (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), SSM_TYPE_DEAL_LIST);
  g_clear_object (&self->selection);
  g_clear_object (&self->filter);
  g_clear_object (&self->sorter);
  g_clear_object (&self->board);
  g_clear_pointer (&self->wanted, g_free);
  g_clear_pointer (&self->missed, g_free);
  g_clear_pointer (&self->missing, g_ptr_array_unref);
  G_OBJECT_CLASS (ssm_deal_list_parent_class)->dispose (object);
}

static void
ssm_deal_list_class_init (SsmDealListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ssm_deal_list_dispose;
  widget_class->focus = ssm_tab_within;
  widget_class->grab_focus = ssm_deal_list_grab_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_install_action (widget_class, "deal-list.clear-search", NULL,
                                   clear_search_activated);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/salesmap/SalesSystemMap/ui/ssm-deal-list.ui");
  gtk_widget_class_bind_template_child (widget_class, SsmDealList, box);
  gtk_widget_class_bind_template_child (widget_class, SsmDealList, search);
  gtk_widget_class_bind_template_child (widget_class, SsmDealList, count);
  gtk_widget_class_bind_template_child (widget_class, SsmDealList, order);
  gtk_widget_class_bind_template_child (widget_class, SsmDealList, miss_bar);
  gtk_widget_class_bind_template_child (widget_class, SsmDealList, miss_words);
  gtk_widget_class_bind_template_child (widget_class, SsmDealList, found);
  gtk_widget_class_bind_template_child (widget_class, SsmDealList, nothing);
  gtk_widget_class_bind_template_child (widget_class, SsmDealList, view);
  gtk_widget_class_bind_template_callback (widget_class, order_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_stopped_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
}

static void
ssm_deal_list_init (SsmDealList *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->wanted = g_strdup ("");
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->view), keys);
  keys = gtk_event_controller_key_new ();
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (search_key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->search), keys);
}

void
ssm_deal_list_follow (SsmDealList *self, SsmDealBoard *board)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkFilterListModel *filtered;
  GtkSortListModel *sorted;

  g_return_if_fail (SSM_IS_DEAL_LIST (self) && self->board == NULL);

  self->board = g_object_ref (board);
  self->filter = GTK_FILTER (gtk_custom_filter_new (is_wanted, self, NULL));
  self->sorter = GTK_SORTER (gtk_custom_sorter_new (compare, self, NULL));
  filtered = gtk_filter_list_model_new (g_object_ref (ssm_deal_board_get_items (board)),
                                        g_object_ref (self->filter));
  sorted = gtk_sort_list_model_new (G_LIST_MODEL (filtered), g_object_ref (self->sorter));
  self->selection = gtk_single_selection_new (G_LIST_MODEL (sorted));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (selected_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), self);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), self);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), self);
  gtk_list_view_set_factory (self->view, factory);
  g_object_unref (factory);
  gtk_list_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
}

/* "10 open deals" */
static void
show_count (SsmDealList *self, GListModel *items)
{
  guint n = g_list_model_get_n_items (items), n_open = 0;
  g_autofree char *words = NULL;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (SsmDealItem) item = g_list_model_get_item (items, i);

      n_open += ssm_deal_item_get_brief (item)->is_open ? 1 : 0;
    }
  words = g_strdup_printf (ngettext ("%u open deal", "%u open deals", n_open), n_open);
  gtk_label_set_text (self->count, words);
}

static void
select_chosen (SsmDealList *self)
{
  SsmDealItem *chosen
    = ssm_deal_board_find (self->board, ssm_deal_board_get_chosen (self->board));
  GListModel *model = G_LIST_MODEL (self->selection);
  guint n = g_list_model_get_n_items (model), place = GTK_INVALID_LIST_POSITION;

  if (chosen == gtk_single_selection_get_selected_item (self->selection))
    return;
  for (guint i = 0; i < n && place == GTK_INVALID_LIST_POSITION; i++)
    {
      g_autoptr (SsmDealItem) item = g_list_model_get_item (model, i);

      if (item == chosen)
        place = i;
    }
  gtk_single_selection_set_selected (self->selection, place);
}

/* A criterion that the map has no more is missed by none. */
static void
find_missing (SsmDealList *self)
{
  SsmMap *map = ssm_document_get_map (ssm_deal_board_get_document (self->board));
  const SsmPart *part = self->missed != NULL ? ssm_map_find (map, self->missed) : NULL;
  g_autofree char *words = NULL;

  g_clear_pointer (&self->missing, g_ptr_array_unref);
  gtk_widget_set_visible (self->miss_bar, self->missed != NULL);
  if (self->missed == NULL)
    return;
  self->missing = ssm_deal_board_missing (self->board, self->missed);
  /* Translators: above a list of deals that lack this criterion */
  words = g_strdup_printf (_("Missing: %s"), ssm_part_text (part, SSM_CRITERION_TEXT));
  gtk_label_set_text (self->miss_words, words);
  adw_status_page_set_description (self->nothing, _("No open deal misses this."));
}

void
ssm_deal_list_show_missing (SsmDealList *self, const char *id)
{
  g_return_if_fail (SSM_IS_DEAL_LIST (self));

  g_free (self->missed);
  self->missed = g_strdup (id);
  ssm_deal_list_refresh (self);
}

void
ssm_deal_list_refresh (SsmDealList *self)
{
  GListModel *items;

  g_return_if_fail (SSM_IS_DEAL_LIST (self));

  self->refreshing = TRUE;
  items = ssm_deal_board_get_items (self->board);
  find_missing (self);
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  gtk_sorter_changed (self->sorter, GTK_SORTER_CHANGE_DIFFERENT);
  show_count (self, items);
  select_chosen (self);
  show_found (self);
  self->refreshing = FALSE;
}
