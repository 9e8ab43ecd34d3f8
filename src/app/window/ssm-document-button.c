/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-document-button.h"

#include <glib/gi18n-lib.h>

#include "ssm-actions.h"

struct _SsmDocumentButton
{
  GtkWidget parent_instance;

  GtkMenuButton *button;
  GtkLabel *title;
  GtkLabel *state;
};

G_DEFINE_FINAL_TYPE (SsmDocumentButton, ssm_document_button, GTK_TYPE_WIDGET)

static const char * const menu_actions[] = { "win.rename", "win.keep-version",
                                             "win.compare-versions", "-",
                                             "win.properties", "-", "win.save", "win.save-as",
                                             "win.export", "win.print", "-",
                                             "win.show-in-files", NULL };

static void
ssm_document_button_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SSM_TYPE_DOCUMENT_BUTTON);
  G_OBJECT_CLASS (ssm_document_button_parent_class)->dispose (object);
}

static void
ssm_document_button_class_init (SsmDocumentButtonClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ssm_document_button_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/salesmap/SalesSystemMap/ui/ssm-document-button.ui");
  gtk_widget_class_bind_template_child (widget_class, SsmDocumentButton, button);
  gtk_widget_class_bind_template_child (widget_class, SsmDocumentButton, title);
  gtk_widget_class_bind_template_child (widget_class, SsmDocumentButton, state);
}

static void
ssm_document_button_init (SsmDocumentButton *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  ssm_actions_fill_menu_button (self->button, menu_actions);
}

void
ssm_document_button_show (SsmDocumentButton *self, SsmDocument *document)
{
  const char *title, *state;
  g_autofree char *name = NULL;

  g_return_if_fail (SSM_IS_DOCUMENT_BUTTON (self));

  gtk_widget_set_visible (GTK_WIDGET (self), document != NULL);
  if (document == NULL)
    return;
  title = ssm_document_get_title (document);
  state = ssm_document_get_state (document);
  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->state, state);
  /* Translators: what a screen reader says: name of the map, then "Saved 10:42" */
  name = g_strdup_printf (_ ("%s. %s"), title, state);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}
