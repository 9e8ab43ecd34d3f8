/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-inspector-page.h"

#include <glib/gi18n-lib.h>

#include "ssm-choice-row.h"
#include "ssm-field-row.h"

struct _SsmInspectorPage
{
  GtkBox parent_instance;

  SsmDocument *document;

  SsmFieldRow *title;
  SsmFieldRow *subtitle;
  SsmFieldRow *owner;
  SsmFieldRow *label;
  SsmFieldRow *date;
  SsmFieldRow *review;
  SsmChoiceRow *paper;
  SsmChoiceRow *orientation;
};

G_DEFINE_FINAL_TYPE (SsmInspectorPage, ssm_inspector_page, GTK_TYPE_BOX)

static void
ssm_inspector_page_dispose (GObject *object)
{
  SsmInspectorPage *self = SSM_INSPECTOR_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), SSM_TYPE_INSPECTOR_PAGE);
  g_clear_object (&self->document);
  G_OBJECT_CLASS (ssm_inspector_page_parent_class)->dispose (object);
}

static void
ssm_inspector_page_class_init (SsmInspectorPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ssm_inspector_page_dispose;
  g_type_ensure (SSM_TYPE_FIELD_ROW);
  g_type_ensure (SSM_TYPE_CHOICE_ROW);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/salesmap/SalesSystemMap/ui/ssm-inspector-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SsmInspectorPage, title);
  gtk_widget_class_bind_template_child (widget_class, SsmInspectorPage, subtitle);
  gtk_widget_class_bind_template_child (widget_class, SsmInspectorPage, owner);
  gtk_widget_class_bind_template_child (widget_class, SsmInspectorPage, label);
  gtk_widget_class_bind_template_child (widget_class, SsmInspectorPage, date);
  gtk_widget_class_bind_template_child (widget_class, SsmInspectorPage, review);
  gtk_widget_class_bind_template_child (widget_class, SsmInspectorPage, paper);
  gtk_widget_class_bind_template_child (widget_class, SsmInspectorPage, orientation);
}

static void
ssm_inspector_page_init (SsmInspectorPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
offer_paper (SsmInspectorPage *self)
{
  static const char * const papers[] = { "A4", "Letter", "A3", "A5", "Legal", NULL };
  static const char * const orientations[] = { "landscape", "portrait", NULL };
  const char *ways[] = { _ ("Landscape"), _ ("Portrait"), NULL };

  ssm_choice_row_follow (self->paper, self->document, SSM_PAGE_PAPER);
  ssm_choice_row_offer (self->paper, papers, papers);
  ssm_choice_row_follow (self->orientation, self->document, SSM_PAGE_ORIENTATION);
  ssm_choice_row_offer (self->orientation, orientations, ways);
}

void
ssm_inspector_page_follow (SsmInspectorPage *self, SsmDocument *document)
{
  g_return_if_fail (SSM_IS_INSPECTOR_PAGE (self) && self->document == NULL);

  self->document = g_object_ref (document);
  ssm_field_row_follow (self->title, document, SSM_MAP_TITLE);
  ssm_field_row_follow (self->subtitle, document, SSM_MAP_SUBTITLE);
  ssm_field_row_follow (self->owner, document, SSM_EDITION_OWNER);
  ssm_field_row_follow (self->label, document, SSM_EDITION_LABEL);
  ssm_field_row_follow (self->date, document, SSM_EDITION_DATE);
  ssm_field_row_follow (self->review, document, SSM_EDITION_REVIEW);
  offer_paper (self);
  ssm_inspector_page_refresh (self);
}

void
ssm_inspector_page_refresh (SsmInspectorPage *self)
{
  const char *id;

  g_return_if_fail (SSM_IS_INSPECTOR_PAGE (self) && self->document != NULL);

  id = ssm_part_id (ssm_document_get_map (self->document));
  ssm_field_row_show (self->title, id);
  ssm_field_row_show (self->subtitle, id);
  ssm_field_row_show (self->owner, id);
  ssm_field_row_show (self->label, id);
  ssm_field_row_show (self->date, id);
  ssm_field_row_show (self->review, id);
  ssm_choice_row_show (self->paper, id);
  ssm_choice_row_show (self->orientation, id);
}
