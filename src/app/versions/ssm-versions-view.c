/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-versions-view.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "ssm-change-list.h"
#include "ssm-columns.h"
#include "ssm-commands.h"
#include "ssm-map-page.h"
#include "ssm-map-version.h"
#include "ssm-name-dialog.h"
#include "ssm-page-view.h"
#include "ssm-tab-stop.h"
#include "ssm-tab-within.h"
#include "ssm-version-words.h"

struct _SsmVersionsView
{
  GtkWidget parent_instance;

  SsmDocument *document;
  char *id; /* of the version that is compared; NULL: the newest, from "Now" */
  gboolean refreshing;

  GtkWidget *content;
  AdwWindowTitle *title;
  GtkWidget *back;
  GtkStack *mode;
  AdwLeaflet *leaflet;
  GtkWidget *list_pane;
  GtkListBox *versions;
  GtkWidget *change_pane;
  GtkWidget *card;
  GtkLabel *summary;
  GtkWidget *version_tools;
  GtkToggleButton *in_words;
  GtkToggleButton *on_page;
  GtkWidget *sides;
  GtkToggleButton *then_side;
  GtkToggleButton *now_side;
  GtkStack *ways;
  SsmChangeList *changes;
  SsmPageView *page;
};

enum
{
  LEFT,
  GO_TO,
  TOAST,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SsmVersionsView, ssm_versions_view, GTK_TYPE_WIDGET)

static SsmMap *
get_map (SsmVersionsView *self)
{
  return ssm_document_get_map (self->document);
}

/* The version that is compared, or NULL where there is none. */
static const char *
get_compared (SsmVersionsView *self)
{
  if (self->id != NULL && ssm_map_version_content (get_map (self), self->id) != NULL)
    return self->id;

  return ssm_version_newest (get_map (self));
}

static GtkWidget *
row_new (const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  return row;
}

/* "Now", and how far it is from the version kept last. */
static GtkWidget *
now_row_new (SsmMap *map, const char *newest)
{
  g_autoptr (SsmDiff) diff = ssm_version_changes (map, newest);
  g_autofree char *count = ssm_version_count (diff != NULL ? diff->changes->len : 0);
  g_autofree char *title = ssm_version_title (map, newest);
  /* Translators: “5 changes”, then the name of a version */
  g_autofree char *subtitle = g_strdup_printf (_("%s since %s"), count, title);

  return row_new (_("Now"), subtitle);
}

static GtkWidget *
version_row_new (SsmMap *map, const char *id)
{
  g_autoptr (SsmDiff) diff = ssm_version_changes (map, id);
  g_autofree char *title = ssm_version_title (map, id);
  g_autofree char *about = ssm_version_describe (map, id);
  g_autofree char *count = ssm_version_count (diff != NULL ? diff->changes->len : 0);
  /* Translators: date and owner of a version, then “5 changes” */
  g_autofree char *subtitle = g_strdup_printf (_("%s\n%s since then"), about, count);
  GtkWidget *row = row_new (title, subtitle);

  g_object_set_data_full (G_OBJECT (row), "id", g_strdup (id), g_free);
  return row;
}

static void
append_row (SsmVersionsView *self, GtkWidget *row)
{
  const char *id = g_object_get_data (G_OBJECT (row), "id");

  gtk_list_box_append (self->versions, row);
  if (g_strcmp0 (id, self->id) == 0)
    gtk_list_box_select_row (self->versions, GTK_LIST_BOX_ROW (row));
}

/* The newest first, as one looks for it. */
static void
fill_versions (SsmVersionsView *self)
{
  SsmMap *map = get_map (self);
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->versions, 0)) != NULL)
    gtk_list_box_remove (self->versions, GTK_WIDGET (row));
  append_row (self, now_row_new (map, ssm_version_newest (map)));
  for (guint i = ssm_map_n_versions (map); i > 0; i--)
    append_row (self, version_row_new (map, ssm_part_id (ssm_map_version (map, i - 1))));
}

static void
show_page (SsmVersionsView *self, const SsmDiff *diff)
{
  gboolean now = gtk_toggle_button_get_active (self->now_side);
  SsmMap *map = now ? diff->after : diff->before;
  g_autoptr (SsmPage) page = ssm_map_page_new (map, NULL);
  SsmPageMarks *marks = ssm_page_marks_new (page, diff, now);
  guint n = ssm_page_marks_get_n (marks);
  g_autofree char *then = ssm_version_title (get_map (self), get_compared (self));
  g_autofree char *name = g_strdup_printf (
      ngettext ("The page, %s, with %u place marked", "The page, %s, with %u places marked", n),
      now ? _("Now") : then, n);

  ssm_page_view_set_page (self->page, page, name);
  ssm_page_view_set_marks (self->page, marks);
  gtk_button_set_label (GTK_BUTTON (self->then_side), then);
}

static void
show_changes (SsmVersionsView *self)
{
  const char *id = get_compared (self);
  g_autoptr (SsmDiff) diff = ssm_version_changes (get_map (self), id);
  g_autofree char *title = ssm_version_title (get_map (self), id);
  g_autofree char *count = ssm_version_count (diff != NULL ? diff->changes->len : 0);
  g_autofree char *words = g_strdup_printf (_("%s since %s"), count, title);
  gboolean on_page = gtk_toggle_button_get_active (self->on_page);

  gtk_label_set_text (self->summary, words);
  gtk_widget_set_visible (self->version_tools, self->id != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "versions.go-back",
                                 diff != NULL && diff->changes->len > 0);
  gtk_widget_set_visible (self->sides, on_page);
  if (diff == NULL || (diff->changes->len == 0 && !on_page))
    {
      gtk_stack_set_visible_child_name (self->ways, "same");
      return;
    }
  if (on_page)
    show_page (self, diff);
  else
    ssm_change_list_show (self->changes, diff, title, _("Now"));
  gtk_stack_set_visible_child_name (self->ways, on_page ? "page" : "words");
}

static void
refresh (SsmVersionsView *self)
{
  gboolean none = ssm_version_newest (get_map (self)) == NULL;

  adw_window_title_set_subtitle (self->title, ssm_document_get_title (self->document));
  gtk_stack_set_visible_child_name (self->mode, none ? "none" : "panes");
  if (none)
    return;
  if (self->id != NULL && ssm_map_version_content (get_map (self), self->id) == NULL)
    g_clear_pointer (&self->id, g_free);
  self->refreshing = TRUE;
  fill_versions (self);
  self->refreshing = FALSE;
  show_changes (self);
}

/* The rows are made anew when the map changes; whoever was on one stays there. */
static void
map_changed_cb (SsmVersionsView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  gboolean lost = focus == NULL || gtk_widget_is_ancestor (focus, self->content);

  refresh (self);
  if (lost)
    gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
row_selected_cb (SsmVersionsView *self, GtkListBoxRow *row)
{
  if (row == NULL || self->refreshing)
    return;
  g_free (self->id);
  self->id = g_strdup (g_object_get_data (G_OBJECT (row), "id"));
  gtk_toggle_button_set_active (self->id != NULL ? self->then_side : self->now_side, TRUE);
  show_changes (self);
}

static void
next_pane_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SsmVersionsView *self = SSM_VERSIONS_VIEW (widget);
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus != NULL && gtk_widget_is_ancestor (focus, self->list_pane))
    gtk_widget_child_focus (self->change_pane, GTK_DIR_TAB_FORWARD);
  else
    gtk_widget_grab_focus (widget);
}

static void
row_activated_cb (SsmVersionsView *self)
{
  adw_leaflet_set_visible_child (self->leaflet, self->change_pane);
  if (adw_leaflet_get_folded (self->leaflet))
    gtk_widget_child_focus (self->change_pane, GTK_DIR_TAB_FORWARD);
}

static void
way_changed_cb (SsmVersionsView *self)
{
  if (self->document != NULL && get_compared (self) != NULL)
    show_changes (self);
}

static void
folded_cb (SsmVersionsView *self)
{
  gboolean folded = adw_leaflet_get_folded (self->leaflet);

  ssm_change_list_set_narrow (self->changes, folded);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->card),
                                  folded ? GTK_ORIENTATION_VERTICAL
                                         : GTK_ORIENTATION_HORIZONTAL);
}

static void
go_to_cb (SsmVersionsView *self, const char *id)
{
  g_signal_emit (self, signals[GO_TO], 0, id);
}

/* Back to the list where only one pane has room, else to the map. */
static void
back_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SsmVersionsView *self = SSM_VERSIONS_VIEW (widget);

  if (adw_leaflet_get_folded (self->leaflet)
      && adw_leaflet_get_visible_child (self->leaflet) == self->change_pane)
    {
      adw_leaflet_set_visible_child (self->leaflet, self->list_pane);
      gtk_widget_grab_focus (widget);
    }
  else
    g_signal_emit (self, signals[LEFT], 0);
}

/* Takes @command. */
static void
apply (SsmVersionsView *self, SsmCommand *command)
{
  g_autoptr (SsmCommand) done = command;

  ssm_document_apply (self->document, g_steal_pointer (&done->map), done->label, NULL);
  if (done->toast != NULL)
    g_signal_emit (self, signals[TOAST], 0, done->toast);
}

static void
go_back_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (SsmVersionsView) self = g_object_ref (SSM_VERSIONS_VIEW (widget));

  if (self->id == NULL)
    return;
  apply (self, ssm_command_go_back_to_version (get_map (self), self->id));
  g_signal_emit (self, signals[LEFT], 0);
}

static void
delete_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SsmVersionsView *self = SSM_VERSIONS_VIEW (widget);

  if (self->id != NULL)
    apply (self, ssm_command_delete_version (get_map (self), self->id));
}

static void
renamed_cb (const char *name, gpointer data)
{
  SsmVersionsView *self = data;

  if (self->id != NULL)
    apply (self, ssm_command_rename_version (get_map (self), self->id, name));
}

static void
rename_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SsmVersionsView *self = SSM_VERSIONS_VIEW (widget);
  const SsmPart *version = self->id != NULL ? ssm_map_find (get_map (self), self->id) : NULL;
  SsmNameQuestion question = { .heading = _("Rename Version"),
                               .label = _("Name of the version"),
                               .verb = _("_Rename") };

  if (version == NULL)
    return;
  question.text = ssm_part_text (version, SSM_VERSION_LABEL);
  ssm_name_dialog_ask (GTK_WINDOW (gtk_widget_get_root (widget)), &question, renamed_cb,
                       g_object_ref (self), g_object_unref);
}

static gboolean
ssm_versions_view_grab_focus (GtkWidget *widget)
{
  SsmVersionsView *self = SSM_VERSIONS_VIEW (widget);
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->versions);

  if (row != NULL && gtk_widget_grab_focus (GTK_WIDGET (row)))
    return TRUE;
  return gtk_widget_child_focus (GTK_WIDGET (self->mode), GTK_DIR_TAB_FORWARD);
}

static void
ssm_versions_view_dispose (GObject *object)
{
  SsmVersionsView *self = SSM_VERSIONS_VIEW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), SSM_TYPE_VERSIONS_VIEW);
  g_clear_object (&self->document);
  g_clear_pointer (&self->id, g_free);
  G_OBJECT_CLASS (ssm_versions_view_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/salesmap/SalesSystemMap/ui/ssm-versions-view.ui");
  gtk_widget_class_bind_template_child (widget_class, SsmVersionsView, content);
  gtk_widget_class_bind_template_child (widget_class, SsmVersionsView, title);
  gtk_widget_class_bind_template_child (widget_class, SsmVersionsView, back);
  gtk_widget_class_bind_template_child (widget_class, SsmVersionsView, mode);
  gtk_widget_class_bind_template_child (widget_class, SsmVersionsView, leaflet);
  gtk_widget_class_bind_template_child (widget_class, SsmVersionsView, list_pane);
  gtk_widget_class_bind_template_child (widget_class, SsmVersionsView, versions);
  gtk_widget_class_bind_template_child (widget_class, SsmVersionsView, change_pane);
  gtk_widget_class_bind_template_child (widget_class, SsmVersionsView, card);
  gtk_widget_class_bind_template_child (widget_class, SsmVersionsView, summary);
  gtk_widget_class_bind_template_child (widget_class, SsmVersionsView, version_tools);
  gtk_widget_class_bind_template_child (widget_class, SsmVersionsView, in_words);
  gtk_widget_class_bind_template_child (widget_class, SsmVersionsView, on_page);
  gtk_widget_class_bind_template_child (widget_class, SsmVersionsView, sides);
  gtk_widget_class_bind_template_child (widget_class, SsmVersionsView, then_side);
  gtk_widget_class_bind_template_child (widget_class, SsmVersionsView, now_side);
  gtk_widget_class_bind_template_child (widget_class, SsmVersionsView, ways);
  gtk_widget_class_bind_template_child (widget_class, SsmVersionsView, changes);
  gtk_widget_class_bind_template_child (widget_class, SsmVersionsView, page);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, way_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, folded_cb);
  gtk_widget_class_bind_template_callback (widget_class, go_to_cb);
}

static void
ssm_versions_view_class_init (SsmVersionsViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ssm_versions_view_dispose;
  widget_class->focus = ssm_tab_within;
  widget_class->grab_focus = ssm_versions_view_grab_focus;

  g_type_ensure (SSM_TYPE_CHANGE_LIST);
  g_type_ensure (SSM_TYPE_COLUMNS);
  g_type_ensure (SSM_TYPE_PAGE_VIEW);
  g_type_ensure (SSM_TYPE_TAB_STOP);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "versions.back", NULL, back_activated);
  gtk_widget_class_install_action (widget_class, "cover.next-pane", NULL,
                                   next_pane_activated);
  gtk_widget_class_install_action (widget_class, "versions.go-back", NULL, go_back_activated);
  gtk_widget_class_install_action (widget_class, "versions.rename", NULL, rename_activated);
  gtk_widget_class_install_action (widget_class, "versions.delete", NULL, delete_activated);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "versions.back", NULL);

  signals[LEFT] = g_signal_new ("left", SSM_TYPE_VERSIONS_VIEW, G_SIGNAL_RUN_LAST, 0, NULL,
                                NULL, NULL, G_TYPE_NONE, 0);
  signals[GO_TO] = g_signal_new ("go-to", SSM_TYPE_VERSIONS_VIEW, G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[TOAST] = g_signal_new ("toast", SSM_TYPE_VERSIONS_VIEW, G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
ssm_versions_view_init (SsmVersionsView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

SsmVersionsView *
ssm_versions_view_new (SsmDocument *document)
{
  SsmVersionsView *self = g_object_new (SSM_TYPE_VERSIONS_VIEW, NULL);

  self->document = g_object_ref (document);
  g_signal_connect_object (document, "notify::map", G_CALLBACK (map_changed_cb), self,
                           G_CONNECT_SWAPPED);
  /* The map behind this view would take the keyboard to show what came back. */
  g_signal_connect_object (document, "restored", G_CALLBACK (gtk_widget_grab_focus), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  refresh (self);

  return self;
}
