/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-inspector-page.h"

#include <glib/gi18n-lib.h>

#include "ssm-choice-row.h"
#include "ssm-field-row.h"
#include "ssm-field.h"
#include "ssm-font-button.h"
#include "ssm-part-list.h"
#include "ssm-resources.h"

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
  SsmChoiceRow *language;
  SsmChoiceRow *direction;
  SsmFieldRow *font;
  SsmPartList *measures;
  SsmPartList *reasons;
};

G_DEFINE_FINAL_TYPE (SsmInspectorPage, ssm_inspector_page, GTK_TYPE_BOX)

static void
font_activated_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SsmInspectorPage *self = SSM_INSPECTOR_PAGE (widget);
  const char *id = ssm_part_id (ssm_document_get_map (self->document));

  ssm_field_apply (self->document, id, SSM_PAGE_FONT, g_variant_get_string (parameter, NULL),
                   NULL);
}

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
  gtk_widget_class_install_action (widget_class, "page.font", "s", font_activated_cb);
  g_type_ensure (SSM_TYPE_FIELD_ROW);
  g_type_ensure (SSM_TYPE_CHOICE_ROW);
  g_type_ensure (SSM_TYPE_PART_LIST);
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
  gtk_widget_class_bind_template_child (widget_class, SsmInspectorPage, language);
  gtk_widget_class_bind_template_child (widget_class, SsmInspectorPage, direction);
  gtk_widget_class_bind_template_child (widget_class, SsmInspectorPage, font);
  gtk_widget_class_bind_template_child (widget_class, SsmInspectorPage, measures);
  gtk_widget_class_bind_template_child (widget_class, SsmInspectorPage, reasons);
}

static void
ssm_inspector_page_init (SsmInspectorPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  ssm_field_row_add_suffix (self->font, ssm_font_button_new ("page.font"));
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

/* English first: it is what a map that says nothing is taken for. */
static void
offer_languages (SsmInspectorPage *self)
{
  g_auto (GStrv) tags = ssm_resources_languages ();
  g_autoptr (GPtrArray) values = g_ptr_array_new ();
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();

  g_ptr_array_add (values, (gpointer) "en");
  for (guint i = 0; tags[i] != NULL; i++)
    {
      if (!g_str_equal (tags[i], "en"))
        g_ptr_array_add (values, tags[i]);
    }
  for (guint i = 0; i < values->len; i++)
    g_ptr_array_add (labels, (gpointer) ssm_language_name (
                                 ssm_resources_words (g_ptr_array_index (values, i))));
  g_ptr_array_add (values, NULL);
  g_ptr_array_add (labels, NULL);
  ssm_choice_row_follow (self->language, self->document, SSM_MAP_LANGUAGE);
  ssm_choice_row_offer (self->language, (const char * const *) values->pdata,
                        (const char * const *) labels->pdata);
}

static void
offer_directions (SsmInspectorPage *self)
{
  static const char * const values[] = { "", "ltr", "rtl", NULL };
  /* Translators: the direction of a page: that in which its language is written */
  const char *labels[] = { _ ("As the language"), _ ("Left to right"), _ ("Right to left"),
                           NULL };

  ssm_choice_row_follow (self->direction, self->document, SSM_PAGE_DIRECTION);
  ssm_choice_row_offer (self->direction, values, labels);
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
  offer_languages (self);
  offer_directions (self);
  ssm_field_row_follow (self->font, document, SSM_PAGE_FONT);
  ssm_part_list_follow (self->measures, document, SSM_LIST_MEASURES);
  ssm_part_list_follow (self->reasons, document, SSM_LIST_REASONS);
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
  ssm_choice_row_show (self->language, id);
  ssm_choice_row_show (self->direction, id);
  ssm_field_row_show (self->font, id);
  ssm_part_list_refresh (self->measures);
  ssm_part_list_refresh (self->reasons);
}
