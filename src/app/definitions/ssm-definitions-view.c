/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-definitions-view.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "ssm-commands.h"
#include "ssm-definition-drag.h"
#include "ssm-definition-form.h"
#include "ssm-tab-stop.h"
#include "ssm-tab-within.h"
#include "ssm-terms.h"
#include "ssm-words.h"

struct _SsmDefinitionsView
{
  GtkWidget parent_instance;

  SsmDocument *document;
  SsmSelection *selection;
  char *id;     /* of the definition that was shown last, or NULL */
  char *wanted; /* folded words that are searched for; "" for all */
  gboolean refreshing;

  GtkStack *mode;
  AdwLeaflet *leaflet;
  GtkWidget *list_pane;
  GtkEditable *search;
  GtkStack *found;
  AdwStatusPage *nothing;
  GtkListBox *terms;
  GtkWidget *form_pane;
  SsmDefinitionForm *form;
  GtkWidget *back;
};

enum
{
  TOAST,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SsmDefinitionsView, ssm_definitions_view, GTK_TYPE_WIDGET)

static const SsmPart *
find_definition (SsmDefinitionsView *self, const char *id)
{
  const SsmPart *part
    = id != NULL ? ssm_map_find (ssm_document_get_map (self->document), id) : NULL;

  return part != NULL && ssm_part_kind (part) == SSM_KIND_DEFINITION ? part : NULL;
}

/* The definition that is selected, else the one that was shown, else the first; NULL if
 * there is none. */
static const SsmPart *
choose (SsmDefinitionsView *self)
{
  SsmMap *map = ssm_document_get_map (self->document);
  const SsmPart *part = find_definition (self, ssm_selection_get_id (self->selection));

  if (part == NULL)
    part = find_definition (self, self->id);
  if (part == NULL && ssm_part_n_children (map, SSM_LIST_DEFINITIONS) > 0)
    part = ssm_part_child (map, SSM_LIST_DEFINITIONS, 0);
  return part;
}

static guint
count_uses (GArray *uses, const SsmPart *definition)
{
  guint n = 0;

  for (guint i = 0; i < uses->len; i++)
    n += g_array_index (uses, SsmTermUse, i).span.definition == definition ? 1 : 0;
  return n;
}

static void
show_rows (SsmDefinitionsView *self, const SsmPart *selected)
{
  SsmMap *map = ssm_document_get_map (self->document);
  guint n = ssm_part_n_children (map, SSM_LIST_DEFINITIONS);
  g_autoptr (GArray) uses = ssm_map_uses (map, NULL);
  GtkListBoxRow *row;

  for (guint i = 0; i < n; i++)
    {
      const SsmPart *definition = ssm_part_child (map, SSM_LIST_DEFINITIONS, i);

      if (gtk_list_box_get_row_at_index (self->terms, (int) i) == NULL)
        gtk_list_box_append (self->terms, ssm_definition_row_new ());
      row = gtk_list_box_get_row_at_index (self->terms, (int) i);
      ssm_definition_row_show (SSM_DEFINITION_ROW (row), definition,
                               count_uses (uses, definition));
      if (definition == selected)
        gtk_list_box_select_row (self->terms, row);
    }
  while ((row = gtk_list_box_get_row_at_index (self->terms, (int) n)) != NULL)
    gtk_list_box_remove (self->terms, GTK_WIDGET (row));
  gtk_list_box_invalidate_filter (self->terms);
}

static void
update_actions (SsmDefinitionsView *self, const SsmPart *definition)
{
  static const char * const names[]
    = { "definitions.edit", "definitions.show-uses", "definitions.delete" };
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean pinned
    = definition != NULL && ssm_part_flag (definition, SSM_DEFINITION_ON_PAGE);
  SsmPosition position = { 0 };
  guint n = 0;

  if (definition != NULL
      && ssm_map_locate (ssm_document_get_map (self->document), self->id, &position))
    n = ssm_part_n_children (position.parent, position.list);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    gtk_widget_action_set_enabled (widget, names[i], definition != NULL);
  gtk_widget_action_set_enabled (widget, "definitions.pin", definition != NULL && !pinned);
  gtk_widget_action_set_enabled (widget, "definitions.unpin", pinned);
  gtk_widget_action_set_enabled (widget, "definitions.move-up", position.index > 0);
  gtk_widget_action_set_enabled (widget, "definitions.move-down", position.index + 1 < n);
}

static void
refresh (SsmDefinitionsView *self)
{
  const SsmPart *definition;

  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  definition = choose (self);
  g_free (self->id);
  self->id = definition != NULL ? g_strdup (ssm_part_id (definition)) : NULL;
  self->refreshing = TRUE;
  gtk_stack_set_visible_child_name (self->mode, definition != NULL ? "panes" : "none");
  show_rows (self, definition);
  if (definition != NULL)
    ssm_definition_form_show (self->form, self->id);
  update_actions (self, definition);
  self->refreshing = FALSE;
}

static void
row_selected_cb (SsmDefinitionsView *self, GtkListBoxRow *row)
{
  if (row != NULL && !self->refreshing)
    ssm_selection_set_id (self->selection,
                          ssm_definition_row_get_id (SSM_DEFINITION_ROW (row)));
}

static void
row_activated_cb (SsmDefinitionsView *self)
{
  adw_leaflet_set_visible_child (self->leaflet, self->form_pane);
  ssm_definition_form_edit_term (self->form);
}

static void
folded_cb (SsmDefinitionsView *self)
{
  gtk_widget_set_visible (self->back, adw_leaflet_get_folded (self->leaflet));
}

static gboolean
is_wanted (GtkListBoxRow *row, gpointer data)
{
  return ssm_definition_row_matches (SSM_DEFINITION_ROW (row),
                                     SSM_DEFINITIONS_VIEW (data)->wanted);
}

static gboolean
finds_something (SsmDefinitionsView *self)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->terms, i)) != NULL; i++)
    if (is_wanted (row, self))
      return TRUE;
  return FALSE;
}

static void
search_changed_cb (SsmDefinitionsView *self)
{
  const char *words = gtk_editable_get_text (self->search);
  g_autofree char *nothing = g_strdup_printf (_ ("No term is called “%s”."), words);
  g_autofree char *escaped = g_markup_escape_text (nothing, -1);

  g_free (self->wanted);
  self->wanted = ssm_words_fold (words);
  gtk_list_box_invalidate_filter (self->terms);
  adw_status_page_set_description (self->nothing, escaped);
  gtk_stack_set_visible_child_name (self->found, finds_something (self) ? "terms" : "nothing");
}

/* Letters that nobody in the list wants are searched for. GTK's own way to do that would
 * take Delete and Enter from the list. */
static gboolean
key_pressed_cb (SsmDefinitionsView *self, guint key, guint code, GdkModifierType state,
                GtkEventControllerKey *controller)
{
  GtkEditable *text = gtk_editable_get_delegate (self->search);

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0
      || !g_unichar_isgraph (gdk_keyval_to_unicode (key)))
    return FALSE;
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
  return gtk_event_controller_key_forward (controller, GTK_WIDGET (text));
}

static void
form_toast_cb (SsmDefinitionsView *self, const char *words)
{
  g_signal_emit (self, signals[TOAST], 0, words);
}

static void
search_stopped_cb (SsmDefinitionsView *self)
{
  gtk_editable_set_text (self->search, "");
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

/* Takes @command. What it selects gets the keyboard, unless somebody writes elsewhere. */
static void
run (SsmDefinitionsView *self, SsmCommand *command)
{
  if (command->map != ssm_document_get_map (self->document))
    {
      ssm_document_end_merge (self->document);
      ssm_document_apply (self->document, ssm_part_ref (command->map), command->label, NULL);
    }
  if (*command->select.id != '\0')
    ssm_selection_set_id (self->selection, command->select.id);
  if (command->toast != NULL)
    g_signal_emit (self, signals[TOAST], 0, command->toast);
  ssm_command_free (command);
}

static void
dropped_cb (const char *id, guint index, gpointer data)
{
  SsmDefinitionsView *self = data;
  SsmMap *map = ssm_document_get_map (self->document);

  run (self, ssm_command_move_to (map, id, ssm_part_id (map), SSM_LIST_DEFINITIONS, index));
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
back_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SsmDefinitionsView *self = SSM_DEFINITIONS_VIEW (widget);

  adw_leaflet_set_visible_child (self->leaflet, self->list_pane);
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
add_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SsmDefinitionsView *self = SSM_DEFINITIONS_VIEW (widget);

  gtk_editable_set_text (self->search, "");
  run (self, ssm_command_define (ssm_document_get_map (self->document), ""));
  row_activated_cb (self);
}

static void
add_usual_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SsmDefinitionsView *self = SSM_DEFINITIONS_VIEW (widget);

  run (self, ssm_command_define_usual (ssm_document_get_map (self->document)));
  gtk_widget_grab_focus (widget);
}

static void
clear_search_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  search_stopped_cb (SSM_DEFINITIONS_VIEW (widget));
}

static void
edit_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  row_activated_cb (SSM_DEFINITIONS_VIEW (widget));
}

static void
show_uses_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SsmDefinitionsView *self = SSM_DEFINITIONS_VIEW (widget);

  adw_leaflet_set_visible_child (self->leaflet, self->form_pane);
  ssm_definition_form_show_uses (self->form);
}

static void
pin_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SsmDefinitionsView *self = SSM_DEFINITIONS_VIEW (widget);

  run (self, ssm_command_pin (ssm_document_get_map (self->document), self->id,
                              g_str_equal (name, "definitions.pin")));
}

/* The keyboard follows the term. */
static void
move_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SsmDefinitionsView *self = SSM_DEFINITIONS_VIEW (widget);

  run (self, ssm_command_move (ssm_document_get_map (self->document), self->id,
                               g_str_equal (name, "definitions.move-up") ? -1 : 1));
  gtk_widget_grab_focus (widget);
}

static void
delete_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SsmDefinitionsView *self = SSM_DEFINITIONS_VIEW (widget);

  run (self, ssm_command_delete (ssm_document_get_map (self->document), self->id));
  adw_leaflet_set_visible_child (self->leaflet, self->list_pane);
  gtk_widget_grab_focus (widget);
}

static gboolean
ssm_definitions_view_grab_focus (GtkWidget *widget)
{
  SsmDefinitionsView *self = SSM_DEFINITIONS_VIEW (widget);
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->terms);

  if (row != NULL && gtk_widget_get_child_visible (GTK_WIDGET (row))
      && gtk_widget_get_mapped (GTK_WIDGET (row))
      && gtk_widget_grab_focus (GTK_WIDGET (row)))
    return TRUE;
  return gtk_widget_child_focus (GTK_WIDGET (self->mode), GTK_DIR_TAB_FORWARD);
}

static void
ssm_definitions_view_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (ssm_definitions_view_parent_class)->map (widget);
  refresh (SSM_DEFINITIONS_VIEW (widget));
}

static void
ssm_definitions_view_dispose (GObject *object)
{
  SsmDefinitionsView *self = SSM_DEFINITIONS_VIEW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), SSM_TYPE_DEFINITIONS_VIEW);
  g_clear_object (&self->document);
  g_clear_object (&self->selection);
  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->wanted, g_free);
  G_OBJECT_CLASS (ssm_definitions_view_parent_class)->dispose (object);
}

static const struct
{
  const char *name;
  GtkWidgetActionActivateFunc activate;
} actions[] = {
  { "definitions.add", add_activated },
  { "definitions.add-usual", add_usual_activated },
  { "definitions.back", back_activated },
  { "definitions.clear-search", clear_search_activated },
  { "definitions.edit", edit_activated },
  { "definitions.show-uses", show_uses_activated },
  { "definitions.pin", pin_activated },
  { "definitions.unpin", pin_activated },
  { "definitions.move-up", move_activated },
  { "definitions.move-down", move_activated },
  { "definitions.delete", delete_activated },
};

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/salesmap/SalesSystemMap/ui/ssm-definitions-view.ui");
  gtk_widget_class_bind_template_child (widget_class, SsmDefinitionsView, mode);
  gtk_widget_class_bind_template_child (widget_class, SsmDefinitionsView, leaflet);
  gtk_widget_class_bind_template_child (widget_class, SsmDefinitionsView, list_pane);
  gtk_widget_class_bind_template_child (widget_class, SsmDefinitionsView, search);
  gtk_widget_class_bind_template_child (widget_class, SsmDefinitionsView, found);
  gtk_widget_class_bind_template_child (widget_class, SsmDefinitionsView, nothing);
  gtk_widget_class_bind_template_child (widget_class, SsmDefinitionsView, terms);
  gtk_widget_class_bind_template_child (widget_class, SsmDefinitionsView, form_pane);
  gtk_widget_class_bind_template_child (widget_class, SsmDefinitionsView, form);
  gtk_widget_class_bind_template_child (widget_class, SsmDefinitionsView, back);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, folded_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_stopped_cb);
}

static void
ssm_definitions_view_class_init (SsmDefinitionsViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ssm_definitions_view_dispose;
  widget_class->focus = ssm_tab_within;
  widget_class->grab_focus = ssm_definitions_view_grab_focus;
  widget_class->map = ssm_definitions_view_map;
  signals[TOAST] = g_signal_new ("toast", SSM_TYPE_DEFINITIONS_VIEW, G_SIGNAL_RUN_LAST, 0,
                                 NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  g_type_ensure (SSM_TYPE_DEFINITION_FORM);
  g_type_ensure (SSM_TYPE_TAB_STOP);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, NULL,
                                     actions[i].activate);
  bind_template (widget_class);
}

static void
ssm_definitions_view_init (SsmDefinitionsView *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  self->wanted = g_strdup ("");
  gtk_list_box_set_filter_func (self->terms, is_wanted, self, NULL);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->found), keys);
  ssm_definition_drag_add_target (self->terms, dropped_cb, self);
}

void
ssm_definitions_view_follow (SsmDefinitionsView *self, SsmDocument *document,
                             SsmSelection *selection)
{
  g_return_if_fail (SSM_IS_DEFINITIONS_VIEW (self) && self->document == NULL);

  self->document = g_object_ref (document);
  self->selection = g_object_ref (selection);
  ssm_definition_form_follow (self->form, document);
  g_signal_connect_object (self->form, "toast", G_CALLBACK (form_toast_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "notify::map", G_CALLBACK (refresh), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (selection, "changed", G_CALLBACK (refresh), self,
                           G_CONNECT_SWAPPED);
}

void
ssm_definitions_view_define (SsmDefinitionsView *self, const char *term)
{
  g_return_if_fail (SSM_IS_DEFINITIONS_VIEW (self));

  gtk_editable_set_text (self->search, "");
  run (self, ssm_command_define (ssm_document_get_map (self->document), term));
  adw_leaflet_set_visible_child (self->leaflet, self->form_pane);
  ssm_definition_form_edit_text (self->form);
}
