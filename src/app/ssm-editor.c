/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-editor.h"

#include "ssm-state.h"
#include "ssm-status-bar.h"

/* Whoever has used Tab so often knows it. */
#define TABS_TO_LEARN 3

struct _SsmEditor
{
  GtkWidget parent_instance;

  SsmDocument *document;
  SsmSelection *selection;
  SsmMapView *view;
  guint n_tabs;

  GtkWidget *content;
  GtkBox *desk;
  GtkRevealer *hint;
  SsmStatusBar *status;
};

G_DEFINE_FINAL_TYPE (SsmEditor, ssm_editor, GTK_TYPE_WIDGET)

static void
stepped_cb (SsmEditor *self)
{
  if (++self->n_tabs != TABS_TO_LEARN || !gtk_revealer_get_reveal_child (self->hint))
    return;
  gtk_revealer_set_reveal_child (self->hint, FALSE);
  ssm_state_set_knows_tab ();
}

static void
ssm_editor_dispose (GObject *object)
{
  SsmEditor *self = SSM_EDITOR (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), SSM_TYPE_EDITOR);
  g_clear_object (&self->document);
  g_clear_object (&self->selection);
  G_OBJECT_CLASS (ssm_editor_parent_class)->dispose (object);
}

static void
ssm_editor_class_init (SsmEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ssm_editor_dispose;

  g_type_ensure (SSM_TYPE_STATUS_BAR);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/salesmap/SalesSystemMap/ui/ssm-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, SsmEditor, content);
  gtk_widget_class_bind_template_child (widget_class, SsmEditor, desk);
  gtk_widget_class_bind_template_child (widget_class, SsmEditor, hint);
  gtk_widget_class_bind_template_child (widget_class, SsmEditor, status);
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
  self->view = ssm_map_view_new (document, self->selection);
  gtk_widget_set_vexpand (GTK_WIDGET (self->view), TRUE);
  gtk_box_append (self->desk, GTK_WIDGET (self->view));
  g_signal_connect_object (self->view, "stepped", G_CALLBACK (stepped_cb), self,
                           G_CONNECT_SWAPPED);
  ssm_status_bar_follow (self->status, document, self->selection, self->view);

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

SsmMapView *
ssm_editor_get_view (SsmEditor *self)
{
  g_return_val_if_fail (SSM_IS_EDITOR (self), NULL);

  return self->view;
}

GtkWidget *
ssm_editor_get_status (SsmEditor *self)
{
  g_return_val_if_fail (SSM_IS_EDITOR (self), NULL);

  return GTK_WIDGET (self->status);
}

void
ssm_editor_begin (SsmEditor *self)
{
  SsmMap *map;

  g_return_if_fail (SSM_IS_EDITOR (self));

  map = ssm_document_get_map (self->document);
  ssm_selection_mark_examples (self->selection, map);
  gtk_revealer_set_reveal_child (self->hint, !ssm_state_knows_tab ());
  ssm_map_view_edit (self->view, ssm_part_id (map), SSM_MAP_TITLE);
}
