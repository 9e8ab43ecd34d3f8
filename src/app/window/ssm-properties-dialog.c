/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-properties-dialog.h"

#include <adwaita.h>

#include "ssm-inspector-page.h"

#define SSM_TYPE_PROPERTIES_DIALOG (ssm_properties_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SsmPropertiesDialog, ssm_properties_dialog, SSM, PROPERTIES_DIALOG,
                      AdwWindow)

struct _SsmPropertiesDialog
{
  AdwWindow parent_instance;

  SsmInspectorPage *page;
};

G_DEFINE_FINAL_TYPE (SsmPropertiesDialog, ssm_properties_dialog, ADW_TYPE_WINDOW)

static void
ssm_properties_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SSM_TYPE_PROPERTIES_DIALOG);
  G_OBJECT_CLASS (ssm_properties_dialog_parent_class)->dispose (object);
}

static void
ssm_properties_dialog_class_init (SsmPropertiesDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ssm_properties_dialog_dispose;
  g_type_ensure (SSM_TYPE_INSPECTOR_PAGE);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/salesmap/SalesSystemMap/ui/ssm-properties-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SsmPropertiesDialog, page);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
ssm_properties_dialog_init (SsmPropertiesDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWindow *
ssm_properties_dialog_new (GtkWindow *parent, SsmDocument *document)
{
  SsmPropertiesDialog *self = g_object_new (SSM_TYPE_PROPERTIES_DIALOG, "transient-for",
                                            parent, NULL);

  ssm_document_end_merge (document);
  ssm_inspector_page_follow (self->page, document);
  g_signal_connect_object (document, "notify::map", G_CALLBACK (ssm_inspector_page_refresh),
                           self->page, G_CONNECT_SWAPPED);

  return GTK_WINDOW (self);
}
