/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-definitions-view.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "ssm-definition-form.h"
#include "ssm-definition-row.h"
#include "ssm-map-edit.h"

struct _SsmDefinitionsView
{
  GtkWidget parent_instance;

  SsmDocument *document;
  SsmSelection *selection;
  char *id; /* of the definition that was shown last, or NULL */
  gboolean refreshing;

  GtkStack *mode;
  AdwLeaflet *leaflet;
  GtkWidget *list_pane;
  GtkListBox *terms;
  GtkWidget *form_pane;
  SsmDefinitionForm *form;
  GtkWidget *back;
};

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

static void
show_rows (SsmDefinitionsView *self, const SsmPart *selected)
{
  SsmMap *map = ssm_document_get_map (self->document);
  guint n = ssm_part_n_children (map, SSM_LIST_DEFINITIONS);
  GtkListBoxRow *row;

  for (guint i = 0; i < n; i++)
    {
      const SsmPart *definition = ssm_part_child (map, SSM_LIST_DEFINITIONS, i);

      if (gtk_list_box_get_row_at_index (self->terms, (int) i) == NULL)
        gtk_list_box_append (self->terms, ssm_definition_row_new ());
      row = gtk_list_box_get_row_at_index (self->terms, (int) i);
      ssm_definition_row_show (SSM_DEFINITION_ROW (row), definition);
      if (definition == selected)
        gtk_list_box_select_row (self->terms, row);
    }
  while ((row = gtk_list_box_get_row_at_index (self->terms, (int) n)) != NULL)
    gtk_list_box_remove (self->terms, GTK_WIDGET (row));
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

static void
back_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SsmDefinitionsView *self = SSM_DEFINITIONS_VIEW (widget);

  adw_leaflet_set_visible_child (self->leaflet, self->list_pane);
  gtk_widget_grab_focus (GTK_WIDGET (self->terms));
}

static void
add_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SsmDefinitionsView *self = SSM_DEFINITIONS_VIEW (widget);
  SsmMap *map = ssm_document_get_map (self->document);
  g_autofree char *id = NULL;

  map = ssm_map_with_definition_added (map, G_MAXUINT, "", &id);
  ssm_document_apply (self->document, map, _ ("Add definition"), NULL);
  ssm_selection_set_id (self->selection, id);
  row_activated_cb (self);
}

static gboolean
ssm_definitions_view_grab_focus (GtkWidget *widget)
{
  SsmDefinitionsView *self = SSM_DEFINITIONS_VIEW (widget);
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->terms);

  if (row != NULL && gtk_widget_grab_focus (GTK_WIDGET (row)))
    return TRUE;
  return gtk_widget_child_focus (widget, GTK_DIR_TAB_FORWARD);
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
  G_OBJECT_CLASS (ssm_definitions_view_parent_class)->dispose (object);
}

static void
ssm_definitions_view_class_init (SsmDefinitionsViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ssm_definitions_view_dispose;
  widget_class->grab_focus = ssm_definitions_view_grab_focus;
  widget_class->map = ssm_definitions_view_map;

  g_type_ensure (SSM_TYPE_DEFINITION_FORM);
  gtk_widget_class_install_action (widget_class, "definitions.add", NULL, add_activated);
  gtk_widget_class_install_action (widget_class, "definitions.back", NULL, back_activated);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/salesmap/SalesSystemMap/ui/ssm-definitions-view.ui");
  gtk_widget_class_bind_template_child (widget_class, SsmDefinitionsView, mode);
  gtk_widget_class_bind_template_child (widget_class, SsmDefinitionsView, leaflet);
  gtk_widget_class_bind_template_child (widget_class, SsmDefinitionsView, list_pane);
  gtk_widget_class_bind_template_child (widget_class, SsmDefinitionsView, terms);
  gtk_widget_class_bind_template_child (widget_class, SsmDefinitionsView, form_pane);
  gtk_widget_class_bind_template_child (widget_class, SsmDefinitionsView, form);
  gtk_widget_class_bind_template_child (widget_class, SsmDefinitionsView, back);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, folded_cb);
}

static void
ssm_definitions_view_init (SsmDefinitionsView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
ssm_definitions_view_follow (SsmDefinitionsView *self, SsmDocument *document,
                             SsmSelection *selection)
{
  g_return_if_fail (SSM_IS_DEFINITIONS_VIEW (self) && self->document == NULL);

  self->document = g_object_ref (document);
  self->selection = g_object_ref (selection);
  ssm_definition_form_follow (self->form, document);
  g_signal_connect_object (document, "notify::map", G_CALLBACK (refresh), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (selection, "changed", G_CALLBACK (refresh), self,
                           G_CONNECT_SWAPPED);
}

const SsmPart *
ssm_definitions_view_find_change (const SsmMap *before, const SsmMap *now)
{
  for (guint i = 0; i < ssm_part_n_children (now, SSM_LIST_DEFINITIONS); i++)
    {
      const SsmPart *definition = ssm_part_child (now, SSM_LIST_DEFINITIONS, i);
      const SsmPart *old = ssm_map_find (before, ssm_part_id (definition));

      if (old == NULL || !ssm_part_equal (old, definition))
        return definition;
    }
  return NULL;
}
