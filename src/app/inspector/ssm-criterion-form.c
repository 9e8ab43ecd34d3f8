/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ssm-criterion-form.h"

#include <glib/gi18n-lib.h>

#include "ssm-choice-row.h"
#include "ssm-field-row.h"
#include "ssm-field.h"
#include "ssm-letters.h"

struct _SsmCriterionForm
{
  GtkBox parent_instance;

  SsmDocument *document;
  char *id;

  SsmFieldRow *text;
  SsmFieldRow *proof;
  SsmChoiceRow *letter;
  SsmFieldRow *field;
  SsmChoiceRow *test;
  SsmFieldRow *value;
};

G_DEFINE_FINAL_TYPE (SsmCriterionForm, ssm_criterion_form, GTK_TYPE_BOX)

static void
ssm_criterion_form_dispose (GObject *object)
{
  SsmCriterionForm *self = SSM_CRITERION_FORM (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), SSM_TYPE_CRITERION_FORM);
  g_clear_object (&self->document);
  g_clear_pointer (&self->id, g_free);
  G_OBJECT_CLASS (ssm_criterion_form_parent_class)->dispose (object);
}

static void
ssm_criterion_form_class_init (SsmCriterionFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ssm_criterion_form_dispose;
  g_type_ensure (SSM_TYPE_CHOICE_ROW);
  g_type_ensure (SSM_TYPE_FIELD_ROW);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/salesmap/SalesSystemMap/ui/ssm-criterion-form.ui");
  gtk_widget_class_bind_template_child (widget_class, SsmCriterionForm, text);
  gtk_widget_class_bind_template_child (widget_class, SsmCriterionForm, proof);
  gtk_widget_class_bind_template_child (widget_class, SsmCriterionForm, letter);
  gtk_widget_class_bind_template_child (widget_class, SsmCriterionForm, field);
  gtk_widget_class_bind_template_child (widget_class, SsmCriterionForm, test);
  gtk_widget_class_bind_template_child (widget_class, SsmCriterionForm, value);
}

static void
ssm_criterion_form_init (SsmCriterionForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
offer_letters (SsmCriterionForm *self)
{
  g_autoptr (GPtrArray) values = g_ptr_array_new ();
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();

  g_ptr_array_add (values, (gpointer) "");
  /* Translators: no letter of MEDDPICC */
  g_ptr_array_add (labels, (gpointer) _ ("None"));
  for (guint i = 0; ssm_letters[i] != NULL; i++)
    {
      g_ptr_array_add (values, (gpointer) ssm_letters[i]);
      g_ptr_array_add (labels, (gpointer) ssm_letter_name (ssm_letters[i]));
    }
  g_ptr_array_add (values, NULL);
  g_ptr_array_add (labels, NULL);
  ssm_choice_row_offer (self->letter, (const char * const *) values->pdata,
                        (const char * const *) labels->pdata);
}

static void
offer_tests (SsmCriterionForm *self)
{
  static const char * const values[] = { "known", "at-least", "at-most", "is", "is-not",
                                         "one-of", "within-days", NULL };
  /* Translators: how the value of a CRM field is compared; the value stands in the next
   * row */
  const char *labels[] = { _ ("is known"), _ ("is at least"), _ ("is at most"), _ ("is"),
                           _ ("is not"), _ ("is one of"), _ ("is within days"), NULL };

  ssm_choice_row_offer (self->test, values, labels);
}

GtkWidget *
ssm_criterion_form_new (SsmDocument *document, const char *id)
{
  SsmCriterionForm *self = g_object_new (SSM_TYPE_CRITERION_FORM, NULL);

  self->document = g_object_ref (document);
  self->id = g_strdup (id);
  ssm_field_row_follow (self->text, document, SSM_CRITERION_TEXT);
  ssm_field_row_follow (self->proof, document, SSM_CRITERION_PROOF);
  ssm_choice_row_follow (self->letter, document, SSM_CRITERION_LETTER);
  ssm_field_row_follow (self->field, document, SSM_CRITERION_FIELD);
  ssm_choice_row_follow (self->test, document, SSM_CRITERION_TEST);
  ssm_field_row_follow (self->value, document, SSM_CRITERION_VALUE);
  offer_letters (self);
  offer_tests (self);
  return GTK_WIDGET (self);
}

static const char *
value_title (const char *test)
{
  if (g_str_equal (test, "within-days"))
    return _ ("Days");
  if (g_str_equal (test, "one-of"))
    return _ ("Values, parted by |");
  return _ ("Value");
}

/* A row for what the test needs, and no other. */
static void
show_test (SsmCriterionForm *self)
{
  SsmMap *map = ssm_document_get_map (self->document);
  const char *test = ssm_field_text (map, self->id, SSM_CRITERION_TEST);
  gboolean tested = *ssm_field_text (map, self->id, SSM_CRITERION_FIELD) != '\0'
                    || *test != '\0';

  gtk_widget_set_visible (GTK_WIDGET (self->test), tested);
  gtk_widget_set_visible (GTK_WIDGET (self->value), ssm_field_test_has_value (test));
  g_object_set (self->value, "title", value_title (test), NULL);
}

void
ssm_criterion_form_refresh (SsmCriterionForm *self)
{
  g_return_if_fail (SSM_IS_CRITERION_FORM (self));

  ssm_field_row_show (self->text, self->id);
  ssm_field_row_show (self->proof, self->id);
  ssm_choice_row_show (self->letter, self->id);
  ssm_field_row_show (self->field, self->id);
  ssm_choice_row_show (self->test, self->id);
  ssm_field_row_show (self->value, self->id);
  show_test (self);
}

void
ssm_criterion_form_edit_proof (SsmCriterionForm *self)
{
  g_return_if_fail (SSM_IS_CRITERION_FORM (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->proof));
}
