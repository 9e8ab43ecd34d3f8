/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-start-view.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "ssm-columns.h"
#include "ssm-quote.h"
#include "ssm-recent.h"
#include "ssm-resources.h"
#include "ssm-tab-within.h"
#include "ssm-template-card.h"
#include "ssm-template.h"
#include "ssm-workshop-state.h"

/* Fewer recent maps are found faster by looking. */
#define SEARCH_FROM 7

struct _SsmStartView
{
  GtkWidget parent_instance;

  GPtrArray *drafts; /* of SsmDraft */
  GtkFilter *filter;

  GtkWidget *scroller;
  GtkWidget *bar;
  GtkWidget *drafts_box;
  GtkListBox *drafts_list;
  GtkWidget *first_card;
  GtkWidget *second_card;
  GtkWidget *third_card;
  GtkListBox *more_list;
  GtkWidget *recent_box;
  GtkListBox *recent_list;
  GtkLabel *nothing_found;
  GtkEditable *search;
};

G_DEFINE_FINAL_TYPE (SsmStartView, ssm_start_view, GTK_TYPE_WIDGET)

static gboolean
matches_search (gpointer item, gpointer data)
{
  SsmStartView *self = data;
  g_autofree char *wanted = g_utf8_casefold (gtk_editable_get_text (self->search), -1);
  g_autofree char *title = g_utf8_casefold (ssm_recent_item_get_title (item), -1);

  return strstr (title, wanted) != NULL;
}

static GtkWidget *
recent_row_new (gpointer item, gpointer data)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *place = ssm_recent_item_describe_place (item);
  g_autofree char *time = ssm_recent_item_describe_time (item);
  g_autofree char *uri = g_file_get_uri (ssm_recent_item_get_file (item));
  gboolean missing = ssm_recent_item_is_missing (item);
  GtkWidget *when = gtk_label_new (missing ? _ ("Not found") : time);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), ssm_recent_item_get_title (item));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), place);
  adw_action_row_set_icon_name (ADW_ACTION_ROW (row), "ssm-map-symbolic");
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 1);
  gtk_widget_add_css_class (when, "secondary");
  gtk_widget_add_css_class (when, "numeric");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), when);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", uri);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.open-uri");

  return row;
}

/* "Draft from 10:40, northgate.salesmap" */
static char *
describe_draft (SsmDraft *draft)
{
  g_autoptr (GDateTime) time = g_date_time_to_local (ssm_draft_get_time (draft));
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  gboolean today = g_date_time_get_day_of_year (now) == g_date_time_get_day_of_year (time)
                   && g_date_time_get_year (now) == g_date_time_get_year (time);
  g_autofree char *when = g_date_time_format (time, today ? "%H:%M" : _ ("%-d %b %Y, %H:%M"));
  g_autofree char *name = NULL, *shown = NULL;

  if (ssm_draft_get_path (draft) == NULL)
    return ssm_draft_was_crash (draft)
               ? g_strdup_printf (_ ("Not saved yet, kept at %s when the program stopped"), when)
               : g_strdup_printf (_ ("Not saved yet, kept at %s"), when);
  name = g_path_get_basename (ssm_draft_get_path (draft));
  shown = ssm_quote (name, -1);

  return g_strdup_printf (_ ("Changes to “%s”, kept at %s"), shown, when);
}

/* (transfer full): "Continue the workshop, block 5, 4:10 left" where the program stopped in
 * the middle of one on this map; else NULL. */
static char *
describe_workshop (SsmDraft *draft)
{
  g_autoptr (GPtrArray) states = ssm_workshop_state_list ();
  const char *path = ssm_draft_get_path (draft);

  for (guint i = 0; i < states->len; i++)
    {
      const SsmWorkshopState *state = states->pdata[i];
      int left = MAX (state->left, 0);

      if (g_strcmp0 (state->path, path) == 0
          && (path != NULL || g_str_equal (state->title, ssm_draft_get_title (draft))))
        /* Translators: the number of a block, minutes and seconds */
        return g_strdup_printf (_ ("Continue the workshop, block %u, %d:%02d left"),
                                state->step + 1, left / 60, left % 60);
    }
  return NULL;
}

static GtkWidget *
draft_row_new (SsmDraft *draft, guint index)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *discard = gtk_button_new ();
  g_autofree char *workshop = describe_workshop (draft);
  g_autofree char *subtitle = workshop != NULL ? g_steal_pointer (&workshop)
                                               : describe_draft (draft);
  g_autofree char *name = NULL;

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), ssm_draft_get_title (draft));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_icon_name (ADW_ACTION_ROW (row), "document-open-recent-symbolic");
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "u", index);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.restore-draft");

  /* Translators: said by a screen reader of a button that throws the draft %s away */
  name = g_strdup_printf (_ ("Discard the draft “%s”"), ssm_draft_get_title (draft));
  gtk_accessible_update_property (GTK_ACCESSIBLE (discard), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
  /* A button's own label would be its name. */
  gtk_button_set_child (GTK_BUTTON (discard), gtk_label_new (_ ("Discard")));
  gtk_widget_add_css_class (discard, "text-button");
  gtk_widget_set_valign (discard, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (discard), "u", index);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (discard), "win.discard-draft");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), discard);

  return row;
}

static void
clear_list (GtkListBox *list)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (list, 0)) != NULL)
    gtk_list_box_remove (list, GTK_WIDGET (row));
}

static void
show_drafts (SsmStartView *self)
{
  g_clear_pointer (&self->drafts, g_ptr_array_unref);
  self->drafts = ssm_recovery_list (SSM_KIND_MAP);
  clear_list (self->drafts_list);
  for (guint i = 0; i < self->drafts->len; i++)
    gtk_list_box_append (self->drafts_list,
                         draft_row_new (g_ptr_array_index (self->drafts, i), i));
  gtk_widget_set_visible (self->drafts_box, self->drafts->len > 0);
}

static void
show_recent (SsmStartView *self)
{
  g_autoptr (GListModel) recent = ssm_recent_load ();
  guint n = g_list_model_get_n_items (recent);
  GtkFilterListModel *shown;

  self->filter = GTK_FILTER (gtk_custom_filter_new (matches_search, self, NULL));
  shown = gtk_filter_list_model_new (g_steal_pointer (&recent), self->filter);
  gtk_list_box_bind_model (self->recent_list, G_LIST_MODEL (shown), recent_row_new, NULL,
                           NULL);
  g_object_unref (shown);
  gtk_widget_set_visible (self->recent_box, n > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->search), n >= SEARCH_FROM);
}

static void
search_changed_cb (GtkEditable *search, gpointer data)
{
  SsmStartView *self = data;
  gboolean found;

  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  found = gtk_list_box_get_row_at_index (self->recent_list, 0) != NULL;
  gtk_widget_set_visible (GTK_WIDGET (self->recent_list), found);
  gtk_widget_set_visible (GTK_WIDGET (self->nothing_found), !found);
  if (!found)
    {
      g_autofree char *words = g_strdup_printf (_ ("Nothing found. No map is called “%s”."),
                                                gtk_editable_get_text (search));

      gtk_label_set_text (self->nothing_found, words);
    }
}

static void
search_stopped_cb (GtkEditable *search)
{
  gtk_editable_set_text (search, "");
}

static void
fill_card (GtkWidget *card, guint index)
{
  SsmTemplate info = ssm_resources_template_at (index);
  g_autoptr (SsmPart) map = ssm_template_map_new (info.name);

  g_object_set (card, "title", info.title, "subtitle", info.description, NULL);
  ssm_template_card_set_map (SSM_TEMPLATE_CARD (card), map);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (card), "s", info.name);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (card), "win.new-from-template");
}

static GtkWidget *
template_row_new (guint index)
{
  SsmTemplate info = ssm_resources_template_at (index);
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), info.title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), info.description);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", info.name);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.new-from-template");

  return row;
}

static void
fill_templates (SsmStartView *self)
{
  GtkWidget *cards[] = { self->first_card, self->second_card, self->third_card };

  for (guint i = 0; i < G_N_ELEMENTS (cards); i++)
    fill_card (cards[i], i);
  for (guint i = G_N_ELEMENTS (cards); i < ssm_resources_n_templates (); i++)
    gtk_list_box_append (self->more_list, template_row_new (i));
}

/* Work that a crash interrupted comes first, else what most people came for. */
static gboolean
ssm_start_view_grab_focus (GtkWidget *widget)
{
  SsmStartView *self = SSM_START_VIEW (widget);

  if (self->drafts != NULL && self->drafts->len > 0
      && ssm_draft_was_crash (g_ptr_array_index (self->drafts, 0)))
    return gtk_widget_grab_focus (
        GTK_WIDGET (gtk_list_box_get_row_at_index (self->drafts_list, 0)));

  return gtk_widget_grab_focus (self->first_card);
}

/* A window that opens with a map never shows its start page and never fills it. */
static void
ssm_start_view_map (GtkWidget *widget)
{
  SsmStartView *self = SSM_START_VIEW (widget);

  if (gtk_list_box_get_row_at_index (self->more_list, 0) == NULL)
    {
      fill_templates (self);
      ssm_start_view_refresh (self);
      gtk_widget_grab_focus (widget);
    }
  GTK_WIDGET_CLASS (ssm_start_view_parent_class)->map (widget);
}

static void
ssm_start_view_dispose (GObject *object)
{
  SsmStartView *self = SSM_START_VIEW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), SSM_TYPE_START_VIEW);
  g_clear_pointer (&self->drafts, g_ptr_array_unref);
  G_OBJECT_CLASS (ssm_start_view_parent_class)->dispose (object);
}

static void
ssm_start_view_class_init (SsmStartViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ssm_start_view_dispose;
  widget_class->focus = ssm_tab_within;
  widget_class->grab_focus = ssm_start_view_grab_focus;
  widget_class->map = ssm_start_view_map;

  g_type_ensure (SSM_TYPE_COLUMNS);
  g_type_ensure (SSM_TYPE_TEMPLATE_CARD);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_v, GDK_CONTROL_MASK,
                                       "win.paste-map", NULL);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/salesmap/SalesSystemMap/ui/ssm-start-view.ui");
  gtk_widget_class_bind_template_child (widget_class, SsmStartView, scroller);
  gtk_widget_class_bind_template_child (widget_class, SsmStartView, bar);
  gtk_widget_class_bind_template_child (widget_class, SsmStartView, drafts_box);
  gtk_widget_class_bind_template_child (widget_class, SsmStartView, drafts_list);
  gtk_widget_class_bind_template_child (widget_class, SsmStartView, first_card);
  gtk_widget_class_bind_template_child (widget_class, SsmStartView, second_card);
  gtk_widget_class_bind_template_child (widget_class, SsmStartView, third_card);
  gtk_widget_class_bind_template_child (widget_class, SsmStartView, more_list);
  gtk_widget_class_bind_template_child (widget_class, SsmStartView, recent_box);
  gtk_widget_class_bind_template_child (widget_class, SsmStartView, recent_list);
  gtk_widget_class_bind_template_child (widget_class, SsmStartView, nothing_found);
  gtk_widget_class_bind_template_child (widget_class, SsmStartView, search);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_stopped_cb);
}

static void
ssm_start_view_init (SsmStartView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_orientable_set_orientation (
      GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))),
      GTK_ORIENTATION_VERTICAL);
}

void
ssm_start_view_refresh (SsmStartView *self)
{
  g_return_if_fail (SSM_IS_START_VIEW (self));

  show_drafts (self);
  show_recent (self);
}

SsmDraft *
ssm_start_view_get_draft (SsmStartView *self, guint index)
{
  g_return_val_if_fail (SSM_IS_START_VIEW (self), NULL);

  if (self->drafts == NULL || index >= self->drafts->len)
    return NULL;

  return g_ptr_array_index (self->drafts, index);
}
