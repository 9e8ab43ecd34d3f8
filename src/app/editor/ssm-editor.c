/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-editor-private.h"

#include "ssm-tab-within.h"
#include "ssm-undo-view.h"

static guint layout_changed_signal;

G_DEFINE_FINAL_TYPE (SsmEditor, ssm_editor, GTK_TYPE_WIDGET)

static void
map_changed_cb (SsmEditor *self)
{
  ssm_part_unref (self->before);
  self->before = self->map;
  self->map = ssm_part_ref (ssm_document_get_map (self->document));
}

/* Undo stays in the view that is seen unless what it has changed is only in another. */
static void
restored_cb (SsmEditor *self)
{
  const char *shown = adw_view_stack_get_visible_child_name (self->stack);
  const char *view = ssm_undo_view (self->before, self->map, shown);
  const SsmPart *definition = ssm_undo_definition (self->before, self->map);

  if (!g_str_equal (view, shown))
    ssm_editor_show (self, view);
  if (definition != NULL && g_str_equal (view, "definitions"))
    ssm_selection_set_id (self->selection, ssm_part_id (definition));
}

static gboolean
ssm_editor_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (ssm_editor_get_shown (SSM_EDITOR (widget)));
}

/* A pane that lies over the page goes with the keyboard. */
static void
inspector_left_cb (SsmEditor *self)
{
  if (ssm_side_pane_get_folded (self->side))
    ssm_side_pane_set_open (self->side, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

/* The line below is about the page; other views have one of their own. */
static void
layout_changed_cb (SsmEditor *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->status),
                          !gtk_widget_get_mapped (GTK_WIDGET (self->deals))
                            && !gtk_widget_get_mapped (GTK_WIDGET (self->measurement)));
  ssm_status_bar_set_narrow (self->status, ssm_editor_is_narrow (self));
  g_signal_emit (self, layout_changed_signal, 0);
}

/* The inspector speaks for all forms. */
static void
form_toast_cb (SsmEditor *self, const char *words)
{
  g_signal_emit_by_name (self->inspector, "toast", words);
}

static void
ssm_editor_dispose (GObject *object)
{
  SsmEditor *self = SSM_EDITOR (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), SSM_TYPE_EDITOR);
  g_clear_object (&self->finder);
  g_clear_object (&self->document);
  g_clear_object (&self->selection);
  g_clear_pointer (&self->map, ssm_part_unref);
  g_clear_pointer (&self->before, ssm_part_unref);
  G_OBJECT_CLASS (ssm_editor_parent_class)->dispose (object);
}

/* Escape, for whoever in it does not need that key. */
static void
close_find_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ssm_find_bar_close (SSM_EDITOR (widget)->find_bar);
}

static void
ssm_editor_class_init (SsmEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ssm_editor_dispose;
  widget_class->focus = ssm_tab_within;
  widget_class->grab_focus = ssm_editor_grab_focus;
  layout_changed_signal
    = g_signal_new ("layout-changed", SSM_TYPE_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 0);

  g_type_ensure (SSM_TYPE_DEALS_VIEW);
  g_type_ensure (SSM_TYPE_DEFINITIONS_VIEW);
  g_type_ensure (SSM_TYPE_INSPECTOR);
  g_type_ensure (SSM_TYPE_MEASUREMENT_VIEW);
  g_type_ensure (SSM_TYPE_SIDE_PANE);
  g_type_ensure (SSM_TYPE_STAGE_VIEW);
  g_type_ensure (SSM_TYPE_STATUS_BAR);
  g_type_ensure (SSM_TYPE_TAB_HINT);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/salesmap/SalesSystemMap/ui/ssm-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, SsmEditor, content);
  gtk_widget_class_bind_template_child (widget_class, SsmEditor, stack);
  gtk_widget_class_bind_template_child (widget_class, SsmEditor, switcher_bar);
  gtk_widget_class_bind_template_child (widget_class, SsmEditor, stages);
  gtk_widget_class_bind_template_child (widget_class, SsmEditor, side);
  gtk_widget_class_bind_template_child (widget_class, SsmEditor, inspector);
  gtk_widget_class_bind_template_child (widget_class, SsmEditor, desk);
  gtk_widget_class_bind_template_child (widget_class, SsmEditor, definitions);
  gtk_widget_class_bind_template_child (widget_class, SsmEditor, measurement);
  gtk_widget_class_bind_template_child (widget_class, SsmEditor, deals);
  gtk_widget_class_bind_template_child (widget_class, SsmEditor, hint);
  gtk_widget_class_bind_template_child (widget_class, SsmEditor, status);
  gtk_widget_class_bind_template_child (widget_class, SsmEditor, find_bar);
  gtk_widget_class_bind_template_child (widget_class, SsmEditor, find_list);
  ssm_editor_bind_find (widget_class);
  gtk_widget_class_install_action (widget_class, "editor.close-find", NULL,
                                   close_find_activated);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "editor.close-find",
                                       NULL);
}

static void
ssm_editor_init (SsmEditor *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->selection = ssm_selection_new ();
}

SsmEditor *
ssm_editor_new (SsmDocument *document)
{
  SsmEditor *self = g_object_new (SSM_TYPE_EDITOR, NULL);

  self->document = g_object_ref (document);
  self->map = ssm_part_ref (ssm_document_get_map (document));
  self->before = ssm_part_ref (self->map);
  g_object_connect (document, "swapped-object-signal::notify::map", map_changed_cb, self, NULL);
  /* Before the views, which each show what has changed in them. */
  g_object_connect (document, "swapped-object-signal::restored", restored_cb, self, NULL);
  ssm_undo_keep_place (document, self->selection);
  self->view = ssm_map_view_new (document, self->selection);
  gtk_widget_set_vexpand (GTK_WIDGET (self->view), TRUE);
  gtk_overlay_set_child (self->desk, GTK_WIDGET (self->view));
  g_signal_connect_object (self->view, "stepped", G_CALLBACK (ssm_tab_hint_stepped),
                           self->hint, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->definitions, "toast", G_CALLBACK (form_toast_cb), self,
                           G_CONNECT_SWAPPED);
  ssm_definitions_view_follow (self->definitions, document, self->selection);
  g_object_connect (self->deals, "swapped-object-signal::toast", form_toast_cb, self, NULL);
  ssm_deals_view_follow (self->deals, document);
  g_object_connect (self->measurement, "swapped-object-signal::toast", form_toast_cb, self,
                    NULL);
  ssm_measurement_view_follow (self->measurement, document,
                               ssm_deals_view_get_board (self->deals));
  ssm_inspector_follow (self->inspector, document, self->selection);
  g_signal_connect_object (self->inspector, "leave", G_CALLBACK (inspector_left_cb), self,
                           G_CONNECT_SWAPPED);
  ssm_stage_view_follow (self->stages, document, self->selection);
  g_signal_connect_object (ssm_stage_view_get_form (self->stages), "toast",
                           G_CALLBACK (form_toast_cb), self, G_CONNECT_SWAPPED);
  ssm_status_bar_follow (self->status, document, self->selection, self->view);
  g_object_connect (self->view, "swapped-object-signal::map", layout_changed_cb, self,
                    "swapped-object-signal::unmap", layout_changed_cb, self, NULL);
  g_object_connect (self->stages, "swapped-object-signal::map", layout_changed_cb, self, NULL);
  g_object_connect (self->stack, "swapped-object-signal::notify::visible-child-name",
                    layout_changed_cb, self, NULL);
  ssm_editor_begin_find (self);
  return self;
}

SsmDocument *
ssm_editor_get_document (SsmEditor *self)
{
  g_return_val_if_fail (SSM_IS_EDITOR (self), NULL);

  return self->document;
}

SsmSelection *
ssm_editor_get_selection (SsmEditor *self)
{
  g_return_val_if_fail (SSM_IS_EDITOR (self), NULL);

  return self->selection;
}

SsmDealsView *
ssm_editor_get_deals (SsmEditor *self)
{
  g_return_val_if_fail (SSM_IS_EDITOR (self), NULL);

  return self->deals;
}

SsmMeasurementView *
ssm_editor_get_measurement (SsmEditor *self)
{
  g_return_val_if_fail (SSM_IS_EDITOR (self), NULL);

  return self->measurement;
}

SsmMapView *
ssm_editor_get_view (SsmEditor *self)
{
  g_return_val_if_fail (SSM_IS_EDITOR (self), NULL);

  return self->view;
}

GtkWidget *
ssm_editor_get_shown (SsmEditor *self)
{
  g_return_val_if_fail (SSM_IS_EDITOR (self), NULL);

  if (g_strcmp0 (adw_view_stack_get_visible_child_name (self->stack), "map") != 0)
    return adw_view_stack_get_visible_child (self->stack);

  return ssm_stage_view_get_has_form (self->stages) ? GTK_WIDGET (self->stages)
                                                    : GTK_WIDGET (self->view);
}

GtkWidget *
ssm_editor_get_status (SsmEditor *self)
{
  g_return_val_if_fail (SSM_IS_EDITOR (self), NULL);

  return GTK_WIDGET (self->status);
}

SsmSidePane *
ssm_editor_get_side (SsmEditor *self)
{
  g_return_val_if_fail (SSM_IS_EDITOR (self), NULL);

  return self->side;
}

SsmInspector *
ssm_editor_get_inspector (SsmEditor *self)
{
  g_return_val_if_fail (SSM_IS_EDITOR (self), NULL);

  return self->inspector;
}

gboolean
ssm_editor_is_narrow (SsmEditor *self)
{
  g_return_val_if_fail (SSM_IS_EDITOR (self), FALSE);

  return ssm_stage_view_get_narrow (self->stages);
}

void
ssm_editor_toggle_inspector (SsmEditor *self)
{
  gboolean open;

  g_return_if_fail (SSM_IS_EDITOR (self));

  if (ssm_stage_view_get_narrow (self->stages))
    {
      ssm_stage_view_toggle_preview (self->stages);
      return;
    }
  open = !ssm_side_pane_get_open (self->side);
  if (!open && ssm_side_pane_has_keyboard (self->side))
    gtk_widget_grab_focus (GTK_WIDGET (self->view));
  ssm_side_pane_set_open (self->side, open);
  /* What lies under it cannot be worked on. */
  if (open && ssm_side_pane_get_folded (self->side))
    gtk_widget_grab_focus (GTK_WIDGET (self->inspector));
}

void
ssm_editor_inspect (SsmEditor *self)
{
  g_return_if_fail (SSM_IS_EDITOR (self));

  ssm_map_view_end_edit (self->view);
  if (ssm_stage_view_get_narrow (self->stages))
    {
      ssm_stage_view_show_form (self->stages);
      ssm_inspector_edit_proof (ssm_stage_view_get_form (self->stages));
      return;
    }
  ssm_side_pane_set_open (self->side, TRUE);
  ssm_inspector_edit_proof (self->inspector);
}

void
ssm_editor_use_switcher (SsmEditor *self, AdwViewSwitcherTitle *switcher)
{
  g_return_if_fail (SSM_IS_EDITOR (self));

  adw_view_switcher_title_set_stack (switcher, self->stack);
  g_object_bind_property (switcher, "title-visible", self->switcher_bar, "reveal",
                          G_BINDING_SYNC_CREATE);
}

void
ssm_editor_show (SsmEditor *self, const char *view)
{
  g_return_if_fail (SSM_IS_EDITOR (self));

  adw_view_stack_set_visible_child_name (self->stack, view);
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

const char *
ssm_editor_get_view_name (SsmEditor *self)
{
  g_return_val_if_fail (SSM_IS_EDITOR (self), NULL);

  return adw_view_stack_get_visible_child_name (self->stack);
}

void
ssm_editor_go_to (SsmEditor *self, const char *id)
{
  const SsmPart *part;

  g_return_if_fail (SSM_IS_EDITOR (self));

  part = ssm_map_find (ssm_document_get_map (self->document), id);
  if (part != NULL && ssm_part_kind (part) == SSM_KIND_DEFINITION)
    {
      ssm_selection_set_id (self->selection, id);
      ssm_editor_show (self, "definitions");
      return;
    }
  adw_view_stack_set_visible_child_name (self->stack, "map");
  if (!ssm_stage_view_get_has_form (self->stages))
    {
      ssm_map_view_go_to (self->view, id);
      return;
    }
  ssm_selection_set_id (self->selection, id);
  gtk_widget_grab_focus (GTK_WIDGET (self->stages));
}

void
ssm_editor_define (SsmEditor *self, const char *term)
{
  g_return_if_fail (SSM_IS_EDITOR (self));

  ssm_editor_show (self, "definitions");
  ssm_definitions_view_define (self->definitions, term);
}

void
ssm_editor_begin (SsmEditor *self)
{
  SsmMap *map;

  g_return_if_fail (SSM_IS_EDITOR (self));

  map = ssm_document_get_map (self->document);
  ssm_selection_mark_examples (self->selection, map);
  if (ssm_stage_view_get_has_form (self->stages))
    {
      gtk_widget_grab_focus (GTK_WIDGET (self->stages));
      return;
    }
  ssm_tab_hint_show (self->hint);
  ssm_map_view_edit (self->view, ssm_part_id (map), SSM_MAP_TITLE);
}
